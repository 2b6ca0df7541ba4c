"""Sizes of a glossary by day."""

from pathlib import Path

import pytest

from unspin_gui.store.glossary.size_history import Size, load_growth, note_size


def test_a_day_has_its_last_size_and_the_first_note_tells_what_was_before(tmp_path: Path) -> None:
    path = tmp_path / "state" / "sizes.json"
    note_size(path, "2026-03-02", 12, before=Size("2026-03-01", 9))
    note_size(path, "2026-03-02", 14, before=Size("2020-01-01", 1))
    note_size(path, "2026-03-05", 13)
    assert load_growth(path) == (("2026-03-01", 9), ("2026-03-02", 14), ("2026-03-05", 13))


DAMAGED = ["", "{", "[1]", '{"2026-01-01": "x", "a": 3, "2026-01-02": -1}']
LATER = ['{"version": 2, "days": {"2026-01-01": 4}}', '{"2026-01-01": {"entries": 4, "kept": 1}}']


@pytest.mark.parametrize("text", DAMAGED + LATER)
def test_damage_and_later_versions_count_as_nothing_and_are_kept(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sizes.json"
    path.write_text(text, encoding="utf-8")
    assert load_growth(path) == ()
    told = note_size(path, "2026-03-02", 3)
    assert load_growth(path) == (("2026-03-02", 3),)
    assert path.with_name("sizes.json.broken").read_text(encoding="utf-8") == text
    assert told
    assert "a copy of it is kept as sizes.json.broken" in str(told)
    assert note_size(path, "2026-03-02", 4) is None

"""Sizes of a glossary by day."""

from pathlib import Path

import pytest

from unspin_gui.store.growth import Size, load_growth, note_size


def test_a_day_has_its_last_size_and_the_first_note_tells_what_was_before(tmp_path: Path) -> None:
    path = tmp_path / "state" / "sizes.json"
    note_size(path, "2026-03-02", 12, before=Size("2026-03-01", 9))
    note_size(path, "2026-03-02", 14, before=Size("2020-01-01", 1))
    note_size(path, "2026-03-05", 13)
    assert load_growth(path) == (("2026-03-01", 9), ("2026-03-02", 14), ("2026-03-05", 13))


@pytest.mark.parametrize("damage", ["", "{", "[1]", '{"2026-01-01": "x", "a": -1, "b": true}'])
def test_a_damaged_file_counts_as_nothing(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "sizes.json"
    path.write_text(damage, encoding="utf-8")
    assert load_growth(path) == ()
    note_size(path, "2026-03-02", 3)
    assert load_growth(path) == (("2026-03-02", 3),)

"""Counts of use survive, add up over programs, and never get into the way."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from unspin_gui.core.errors import StoreError
from unspin_gui.store.glossary import usage as usage_file
from unspin_gui.store.glossary.usage import Count, Usage, add_usage, load_usage

ACCEPTED = Count(accepted=1, last="2026-11-23")


def test_counts_add_up_by_phrase_in_any_letter_case(tmp_path: Path) -> None:
    path = tmp_path / "state" / "usage.json"
    add_usage(path, [("7 Days", ACCEPTED), ("it’s", Count(rejected=1, last="2026-01-01"))])
    add_usage(path, [("7 days", ACCEPTED), ("it's", ACCEPTED)])
    usage = load_usage(path)
    assert usage.of("7 DAYS") == Count(2, 0, "2026-11-23")
    assert usage.of("It’s") == Count(1, 1, "2026-11-23")
    assert usage.of("unknown") == Count()


GOOD = {"a": [2, 0, "2026-11-01"]}
DAMAGED = ["", "{", "[1]", "null", '{"b": 1, "c": [1, 2], "d": ["x", 1, ""], "e": [-1, 0, ""]}']
LATER = [json.dumps({"version": 2, "counts": GOOD}), json.dumps({"a": [2, 0, "", {"new": 1}]})]


@pytest.mark.parametrize("text", DAMAGED + LATER)
def test_damage_and_later_versions_count_as_nothing_and_are_kept(tmp_path: Path, text: str) -> None:
    path = tmp_path / "usage.json"
    path.write_text(text)
    assert load_usage(path).counts == {}
    counted = add_usage(path, [("a", ACCEPTED)])
    assert counted.usage.of("a") == ACCEPTED
    assert path.with_name("usage.json.broken").read_text() == text
    assert counted.told
    assert "a copy of it is kept as usage.json.broken" in str(counted.told)
    assert add_usage(path, [("a", ACCEPTED)]).told is None


def test_what_is_good_beside_damage_goes_on_counting(tmp_path: Path) -> None:
    path = tmp_path / "usage.json"
    path.write_text(json.dumps(GOOD | {"b": "?"}))
    assert add_usage(path, [("a", ACCEPTED)]).usage.of("a").accepted == 3


def test_a_file_too_large_to_read_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "usage.json"
    path.write_text(json.dumps(GOOD))
    monkeypatch.setattr(usage_file, "_LARGEST", 10)
    with pytest.raises(StoreError, match="larger"):
        add_usage(path, [("a", ACCEPTED)])
    assert path.read_text() == json.dumps(GOOD)


def test_a_usage_is_not_changed_by_adding() -> None:
    usage = Usage()
    assert usage.plus([("a", ACCEPTED)]).of("a") == ACCEPTED
    assert usage.of("a") == Count()


ADD = """
import sys
from pathlib import Path
from unspin_gui.core.errors import StoreError
from unspin_gui.store.glossary import usage as usage_file
from unspin_gui.store.glossary.usage import Count, add_usage
for _ in range(20):
    add_usage(Path(sys.argv[1]), [("a", Count(accepted=1))])
"""


def test_two_programs_count_together(tmp_path: Path) -> None:
    path = tmp_path / "usage.json"
    programs = [subprocess.Popen([sys.executable, "-c", ADD, str(path)]) for _ in "ab"]
    assert [program.wait(60) for program in programs] == [0, 0]
    assert load_usage(path).of("a").accepted == 40

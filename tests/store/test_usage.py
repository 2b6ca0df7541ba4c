"""Counts of use survive, add up over programs, and never get into the way."""

import subprocess
import sys
from pathlib import Path

import pytest

from unspin_gui.store.usage import Count, Usage, add_usage, load_usage

ACCEPTED = Count(accepted=1, last="2026-11-23")


def test_counts_add_up_by_phrase_in_any_letter_case(tmp_path: Path) -> None:
    path = tmp_path / "state" / "usage.json"
    add_usage(path, [("7 Days", ACCEPTED), ("it’s", Count(rejected=1, last="2026-01-01"))])
    add_usage(path, [("7 days", ACCEPTED), ("it's", ACCEPTED)])
    usage = load_usage(path)
    assert usage.of("7 DAYS") == Count(2, 0, "2026-11-23")
    assert usage.of("It’s") == Count(1, 1, "2026-11-23")
    assert usage.of("unknown") == Count()


@pytest.mark.parametrize(
    "text", ["", "{", "[1]", "null", '{"a": 1, "b": [1, 2], "c": ["x", 1, ""], "d": [-1, 0, ""]}']
)
def test_damage_counts_as_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "usage.json"
    path.write_text(text)
    assert load_usage(path).counts == {}
    assert add_usage(path, [("a", ACCEPTED)]).of("a") == ACCEPTED


def test_a_usage_is_not_changed_by_adding() -> None:
    usage = Usage()
    assert usage.plus([("a", ACCEPTED)]).of("a") == ACCEPTED
    assert usage.of("a") == Count()


ADD = """
import sys
from pathlib import Path
from unspin_gui.store.usage import Count, add_usage
for _ in range(20):
    add_usage(Path(sys.argv[1]), [("a", Count(accepted=1))])
"""


def test_two_programs_count_together(tmp_path: Path) -> None:
    path = tmp_path / "usage.json"
    programs = [subprocess.Popen([sys.executable, "-c", ADD, str(path)]) for _ in "ab"]
    assert [program.wait(60) for program in programs] == [0, 0]
    assert load_usage(path).of("a").accepted == 40

"""Forms of phrases, and fixes put into the form of their phrase."""

import pytest

from unspin_gui.language.inflection import forms, inflect_like


@pytest.mark.parametrize(
    ("phrase", "expected", "never"),
    [
        ("drone assault", {"drone assaults", "drone assault's"}, {"drones assault"}),
        ("carry out", {"carries out", "carried out", "carrying out"}, {"carry outs"}),
        ("section of defense", {"sections of defense"}, {"section of defenses"}),
        ("trouble", {"troubles", "troubled", "troubling"}, {"trouble"}),
        ("calendar year", {"calendar years"}, set()),
        ("Big Data", set(), {"big data"}),
        ("1-0", set(), {"1-0"}),
        ("", set(), set()),
    ],
)
def test_forms(phrase: str, expected: set[str], never: set[str]) -> None:
    found = set(forms(phrase))
    assert expected <= found
    assert not never & found


@pytest.mark.parametrize(
    ("fix", "phrase", "surface", "expected"),
    [
        ("drone attack", "drone assault", "drone assaults", "drone attacks"),
        ("go", "travel", "travelled", "went"),
        ("carry out", "execute", "executing", "carrying out"),
        ("problem", "troubles", "trouble", "problem"),
        (
            "department of defense",
            "section of defense",
            "sections of defense",
            "departments of defense",
        ),
        ("partner", "husband or wife", "husband or wife's", "partner's"),
        ("fire", "hearth", "hearth", "fire"),
        ("fire", "hearth", "stove", None),
        ("fire", "rocket hearth", "hearth", None),
    ],
)
def test_inflect_like(fix: str, phrase: str, surface: str, expected: str | None) -> None:
    assert inflect_like(fix, phrase, surface) == expected

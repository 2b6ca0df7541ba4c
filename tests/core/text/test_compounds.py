"""Hyphens that hold words together, and those that only divide them."""

import pytest

from unspin_gui.core.text.compounds import cuts_compound, divided_words
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import tokens


@pytest.mark.parametrize(
    ("text", "phrase", "cuts"),
    [
        ("a trade-in price of", "in price of", True),
        ("a trade‑in price of", "in price of", True),
        ("COVID-related press", "related press", True),
        ("a 7 days-long war", "7 days", True),
        ("7 days- and weeks-long", "7 days", True),
        ("for 7 days -- long", "7 days", False),
        ("they left--7 days--and", "7 days", False),
        ("the 7 days – long", "7 days", False),
        ("the 7 days–long", "7 days", False),
        ("(7 days)", "7 days", False),
        ("7 days", "7 days", False),
    ],
)
def test_a_place_cuts_a_compound(text: str, phrase: str, cuts: bool) -> None:
    start = text.index(phrase)
    assert cuts_compound(text, Span(start, start + len(phrase)), phrase) is cuts


def test_a_phrase_with_its_own_hyphen_cuts_nothing() -> None:
    assert not cuts_compound("a war-related press", Span(6, 19), "-related press")


@pytest.mark.parametrize(
    "gap",
    ["-\n", "-\r\n", "‐\n", "\u00ad\n", "-  \n   ", "- ", "-\n> ", "&shy;", "-\u2028"],
)
def test_a_word_divided_at_a_line_end_is_known_whole(gap: str) -> None:
    text = f"of con{gap}sciousness"
    assert divided_words(text, tokens(text)) == {1: "consciousness"}


@pytest.mark.parametrize("gap", ["-", " ", "\n", " - ", " -\n", "-\n\n"])
def test_other_gaps_divide_no_word(gap: str) -> None:
    text = f"of con{gap}sciousness"
    assert divided_words(text, tokens(text)) == {}

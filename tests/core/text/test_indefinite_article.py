"""Which article stands before a fix."""

import pytest

from unspin_gui.core.text.indefinite_article import article_fix, starts_with_vowel
from unspin_gui.core.text.spans import Span


@pytest.mark.parametrize(
    "word",
    [
        "hour",
        "honest",
        "heir",
        "apple",
        "unimportant",
        "uninformed",
        "ugly",
        "utter",
        "urn",
        "umbrella",
        "MRI",
        "FBI",
        "HIV",
        "EU",
        "8",
        "80",
        "800,000",
        "11",
        "18",
        "11,000",
        "1800",
        "X",
        "idea",
        "Asad",
    ],
)
def test_an(word: str) -> None:
    assert starts_with_vowel(word)


@pytest.mark.parametrize(
    "word",
    [
        "university",
        "European",
        "union",
        "unique",
        "user",
        "utility",
        "one",
        "once",
        "NATO",
        "NASA",
        "UN",
        "US",
        "UFO",
        "7",
        "10",
        "100",
        "180",
        "1,800",
        "house",
        "week",
        "unit",
        "eulogy",
    ],
)
def test_a(word: str) -> None:
    assert not starts_with_vowel(word)


@pytest.mark.parametrize(
    ("text", "phrase", "fix", "expected"),
    [
        ("it was a profound idea", "profound", "important", (7, 8, "an")),
        ("it was an event", "event", "war", (7, 9, "a")),
        ("An event", "event", "war", (0, 2, "A")),
        ("a “profound” idea", "profound", "odd", (0, 1, "an")),
        ("a\nprofound idea", "profound", "odd", (0, 1, "an")),
        ("a profound idea", "profound", "deep", None),
        ("plan event", "event", "war", None),
        ("vitamin-a event", "event", "war", None),
        ("a, event", "event", "war", None),
        ("a very idea", "very ", "", (0, 1, "an")),
    ],
)
def test_article_fix(
    text: str, phrase: str, fix: str, expected: tuple[int, int, str] | None
) -> None:
    start = text.index(phrase)
    found = article_fix(text, Span(start, start + len(phrase)), fix)
    assert (found and (*found[0], found[1])) == expected

"""Which article stands before a fix."""

import pytest

from unspin_gui.core.text.indefinite_article import (
    article_fix,
    starts_with_vowel,
    take_sounds_from,
)
from unspin_gui.core.text.spans import Span
from unspin_gui.language.first_sounds import first_sounds

take_sounds_from(first_sounds)


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
        "Uber",
        "mp",
        "html",
        "æther",
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
        "UPS",
        "mr",
        "shh",
        "psst",
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
        ("a **profound** idea", "profound", "odd", (0, 1, "an")),
        ("a _profound_ idea", "profound", "odd", (0, 1, "an")),
        ("a <em>profound</em> idea", "profound", "odd", (0, 1, "an")),
        ("<b>a</b> profound idea", "profound", "odd", (3, 4, "an")),
        ('a <a href="x">profound</a> idea', "profound", "odd", (0, 1, "an")),
        ("a&nbsp;profound idea", "profound", "odd", (0, 1, "an")),
        ("> a\n> profound idea", "profound", "odd", (2, 3, "an")),
        ("a\\\nprofound idea", "profound", "odd", (0, 1, "an")),
        ("an [**event**](x)", "event", "war", (0, 2, "a")),
        ("a profound `code` mp3", "profound", "mp3", (0, 1, "an")),
        ("A profound idea", "profound", "odd", (0, 1, "An")),
        ("She said: “A profound idea”", "profound", "odd", (11, 12, "An")),
        ("of vitamin A profound", "profound", "odd", None),
        ("Section A profound", "profound", "odd", None),
        ("a\n\nprofound idea", "profound", "odd", None),
        ("a `b` profound idea", "profound", "odd", None),
        ("a" + "*" * 90 + "; profound", "profound", "odd", None),
    ],
)
def test_article_fix(
    text: str, phrase: str, fix: str, expected: tuple[int, int, str] | None
) -> None:
    start = text.index(phrase)
    found = article_fix(text, Span(start, start + len(phrase)), fix)
    assert (found and (*found[0], found[1])) == expected


SOUNDS_LIKE_YOU = (
    "Ukrainian Ukraine unanimous unanimity unidirectional unary UNESCO Unesco UAE UEFA UEFI"
)
SOUNDS_LIKE_YOU += " UAV UAVs UAW UUID UI Uyghur Uighur ouija oui USAID URL EURO euro unicorn US UK"
SPELT_OUT = "SOS SEC LA MEP MEPs MSc ROI mRNA rRNA FAA FBI LED MRI RSVP SUVs UNCLE UGLY iPhone"
READ_AS_WORDS = "NATO NASA SPRAY FLY STRAP SKY tRNA pH NATOs SCUBA RADAR LASER MOMA"


@pytest.mark.parametrize("word", SOUNDS_LIKE_YOU.split())
def test_a_before_a_vowel_that_does_not_sound_so(word: str) -> None:
    assert not starts_with_vowel(word)


@pytest.mark.parametrize(
    "word",
    [
        "SOS",
        "SEC",
        "LA",
        "MEP",
        "MEPs",
        "MSc",
        "ROI",
        "mRNA",
        "rRNA",
        "FAA",
        "FBI",
        "LED",
        "MRI",
        "RSVP",
        "SUVs",
        "UNCLE",
        "UGLY",
        "iPhone",
    ],
)
def test_an_before_a_consonant_whose_name_starts_with_a_vowel(word: str) -> None:
    assert starts_with_vowel(word)


@pytest.mark.parametrize(
    "word",
    [
        "NATO",
        "NASA",
        "SPRAY",
        "FLY",
        "STRAP",
        "SKY",
        "tRNA",
        "pH",
        "NATOs",
        "SCUBA",
        "RADAR",
        "LASER",
        "MOMA",
    ],
)
def test_a_before_capitals_that_are_read_as_a_word(word: str) -> None:
    assert not starts_with_vowel(word)


@pytest.mark.parametrize(
    ("text", "phrase", "fix", "expected"),
    [
        ("HE HAD A WEAPON IN HAND.", "WEAPON", "ARM", "AN"),
        ("He had A WEAPON here", "WEAPON", "ARM", "AN"),
        ("A WEAPON", "WEAPON", "ARM", "An"),
        ("A WEAPON", "WEAPON", "ARMAMENT", "AN"),
        ("A NATO plan", "NATO", "EU", "An"),
        ("A weapon", "weapon", "arm", "An"),
        ("It ended. A NATO plan", "NATO", "EU", "An"),
        ("AN ARM IS HERE", "ARM", "WEAPON", "A"),
    ],
)
def test_an_article_among_capitals_is_in_capitals(
    text: str, phrase: str, fix: str, expected: str
) -> None:
    start = text.index(phrase)
    found = article_fix(text, Span(start, start + len(phrase)), fix)
    assert found is not None
    assert found[1] == expected

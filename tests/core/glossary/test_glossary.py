"""Finding the phrases of a glossary, adding to it, and asking it."""

import unicodedata
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.glossary.inflections import inflected_fixes
from unspin_gui.core.text.stems import stems
from unspin_gui.core.text.tokens import fold, tokens
from unspin_gui.language import inflection

SPUN = Glossary(
    "spun",
    [
        Entry("husband or wife forces", ("partner forces",)),
        Entry("professional-Iranian", ("pro-Iranian",)),
        Entry("7 days", ("week",)),
        Entry("parkinson illness", ("Parkinson's disease",)),
        Entry("naïve bayes", ("naive Bayes",)),
    ],
)
SENTENCE = (
    "Husband or wife forces waited 7 days; a professional-Iranian group, Parkinson's illness."
)


def found(glossary: Glossary, text: str, *, exact: bool = True) -> list[str]:
    """The places of a glossary's phrases in a text."""
    parts = tokens(text)
    return [
        text[parts[m.first].start : parts[m.last - 1].end]
        for m in glossary.find(parts, text)
        if m.exact or not exact
    ]


def test_finds_each_phrase_at_its_place() -> None:
    assert found(SPUN, SENTENCE, exact=False) == [
        "Husband or wife forces",
        "7 days",
        "professional-Iranian",
        "Parkinson's illness",
    ]


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.lower,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", "\n"),
        lambda text: text.replace("-", "–"),
        lambda text: text.replace("-", " "),
        lambda text: text.replace("'", "’"),
        lambda text: text.replace("a", "а"),  # Cyrillic
        lambda text: text.replace("if", "i\u00adf"),
        lambda text: "İ " + text,
    ],
)
def test_the_same_places_however_the_text_is_written(change: "type[str]") -> None:
    before = [fold(place) for place in found(SPUN, SENTENCE, exact=False)]
    assert [fold(place) for place in found(SPUN, change(SENTENCE), exact=False)] == before


@pytest.mark.parametrize(
    "text",
    [
        "7, days",
        "7\n\ndays",
        "17 days",
        "3.7 days",
        "7 – days",
        "7 dayside",
        "7 “days”",
        "seven days",
    ],
)
def test_no_phrase_crosses_punctuation_or_ends_inside_a_word(text: str) -> None:
    assert found(SPUN, text, exact=False) == []


WORDS = st.sampled_from(
    ["big", "data", "bigger", "set", "sets", "a", "of", "the", "-", "deep", "learn", "learning"]
)
PHRASES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@given(st.lists(PHRASES, max_size=8), st.lists(WORDS, max_size=30).map(" ".join))
def test_finds_what_a_plain_search_finds(phrases: list[str], text: str) -> None:
    entries = [Entry(phrase, ("x",)) for phrase in phrases if fold(phrase)]
    folded = [token.norm for token in tokens(text)]
    expected = sorted(
        (phrase, start)
        for phrase in {fold(entry.phrase) for entry in entries}
        for start in range(len(folded))
        for size in [len(phrase.split())]
        if folded[start : start + size] == phrase.split()
    )
    matches = Glossary("g", entries).find(tokens(text), text)
    assert sorted((fold(m.entry.phrase), m.first) for m in matches if m.exact) == expected


@pytest.mark.parametrize(
    "forms",
    [
        "take takes took taken taking",
        "force forces forced forcing",
        "study studies studied studying",
        "run runs ran running",
        "box boxes boxed boxing",
        "base bases based basing",
        "agree agrees agreed agreeing",
        "analysis analyses",
        "child children",
        "city cities",
        "stop stops stopped stopping",
        "fall falls fell fallen falling",
        "bus buses",
        "need needs needed needing",
        "hundred hundreds",
        "building buildings",
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms: str) -> None:
    base, *others = forms.split()
    assert all(set(stems(base)) & set(stems(other)) for other in others)


@pytest.mark.parametrize(
    ("phrase", "fix", "place", "expected"),
    [
        ("take position", "take place", "took position", ("took place",)),
        ("taking position", "taking place", "took position", ("took place",)),
        ("partner force", "ally", "partner forces", ("allies",)),
        ("partner forces", "allies", "partner force", ("ally",)),
        (
            "parkinson illness",
            "Parkinson's disease",
            "parkinson 's illness",
            ("Parkinson's disease",),
        ),
        ("united states", "America", "united state", None),
        ("big data", "huge data", "big datum sets", None),
        ("properly identified", "well-known", "properly identify", None),
    ],
)
def test_fixes_are_inflected_like_their_place(
    phrase: str, fix: str, place: str, expected: tuple[str, ...] | None
) -> None:
    if phrase == "united states":
        no_forms = SimpleNamespace(inflect_like=lambda *_, **__: None, readings=lambda _: ())
        assert inflected_fixes((fix,), phrase, place, no_forms) is None
    else:
        assert inflected_fixes((fix,), phrase, place, inflection) == expected


def test_letter_case_counts_for_an_exact_entry() -> None:
    glossary = Glossary("g", [Entry("Enter", ("Return",), case="exact")])
    assert found(glossary, "enter Enter ENTER") == ["Enter"]


def test_disabled_entries_are_not_found() -> None:
    glossary = Glossary("g", [Entry("7 days", ("week",), enabled=False)])
    assert found(glossary, "7 days") == []
    assert glossary.fixes_of("7 days") == ()


def test_added_entries_are_found_and_the_old_glossary_is_untouched() -> None:
    assert found(SPUN, "a calendar year and 7 days") == ["7 days"]  # from now on it has an index
    grown = SPUN.plus([Entry("calendar year", ("year",))]).plus([Entry("7 days", ("one week",))])
    assert sorted(found(grown, "calendar year, 7 days")) == ["7 days", "7 days", "calendar year"]
    assert found(SPUN, "a calendar year and 7 days") == ["7 days"]
    assert grown.fixes_of("7-Days") == ("one week", "week")
    assert len(grown) == len(SPUN) + 2


def test_unknown_pairs_are_told_once() -> None:
    pairs = [("7 Days", "Week"), ("7 days", "one week"), ("7-days", "One week"), ("x y", "z")]
    assert SPUN.unknown(pairs) == (("7 days", "one week"), ("x y", "z"))


def test_keep_entries_are_known() -> None:
    assert Glossary("g", [Entry("big data", keep=True)]).keeps("Big Data")
    assert not SPUN.keeps("7 days")

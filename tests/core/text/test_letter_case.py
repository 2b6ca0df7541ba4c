"""The letter case of a fix follows its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.text.letter_case import fit_case, is_sentence_start, match_case
from unspin_gui.core.text.spans import Span


@pytest.mark.parametrize(
    ("fix", "place", "expected"),
    [
        ("deep learning", "profound learning", "deep learning"),
        ("deep learning", "PROFOUND LEARNING", "DEEP LEARNING"),
        ("deep learning", "Profound Learning", "Deep Learning"),
        ("deep learning", "Profound learning", "Deep learning"),
        ("department of defense", "Section of Defense", "Department of Defense"),
        ("pro-Iranian", "professional-Iranian", "pro-Iranian"),
        ("pro-Iranian", "Professional-Iranian", "Pro-Iranian"),
        ("iPhone", "Cell Thing", "iPhone"),
        ("drones", "UAVs", "drones"),
        ("iPhone", "CELL THING", "iPhone"),
        ("US forces", "american powers", "US forces"),
        ("week", "7 DAYS", "WEEK"),
        ("week", "7 days", "week"),
        ("week", "7 Days", "Week"),
        ("artificial intelligence", "AI", "Artificial Intelligence"),
        ("", "Section", ""),
        ("24 hours", "day", "24 hours"),
    ],
)
def test_match_case(fix: str, place: str, expected: str) -> None:
    assert match_case(fix, place) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "fix", "expected"),
    [
        ("7 days later they met.", "7 days", "a week", "A week"),
        ("It ended. Companion forces left.", "Companion", "ally of the", "Ally of the"),
        ("“Companion forces left.”", "Companion", "allied or", "Allied or"),
        ("After 7 days they met.", "7 days", "a week", "a week"),
        ("A TALK ON KIN IN TOWN", "KIN", "family", "FAMILY"),
        ("The Jerusalem Submit wrote", "Submit", "post", "Post"),
    ],
)
def test_fit_case(text: str, phrase: str, fix: str, expected: str) -> None:
    start = text.index(phrase)
    assert fit_case(fix, text, Span(start, start + len(phrase))) == expected


@pytest.mark.parametrize(
    "before", ["", "It ended. ", "It ended.\n\n", "- ", "Why?” “", "Title\n\n"]
)
def test_a_sentence_starts(before: str) -> None:
    assert is_sentence_start(before + "Here", len(before))


@pytest.mark.parametrize("before", ["the ", "so, ", "one\u00a0", "a (", "he said: ", "wrapped\n"])
def test_no_sentence_starts(before: str) -> None:
    assert not is_sentence_start(before + "here", len(before))


@given(st.text("abAB 7'-"), st.text("abAB 7'-"), st.booleans())
def test_only_letter_case_changes_and_twice_is_once(fix: str, place: str, start: bool) -> None:
    once = match_case(fix, place, sentence_start=start)
    assert once.lower() == fix.lower()
    assert match_case(once, place, sentence_start=start) == once


@pytest.mark.parametrize(
    ("text", "place", "phrase", "fix", "expected"),
    [
        ("The DOG barked.", "DOG", "dog", "cat", "CAT"),
        ("A DOG", "DOG", "dog", "cat", "CAT"),
        ("The AI spoke.", "AI", "AI", "artificial intelligence", "Artificial Intelligence"),
        ("The US spoke.", "US", "", "american", "American"),
        ("Hello there.\n\nTHIS IS IT.", "THIS", "", "that", "THAT"),
        ("He left. THIS IS IT.", "THIS", "", "that", "THAT"),
        ("I like a b.", "a", "a", "the", "the"),
        ("A huge INFORMATION set", "huge INFORMATION", "huge information", "big data", "big DATA"),
        ("Вот новое число", "новое число", "новое число", "старый знак", "старый знак"),
        ("an été doré", "été doré", "été doré", "big data", "big data"),
    ],
)
def test_capitals_that_the_phrase_has_not_are_meant(
    text: str, place: str, phrase: str, fix: str, expected: str
) -> None:
    start = text.index(place)
    assert fit_case(fix, text, Span(start, start + len(place)), phrase) == expected


@given(st.text("aBß ªⓐ1'é.", min_size=1, max_size=8), st.sampled_from(["", "Ab. ", "SO ", "\n"]))
def test_a_place_says_the_same_with_and_without_what_is_around_it(place: str, before: str) -> None:
    """A place that begins in lower case is settled without a look around it."""
    if place[0].islower() and place[0].isalpha():
        for start, loud in [(False, False), (True, True)]:
            said = match_case("big iPad", place, sentence_start=start, loud=loud)
            assert fit_case("big iPad", before + place, Span(len(before), len(before + place))) == (
                said
            )

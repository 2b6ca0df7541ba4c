"""Finding places of words and patterns."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.search import Query, replacement, search

TEXT = "The dog 😀 saw a DOG.\nDogged dogs don’t."


def found(text: str, query: Query) -> list[str]:
    return [text[slice(*span)] for span in search(text, query).spans]


@pytest.mark.parametrize(
    ("query", "places"),
    [
        (Query("dog"), ["dog", "DOG", "Dog", "dog"]),
        (Query("dog", case=True), ["dog", "dog"]),
        (Query("dog", word=True), ["dog", "DOG"]),
        (Query("don't"), ["don’t"]),
        (Query("d.g"), []),
        (Query("d.g", pattern=True, case=True), ["dog", "dog"]),
        (Query(r"^\w+", pattern=True), ["The", "Dogged"]),
        (Query("x*", pattern=True), []),
        (Query(""), []),
    ],
)
def test_places(query: Query, places: list[str]) -> None:
    assert found(TEXT, query) == places


def test_a_space_finds_a_no_break_space() -> None:
    assert found("7\u00a0days, 7\u202fdays", Query("7 days")) == ["7\u00a0days", "7\u202fdays"]


def test_a_broken_pattern_says_why() -> None:
    assert "terminating" in search("x", Query("[x", pattern=True)).error


def test_no_pattern_can_hang() -> None:
    text = ("a" * 40 + "b\n") * 2000
    began = time.monotonic()
    hits = search(text, Query(r"(a+)+$", pattern=True))
    assert hits.cut
    assert time.monotonic() - began < 5


def test_too_many_places_are_cut() -> None:
    hits = search("a " * 30_000, Query("a"))
    assert hits.cut
    assert len(hits.spans) == 20_000


def test_groups_stand_in_a_replacement() -> None:
    text = "x\nJohn Smith 😀"
    query = Query(r"(\w+) (\w+)", pattern=True)
    (span,) = search(text, query).spans
    assert replacement(text, query, span, r"\2, \1 \\1") == r"Smith, John \1"


def test_without_a_pattern_a_replacement_is_taken_as_it_is() -> None:
    assert replacement("dog", Query("dog"), Span(0, 3), r"\1") == r"\1"


@given(st.text("aAé😀\n .", max_size=40), st.text("aAé😀 .", min_size=1, max_size=3))
def test_exact_places_are_those_of_plain_search(text: str, wanted: str) -> None:
    spans, at = [], text.find(wanted)
    while at >= 0:
        spans.append(Span(at, at + len(wanted)))
        at = text.find(wanted, at + len(wanted))
    assert list(search(text, Query(wanted, case=True)).spans) == spans

"""Cutting the source into passages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.text.passages import LONGEST, passages_touching, split_passages
from unspin_gui.core.text.spans import Span

TEXTS = st.text(st.sampled_from("ab. \n\t\x0b\u2028"), max_size=60)


@given(TEXTS)
def test_passages_are_slices_and_cover_all_that_is_not_blank(text: str) -> None:
    covered = set[int]()
    at = 0
    for passage in split_passages(text):
        assert passage.start >= at
        assert text[passage.start : passage.span.end] == passage.text
        covered.update(range(*passage.span))
        at = passage.span.end
    assert all(place in covered for place, sign in enumerate(text) if not sign.isspace())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo", ["one\ntwo"]),
        ("one.\ntwo", ["one.", "two"]),
        ("he said “yes.”\ntwo", ["he said “yes.”", "two"]),
        ("one\n\n \ntwo\n", ["one", "two"]),
        ("one\x0btwo\u2028three", ["one\x0btwo\u2028three"]),
        ("", []),
        ("\n\n", []),
        ("We had\nn>30 and\np>.05 there.", ["We had\nn>30 and\np>.05 there."]),
    ],
)
def test_where_passages_end(text: str, expected: list[str]) -> None:
    assert [passage.text for passage in split_passages(text)] == expected


def test_joined_lines_stay_short() -> None:
    text = "\n".join(["word " * 20] * 200)
    assert max(len(passage.text) for passage in split_passages(text)) <= LONGEST


@given(TEXTS, st.integers(0, 60), st.integers(0, 10))
def test_passages_touching_a_span(text: str, start: int, size: int) -> None:
    passages, span = split_passages(text), Span(start, start + size)
    expected = [n for n, passage in enumerate(passages) if passage.span.touches(span)]
    assert list(passages_touching(passages, span)) == expected


def test_a_very_long_line_is_cut_behind_sentences() -> None:
    text = "One sentence of nine words is here again now. " * 1000
    passages = split_passages(text)
    assert "".join(passage.text for passage in passages) == text
    assert all(len(passage.text) <= LONGEST for passage in passages)
    assert all(passage.text.endswith(". ") for passage in passages)


def test_a_line_without_a_gap_is_cut_all_the_same() -> None:
    passages = split_passages("x" * (2 * LONGEST + 5))
    assert [len(passage.text) for passage in passages] == [LONGEST, LONGEST, 5]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("# The rocket\nhearth", ["# The rocket", "hearth"]),
        ("a rocket\n## hearth\nhere", ["a rocket", "## hearth", "here"]),
        ("#rocket\nhearth", ["#rocket\nhearth"]),
        ("> a rocket\n> hearth", ["> a rocket\n> hearth"]),
        ("> a rocket\n>> hearth", ["> a rocket", ">> hearth"]),
        ("a rocket\n> hearth\nhere", ["a rocket", "> hearth", "here"]),
        ("> a rocket\n>\n> hearth", ["> a rocket", "> hearth"]),
        (">a rocket\n > hearth", [">a rocket\n > hearth"]),
    ],
)
def test_headings_and_other_depths_of_quoting_part_passages(text: str, parts: list[str]) -> None:
    assert [passage.text for passage in split_passages(text)] == parts

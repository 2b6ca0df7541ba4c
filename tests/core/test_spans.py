"""Spans, and which of overlapping items win."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.spans import Span, keep_longest

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda pair: Span(pair[0], sum(pair)))
ITEMS = st.lists(st.tuples(SPANS, st.integers(0, 2)), max_size=15)


def kept(items: list[tuple[Span, int]]) -> list[tuple[Span, int]]:
    return list(keep_longest(items, span=lambda item: item[0], rank=lambda item: item[1]))


@given(ITEMS)
def test_what_is_kept_is_ordered_and_apart(items: list[tuple[Span, int]]) -> None:
    spans = [span for span, _ in kept(items)]
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


@given(ITEMS)
def test_what_is_dropped_overlaps_something_better(items: list[tuple[Span, int]]) -> None:
    winners = kept(items)
    for span, rank in items:
        if (span, rank) not in winners:
            assert any(
                span.overlaps(other) and (grade, -other.size) <= (rank, -span.size)
                for other, grade in winners
            )


@given(SPANS, SPANS)
def test_how_spans_relate(one: Span, other: Span) -> None:
    shared = set(range(*one)) & set(range(*other))
    assert one.overlaps(other) == bool(shared)
    assert one.contains(other) == (set(range(*other)) <= set(range(*one)))
    assert one.touches(other) == (one.end >= other.start and other.end >= one.start)
    assert one.shifted(3).size == one.size

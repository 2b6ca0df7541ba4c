"""Spans, and which of overlapping items win."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.text.spans import Span, merged, shared_ends

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda pair: Span(pair[0], sum(pair)))


@given(st.text("ab", max_size=8), st.text("ab", max_size=8))
def test_shared_ends_are_the_longest_and_never_overlap(one: str, two: str) -> None:
    head, tail = shared_ends(one, two)
    assert head + tail <= min(len(one), len(two))
    assert one[:head] == two[:head]
    assert one[len(one) - tail :] == two[len(two) - tail :]
    one, two = one[head : len(one) - tail], two[head : len(two) - tail]
    assert not (one and two and (one[0] == two[0] or one[-1] == two[-1]))


@given(st.lists(SPANS | st.integers(0, 38).map(lambda at: Span(at, at))))
def test_merged_spans_cover_the_same_and_do_not_touch(spans: list[Span]) -> None:
    made = merged(spans)
    assert {at for span in spans for at in range(*span)} == {at for s in made for at in range(*s)}
    assert all(any(one.contains(span) for one in made) for span in spans)
    assert all(one.end < other.start for one, other in itertools.pairwise(made))


@given(SPANS, SPANS)
def test_how_spans_relate(one: Span, other: Span) -> None:
    shared = set(range(*one)) & set(range(*other))
    assert one.overlaps(other) == bool(shared)
    assert one.contains(other) == (set(range(*other)) <= set(range(*one)))
    assert one.touches(other) == (one.end >= other.start and other.end >= one.start)
    assert one.shifted(3).size == one.size

"""Which of overlapping suspects wins, and that a lower threshold only adds."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.detection.winners import winners
from unspin_gui.core.suspects import Kind, Suspect
from unspin_gui.core.text.spans import Span


def suspect(kind: Kind, start: int, end: int, score: float) -> Suspect:
    return Suspect(Span(start, end), "x" * (end - start), kind, score, None)


@st.composite
def suspects(draw: st.DrawFn, *kinds: Kind) -> list[Suspect]:
    places = st.tuples(st.integers(0, 30), st.integers(1, 8))
    return [
        suspect(draw(st.sampled_from(kinds)), start, start + size, draw(st.floats(0, 1)))
        for start, size in draw(st.lists(places, max_size=12))
    ]


def covered(found: tuple[Suspect, ...], least: float) -> set[int]:
    return {at for one in found if one.score >= least for at in range(*one.span)}


@given(suspects("known", "near"), suspects("near", "unfit", "known"))
def test_winners_stand_apart_and_every_place_is_as_likely_as_before(
    sure: list[Suspect], pending: list[Suspect]
) -> None:
    found = winners(sure, pending)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    for lost in (*sure, *pending):
        over = [one for one in found if one.span.overlaps(lost.span)]
        assert over
        assert lost.kind == "known" or max(one.score for one in over) >= lost.score


@given(suspects("known", "near"), suspects("near", "unfit"))
def test_a_lower_threshold_only_adds_marks(sure: list[Suspect], pending: list[Suspect]) -> None:
    found = winners(sure, pending)
    levels = sorted({one.score for one in (*sure, *pending)}, reverse=True)
    marked: set[int] = set()
    for level in levels:
        assert marked <= covered(found, level)
        marked = covered(found, level)


def test_a_weak_near_match_does_not_displace_a_strong_mark() -> None:
    near, unfit = suspect("near", 0, 20, 0.15), suspect("unfit", 12, 20, 0.8)
    assert winners([near], [unfit]) == (unfit,)


def test_the_longest_known_phrase_comes_first() -> None:
    short, long = suspect("known", 0, 4, 0.97), suspect("known", 0, 12, 0.95)
    unfit = suspect("unfit", 2, 14, 0.99)
    (won,) = winners([short, long], [unfit])
    assert won.span == long.span
    assert won.score == 0.99

"""Resolves overlaps between suspects, regardless of the threshold."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from unspin_gui.core.suspects import Suspect

_RANKS = {"known": 0, "near": 1, "unfit": 2}
_STRONG = 0.5
"""Near matches that score at least this are as good as known phrases."""


def winners(sure: Sequence[Suspect], pending: Sequence[Suspect]) -> tuple[Suspect, ...]:
    """The suspects that win where they overlap, ordered by place.

    Known phrases among the `sure` ones come first, then strong near matches, longer ones before
    shorter; of the rest the likeliest wins. A winner is made at least as likely as the suspects it
    wins over, so that lowering the threshold never hides anything.
    """
    first = [suspect for suspect in sure if suspect.kind == "known" or suspect.score >= _STRONG]
    rest = [suspect for suspect in sure if suspect.kind != "known" and suspect.score < _STRONG]
    starts, ends, kept = list[int](), list[int](), list[Suspect]()  # ordered by place, disjoint
    for suspect in [*sorted(first, key=_by_length), *sorted([*rest, *pending], key=_by_score)]:
        start, end = suspect.span
        over = slice(bisect_right(ends, start), bisect_left(starts, end))
        if over.start >= over.stop:
            starts.insert(over.start, start)
            ends.insert(over.start, end)
            kept.insert(over.start, suspect)
        for n in range(over.start, over.stop):
            if kept[n].score < suspect.score:
                kept[n] = kept[n]._replace(score=suspect.score)
    return tuple(kept)


def _by_length(suspect: Suspect) -> tuple[object, ...]:
    return _RANKS[suspect.kind], -suspect.span.size, suspect.span


def _by_score(suspect: Suspect) -> tuple[object, ...]:
    return -suspect.score, _RANKS[suspect.kind], -suspect.span.size, suspect.span

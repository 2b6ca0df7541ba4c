"""Fixes for shorter phrases inside a suspect that won over them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from unspin_gui.core.suspects import Candidate, Suspect


def with_hidden(kept: Sequence[Suspect], found: Iterable[Suspect]) -> tuple[Suspect, ...]:
    """Return the `kept` suspects, each with the fixes for phrases inside it as last candidates.

    `kept` are ordered and disjoint; `found` are all the suspects considered.
    """
    starts = [suspect.span.start for suspect in kept]
    more: dict[int, list[Candidate]] = {}
    for hidden in found:
        k = bisect_right(starts, hidden.span.start) - 1
        if hidden.entry is not None and k >= 0 and _is_inside(hidden, kept[k]):
            more.setdefault(k, []).extend(_wordings(hidden, kept[k]))
    if not more:
        return tuple(kept)
    return tuple(
        suspect._replace(candidates=(*suspect.candidates, *more.get(k, ())))
        for k, suspect in enumerate(kept)
    )


def _is_inside(hidden: Suspect, winner: Suspect) -> bool:
    whole = len(winner.phrase) == winner.span.size
    return whole and hidden.span != winner.span and winner.span.contains(hidden.span)


def _wordings(hidden: Suspect, winner: Suspect) -> list[Candidate]:
    """The winner's words with the inner phrase fixed; they score below its own candidates."""
    start, end = (place - winner.span.start for place in hidden.span)
    least = min((candidate.score for candidate in winner.candidates), default=0.0)
    return [
        Candidate(winner.phrase[:start] + fix.text + winner.phrase[end:], least - n, fix.source)
        for n, fix in enumerate(hidden.candidates, 1)
        if fix.source == hidden.layer
    ]

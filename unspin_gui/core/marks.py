"""What is painted where: the suspects that are still open, and the decisions."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from unspin_gui.core.document import Decision, Document
from unspin_gui.core.spans import Span
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.words import fold

MarkState = Literal["suspected", "accepted", "edited", "kept"]


class Mark(NamedTuple):
    """A marked span of the source: an open suspect, or a decision."""

    span: Span
    state: MarkState
    suspect: Suspect | None = None
    decision: Decision | None = None


def open_suspects(document: Document, suspects: Iterable[Suspect]) -> tuple[Suspect, ...]:
    """The suspects, ordered by place, that no decision and no ignored phrase has settled."""
    silent = {*document.ignored, *document.never}
    undecided = _undecided(document, suspects)
    return tuple(s for s in undecided if not silent or fold(s.phrase) not in silent)


def _undecided(document: Document, suspects: Iterable[Suspect]) -> Iterator[Suspect]:
    decisions, k = document.decisions, -1
    for suspect in suspects:
        start, end = suspect.span
        if k < 0:
            k = bisect_right(decisions, start, key=_end)
        while k < len(decisions) and decisions[k].span.end <= start:
            k += 1
        if k == len(decisions) or decisions[k].span.start >= end:
            yield suspect


def _end(decision: Decision) -> int:
    return decision.span.end


def judged(suspects: Sequence[Suspect], skip: Sequence[Span]) -> tuple[Suspect, ...]:
    """The suspects outside the spans that are not judged; both ordered by place."""
    if not skip:
        return tuple(suspects)
    ends = [span.end for span in skip]
    kept = []
    for suspect in suspects:
        k = bisect_right(ends, suspect.span.start)
        if k == len(skip) or skip[k].start >= suspect.span.end:
            kept.append(suspect)
    return tuple(kept)


def marks_in(document: Document, suspects: Iterable[Suspect], span: Span) -> tuple[Mark, ...]:
    """The marks that reach into a span of the source; `suspects` are open ones, ordered."""
    found = [Mark(s.span, "suspected", suspect=s) for s in suspects if s.span.overlaps(span)]
    found += [Mark(d.span, d.state, decision=d) for d in document.touching(span)]
    return tuple(sorted(found, key=lambda mark: mark.span))


def ignored_suspects(document: Document, suspects: Iterable[Suspect]) -> tuple[Suspect, ...]:
    """The suspects that are not shown because their phrase is ignored in this document."""
    silent = {*document.ignored, *document.never}
    if not silent:
        return ()
    return tuple(s for s in _undecided(document, suspects) if fold(s.phrase) in silent)


def covered_suspects(
    document: Document, before: Iterable[Suspect], now: Iterable[Suspect]
) -> tuple[Suspect, ...]:
    """The suspects of an earlier reading that a decision hides and no present one overlaps.

    They are what shows at once when the decision is undone.
    """
    present = tuple(now)
    return tuple(
        old
        for old in before
        if document.at(old.span) and not any(old.span.overlaps(new.span) for new in present)
    )

"""What to highlight: the suspects that are still open, and the decisions."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain, takewhile
from typing import Literal, NamedTuple

from unspin_gui.core.document.change import differing
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import fold

MarkState = Literal["suspected", "accepted", "edited", "kept"]


class Mark(NamedTuple):
    """A marked span of the source: an open suspect, or a decision."""

    span: Span
    state: MarkState
    suspect: Suspect | None = None
    decision: Decision | None = None


def open_suspects(document: Document, suspects: Sequence[Suspect]) -> tuple[Suspect, ...]:
    """The suspects that are covered by no decision and no ignored phrase.

    They are ordered by place and do not overlap.
    """
    silent = {*document.ignored, *document.never}
    undecided = _undecided(document, suspects)
    return tuple(s for s in undecided if fold(s.phrase) not in silent) if silent else undecided


def still_open(
    before: Document,
    were_open: Sequence[Suspect],
    document: Document,
    suspects: Sequence[Suspect],
) -> tuple[Suspect, ...]:
    """`open_suspects`, updated from those of an earlier Document of the same source.

    Only the places where the two Documents differ are examined.
    """
    if (before.ignored, before.never) != (document.ignored, document.never):
        return open_suspects(document, suspects)
    other = [decision.span for some in differing(before, document) for decision in some]
    if not other:
        return tuple(were_open)
    start, end = min(span.start for span in other), max(span.end for span in other)
    here = suspects[_touching(suspects, start, end)]
    around = _touching(were_open, start, end)
    return (
        *were_open[: around.start],
        *open_suspects(document, here),
        *were_open[around.stop :],
    )


def _touching(suspects: Sequence[Suspect], start: int, end: int) -> slice:
    """The suspects, of an ordered sequence, that overlap or border a span."""
    first = bisect_left(suspects, start, key=_end)
    return slice(first, bisect_right(suspects, end, lo=first, key=_start))


def _undecided(document: Document, suspects: Sequence[Suspect]) -> tuple[Suspect, ...]:
    """The suspects that no decision reaches into."""
    if not suspects:
        return ()
    parts, at = list[Sequence[Suspect]](), 0
    for decision in document.touching(Span(suspects[0].span.start, suspects[-1].span.end)):
        start, end = decision.span
        first = bisect_right(suspects, start, lo=at, key=_end)
        last = bisect_left(suspects, end, lo=first, key=_start)
        if first < last:
            parts.append(suspects[at:first])
            at = last
    return tuple(chain(*parts, suspects[at:]))


def _start(suspect: Suspect) -> int:
    return suspect.span.start


def _end(suspect: Suspect) -> int:
    return suspect.span.end


def _span_end(span: Span) -> int:
    return span.end


def outside_skipped(suspects: Sequence[Suspect], skip: Sequence[Span]) -> tuple[Suspect, ...]:
    """The suspects outside the spans that are skipped; both are ordered by place.

    Markup between the words of a glossary phrase does not exclude it.
    """
    kept = []
    for suspect in suspects:
        k = bisect_right(skip, suspect.span.start, key=_span_end)
        is_apart = k == len(skip) or skip[k].start >= suspect.span.end
        if is_apart or _is_split_by_markup(suspect, skip[k:]):
            kept.append(suspect)
    return tuple(kept)


def _is_split_by_markup(suspect: Suspect, skip: Sequence[Span]) -> bool:
    """Whether all skipped spans that reach into a glossary phrase are blank there: markup."""
    if suspect.entry is None:
        return False
    at = suspect.span.start
    reach = list(takewhile(lambda span: span.start < suspect.span.end, skip))
    parts = [suspect.phrase[start - at : end - at] for start, end in reach]
    is_inside = all(map(suspect.span.contains, reach))
    return is_inside and not "".join(parts).strip(" \u00ad")


def marks_in(document: Document, suspects: Iterable[Suspect], span: Span) -> tuple[Mark, ...]:
    """The marks that reach into a span of the source; `suspects` are the open ones, in order."""
    found = [Mark(s.span, "suspected", suspect=s) for s in suspects if s.span.overlaps(span)]
    found += [Mark(d.span, d.state, decision=d) for d in document.touching(span)]
    return tuple(sorted(found, key=lambda mark: mark.span))


def ignored_suspects(document: Document, suspects: Sequence[Suspect]) -> tuple[Suspect, ...]:
    """The suspects not shown because their phrase is ignored in this document."""
    silent = {*document.ignored, *document.never}
    if not silent:
        return ()
    return tuple(s for s in _undecided(document, suspects) if fold(s.phrase) in silent)


def covered_suspects(
    document: Document, before: Iterable[Suspect], now: Iterable[Suspect]
) -> tuple[Suspect, ...]:
    """The earlier suspects that a decision hides and that no current suspect overlaps.

    They are shown again as soon as the decision is undone.
    """
    present = tuple(now)
    return tuple(
        old
        for old in before
        if document.at(old.span) and not any(old.span.overlaps(new.span) for new in present)
    )

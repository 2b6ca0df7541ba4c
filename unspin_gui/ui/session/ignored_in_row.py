"""Detects that places are ignored one after another, to offer ignoring the similar rest."""

from collections.abc import Iterable
from typing import NamedTuple

from unspin_gui.core.document.document import Document
from unspin_gui.core.suspects import Suspect

USUAL = 80
"""Per cent: of the marks that score less, under half were wrong English in the articles tried."""
ALL = 101
"""Per cent: below it is every mark."""
BOUNDS = (60, 70, USUAL, 90)
"""Per cent: what is offered to ignore below."""
_IN_A_ROW = 3
_HIGHEST = 90
"""What scores more is accepted by whoever accepts all, so it is not offered to be ignored."""
_STEP = 5


class WeakRest(NamedTuple):
    """Open suspects that score below a percentage."""

    percent: int
    suspects: tuple[Suspect, ...]


def weak_rest(suspects: Iterable[Suspect], percent: int) -> WeakRest:
    """The suspects that are shown with less than a percentage."""
    return WeakRest(percent, tuple(s for s in suspects if round(100 * s.score) < percent))


class IgnoredInRow:
    """Remembers the last places ignored one by one, until another action intervenes."""

    def __init__(self) -> None:
        self._scores: list[int] = []
        self._left: Document | None = None

    def note(self, suspect: Suspect, before: Document, after: Document) -> None:
        """Record that a place was ignored, which changed the document from `before` to `after`."""
        if before is not self._left:
            self._scores.clear()
        self._scores.append(round(100 * suspect.score))
        self._left = after

    def percent(self, document: Document) -> int | None:
        """The percentage to ignore below, in steps of five; None if few were just ignored."""
        if document is not self._left or len(self._scores) < _IN_A_ROW:
            return None
        above = (max(self._scores[-_IN_A_ROW:]) // _STEP + 1) * _STEP
        return min(_HIGHEST, max(USUAL, above))

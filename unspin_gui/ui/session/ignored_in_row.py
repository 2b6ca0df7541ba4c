"""Places ignored one after the other: a sign that the rest like them may be ignored at once."""

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
    """Open suspects that score below so many per cent."""

    percent: int
    suspects: tuple[Suspect, ...]


def weak_rest(suspects: Iterable[Suspect], percent: int) -> WeakRest:
    """Those of the suspects that are shown with less than so many per cent."""
    return WeakRest(percent, tuple(s for s in suspects if round(100 * s.score) < percent))


class IgnoredInRow:
    """Remembers the last places that were ignored one by one, until another act comes between."""

    def __init__(self) -> None:
        self._scores: list[int] = []
        self._left: Document | None = None

    def note(self, suspect: Suspect, before: Document, after: Document) -> None:
        """A place was ignored, which led from these facts to those."""
        if before is not self._left:
            self._scores.clear()
        self._scores.append(round(100 * suspect.score))
        self._left = after

    def percent(self, document: Document) -> int | None:
        """What to ignore below, in steps of five; None unless several were ignored just now."""
        if document is not self._left or len(self._scores) < _IN_A_ROW:
            return None
        return min(_HIGHEST, (max(self._scores[-_IN_A_ROW:]) // _STEP + 1) * _STEP)

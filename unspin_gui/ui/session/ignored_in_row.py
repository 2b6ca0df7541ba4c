"""Detects that places are ignored one after another, to offer ignoring the similar rest."""

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from unspin_gui.core.document.document import Document
from unspin_gui.core.suspects import Suspect

USUAL = 80
"""Per cent: of the marks that score less, under half were wrong English in the articles tested."""
ALL = 101
"""Per cent: every mark is below it."""
BOUNDS = (60, 70, USUAL, 90)
"""Per cent: the thresholds below which ignoring is offered."""
_SEVERAL, _LAST = 3, 6
"""This many of the last places must have been ignored."""
_HIGHEST = 90
"""Marks that score more are accepted by Accept All, so ignoring them is not offered."""
_STEP = 5


class WeakRest(NamedTuple):
    """Open suspects that score below a percentage."""

    percent: int
    suspects: tuple[Suspect, ...]


def weak_rest(suspects: Iterable[Suspect], percent: int) -> WeakRest:
    """Return the suspects whose displayed score is below a percentage."""
    return WeakRest(percent, tuple(s for s in suspects if round(100 * s.score) < percent))


class IgnoredInRow:
    """Remembers which of the last places were ignored, one by one, and which were accepted."""

    def __init__(self) -> None:
        self._scores: deque[int | None] = deque(maxlen=_LAST)
        self._left: Document | None = None

    def note(self, ignored: Suspect | None, before: Document, after: Document) -> None:
        """Record that a place was ignored (None: accepted), which led from `before` to `after`.

        Any other action in between starts again.
        """
        if before is not self._left:
            self._scores.clear()
        self._scores.append(round(100 * ignored.score) if ignored else None)
        self._left = after

    def percent(self, document: Document) -> int | None:
        """The percentage to ignore below, in steps of five; None if few were just ignored."""
        scores = [score for score in self._scores if score is not None]
        if document is not self._left or len(scores) < _SEVERAL or self._scores[-1] is None:
            return None
        return min(_HIGHEST, max(USUAL, (max(scores) // _STEP + 1) * _STEP))

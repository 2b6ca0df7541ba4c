"""Finds which paragraph of the source corresponds to which one of the corrected text."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QTextBlock

from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.panes.positions import block_at, block_span

_FAR = 300
"""How many paragraphs are searched for one with a twin before giving up."""


class Twins(NamedTuple):
    """Paragraphs of both panes that begin at the same place."""

    left: QTextBlock
    right: QTextBlock


class TwinFinder:
    """Finds twins, where paragraphs may have been joined, divided, added or deleted."""

    def __init__(self, left: Pane, right: Pane) -> None:
        self._left = left
        self._right = right

    def at(self, left: QTextBlock) -> Twins | None:
        """Return the twins that include this paragraph of the source, if it has a twin."""
        place, offsets = self._start(self._left, left), self._right.side.offsets
        before, after = self._right.side.from_source(Span(place, place))
        for start in (
            (after, before) if after > before else (after,)
        ):  # the place of what was inserted here
            right = block_at(self._right.document(), start, offsets)
            if self._start(self._right, right) == start and self._source_place(start) == place:
                return Twins(left, right)
        return None

    def source_of(self, right: QTextBlock) -> QTextBlock:
        """The paragraph of the source behind the start of one of the corrected text."""
        start = self._source_place(self._start(self._right, right))
        return block_at(self._left.document(), start, self._left.side.offsets)

    def _start(self, pane: Pane, block: QTextBlock) -> int:
        return block_span(block, pane.side.offsets).start

    def _source_place(self, start: int) -> int:
        """Return the place in the source behind one of the corrected text, after deleted text."""
        return self._right.side.to_source(Span(start, start)).end

    def before(self, left: QTextBlock, last_right: int) -> Twins | None:
        """The nearest twins at or before a paragraph of the source.

        The one in the corrected text is at most the paragraph with the number `last_right`.
        """
        for _ in range(_FAR):
            if not left.isValid():
                return None
            twins = self.at(left)
            if twins is not None and twins.right.blockNumber() <= last_right:
                return twins
            left = left.previous()
        return None

    def after(self, twins: Twins) -> Twins | None:
        """The next twins after these."""
        left, least = twins.left.next(), twins.right.blockNumber()
        for _ in range(_FAR):
            if not left.isValid():
                return None
            following = self.at(left)
            if following is not None and following.right.blockNumber() > least:
                return following
            left = left.next()
        return None


def blocks_between(first: QTextBlock, end: QTextBlock | None) -> Iterator[QTextBlock]:
    """The paragraphs from one up to another one, which is left out; without it, to the last."""
    last = -1 if end is None else end.blockNumber()
    block = first
    for _ in range(_FAR):
        if not block.isValid() or block.blockNumber() == last:
            return
        yield block
        block = block.next()

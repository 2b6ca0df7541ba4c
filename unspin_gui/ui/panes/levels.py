"""Aligns twin paragraphs: how much space each needs, and where a pane has to be scrolled."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QTextBlock

from unspin_gui.ui.panes.block_layout import (
    blank_above,
    height_of,
    set_blank_above,
    set_indent,
    space_above,
)
from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.panes.twins import TwinFinder, Twins, blocks_between


class Rung(NamedTuple):
    """Twins, and the height in pixels of each up to the next twins, without the added space.

    `blanks` is the space above them: (left, right); `step` is how far below their first lines those
    of the next twins are.
    """

    twins: Twins
    heights: tuple[float, float]
    blanks: tuple[float, float]
    after: Twins | None
    step: float


class TopOfPane(NamedTuple):
    """What is at the top of a pane: a paragraph, one of its lines, and the space above it."""

    block: QTextBlock
    line: int
    blank: float


class Levels:
    """Measures the paragraphs around those on screen, in both panes."""

    def __init__(self, left: Pane, right: Pane) -> None:
        self._panes = (left, right)
        self.finder = TwinFinder(left, right)

    def rungs(self, first: Twins) -> Iterator[Rung]:
        """Yield the twins from these on; their heights decide how much space the next ones need."""
        twins: Twins | None = first
        blanks = self.blanks_before(first)
        while twins is not None:
            after = self.finder.after(twins)
            heights = self._heights(twins, after)
            space = self._space(after) if after is not None else 0.0
            yield Rung(twins, heights, blanks, after, max(heights) + space)
            blanks = _evened(heights, space)
            twins = after

    def blanks_before(self, twins: Twins) -> tuple[float, float]:
        """Return the space that these twins need above them: (left, right)."""
        earlier = self.earlier(twins)
        if earlier is None:
            return 0.0, 0.0
        return _evened(self._heights(earlier, twins), self._space(twins))

    def _space(self, twins: Twins) -> float:
        return space_above(self._panes[0], twins.left)

    def earlier(self, twins: Twins) -> Twins | None:
        """Return the twins before these."""
        return self.finder.before(twins.left.previous(), twins.right.blockNumber() - 1)

    def _heights(self, twins: Twins, after: Twins | None) -> tuple[float, float]:
        ends = after or (None, None)
        left, right = (
            sum(height_of(pane, block) for block in blocks_between(first, end))
            for pane, first, end in zip(self._panes, twins, ends, strict=True)
        )
        return left, right

    def apply(self, rung: Rung, side: int) -> bool:
        """Leave the space of a rung in one pane; returns whether anything moved."""
        first, end = rung.twins[side], rung.after[side] if rung.after else None
        has_moved = False
        for block in blocks_between(first, end):
            blank = rung.blanks[side] if block == first else 0.0
            has_moved |= set_blank_above(block, blank)
            has_moved |= set_indent(self._panes[side], block)
        return has_moved


def _evened(heights: tuple[float, float], space: float) -> tuple[float, float]:
    left, right = heights
    return max(0.0, right - left) + space, max(0.0, left - right) + space


def place_for(pane: Pane, rung: Rung, side: int, top: float) -> TopOfPane:
    """Return what must be at the top of a pane so that the first line of a rung is at `top`.

    If the edge of the pane runs through added space, the part above the edge is left out, since a
    pane can only be scrolled to a line.
    """
    if top > 0:
        return _place_above(pane, rung.twins[side], top, rung.blanks[side])
    first, end = rung.twins[side], rung.after[side] if rung.after else None
    return _place_below(pane, first, end, top, top + rung.step)


def _place_above(pane: Pane, first: QTextBlock, top: float, blank: float) -> TopOfPane:
    """Return the place at which this many pixels above the first line of a paragraph are shown."""
    rest, place = top - blank, TopOfPane(first, 0, min(top, blank))
    block = first.previous()
    while rest > 0 and block.isValid():
        height, layout = height_of(pane, block), block.layout()
        for number in range(layout.lineCount() - 1, -1, -1):
            line = layout.lineAt(number)
            above = height - (line.y() - blank_above(block))
            if above - rest > line.height() / 2:
                return place
            place = TopOfPane(block, number, 0.0)
        rest -= height
        block = block.previous()
    return place


def _place_below(
    pane: Pane, first: QTextBlock, end: QTextBlock | None, top: float, end_top: float
) -> TopOfPane:
    """Return the place at which the first line of a paragraph is at `top`, above the edge.

    `end` is the paragraph whose first line should be at `end_top`.
    """
    place = TopOfPane(first, 0, 0.0)
    for block in blocks_between(first, end):
        height, layout = height_of(pane, block), block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if top + line.y() - blank_above(block) > line.height() / 2:
                return place
            place = TopOfPane(block, number, 0.0)
        top += height
    if end is not None and top < pane.fontMetrics().lineSpacing() / 2:
        return TopOfPane(end, 0, end_top)
    return place

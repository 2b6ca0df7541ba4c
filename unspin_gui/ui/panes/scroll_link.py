"""Scrolls two panes together, with their twin paragraphs at the same height."""

from PySide6.QtCore import QObject, QRectF, QSizeF, Slot
from PySide6.QtWidgets import QPlainTextEdit

from unspin_gui.ui.panes.block_layout import set_apart, set_blank_above, shape_of, top_line
from unspin_gui.ui.panes.levels import Levels, Rung, place_for
from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.panes.twins import TwinFinder, Twins

_ROUNDS = 3
"""The most rounds of layout: what is on screen depends on the added space, and vice versa."""
_FIRST_AT_ALL = 1 << 30


class ScrollLink(QObject):
    """Keeps the top lines of twin paragraphs level while one of the panes is scrolled.

    The one scrolled last leads: the other is scrolled so that its paragraphs are beside their
    twins, and the shorter paragraph of two has space below it. Only what is on screen is measured,
    before it is painted. When the end of the text is on screen, both panes can be scrolled equally
    far.
    """

    def __init__(self, left: Pane, right: Pane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locked = True
        self._panes = (left, right)
        self._levels = Levels(left, right)
        self._leader = 0
        self._is_stale, self._is_touched, self._is_busy = True, False, False
        self._has_blanks = False
        self._known = list[tuple[int, int, float, float]]()
        self._natural = [pane.verticalScrollBar().maximum() for pane in self._panes]
        for pane in self._panes:
            layout = pane.document().documentLayout()
            layout.update.connect(self._on_laid_out)
            layout.documentSizeChanged.connect(self._on_size_changed)
            pane.reshaped.connect(self._on_reshaped)
            pane.blockCountChanged.connect(self._on_reshaped)
            pane.painting.connect(self.level)
        left.verticalScrollBar().valueChanged.connect(self._on_left_scrolled)
        right.verticalScrollBar().valueChanged.connect(self._on_right_scrolled)
        left.verticalScrollBar().rangeChanged.connect(self._on_left_range)
        right.verticalScrollBar().rangeChanged.connect(self._on_right_range)

    @property
    def locked(self) -> bool:
        """Whether the panes scroll together."""
        return self._locked

    @locked.setter
    def locked(self, locked: bool) -> None:
        self._locked = locked
        self.level_again()

    @property
    def twins(self) -> TwinFinder:
        """The finder of twin paragraphs."""
        return self._levels.finder

    @property
    def is_active(self) -> bool:
        """Whether there are two panes to keep level."""
        return self._locked and all(pane.isVisible() for pane in self._panes)

    def level_again(self) -> None:
        """Start or stop keeping the panes level, after the option was changed."""
        self._is_stale = True
        self.level()

    @Slot()
    def level(self) -> None:
        """Keep the panes level if anything was laid out or scrolled since the last time."""
        if self._is_busy or not (self._is_stale or self._has_changed()):
            return
        self._is_busy = True
        try:
            self._level_now()
        finally:
            self._is_busy = False

    def _has_changed(self) -> bool:
        """Whether what is on screen has changed its height since it was laid out."""
        was_touched, self._is_touched = self._is_touched, False
        return was_touched and self._shape() != self._known

    def _shape(self) -> list[tuple[int, int, float, float]]:
        """Return what the heights of the paragraphs on screen depend on."""
        return [shape_of(block) for pane in self._panes for block in pane.visible_blocks()]

    def _level_now(self) -> None:
        if not self.is_active:
            self._is_stale = False
            self._release()
            for pane in self._panes:
                set_apart(pane)
            self._is_touched, self._known = False, self._shape()
            return
        for _ in range(_ROUNDS):
            self._is_stale = False
            for pane in self._panes:
                pane.highlighter.complete()
            self._pass()
            if not self._is_stale:
                break
        self._is_stale = self._is_touched = False
        self._known = self._shape()

    # ---- what happens to the panes ------------------------------------------------------

    @Slot()
    def _on_reshaped(self) -> None:
        self._is_stale = True

    @Slot(QRectF)
    def _on_laid_out(self, _rect: QRectF) -> None:
        # Qt reports this at each key press; usually the heights have not changed.
        self._is_touched = True

    @Slot(QSizeF)
    def _on_size_changed(self, _size: QSizeF) -> None:
        self._is_stale = True

    @Slot()
    def _on_left_scrolled(self) -> None:
        self._on_scrolled(0)

    @Slot()
    def _on_right_scrolled(self) -> None:
        self._on_scrolled(1)

    def _on_scrolled(self, side: int) -> None:
        self._is_stale = True
        if not self._is_busy:
            self._leader = side
            self.level()

    @Slot(int, int)
    def _on_left_range(self, _least: int, most: int) -> None:
        self._natural[0] = most

    @Slot(int, int)
    def _on_right_range(self, _least: int, most: int) -> None:
        self._natural[1] = most

    # ---- levelling ----------------------------------------------------------------------

    def _pass(self) -> None:
        """Align what is on screen, and scroll the other pane beside the leader."""
        twins = self._twins_at_top()
        if twins is None:
            return
        rungs = self._rungs_on_screen(twins)
        own = self._panes[self._leader].block_top(twins[self._leader])
        top = own + rungs[0].blanks[self._leader]
        self._follow(rungs[0], top)

    def _twins_at_top(self) -> Twins | None:
        """Return the twins at the top of the leader."""
        block, finder = self._panes[self._leader].firstVisibleBlock(), self.twins
        if self._leader == 0:
            return finder.before(block, _FIRST_AT_ALL)
        return finder.before(finder.source_of(block), block.blockNumber())

    def _rungs_on_screen(self, twins: Twins) -> list[Rung]:
        """Align the paragraphs from these to the end of the screen."""
        rungs, moved = list[Rung](), [False, False]
        end, bottom = 0.0, max(pane.viewport().height() for pane in self._panes)
        for rung in self._levels.rungs(twins):
            for side in (0, 1):
                moved[side] |= self._levels.apply(rung, side)
            if not rungs:
                end = self._panes[self._leader].block_top(twins[self._leader])
                end += rung.blanks[self._leader]
            rungs.append(rung)
            if end > bottom:  # without its added space, this one may be on screen
                break
            end += rung.step
        self._has_blanks = True
        self._show_moved(moved)
        if rungs[-1].after is None:
            self._end_evenly(rungs[-1], moved)
        return rungs

    def _show_moved(self, moved: list[bool]) -> None:
        for pane, has_moved in zip(self._panes, moved, strict=True):
            if has_moved:
                pane.viewport().update()

    def _end_evenly(self, last: Rung, moved: list[bool]) -> None:
        """Let both panes be scrolled until the end of the longer one is on screen."""
        for side, pane in enumerate(self._panes):
            if moved[side]:
                layout = pane.document().documentLayout()
                layout.documentSizeChanged.emit(layout.documentSize())
            missing = max(last.heights) - last.heights[side]
            lines = round(missing / pane.fontMetrics().lineSpacing())
            _allow(pane, self._natural, side, self._natural[side] + lines)

    def _follow(self, rung: Rung, top: float) -> None:
        """Move the first line of a rung to the same height in the other pane."""
        side = 1 - self._leader
        pane = self._panes[side]
        place = place_for(pane, rung, side, top)
        if place.line == 0 and set_blank_above(place.block, place.blank):
            pane.viewport().update()
        bar = pane.verticalScrollBar()
        for _ in range(_ROUNDS):  # scrolling lays paragraphs out, which changes their line numbers
            number = place.block.firstLineNumber() + place.line
            if number > bar.maximum():
                _allow(pane, self._natural, side, number)
            bar.setValue(number)
            if pane.firstVisibleBlock() == place.block and top_line(pane) == place.line:
                break

    def _release(self) -> None:
        """Remove all added space again."""
        if self._has_blanks:
            self._has_blanks = False
            for pane in self._panes:
                pane.document().markContentsDirty(0, pane.document().characterCount())


def _allow(pane: QPlainTextEdit, natural: list[int], side: int, most: int) -> None:
    """Let a pane be scrolled this far, but not past its last line; Qt's own limit is remembered."""
    known = natural[side]
    pane.verticalScrollBar().setMaximum(min(most, pane.document().lineCount() - 1))
    natural[side] = known

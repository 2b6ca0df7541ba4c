"""Scrolls two panes together: by paragraph, and by the share of it scrolled past."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextBlock

from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.panes.positions import block_at, block_span


class ScrollLink(QObject):
    """Keeps the paragraph at the top of one pane at the top of the other."""

    def __init__(self, left: Pane, right: Pane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.locked = True
        self._left = left
        self._right = right
        self._leader: Pane | None = None
        left.verticalScrollBar().valueChanged.connect(self._on_left_scrolled)
        right.verticalScrollBar().valueChanged.connect(self._on_right_scrolled)

    @Slot()
    def _on_left_scrolled(self) -> None:
        self._follow(self._left, self._right)

    @Slot()
    def _on_right_scrolled(self) -> None:
        self._follow(self._right, self._left)

    def _follow(self, leader: Pane, follower: Pane) -> None:
        if not self.locked or self._leader not in (None, leader):
            return
        self._leader = leader
        try:
            self._align(leader, follower)
        finally:
            self._leader = None

    def _align(self, leader: Pane, follower: Pane) -> None:
        block = leader.firstVisibleBlock()
        bar = leader.verticalScrollBar()
        ends = {bar.minimum(): follower.verticalScrollBar().minimum()}
        ends[bar.maximum()] = follower.verticalScrollBar().maximum()
        if bar.value() in ends:
            follower.verticalScrollBar().setValue(ends[bar.value()])
            return
        past = bar.value() - block.firstLineNumber()
        share = past / max(1, block.lineCount())
        other = self._partner(block, leader, follower)
        follower.verticalScrollBar().setValue(
            other.firstLineNumber() + round(share * other.lineCount())
        )

    def _partner(self, block: QTextBlock, leader: Pane, follower: Pane) -> QTextBlock:
        here = block_span(block, leader.side.offsets)
        source = leader.side.to_source(Span(here.start, here.start))
        place = follower.side.from_source(source)
        return block_at(follower.document(), place.start, follower.side.offsets)

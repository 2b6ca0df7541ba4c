"""Paragraph numbers beside a pane."""

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from unspin_gui.ui.panes.block_layout import blank_above
from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.panes.reading_width import ReadingWidth


class LineNumbers(QWidget):
    """A column with the number of each paragraph, in its pane's margin."""

    def __init__(self, pane: Pane, width: ReadingWidth) -> None:
        super().__init__(pane)
        self._pane = pane
        self._width = width
        self.hide()
        pane.blockCountChanged.connect(self._on_count_changed)
        pane.updateRequest.connect(self._on_update)
        pane.reshaped.connect(self._make_room)

    def set_shown(self, *, shown: bool) -> None:
        """Show or hide the numbers."""
        self.setVisible(shown)
        self._make_room()

    def sizeHint(self) -> QSize:
        """As wide as the last number requires (called by Qt)."""
        digits = max(2, len(str(self._pane.blockCount())))
        return QSize(16 + digits * self._pane.fontMetrics().horizontalAdvance("9"), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the numbers of the paragraphs on screen (called by Qt)."""
        painter = QPainter(self)
        painter.setFont(self._pane.font())
        faint = self._pane.palette().color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(faint)
        height = self._pane.fontMetrics().height()
        for block in self._pane.visible_blocks():
            top = self._pane.block_top(block) + blank_above(block)
            box = QRect(0, round(top), self.width() - 8, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
        painter.end()

    @Slot()
    def _make_room(self) -> None:
        shown = not self.isHidden()
        width = self.sizeHint().width() if shown else 0
        self._width.reserve(width)
        text = self._pane.viewport().geometry()
        self.setGeometry(QRect(text.left() - width, text.top(), width, text.height()))

    @Slot(int)
    def _on_count_changed(self, _count: int) -> None:
        self._make_room()

    @Slot(QRect, int)
    def _on_update(self, rect: QRect, moved: int) -> None:
        if moved:
            self.scroll(0, moved)
        else:
            self.update(0, rect.y(), self.width(), rect.height())

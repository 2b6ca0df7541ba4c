"""Keeps the lines of a pane at a comfortable length, however wide the window is."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QPlainTextEdit

from unspin_gui.ui.panes.pane import Pane

LETTERS = 90
"""The most letters per line, on average."""
_TYPICAL = "the quick brown fox jumps over the lazy dog and runs on "


class ReadingWidth(QObject):
    """Centres the text of a pane in a column, if that is wanted and lines are wrapped.

    It is wanted if it `is_limited`; `reserved` pixels beside the column are for line numbers.
    """

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._margins = (0, 0)
        self.is_limited = True
        self.reserved = 0
        pane.reshaped.connect(self.fit)

    def set_limited(self, *, limited: bool) -> None:
        """Limit the length of the lines, or use the full width."""
        self.is_limited = limited
        self.fit()

    def reserve(self, width: int) -> None:
        """Keep `width` pixels free to the left of the text."""
        self.reserved = width
        self.fit()

    @property
    def most(self) -> int:
        """The greatest width of the text with its margins, in pixels."""
        pane = self._pane
        letter = pane.fontMetrics().horizontalAdvance(_TYPICAL) / len(_TYPICAL)
        return round(LETTERS * letter + 2 * pane.document().documentMargin())

    @Slot()
    def fit(self) -> None:
        """Set the margins that centre the column, or none."""
        pane, left, right = self._pane, self._margins[0], self._margins[1]
        spare = pane.viewport().width() + left + right - self.reserved - self.most
        wraps = pane.lineWrapMode() == QPlainTextEdit.LineWrapMode.WidgetWidth
        beside = max(0, spare) // 2 if self.is_limited and wraps else 0
        margins = (self.reserved + beside, beside)
        if margins != self._margins:
            self._margins = margins
            pane.setViewportMargins(margins[0], 0, margins[1], 0)

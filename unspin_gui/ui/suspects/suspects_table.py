"""The table of the list of suspects."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from unspin_gui.ui.suspects.suspects_model import COUNT, FIX, PHRASE, PLACE, SCORE, STATE

WIDEST_SCORE = "100 %"
_LEAST_TEXT = "some words"
"""What can be read of phrase and fix at least."""


class SuspectTable(QTableView):
    """Whole rows of equal height, in the order of the text until a header is clicked.

    Signals:
        entered(): Return was pressed on a row.
        picked(int): a digit was pressed; which suggestion that is, from 0.
    """

    entered = Signal()
    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("suspectList")
        self.setAccessibleName(self.tr("Suspects"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_font()

    def _fit_font(self) -> None:
        """Adapt rows and figures to the font size."""
        metrics, header = self.fontMetrics(), self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 10)
        for column, sample in ((COUNT, "00"), (SCORE, WIDEST_SCORE)):
            if column < header.count():
                header.resizeSection(column, self._width_of(sample))

    def changeEvent(self, event: QEvent) -> None:
        """Adapt to another font size (called by Qt)."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_font()

    def set_widths(self) -> None:
        """Divide the room left by the figures between phrase and fix."""
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(24)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for column in (PHRASE, FIX):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in (COUNT, SCORE, STATE, PLACE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self._fit_font()

    def set_most(self, count: str) -> bool:
        """Give the counts as much room as the greatest needs; returns whether that is new."""
        width = self._width_of(max(count, "00", key=len))
        is_new = width != self.horizontalHeader().sectionSize(COUNT)
        if is_new:
            self.horizontalHeader().resizeSection(COUNT, width)
        return is_new

    def show_columns(self, samples: Mapping[int, str]) -> None:
        """Show these columns, as wide as their samples, beside phrase and fix.

        The most wanted comes first: what would leave too little of phrase and fix is not shown.
        """
        header = self.horizontalHeader()
        texts = 1 if self.isColumnHidden(FIX) else 2
        room = self.viewport().width() - header.sectionSize(COUNT)
        room -= texts * self._width_of(_LEAST_TEXT)
        for column in (SCORE, STATE, PLACE):
            if column not in samples:
                self.setColumnHidden(column, True)  # noqa: FBT003 - Qt has no keyword for it
        for column, sample in samples.items():
            width = self._width_of(sample)
            header.resizeSection(column, width)
            self.setColumnHidden(column, width > room)
            room -= width if width <= room else 0

    def _width_of(self, sample: str) -> int:
        return self.fontMetrics().horizontalAdvance(sample) + 14

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and digits act on rows; Del is for the list (called by Qt)."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_on_row = self.currentIndex().isValid()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and is_on_row:
            self.entered.emit()
        elif Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9 and plain and is_on_row:
            self.picked.emit(int(event.key()) - Qt.Key.Key_1)
        elif event.key() == Qt.Key.Key_Delete:
            event.ignore()
        else:
            super().keyPressEvent(event)

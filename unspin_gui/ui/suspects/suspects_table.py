"""The table of the list of suspects."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from unspin_gui.ui.suspects.suspects_model import COUNT, FIX, PHRASE, PLACE, SCORE, STATE


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
        for column, sample in ((COUNT, "00"), (SCORE, "100 %")):
            if column < header.count():
                header.resizeSection(column, metrics.horizontalAdvance(sample) + 14)

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

    def set_place_width(self, longest: str) -> None:
        """Give the places as much room as the longest of them needs."""
        width = self.fontMetrics().horizontalAdvance(longest) + 14
        self.horizontalHeader().resizeSection(PLACE, width)

    def set_state_width(self, longest: str) -> None:
        """Give the states as much room as the longest of them needs."""
        width = self.fontMetrics().horizontalAdvance(longest) + 14
        self.horizontalHeader().resizeSection(STATE, width)

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

"""The table of the list of suspects."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from unspin_gui.ui.suspects.suspects_model import COUNT, FIX, PHRASE, SCORE, STATE


class SuspectTable(QTableView):
    """Whole rows of one height, in text order until a header is clicked."""

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
        rows.setDefaultSectionSize(self.fontMetrics().height() + 10)

    def set_widths(self) -> None:
        """Divide the room that figures leave between phrase and fix."""
        header, metrics = self.horizontalHeader(), self.fontMetrics()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(24)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for column in (PHRASE, FIX):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in (COUNT, SCORE, STATE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        for column, sample in ((COUNT, "00"), (SCORE, "100 %")):
            header.resizeSection(column, metrics.horizontalAdvance(sample) + 14)

    def set_state_width(self, longest: str) -> None:
        """Give the states as much room as the longest of them needs."""
        width = self.fontMetrics().horizontalAdvance(longest) + 14
        self.horizontalHeader().resizeSection(STATE, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens on every platform; Del is left to the list (called by Qt)."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            event.ignore()
        else:
            super().keyPressEvent(event)

"""The table of the glossary editor: keys, selection, and what is selected."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from unspin_gui.core.glossary import Entry
from unspin_gui.ui.glossaries.model import FIXES, HERE, GlossaryModel, Row

_WIDTHS = (200, 230, 52, 120, 80, 36, 90, 46)
_MOST = 500
"""Entries whose selection is kept when the table is filled anew."""


class GlossaryTable(QTableView):
    """Signals: edit_requested() by Return, F2 or double click; delete_requested() by Del."""

    edit_requested = Signal()
    delete_requested = Signal()

    def __init__(self, model: GlossaryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = model
        self.setObjectName("glossaryTable")
        self.setAccessibleName(self.tr("Entries"))
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self._set_up_headers()
        self.doubleClicked.connect(self.edit_requested)

    def _set_up_headers(self) -> None:
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 10)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        head.setSectionResizeMode(FIXES, QHeaderView.ResizeMode.Stretch)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and F2 edit, Del deletes (called by Qt)."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_requested.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

    def rows(self) -> list[Row]:
        """The selected rows, from top to bottom."""
        chosen = self.selectionModel().selectedRows()
        return [self.entries.row(index) for index in sorted(chosen, key=QModelIndex.row)]

    def own_rows(self) -> list[Row]:
        """Those of them that can be changed."""
        return [row for row in self.rows() if row.layer.writable]

    def select(self, entries: Sequence[Entry]) -> None:
        """Select these entries, so far as they are shown."""
        shown = self.entries.find(entries[:_MOST])
        chosen = QItemSelection()
        for row in shown:
            chosen.select(self.entries.index(row, 0), self.entries.index(row, HERE))
        if shown:
            self.selectionModel().setCurrentIndex(
                self.entries.index(shown[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def select_phrase(self, phrase: str) -> bool:
        """Select the first entry of a phrase; whether there is one."""
        wanted = phrase.casefold()
        for k in range(self.entries.rowCount()):
            if self.entries.row(self.entries.index(k, 0)).entry.phrase.casefold() == wanted:
                self.selectRow(k)
                return True
        return False

"""The table of the glossary editor: its keys and its selection."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from unspin_gui.application.entry_table import FIXES, HERE, EntryRow
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.ui.glossary.editor.entries_model import GlossaryModel
from unspin_gui.ui.widgets.placeholder import paint_emptiness
from unspin_gui.ui.widgets.row_selection import select_row

_WIDTHS = (200, 230, 52, 120, 80, 36, 90, 46)
SELECTED = 500
"""Up to this many selected entries stay selected when the table is refilled."""


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
            self.setColumnWidth(column, max(width, head.sectionSizeHint(column)))
        head.setSectionResizeMode(FIXES, QHeaderView.ResizeMode.Stretch)
        # To find columns that are selected entirely, Qt would look at every row.
        head.setSelectionModel(QItemSelectionModel(self.model(), head))
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the entries, or why there are none (called by Qt)."""
        super().paintEvent(event)
        paint_emptiness(self, self.why_empty)

    @property
    def why_empty(self) -> str:
        """Return the text shown if there is no entry."""
        wish = self.entries.wish
        if wish.text:
            message = self.tr("No entry has “{0}” in its phrase, fixes, note or tags.")
            return message.format(wish.text)
        reasons = {
            "all": self.tr(
                "This glossary is empty. Fixes that you accept are added to yours "
                "automatically; Add lets you enter a pair by hand."
            ),
            "clashes": self.tr("No entry contradicts another or itself."),
            "here": self.tr("None of these phrases occurs in the text under review."),
            "unused": self.tr("Every entry was used, or would be in this text."),
            "off": self.tr("No entry is switched off."),
            "ordinary": self.tr("No single ordinary word is flagged in every text."),
        }
        return reasons[wish.show]

    @property
    def chosen(self) -> list[int]:
        """The positions of the selected rows, from top to bottom.

        Since whole rows are selected, the ranges suffice: Qt would ask for every cell.
        """
        ranges = self.selectionModel().selection().toList()
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    def rows(self) -> Iterator[EntryRow]:
        """The selected rows, from top to bottom."""
        return map(self.entries.row, self.chosen)

    def own_rows(self) -> Iterator[EntryRow]:
        """The selected rows that can be changed."""
        return (row for row in self.rows() if row.layer.writable)

    def select(self, entries: Sequence[Entry]) -> None:
        """Select those of these entries that are shown."""
        shown = self.entries.find(entries[:SELECTED])
        chosen = QItemSelection()
        for row in shown:
            chosen.select(self.entries.index(row, 0), self.entries.index(row, HERE))
        if shown:
            self.selectionModel().setCurrentIndex(
                self.entries.index(shown[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def select_phrase(self, phrase: str) -> bool:
        """Select the first entry for a phrase; returns whether there is one."""
        row = self.entries.find_phrase(phrase)
        if row >= 0:
            select_row(self, row)
        return row >= 0

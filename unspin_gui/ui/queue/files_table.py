"""The table of files, which shows as many columns as there is room for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize, Signal, Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from unspin_gui.application.file_queue import QueueKey, QueueRow
from unspin_gui.ui.queue.files_model import DONE, FORMAT, MARKS, NAME, SPUN, WORDS, FilesModel
from unspin_gui.ui.queue.files_words import spun_in_words
from unspin_gui.ui.widgets.rows_table import RowsTable

_BY_NEED = (MARKS, SPUN, DONE, WORDS, FORMAT)
"""The columns beside the name, the most wanted first."""
_LEAST_NAME = "an essay by Smith"


class FilesTable(RowsTable):
    """A click or Return opens a file.

    Signals: file_chosen(QueueKey): the user wants to open this one.
    """

    file_chosen = Signal(object)

    def __init__(self, icon: Callable[[str], QIcon], parent: QWidget | None = None) -> None:
        self.files = FilesModel(icon)
        super().__init__(self.files, "fileList", "", parent)
        self.files.setParent(self)
        self.setAccessibleName(self.tr("Files to work through"))
        # The name, which people look for, gets the room that the other columns leave.
        self.set_widths(["", "000", "000", _longest(), "00,000", "DOCX"], stretched=(NAME,))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setIconSize(QSize(14, 14))
        self.horizontalHeader().setMinimumSectionSize(24)
        for column in _BY_NEED:
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        self.set_sortable()
        self.clicked.connect(self._on_clicked)
        self.entered.connect(self._on_entered)
        self.say_when_empty(self.tr("No texts here."))

    def show_current(self, key: QueueKey | None) -> None:
        """Select the row of the open file, and show it."""
        number = self.files.row_of(key)
        if number >= 0:
            index = self.files.index(number, NAME)
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.clearSelection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide columns for which there is no room (called by Qt)."""
        super().resizeEvent(event)
        header = self.horizontalHeader()
        room = self.viewport().width() - self.fontMetrics().horizontalAdvance(_LEAST_NAME)
        for column in _BY_NEED:
            hidden = header.isSectionHidden(column)
            if hidden:
                header.showSection(column)
            room -= header.sectionSize(column)
            header.setSectionHidden(column, room < 0)

    @Slot(QModelIndex)
    def _on_clicked(self, _index: QModelIndex) -> None:
        self._on_entered()

    @Slot()
    def _on_entered(self) -> None:
        if self.current is not None:
            self.file_chosen.emit(self.current.thing.key)


def _longest() -> str:
    """The longest of the words that say whether a document reads as spun."""
    rows = (QueueRow(Path(), probability=share / 100) for share in range(101))
    return max(map(spun_in_words, rows), key=len)

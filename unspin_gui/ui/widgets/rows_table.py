"""The table that shows a RowsModel, fully usable by mouse or by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from unspin_gui.ui.widgets.placeholder import paint_emptiness
from unspin_gui.ui.widgets.rows_model import RowsModel, TableRow

_Trigger = QAbstractItemView.EditTrigger


class RowsTable(QTableView):
    """Space ticks the selected rows, F2 edits the row, Return is left to the owner.

    Signals:
        entered(): Return was pressed on a row, or it was double-clicked.
        chosen(): the current row has changed, or there is none any more.
    """

    entered = Signal()
    chosen = Signal()

    def __init__(
        self, model: RowsModel, name: str, label: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = model
        self._empty = ""
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.SelectedClicked)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        lines, head = self.verticalHeader(), self.horizontalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(self.fontMetrics().height() + 10)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self._on_double_click)
        self.selectionModel().currentRowChanged.connect(self.chosen)
        self.selectionModel().selectionChanged.connect(self.chosen)
        model.modelReset.connect(self.chosen)

    def set_widths(self, samples: Sequence[str], stretched: Sequence[int] = ()) -> None:
        """Give each column the width of a sample and its title; stretched ones share the rest."""
        head, metrics = self.horizontalHeader(), self.fontMetrics()
        for column, sample in enumerate(samples):
            if column in stretched:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                room = metrics.horizontalAdvance(sample) + 22
                head.resizeSection(column, max(room, head.sectionSizeHint(column)))

    def set_sortable(self) -> None:
        """Make the headers sort; nothing is sorted at first."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def say_when_empty(self, text: str) -> None:
        """Set the sentence shown if there are no rows."""
        self._empty = text
        self.setAccessibleDescription("" if self.rows.shown else text)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or the sentence shown in their place (called by Qt)."""
        super().paintEvent(event)
        paint_emptiness(self, self._empty)

    @property
    def current(self) -> TableRow | None:
        """The current row."""
        index = self.currentIndex()
        return self.rows.shown[index.row()] if index.isValid() else None

    @property
    def selected(self) -> list[TableRow]:
        """The selected rows, from top to bottom."""
        chosen = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return [self.rows.shown[index.row()] for index in chosen]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, F2 edits, Return is reported (called by Qt)."""
        index = self.currentIndex()
        if not index.isValid():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space and self._ticks(index):
            rows = self.selected
            self.rows.tick(rows, on=not all(row.ticked for row in rows))
        elif event.key() == Qt.Key.Key_F2:
            self._write(index)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _ticks(self, index: QModelIndex) -> bool:
        flags = self.rows.flags(index.siblingAtColumn(0))
        return bool(flags & Qt.ItemFlag.ItemIsUserCheckable)

    def _write(self, index: QModelIndex) -> None:
        for column in range(self.rows.columnCount()):
            cell = index.siblingAtColumn(column)
            if self.rows.flags(cell) & Qt.ItemFlag.ItemIsEditable:
                self.setCurrentIndex(cell)
                self.edit(cell)
                return

    def _on_double_click(self, index: QModelIndex) -> None:
        if not self.rows.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.entered.emit()

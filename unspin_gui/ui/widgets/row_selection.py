"""Selecting a row of a table for the user, whatever keys are held."""

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QTableView


def select_row(table: QTableView, row: int) -> None:
    """Select this row alone, and make it the current one, if there is one.

    `QTableView.selectRow` adds it to the others while Control is held, as for an action's key.
    """
    index = table.model().index(row, 0)
    if index.isValid():
        flags = QItemSelectionModel.SelectionFlag
        table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

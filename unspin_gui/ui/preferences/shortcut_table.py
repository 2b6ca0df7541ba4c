"""All actions with their keys as a table, to be searched, copied and changed."""

from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from unspin_gui.ui.actions.actions import Actions, keys_text

_Index = QModelIndex | QPersistentModelIndex


class KeyRow(NamedTuple):
    """A row: the menu, the action in it, and its name."""

    menu: str
    action: QAction
    name: str


class KeyModel(QAbstractTableModel):
    """Action, keys, menu. It reads from the actions, and so is always current."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.rows = [
            KeyRow(menu, action, actions.title(action))
            for menu, some in actions.by_menu()
            for action in some
        ]
        for row in self.rows:
            row.action.changed.connect(self._on_changed)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """One row for each action (called by Qt)."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Action, keys, menu (called by Qt)."""
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The value of a cell, and the whole row for screen readers (called by Qt)."""
        row = self.rows[index.row()]
        keys = keys_text(row.action)
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.name, keys, row.menu)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.action.statusTip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {keys or self.tr('no key')}, {row.menu}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns (called by Qt)."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Action"), self.tr("Keys"), self.tr("Menu"))[section]
        return None

    def text(self) -> str:
        """The whole table as text, a line for each action that has keys."""
        lines = [
            f"{row.menu}\t{row.name}\t{keys_text(row.action)}"
            for row in self.rows
            if row.action.shortcuts()
        ]
        return "\n".join(lines)

    def _on_changed(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 2))


class KeyTable(QTableView):
    """The table with a filter over all its columns."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("shortcutTable")
        self.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.source = KeyModel(actions)
        self.source.setParent(self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self.source)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._proxy.setFilterKeyColumn(-1)
        self.setModel(self._proxy)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(left)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(1, 190)
        self.setColumnWidth(2, 90)

    def show_only(self, text: str) -> None:
        """Show only rows with `text` in one of their cells."""
        self._proxy.setFilterFixedString(text)

    def selected(self) -> QAction | None:
        """The action of the selected row."""
        rows = self.selectionModel().selectedRows()
        return self._action(rows[0]) if rows else None

    def first(self) -> QAction | None:
        """The action of the first row that is shown."""
        return self._action(self._proxy.index(0, 0)) if self._proxy.rowCount() else None

    def _action(self, index: QModelIndex) -> QAction:
        return self.source.rows[self._proxy.mapToSource(index).row()].action

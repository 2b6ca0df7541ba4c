"""The list of all keys (Ctrl+F1), built from the actions and so never out of date."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from unspin_gui.ui.actions.actions import Actions
from unspin_gui.ui.preferences.shortcut_table import KeyTable
from unspin_gui.ui.widgets.labels import button, quiet, resize_on_screen


class ShortcutsDialog(QDialog):
    """A table to search and to copy; not modal."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsDialog")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.filter = QLineEdit()
        self.filter.setObjectName("shortcutsFilter")
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setPlaceholderText(self.tr("Filter: an action, a key or a menu"))
        self.filter.setClearButtonEnabled(True)
        self.table = KeyTable(actions)
        self.filter.textChanged.connect(self.table.show_only)
        below = QHBoxLayout()
        below.addWidget(quiet(self.tr("Keys can be changed in the preferences.")), 1)
        below.addWidget(button(self.tr("&Copy as Text"), self.copy))
        below.addWidget(button(self.tr("Close"), self.close))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        resize_on_screen(self, 620, 640)

    @Slot()
    def copy(self) -> None:
        """Put the whole list on the clipboard."""
        QApplication.clipboard().setText(self.table.source.text())

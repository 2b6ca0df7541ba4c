"""The list of all actions and keys (Ctrl+F1), to look one up or to run it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from unspin_gui.ui.actions.actions import Actions
from unspin_gui.ui.preferences.shortcut_table import KeyTable
from unspin_gui.ui.widgets.labels import announce, button, quiet, resize_on_screen
from unspin_gui.ui.widgets.row_selection import select_row


class ShortcutsDialog(QDialog):
    """A table to search and to copy, from which actions can be run; not modal."""

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
        self.table.doubleClicked.connect(self.do)
        message = self.tr("Return runs an action. Keys can be changed in the preferences.")
        self.note = quiet(message)
        below = QHBoxLayout()
        below.addWidget(self.note, 1)
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

    @Slot()
    def do(self) -> None:
        """Close, and run the selected action, or the first one that the filter leaves."""
        action = self.table.selected() or self.table.first()
        if action is None:
            return
        if action.isEnabled():
            self.close()
            action.trigger()
        else:
            self.note.setText(self.tr("That is not possible now."))
            announce(self, self.note.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return runs an action, Down goes from the filter to the table (called by Qt)."""
        seeks = self.filter.hasFocus()
        asks = (seeks and self.filter.text()) or self.table.hasFocus()
        if asks and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.do()
        elif event.key() == Qt.Key.Key_Down and seeks:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            select_row(self.table, 0)
        else:
            super().keyPressEvent(event)

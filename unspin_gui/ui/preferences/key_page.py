"""The page of the preferences for changing keys."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QLineEdit, QVBoxLayout, QWidget

from unspin_gui.ui.actions.actions import Actions, shortcuts_text
from unspin_gui.ui.preferences.shortcut_table import KeyTable
from unspin_gui.ui.widgets.labels import announce, button, plain_label


class KeyPage(QWidget):
    """Choose an action, press its new key. A key in use is reported, never reassigned unasked.

    Signals: edited(object): the user's own keys, by name of action, as in the settings.
    """

    edited = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._own: dict[str, str] = {}
        self._taken: tuple[QAction, QKeySequence] | None = None
        self.filter = QLineEdit()
        self.filter.setObjectName("keyFilter")
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setPlaceholderText(self.tr("Filter: an action, a key or a menu"))
        self.table = KeyTable(actions)
        self.edit = QKeySequenceEdit()
        self.edit.setObjectName("keyEdit")
        self.edit.setAccessibleName(self.tr("New key"))
        self.edit.setMaximumSequenceLength(1)
        self.edit.setClearButtonEnabled(True)
        self.message = plain_label("")
        self.message.setObjectName("keyMessage")
        self.default = button(self.tr("&Default"), self._on_default)
        self.take = button(self.tr("&Use It Here"), self._on_take)
        self._lay_out()
        self.filter.textChanged.connect(self.table.show_only)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.edit.editingFinished.connect(self._on_edited)
        self._on_selected()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        label = plain_label(self.tr("Press a new key:"))
        label.setBuddy(self.edit)
        for widget in (label, self.edit, self.default):
            row.addWidget(widget)
        row.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.message, 1)
        below.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addLayout(below)

    def show_keys(self, own: Mapping[str, str]) -> None:
        """Show these keys set by the user."""
        self._own = dict(own)
        self._on_selected()

    @Slot()
    def _on_selected(self) -> None:
        action = self.table.selected()
        for widget in (self.edit, self.default):
            widget.setEnabled(action is not None)
        self.edit.setKeySequence(action.shortcut() if action else QKeySequence())
        self._tell("" if action else self.tr("Choose an action."))

    def _tell(self, text: str, taken: tuple[QAction, QKeySequence] | None = None) -> None:
        self._taken = taken
        self.message.setText(text)
        self.take.setVisible(taken is not None)

    @Slot()
    def _on_edited(self) -> None:
        action, key = self.table.selected(), self.edit.keySequence()
        if action is None or key == action.shortcut():
            return
        owner = self._owner(key, action)
        if owner is None:
            self._set(action, key)
            return
        text = self.tr("{0} is already used for “{1}”.").format(
            key.toString(), self._actions.title(owner)
        )
        self._tell(text, (owner, key))
        announce(self, text)

    def _owner(self, key: QKeySequence, other: QAction) -> QAction | None:
        if key.isEmpty():
            return None
        return next((a for a in self._actions if a is not other and key in a.shortcuts()), None)

    def _on_take(self) -> None:
        action = self.table.selected()
        if self._taken is not None and action is not None:
            owner, key = self._taken
            left = [other for other in owner.shortcuts() if other != key]
            self._own[owner.objectName()] = shortcuts_text(left)
            self._set(action, key)

    def _on_default(self) -> None:
        action = self.table.selected()
        if action is not None:
            self._own.pop(action.objectName(), None)
            self.edited.emit(dict(self._own))

    def _set(self, action: QAction, key: QKeySequence) -> None:
        """Replace the first key; the action's other keys stay."""
        name = action.objectName()
        rest = action.shortcuts()[1:]
        keys = [] if key.isEmpty() else [key, *(other for other in rest if other != key)]
        self._own[name] = shortcuts_text(keys)
        if self._own[name] == shortcuts_text(self._actions.default_keys(name)):
            del self._own[name]
        self.edited.emit(dict(self._own))

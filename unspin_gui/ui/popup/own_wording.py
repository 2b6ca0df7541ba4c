"""The field for the user's own wording, completed from the fixes of the glossaries."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QCompleter, QHBoxLayout, QLineEdit, QWidget

from unspin_gui.ui.session.session import Session


class OwnWording(QWidget):
    """A field for a replacement, and whether the glossary should remember it.

    Signals:
        entered(): the field has received the focus.
    """

    entered = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._fixes_of: object = None
        self.field = QLineEdit()
        self.field.setObjectName("ownFix")
        self.field.setPlaceholderText(self.tr("Type a replacement…"))
        self.field.setAccessibleName(self.tr("Own wording"))
        self.field.setAccessibleDescription(
            self.tr("Enter puts it in the place of the phrase, Shift+Enter in all identical places")
        )
        self.remember = QCheckBox(self.tr("Remember in glossary"))
        self.remember.setObjectName("remember")
        self._words = QStringListModel(self)
        self.completer = QCompleter(self._words, self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        self.completer.setMaxVisibleItems(6)
        self.field.setCompleter(self.completer)
        self.field.installEventFilter(self)
        choices = self.completer.popup()
        if choices is not None:
            choices.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self.remember)

    @property
    def text(self) -> str:
        """The text typed, without surrounding space."""
        return self.field.text().strip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Load the fixes when the field is entered (called by Qt)."""
        if watched is self.field and event.type() == QEvent.Type.FocusIn:
            self._read_fixes()
            self.entered.emit()
        if watched is self.completer.popup() and isinstance(event, QKeyEvent):
            return self._takes_typed(event)
        return super().eventFilter(watched, event)

    def _takes_typed(self, event: QKeyEvent) -> bool:
        """Whether Enter applies to the text typed: nothing is selected in the open list."""
        choices = self.completer.popup()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() != QEvent.Type.KeyPress or not enter or choices is None:
            return False
        if choices.currentIndex().isValid():
            return False
        choices.hide()
        # Posted: the completion list must be closed before the popup that contains the field.
        again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
        QCoreApplication.postEvent(self.field, again)
        return True

    def _read_fixes(self) -> None:
        knowledge = self._session.knowledge
        glossaries = knowledge.glossaries if knowledge else ()
        if glossaries is self._fixes_of:
            return
        self._fixes_of = glossaries
        fixes = {fix for g in glossaries for entry in g.entries for fix in entry.fixes}
        self._words.setStringList(sorted(fixes, key=str.casefold))

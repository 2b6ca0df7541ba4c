"""The field for the user's own wording, completed from the fixes of the glossaries."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.core.detection.lessons import Learning
from unspin_gui.core.document.document import Lesson, Pair
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.elided import ElidedCheckBox
from unspin_gui.ui.widgets.labels import announce

_LONGEST = 28
"""Code points after which a wording is shortened in the middle."""


class OwnWording(QWidget):
    """A field for a replacement, whether the glossary should remember it, and how widely.

    Signals:
        entered(): the field has received the focus.
    """

    entered = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._fixes_of: object = None
        self._phrase = ""
        self._is_touched = False
        self.field = QLineEdit()
        self.field.setObjectName("ownFix")
        self.field.textEdited.connect(self._on_edited)
        self.field.setAccessibleName(self.tr("Own wording"))
        self.field.setAccessibleDescription(
            self.tr("Enter replaces this phrase with it, Shift+Enter all identical ones")
        )
        self.remember = ElidedCheckBox(self.tr("Remember in glossary"))
        self.remember.setObjectName("remember")
        self.widely = QCheckBox(self.tr("Everywhere"))
        self.widely.setObjectName("rememberWidely")
        self.widely.setToolTip(self.tr("Flag the phrase in every text, even where it is right"))
        self.remember.toggled.connect(self.widely.setEnabled)
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
        ticks = QHBoxLayout()
        ticks.setSpacing(12)
        ticks.addWidget(self.remember, 1)
        ticks.addWidget(self.widely)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addLayout(ticks)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """The widgets that can have the focus."""
        return self.field, self.remember, self.widely

    @property
    def learning(self) -> Learning:
        """Whether the glossary should learn, and for which texts."""
        if not self.remember.isChecked():
            return False
        return "widely" if self.widely.isChecked() else True

    @property
    def text(self) -> str:
        """The text typed, without surrounding space."""
        return self.field.text().strip()

    @property
    def is_emptied(self) -> bool:
        """Whether the field had text that the user has removed."""
        return self._is_touched and not self.text

    def begin(self, phrase: str, *, remember: bool, learnable: bool) -> None:
        """Clear the field for another phrase; `learnable`: a glossary can hold that phrase."""
        self._phrase, self._is_touched = phrase, False
        self.field.clear()
        self.field.setPlaceholderText(self.tr("Type a replacement…"))
        self.widely.setChecked(False)
        self.remember.setChecked(remember and learnable)
        self.remember.setEnabled(learnable)
        self.widely.setEnabled(self.remember.isChecked())

    def tell(self, plain: Pair | None, lesson: Lesson | None) -> None:
        """Say what would be learnt from a plain pair; offer the wider form if it differs.

        Nothing is said if there is nothing to learn.
        """
        text = self.tr("Remember in glossary")
        is_narrow = lesson is not None and (lesson.pair != plain or lesson.form == "preference")
        if lesson is not None and lesson.form != "known":
            text = self.tr("Remember: “{0}” → “{1}”")
            if lesson.form == "preference":
                text = self.tr("Remember: prefer “{1}” for “{0}”")
            text = text.format(*map(_short, lesson.pair))
        elif lesson is not None:
            text = self.tr("Already in a glossary")
        self.remember.setText(text.replace("&", "&&"))
        self.widely.setVisible(is_narrow)

    @Slot()
    def empty(self) -> None:
        """Take the focus and clear the field, which says what that means."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._on_edited("")
        self.field.clear()
        self.field.textChanged.emit("")

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._is_touched = True
        if not text.strip():
            message = self.tr("Enter deletes “{0}”").format(" ".join(self._phrase.split()))
            self.field.setPlaceholderText(message)
            announce(self.field, message)

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


def _short(text: str) -> str:
    """A wording, shortened to fit beside another one."""
    half = _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half].rstrip()}…{text[-half:].lstrip()}"

"""The left pane: the text as opened, never edited."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.panes.sides import SourceSide
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.theme import Theme


class SourcePane(Pane):
    """Read-only, with a caret for the keyboard."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, SourceSide(session), theme, parent)
        self.setObjectName("sourcePane")
        self.setAccessibleName(self.tr("Source text, read-only"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )

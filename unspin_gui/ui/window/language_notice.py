"""Says once that a text is not English, where only glossary phrases are searched for."""

from PySide6.QtCore import QObject, Slot

from unspin_gui.application.foreign_text import is_all, line_ranges
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.message_bar import MessageBar


class LanguageNotice(QObject):
    """Shows the notice in one window, until another text is opened."""

    def __init__(self, session: Session, messages: MessageBar) -> None:
        super().__init__(messages)
        self._session = session
        self._messages = messages
        self._told: tuple[Span, ...] = ()
        session.state_changed.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        session = self._session
        foreign = session.opinions.foreign
        if foreign == self._told:
            return
        self._told = foreign
        if foreign:
            text = self.tr("This text is not English, so only glossary phrases are searched for.")
            if not is_all(foreign, (passage.span for passage in session.opinions.passages)):
                text = self.tr(
                    "In lines that are not English prose, only glossary phrases are "
                    "searched for: {}"
                ).format(line_ranges(session.source, foreign))
            self._messages.info(text, key="foreign")
        else:
            self._messages.dismiss("foreign")

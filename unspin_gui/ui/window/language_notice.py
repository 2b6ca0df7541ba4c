"""Text that is not English: said once, since only glossary phrases are searched for in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from unspin_gui.application.foreign_text import is_all, line_ranges
from unspin_gui.core.text.spans import Span

if TYPE_CHECKING:
    from unspin_gui.ui.window.main_window import MainWindow


class LanguageNotice(QObject):
    """Tells it in one window, until another text is opened."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._told: tuple[Span, ...] = ()
        window.session.state_changed.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        session = self._window.session
        foreign = session.opinions.foreign
        if foreign == self._told:
            return
        self._told = foreign
        if foreign:
            text = self.tr("This text is not English, so only glossary phrases are searched for.")
            if not is_all(foreign, (passage.span for passage in session.opinions.passages)):
                text = self.tr(
                    "Only glossary phrases are searched for in lines that are no English prose: {}"
                ).format(line_ranges(session.source, foreign))
            self._window.messages.info(text, key="foreign")
        else:
            self._window.messages.dismiss("foreign")

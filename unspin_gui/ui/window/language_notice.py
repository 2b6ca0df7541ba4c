"""A text that is not English: said once, since only glossary phrases are looked for in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from unspin_gui.ui.window.main_window import MainWindow


class LanguageNotice(QObject):
    """Tells it in one window, until another text is opened."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._told = False
        window.session.state_changed.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        foreign = self._window.session.opinions.foreign
        if foreign == self._told:
            return
        self._told = foreign
        if foreign:
            text = self.tr("This text is not English, so only glossary phrases are searched for.")
            self._window.messages.info(text, key="foreign")
        else:
            self._window.messages.dismiss("foreign")

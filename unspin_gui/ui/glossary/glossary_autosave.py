"""Saves the glossary automatically, a second after a change, for users who want that."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from unspin_gui.settings import Settings
from unspin_gui.ui.session.library import Library
from unspin_gui.ui.session.session import Session

_PAUSE = 1000
"""Milliseconds without a further change before the glossary is saved."""


class GlossaryAutosave(QObject):
    """Saves as the user would; a failure is reported and retried at the next change."""

    def __init__(self, session: Session, library: Library, save: Callable[[], object]) -> None:
        super().__init__(library)
        self._session = session
        self._library = library
        self._save = save
        self._enabled = False
        self._seen: object = ()
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._on_pause)
        session.state_changed.connect(self._on_state_changed)

    def show_settings(self, settings: Settings) -> None:
        """Follow the preference."""
        self._enabled = settings.autosave_glossary
        self._seen = ()
        self._on_state_changed()

    @Slot()
    def _on_state_changed(self) -> None:
        if not self._enabled:
            self._soon.stop()
            return
        changes = self._session.entry_changes
        if changes is not self._seen and changes != self._seen:
            self._soon.start()
        self._seen = changes

    @Slot()
    def _on_pause(self) -> None:
        library = self._library
        if library.loading or library.saving:
            self._soon.start()
        elif library.is_dirty:
            self._save()

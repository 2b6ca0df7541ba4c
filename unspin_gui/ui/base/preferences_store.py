"""The single place where preferences are kept while the program runs."""

from PySide6.QtCore import QObject, Signal, Slot

from unspin_gui.core.errors import StoreError
from unspin_gui.paths import UserPaths
from unspin_gui.settings import Settings
from unspin_gui.store.files.settings_file import save_settings


class PreferencesStore(QObject):
    """Holds the settings, notifies followers of changes, and saves them.

    Windows on the same folders share one store.

    Signals:
        changed(Settings): these settings apply from now on.
        failed(StoreError): the settings apply, but their file could not be written or read in full.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, paths: UserPaths, settings: Settings) -> None:
        super().__init__()
        self.paths = paths
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """The settings that apply now."""
        return self._settings

    def change(self, **fields: object) -> None:
        """Change some fields of the settings."""
        self.use(self._settings._replace(**fields))  # type: ignore[arg-type]

    @Slot(object)
    def use(self, settings: Settings) -> None:
        """Apply these settings instead; nothing happens if they are equal."""
        if settings == self._settings:
            return
        self._settings = settings
        self.changed.emit(settings)
        try:
            warning = save_settings(self.paths.settings, settings)
        except StoreError as error:
            warning = error
        if warning is not None:
            self.failed.emit(warning)

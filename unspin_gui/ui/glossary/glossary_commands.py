"""The Glossary menu apart from editing, and what happens to the glossary automatically."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from unspin_gui.settings import Settings
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.glossary.glossary_autosave import GlossaryAutosave
from unspin_gui.ui.glossary.glossary_owner import GlossaryLayers
from unspin_gui.ui.glossary.glossary_switch import GlossarySwitch
from unspin_gui.ui.session.services import Services

if TYPE_CHECKING:
    from unspin_gui.ui.glossary.glossary_dialogs import GlossaryDialogs


class GlossaryCommands(QObject):
    """Switches glossaries, saves them automatically, counts their use, and opens their dialogs."""

    def __init__(
        self,
        services: Services,
        feedback: Feedback,
        glossaries: GlossaryLayers,
        recent_menu: QMenu,
        save_glossary: Callable[[], bool],
    ) -> None:
        super().__init__(feedback.over)
        self._services = services
        self._feedback = feedback
        self._glossaries = glossaries
        self.usage = glossaries.usage
        self.switch = GlossarySwitch(services, feedback, recent_menu, save_glossary)
        self.autosave = GlossaryAutosave(services.session, services.library, save_glossary)
        services.library.changed.connect(self._on_library_changed)

    @cached_property
    def dialogs(self) -> "GlossaryDialogs":
        """The dialogs, imported on first use."""
        from unspin_gui.ui.glossary.glossary_dialogs import GlossaryDialogs  # noqa: PLC0415

        return GlossaryDialogs(self._services, self._feedback, self._glossaries)

    def table(self) -> dict[str, Callable[[], object]]:
        """What the actions do."""
        return {
            "actionNewGlossary": self.switch.ask_new,
            "actionOpenGlossary": self.switch.ask_open,
            "actionImportGlossary": partial(self._open, "import_"),
            "actionExportGlossary": partial(self._open, "export"),
            "actionLearnFromOriginal": partial(self._open, "learn"),
            "actionGlossaryStatistics": partial(self._open, "statistics"),
            "actionGlossaryBackups": partial(self._open, "backups"),
        }

    def _open(self, name: str) -> None:
        getattr(self.dialogs, name)()

    def show_settings(self, settings: Settings) -> None:
        """Follow the preferences."""
        self.switch.show_settings(settings)
        self.autosave.show_settings(settings)

    def close(self) -> None:
        """Write what was counted, before the workers end."""
        self.usage.close()

    @Slot()
    def _on_library_changed(self) -> None:
        self.switch.show_settings(self._services.preferences.settings)

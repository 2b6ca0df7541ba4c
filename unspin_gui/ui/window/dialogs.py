"""The bar and the dialogs of the window that open on demand."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog

from unspin_gui.settings import Settings
from unspin_gui.ui.actions.actions import Actions
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.glossary.glossary_owner import GlossaryLayers
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.window.views import Views

if TYPE_CHECKING:
    from unspin_gui.ui.glossary.editor.glossary_editor import GlossaryEditor
    from unspin_gui.ui.panes.finder import Finder

D = TypeVar("D", bound=QDialog)


class WindowDialogs(QObject):
    """Creates each of them on first use; none is modal.

    They are imported then, too: at startup they would take a fifth of its time.
    """

    def __init__(
        self,
        services: Services,
        feedback: Feedback,
        views: Views,
        actions: Actions,
        glossaries: GlossaryLayers,
    ) -> None:
        super().__init__(feedback.over)
        self._services = services
        self._over, self._prompts = feedback.over, feedback.prompts
        self._views = views
        self._actions = actions
        self._glossaries = glossaries
        self._dialogs: dict[type[QDialog], QDialog] = {}
        services.review.entry_wanted.connect(self._on_entry_wanted)

    def table(self) -> dict[str, Callable[[], object]]:
        """The functions of the actions that open something."""
        editors = self._views.editors
        return {
            "actionFind": lambda: self.finder.open_for(editors.focused),
            "actionReplace": lambda: self.finder.open_for(editors.corrected, replace=True),
            "actionFindNext": self._find_next,
            "actionFindPrevious": self._find_previous,
            "actionPreferences": self._preferences,
            "actionManual": self._manual,
            "actionShortcuts": self._shortcuts,
            "actionAbout": self._about,
            "actionEditGlossary": self.editor,
            "actionAddEntry": lambda: self.editor().add(),
        }

    @cached_property
    def finder(self) -> "Finder":
        """The find bar's finder; the bar is below the texts."""
        from unspin_gui.ui.panes.find_bar import FindBar  # noqa: PLC0415
        from unspin_gui.ui.panes.finder import Finder  # noqa: PLC0415

        bar, views = FindBar(), self._views
        bar.hide()
        views.column.insertWidget(views.column.indexOf(views.pages) + 1, bar)
        return Finder(self._services.session, views.editors.corrected, bar)

    def _find_next(self) -> None:
        self.finder.find_next()

    def _find_previous(self) -> None:
        self.finder.find_previous()

    def editor(self) -> "GlossaryEditor":
        """Show the glossary editor."""
        from unspin_gui.ui.glossary.editor.glossary_editor import GlossaryEditor  # noqa: PLC0415

        tasks = self._services.tasks
        return self._shown(
            GlossaryEditor, lambda: GlossaryEditor(self._glossaries, tasks, self._over)
        )

    def _preferences(self) -> None:
        from unspin_gui.ui.preferences.deep_page import DeepPage  # noqa: PLC0415
        from unspin_gui.ui.preferences.preferences_dialog import Preferences  # noqa: PLC0415

        preferences = self._services.preferences

        def deep() -> DeepPage:
            return DeepPage(self._services.second, self._prompts)

        names = tuple(other.glossary.name for other in self._services.library.others)
        dialog = self._shown(
            Preferences,
            lambda: Preferences(preferences.settings, self._actions, names, self._over, deep()),
        )
        dialog.changed.connect(preferences.use, Qt.ConnectionType.UniqueConnection)
        dialog.show_settings(preferences.settings)

    def show_settings(self, settings: Settings) -> None:
        """Update open preferences to a change made elsewhere."""
        if not self._dialogs:
            return
        from unspin_gui.ui.preferences.preferences_dialog import Preferences  # noqa: PLC0415

        dialog = self._dialogs.get(Preferences)
        if isinstance(dialog, Preferences) and dialog.settings != settings:
            dialog.show_settings(settings)

    def _manual(self) -> None:
        from unspin_gui.ui.help.manual import ManualDialog  # noqa: PLC0415

        self._shown(ManualDialog, lambda: ManualDialog(self._actions, self._over))

    def _shortcuts(self) -> None:
        from unspin_gui.ui.preferences.shortcuts_dialog import ShortcutsDialog  # noqa: PLC0415

        self._shown(ShortcutsDialog, lambda: ShortcutsDialog(self._actions, self._over))

    def _about(self) -> None:
        from unspin_gui.ui.help.about import AboutDialog  # noqa: PLC0415

        self._shown(AboutDialog, lambda: AboutDialog(self._over))

    def _shown(self, kind: type[D], make: Callable[[], D]) -> D:
        dialog = self._dialogs.get(kind)
        if not isinstance(dialog, kind):
            dialog = self._dialogs[kind] = make()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    @Slot(str)
    def _on_entry_wanted(self, phrase: str) -> None:
        self.editor().show_phrase(phrase)

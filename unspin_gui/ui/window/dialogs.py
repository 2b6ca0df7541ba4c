"""The bars and dialogs of the window that are opened on demand."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog

from unspin_gui.settings import Settings
from unspin_gui.ui.glossary.glossary_owner import GlossaryLayers
from unspin_gui.ui.panes.find_bar import FindBar
from unspin_gui.ui.panes.finder import Finder

if TYPE_CHECKING:
    from unspin_gui.ui.glossary.editor.glossary_editor import GlossaryEditor
    from unspin_gui.ui.window.main_window import MainWindow

D = TypeVar("D", bound=QDialog)


class WindowDialogs(QObject):
    """Makes each of them when it is first wanted; none is modal.

    The dialogs are imported then, too: at the start they would cost a fifth of its time.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._dialogs: dict[type[QDialog], QDialog] = {}
        self.find_bar = FindBar()
        self.find_bar.hide()
        window.foot.addWidget(self.find_bar)
        self.finder = Finder(window.session, window.desk.corrected, self.find_bar)
        self.shelf = GlossaryLayers(window)
        window.review.entry_wanted.connect(self._on_entry_wanted)

    def table(self) -> dict[str, Callable[[], object]]:
        """What the actions that open something do."""
        desk = self._window.desk
        return {
            "actionFind": lambda: self.finder.open_for(desk.focused),
            "actionReplace": lambda: self.finder.open_for(desk.corrected, replace=True),
            "actionFindNext": self.finder.find_next,
            "actionFindPrevious": self.finder.find_previous,
            "actionPreferences": self._preferences,
            "actionManual": self._manual,
            "actionShortcuts": self._shortcuts,
            "actionAbout": self._about,
            "actionEditGlossary": self.editor,
            "actionAddEntry": lambda: self.editor().add(),
        }

    def editor(self) -> "GlossaryEditor":
        """Show the glossary editor."""
        from unspin_gui.ui.glossary.editor.glossary_editor import GlossaryEditor  # noqa: PLC0415

        window = self._window
        return self._shown(GlossaryEditor, lambda: GlossaryEditor(self.shelf, window.tasks, window))

    def _preferences(self) -> None:
        from unspin_gui.ui.preferences.preferences_dialog import Preferences  # noqa: PLC0415

        window = self._window
        names = tuple(other.glossary.name for other in window.library.others)
        dialog = self._shown(
            Preferences, lambda: Preferences(window.settings, window.actions_, names, window)
        )
        dialog.changed.connect(window.change_settings, Qt.ConnectionType.UniqueConnection)
        dialog.show_settings(window.settings)

    def show_settings(self, settings: Settings) -> None:
        """Let open preferences follow a change that was made elsewhere."""
        if not self._dialogs:
            return
        from unspin_gui.ui.preferences.preferences_dialog import Preferences  # noqa: PLC0415

        dialog = self._dialogs.get(Preferences)
        if isinstance(dialog, Preferences) and dialog.settings != settings:
            dialog.show_settings(settings)

    def _manual(self) -> None:
        from unspin_gui.ui.help.manual import ManualDialog  # noqa: PLC0415

        window = self._window
        self._shown(ManualDialog, lambda: ManualDialog(window.actions_, window))

    def _shortcuts(self) -> None:
        from unspin_gui.ui.preferences.shortcuts_dialog import ShortcutsDialog  # noqa: PLC0415

        window = self._window
        self._shown(ShortcutsDialog, lambda: ShortcutsDialog(window.actions_, window))

    def _about(self) -> None:
        from unspin_gui.ui.help.about import AboutDialog  # noqa: PLC0415

        self._shown(AboutDialog, lambda: AboutDialog(self._window))

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

"""What the actions of the window do, and when they can be used."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from unspin_gui.settings import Settings
from unspin_gui.ui.files.exporting import Exporting
from unspin_gui.ui.glossary.glossary_commands import GlossaryCommands
from unspin_gui.ui.window.dialogs import WindowDialogs
from unspin_gui.ui.window.review_commands import ReviewCommands
from unspin_gui.ui.window.view_commands import ViewCommands

if TYPE_CHECKING:
    from unspin_gui.ui.window.main_window import MainWindow

_NEED_TEXT = (
    *("actionSave", "actionSaveAs", "actionClose", "actionCopyCorrected", "actionFind"),
    *("actionReplace", "actionFindNext", "actionFindPrevious", "actionNextSuspect"),
    *("actionPreviousSuspect", "actionNextMark", "actionPreviousMark", "actionShowSuggestions"),
    *("actionAcceptBest", "actionAcceptAllIdentical", "actionAcceptAll", "actionIgnoreHere"),
    *("actionIgnoreInDocument", "actionNeverFlag", "actionIgnoreRemaining", "actionRestore"),
    *("actionMarkAsSpun", "actionAnalyse", "actionEncoding", "actionSaveReport", "actionSaveDiff"),
    *("actionSaveTracked", "actionSaveReview"),
)
_LONGEST_ACT = 60


class Commands(QObject):
    """Connects the actions of one window and keeps their state true."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._actions = window.actions_
        self.panels = WindowDialogs(window)
        self.view = ViewCommands(window)
        review = ReviewCommands(window)
        for part in (self._file(), self._edit(), review.table(), self.view.table()):
            self._connect(part)
        self._connect(self.panels.table())
        self.glossary = GlossaryCommands(window, self.panels.shelf)
        self._connect(self.glossary.table())
        self.exporting = Exporting(window)
        self._connect(self.exporting.table())
        window.session.state_changed.connect(self.refresh)
        window.session.current_changed.connect(self.refresh)

    def _connect(self, table: dict[str, Callable[[], object]]) -> None:
        for name, act in table.items():
            self._actions[name].triggered.connect(_Plain(self, act).run)

    def _file(self) -> dict[str, Callable[[], object]]:
        filing, window = self._window.filing, self._window
        return {
            "actionOpen": filing.ask_open,
            "actionNewFromClipboard": filing.open_clipboard,
            "actionReload": filing.reload,
            "actionEncoding": filing.encoding.ask,
            "actionSave": filing.save,
            "actionSaveAs": filing.ask_save_as,
            "actionSaveGlossary": filing.save_glossary,
            "actionReloadGlossary": window.library.load,
            "actionClose": partial(filing.when_settled, window.workspace.close),
            "actionQuit": QApplication.closeAllWindows,
            "actionSample": filing.open_sample,
        }

    def _edit(self) -> dict[str, Callable[[], object]]:
        return {
            "actionUndo": self._undo,
            "actionRedo": self._redo,
            "actionCut": partial(self._in_pane, "cut"),
            "actionCopy": partial(self._in_pane, "copy"),
            "actionPaste": partial(self._in_pane, "paste"),
            "actionSelectAll": partial(self._in_pane, "selectAll"),
            "actionCopyCorrected": self._copy_corrected,
        }

    # ---- state of the actions -----------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Enable what can be done now, and name what undo would take back."""
        history, is_open = self._session.history, self._window.workspace.is_open
        for name in _NEED_TEXT:
            self._actions[name].setEnabled(is_open)
        undo, redo = self._actions["actionUndo"], self._actions["actionRedo"]
        undo.setText(_joined(self.tr("&Undo"), history.undo_label))
        redo.setText(_joined(self.tr("&Redo"), history.redo_label))
        undo.setIconText(self.tr("Undo"))
        redo.setIconText(self.tr("Redo"))
        undo.setEnabled(history.can_undo)
        redo.setEnabled(history.can_redo)
        self._actions["actionCancelWork"].setEnabled(self._session.analysing)
        self._actions["actionReload"].setEnabled(self._window.workspace.path is not None)

    def show_settings(self, settings: Settings) -> None:
        """Show the settings that actions and menus stand for."""
        self.view.show_settings(settings)
        self.panels.show_settings(settings)
        self.glossary.show_settings(settings)
        menu = self._actions.menus["menuRecent"]
        menu.clear()
        for name in settings.recent:
            path = Path(name)
            act = QAction(path.name.replace("&", "&&"), menu)
            act.setStatusTip(name)
            act.triggered.connect(_Plain(menu, partial(self._window.filing.open, path)).run)
            menu.addAction(act)
        menu.setEnabled(bool(settings.recent))
        self._window.start.set_recent(tuple(Path(name) for name in settings.recent))

    def remember_recent(self, path: Path) -> None:
        """Put a file at the top of the recent ones."""
        self.view.set(recent=self._window.settings.with_recent(path.absolute()).recent)

    # ---- acts ---------------------------------------------------------------------------

    def _undo(self) -> None:
        label = self._session.history.undo_label
        self._session.undo()
        self._window.review.told.emit(self.tr("Undone: {0}").format(label))

    def _redo(self) -> None:
        label = self._session.history.redo_label
        self._session.redo()
        self._window.review.told.emit(self.tr("Redone: {0}").format(label))

    def _in_pane(self, act: str) -> None:
        getattr(self._window.desk.focused, act)()

    def _copy_corrected(self) -> None:
        QApplication.clipboard().setText(self._session.corrected)
        self._window.review.told.emit(self.tr("Corrected text copied"))


class _Plain(QObject):
    """Runs a function when an action is triggered, whatever the action tells."""

    def __init__(self, parent: QObject, act: Callable[[], object]) -> None:
        super().__init__(parent)
        self._act = act

    @Slot()
    def run(self) -> None:
        self._act()


def _joined(verb: str, label: str) -> str:
    """Verb and act for a menu, cut where the act quotes a long wording."""
    act = label if len(label) <= _LONGEST_ACT else label[: _LONGEST_ACT - 1] + "…"
    return f"{verb} {act.replace('&', '&&')}" if label else verb

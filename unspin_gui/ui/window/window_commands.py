"""The actions of the window, and when they are enabled."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from unspin_gui.settings import Settings
from unspin_gui.ui.actions.action_files import FILES_NAMES
from unspin_gui.ui.actions.actions import Actions, first_key
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.glossary.glossary_commands import GlossaryCommands
from unspin_gui.ui.glossary.glossary_owner import GlossaryLayers
from unspin_gui.ui.glossary.usage_log import UsageLog
from unspin_gui.ui.session.act_labels import shortened
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.window.dialogs import WindowDialogs
from unspin_gui.ui.window.popup_control import PopupControl
from unspin_gui.ui.window.queue_access import QueueAccess
from unspin_gui.ui.window.review_commands import ReviewCommands
from unspin_gui.ui.window.view_commands import ViewCommands
from unspin_gui.ui.window.views import Views

if TYPE_CHECKING:
    from unspin_gui.ui.files.exporting import Exporting

_NEED_TEXT = (
    *("actionSave", "actionSaveAs", "actionClose", "actionCopyCorrected", "actionFind"),
    *(
        "actionSelectAll",
        "actionReplace",
        "actionFindNext",
        "actionFindPrevious",
        "actionNextSuspect",
    ),
    *("actionPreviousSuspect", "actionNextMark", "actionPreviousMark", "actionShowSuggestions"),
    *("actionAcceptBest", "actionAcceptAllIdentical", "actionAcceptAll", "actionIgnoreHere"),
    *("actionIgnoreInDocument", "actionNeverFlag", "actionIgnoreWeak", "actionIgnoreRemaining"),
    "actionRestore",
    *("actionMarkAsSpun", "actionCopyCitation", "actionExportEvidence", "actionAnalyse"),
    *("actionSaveReport", "actionSaveDiff"),
    *("actionSaveTracked", "actionSaveReview", "actionShowWeaker", "actionTextIsSpun"),
)
_EXPORTS = (
    *("actionSaveReport", "actionExportEvidence", "actionSaveDiff", "actionSaveTracked"),
    "actionSaveReview",
)


class Commands(QObject):
    """Connects the actions of one window and keeps them up to date."""

    def __init__(
        self,
        services: Services,
        feedback: Feedback,
        views: Views,
        actions: Actions,
        popup_control: PopupControl,
        queue: QueueAccess,
    ) -> None:
        super().__init__(feedback.over)
        self._was_open: bool | None = None
        self._services = services
        self._session = services.session
        self._feedback = feedback
        self._views = views
        self._actions = actions
        self._files = files = queue.files
        glossaries = self._glossaries()
        recent, save = actions.menus["menuRecentGlossaries"], files.save_glossary
        self.view = ViewCommands(services.preferences, views, actions)
        self.review = ReviewCommands(services, feedback, views.editors, views.progress)
        self.review.selection_wanted.connect(popup_control.mark_selection)
        self.dialogs = WindowDialogs(services, feedback, views, actions, glossaries)
        self.glossary = GlossaryCommands(services, feedback, glossaries, recent, save)
        self._queue = queue
        parts = (self.review, self.view, self.dialogs, self.glossary, queue)
        exports: dict[str, Callable[[], object]] = {
            name: partial(self._export, name) for name in _EXPORTS
        }
        for table in (self._file(), self._edit(), exports, *(part.table() for part in parts)):
            self._connect(table)
        self._session.state_changed.connect(self.refresh)
        self._session.current_changed.connect(self.refresh)
        for pane in views.editors.panes:
            pane.copyAvailable.connect(self._on_selection)
        self._on_selection()

    @property
    def is_listing(self) -> bool:
        """Whether the files to work through are being listed."""
        return self._queue.is_filling

    def _glossaries(self) -> GlossaryLayers:
        """The glossaries for their dialogs, with the counts of their use."""
        services, actions = self._services, self._actions
        usage = UsageLog(services.session, services.tasks, services.paths.usage, self)
        usage.failed.connect(services.library.failed)
        return GlossaryLayers(services, usage, [actions["actionUndo"], actions["actionRedo"]])

    def _connect(self, table: dict[str, Callable[[], object]]) -> None:
        for name, act in table.items():
            self._actions[name].triggered.connect(_Plain(self, act).run)

    def _file(self) -> dict[str, Callable[[], object]]:
        files, services = self._files, self._services
        return {
            "actionOpen": files.ask_open,
            "actionOpenFolder": files.ask_open_folder,
            "actionNewFromClipboard": files.open_clipboard,
            "actionReload": files.reload,
            "actionEncoding": files.encoding.ask,
            "actionSave": files.save,
            "actionSaveAs": files.ask_save_as,
            "actionSaveGlossary": self._save_glossary,
            "actionReloadGlossary": services.library.load,
            "actionClose": partial(files.when_settled, services.workspace.close),
            "actionQuit": QApplication.closeAllWindows,
            "actionSample": files.open_sample,
        }

    @cached_property
    def exporting(self) -> "Exporting":
        """The object that writes reports and reviews."""
        from unspin_gui.ui.files.exporting import Exporting  # noqa: PLC0415 - not needed to start

        return Exporting(self._services, self._feedback)

    def _export(self, name: str) -> None:
        self.exporting.table()[name]()

    def _edit(self) -> dict[str, Callable[[], object]]:
        return {
            "actionUndo": self._undo,
            "actionRedo": self._redo,
            "actionCut": partial(self._in_pane, "cut"),
            "actionCopy": partial(self._in_pane, "copy"),
            "actionPaste": self._paste,
            "actionSelectAll": partial(self._in_pane, "selectAll"),
            "actionCopyCorrected": self._copy_corrected,
        }

    # ---- state of the actions -----------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Enable what is possible now, and name what undo would revert."""
        history, is_open = self._session.history, self._services.workspace.is_open
        if is_open != self._was_open:  # not at every key press
            self._was_open = is_open
            for name in _NEED_TEXT:
                self._actions[name].setEnabled(is_open)
        undo, redo = self._actions["actionUndo"], self._actions["actionRedo"]
        undo.setText(_joined(self.tr("&Undo"), history.undo_label))
        redo.setText(_joined(self.tr("&Redo"), history.redo_label))
        undo.setIconText(self.tr("Undo"))
        redo.setIconText(self.tr("Redo"))
        undo.setEnabled(history.can_undo)
        redo.setEnabled(history.can_redo)
        self._actions["actionShowWeaker"].setChecked(self._session.shows_weaker)
        self._actions["actionTextIsSpun"].setChecked(self._session.document.assume == "spun")
        self._actions["actionCancelWork"].setEnabled(self._session.analysing)
        for name in FILES_NAMES:
            self._actions[name].setEnabled(self._queue.is_open)
        work = self._services.workspace
        self._actions["actionReload"].setEnabled(work.path is not None)
        is_decoded = work.opened_from is not None and work.text_file is not None
        self._actions["actionEncoding"].setEnabled(is_decoded)

    @Slot()
    def _on_selection(self) -> None:
        """Let what is selected be cut and copied, and nothing else."""
        editors = self._views.editors
        for name, panes in (("actionCut", (editors.corrected,)), ("actionCopy", editors.panes)):
            is_any = any(pane.textCursor().hasSelection() for pane in panes)
            self._actions[name].setEnabled(is_any)

    def show_settings(self, settings: Settings) -> None:
        """Show the settings that actions and menus represent."""
        self.view.show_settings(settings)
        self.dialogs.show_settings(settings)
        self.glossary.show_settings(settings)
        menu = self._actions.menus["menuRecent"]
        menu.clear()
        for name in settings.recent:
            path = Path(name)
            act = QAction(path.name.replace("&", "&&"), menu)
            act.setStatusTip(name)
            act.triggered.connect(_Plain(menu, partial(self._files.open, path)).run)
            menu.addAction(act)
        menu.setEnabled(bool(settings.recent))
        self._views.start_page.set_recent(tuple(Path(name) for name in settings.recent))

    # ---- acts ---------------------------------------------------------------------------

    def _undo(self) -> None:
        label = self._session.history.undo_label
        self._session.undo()
        self._feedback.tell(self.tr("Undone: {0}").format(label))

    def _redo(self) -> None:
        label = self._session.history.redo_label
        self._session.redo()
        self._feedback.tell(self.tr("Redone: {0}").format(label))

    def _in_pane(self, act: str) -> None:
        getattr(self._views.editors.focused, act)()

    def _paste(self) -> None:
        """Insert the clipboard's text, or review it where that is impossible or nothing is open."""
        pane = self._views.editors.focused
        if not self._services.workspace.is_open:
            self._files.open_clipboard()
        elif pane.isReadOnly():
            key = first_key(self._actions["actionNewFromClipboard"])
            message = self.tr("The source stays as it is; {0} opens the copied text instead")
            self._feedback.tell(message.format(key))
        else:
            pane.paste()

    def _save_glossary(self) -> None:
        if self._files.save_glossary():
            self._feedback.tell(self.tr("Glossary saved"))

    def _copy_corrected(self) -> None:
        QApplication.clipboard().setText(self._session.corrected)
        self._feedback.tell(self.tr("Corrected text copied"))


class _Plain(QObject):
    """Calls a function when an action is triggered, ignoring the signal's arguments."""

    def __init__(self, parent: QObject, act: Callable[[], object]) -> None:
        super().__init__(parent)
        self._act = act

    @Slot()
    def run(self) -> None:
        self._act()


def _joined(verb: str, label: str) -> str:
    """Join verb and act for a menu, with long quotations cut."""
    return f"{verb} {shortened(label).replace('&', '&&')}" if label else verb

"""The dialogs of the Glossary menu: exchange, learning, statistics, backups."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog

from unspin_gui.application.glossary_saving import sizes_file
from unspin_gui.application.glossary_statistics import Facts, facts_of
from unspin_gui.application.learning_from_original import TextSide
from unspin_gui.application.restoring import Version, versions_of, way_back
from unspin_gui.store.glossary import backups
from unspin_gui.store.glossary.backups import Backup
from unspin_gui.store.glossary.size_history import load_growth
from unspin_gui.store.glossary.usage import Usage
from unspin_gui.ui.glossary.backups_dialog import BackupsDialog
from unspin_gui.ui.glossary.editor.glossary_editor import GlossaryEditor
from unspin_gui.ui.glossary.exchange.export_dialog import ExportDialog
from unspin_gui.ui.glossary.exchange.import_dialog import ImportDialog
from unspin_gui.ui.glossary.exchange.learn_dialog import LearnDialog
from unspin_gui.ui.glossary.glossary_owner import GlossaryLayers
from unspin_gui.ui.glossary.statistics_dialog import StatisticsDialog
from unspin_gui.ui.glossary.usage_log import UsageLog

if TYPE_CHECKING:
    from unspin_gui.ui.window.main_window import MainWindow

D = TypeVar("D", bound=QDialog)
_UNIQUE = Qt.ConnectionType.UniqueConnection


class GlossaryDialogs(QObject):
    """Makes each of them when it is first wanted; none is modal."""

    def __init__(self, window: "MainWindow", shelf: GlossaryLayers, usage: UsageLog) -> None:
        super().__init__(window)
        self._window = window
        self._shelf = shelf
        self._usage = usage
        self._dialogs: dict[type[QDialog], QDialog] = {}

    # ---- the dialogs --------------------------------------------------------------------

    def import_(self) -> ImportDialog:
        """Show the import; a file is asked for at once."""
        window = self._window
        dialog, is_new = self._opened(
            ImportDialog, lambda: ImportDialog(self._shelf, window.tasks, window.prompts, window)
        )
        if is_new:
            dialog.begin()
            dialog.imported.connect(self._on_imported, _UNIQUE)
            dialog.ask_file()
        return dialog

    def export(self) -> ExportDialog:
        """Show the export; what the glossary editor is filtered by is offered."""
        window = self._window
        dialog, is_new = self._opened(
            ExportDialog, lambda: ExportDialog(self._shelf, window.tasks, window.prompts, window)
        )
        if is_new:
            editor = window.findChild(GlossaryEditor)
            words = editor.filter.text() if editor is not None and editor.isVisible() else ""
            dialog.exported.connect(self._on_exported, _UNIQUE)
            dialog.show_filtered(words)
        return dialog

    def learn(self) -> LearnDialog:
        """Show learning from an original; the present text is offered as the spun one."""
        window, session = self._window, self._window.session
        dialog, is_new = self._opened(
            LearnDialog, lambda: LearnDialog(self._shelf, window.tasks, window.prompts, window)
        )
        if is_new:
            reader = session.base.reader if session.base else None
            title = self.tr("This text: {0}").format(window.workspace.title)
            here = TextSide(title, session.source) if window.workspace.is_open else None
            dialog.learnt.connect(self._on_learnt, _UNIQUE)
            dialog.begin(here, reader.score_fixes if reader else None)
        return dialog

    def statistics(self) -> StatisticsDialog:
        """Show the statistics."""
        dialog, _ = self._opened(StatisticsDialog, lambda: StatisticsDialog(self, self._window))
        dialog.entry_wanted.connect(self._window.review.entry_wanted, _UNIQUE)
        dialog.reload()
        return dialog

    def backups(self) -> BackupsDialog:
        """Show the earlier versions."""
        window = self._window
        dialog, _ = self._opened(BackupsDialog, lambda: BackupsDialog(self, window.tasks, window))
        dialog.restored.connect(self._on_restored, _UNIQUE)
        dialog.reload()
        return dialog

    def _opened(self, kind: type[D], make: Callable[[], D]) -> tuple[D, bool]:
        """The dialog of a kind, shown, and whether it was not to be seen before."""
        dialog = self._dialogs.get(kind)
        if not isinstance(dialog, kind):
            dialog = self._dialogs[kind] = make()
        is_new = not dialog.isVisible()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog, is_new

    # ---- what was done ------------------------------------------------------------------

    @Slot(int)
    def _on_imported(self, count: int) -> None:
        self._window.review.tell_act(self.tr("{0} pairs imported").format(count))

    @Slot(int)
    def _on_learnt(self, count: int) -> None:
        self._window.review.tell_act(self.tr("{0} pairs learnt").format(count))

    @Slot(object)
    def _on_exported(self, path: Path) -> None:
        self._window.review.told.emit(self.tr("Exported as {0}").format(path.name))

    @Slot(object)
    def _on_restored(self, _backup: Backup) -> None:
        self._window.review.tell_act(self.tr("Earlier glossary restored"))

    # ---- statistics: who has counted ----------------------------------------------------

    def facts(self, done: Callable[[Facts], object]) -> None:
        """Put the facts together off the GUI thread and hand them over."""
        layers = tuple(self._shelf.layers())
        sizes = sizes_file(self._window.library.path, self._window.paths)
        tasks, failed = self._window.tasks, self._window.library.failed.emit

        def go_on(usage: Usage) -> None:
            today = datetime.now().astimezone().date().isoformat()
            tasks.start(lambda: facts_of(layers, usage, load_growth(sizes), today), done, failed)

        self._usage.read(go_on)

    # ---- backups: who has the versions --------------------------------------------------

    @property
    def glossary_name(self) -> str:
        """The file whose versions these are."""
        return self._window.library.path.name

    def looking(self) -> Callable[[], tuple[Version, ...]]:
        """What reads the kept versions, to be called off the GUI thread."""
        path, folder = self._window.library.path, self._window.paths.backups
        mine = self._window.session.glossary
        return lambda: versions_of(path, folder, mine)

    def restore(self, backup: Backup) -> None:
        """Go back to a version as one act, and save; raises UnspinError.

        What is there now is saved first, so that it is kept. A file that cannot be read at
        present is put aside as a backup and replaced.
        """
        window, library = self._window, self._window.library
        if library.file is None:
            folder = window.paths.backups
            window.tasks.wait(lambda: backups.restore(backup, library.path, folder))
            library.load()
            return
        library.save()
        mine = window.session.glossary
        changes = window.tasks.wait(lambda: way_back(mine, backup))
        day = backup.when.astimezone().strftime("%Y-%m-%d %H:%M")
        window.session.edit_glossary(changes, self.tr("restore the glossary of {0}").format(day))
        library.save()

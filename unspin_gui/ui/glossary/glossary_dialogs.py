"""The dialogs of the Glossary menu: exchange, learning, statistics, backups."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QWidget

from unspin_gui.application.glossary_saving import sizes_file
from unspin_gui.application.glossary_statistics import Facts, facts_of
from unspin_gui.application.learning_from_original import TextSide
from unspin_gui.application.restoring import Version, versions_of, way_back
from unspin_gui.store.glossary import backups
from unspin_gui.store.glossary.backups import Backup
from unspin_gui.store.glossary.size_history import load_growth
from unspin_gui.store.glossary.usage import Usage
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.base.prompts import Prompts
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.glossary.backups_dialog import BackupsDialog
from unspin_gui.ui.glossary.editor.glossary_editor import GlossaryEditor
from unspin_gui.ui.glossary.exchange.export_dialog import ExportDialog
from unspin_gui.ui.glossary.exchange.import_dialog import ImportDialog
from unspin_gui.ui.glossary.exchange.learn_dialog import LearnDialog
from unspin_gui.ui.glossary.glossary_owner import GlossaryLayers
from unspin_gui.ui.glossary.statistics_dialog import StatisticsDialog
from unspin_gui.ui.session.services import Services

D = TypeVar("D", bound=QDialog)
_UNIQUE = Qt.ConnectionType.UniqueConnection


class GlossaryDialogs(QObject):
    """Creates each dialog on first use; none is modal."""

    def __init__(self, services: Services, feedback: Feedback, glossaries: GlossaryLayers) -> None:
        super().__init__(feedback.over)
        self._services = services
        self._feedback = feedback
        self._glossaries = glossaries
        self._dialogs: dict[type[QDialog], QDialog] = {}

    # ---- the dialogs --------------------------------------------------------------------

    @property
    def _exchange(self) -> tuple[GlossaryLayers, Tasks, Prompts, QWidget | None]:
        """The arguments of the dialogs that read and write files."""
        feedback = self._feedback
        return self._glossaries, self._services.tasks, feedback.prompts, feedback.over

    def import_(self) -> ImportDialog:
        """Show the import and ask for a file at once."""
        dialog, is_new = self._opened(ImportDialog, lambda: ImportDialog(*self._exchange))
        if is_new:
            dialog.begin()
            dialog.imported.connect(self._on_imported, _UNIQUE)
            dialog.ask_file()
        return dialog

    def export(self) -> ExportDialog:
        """Show the export, offering the glossary editor's current filter."""
        dialog, is_new = self._opened(ExportDialog, lambda: ExportDialog(*self._exchange))
        if is_new:
            over = self._feedback.over
            editor = over.findChild(GlossaryEditor) if over else None
            words = editor.filter.text() if editor is not None and editor.isVisible() else ""
            dialog.exported.connect(self._on_exported, _UNIQUE)
            dialog.show_filtered(words)
        return dialog

    def learn(self) -> LearnDialog:
        """Show learning from an original, offering the open text as the spun one."""
        services, session = self._services, self._services.session
        dialog, is_new = self._opened(LearnDialog, lambda: LearnDialog(*self._exchange))
        if is_new:
            title = self.tr("This text: {0}").format(services.workspace.title)
            here = TextSide(title, session.source) if services.workspace.is_open else None
            dialog.learnt.connect(self._on_learnt, _UNIQUE)
            dialog.begin(here, session.base)
        return dialog

    def statistics(self) -> StatisticsDialog:
        """Show the statistics."""
        dialog, _ = self._opened(
            StatisticsDialog, lambda: StatisticsDialog(self, self._feedback.over)
        )
        dialog.entry_wanted.connect(self._services.review.entry_wanted, _UNIQUE)
        dialog.reload()
        return dialog

    def backups(self) -> BackupsDialog:
        """Show the backups."""
        services = self._services
        dialog, _ = self._opened(
            BackupsDialog, lambda: BackupsDialog(self, services.tasks, self._feedback.over)
        )
        dialog.restored.connect(self._on_restored, _UNIQUE)
        dialog.reload()
        return dialog

    def _opened(self, kind: type[D], make: Callable[[], D]) -> tuple[D, bool]:
        """The dialog of a kind, shown, and whether it was hidden before."""
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
        self._services.review.tell_act(self.tr("%Ln pairs imported", "", count))

    @Slot(int)
    def _on_learnt(self, count: int) -> None:
        self._services.review.tell_act(self.tr("%Ln pairs learnt", "", count))

    @Slot(object)
    def _on_exported(self, path: Path) -> None:
        self._feedback.tell(self.tr("Exported as {0}").format(path.name))

    @Slot(object)
    def _on_restored(self, _backup: Backup) -> None:
        self._services.review.tell_act(self.tr("Earlier glossary restored"))

    # ---- statistics: who has counted ----------------------------------------------------

    def facts(self, done: Callable[[Facts], object]) -> None:
        """Compute the statistics off the GUI thread and pass them on."""
        layers = tuple(self._glossaries.layers())
        sizes = sizes_file(self._services.library.path, self._services.paths)
        tasks, failed = self._services.tasks, self._services.library.failed.emit

        def go_on(usage: Usage) -> None:
            today = datetime.now().astimezone().date().isoformat()
            tasks.start(lambda: facts_of(layers, usage, load_growth(sizes), today), done, failed)

        self._glossaries.usage.read(go_on)

    # ---- backups: who has the versions --------------------------------------------------

    @property
    def glossary_name(self) -> str:
        """The file that the backups are of."""
        return self._services.library.path.name

    def looking(self) -> Callable[[], tuple[Version, ...]]:
        """A function that reads the backups, to be called off the GUI thread."""
        path, folder = self._services.library.path, self._services.paths.backups
        mine = self._services.session.glossary
        return lambda: versions_of(path, folder, mine)

    def restore(self, backup: Backup) -> None:
        """Restore a backup as one undo step, and save; raises UnspinError.

        The current state is saved first, so that it is kept. A file that cannot be read is set
        aside as a backup and replaced.
        """
        services, library = self._services, self._services.library
        if library.file is None:
            folder = services.paths.backups
            services.tasks.wait(lambda: backups.restore(backup, library.path, folder))
            library.load()
            return
        library.save()
        mine = services.session.glossary
        changes = services.tasks.wait(lambda: way_back(mine, backup))
        day = backup.when.astimezone().strftime("%Y-%m-%d %H:%M")
        services.session.edit_glossary(changes, self.tr("restore the glossary of {0}").format(day))
        library.save()

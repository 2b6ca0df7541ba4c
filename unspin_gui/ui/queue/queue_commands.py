"""What can be done in the list of files, and with all of them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from unspin_gui.application.file_queue import QueueRow
from unspin_gui.core.errors import UnspinError
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.files.file_commands import FileCommands
from unspin_gui.ui.queue.queue_owner import QueueOwner
from unspin_gui.ui.queue.save_all import SaveAll
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.widgets.message_bar import Choice

if TYPE_CHECKING:
    from unspin_gui.ui.queue.find_dialog import FindInFiles


class QueueCommands(QObject):
    """The commands of the list of files in one window.

    Signals: closed(): there is no list any more.
    """

    closed = Signal()

    def __init__(self, services: Services, feedback: Feedback, files: FileCommands) -> None:
        super().__init__(feedback.over)
        self._services = services
        self._feedback = feedback
        self._files = files
        self.owner = QueueOwner(services, self)
        self.owner.failed.connect(self._on_failed)
        self._saver = SaveAll(services, feedback, files.saving, self.owner)
        self._is_open = False
        self._finder: FindInFiles | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is a list of files."""
        return self._is_open

    @property
    def is_busy(self) -> bool:
        """Whether files are being saved."""
        return self._saver.is_busy

    def table(self) -> dict[str, Callable[[], object]]:
        """The actions by name."""
        return {
            "actionNextFile": lambda: self._go(1),
            "actionPreviousFile": lambda: self._go(-1),
            "actionFinishFile": self._finish,
            "actionAcceptAllFiles": self._accept_all,
            "actionFindInFiles": self._find,
            "actionFilesSummary": self._summarise,
            "actionSaveAllFiles": lambda: self.save_all(with_glossary=True),
            "actionCloseFiles": self.close_list,
        }

    # ---- the list -----------------------------------------------------------------------

    def fill(self, places: Sequence[Path]) -> None:
        """Work through these files and the texts in these folders."""
        self._begin()
        self.owner.fill(places)

    def show_rows(self, rows: Sequence[QueueRow]) -> None:
        """Work through documents that were counted before."""
        self._begin()
        self.owner.show_rows(rows)

    def _begin(self) -> None:
        self._is_open = True
        self._files.list = self
        self._feedback.messages.dismiss("files")

    def close_list(self) -> None:
        """Continue with the current file only; decisions in the others are remembered."""
        self._is_open = False
        if self._finder is not None:
            self._finder.close()
        self._files.list = None
        self.owner.empty()
        self.closed.emit()

    def _go(self, step: int) -> None:
        if not self.owner.go(step):
            self._feedback.tell(self.tr("No other file has marks left"))

    def _finish(self) -> None:
        if not self.owner.finish():
            text = self.tr("This was the last file with marks.")
            summary = Choice(self.tr("Summary…"), self._summarise)
            self._feedback.messages.info(text, summary, key="files")

    # ---- all of them --------------------------------------------------------------------

    def _accept_all(self) -> None:
        from unspin_gui.ui.queue.accept_dialog import AcceptInFiles  # noqa: PLC0415 - when wanted

        dialog = AcceptInFiles(self._services, self._feedback, self.owner, self._feedback.over)
        dialog.open()

    def _find(self) -> None:
        if self._finder is None:
            from unspin_gui.ui.queue.find_dialog import FindInFiles  # noqa: PLC0415 - when wanted

            self._finder = FindInFiles(self._services, self.owner, self._feedback.over)
            self._finder.place_wanted.connect(self.owner.show_place)
        self._finder.open_for("")

    def _summarise(self) -> None:
        from unspin_gui.ui.queue.summary_dialog import FilesSummary  # noqa: PLC0415 - when wanted

        def save() -> None:
            self.save_all(with_glossary=True)

        FilesSummary(self._services, self._feedback, self.owner, save).open()

    # ---- for the commands of a single file ----------------------------------------------

    @property
    def holds_current(self) -> bool:
        """Whether the open text is in the list."""
        return self.owner.holds_current

    @property
    def unsaved(self) -> str:
        """Describe the unsaved work in all of them; empty if there is none."""
        self.owner.follow()
        rows = [row for row in self.owner.queue if row.unsaved]
        if not rows:
            return ""
        return rows[0].name if len(rows) == 1 else self.tr("%Ln files of the list", "", len(rows))

    def keep_current(self) -> None:
        """Keep the decisions on the open file, whatever comes next."""
        self.owner.keep_current()

    def save_all(self, then: Callable[[], object] | None = None, *, with_glossary: bool) -> None:
        """Save the corrected texts of all files, then call `then`."""
        self._saver.start(then, with_glossary=with_glossary)

    @Slot(object)
    def _on_failed(self, error: UnspinError) -> None:
        self._feedback.messages.warn(str(error), key="state")

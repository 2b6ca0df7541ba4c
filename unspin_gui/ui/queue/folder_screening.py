"""Screens a folder off the GUI thread, in separate processes, and lists what looks spun."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QProgressDialog

from unspin_gui.application.file_queue import QueueRow
from unspin_gui.application.screening.screened_folder import Screened, screen_folder
from unspin_gui.core.errors import UnspinError
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.base.wording import error_in_words
from unspin_gui.ui.files.file_commands import FileCommands
from unspin_gui.ui.session.services import Services

OpenRows = Callable[[Sequence[QueueRow]], object]


class FolderScreening(QObject):
    """One screening at a time; the window can be used meanwhile, and is unchanged if cancelled.

    Signals: progressed(int, int): documents done and their total; emitted on the worker thread.
    """

    progressed = Signal(int, int)

    def __init__(
        self, services: Services, feedback: Feedback, files: FileCommands, open_rows: OpenRows
    ) -> None:
        super().__init__(feedback.over)
        self._services, self._feedback = services, feedback
        self._files, self._open_rows = files, open_rows
        self._tasks = Tasks(self, threads=1)  # hours of screening must not hold up other work
        self._goes_on = False
        self.dialog: QProgressDialog | None = None
        self.progressed.connect(self._on_progressed)

    def ask(self) -> None:
        """Let the user choose a folder and screen it, or show the progress of the current one."""
        if self.dialog is None:
            self._files.ask_folder(self.tr("Screen a folder"), self.start)
        else:
            self.dialog.raise_()
            self.dialog.activateWindow()

    def start(self, place: Path) -> None:
        """Screen a folder."""
        if self.dialog is not None:
            return
        self._feedback.messages.dismiss("screening")
        self._goes_on, self.dialog = True, self._made(place)
        self.dialog.show()
        user, last = self._services.paths, (0, 0)

        def report(done: int, documents: int) -> bool:
            nonlocal last
            if (done, documents) != last:  # it is called far more often
                last = done, documents
                self.progressed.emit(done, documents)
            return self._goes_on

        self._tasks.start(
            lambda: screen_folder(place, user, report),
            lambda found: self._on_screened(place, found),
            self._on_failed,
        )

    def close(self) -> None:
        """Cancel the screening, and wait for its end."""
        self._goes_on = False
        self._tasks.close()

    def _made(self, place: Path) -> QProgressDialog:
        text = self.tr("Looking for spun documents in “{0}”").format(place.name or place)
        dialog = QProgressDialog(text, self.tr("&Cancel"), 0, 0, self._feedback.over)
        dialog.setObjectName("screeningProgress")
        dialog.setWindowTitle(self.tr("Screening a folder"))
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.canceled.connect(self._cancel)
        return dialog

    @Slot()
    def _cancel(self) -> None:
        """Request a stop; until it has stopped, no other screening can start."""
        self._goes_on = False

    @Slot(int, int)
    def _on_progressed(self, done: int, documents: int) -> None:
        if self.dialog is not None and self._goes_on and documents:
            self.dialog.setMaximum(documents)
            self.dialog.setValue(done)

    def _put_away(self) -> None:
        if self.dialog is not None:
            self.dialog.hide()
            self.dialog.deleteLater()
            self.dialog = None

    def _on_screened(self, place: Path, found: Screened | None) -> None:
        wanted = self._goes_on
        self._put_away()
        if found is None or not wanted:
            self._feedback.tell(self.tr("Screening cancelled"))
            return
        if found.rows:
            message = self.tr("Screened: {0}; listed as likely spun: {1}; could not be read: {2}")
            message = message.format(
                number(found.documents), number(len(found.rows)), number(found.unreadable)
            )
            self._files.when_settled(lambda: self._list(found, message))
        else:
            message = self.tr("Nothing in “{0}” looks spun. Screened: {1}; could not be read: {2}")
            message = message.format(
                place.name or place, number(found.documents), number(found.unreadable)
            )
            self._feedback.messages.info(message, key="screening")

    def _list(self, found: Screened, told: str) -> None:
        self._open_rows(found.rows)
        self._feedback.messages.info(told, key="screening")  # stays until it is read

    def _on_failed(self, error: UnspinError) -> None:
        self._put_away()
        self._feedback.messages.warn(error_in_words(error), key="screening")

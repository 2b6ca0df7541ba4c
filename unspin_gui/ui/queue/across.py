"""Does the same work in many files, one after another, off the GUI thread."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from unspin_gui.application.file_queue import QueueKey
from unspin_gui.core.errors import UnspinError
from unspin_gui.ui.base.tasks import Tasks


class Across(QObject):
    """One file at a time, until it is stopped.

    Signals:
        done(QueueKey, object): the result for a file.
        failed(QueueKey, UnspinError): there is none for this one.
        ended(): all are done; not emitted when it was stopped.
    """

    done = Signal(object, object)
    failed = Signal(object, object)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self, threads=1)
        self._left: list[QueueKey] = []
        self._work_for: Callable[[QueueKey], Callable[[], object]] = _nothing
        self._run: object = None

    @property
    def is_busy(self) -> bool:
        """Whether files are left, or one is being worked on."""
        return self._run is not None

    @property
    def left(self) -> int:
        """The number of files not done yet."""
        return len(self._left)

    def start(
        self, keys: Iterable[QueueKey], work_for: Callable[[QueueKey], Callable[[], object]]
    ) -> None:
        """Do `work_for(key)()` for each file, instead of any work in progress.

        `work_for` is called on the GUI thread, just before its work is done on another.
        """
        self._left = list(keys)[::-1]
        self._work_for = work_for
        self._run = object()
        self._go_on(self._run)

    def stop(self) -> None:
        """Skip the remaining files."""
        self._left, self._run = [], None

    def close(self) -> None:
        """Stop for good."""
        self.stop()
        self._tasks.close()

    def _go_on(self, run: object) -> None:
        if run is not self._run:
            return
        if not self._left:
            self._run = None
            self.ended.emit()
            return
        key = self._left[-1]

        def given(result: object) -> None:
            if run is self._run:
                self._left.pop()
                self.done.emit(key, result)
                self._go_on(run)

        def failed(error: UnspinError) -> None:
            if run is self._run:
                self._left.pop()
                self.failed.emit(key, error)
                self._go_on(run)

        self._tasks.start(self._work_for(key), given, failed)


def _nothing(_key: QueueKey) -> Callable[[], object]:
    return lambda: None

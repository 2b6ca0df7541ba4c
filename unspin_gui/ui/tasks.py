"""Work off the GUI thread: one function, one answer."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

from unspin_gui.core.errors import UnspinError

T = TypeVar("T")


class _Answer(QObject):
    """Signals: given(object) the result; failed(object) the UnspinError."""

    given = Signal(object)
    failed = Signal(object)


class _Task(QRunnable):
    """Runs `work` on a thread of the pool; the answer arrives on the GUI thread."""

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._work = work
        self.answer = _Answer()

    def run(self) -> None:
        """Do the work (called by the pool)."""
        try:
            result = self._work()
        except UnspinError as error:
            self.answer.failed.emit(error)
        else:
            self.answer.given.emit(result)


class Tasks(QObject):
    """Starts tasks and waits for them at the end."""

    def __init__(self, parent: QObject | None = None, *, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._running: set[_Task] = set()

    def start(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[UnspinError], object],
    ) -> SignalInstance:
        """Run `work` off the GUI thread, then call `done` or `failed` on it.

        Returns the signal that is emitted after that.
        """
        task = _Task(work)
        waiting = _Waiting(self, task, done, failed)
        task.answer.given.connect(waiting.on_given)
        task.answer.failed.connect(waiting.on_failed)
        self._running.add(task)
        self._pool.start(task)
        return waiting.ended

    def wait(self, work: Callable[[], T]) -> T:
        """Run `work` off the GUI thread while the window keeps painting; no input is taken.

        Raises the UnspinError that the work ended with.
        """
        loop = QEventLoop()
        answers: list[T] = []
        errors: list[UnspinError] = []
        self.start(work, answers.append, errors.append).connect(loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if errors:
            raise errors[0]
        return answers[0]

    def forget(self, task: _Task) -> None:
        """Let go of a task that has answered."""
        self._running.discard(task)

    def close(self) -> None:
        """Drop what has not begun and wait for the rest."""
        self._pool.clear()
        self._pool.waitForDone()


class _Waiting(QObject):
    """Hands the answer of one task on and goes away with it.

    Signals: ended(): the answer was handed on.
    """

    ended = Signal()

    def __init__(
        self,
        tasks: Tasks,
        task: _Task,
        done: Callable[[T], object],
        failed: Callable[[UnspinError], object],
    ) -> None:
        super().__init__(tasks)
        self._tasks = tasks
        self._task = task
        self._done: Callable[..., object] = done
        self._failed = failed

    @Slot(object)
    def on_given(self, result: object) -> None:
        self._tasks.forget(self._task)
        self._done(result)
        self._end()

    @Slot(object)
    def on_failed(self, error: UnspinError) -> None:
        self._tasks.forget(self._task)
        self._failed(error)
        self._end()

    def _end(self) -> None:
        self.ended.emit()
        self.deleteLater()

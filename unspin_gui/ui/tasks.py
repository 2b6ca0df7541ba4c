"""Work off the GUI thread: one function, one answer."""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal, Slot

from unspin_gui.core.errors import UnspinError

T = TypeVar("T")


class Call:
    """Work that its thread lets go of before it is told to be done.

    What the work refers to, often a window, must never die on another thread than its own.
    """

    __slots__ = ("_work",)

    def __init__(self, work: Callable[[], object]) -> None:
        self._work: Callable[[], object] | None = work

    def __call__(self) -> object:
        """Do the work, once."""
        work, self._work = self._work, None
        return work() if work is not None else None


class _Job(NamedTuple):
    """A task, what it does, and who is to be answered; kept until the answer is handed on."""

    work: Callable[[], object]
    future: "Future[object]"
    done: Callable[..., object]
    failed: Callable[[UnspinError], object]


class Tasks(QObject):
    """Starts tasks on a few threads, and waits for them at the end.

    Only the number of a task crosses from its thread; everything else stays where it was made.

    Signals:
        arrived(int): a task is done; emitted on its thread.
        ended(int): its answer was handed on.
    """

    arrived = Signal(int)
    ended = Signal(int)

    def __init__(self, parent: QObject | None = None, *, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="unspin")
        self._numbers = count(1)
        self._jobs: dict[int, _Job] = {}
        self._closed = False
        self.arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[UnspinError], object],
    ) -> int:
        """Run `work` off the GUI thread, then call `done` or `failed` on it.

        An error that is no UnspinError goes to `sys.excepthook` and, in one sentence, to `failed`.
        Returns the number that `ended` tells. After closing nothing is begun any more.
        """
        number = next(self._numbers)
        if self._closed:
            return number
        future = self._pool.submit(Call(work))
        self._jobs[number] = _Job(work, future, done, failed)
        future.add_done_callback(lambda _future: self.arrived.emit(number))
        return number

    def wait(self, work: Callable[[], T]) -> T:
        """Run `work` off the GUI thread while the window keeps painting; no input is taken.

        Raises whatever the work ended with. After closing it is done at once, right here.
        """
        if self._closed:
            return work()
        loop = QEventLoop()
        self.ended.connect(loop.quit)
        number = self.start(work, _nothing, _nothing)
        future = self._jobs[number].future
        while number in self._jobs:
            if loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents) < 0:
                break  # the program ends, and no loop runs any more
        return future.result()  # type: ignore[return-value]

    def close(self) -> None:
        """Drop what has not begun and wait for the rest; no answer is handed on any more."""
        self._closed = True
        self._jobs.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self.ended.emit(0)

    @Slot(int)
    def _on_arrived(self, number: int) -> None:
        job = self._jobs.pop(number, None)
        try:
            if job is not None and job.done is not _nothing:
                _hand_on(job)
        finally:
            self.ended.emit(number)


def _hand_on(job: _Job) -> None:
    error = None if job.future.cancelled() else job.future.exception()
    if isinstance(error, UnspinError):
        job.failed(error)
    elif error is not None:
        sys.excepthook(type(error), error, error.__traceback__)
        # Who waits for the answer goes on without it.
        what = f"{type(error).__name__}: {error}"
        job.failed(UnspinError(f"an error in the program stopped this ({what})"))
    elif not job.future.cancelled():
        job.done(job.future.result())


def _nothing(_answer: object) -> None:
    """The one who waits takes the answer himself."""

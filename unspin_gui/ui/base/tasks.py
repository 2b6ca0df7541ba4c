"""Runs work off the GUI thread: one function, one answer."""

import sys
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from itertools import count
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from unspin_gui.core.errors import UnspinError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.files.failures import NoAnswerError

T = TypeVar("T")

PATIENCE = 2.0
"""Seconds that a closing window waits for work that does not end."""
LONGEST = 60.0
"""Seconds after which a window that waits for a disk accepts input again."""

_stuck: list[tuple["Future[object]", object]] = []
"""Work that outlived its window, with all it refers to, which must not be destroyed elsewhere."""


def wind_up(
    pool: ThreadPoolExecutor, work: Iterable[tuple["Future[object]", object]], *, all_of_it: bool
) -> None:
    """Shut down a pool; with `all_of_it`, only after queued work. Waits, but not forever."""
    work = tuple(work)
    pool.shutdown(wait=False, cancel_futures=not all_of_it)
    running = [one for one in work if not one[0].cancelled()]
    late = wait([future for future, _ in running], PATIENCE).not_done
    _stuck.extend((future, rest) for future, rest in running if future in late)
    if not late:
        pool.shutdown()  # its threads have yet to report that they have ended


def is_stuck() -> bool:
    """Whether a thread is still busy with work that nobody waits for any more."""
    return any(not future.done() for future, _ in _stuck)


class Call:
    """Work that its thread releases before it is reported as done.

    What the work refers to, often a window, must never be destroyed on any thread but its own.
    """

    __slots__ = ("_work",)

    def __init__(self, work: Callable[[], object]) -> None:
        self._work: Callable[[], object] | None = work

    def __call__(self) -> object:
        """Do the work, once."""
        work, self._work = self._work, None
        return work() if work is not None else None


class _Job(NamedTuple):
    """A task, its work, and its callbacks; kept until the answer has been delivered."""

    work: Callable[[], object]
    future: "Future[object]"
    done: Callable[..., object]
    failed: Callable[[UnspinError], object]


class Tasks(QObject):
    """Starts tasks on a few threads, and waits for them at the end.

    Only the number of a task crosses from its thread; everything else stays where it was created.

    Signals:
        arrived(int): a task is done; emitted on its thread.
        ended(int): its answer has been delivered.
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

        An error other than UnspinError goes to `sys.excepthook` and, as one sentence, to `failed`.
        Returns the number that `ended` emits. After closing, nothing is started any more.
        """
        if self._closed:
            return next(self._numbers)
        return self._submit(self._pool, work, done, failed)

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[UnspinError], object],
    ) -> int:
        number = next(self._numbers)
        future = pool.submit(Call(work))
        self._jobs[number] = _Job(work, future, done, failed)
        future.add_done_callback(lambda _future: self._tell(number))
        return number

    def _tell(self, number: int) -> None:
        """Report that a task is done (called on its thread)."""
        if not self._closed:
            self.arrived.emit(number)

    def wait(self, work: Callable[[], T]) -> T:
        """Run `work` off the GUI thread while the window keeps painting but accepts no input.

        It gets a thread of its own, so that no stuck task delays it. Raises whatever the work
        raises, or NoAnswerError. After closing it is done at once on the calling thread.
        """
        if self._closed:
            return work()
        pool = ThreadPoolExecutor(1, thread_name_prefix="unspin-wait")
        number = self._submit(pool, work, _nothing, _nothing)
        future = self._jobs[number].future
        self._wait_for(number)
        done = bool(wait([future], PATIENCE).done)
        pool.shutdown(wait=done)
        if not done:
            reason = Message("The disk does not respond; it is not known whether this was done.")
            raise NoAnswerError("", reason)
        return future.result()  # type: ignore[return-value]

    def _wait_for(self, number: int) -> None:
        """Keep the window painting until the task ends, takes too long, or the program ends."""
        from PySide6.QtCore import QEventLoop  # noqa: PLC0415 - not needed to start

        loop = QEventLoop()
        self.ended.connect(loop.quit)
        longest = QTimer(singleShot=True, interval=round(LONGEST * 1000))
        longest.timeout.connect(loop.quit)
        longest.start()
        while number in self._jobs and longest.isActive():
            if loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents) < 0:
                break  # the program is ending, and no event loop runs any more

    def close(self, *, all_of_it: bool = False) -> None:
        """Drop queued work, unless `all_of_it` has to be done, and wait for the rest.

        The wait is limited. No more answers are delivered.
        """
        self._closed = True
        jobs = [(job.future, job) for job in self._jobs.values()]
        self._jobs.clear()
        wind_up(self._pool, jobs, all_of_it=all_of_it)
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
        # Whoever waits for the answer continues without it.
        what = f"{type(error).__name__}: {error}"
        job.failed(UnspinError(Message("an error in the program stopped this ({0})", what)))
    elif not job.future.cancelled():
        job.done(job.future.result())


def _nothing(_answer: object) -> None:
    """Do nothing: the waiting caller fetches the answer itself."""

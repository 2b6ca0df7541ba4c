"""Work off the GUI thread: one function, one answer."""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal, SignalInstance, Slot

from unspin_gui.core.errors import UnspinError

T = TypeVar("T")
_QUEUED = Qt.ConnectionType.QueuedConnection


class Tasks(QObject):
    """Starts tasks on a few threads, and waits for them at the end."""

    def __init__(self, parent: QObject | None = None, *, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="unspin")

    def start(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[UnspinError], object],
    ) -> SignalInstance:
        """Run `work` off the GUI thread, then call `done` or `failed` on it.

        Any other error goes to `sys.excepthook`. Returns the signal that is emitted at the end.
        """
        waiting = _Waiting(self, done, failed)
        future = self._pool.submit(work)
        future.add_done_callback(waiting.arrived.emit)
        return waiting.ended

    def wait(self, work: Callable[[], T]) -> T:
        """Run `work` off the GUI thread while the window keeps painting; no input is taken.

        Raises whatever the work ended with.
        """
        loop = QEventLoop()
        waiting = _Waiting(self, _nothing, _nothing)
        waiting.ended.connect(loop.quit)
        future = self._pool.submit(work)
        future.add_done_callback(waiting.arrived.emit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return future.result()

    def close(self) -> None:
        """Drop what has not begun and wait for the rest; no answer is handed on any more."""
        for waiting in self.findChildren(_Waiting):
            waiting.forget()
        self._pool.shutdown(wait=True, cancel_futures=True)


class _Waiting(QObject):
    """Hands the answer of one task on, on the GUI thread, and goes away with it.

    Signals:
        arrived(Future): the task is done; emitted on its thread.
        ended(): the answer was handed on.
    """

    arrived = Signal(object)
    ended = Signal()

    def __init__(
        self,
        tasks: Tasks,
        done: Callable[[T], object],
        failed: Callable[[UnspinError], object],
    ) -> None:
        super().__init__(tasks)
        self._done: Callable[..., object] = done
        self._failed: Callable[..., object] = failed
        self.arrived.connect(self._on_arrived, _QUEUED)

    def forget(self) -> None:
        """Nobody is there to be answered any more."""
        self._done = self._failed = _nothing

    @Slot(object)
    def _on_arrived(self, future: "Future[object]") -> None:
        self.deleteLater()
        try:
            self._hand_on(future)
        finally:
            self.ended.emit()

    def _hand_on(self, future: "Future[object]") -> None:
        if future.cancelled() or self._done is _nothing:
            return
        error = future.exception()
        if error is None:
            self._done(future.result())
        elif isinstance(error, UnspinError):
            self._failed(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)


def _nothing(_answer: object) -> None:
    """The one who waits takes the answer himself, or is gone."""

"""Runs tasks in processes of this machine; one that is killed is replaced.

The pools of the standard library do not survive that: `multiprocessing.Pool` hangs, and
`ProcessPoolExecutor` refuses all further work. So each worker has its own pipe, and a broken pipe
shows which task is lost.
"""

import gc
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from unspin_gui.application.screening.runner import Lost, Result
from unspin_gui.application.screening.tasks import Setup, Task, Worker
from unspin_gui.core.errors import StoreError, UnspinError

_SELDOM = 100_000
"""Garbage collection threshold, as for the other commands."""
_PATIENCE = 5.0
"""Seconds that a worker has to end by itself."""


@dataclass(slots=True)
class _Process:
    process: SpawnProcess
    pipe: "Connection[object, object]"
    task: Task | None = None


class LocalRunner:
    """Runs tasks in a fixed number of processes on this machine."""

    def __init__(self, setup: Setup, workers: int) -> None:
        self._setup = setup
        self._context = get_context("spawn")
        self._all = [self._started() for _ in range(max(1, workers))]

    @property
    def room(self) -> int:
        """The number of processes that are idle."""
        return sum(one.task is None for one in self._all)

    @property
    def busy(self) -> int:
        """The number of processes that have a task."""
        return len(self._all) - self.room

    def submit(self, task: Task) -> None:
        """Give a task to an idle process."""
        one = next(one for one in self._all if one.task is None)
        one.task = task
        with suppress(OSError):  # it has died; `finished` will notice
            one.pipe.send(task)

    def finished(self, wait: float) -> list[tuple[Task, Result]]:
        """Return the tasks that ended; waits for one at most `wait` seconds."""
        return [found for one in self._ready(wait) if (found := self._received(one)) is not None]

    def close(self) -> None:
        """End the processes."""
        for one in self._all:
            one.pipe.close()
            if one.task is not None:
                one.process.terminate()
        for one in self._all:
            one.process.join(_PATIENCE)
            if one.process.is_alive():
                one.process.kill()

    def _ready(self, seconds: float) -> list[_Process]:
        pipes = {one.pipe: one for one in self._all}
        return [pipes[pipe] for pipe in wait([*pipes], seconds)]  # type: ignore[index]

    def _received(self, one: _Process) -> tuple[Task, Result] | None:
        try:
            result: Result = one.pipe.recv()  # type: ignore[assignment]
        except (EOFError, OSError):
            one.process.join(_PATIENCE)
            result = Lost(_told(one.process.exitcode))
            one.pipe.close()
            self._all[self._all.index(one)] = self._started()
        task, one.task = one.task, None
        return None if task is None else (task, result)

    def _started(self) -> _Process:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(self._setup, theirs), daemon=True)
        process.start()
        theirs.close()
        return _Process(process, ours)


def _told(status: int | None) -> str:
    """Describe how a process ended."""
    if status is None or status >= 0:
        return f"it ended with status {status}"
    with suppress(ValueError):
        return f"it was ended by {signal.Signals(-status).name}"
    return f"it was ended by signal {-status}"


def _work(setup: Setup, pipe: "Connection[object, object]") -> None:
    """Run a worker: do tasks from the pipe until it closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # interrupting is up to the driver
    gc.set_threshold(_SELDOM)
    parent, worker = parent_process(), None

    def wanted() -> bool:
        return parent is None or parent.is_alive()

    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            sys.exit(0)
        assert isinstance(task, Task)  # noqa: S101 - tells the type checker
        try:
            worker = worker or Worker(setup)
            result: Result = worker.do(task, wanted=wanted)
        except StoreError as error:
            result = error
        except UnspinError as error:
            result = StoreError("", str(error))
        with suppress(OSError):
            pipe.send(result)

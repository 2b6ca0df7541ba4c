"""Runs tasks on a Dask cluster, whose workers see the same files under the same paths."""

import time
from typing import Any

from unspin_gui.application.screening.extras import needed
from unspin_gui.application.screening.runner import Lost, Result
from unspin_gui.application.screening.tasks import Setup, Task, do_here
from unspin_gui.core.errors import StoreError, UnspinError

_AHEAD = 2
"""Tasks that each thread of the cluster has in hand or queued, so that it never waits for the
driver.
"""
_PATIENCE = "20s"
"""Seconds to wait for the scheduler."""
_POLL = 0.05


class DaskRunner:
    """Runs tasks on the cluster of a scheduler."""

    def __init__(self, setup: Setup, address: str) -> None:
        try:
            from distributed import Client  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise needed("", "clusters", "distributed", "dask") from error
        self._setup = setup
        try:
            self._client: Any = Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            reason = f"no Dask scheduler answers there ({error}); start one with: dask scheduler"
            raise StoreError(address, reason) from error
        self._tasks: dict[Any, Task] = {}

    @property
    def room(self) -> int:
        """How many more tasks it takes to keep the whole cluster busy."""
        threads = int(sum(self._client.nthreads().values()))
        return max(0, _AHEAD * max(1, threads) - self.busy)

    @property
    def busy(self) -> int:
        """How many tasks the cluster has."""
        return len(self._tasks)

    def submit(self, task: Task) -> None:
        """Send a task; it may run twice, which gives the same rows."""
        future = self._client.submit(do_here, self._setup, task, pure=False)
        self._tasks[future] = task

    def finished(self, wait: float) -> list[tuple[Task, Result]]:
        """Return the tasks that ended; waits for one at most `wait` seconds."""
        until = time.monotonic() + wait
        while not (done := [future for future in self._tasks if future.done()]):
            if time.monotonic() > until:
                return []
            time.sleep(_POLL)
        return [(self._tasks.pop(future), _result(future)) for future in done]

    def close(self) -> None:
        """Cancel what is still running, and leave the cluster running without this program."""
        for future in self._tasks:
            future.cancel()
        self._client.close()


def _result(future: Any) -> Result:  # noqa: ANN401 - distributed has no types
    error = future.exception()
    if error is None:
        result: Result = future.result()
        return result
    if isinstance(error, StoreError):
        return error
    if isinstance(error, UnspinError):
        return StoreError("", str(error))
    return Lost(f"{type(error).__name__}: {error}".partition("\n")[0])

"""The interface through which the driver runs tasks, whatever is behind it."""

from dataclasses import dataclass
from typing import Protocol

from unspin_gui.application.screening.tasks import Task, TaskCounts
from unspin_gui.core.errors import StoreError


@dataclass(frozen=True, slots=True)
class Lost:
    """The result of a task whose worker died before finishing it; `how` says how."""

    how: str


Result = TaskCounts | Lost | StoreError
"""The result of a task. A StoreError concerns the whole screening."""


class Runner(Protocol):
    """Runs tasks in processes that may die at any moment."""

    @property
    def room(self) -> int:
        """How many more tasks it accepts now."""

    @property
    def busy(self) -> int:
        """How many tasks it has."""

    def submit(self, task: Task) -> None:
        """Submit a task; only while there is `room`."""

    def finished(self, wait: float) -> list[tuple[Task, Result]]:
        """Return the tasks that ended; waits for one at most `wait` seconds."""

    def close(self) -> None:
        """Release its processes; tasks still running are cancelled."""

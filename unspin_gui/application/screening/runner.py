"""What runs tasks: the interface that the driver uses, whatever is behind it."""

from dataclasses import dataclass
from typing import Protocol

from unspin_gui.application.screening.tasks import Task, TaskCounts
from unspin_gui.core.errors import StoreError


@dataclass(frozen=True, slots=True)
class Lost:
    """What comes back for a task whose worker ended before the task did; `how` says how."""

    how: str


Result = TaskCounts | Lost | StoreError
"""What comes back for a task. A StoreError concerns the whole screening."""


class Runner(Protocol):
    """Runs tasks in processes that may end at any moment."""

    @property
    def room(self) -> int:
        """How many more tasks it takes now."""

    @property
    def busy(self) -> int:
        """How many tasks it has."""

    def submit(self, task: Task) -> None:
        """Give it a task; only while there is `room`."""

    def finished(self, wait: float) -> list[tuple[Task, Result]]:
        """The tasks that ended; waits for one at most so many seconds."""

    def close(self) -> None:
        """Release its processes; tasks that still run are given up."""

"""A runner for screenings that are not about processes, whose start takes longer than they do."""

from unspin_gui.application.screening.runner import Result
from unspin_gui.application.screening.tasks import Setup, Task, Worker


class SameProcess:
    """Runs each task as soon as it is given, in the process of the tests."""

    def __init__(self, setup: Setup, _workers: int) -> None:
        self._worker = Worker(setup)
        self._done: list[tuple[Task, Result]] = []

    @property
    def room(self) -> int:
        return 1 - self.busy

    @property
    def busy(self) -> int:
        return len(self._done)

    def submit(self, task: Task) -> None:
        self._done.append((task, self._worker.do(task)))

    def finished(self, wait: float) -> list[tuple[Task, Result]]:  # noqa: ARG002
        done, self._done = self._done, []
        return done

    def close(self) -> None:
        """Nothing is held."""

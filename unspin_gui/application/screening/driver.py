"""Drives a screening: hands out parts, and splits up those that crash their worker.

A part whose worker dies is done again document by document. A document whose worker dies twice gets
a row with an error, so it costs only its own row.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from unspin_gui.application.screening.plan import Folder, Part
from unspin_gui.application.screening.runner import Lost, Result, Runner
from unspin_gui.application.screening.screener import as_line, failed_row
from unspin_gui.application.screening.tasks import Setup, Task, TaskCounts, documents_in, write_rows

_ATTEMPTS = 2
"""How often a document's worker may die before the document is given up; a worker killed for other
reasons rarely has the same document twice.
"""
_WAIT = 1.0


@dataclass(slots=True)
class ScreeningProgress:
    """The progress of a screening; `before` counts the documents of parts done by earlier runs."""

    parts: int
    documents: int
    parts_done: int = 0
    before: int = 0
    done: int = 0
    words: int = 0
    errors: int = 0
    likely: int = 0
    known: int = 0

    def add(self, counts: TaskCounts) -> None:
        """Count a task."""
        self.done += counts.documents
        self.words += counts.words
        self.errors += counts.errors
        self.likely += counts.likely
        self.known += counts.known


@dataclass(slots=True)
class _TakenApart:
    """A part that is done document by document: the rows so far, and the attempts at each one."""

    part: Part
    lines: dict[int, str] = field(default_factory=dict)
    attempts: dict[int, int] = field(default_factory=dict)


class Driver:
    """Does the parts that are not done yet."""

    def __init__(
        self, setup: Setup, parts: Iterator[Part], runner: Runner, told: ScreeningProgress
    ) -> None:
        self._folder, self._setup = Folder(setup.folder), setup
        self._parts, self._runner, self._told = parts, runner, told
        self._again = deque[Task]()
        self._apart = dict[int, _TakenApart]()

    def run(self) -> Iterator[ScreeningProgress]:
        """Do all parts; yields the progress at least once a second. Raises StoreError."""
        try:
            while True:
                self._hand_out()
                if not self._runner.busy:
                    return
                for task, result in self._runner.finished(_WAIT):
                    self._take(task, result)
                yield self._told
        finally:
            self._runner.close()

    def _hand_out(self) -> None:
        while self._runner.room:
            if self._again:
                self._runner.submit(self._again.popleft())
            elif (part := self._next_part()) is not None:
                self._runner.submit(Task(part))
            else:
                return

    def _next_part(self) -> Part | None:
        for part in self._parts:
            if not self._folder.is_done(part.number, self._setup.key):
                return part
            self._told.before += part.documents
            self._told.parts_done += 1
        return None

    def _take(self, task: Task, result: Result) -> None:
        if isinstance(result, Exception):
            raise result
        if task.only is not None:
            self._take_single(task, task.only, result)
        elif isinstance(result, Lost):
            self._apart[task.part.number] = _TakenApart(task.part)
            self._again += [Task(task.part, n) for n in range(task.part.documents)]
        else:
            self._told.add(result)
            self._told.parts_done += 1

    def _take_single(self, task: Task, index: int, result: TaskCounts | Lost) -> None:
        apart = self._apart[task.part.number]
        if isinstance(result, Lost):
            apart.attempts[index] = apart.attempts.get(index, 0) + 1
            if apart.attempts[index] < _ATTEMPTS:
                self._again.appendleft(task)
                return
            result = self._given_up(task.part, index, result)
        self._told.add(result)
        apart.lines[index] = result.row
        if len(apart.lines) == apart.part.documents:
            lines = [apart.lines[n] for n in range(apart.part.documents)]
            write_rows(self._folder, apart.part.number, lines)
            del self._apart[apart.part.number]
            self._told.parts_done += 1

    def _given_up(self, part: Part, index: int, lost: Lost) -> TaskCounts:
        documents = documents_in(part, self._setup.options)
        document = next(islice(documents, index, None))
        message = f"this document crashes the process that reads it ({lost.how})"
        row = as_line(failed_row(document, self._setup.key, message))
        return TaskCounts(1, errors=1, row=row)

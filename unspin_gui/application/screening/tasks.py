"""What a worker does, wherever it runs: a part, or a single document of a failed one."""

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from unspin_gui.application.screening.corpus import documents_of
from unspin_gui.application.screening.options import LIKELY, ScreenOptions
from unspin_gui.application.screening.plan import Folder, Part
from unspin_gui.application.screening.records import RawDocument
from unspin_gui.application.screening.screener import Row, Screener, as_line
from unspin_gui.store.files import atomic


@dataclass(frozen=True, slots=True)
class Setup:
    """Everything a worker needs besides its tasks."""

    folder: str
    key: str
    options: ScreenOptions


@dataclass(frozen=True, slots=True)
class Task:
    """A part to be done; with `only`, just the document of that index, whose row is returned."""

    part: Part
    only: int | None = None


@dataclass(frozen=True, slots=True)
class TaskCounts:
    """What a task did: numbers only, and the row of a single document.

    `known` counts the documents with known phrases.
    """

    documents: int = 0
    words: int = 0
    errors: int = 0
    likely: int = 0
    known: int = 0
    row: str = ""


class Worker:
    """Does tasks, one at a time, with knowledge that is loaded once."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self.screener = Screener(setup.options, setup.key)

    def do(self, task: Task, *, wanted: Callable[[], bool] | None = None) -> TaskCounts:
        """Do a task: the rows of a part are written, that of a single document is returned.

        Unless it is still `wanted`, nothing is written. Raises StoreError if the disk refuses.
        """
        documents = documents_in(task.part, self._setup.options)
        if task.only is not None:
            [row] = self.screener.rows(islice(documents, task.only, task.only + 1))
            return _counted([row], row=as_line(row))
        rows = list(self.screener.rows(documents))
        if wanted is None or wanted():
            write_rows(Folder(self._setup.folder), task.part.number, map(as_line, rows))
        return _counted(rows)


def write_rows(folder: Folder, number: int, lines: Iterable[str]) -> None:
    """Write the rows of a part, completely or not at all; raises StoreError."""
    atomic.write_bytes(folder.rows_file(number), "".join(lines).encode())


def documents_in(part: Part, options: ScreenOptions) -> Iterator[RawDocument]:
    """The documents of a part, not yet loaded."""
    for piece in part.slices:
        yield from documents_of(piece, options)


def _counted(rows: list[Row], row: str = "") -> TaskCounts:
    return TaskCounts(
        len(rows),
        sum(one["words"] for one in rows),
        sum(bool(one["error"]) for one in rows),
        sum((one["probability"] or 0.0) >= LIKELY for one in rows),
        sum(one["known"] > 0 for one in rows),
        row,
    )


_kept: dict[str, Worker] = {}
_lock = threading.Lock()


def do_here(setup: Setup, task: Task) -> TaskCounts:
    """Do a task in a foreign process, where one worker is kept from task to task."""
    with _lock:
        if setup.key not in _kept:
            _kept.clear()
            _kept[setup.key] = Worker(setup)
        return _kept[setup.key].do(task)

"""Fills the list of files in the background, a batch at a time."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from unspin_gui.application.file_queue import QueueRow
from unspin_gui.application.file_queue.filling import filled
from unspin_gui.core.errors import UnspinError
from unspin_gui.ui.base.tasks import Tasks

_BATCH_SECONDS = 0.1


class QueueFilling(QObject):
    """Lists files and folders; `notes` is the folder with the notes of earlier sessions.

    Signals: found(list[QueueRow]): more files. ended(): all files were found. failed(UnspinError):
    the rest could not be listed.
    """

    found = Signal(object)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks, notes: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._notes = notes
        self._latest: object = None

    @property
    def is_filling(self) -> bool:
        """Whether more files may come."""
        return self._latest is not None

    def start(self, places: Sequence[Path]) -> None:
        """List these; an incomplete earlier list is dropped."""
        rows = filled(tuple(places), self._notes)
        self._latest = rows
        self._go_on(rows)

    def stop(self) -> None:
        """Stop listing."""
        self._latest = None

    def _go_on(self, rows: Iterator[QueueRow]) -> None:
        self._tasks.start(
            lambda: _batch(rows), lambda some: self._on_batch(rows, some), self._on_failed
        )

    def _on_batch(self, rows: Iterator[QueueRow], some: list[QueueRow]) -> None:
        if rows is not self._latest:
            return
        if some:
            self._go_on(rows)
            self.found.emit(some)
        else:
            self._latest = None
            self.ended.emit()

    def _on_failed(self, error: UnspinError) -> None:
        self._latest = None
        self.failed.emit(error)


def _batch(rows: Iterator[QueueRow]) -> list[QueueRow]:
    """The next rows (on a worker): as many as there are within a tenth of a second."""
    some, end = list[QueueRow](), time.monotonic() + _BATCH_SECONDS
    for row in rows:
        some.append(row)
        if time.monotonic() > end:
            break
    return some

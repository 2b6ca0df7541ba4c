"""Reads one file at a time off the GUI thread, dropping results no longer wanted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from unspin_gui.core.errors import UnspinError
from unspin_gui.ui.base.tasks import Tasks

if TYPE_CHECKING:
    from unspin_gui.application.opening import FileReading, OpeningRequest


class Reader(QObject):
    """Keeps track of the file being read.

    Signals:
        failed(UnspinError): the file could not be read.
        changed(): reading began or ended.
    """

    failed = Signal(object)
    changed = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._holding = 0
        self._held: list[Callable[[], None]] = []
        self.wish: OpeningRequest | None = None

    def start(
        self,
        wish: "OpeningRequest",
        work: "Callable[[], FileReading]",
        done: "Callable[[FileReading], object]",
    ) -> None:
        """Do `work` instead of the current reading, then call `done` with its result."""
        self.wish = wish

        def given(reading: "FileReading") -> None:
            if self._holding:
                self._held.append(lambda: given(reading))
            elif self.wish is wish:
                self.wish = None
                done(reading)

        def failed(error: UnspinError) -> None:
            if self.wish is wish:
                self.wish = None
                self.failed.emit(error)
                self.changed.emit()

        self._tasks.start(work, given, failed)
        self.changed.emit()

    def drop(self) -> None:
        """Drop the current reading."""
        self.wish = None

    @contextmanager
    def holding(self) -> Iterator[None]:
        """While something is being saved, no other text replaces the one being saved."""
        self._holding += 1
        try:
            yield
        finally:
            self._holding -= 1
            held, self._held = (self._held, []) if not self._holding else ([], self._held)
            for take in held:
                take()

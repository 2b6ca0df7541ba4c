"""Reads the files that come next in the background, and counts the marks of all others."""

import threading
from collections import deque
from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from unspin_gui.application.file_queue import QueueKey
from unspin_gui.application.file_queue.kept_review import KeptReview
from unspin_gui.application.file_queue.leaving import note_counts
from unspin_gui.application.file_queue.reading_ahead import FileCounts, ReadFile, read_whole
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.errors import UnspinError
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.session.services import Services

_LARGEST = 2_000_000
"""Bytes; a larger file is not kept in memory before its turn."""
_PAUSE = 1000
"""Milliseconds after an action of the user before further files are counted."""
_REST = 0.02
"""Seconds between two checks whether the text on screen is still being analysed."""


class Known(NamedTuple):
    """What is known about a file: its review, if it was open before, or that it `is_new`.

    The counts of a new one are noted. `before` is called, on the worker, before it is read.
    """

    kept: KeptReview | None
    is_new: bool
    before: Callable[[], object]


class ReadAhead(QObject):
    """Reads one file at a time: first those that come next, whose texts are kept, then the others.

    It pauses while the text on screen is analysed. `known` returns what is known about a file.

    Signals:
        counted(QueueKey, Counts): this file was read.
        failed(QueueKey, UnspinError): this one cannot be.
        rested(): nothing is left to read.
    """

    counted = Signal(object, object)
    failed = Signal(object, object)
    rested = Signal()

    def __init__(
        self,
        services: Services,
        known: Callable[[QueueKey], Known],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = services.session
        self._library = services.library
        self._paths = services.paths
        self._known = known
        self._tasks = Tasks(self, threads=1)
        self._ready: dict[QueueKey, ReadFile] = {}
        self._next: tuple[QueueKey, ...] = ()
        self._others: deque[QueueKey] = deque()
        self._reading: QueueKey | None = None
        self._wanted: QueueKey | None = None  # read on the worker, too
        self._calm = threading.Event()
        self._idle = QTimer(self, singleShot=True, interval=_PAUSE)
        self._idle.timeout.connect(self._go_on)
        self._session.document_changed.connect(self._on_act)
        self._closed = False
        self._session.state_changed.connect(self._on_state_changed)
        self._library.changed.connect(self._on_state_changed)
        self._on_state_changed()

    @property
    def is_resting(self) -> bool:
        """Whether no file is being read."""
        return self._reading is None

    @property
    def left(self) -> int:
        """The number of files still to be counted."""
        return len(self._others)

    def plan(self, following: Iterable[QueueKey], others: Iterable[QueueKey]) -> None:
        """Keep the texts of the files `following` ready, then count the `others`."""
        self._next = tuple(following)
        self._others = deque(others)
        self._ready = {key: one for key, one in self._ready.items() if key in self._next}
        is_ready = all(key in self._ready for key in self._next)
        if not is_ready and self._reading not in (None, *self._next):
            self._wanted = None  # what comes next is more urgent
        self._go_on()

    def take(self, key: QueueKey) -> ReadFile | None:
        """Hand over a file that is ready; if it is still being read, drop that reading."""
        if self._reading == key:
            self._wanted = None
        return self._ready.pop(key, None)

    def forget(self, keys: Iterable[QueueKey]) -> None:
        """Drop what was read of these files, since they have changed."""
        for key in keys:
            self._ready.pop(key, None)

    def close(self) -> None:
        """Stop reading."""
        self._closed, self._wanted = True, None
        self._calm.set()
        self._tasks.close()

    @Slot()
    def _on_act(self) -> None:
        """Count no further files while the user is busy; the next files are read all the same."""
        self._idle.start()
        if self._reading is not None and self._reading not in self._next:
            self._wanted = None

    @Slot()
    def _on_state_changed(self) -> None:
        if self._session.analysing:
            self._calm.clear()
        else:
            self._calm.set()
            self._go_on()

    def _choose(self) -> QueueKey | None:
        for key in self._next:
            if key not in self._ready:
                return key
        return self._others.popleft() if self._others and not self._idle.isActive() else None

    @Slot()
    def _go_on(self) -> None:
        knowledge = self._session.knowledge_elsewhere
        if self._closed or self._reading is not None or knowledge is None:
            return
        if self._session.analysing or self._library.loading:
            return
        key = self._choose()
        if key is None:
            self.rested.emit()
            return
        self._reading = self._wanted = key
        known = self._known(key)
        self._tasks.start(
            lambda: self._read(key, knowledge, known),
            lambda read: self._on_read(key, read),
            lambda error: self._on_failed(key, error),
        )

    def _read(
        self, key: QueueKey, knowledge: Knowledge, known: Known
    ) -> ReadFile | FileCounts | None:
        """Read one file (on the worker); return only its counts unless it comes next."""

        def is_wanted() -> bool:
            while self._wanted == key and not self._calm.wait(_REST):
                pass
            return self._wanted == key

        known.before()
        read = read_whole(key.path, self._paths.decisions, knowledge, known.kept, is_wanted)
        if read is None:
            return None
        if known.is_new:
            note_counts(read, self._paths.progress)
        is_small = read.stamp is not None and read.stamp[1] <= _LARGEST
        return read if key in self._next and is_small else read.counts

    def _on_read(self, key: QueueKey, read: ReadFile | FileCounts | None) -> None:
        self._reading = None
        if isinstance(read, ReadFile):
            if key in self._next:
                self._ready[key] = read
            self.counted.emit(key, read.counts)
        elif read is not None:
            self._next = tuple(other for other in self._next if other != key)
            self.counted.emit(key, read)
        elif key not in self._next:
            self._others.appendleft(key)
        self._go_on()

    def _on_failed(self, key: QueueKey, error: UnspinError) -> None:
        self._reading = None
        self._next = tuple(other for other in self._next if other != key)
        self.failed.emit(key, error)
        self._go_on()

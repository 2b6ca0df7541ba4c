"""The rows of the list of files, updated with what is read and what the user does."""

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from unspin_gui.application.file_queue import FileQueue, QueueKey, State
from unspin_gui.application.file_queue.kept_review import KeptReview
from unspin_gui.application.file_queue.reading_ahead import FileCounts
from unspin_gui.core.errors import UnspinError
from unspin_gui.core.text.tokens import word_count
from unspin_gui.ui.queue.read_ahead import Known, ReadAhead
from unspin_gui.ui.session.services import Services

_PATIENCE = 10.0
"""Seconds to wait for a disk before a file is read again."""
_SOON = 150
"""Milliseconds after a change before the row of the open file follows."""


class QueueRows(QObject):
    """The queue, which of its files is `current`, and the reviews `kept` of the others.

    Signals:
        changed(): some rows are different.
        current_changed(): another file is open, or none of the queue.
        failed(UnspinError): decisions or notes could not be kept.
    """

    changed = Signal()
    current_changed = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._session = services.session
        self._work = services.workspace
        self.queue = FileQueue()
        self.current: QueueKey | None = None
        self.kept: dict[QueueKey, KeptReview] = {}
        self.writing: dict[QueueKey, Event] = {}
        self._by_itself: set[QueueKey] = set()
        self.ahead = ReadAhead(services, self._known_of, self)
        self.ahead.counted.connect(self._on_counted)
        self.ahead.failed.connect(self._on_unreadable)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.follow)
        self._session.state_changed.connect(self._on_state_changed)

    def written(self, key: QueueKey) -> Callable[[], object]:
        """Return a function that waits, on a worker, until what was kept of a file is on disk."""
        done = self.writing.pop(key, None)
        return (lambda: None) if done is None else partial(done.wait, _PATIENCE)

    def _known_of(self, key: QueueKey) -> Known:
        row = self.queue.get(key)
        is_new = row is not None and row.state == "unread" and not row.is_counted
        return Known(self.kept.get(key), is_new, self.written(key))

    @Slot()
    def _on_state_changed(self) -> None:
        if self.current is not None and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def follow(self) -> None:
        """Update the progress in the row of the open file."""
        self._soon.stop()
        key, session = self.current, self._session
        if key is None or key not in self.queue or self._work.resumed is None:
            return
        old = self.queue[key]
        words = word_count(session.source) if old.words is None else old.words
        done, unsaved = len(session.decisions), session.history.is_dirty
        self.queue.change(key, words=words, done=done, unsaved=unsaved)
        if session.opinions.judged and not session.analysing:
            left, probability = len(session.suspects), session.document_probability
            state = self._state(key, left)
            self.queue.change(key, suspects=left, probability=probability, state=state)
        if self.queue[key] != old:
            self.changed.emit()

    def _state(self, key: QueueKey, left: int) -> State:
        """The state of the open file: finished without marks, in progress if some come back."""
        state = self.queue[key].state
        if state == "work" and not left:
            self._by_itself.add(key)
            return "finished"
        if state == "finished" and left and key in self._by_itself:
            return "work"
        return state

    @Slot(object, object)
    def _on_counted(self, key: QueueKey, counts: FileCounts) -> None:
        if key in self.queue and key != self.current:
            row = self.queue[key]
            state: State = "unread" if row.state == "error" else row.state
            words, suspects, done, probability = counts
            self.queue.change(
                key,
                words=words,
                suspects=suspects,
                done=done,
                probability=probability,
                state=state,
                error="",
            )
            self.changed.emit()

    @Slot(object, object)
    def _on_unreadable(self, key: QueueKey, error: UnspinError) -> None:
        if key in self.queue:
            self.queue.change(key, state="error", error=str(error))
            self.changed.emit()

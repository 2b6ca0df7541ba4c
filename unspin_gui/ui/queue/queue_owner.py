"""The files to work through in one window: which is open, and what to keep of the others."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Slot

from unspin_gui.application.file_queue import FileQueue, QueueKey, QueueRow
from unspin_gui.application.file_queue.accepting import Accepted
from unspin_gui.application.file_queue.kept_review import KeptReview
from unspin_gui.application.file_queue.leaving import note_on
from unspin_gui.application.file_queue.reading_ahead import ReadFile, history_of
from unspin_gui.application.opening import FileReading, OpeningRequest
from unspin_gui.core.errors import UnspinError
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.queue.queue_filling import QueueFilling
from unspin_gui.ui.queue.queue_rows import QueueRows
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.session.session import Resumed


class QueueOwner(QueueRows):
    """Moves from file to file.

    Switching never asks and never writes a corrected text: decisions are remembered as when a file
    is closed. `order` returns the keys as they are shown.
    """

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(services, parent)
        self.order: Callable[[], Sequence[QueueKey]] = self._usual_order
        self._pending: dict[QueueKey, tuple[EntryChange, ...]] = {}
        self._opening: QueueKey | None = None
        self._step = 0
        self._place: tuple[QueueKey, Span] | None = None
        self.filling = QueueFilling(services.tasks, services.paths.progress, self)
        self.filling.found.connect(self._on_found)
        self.filling.ended.connect(self._on_filled)
        self.filling.failed.connect(self.failed)
        self._work.opened.connect(self._on_opened)
        self._work.failed.connect(self._on_open_failed)
        services.library.changed.connect(self._on_library_changed)

    def _usual_order(self) -> Sequence[QueueKey]:
        return [row.key for row in self.queue.ordered]

    # ---- filling ------------------------------------------------------------------------

    def fill(self, places: Sequence[Path]) -> None:
        """Work through these files and the texts in these folders instead."""
        self.empty()
        self.filling.start(places)

    def show_rows(self, rows: Sequence[QueueRow]) -> None:
        """Work through documents that were counted before."""
        self.empty()
        self.queue = FileQueue.from_rows(rows)
        self._on_filled()

    def empty(self) -> None:
        """Give up the list; what was decided stays remembered."""
        self.keep_current()
        self.filling.stop()
        self.queue, self.current, self._opening = FileQueue(), None, None
        self.kept.clear()
        self._by_itself.clear()
        self.ahead.plan((), ())
        self.changed.emit()
        self.current_changed.emit()

    @Slot(object)
    def _on_found(self, rows: list[QueueRow]) -> None:
        self.queue.add(rows)
        self.changed.emit()

    @Slot()
    def _on_filled(self) -> None:
        self.changed.emit()
        if self.current is None and self._opening is None:
            self.go(1)
        self.plan()

    # ---- going from file to file --------------------------------------------------------

    def go(self, step: int) -> bool:
        """Open the next file with marks, or the previous one; returns whether there is one."""
        key = self.queue.after(self._opening or self.current, self.order(), step=step)
        if key is None:
            return False
        self.open(key)
        self._step = step  # to continue if it cannot be read
        return True

    def finish(self) -> bool:
        """Note that the open file is finished, and move on; returns whether there is another."""
        if self.current is not None:
            order, key = self.order(), self.current
            self._by_itself.discard(key)
            self.follow()
            self.queue.change(key, state="finished")
            self.changed.emit()
            following = self.queue.after(key, order)
            if following is not None:
                self.open(following)
                return True
            self._start(self.keeping())
            return False
        return self.go(1)

    def open(self, key: QueueKey) -> None:
        """Open a file of the list; the current one, if it is in the list, is kept as it is."""
        if key == self.current and self._opening is None:
            return
        self._step, self._opening = 0, key
        ahead, wish = self.ahead.take(key), OpeningRequest(key.path)
        if ahead is not None and ahead.is_current:
            self._leave()
            self._work.take_over(wish, ahead.reading, self._resumed(key, ahead.reading, ahead))
        else:
            self._work.resume(wish, partial(self._on_read, key), self.written(key))

    def _on_read(self, key: QueueKey, reading: FileReading) -> Resumed:
        self._leave()
        return self._resumed(key, reading)

    def _leave(self) -> None:
        """Keep the open file; its journal is removed once that is on disk."""
        keep = self.keeping()
        if keep is not None:
            self._services.recovery.hand_over_after(keep)

    def _resumed(
        self, key: QueueKey, reading: FileReading, ahead: ReadFile | None = None
    ) -> Resumed:
        self._session.carry(self._carried(key))
        kept, unsaved = self.kept.get(key), self.queue[key].unsaved
        is_back = kept is not None and kept.is_of(reading.file.text)
        history = history_of(reading, kept, unsaved=unsaved) if is_back or unsaved else None
        if ahead is None:
            return Resumed(history, is_back=is_back)
        return Resumed(history, ahead.memory, ahead.findings, is_back=is_back)

    def _carried(self, key: QueueKey) -> tuple[EntryChange, ...]:
        """What the other files have taught since the glossary was saved."""
        others = (some for other, some in self._pending.items() if other != key)
        return tuple(dict.fromkeys(change for some in others for change in some))

    @Slot()
    def _on_opened(self) -> None:
        key, self._opening = self._opening or self.current, None  # the open file was reread
        is_ours = self._work.resumed is not None and key is not None and key in self.queue
        self.current = key if is_ours else None
        if self.current is not None:
            self.queue.begin(self.current)
            self.follow()
        self.current_changed.emit()
        self.plan()
        place, self._place = self._place, None
        if place is not None and place[0] == self.current:
            self._services.review.revealed.emit(place[1])

    @Slot(object)
    def _on_open_failed(self, error: UnspinError) -> None:
        key, self._opening = self._opening, None
        if key is not None and key in self.queue:
            self._on_unreadable(key, error)
            if self._step:
                self.go(self._step)

    # ---- keeping ------------------------------------------------------------------------

    @property
    def holds_current(self) -> bool:
        """Whether the open text is a file of the list."""
        return self.current is not None and self._work.is_open

    def keeping(self) -> Callable[[], object] | None:
        """Keep the open file as it is; returns what is to be written, on any thread."""
        key, file = self.current, self._work.file
        if key is None or file is None or not self.holds_current:
            return None
        self.follow()
        session, work = self._session, self._work
        self.kept[key] = KeptReview.of(session.history)
        self._pending[key] = session.own_changes
        written = work.corrected.written
        remember = work.earlier.remembering(work.path, is_written=written is not None)
        note = note_on(
            self.queue[key], file.file.token, self._services.paths.progress,
            written.file.token if written else "",
        )  # fmt: skip

        done = self.writing[key] = Event()

        def write() -> None:
            try:
                if remember is not None:
                    remember()
                note()
            finally:
                done.set()

        return write

    def keep_current(self) -> None:
        """Keep the open file as it is, at once; failures are reported."""
        work = self.keeping()
        if work is None or self.current is None:
            return
        self._session.carry(self._carried(QueueKey(Path())))
        try:
            self._services.tasks.wait(work)
        except UnspinError as error:
            self.failed.emit(error)

    @property
    def learnt(self) -> int:
        """How many pairs the decisions of this window teach, each counted once."""
        documents = [kept.history.document for k, kept in self.kept.items() if k != self.current]
        if self.current is not None:
            documents.append(self._session.document)
        return len({pair for document in documents for pair in document.fixes})

    def show_place(self, key: QueueKey, span: Span) -> None:
        """Open a file, unless it is open, and show a place of its source."""
        if key == self.current and self._opening is None:
            self._services.review.revealed.emit(span)
        else:
            self._place = key, span
            self.open(key)

    def note_accepted(self, key: QueueKey, accepted: Accepted) -> None:
        """Note that fixes were accepted in a file that is not open."""
        self.kept[key] = accepted.kept
        self._pending[key] = accepted.changes
        self.queue.put(accepted.row)
        if accepted.row.state == "finished":
            self._by_itself.add(key)
        self.ahead.forget((key,))
        self.changed.emit()

    def teach(self) -> None:
        """Apply to the open file at once what the others have taught."""
        if self.current is not None:
            self._session.carry(self._carried(self.current), at_once=True)
        self.plan()

    def note_saved(self, key: QueueKey | None = None) -> None:
        """Note that the corrected text of this file, by default the open one, is on disk."""
        if key is None or key == self.current:
            self.follow()
            return
        if key in self.kept:
            self.kept[key] = self.kept[key].saved()
        if key in self.queue:
            self.queue.change(key, unsaved=False)
            self.changed.emit()

    def _start(self, work: Callable[[], object] | None) -> None:
        if work is not None:
            self._services.tasks.start(work, _nothing, self.failed.emit)

    @Slot()
    def _on_library_changed(self) -> None:
        if not self._services.library.is_dirty:
            self._pending.clear()

    # ---- what comes next ----------------------------------------------------------------

    def plan(self) -> None:
        """Decide what to read next."""
        here = self._opening or self.current
        following = self.queue.ahead(here, self.order())
        others = [
            row.key
            for row in self.queue.ordered
            if not row.is_counted and row.state != "error" and row.key not in (here, *following)
        ]
        self.ahead.plan(following, others)

    def close(self) -> None:
        """Keep the open file and stop reading."""
        self.filling.stop()
        self.ahead.close()


def _nothing(_answer: object) -> None:
    """Ignore an answer that needs no action."""

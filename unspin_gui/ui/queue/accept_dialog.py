"""Accept All in all files: the same table as for one, with the file of each phrase."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from unspin_gui.application.file_queue import QueueKey
from unspin_gui.application.file_queue.accepting import Acceptance, Accepted, accept_in
from unspin_gui.application.file_queue.reading_ahead import read_whole
from unspin_gui.core.detection.lessons import Wish
from unspin_gui.core.errors import UnspinError
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.queue.accept_model import (
    FileBatchRow,
    FoundInFile,
    found_in,
    found_in_file,
    rows_of,
)
from unspin_gui.ui.queue.accept_view import AcceptView
from unspin_gui.ui.queue.across import Across
from unspin_gui.ui.queue.queue_owner import QueueOwner
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.widgets.row_selection import select_row


class AcceptInFiles(AcceptView):
    """Reads every file with marks and lists what is open; what is ticked is replaced in each.

    One undo step in each file, until the window is closed. Use `open()`.
    """

    def __init__(
        self, services: Services, feedback: Feedback, owner: QueueOwner, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._feedback = feedback
        self._owner = owner
        self._places = 0
        self._files = 0
        self._errors: list[str] = []
        self.remember.setChecked(services.review.remember)
        self.across = Across(self)
        self._connect()
        self._read()
        self.table.setFocus()

    def _connect(self) -> None:
        self.model.ticks_changed.connect(self._on_ticks)
        self.model.places_changed.connect(self._on_row)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.sentences.left_out.connect(self._on_left_out)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.across.failed.connect(self._on_failed)

    # ---- reading ------------------------------------------------------------------------

    def _read(self) -> None:
        owner, session = self._owner, self._services.session
        owner.follow()
        if owner.current is not None:
            self._on_found(owner.current, found_in(session.document, session.suspects))
        keys = [r.key for r in owner.queue.ordered if r.wants_work and r.key != owner.current]
        self.across.done.connect(self._on_found)
        self.across.ended.connect(self._on_read)
        self.across.start(keys, self._reading)
        self._on_ticks()

    def _reading(self, key: QueueKey) -> Callable[[], FoundInFile]:
        known, kept = self._services.session.knowledge_elsewhere, self._owner.kept.get(key)
        decisions, across = self._services.paths.decisions, self.across

        def work() -> FoundInFile:
            if known is None:
                return FoundInFile((), {})
            read = read_whole(key.path, decisions, known, kept, lambda: across.is_busy)
            return found_in_file(read) if read is not None else FoundInFile((), {})

        return work

    @Slot(object, object)
    def _on_found(self, key: QueueKey, found: FoundInFile) -> None:
        knowledge = self._services.session.knowledge
        own = {g.name for g in knowledge.glossaries if g.mine} if knowledge else set()
        row = self._owner.queue.get(key)
        self.model.add(rows_of(key, row.name if row else key.path.name, found, own))
        self.ticks.tick()
        if not self.table.currentIndex().isValid():
            select_row(self.table, 0)

    @Slot()
    def _on_read(self) -> None:
        self._on_ticks()

    # ---- following ----------------------------------------------------------------------

    @Slot()
    def _on_ticks(self) -> None:
        taken = self.model.taken
        files = {row.key for row, _suspect in taken if isinstance(row, FileBatchRow)}
        self.told.setText(self._in_words(len(taken), len(files)))
        self.replace.setEnabled(bool(taken) and not self.across.is_busy)
        self.replace.setDefault(True)

    def _in_words(self, places: int, files: int) -> str:
        parts = [self.tr("%Ln places are ticked", "", places)]
        parts.append(self.tr("in %Ln files", "", files))
        if self.across.is_busy:
            parts.append(self.tr("%Ln files are still being read", "", self.across.left))
        return ", ".join(parts)

    @Slot()
    def _on_row(self) -> None:
        """Show the places of the selected phrase as they would read."""
        row = self._selected
        if row is None:
            self.sentences.show_places((), set())
            return
        shown = [
            one._replace(change=row.fix) if row.by_hand and row.fix else one
            for one in row.sentences
        ]
        self.sentences.show_places(shown, row.left_out)

    @property
    def _selected(self) -> FileBatchRow | None:
        number = self.table.currentIndex().row()
        row = self.model.rows[number] if 0 <= number < len(self.model.rows) else None
        return row if isinstance(row, FileBatchRow) else None

    @Slot(object)
    def _on_left_out(self, places: set[int]) -> None:
        if self._selected is not None:
            self.model.leave_out(self.table.currentIndex().row(), places)

    # ---- taking -------------------------------------------------------------------------

    def accept(self) -> None:
        """Replace everything ticked, in one file after the other (called by the button)."""
        by_file: dict[QueueKey, list[FileBatchRow]] = {}
        for row in self.model.rows:
            if isinstance(row, FileBatchRow) and row.ticked and row.taken:
                by_file.setdefault(row.key, []).append(row)
        if not by_file or self.across.is_busy:
            return
        self.setEnabled(False)
        here = by_file.pop(self._owner.current, None) if self._owner.current else None
        if here is not None:
            self._accept_here(here)
        self.across.done.disconnect(self._on_found)
        self.across.ended.disconnect(self._on_read)
        self.across.done.connect(self._on_accepted)
        self.across.ended.connect(self._on_all_accepted)
        self.across.start(by_file, lambda key: self._accepting(key, by_file[key]))

    def _label(self, rows: Sequence[FileBatchRow]) -> str:
        return self.tr("accept fixes of %Ln phrases", "", len(rows))

    def _accept_here(self, rows: Sequence[FileBatchRow]) -> None:
        session = self._services.session
        still = {suspect.span for suspect in session.suspects}
        wishes = [wish for wish in _wishes(rows, session.source) if wish[0].span in still]
        if wishes:
            decisions = session.fixes(wishes, remember=self.remember.isChecked())
            session.decide(decisions, self._label(rows))
            self._places, self._files = len(decisions), 1

    def _accepting(
        self, key: QueueKey, rows: Sequence[FileBatchRow]
    ) -> Callable[[], Accepted | None]:
        base, paths = self._services.session.knowledge_elsewhere, self._services.paths
        row, kept = self._owner.queue[key], self._owner.kept.get(key)
        if base is None:
            return lambda: None
        wanted = Acceptance(
            partial(_wishes, rows), self._label(rows), self.remember.isChecked(), base
        )
        return lambda: accept_in(row, kept, wanted, paths)

    @Slot(object, object)
    def _on_accepted(self, key: QueueKey, accepted: Accepted | None) -> None:
        if accepted is not None and accepted.places:
            self._owner.note_accepted(key, accepted)
            self._places += accepted.places
            self._files += 1

    @Slot(object, object)
    def _on_failed(self, key: QueueKey, error: UnspinError) -> None:
        self._errors.append(f"{key.path.name}: {error}")

    @Slot()
    def _on_all_accepted(self) -> None:
        self._owner.teach()
        places = self.tr("%Ln places replaced", "", self._places)
        self._feedback.tell(", ".join((places, self.tr("in %Ln files", "", self._files))))
        if self._errors:
            self._feedback.messages.error(" ".join(self._errors[:5]), key="files")
        super().accept()

    def done(self, result: int) -> None:
        """Stop reading (called by Qt)."""
        self.across.close()
        super().done(result)


def _wishes(rows: Sequence[FileBatchRow], source: str) -> list[Wish]:
    """The places of these rows with their wordings in a text (on any thread)."""
    return [(s, row.wording(s, source)) for row in rows for s in row.taken]

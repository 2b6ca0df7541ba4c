"""Saves the corrected texts of all files of the list, one after another."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from unspin_gui.application.file_queue import QueueRow
from unspin_gui.application.file_queue.saving_all import save_corrected
from unspin_gui.core.errors import UnspinError
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.files.places import refuse_place
from unspin_gui.ui.files.saving import Saving
from unspin_gui.ui.queue.queue_owner import QueueOwner
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.widgets.message_bar import Choice

_KEY = "save all"
_MOST_TOLD = 5


class SaveAll(QObject):
    """Saves what is unsaved; the open file as the Save action does, which may ask."""

    def __init__(
        self, services: Services, feedback: Feedback, saving: Saving, owner: QueueOwner
    ) -> None:
        super().__init__(feedback.over)
        self._services = services
        self._feedback = feedback
        self._saving = saving
        self._owner = owner
        self._left: list[QueueRow] = []
        self._failed: list[str] = []
        self._saved = 0
        self._then: Callable[[], object] = _nothing

    @property
    def is_busy(self) -> bool:
        """Whether files are being saved."""
        return bool(self._left)

    def start(self, then: Callable[[], object] | None = None, *, with_glossary: bool) -> None:
        """Save all; `then` is called once everything is on disk."""
        if self.is_busy:
            return
        owner = self._owner
        owner.follow()
        self._failed, self._saved, self._then = [], 0, then or _nothing
        rows = [row for row in owner.queue if row.unsaved and row.key != owner.current]
        here = owner.queue.get(owner.current)
        if here is not None and here.unsaved:
            self._saved = 1
            self._saving.save(lambda: self._begin(rows), with_glossary=with_glossary)
        elif not with_glossary or self._saving.save_glossary():
            self._begin(rows)

    def _begin(self, rows: list[QueueRow]) -> None:
        self._owner.note_saved()
        self._left = rows[::-1]
        self._go_on()

    def _go_on(self) -> None:
        if not self._left:
            self._end()
            return
        row, library = self._left[-1], self._services.library
        kept, paths = self._owner.kept.get(row.key), self._services.paths
        stop = Choice(self.tr("Stop"), self._stop)
        text = self.tr("Saving {0}; %Ln files left.", "", len(self._left))
        self._feedback.messages.info(text.format(row.name), stop, key=_KEY)
        saved = replace(row, unsaved=False)
        self._services.tasks.start(
            lambda: save_corrected(saved, kept, paths, lambda place: refuse_place(place, library)),
            lambda target: self._on_saved(row, target),
            lambda error: self._on_failed(row, error),
        )

    def _stop(self) -> None:
        self._left, self._then = [], _nothing

    def _on_saved(self, row: QueueRow, _target: Path) -> None:
        self._saved += 1
        self._owner.note_saved(row.key)
        self._next()

    def _on_failed(self, row: QueueRow, error: UnspinError) -> None:
        self._failed.append(f"{row.name}: {error}")
        self._next()

    def _next(self) -> None:
        if self._left:
            self._left.pop()
            self._go_on()
        else:
            self._end()

    def _end(self) -> None:
        self._feedback.messages.dismiss(_KEY)
        if self._failed:
            notices = [self.tr("%Ln files are not saved.", "", len(self._failed))]
            notices += self._failed[:_MOST_TOLD]
            notices += ["…"] if len(self._failed) > _MOST_TOLD else []
            self._feedback.messages.error(" ".join(notices), key="saved")
            return
        nothing = self.tr("Everything is already saved")
        done = self.tr("%Ln corrected texts saved", "", self._saved)
        self._feedback.tell(done if self._saved else nothing)
        then, self._then = self._then, _nothing
        then()


def _nothing() -> None:
    """Do nothing further."""

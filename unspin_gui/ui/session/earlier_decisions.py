"""Decisions recalled from earlier sessions, and keeping the current ones for the next."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from unspin_gui.core.document.document import Document
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.session.session import Session

if TYPE_CHECKING:
    from unspin_gui.store.review.decisions_file import Recalled


class EarlierDecisions(QObject):
    """The decisions recalled with a text; `folder` contains those on all texts."""

    def __init__(
        self, session: Session, tasks: Tasks, folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._started_over = False
        self.folder = folder
        self.recalled: Recalled | None = None

    def begin(self, recalled: "Recalled | None") -> None:
        """Take over what was recalled with another text."""
        self.recalled = recalled
        self._started_over = False

    def start_over(self) -> None:
        """Undo all decisions on the text, including earlier ones; undoable."""
        session = self._session
        fresh = Document(session.source, edits=session.document.edits)
        self._started_over = True
        session.take_back(fresh, self.tr("start over"))

    def remember(self, path: Path | None, *, is_written: bool) -> int:
        """Keep the decisions for the next time `path` is opened; raises StoreError.

        `is_written` says that a corrected text was saved. Returns for how many texts, least
        recently used, decisions are no longer kept.
        """
        work = self.remembering(path, is_written=is_written)
        return 0 if work is None else self._tasks.wait(work)

    def remembering(self, path: Path | None, *, is_written: bool) -> Callable[[], int] | None:
        """Return a function that does what `remember` does now, on any thread.

        None if there is nothing to remember.
        """
        document, folder = self._session.document, self.folder
        if path is None:
            return None
        from unspin_gui.store.review.decisions_file import (  # noqa: PLC0415 - not needed to start
            forget_decisions,
            save_decisions,
            thin_out,
        )

        back, self._started_over = self._back_now(document), False
        if back is None:
            self.recalled = None
            forget_decisions(folder, path)
        if not (document.is_decided or back or is_written):
            return None
        # Even if everything was undone: otherwise decisions on an older text would come back.
        return lambda: thin_out(folder, save_decisions(folder, path, document))

    def _back_now(self, document: Document) -> bool | None:
        """Whether anything was recalled; None if that has been discarded for good."""
        back = self.recalled
        if self._started_over and not (back and back.holds_in(document)):
            return None
        return back is not None and back.is_decided

"""What was decided on a text at earlier times, and keeping it for the next time."""

from pathlib import Path

from PySide6.QtCore import QObject

from unspin_gui.core.document.document import Document
from unspin_gui.store.review.decisions_file import (
    Recalled,
    forget_decisions,
    save_decisions,
    thin_out,
)
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.session.session import Session


class EarlierDecisions(QObject):
    """The decisions that came back with a text; `folder` holds those on all texts."""

    def __init__(
        self, session: Session, tasks: Tasks, folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._started_over = False
        self.folder = folder
        self.recalled: Recalled | None = None

    def begin(self, recalled: Recalled | None) -> None:
        """Take what came back with another text."""
        self.recalled = recalled
        self._started_over = False

    def start_over(self) -> None:
        """Take back all that was decided on the text, also at earlier times; undoable."""
        session = self._session
        fresh = Document(session.source, edits=session.document.edits)
        self._started_over = True
        session.take_back(fresh, self.tr("start over"))

    def remember(self, path: Path | None, *, is_written: bool) -> int:
        """Keep the decisions for the next time `path` is opened; raises StoreError.

        `is_written` tells that a corrected text was saved. Returns on how many texts, used longest
        ago, they are no longer kept.
        """
        document, folder = self._session.document, self.folder
        if path is None:
            return 0
        back, self._started_over = self._back_now(document), False
        if back is None:
            self.recalled = None
            forget_decisions(folder, path)
        if not (document.is_decided or back or is_written):
            return 0
        # Also where all was taken back: else what was decided on an older text would come back.
        return self._tasks.wait(lambda: thin_out(folder, save_decisions(folder, path, document)))

    def _back_now(self, document: Document) -> bool | None:
        """Whether anything came back from an earlier time; None where it is given up for good."""
        back = self.recalled
        if self._started_over and not (back and back.holds_in(document)):
            return None
        return back is not None and back.is_decided

"""Nothing is lost: a journal of unsaved acts, and decisions that are there again next time."""

import threading
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from unspin_gui.core.change import Change
from unspin_gui.paths import UserPaths
from unspin_gui.store import journal
from unspin_gui.store.journal import Journal, Recovered
from unspin_gui.ui.recovery_bar import Leftover, RecoveryBar
from unspin_gui.ui.session import Session
from unspin_gui.ui.tasks import Tasks

_SOON = 250
"""Milliseconds after an act until it is in the journal; FAULTS asks for one second at most."""


class Safekeeping(QObject):
    """Writes the journal of the present document, and offers what an earlier program left.

    Signals:
        failed(UnspinError): the journal cannot be written; the review goes on without it.
        restore_wanted(Recovered): the user wants this work back.
    """

    failed = Signal(object)
    restore_wanted = Signal(object)

    def __init__(
        self, session: Session, bar: RecoveryBar, paths: UserPaths, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._bar = bar
        self._folder = paths.journals
        self._tasks = Tasks(self, threads=1)
        self._lock = threading.Lock()
        self._journal: Journal | None = None
        self._left: dict[Path, Recovered] = {}
        self.enabled = True
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._write)
        session.document_changed.connect(self._on_document_changed)
        bar.restore_requested.connect(self._on_restore)
        bar.discard_requested.connect(self._on_discard)
        bar.show_requested.connect(self._on_show)

    # ---- the journal of this program ----------------------------------------------------

    def begin(self, path: Path | None, title: str) -> None:
        """Keep a journal of the document that was just opened."""
        self.end()
        if self._session.source and self.enabled:
            self._journal = Journal(self._folder, self._session.source, path=path, title=title)

    def end(self) -> None:
        """The document is put away in order: its journal is not needed any more."""
        self._soon.stop()
        with self._lock:
            gone, self._journal = self._journal, None
            if gone is not None:
                gone.discard()

    def saved(self) -> None:
        """What was done up to now is saved."""
        self.flush()
        with self._lock:
            if self._journal is not None:
                self._journal.mark_saved()

    def flush(self) -> None:
        """Write what is not in the journal yet, before this returns; raises StoreError."""
        self._soon.stop()
        self._record()

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if not change.opened and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _write(self) -> None:
        self._tasks.start(self._record, _nothing, self.failed.emit)

    def _record(self) -> None:
        document = self._session.document
        with self._lock:
            if self._journal is not None and document.source is self._session.source:
                self._journal.record(document)

    # ---- journals that were left --------------------------------------------------------

    def look(self) -> None:
        """Look for work that programs which are gone did not save."""
        self._tasks.start(
            lambda: journal.left_behind(self._folder), self._on_left, self.failed.emit
        )

    def _on_left(self, left: tuple[Recovered, ...]) -> None:
        self._left = {one.journal: one for one in left}
        self._bar.set_leftovers(
            [
                Leftover(one.journal, one.title, datetime.fromtimestamp(one.when), one.acts)  # noqa: DTZ006
                for one in left
            ]
        )

    @Slot(object)
    def _on_restore(self, leftover: Leftover) -> None:
        recovered = self._left.get(leftover.journal)
        if recovered is not None:
            self.restore_wanted.emit(recovered)

    def settle(self, recovered: Recovered) -> None:
        """The work is back: its journal and its strip are not needed any more."""
        self._tasks.start(lambda: journal.discard(recovered), _nothing, self.failed.emit)
        for leftover in self._bar.leftovers:
            if leftover.journal == recovered.journal:
                self._bar.settle(leftover)

    @Slot(object)
    def _on_discard(self, leftover: Leftover) -> None:
        recovered = self._left.get(leftover.journal)
        if recovered is not None:
            self.settle(recovered)

    @Slot(object)
    def _on_show(self, leftover: Leftover) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(leftover.journal.parent)))

    def close(self) -> None:
        """End in order."""
        self.end()
        self._tasks.close()


def _nothing(_answer: object) -> None:
    """An answer that needs no act."""

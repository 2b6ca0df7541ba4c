"""Crash recovery: keeps a journal of unsaved changes, and offers what earlier runs left."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from unspin_gui.core.document.change import Change
from unspin_gui.core.errors import StoreError
from unspin_gui.paths import UserPaths
from unspin_gui.store.files import settings_file, temp_files
from unspin_gui.store.review import journal
from unspin_gui.store.review.journal import Journal, Recovered
from unspin_gui.store.review.origin import NOWHERE, Origin
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.session.session import Session

if TYPE_CHECKING:
    from unspin_gui.store.review.open_files import Claim

_SOON = 250
"""Milliseconds after a key press before it is in the journal; other changes are written at once."""


class Leftover(NamedTuple):
    """Unsaved work of an earlier run: its journal, the text's name, and the time (a timestamp)."""

    journal: Path
    title: str
    when: float
    changes: int = 0


class Recovery(QObject):
    """Writes the journal of the current document, and offers what an earlier run left.

    Signals:
        failed(UnspinError): the journal cannot be written; the review continues without it.
        restore_wanted(Recovered): the user wants this work back.
        elsewhere(Path): another window has this file open.
        found(list[Leftover]): what earlier runs left, to be restored or discarded.
        settled(Leftover): it was restored or discarded.
    """

    failed = Signal(object)
    restore_wanted = Signal(object)
    elsewhere = Signal(object)
    found = Signal(object)
    settled = Signal(object)

    def __init__(self, session: Session, paths: UserPaths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._paths = paths
        self._tasks = Tasks(self, threads=1)
        self._lock = threading.Lock()
        self._journal: Journal | None = None
        self._document = session.document
        self._claim: Claim | None = None
        self._left: dict[Path, Recovered] = {}
        self._about: tuple[Path | None, str, Origin] = (None, "", NOWHERE)
        self._enabled = True
        self._first: Callable[[], object] | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._write)
        session.document_changed.connect(self._on_document_changed)
        self._begin_journal()

    # ---- the journal of this program ----------------------------------------------------

    def begin(self, path: Path | None, title: str, origin: Origin = NOWHERE) -> None:
        """Start a journal for the newly opened document, and note that it is open."""
        with self._lock:
            gone, self._journal = self._journal, None
        first, self._first = self._first, None
        self.end()
        self._about = path, title, origin
        self._begin_journal()
        if gone is not None:
            # Unsaved decisions may move to the new text within this action.
            QTimer.singleShot(0, self, lambda: self._hand_over(gone, first))
        elif first is not None:
            self._tasks.start(first, _nothing, self.failed.emit)
        if path is not None:
            from unspin_gui.store.review.open_files import Claim  # noqa: PLC0415 - not needed to start

            claim = self._claim = Claim(self._paths.open_files, path)
            self._tasks.start(
                lambda: _settle_in(claim, path.parent),
                lambda alone: None if alone else self.elsewhere.emit(path),
                self.failed.emit,
            )

    def hand_over_after(self, work: Callable[[], object]) -> None:
        """Do this on a worker before the current text's journal gives way to the next one.

        If it raises StoreError, that journal stays for the next start.
        """
        self._first = work

    def _begin_journal(self) -> None:
        """Start a journal, even without a text, since the glossary can be edited anyway."""
        if not self._enabled:
            return
        path, title, origin = self._about
        source, title = self._session.source, title or self.tr("Your glossary")
        self._document = self._session.journalled
        kept = self._journal = Journal(
            self._paths.journals, source, path=path, title=title, origin=origin
        )
        if source:
            self._tasks.start(lambda: self._make_ready(kept), _nothing, self.failed.emit)

    def _hand_over(self, gone: Journal, first: Callable[[], object] | None) -> None:
        """Write the new journal if anything is unsaved, and only then remove the old one."""
        unsaved = self._session.history.is_dirty or self._session.has_carried

        def write_first() -> None:
            if first is not None:
                first()
            if unsaved:
                self._record()
            gone.discard()

        self._tasks.start(write_first, _nothing, self.failed.emit)

    def end(self) -> None:
        """Remove the journal, since the document is closed normally."""
        self._drop()
        if self._claim is not None:
            claim, self._claim = self._claim, None
            self._tasks.start(claim.release, _nothing, self.failed.emit)

    def _drop(self) -> None:
        self._soon.stop()
        with self._lock:
            gone, self._journal = self._journal, None
            if gone is not None:
                gone.discard()

    def set_enabled(self, *, enabled: bool) -> None:
        """Keep a journal or not; without it only what the user saves is on disk."""
        if enabled == self._enabled:
            return
        self._enabled = enabled
        if enabled:
            self._begin_journal()
            self._write()
        else:
            self._drop()

    def saved(self) -> None:
        """Note that all changes so far are saved."""
        if self.flush():
            with self._lock:
                if self._journal is not None:
                    self._journal.mark_saved()

    def flush(self) -> bool:
        """Write outstanding changes to the journal at once; returns whether it contains them."""
        self._soon.stop()
        self._document = self._session.journalled
        try:
            self._record()
        except StoreError as error:
            self.failed.emit(error)
            return False
        return self._journal is not None

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.how == "opened":
            return
        self._document = self._session.journalled
        if change.how != "typed":
            self._write_at_once()
        elif not self._soon.isActive():
            self._soon.start()

    def _write_at_once(self) -> None:
        """Pass the change to the operating system, to survive a crash; then sync it to disk."""
        try:
            self._note()
        except StoreError as error:
            self.failed.emit(error)
        self._write()

    @Slot()
    def _write(self) -> None:
        self._tasks.start(self._record, _nothing, self.failed.emit)

    def _note(self) -> Journal | None:
        """Pass the newest document to the system, on any thread; returns the journal with it."""
        with self._lock:
            if self._journal is not None:
                self._journal.record(self._document, sync=False)
            return self._journal

    def _record(self) -> None:
        """Write the document, on any thread; the next change can be passed on meanwhile."""
        kept = self._note()
        if kept is not None:
            kept.sync()

    def _make_ready(self, kept: Journal) -> None:
        with self._lock:
            if self._journal is kept:
                kept.begin()

    # ---- what was left ------------------------------------------------------------------

    def look(self) -> None:
        """Look for work that ended programs left unsaved, and clean up after them."""
        paths = self._paths
        self._tasks.start(
            lambda: (journal.left_behind(paths.journals), journal.unreadable(paths.journals)),
            self._on_looked,
            self.failed.emit,
        )
        self._tasks.start(
            lambda: settings_file.keep_unusable(paths.settings), self._on_kept, self.failed.emit
        )
        folders = (paths.data, paths.config, paths.state, paths.decisions, paths.backups)
        self._tasks.start(lambda: _sweep(folders), _nothing, self.failed.emit)

    def _on_looked(self, found: tuple[tuple[Recovered, ...], tuple[StoreError, ...]]) -> None:
        left, unreadable = found
        self._on_left(left)
        for error in unreadable:
            self.failed.emit(error)

    def _on_kept(self, told: StoreError | None) -> None:
        if told is not None:
            self.failed.emit(told)

    def _on_left(self, left: tuple[Recovered, ...]) -> None:
        self._left = {one.journal: one for one in left}
        self.found.emit([_leftover(one) for one in left])

    @Slot(object)
    def restore(self, leftover: Leftover) -> None:
        """Restore this work at the user's request."""
        recovered = self._left.get(leftover.journal)
        if recovered is not None:
            self.restore_wanted.emit(recovered)

    def settle(self, recovered: Recovered) -> None:
        """Remove the journal and the strip of work that has been restored."""
        self._tasks.start(lambda: journal.discard(recovered), _nothing, self.failed.emit)
        if self._left.pop(recovered.journal, None) is not None:
            self.settled.emit(_leftover(recovered))

    @Slot(object)
    def discard(self, leftover: Leftover) -> None:
        """Discard this work at the user's request."""
        recovered = self._left.get(leftover.journal)
        if recovered is not None:
            self.settle(recovered)

    @Slot(object)
    def show_folder(self, leftover: Leftover) -> None:
        """Show the folder of its journal in the desktop's file manager."""
        from PySide6.QtCore import QUrl  # noqa: PLC0415 - hardly ever needed
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - as above

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(leftover.journal.parent)))

    def close(self) -> None:
        """Shut down normally."""
        self.end()
        self._tasks.close(all_of_it=True)


def _leftover(one: Recovered) -> Leftover:
    return Leftover(one.journal, one.title, one.when, one.acts)


def _settle_in(claim: "Claim", folder: Path) -> bool:
    """Return whether nobody else has the file open; removes leftovers of killed programs."""
    temp_files.sweep(folder)
    return claim.take()


def _sweep(folders: tuple[Path, ...]) -> None:
    for folder in folders:
        temp_files.sweep(folder)


def _nothing(_answer: object) -> None:
    """Ignore an answer that needs no action."""

"""The text file under review: opening it, and saving what was corrected."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from unspin_gui.application.opening import (
    FileReading,
    OpeningRequest,
    plain,
    read,
    read_again,
    still_fitting,
)
from unspin_gui.application.outputs import edits_of, write_in_place
from unspin_gui.application.recovering import Restored, origin_of, restored
from unspin_gui.core.document.document import Document
from unspin_gui.core.errors import StoreError
from unspin_gui.paths import UserPaths
from unspin_gui.store import formats
from unspin_gui.store.files import atomic, text_file
from unspin_gui.store.files.failures import UncertainError
from unspin_gui.store.files.text_file import TextFile
from unspin_gui.store.formats import Edit, Opened
from unspin_gui.store.review.decisions_file import (
    Recalled,
    forget_decisions,
    save_decisions,
    thin_out,
)
from unspin_gui.store.review.journal import Recovered
from unspin_gui.store.review.origin import Origin
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.session.file_reader import Reader
from unspin_gui.ui.session.session import Session


class Workspace(QObject):
    """Which file is open, and where its corrected text goes.

    Signals:
        opened(): another text is in the session.
        reread(Recalled): the file was read again; these decisions still have their place.
        saved(Path): the corrected text was written there.
        failed(UnspinError): a file could not be read.
        leave_requested(Callable): a file was read, but the present text was changed meanwhile;
            to be called once that is settled.
        changed(): reading began or ended, or a name changed.
    """

    opened = Signal()
    reread = Signal(object)
    saved = Signal(object)
    failed = Signal(object)
    leave_requested = Signal(object)
    changed = Signal()

    def __init__(
        self, session: Session, tasks: Tasks, paths: UserPaths, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._paths = paths
        self._reader = Reader(tasks, self)
        self._reader.failed.connect(self.failed)
        self._reader.changed.connect(self.changed)
        self.holding = self._reader.holding
        self._taken: OpeningRequest | None = None
        self._unconfirmed: dict[Path, str] = {}
        self.file: Opened | None = None
        self.target: Path | None = None
        self.written: Opened | None = None
        self.recalled: Recalled | None = None
        self.told: tuple[StoreError, ...] = ()
        self._started_over = False
        self.title = ""

    @property
    def path(self) -> Path | None:
        """The source file; None for text that was never in one."""
        return self.file.path if self.file and self.file.path.name else None

    @property
    def text_file(self) -> TextFile | None:
        """The source as a file of text; None for documents of other formats."""
        file = self.file.file if self.file else None
        return file if isinstance(file, TextFile) else None

    @property
    def opened_from(self) -> Path | None:
        """The file that was opened: the source, or the review that holds it."""
        return self._taken.path if self._taken else self.path

    @property
    def origin(self) -> Origin:
        """How the source was read."""
        return origin_of(self.file, self._taken)

    @property
    def is_open(self) -> bool:
        """Whether a text is open."""
        return self.file is not None

    @property
    def reading(self) -> bool:
        """Whether a file is being read."""
        return self._reader.wish is not None

    @property
    def reading_name(self) -> str:
        """The name of the file that is being read."""
        return self._reader.wish.path.name if self._reader.wish else ""

    # ---- opening ------------------------------------------------------------------------

    def open(
        self,
        path: Path,
        encoding: str | None = None,
        *,
        replace: bool = False,
        as_text: bool = False,
    ) -> None:
        """Read a file off the GUI thread and begin its review, where it was left."""
        wish = OpeningRequest(path, encoding, replace, as_text)
        folder = self._paths.decisions
        self._reader.start(
            wish,
            lambda: read(wish, folder),
            self._take_unless_busy(
                lambda reading: self._take(reading, reading.file.path.name, wish)
            ),
        )

    def wish_for(self, path: Path) -> OpeningRequest:
        """How a file is read: as last time where it is the source, with the encoding chosen."""
        taken = self._taken
        return taken if taken is not None and taken.path == path else OpeningRequest(path)

    def reload(self, encoding: str | None = None, *, replace: bool = False) -> None:
        """Read the present file again; decisions that still match are kept."""
        path = self.opened_from
        if path is None:
            return
        wish = self.wish_for(path) if encoding is None else OpeningRequest(path, encoding, replace)
        document = self._session.document
        self._reader.start(
            wish, lambda: read_again(wish, document), partial(self._on_read_again, document, wish)
        )

    def cancel(self) -> None:
        """Give up the file that is being read; what is open stays."""
        self._reader.drop()
        self.changed.emit()

    def open_text(self, text: str, title: str) -> None:
        """Begin the review of a text that is in no file."""
        self._reader.drop()
        self._take(FileReading(plain(text_file.from_text(text))), title)

    def restore(self, recovered: Recovered, then: Callable[[Restored], object]) -> None:
        """Go on with work that was not saved; calls `then` with what came back, once it is here."""
        folder, made = self._paths.decisions, list[Restored]()

        def work() -> FileReading:
            made.append(restored(recovered, folder))
            return made[-1].reading

        def take(reading: FileReading) -> None:
            self._take(reading, recovered.title, made[-1].wish)
            self._session.take_back(made[-1].document, self.tr("restore unsaved work"))
            then(made[-1])

        wish = OpeningRequest(recovered.path or Path(recovered.title))
        self._reader.start(wish, work, self._take_unless_busy(take))

    def close(self) -> None:
        """Put the text away."""
        self._reader.drop()
        self._taken = None
        self.file = self.target = self.written = self.recalled = None
        self.title, self.told = "", ()
        self._session.open("")
        self.opened.emit()
        self.changed.emit()

    def _take_unless_busy(
        self, take: Callable[[FileReading], None]
    ) -> Callable[[FileReading], None]:
        """`take`, but what is done to the present text from now on is asked about first."""
        document = self._session.document

        def given(reading: FileReading) -> None:
            if self._session.document == document:
                take(reading)
            else:
                self.changed.emit()
                self.leave_requested.emit(lambda: take(reading))

        return given

    def _take(self, reading: FileReading, title: str, wish: OpeningRequest | None = None) -> None:
        self.file, self.recalled, self.written, passages, self.told = reading
        self.title, self._taken = title, wish
        self.target = self.written.path if self.written else None
        self._unconfirmed = {}
        self._started_over = False
        text = reading.file.text
        earlier = reading.recalled.apply(text) if reading.recalled else None
        self._session.open(text, earlier, skip=reading.file.skip, passages=passages)
        self.opened.emit()
        self.changed.emit()

    def _on_read_again(
        self, document: Document, wish: OpeningRequest, reading: FileReading
    ) -> None:
        """Take a new reading of the file; `document` is what the decisions were taken from."""
        present = self._session.document
        recalled = reading.recalled
        if recalled is None or document is not present:
            recalled = still_fitting(present, reading.file.text)
        self.file, self._taken = reading.file, wish
        if reading.file.text != present.source:
            self.recalled = None
            self._session.open(reading.file.text, skip=reading.file.skip, passages=reading.passages)
            self.opened.emit()
            document = replace(recalled.apply(reading.file.text), edits=present.edits)
            self._session.take_back(document, self.tr("the decisions before reloading"))
        self.reread.emit(recalled)
        self.changed.emit()

    # ---- saving -------------------------------------------------------------------------

    def default_target(self) -> Path | None:
        """Where the corrected text goes unless the user says otherwise."""
        return self.target or (text_file.default_target(self.path) if self.path else None)

    def is_source(self, path: Path) -> bool:
        """Whether the text that was opened lies at `path`."""
        with suppress(OSError):
            source = self.path if self.path == self.opened_from else None
            return source is not None and path.samefile(source)
        return False

    def expected_at(self, path: Path) -> str | None:
        """The content token that must be at `path` for it to be overwritten; None: any."""
        if path in self._unconfirmed:
            return self._unconfirmed[path]
        if self.written and self.target == path:
            return self.written.file.token
        if self.file and self.path == path and self.file.file.token != atomic.ABSENT:
            return self.file.file.token
        return None

    def encoding_at(self, path: Path) -> str | None:
        """The encoding of what was written to `path`; None: that of the source."""
        file = self.written.file if self.written and self.target == path else None
        return file.encoding if isinstance(file, TextFile) else None

    def save(
        self,
        path: Path,
        encoding: str | None = None,
        *,
        lose: bool = False,
        expect: str | None = None,
    ) -> None:
        """Write the corrected text to `path`; raises StoreError when that fails.

        `lose` puts "?" for what the encoding cannot hold; `expect` as in atomic.write_bytes.
        """
        file = self.file
        if file is None:
            return
        edits, document, source = self._edits(), self._session.document, self.opened_from
        try:
            written = self._tasks.wait(
                lambda: formats.write(
                    path, file, edits, encoding=encoding, lose=lose, expect=expect, source=source
                )
            )
        except UncertainError as error:
            self._unconfirmed[path] = error.token
            raise
        self._is_saved(path, written, document)

    def save_in_place(
        self, path: Path, backup: Path, encoding: str | None = None, *, lose: bool = False
    ) -> None:
        """Write into the file itself, after a copy of it; for places where none is replaced.

        As `save` otherwise; raises StoreError.
        """
        file = self.file
        if file is None:
            return
        edits, document, state = self._edits(), self._session.document, self._paths.state

        def write(staging: Path) -> Opened:
            return formats.write(staging, file, edits, encoding=encoding, lose=lose)

        written = self._tasks.wait(lambda: write_in_place(path, write, backup, state))
        self._is_saved(path, written, document)

    def _is_saved(self, path: Path, written: Opened, document: Document) -> None:
        self.written, self.target = written, path
        self._unconfirmed.pop(path, None)
        if self._session.document is document:
            self._session.mark_saved()
        self.saved.emit(path)
        self.changed.emit()

    def _edits(self) -> tuple[Edit, ...]:
        return edits_of(self._session.document, self._session.opinions.all)

    def start_over(self) -> None:
        """Take back all that was decided on the text, also at earlier times; undoable."""
        session = self._session
        fresh = Document(session.source, edits=session.document.edits)
        self._started_over = True
        session.take_back(fresh, self.tr("start over"))

    def remember(self) -> int:
        """Keep the decisions for the next time this file is opened; raises StoreError.

        Returns on how many texts, used longest ago, they are no longer kept.
        """
        path, document, folder = self.path, self._session.document, self._paths.decisions
        if path is None:
            return 0
        back, self._started_over = self._back_now(document), False
        if back is None:
            self.recalled = None
            forget_decisions(folder, path)
        if not (document.is_decided or back or self.written is not None):
            return 0
        # Also where all was taken back: else what was decided on an older text would come back.
        return self._tasks.wait(lambda: thin_out(folder, save_decisions(folder, path, document)))

    def _back_now(self, document: Document) -> bool | None:
        """Whether anything came back from an earlier time; None where it is given up for good."""
        back = self.recalled
        if self._started_over and not (back and back.holds_in(document)):
            return None
        return back is not None and back.is_decided

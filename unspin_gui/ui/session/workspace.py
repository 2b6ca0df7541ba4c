"""The file under review: opening, rereading and closing it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from unspin_gui.core.document.document import Document
from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import followed
from unspin_gui.paths import UserPaths
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.session.corrected_file import CorrectedFile
from unspin_gui.ui.session.earlier_decisions import EarlierDecisions
from unspin_gui.ui.session.file_reader import Reader
from unspin_gui.ui.session.session import Resumed, Session

if TYPE_CHECKING:
    from unspin_gui.application.opening import FileReading, OpeningRequest
    from unspin_gui.application.recovering import Restored
    from unspin_gui.store.files.text_file import TextFile
    from unspin_gui.store.formats import Opened
    from unspin_gui.store.review.journal import Recovered
    from unspin_gui.store.review.origin import Origin


class Workspace(QObject):
    """The open file; `corrected` is where its text goes, `earlier` the decisions recalled with it.

    `resumed` is what was known about it when it was opened from a list of files, None for a file
    opened by itself.

    Signals: opened(): another text is in the session. reread(Recalled): the file was reread; these
    decisions still have a place. show_wanted(Span): this span of the source, reread, was on the
    screen before. failed(UnspinError): a file could not be read. leave_requested(Callable): a file
    was read, but the current text has been changed since; call it once the user has decided.
    changed(): reading began or ended, or a file was saved or renamed.
    """

    opened = Signal()
    reread = Signal(object)
    show_wanted = Signal(object)
    failed = Signal(object)
    leave_requested = Signal(object)
    changed = Signal()

    def __init__(
        self, session: Session, tasks: Tasks, paths: UserPaths, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.corrected = CorrectedFile(session, tasks, paths, self)
        self.corrected.saved.connect(self.changed)
        self.earlier = EarlierDecisions(session, tasks, paths.decisions, self)
        self._reader = Reader(tasks, self)
        self._reader.failed.connect(self.failed)
        self._reader.changed.connect(self.changed)
        self.holding = self._reader.holding
        self._taken: OpeningRequest | None = None
        self.file: Opened | None = None
        self.told: tuple[StoreError, ...] = ()
        self.title = ""
        self.resumed: Resumed | None = None

    @property
    def path(self) -> Path | None:
        """The source file; None for a text that was never in one."""
        return self.file.source if self.file else None

    @property
    def text_file(self) -> "TextFile | None":
        """The source as a text file; None for documents of other formats."""
        if self.file is None:
            return None
        from unspin_gui.store.files.text_file import TextFile  # noqa: PLC0415 - not needed to start

        file = self.file.file
        return file if isinstance(file, TextFile) else None

    @property
    def opened_from(self) -> Path | None:
        """The file that was opened: the source, or the review that contains it."""
        return self._taken.path if self._taken else self.path

    @property
    def origin(self) -> "Origin":
        """How the source was read."""
        from unspin_gui.application.recovering import origin_of  # noqa: PLC0415 - not needed to start

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
        """The name of the file being read."""
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
        """Read a file off the GUI thread and begin or resume its review."""
        from unspin_gui.application.opening import OpeningRequest, read  # noqa: PLC0415 - not to start

        wish = OpeningRequest(path, encoding, replace, as_text)
        folder = self.earlier.folder
        self._reader.start(
            wish,
            lambda: read(wish, folder),
            self._take_unless_busy(
                lambda reading: self._take(reading, reading.file.path.name, wish)
            ),
        )

    def resume(
        self,
        wish: "OpeningRequest",
        resumed: "Callable[[FileReading], Resumed]",
        before: Callable[[], object],
    ) -> None:
        """Like `open`, but the current text is simply left, so it must have been kept before.

        `before` is called first, on a worker; `resumed` returns, just before the file is opened,
        what else is known about it.
        """
        from unspin_gui.application.opening import read  # noqa: PLC0415 - not needed to start

        folder = self.earlier.folder

        def work() -> "FileReading":
            before()
            return read(wish, folder)

        self._reader.start(
            wish,
            work,
            lambda reading: self.take_over(wish, reading, resumed(reading)),
        )

    def take_over(self, wish: "OpeningRequest", reading: "FileReading", resumed: Resumed) -> None:
        """Open a file that was read ahead, otherwise do the same as `resume`."""
        self._reader.drop()
        self._take(reading, reading.file.path.name, wish, resumed=resumed)

    def wish_for(self, path: Path) -> "OpeningRequest":
        """How to read a file: as last time if it is the source, with the encoding chosen."""
        from unspin_gui.application.opening import OpeningRequest  # noqa: PLC0415 - not to start

        taken = self._taken
        return taken if taken is not None and taken.path == path else OpeningRequest(path)

    def reload(self, encoding: str | None = None, *, replace: bool = False) -> None:
        """Reread the current file; decisions that still match are kept."""
        from unspin_gui.application.opening import OpeningRequest, read_again  # noqa: PLC0415

        path = self.opened_from
        if path is None:
            return
        wish = self.wish_for(path) if encoding is None else OpeningRequest(path, encoding, replace)
        document = self._session.document
        self._reader.start(
            wish, lambda: read_again(wish, document), partial(self._on_read_again, document, wish)
        )

    def cancel(self) -> None:
        """Cancel the reading, keeping what is open."""
        self._reader.drop()
        self.changed.emit()

    def open_text(self, text: str, title: str) -> None:
        """Begin the review of a text that is not in a file."""
        from unspin_gui.application.opening import FileReading, plain  # noqa: PLC0415 - not to start
        from unspin_gui.store.files import text_file  # noqa: PLC0415 - as above

        self._reader.drop()
        self._take(FileReading(plain(text_file.from_text(text))), title)

    def restore(self, recovered: "Recovered", then: "Callable[[Restored], object]") -> None:
        """Continue with recovered work; calls `then` with what was recovered, once loaded."""
        from unspin_gui.application.opening import OpeningRequest  # noqa: PLC0415 - not to start
        from unspin_gui.application.recovering import restored  # noqa: PLC0415 - as above

        folder, made = self.earlier.folder, list["Restored"]()

        def work() -> "FileReading":
            made.append(restored(recovered, folder))
            return made[-1].reading

        def take(reading: "FileReading") -> None:
            self._take(reading, recovered.title, made[-1].wish)
            self._session.take_back(made[-1].document, self.tr("restore unsaved work"))
            then(made[-1])

        wish = OpeningRequest(recovered.path or Path(recovered.title))
        self._reader.start(wish, work, self._take_unless_busy(take))

    def close(self) -> None:
        """Close the text."""
        self._reader.drop()
        self._taken = None
        self.file = None
        self.title, self.told, self.resumed = "", (), None
        self.corrected.begin(None)
        self.earlier.begin(None)
        self._session.open("")
        self.opened.emit()
        self.changed.emit()

    def _take_unless_busy(
        self, take: "Callable[[FileReading], None]"
    ) -> "Callable[[FileReading], None]":
        """Wrap `take` so that it first asks about changes made to the current text from now on."""
        document = self._session.document

        def given(reading: "FileReading") -> None:
            if self._session.document == document:
                take(reading)
            else:
                self.changed.emit()
                self.leave_requested.emit(lambda: take(reading))

        return given

    def _take(
        self,
        reading: "FileReading",
        title: str,
        wish: "OpeningRequest | None" = None,
        resumed: Resumed | None = None,
    ) -> None:
        self.file, recalled, written, passages, self.told = reading
        self.title, self._taken, self.resumed = title, wish, resumed
        self.corrected.begin(self.file, self.opened_from, written)
        self.earlier.begin(recalled)
        file = reading.file
        earlier = recalled.apply(file.text) if recalled else None
        self._session.open(
            file.text,
            earlier,
            skip=file.skip,
            passages=passages,
            places=file.places,
            roles=file.roles,
            resumed=resumed,
        )
        self.opened.emit()
        self.changed.emit()

    def _on_read_again(
        self, document: Document, wish: "OpeningRequest", reading: "FileReading"
    ) -> None:
        """Take over a rereading of the file; `document` is the one its decisions come from."""
        from unspin_gui.application.opening import still_fitting  # noqa: PLC0415 - not to start

        present = self._session.document
        recalled = reading.recalled
        if recalled is None or document is not present:
            recalled = still_fitting(present, reading.file.text)
        self.file, self._taken = reading.file, wish
        self.corrected.follow(self.file, self.opened_from)
        if reading.file.text != present.source:
            self.earlier.recalled = None
            seen = followed(self._session.seen, present.source, reading.file.text)
            file, passages = reading.file, reading.passages
            self._session.open(
                file.text,
                skip=file.skip,
                passages=passages,
                places=file.places,
                roles=file.roles,
            )
            self.opened.emit()
            document = recalled.apply(reading.file.text)._replace(edits=present.edits)
            self._session.take_back(document, self.tr("the decisions before reloading"))
            self.show_wanted.emit(seen)
        self.reread.emit(recalled)
        self.changed.emit()

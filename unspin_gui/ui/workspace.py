"""The text file under review: opening it, and saving what was corrected."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from unspin_gui.core.document import Document
from unspin_gui.core.errors import StoreError, UnspinError
from unspin_gui.paths import UserPaths
from unspin_gui.settings import Settings
from unspin_gui.store import formats, text_file, work_file
from unspin_gui.store.decisions_file import Recalled, load_decisions, save_decisions
from unspin_gui.store.formats import Edit, Opened
from unspin_gui.store.journal import Recovered
from unspin_gui.store.text_file import TextFile
from unspin_gui.store.work_file import Work
from unspin_gui.ui.session import Session
from unspin_gui.ui.tasks import Tasks


class _Review(NamedTuple):
    """A file as read, what was decided on it earlier, and its corrected text if that is ours."""

    file: Opened
    recalled: Recalled | None = None
    written: Opened | None = None


class Workspace(QObject):
    """Which file is open, and where its corrected text goes.

    Signals:
        opened(): another text is in the session.
        saved(Path): the corrected text was written there.
        failed(UnspinError): a file could not be read.
        changed(): reading began or ended, or a name changed.
    """

    opened = Signal()
    saved = Signal(object)
    failed = Signal(object)
    changed = Signal()

    def __init__(
        self, session: Session, tasks: Tasks, paths: UserPaths, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._folder = paths.decisions
        self.file: Opened | None = None
        self.target: Path | None = None
        self.written: Opened | None = None
        self.recalled: Recalled | None = None
        self.title = ""
        self.reading = False

    @property
    def path(self) -> Path | None:
        """The source file; None for text that was never in one."""
        return self.file.path if self.file and self.file.path.name else None

    @property
    def is_open(self) -> bool:
        """Whether a text is open."""
        return self.file is not None

    # ---- opening ------------------------------------------------------------------------

    def open(self, path: Path, encoding: str | None = None, *, replace: bool = False) -> None:
        """Read a file off the GUI thread and begin its review, where it was left."""
        self.reading = True
        self.changed.emit()
        self._tasks.start(
            lambda: self._read(path, encoding, replace=replace), self._on_read, self._on_failed
        )

    def open_text(self, text: str, title: str) -> None:
        """Begin the review of a text that is in no file."""
        self._take(_Review(_plain(text_file.from_text(text))), title)

    def restore(self, recovered: Recovered) -> None:
        """Go on with work that an earlier program did not save."""
        file = _plain(text_file.from_text(recovered.document.source))
        if recovered.path is not None:
            file = _same_file(recovered) or file
        self._take(_Review(file), recovered.title)
        self._session.take_back(recovered.document, self.tr("restore unsaved work"))

    def close(self) -> None:
        """Put the text away."""
        self.file = self.target = self.written = self.recalled = None
        self.title = ""
        self._session.open("")
        self.opened.emit()
        self.changed.emit()

    def _read(self, path: Path, encoding: str | None, *, replace: bool) -> _Review:
        if path.suffix == ".unspin":
            return _passed_on(path)
        file = formats.read(path, encoding, replace=replace)
        recalled = load_decisions(self._folder, path, file.text)
        if recalled is None:
            return _Review(file)
        return _Review(file, recalled, _ours(path, recalled.apply(file.text)))

    def _on_read(self, opened: _Review) -> None:
        self._take(opened, opened.file.path.name)

    def _take(self, opened: _Review, title: str) -> None:
        self.file, self.recalled, self.written = opened
        self.title = title
        self.target = self.written.path if self.written else None
        self.reading = False
        text = opened.file.text
        earlier = opened.recalled.apply(text) if opened.recalled else None
        self._session.open(text, earlier, skip=opened.file.skip)
        self.opened.emit()
        self.changed.emit()

    def _on_failed(self, error: UnspinError) -> None:
        self.reading = False
        self.failed.emit(error)
        self.changed.emit()

    # ---- saving -------------------------------------------------------------------------

    def default_target(self) -> Path | None:
        """Where the corrected text goes unless the user says otherwise."""
        return self.target or (text_file.default_target(self.path) if self.path else None)

    def save(self, path: Path, encoding: str | None = None, *, lossy: bool = False) -> None:
        """Write the corrected text to `path`; raises StoreError when that fails.

        `lossy` puts "?" for what the encoding cannot hold.
        """
        file = self.file
        if file is None:
            return
        edits = self.edits(_lossy(file) if lossy else str)
        expect = self.written.file.token if self.written and self.target == path else None
        self.written = self._tasks.wait(
            lambda: formats.write(path, file, edits, encoding=encoding, expect=expect)
        )
        self.target = path
        self.remember()
        self._session.mark_saved()
        self.saved.emit(path)
        self.changed.emit()

    @property
    def can_track(self) -> bool:
        """Whether fixes can be written as tracked changes."""
        return self.file is not None and formats.can_track(self.file.kind)

    def write_tracked(self, path: Path) -> None:
        """Write the document, each fix a tracked change with its reason; raises StoreError."""
        if self.file is not None:
            formats.write(path, self.file, self.edits(), tracked=True, comments=True)

    def review(self, settings: Settings) -> Work | None:
        """The review as it is passed on; None when nothing is open."""
        file, document = self.file, self._session.document
        if file is None:
            return None
        name = file.path.name or f"{self.title}.txt"
        if isinstance(file.file, TextFile):
            data = text_file.bytes_of(file.file)
            return Work(name, data, document, file.file.encoding, settings=settings)
        return Work(name, file.file.data, document, settings=settings)

    def edits(self, put: Callable[[str], str] = str) -> tuple[Edit, ...]:
        """What the decisions change in the source, each with the reason it was flagged for."""
        reasons = {suspect.span: suspect.reason for suspect in self._session.all_suspects}
        source = self._session.source
        return tuple(
            Edit(d.span, put(d.text), reasons.get(d.span, ""))
            for d in self._session.decisions
            if d.text != source[slice(*d.span)]
        )

    def remember(self) -> None:
        """Keep the decisions for the next time this file is opened."""
        path, document = self.path, self._session.document
        if path is not None and document.is_decided:
            self._tasks.wait(lambda: save_decisions(self._folder, path, document))


def _passed_on(path: Path) -> _Review:
    """A review that a colleague saved."""
    work = work_file.load(path)
    name = path.with_name(work.name)
    file = formats.from_bytes(name, work.data, work.encoding or None, replace=work.damaged)
    document = work.document
    if file.text != document.source:
        raise StoreError(path, "the text in this review is not that of its file; ask for it anew")
    return _Review(file, Recalled(document.decisions, document.ignored, document.never))


def _plain(file: TextFile) -> Opened:
    return Opened(file.path, "text", file.text, (), (), file)


def _lossy(file: Opened) -> Callable[[str], str]:
    """Puts "?" for what the encoding of a text file cannot hold."""
    encoding = file.file.encoding if isinstance(file.file, TextFile) else "utf-8"
    return lambda text: text.encode(encoding, "replace").decode(encoding)


def _same_file(recovered: Recovered) -> Opened | None:
    """The file that the work was on, if it still holds the same text."""
    try:
        file = formats.read(recovered.path or Path())
    except StoreError:
        return None
    return file if file.text == recovered.document.source else None


def _ours(path: Path, document: Document) -> Opened | None:
    """The corrected file beside the source, if it is just what these decisions make."""
    target = text_file.default_target(path)
    if not target.is_file():
        return None
    try:
        written = formats.read(target)
    except StoreError:
        return None
    return written if written.text == document.corrected else None

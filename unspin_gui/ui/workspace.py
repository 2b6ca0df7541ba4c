"""The text file under review: opening it, and saving what was corrected."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from unspin_gui.core.errors import UnspinError
from unspin_gui.store import text_file
from unspin_gui.store.text_file import TextFile
from unspin_gui.ui.session import Session
from unspin_gui.ui.tasks import Tasks


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

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self.file: TextFile | None = None
        self.target: Path | None = None
        self.written: TextFile | None = None
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

    def open(self, path: Path, encoding: str | None = None, *, replace: bool = False) -> None:
        """Read a file off the GUI thread and begin its review."""
        self._begin()
        self._tasks.start(
            lambda: text_file.read(path, encoding, replace=replace), self._on_read, self._on_failed
        )

    def open_text(self, text: str, title: str) -> None:
        """Begin the review of a text that is in no file."""
        self._take(text_file.from_text(text), title)

    def close(self) -> None:
        """Put the text away."""
        self.file = self.target = self.written = None
        self.title = ""
        self._session.open("")
        self.opened.emit()

    def default_target(self) -> Path | None:
        """Where the corrected text goes unless the user says otherwise."""
        return self.target or (text_file.default_target(self.path) if self.path else None)

    def save(self, path: Path, encoding: str | None = None, *, lossy: bool = False) -> None:
        """Write the corrected text to `path`; raises StoreError when that fails.

        `lossy` puts "?" for what the encoding cannot hold.
        """
        like, corrected = self.file, self._session.corrected
        if like is None:
            return
        if lossy:
            corrected = corrected.encode(like.encoding, "replace").decode(like.encoding)
        same = self.written is not None and self.target == path
        expect = self.written.token if same and self.written else None
        self.written = self._tasks.wait(
            lambda: text_file.write(path, corrected, like, encoding=encoding, expect=expect)
        )
        self.target = path
        self._session.mark_saved()
        self.saved.emit(path)
        self.changed.emit()

    def _begin(self) -> None:
        self.reading = True
        self.changed.emit()

    def _on_read(self, file: TextFile) -> None:
        self._take(file, file.path.name)

    def _take(self, file: TextFile, title: str) -> None:
        self.file, self.title = file, title
        self.target = self.written = None
        self.reading = False
        self._session.open(file.text)
        self.opened.emit()
        self.changed.emit()

    def _on_failed(self, error: UnspinError) -> None:
        self.reading = False
        self.failed.emit(error)
        self.changed.emit()

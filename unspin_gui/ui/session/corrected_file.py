"""The file for the corrected text: its path, its state on disk, and writing it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from unspin_gui.paths import UserPaths
from unspin_gui.store.files import atomic
from unspin_gui.store.files.failures import UncertainError
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.session.session import Session

if TYPE_CHECKING:
    from unspin_gui.store.formats import Opened


class CorrectedFile(QObject):
    """The file that the corrected text of a source is saved to.

    Signals:
        saved(Path): the corrected text was written there.
    """

    saved = Signal(object)

    def __init__(
        self, session: Session, tasks: Tasks, paths: UserPaths, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._paths = paths
        self._file: Opened | None = None
        self._opened_from: Path | None = None
        self._unconfirmed: dict[Path, str] = {}
        self.target: Path | None = None
        self.written: Opened | None = None

    def begin(
        self,
        file: "Opened | None",
        opened_from: Path | None = None,
        written: "Opened | None" = None,
    ) -> None:
        """Switch to another source; `written` is its corrected text if that is already on disk."""
        self.follow(file, opened_from)
        self.written = written
        self.target = written.path if written else None
        self._unconfirmed = {}

    def follow(self, file: "Opened | None", opened_from: Path | None) -> None:
        """Take over the same source after rereading, from the path that was opened."""
        self._file, self._opened_from = file, opened_from

    @property
    def _source(self) -> Path | None:
        return self._file.source if self._file else None

    def default_target(self) -> Path | None:
        """Where the corrected text goes unless the user says otherwise."""
        if self.target is not None or self._source is None:
            return self.target
        from unspin_gui.store import formats  # noqa: PLC0415 - not needed to start

        return formats.default_target(self._source)

    def is_source(self, path: Path) -> bool:
        """Whether `path` is the text that was opened."""
        source = self._source
        with suppress(OSError):
            return source is not None and source == self._opened_from and path.samefile(source)
        return False

    def expected_at(self, path: Path) -> str | None:
        """The content token that `path` must have to be overwritten; None: any."""
        if path in self._unconfirmed:
            return self._unconfirmed[path]
        if self.written and self.target == path:
            return self.written.file.token
        if self._file and self._source == path and self._file.file.token != atomic.ABSENT:
            return self._file.file.token
        return None

    def encoding_at(self, path: Path) -> str | None:
        """The encoding of what was written to `path`; None: that of the source."""
        from unspin_gui.store.files.text_file import TextFile  # noqa: PLC0415 - not needed to start

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
        """Write the corrected text to `path`; raises StoreError on failure.

        `lose` writes "?" for what the encoding lacks; `expect` as in `atomic.write_bytes`.
        """
        source = self._opened_from
        write = self._writer(encoding, lose=lose)
        try:
            self._write(path, lambda: write(path, expect, source))
        except UncertainError as error:
            self._unconfirmed[path] = error.token
            raise

    def save_in_place(
        self, path: Path, backup: Path, encoding: str | None = None, *, lose: bool = False
    ) -> None:
        """Write into the file itself, after copying it; for folders that forbid replacing files.

        Otherwise like `save`; raises StoreError.
        """
        from unspin_gui.application.outputs import write_in_place  # noqa: PLC0415 - when it is wanted

        state = self._paths.state
        write = self._writer(encoding, lose=lose)
        self._write(path, lambda: write_in_place(path, write, backup, state))

    def _writer(self, encoding: str | None, *, lose: bool) -> "Callable[..., Opened]":
        """Return a function that writes the corrections to a path, given what may be there."""
        from unspin_gui.application.outputs import edits_of  # noqa: PLC0415 - not needed to start
        from unspin_gui.store import formats  # noqa: PLC0415 - as above

        file = self._file
        if file is None:
            message = "no text is open"
            raise RuntimeError(message)
        edits = edits_of(self._session.document, self._session.opinions.all)

        def write(path: Path, expect: str | None = None, source: Path | None = None) -> "Opened":
            return formats.write(
                path, file, edits, encoding=encoding, lose=lose, expect=expect, source=source
            )

        return write

    def _write(self, path: Path, work: "Callable[[], Opened]") -> None:
        document = self._session.document
        self.written, self.target = self._tasks.wait(work), path
        self._unconfirmed.pop(path, None)
        if self._session.document is document:
            self._session.mark_saved()
        self.saved.emit(path)

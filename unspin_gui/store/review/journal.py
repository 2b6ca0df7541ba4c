"""Recovers unsaved work: a journal of every change, never touching the user's file.

A write-ahead log with one file per document; `journal_lines` defines its content.
"""

import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from unspin_gui.core.document.document import Document
from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.files import atomic
from unspin_gui.store.files.failures import store_error
from unspin_gui.store.review.origin import NOWHERE, Origin, from_plain, to_plain

if TYPE_CHECKING:
    from filelock import BaseFileLock

_SUFFIX = ".journal"
_LARGEST = 500_000_000


class Recovered(NamedTuple):
    """A document recovered from the journal of a program that ended without saving.

    `path` is None for a text that was never in a file; `acts` counts changes since the last save;
    `when` is the time of the last one (seconds since 1970); `origin` tells how its file was read.
    """

    journal: Path
    path: Path | None
    title: str
    document: Document
    acts: int
    when: float
    origin: Origin = NOWHERE


class Journal:
    """The journal of one open document; its file is created by the first change.

    Raises StoreError from `record` and `mark_saved`; the document is not affected.
    """

    def __init__(
        self,
        folder: Path,
        source: str,
        *,
        path: Path | None = None,
        title: str = "",
        origin: Origin = NOWHERE,
    ) -> None:
        name = f"{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}-{os.urandom(3).hex()}"
        self.file = folder / f"{name}{_SUFFIX}"
        self._lock: BaseFileLock | None = None
        self._head = {"v": 1, "path": str(path) if path else "", "title": title, "source": source}
        self._head |= {"origin": to_plain(origin)}
        self._base = ""
        self._last = Document(source)
        self._fd = -1
        self._count = 0
        self._size = 0

    def begin(self) -> None:
        """Create the file now rather than with the first change: the source may be long."""
        try:
            if self._fd < 0:
                self._begin()
        except OSError as error:
            raise store_error(self.file, Message("write the recovery journal"), error) from error

    def record(self, document: Document, *, sync: bool = True) -> None:
        """Record what the last action changed; it is on disk before this returns.

        Without `sync` the operating system has it, so it survives a crash of this program, but a
        power loss only once `sync` has been called.
        """
        from unspin_gui.store.review.journal_lines import change_between  # noqa: PLC0415 - see below

        if document.source != self._last.source:
            return
        if change := change_between(self._last, document):
            self._append(change, sync=sync)
            self._last = document

    def sync(self) -> None:
        """Sync what was recorded without it; on any thread, even during `record`."""
        try:
            if self._fd >= 0:
                os.fsync(self._fd)
        except OSError as error:
            if (
                self._fd >= 0
            ):  # otherwise it was closed in the meantime, and nothing is left to sync
                raise store_error(
                    self.file, Message("write the recovery journal"), error
                ) from error

    def mark_saved(self) -> None:
        """Record that everything up to now has been saved elsewhere."""
        if self._fd >= 0:
            self._append({"saved": True})

    def discard(self) -> None:
        """Close the journal and remove it: everything is saved, or the user wants it gone."""
        self.close()
        _remove(self.file)

    def close(self) -> None:
        """Close the journal and leave it for the next start."""
        if self._fd >= 0:
            with suppress(OSError):
                os.close(self._fd)
            self._fd = -1
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _append(self, change: Mapping[str, object], *, sync: bool = True) -> None:
        self.begin()
        line = {"n": self._count + 1, "base": self._base, "t": time.time(), **change}
        try:
            self._write(line, sync=sync)
        except OSError as error:
            raise store_error(self.file, Message("write the recovery journal"), error) from error
        self._count += 1

    def _begin(self) -> None:
        from unspin_gui.store.review.journal_lines import base_of  # noqa: PLC0415 - not to start

        atomic.make_folder(self.file.parent)
        self._base = base_of(self._last.source)
        self._lock = _new_lock(self.file)
        with suppress(OSError):  # without locks a journal may be offered too early, but never lost
            self._lock.acquire(timeout=1)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
        self._fd = os.open(self.file, flags, 0o600)
        try:
            self._write(self._head)
            atomic.fsync_folder(self.file.parent)
        except OSError:
            os.close(self._fd)
            self._fd, self._size = -1, 0
            _remove(self.file)
            raise

    def _write(self, plain: Mapping[str, object], *, sync: bool = True) -> None:
        """Append one line and sync it; a partly written line is removed after a failure."""
        from unspin_gui.store.review.journal_lines import line_of  # noqa: PLC0415 - as above

        line = line_of(plain)
        try:
            atomic.write_all(self._fd, line)
            if sync:
                os.fsync(self._fd)
        except OSError:
            with suppress(OSError):
                os.ftruncate(self._fd, self._size)
            raise
        self._size += len(line)


def left_behind(folder: Path) -> tuple[Recovered, ...]:
    """The work that ended programs left unsaved, newest first.

    Journals of running programs are not touched; those with nothing unsaved are removed.
    """
    found = []
    for file in atomic.files_in(folder, f"*{_SUFFIX}"):
        if _is_free(file):
            recovered = replay(file)
            if recovered is not None and recovered.acts:
                found.append(recovered)
            elif recovered is not None or _is_empty(file):
                _remove(file)
    return tuple(sorted(found, key=lambda one: one.when, reverse=True))


def unreadable(folder: Path) -> tuple[StoreError, ...]:
    """The journals of ended programs whose start is damaged, as errors to report."""
    notices = []
    for file in atomic.files_in(folder, f"*{_SUFFIX}"):
        if _is_free(file) and not _is_empty(file) and replay(file) is None:
            with suppress(OSError):
                day = time.strftime("%Y-%m-%d %H:%M", time.localtime(file.stat().st_mtime))
                reason = Message("unsaved work of {0} is in this file, but it is damaged", day)
                notices.append(
                    StoreError(file, Message("{0} and cannot be read; it stays there", reason))
                )
    return tuple(notices)


def discard(recovered: Recovered) -> None:
    """Remove a journal that was restored, or that the user does not want."""
    _remove(recovered.journal)


def replay(file: Path) -> Recovered | None:
    """Rebuild the document from the longest intact start of a journal; None without a header."""
    from unspin_gui.store.review.journal_lines import replay_lines  # noqa: PLC0415 - as above

    try:
        replayed = replay_lines(atomic.read_bytes(file, limit=_LARGEST))
    except StoreError:
        return None
    if replayed is None:
        return None
    path = Path(replayed.head["path"]) if replayed.head.get("path") else None
    title = str(replayed.head.get("title", ""))
    document, origin = replayed.document(), from_plain(replayed.head.get("origin"))
    return Recovered(file, path, title, document, replayed.acts, replayed.when, origin)


def _lock_of(file: Path) -> Path:
    return file.with_name(f".{file.name}.lock")


def _new_lock(file: Path) -> "BaseFileLock":
    from filelock import FileLock  # noqa: PLC0415 - slow to import, not needed to start

    return FileLock(_lock_of(file), mode=0o600, thread_local=False)


def _is_free(file: Path) -> bool:
    """Whether no running program holds the journal."""
    try:
        with _new_lock(file).acquire(timeout=0):
            return True
    except OSError:  # a timeout is an OSError too
        return False


def _is_empty(file: Path) -> bool:
    """Whether the file is empty; False for one that another program has removed since."""
    try:
        return file.stat().st_size == 0
    except FileNotFoundError:
        return False


def _remove(file: Path) -> None:
    for path in (file, _lock_of(file)):
        with suppress(OSError):
            path.unlink()

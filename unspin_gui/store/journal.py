"""Recovery of work that was not saved: a journal of every act, never over the user's file.

One file per document: lines of a CRC-32 and JSON. The first holds the source itself, each further
one what an act changed. A torn or damaged line ends the replay; a line read twice does nothing.
"""

import hashlib
import json
import os
import secrets
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from unspin_gui.core.document import Decision, Document, Pair
from unspin_gui.core.errors import StoreError
from unspin_gui.core.spans import Span
from unspin_gui.store import atomic
from unspin_gui.store.failures import store_error

if TYPE_CHECKING:
    from filelock import BaseFileLock

_SUFFIX = ".journal"
_LARGEST = 500_000_000


class Recovered(NamedTuple):
    """A document as a journal of a program that ended without saving tells it.

    `path` is None for a text that never was in a file; `acts` counts acts since the last save;
    `when` is the time of the last one (seconds since 1970).
    """

    journal: Path
    path: Path | None
    title: str
    document: Document
    acts: int
    when: float


class Journal:
    """The journal of one open document; its file is made at the first act.

    Raises StoreError from `record` and `mark_saved`; the document is then not affected.
    """

    def __init__(
        self, folder: Path, source: str, *, path: Path | None = None, title: str = ""
    ) -> None:
        name = f"{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}-{secrets.token_hex(3)}"
        self.file = folder / f"{name}{_SUFFIX}"
        self._lock: BaseFileLock | None = None
        self._head = {"v": 1, "path": str(path) if path else "", "title": title, "source": source}
        self._base = ""
        self._last = Document(source)
        self._fd = -1
        self._count = 0
        self._size = 0

    @property
    def is_begun(self) -> bool:
        """Whether the file is there, so that an act is written down quickly."""
        return self._fd >= 0

    def begin(self) -> None:
        """Make the file now rather than at the first act: the source in it may be long."""
        try:
            if self._fd < 0:
                self._begin()
        except OSError as error:
            raise store_error(self.file, "write the recovery journal", error) from error

    def record(self, document: Document, *, sync: bool = True) -> None:
        """Write down what the last act changed, on disk before this returns.

        Without `sync` the system has it, so that it outlives this program, but a power loss only
        after `sync` was called.
        """
        change = _change(self._last, document) if document.source == self._last.source else {}
        if change:
            self._append(change, sync=sync)
            self._last = document

    def sync(self) -> None:
        """Bring to disk what was recorded without."""
        try:
            if self._fd >= 0:
                os.fsync(self._fd)
        except OSError as error:
            raise store_error(self.file, "write the recovery journal", error) from error

    def mark_saved(self) -> None:
        """Note that everything up to now is saved elsewhere."""
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
            raise store_error(self.file, "write the recovery journal", error) from error
        self._count += 1

    def _begin(self) -> None:
        atomic.make_folder(self.file.parent)
        self._base = _base(self._last.source)
        self._lock = _new_lock(self.file)
        with suppress(OSError):  # without locks a journal may be offered too early, never lost
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
        """Append one line and sync it; what was written of a failed line is taken back."""
        line = _line(plain)
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
    """What programs that are gone left unsaved, newest first.

    Journals of living programs are not touched; those that hold nothing unsaved are removed.
    """
    found = []
    for file in sorted(folder.glob(f"*{_SUFFIX}")) if folder.is_dir() else ():
        if _is_free(file):
            recovered = replay(file)
            if recovered is not None and recovered.acts:
                found.append(recovered)
            elif recovered is not None or file.stat().st_size == 0:
                _remove(file)
    return tuple(sorted(found, key=lambda one: one.when, reverse=True))


def discard(recovered: Recovered) -> None:
    """Remove a journal that was restored, or that the user does not want."""
    _remove(recovered.journal)


def replay(file: Path) -> Recovered | None:
    """The document a journal tells, of its longest sound beginning; None where there is no head."""
    try:
        data = atomic.read_bytes(file, limit=_LARGEST)
    except StoreError:
        return None
    lines = _sound_lines(data)
    head = next(lines, None)
    if head is None or not isinstance(head.get("source"), str):
        return None
    state = _State(head["source"], {}, _base(head["source"]))
    for change in lines:
        if not state.take(change):
            break
    path = Path(head["path"]) if head.get("path") else None
    title = str(head.get("title", ""))
    return Recovered(file, path, title, state.document(), state.acts, state.when)


@dataclass(slots=True)
class _State:
    source: str
    decisions: dict[Span, Decision]
    base: str
    ignored: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    number: int = 0
    acts: int = 0
    when: float = 0.0

    def take(self, change: Mapping[str, Any]) -> bool:
        """Do what one line says; False where it does not belong here."""
        number = change.get("n")
        if change.get("base") != self.base or not isinstance(number, int):
            return False
        if number != self.number + 1:
            return number <= self.number
        try:
            self._do(change)
            self.when = float(change["t"])
        except (ValueError, TypeError, KeyError, IndexError):
            return False
        self.number = number
        self.acts = 0 if change.get("saved") else self.acts + 1
        return True

    def _do(self, change: Mapping[str, Any]) -> None:
        dropped = [Span(*place) for place in change.get("drop", ())]
        put = [_decision(raw, self.source) for raw in change.get("put", ())]
        for span in dropped:
            self.decisions.pop(span, None)
        self.decisions |= {decision.span: decision for decision in put}
        self.ignored = tuple(change.get("ignored", self.ignored))
        self.never = tuple(change.get("never", self.never))

    def document(self) -> Document:
        ordered = tuple(self.decisions[span] for span in sorted(self.decisions))
        return Document(self.source, ordered, self.ignored, self.never)


def _change(old: Document, new: Document) -> dict[str, object]:
    """What makes the new document of the old one, as JSON values; empty where nothing does."""
    had, has = set(old.decisions), set(new.decisions)
    spans = {decision.span for decision in has}
    change: dict[str, object] = {}
    if put := [d for d in new.decisions if d not in had]:
        change["put"] = [
            [*d.span, d.text, d.state, list(d.learn) if d.learn else None] for d in put
        ]
    if drop := [d.span for d in old.decisions if d not in has and d.span not in spans]:
        change["drop"] = [list(span) for span in drop]
    if old.ignored != new.ignored:
        change["ignored"] = list(new.ignored)
    if old.never != new.never:
        change["never"] = list(new.never)
    return change


def _decision(raw: Any, source: str) -> Decision:  # noqa: ANN401 - JSON
    start, end, text, state, learn = raw
    if not 0 <= start <= end <= len(source) or state not in {"accepted", "edited", "kept"}:
        raise ValueError("not a decision on this text")
    return Decision(Span(start, end), str(text), state, Pair(*learn) if learn else None)


def _line(plain: Mapping[str, object]) -> bytes:
    body = json.dumps(plain, ensure_ascii=True, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(body), body)


def _sound_lines(data: bytes) -> Iterator[dict[str, Any]]:
    for line in data.split(b"\n")[:-1]:
        crc, _, body = line.partition(b" ")
        if crc != b"%08x" % zlib.crc32(body):
            return
        try:
            plain = json.loads(body)
        except ValueError:
            return
        if not isinstance(plain, dict):
            return
        yield plain


def _base(source: str) -> str:
    return hashlib.sha256(source.encode(errors="surrogatepass")).hexdigest()[:16]


def _lock_of(file: Path) -> Path:
    return file.with_name(f".{file.name}.lock")


def _new_lock(file: Path) -> "BaseFileLock":
    from filelock import FileLock  # noqa: PLC0415 - slow to import, not needed to start

    return FileLock(_lock_of(file), mode=0o600, thread_local=False)


def _is_free(file: Path) -> bool:
    """Whether no living program holds the journal."""
    try:
        with _new_lock(file).acquire(timeout=0):
            return True
    except OSError:  # a timeout is one
        return False


def _remove(file: Path) -> None:
    for path in (file, _lock_of(file)):
        with suppress(OSError):
            path.unlink()

"""Notes on the progress of each file of a queue, found again by the file's content."""

import json
import logging
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from unspin_gui.core.errors import StoreError
from unspin_gui.store.files import atomic
from unspin_gui.store.review.open_files import key_of

_LOG = logging.getLogger(__name__)
_VERSION = 1
_LARGEST = 100_000
MOST_NOTES = 20_000
"""How many notes are kept; the oldest go first."""


class ProgressNote(NamedTuple):
    """What was known about a file when it was left.

    `path` is where it was; `size` and `token` are those of its content. `state` is "unread", "work"
    or "finished"; `written` is the content token of the corrected file as last written by this
    program, empty if it wrote none. The rest is as in `QueueRow`.
    """

    path: str
    size: int
    token: str
    words: int
    suspects: int | None
    done: int
    probability: float | None
    state: str
    unsaved: bool = False
    written: str = ""


def save_note(folder: Path, note: ProgressNote) -> None:
    """Write a note, instead of the one on the same file with the same content.

    Raises StoreError.
    """
    atomic.make_folder(folder)
    plain = {"version": _VERSION, **note._asdict()}
    name = f"{key_of(note.path)}-{note.size}-{note.token[:24]}.json"
    atomic.write_bytes(folder / name, json.dumps(plain).encode(), mode=0o600)


class NotesFolder:
    """The notes as they were when this was created; only those requested are read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._by_size: dict[int, list[str]] = {}
        names = [path.name for path in atomic.files_in(folder, "*.json")]
        for name in names:
            size = name.split("-")[1] if name.count("-") == 2 else ""
            if size.isdecimal():
                self._by_size.setdefault(int(size), []).append(name)
        if len(names) > MOST_NOTES:
            self._thin_out(names)

    def find(self, path: Path) -> ProgressNote | None:
        """The note on the file at `path`, or else on a file with the same content.

        The file is read only if there is a note on one of the same size. Returns None also if the
        file is unreadable, which reading it for review will say.
        """
        try:
            size = path.stat().st_size
            names = self._by_size.get(size)
            if not names:
                return None
            token = atomic.token_of(atomic.read_bytes(path))[:24]
        except (OSError, StoreError):
            return None
        same = [name for name in names if name.endswith(f"-{token}.json")]
        own = key_of(path)
        same.sort(key=lambda name: not name.startswith(own))
        return next(filter(None, map(self._read, same)), None)

    def _read(self, name: str) -> ProgressNote | None:
        try:
            raw = json.loads(atomic.read_bytes(self._folder / name, limit=_LARGEST))
            return _note_of(raw)
        except (StoreError, ValueError, RecursionError) as error:
            _LOG.warning("a note on a file is not readable and left out: %s", error)
            return None

    def _thin_out(self, names: list[str]) -> None:
        aged = sorted(names, key=lambda name: _written_at(self._folder / name))
        for name in aged[:-MOST_NOTES]:
            with suppress(OSError):
                (self._folder / name).unlink()


def is_at(note: ProgressNote, path: Path) -> bool:
    """Whether the note was made on the file at this path."""
    return key_of(note.path) == key_of(path)


def _note_of(raw: Mapping[str, Any]) -> ProgressNote:
    """Read a note from JSON values; raises ValueError for anything else."""
    try:
        if raw["version"] != _VERSION:
            raise ValueError("of another version")
        note = ProgressNote(**{name: raw[name] for name in ProgressNote._fields})
    except (KeyError, TypeError) as error:
        raise ValueError("not as it was written") from error
    texts = (note.path, note.token, note.state, note.written)
    counts = (note.size, note.words, note.done, note.suspects or 0)
    fits = all(isinstance(text, str) for text in texts)
    fits = fits and all(type(count) is int and count >= 0 for count in counts)
    fits = fits and note.state in ("unread", "work", "finished")
    fits = fits and isinstance(note.unsaved, bool)
    fits = fits and (note.probability is None or 0 <= float(note.probability) <= 1)
    if not fits:
        raise ValueError("not as it was written")
    return note


def _written_at(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_mtime_ns
    return 0

"""How many entries a glossary had on each day, for the chart of learning."""

import json
import logging
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from unspin_gui.core.errors import StoreError
from unspin_gui.store.files import atomic
from unspin_gui.store.files.lock import locked
from unspin_gui.store.files.quarantine import keep_damaged

_LOG = logging.getLogger(__name__)
_LARGEST = 5_000_000


class Size(NamedTuple):
    """The number of entries of a glossary at the end of a day (YYYY-MM-DD)."""

    day: str
    entries: int


def load_growth(path: Path) -> tuple[Size, ...]:
    """The sizes by day; files or parts that are missing or damaged are ignored."""
    try:
        return _read(path)
    except StoreError as error:
        _LOG.warning("the sizes of the glossary are not readable and begin anew: %s", error)
        return ()


def note_size(
    path: Path, day: str, entries: int, *, before: Size | None = None
) -> StoreError | None:
    """Note the size of a glossary on a day; raises StoreError.

    `before` is the size before its first noted change, and ignored later. A file that is not
    understood in full is copied first; returns what to tell the user about it.
    """
    atomic.make_folder(path.parent)
    with locked(path):
        warning = keep_damaged(path, _is_usable)
        sizes = dict(_read(path))
        if before is not None and not sizes:
            sizes[before.day] = before.entries
        sizes[day] = entries
        atomic.write_bytes(path, json.dumps(sizes, indent=0).encode(), mode=0o600)
    return warning


def _read(path: Path) -> tuple[Size, ...]:
    """The valid part of a file; raises StoreError if it cannot be examined."""
    if not atomic.is_there(path):
        return ()
    try:
        return tuple(sorted(_sizes(json.loads(atomic.read_bytes(path, limit=_LARGEST)))))
    except (ValueError, RecursionError):
        return ()


def _sizes(raw: object) -> Iterator[Size]:
    if isinstance(raw, dict):
        for day, entries in raw.items():
            if _is_day(day) and type(entries) is int and entries >= 0:
                yield Size(day, entries)


def _is_usable(raw: object) -> bool:
    return isinstance(raw, dict) and len(list(_sizes(raw))) == len(raw)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False

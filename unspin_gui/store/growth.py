"""How many entries a glossary had on which day: what the chart of learning shows."""

import json
import logging
from pathlib import Path
from typing import NamedTuple

from unspin_gui.core.errors import StoreError
from unspin_gui.store import atomic
from unspin_gui.store.lock import locked

_LOG = logging.getLogger(__name__)
_LARGEST = 5_000_000


class Size(NamedTuple):
    """The entries of a glossary at the end of a day (YYYY-MM-DD)."""

    day: str
    entries: int


def load_growth(path: Path) -> tuple[Size, ...]:
    """The sizes by day; a missing or damaged file counts as nothing."""
    if not atomic.is_there(path):
        return ()
    try:
        raw = json.loads(atomic.read_bytes(path, limit=_LARGEST))
    except (StoreError, ValueError, RecursionError) as error:
        _LOG.warning("the sizes of the glossary are not readable and begin anew: %s", error)
        return ()
    if not isinstance(raw, dict):
        return ()
    good = (Size(day, n) for day, n in raw.items() if type(n) is int and n >= 0)
    return tuple(sorted(good))


def note_size(path: Path, day: str, entries: int, *, before: Size | None = None) -> None:
    """Note the size of a glossary on a day; raises StoreError.

    `before` is what the file had before its first noted change; later it is passed over.
    """
    atomic.make_folder(path.parent)
    with locked(path):
        sizes = dict(load_growth(path))
        if before is not None and not sizes:
            sizes[before.day] = before.entries
        sizes[day] = entries
        atomic.write_bytes(path, json.dumps(sizes, indent=0).encode(), mode=0o600)

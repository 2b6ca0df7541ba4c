"""How often each entry was accepted or rejected, kept beside the glossary rather than in it."""

import json
import logging
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.tokens import fold
from unspin_gui.store.files import atomic
from unspin_gui.store.files.lock import locked
from unspin_gui.store.files.quarantine import keep_damaged

_LOG = logging.getLogger(__name__)
_LARGEST = 50_000_000


class Count(NamedTuple):
    """How often an entry was accepted and rejected; `last` is the last date (YYYY-MM-DD)."""

    accepted: int = 0
    rejected: int = 0
    last: str = ""

    def plus(self, other: "Count") -> "Count":
        """The sum of both."""
        last = max(self.last, other.last)
        return Count(self.accepted + other.accepted, self.rejected + other.rejected, last)


class Usage:
    """Counts by phrase, regardless of letter case and quotes."""

    def __init__(self, counts: Mapping[str, Count] | None = None) -> None:
        self.counts: dict[str, Count] = dict(counts or {})

    def of(self, phrase: str) -> Count:
        """The count of a phrase."""
        return self.counts.get(fold(phrase), Count())

    @property
    def left_alone(self) -> tuple[str, ...]:
        """The folded phrases that were rejected more than once and never accepted."""
        counts = self.counts.items()
        return tuple(phrase for phrase, c in counts if c.rejected > 1 and not c.accepted)

    def plus(self, news: Iterable[tuple[str, Count]]) -> "Usage":
        """Return the usage with more counts added."""
        counts = dict(self.counts)
        for phrase, count in news:
            key = fold(phrase)
            counts[key] = counts.get(key, Count()).plus(count)
        return Usage(counts)


class Counted(NamedTuple):
    """The counts as they are on disk now, and what to tell the user about the previous file."""

    usage: Usage
    told: StoreError | None = None


def load_usage(path: Path) -> Usage:
    """The counts in a file; files or parts that are missing or damaged are ignored."""
    try:
        return _read(path)
    except StoreError as error:
        _LOG.warning("statistics are not readable and begin anew: %s", error)
        return Usage()


def add_usage(path: Path, news: Iterable[tuple[str, Count]]) -> Counted:
    """Add to the counts on disk, including what other programs added; raises StoreError.

    A file that is not understood in full is copied first; see `quarantine.keep_damaged`.
    """
    atomic.make_folder(path.parent)
    with locked(path):
        warning = keep_damaged(path, _is_usable)
        usage = _read(path).plus(news)
        plain = {phrase: list(count) for phrase, count in sorted(usage.counts.items())}
        atomic.write_bytes(path, json.dumps(plain, indent=0).encode(), mode=0o600)
    return Counted(usage, warning)


def _read(path: Path) -> Usage:
    """The valid part of a file; raises StoreError if it cannot be examined."""
    if not atomic.is_there(path):
        return Usage()
    try:
        return Usage(dict(_counts(json.loads(atomic.read_bytes(path, limit=_LARGEST)))))
    except (ValueError, RecursionError):
        return Usage()


def _counts(raw: object) -> Iterator[tuple[str, Count]]:
    if isinstance(raw, dict):
        for phrase, value in raw.items():
            count = _count(value)
            if count is not None:
                yield phrase, count


def _is_usable(raw: object) -> bool:
    return isinstance(raw, dict) and all(_count(value) is not None for value in raw.values())


def _count(raw: object) -> Count | None:
    if not isinstance(raw, list) or len(raw) != 3:
        return None
    accepted, rejected, last = raw
    if type(accepted) is not int or type(rejected) is not int or not isinstance(last, str):
        return None
    return Count(accepted, rejected, last) if min(accepted, rejected) >= 0 else None

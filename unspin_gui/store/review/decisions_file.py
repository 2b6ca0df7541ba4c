"""Remembers the decisions on a file for when it is opened again, even moved or edited."""

import json
import logging
import os
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.errors import StoreError
from unspin_gui.core.suspects import Assumption
from unspin_gui.store.files import atomic
from unspin_gui.store.files.quarantine import keep_damaged
from unspin_gui.store.review.anchoring import Remembered, from_plain, recall, remember, to_plain
from unspin_gui.store.review.decision_rows import assumption_of
from unspin_gui.store.review.open_files import key_of

_LOG = logging.getLogger(__name__)
_LARGEST = 50_000_000
MOST_TEXTS = 5_000
"""How many texts have their decisions remembered."""
_VERSION = 1
_TICK = 1_000_000
"""Nanoseconds added between two uses if the clock stands still: more than file systems round off.
"""


class Recalled(NamedTuple):
    """Earlier decisions that still have a place; those in `lost` no longer do."""

    decisions: tuple[Decision, ...]
    ignored: tuple[str, ...]
    never: tuple[str, ...]
    lost: int = 0
    assume: Assumption = "auto"

    @property
    def is_decided(self) -> bool:
        """Whether anything was recalled."""
        return bool(self.decisions or self.ignored or self.never or self.assume != "auto")

    def holds_in(self, document: Document) -> bool:
        """Whether any of it still applies to a document."""
        pairs = (
            (self.decisions, document.decisions),
            (self.ignored, document.ignored),
            (self.never, document.never),
        )
        is_assumed = self.assume == document.assume != "auto"
        return is_assumed or any(not set(old).isdisjoint(now) for old, now in pairs)

    def apply(self, source: str) -> Document:
        """The document with all of it applied."""
        return Document(source, self.decisions, self.ignored, self.never, assume=self.assume)


def save_decisions(folder: Path, path: str | Path, document: Document) -> Path:
    """Remember the decisions on this text of the file at `path`; returns the record.

    Decisions made while the file held another text are kept. Raises StoreError.
    """
    atomic.make_folder(folder)
    record = folder / f"{key_of(path)}-{_of_text(document.source)}.json"
    keep_damaged(record, _is_usable)
    plain = {
        "version": _VERSION,
        "path": str(Path(path).absolute()),
        "source": _of_text(document.source),
        "decisions": [to_plain(one) for one in remember(document.source, document.decisions)],
        "ignored": list(document.ignored),
        "never": list(document.never),
        "assume": document.assume,
    }
    data = json.dumps(plain, ensure_ascii=True, indent=0).encode()
    atomic.write_bytes(record, data, mode=0o600)
    _note_use(record)
    return record


def load_decisions(folder: Path, path: str | Path, source: str) -> Recalled | None:
    """Return what was decided on this file, or on the same text under another name, if anything.

    An identical text gets every decision back; a different text of the file those that still fit,
    from the record of which most do. Unreadable records are ignored.
    """
    of_path, of_text = key_of(path), _of_text(source)
    unfit: Recalled | None = None
    for pattern in (f"{of_path}-{of_text}.json", f"{of_path}-*.json", f"*-{of_text}.json"):
        best = _best(_by_use(_records(folder, pattern)), source)
        if best is None:
            continue
        record, recalled = best
        if recalled.lost and not recalled.decisions:
            unfit = unfit or recalled
            continue
        _note_use(record)
        return recalled if recalled.is_decided else None
    return unfit


def thin_out(folder: Path, newest: Path, *, most: int = MOST_TEXTS) -> int:
    """Forget the least recently used beyond `most` texts; returns how many.

    `newest`, the record written last, is kept whatever the clock says.
    """
    records = _records(folder, "*.json")
    if len(records) <= most:
        return 0
    others = [record for record in _by_use(records) if record != newest]
    gone = others[most - 1 :]
    for record in gone:
        _remove(record)
    return len(gone)


def keep_unusable(folder: Path, path: str | Path) -> tuple[StoreError, ...]:
    """Keep copies of this file's unusable records; returns what to tell the user about them.

    Raises StoreError if that fails.
    """
    records = _records(folder, f"{key_of(path)}-*.json")
    warnings = (keep_damaged(record, _is_usable) for record in records)
    return tuple(error for error in warnings if error is not None)


def forget_decisions(folder: Path, path: str | Path) -> None:
    """Forget what was decided on the file at `path`, whatever it contained; raises StoreError."""
    keep_unusable(folder, path)
    for record in _records(folder, f"{key_of(path)}-*.json"):
        _remove(record)


def _best(records: Sequence[Path], source: str) -> tuple[Path, Recalled] | None:
    """The record of which most has a place in `source`; of several the first."""
    read = ((record, _read(record, source)) for record in records)
    found = [(record, recalled) for record, recalled in read if recalled is not None]
    return max(found, key=lambda one: len(one[1].decisions), default=None)


def _read(record: Path, source: str) -> Recalled | None:
    try:
        raw = json.loads(atomic.read_bytes(record, limit=_LARGEST))
        remembered, ignored, never, assume = _values(raw)
    except (StoreError, ValueError, RecursionError) as error:
        _LOG.warning("a record of decisions is not readable and left out: %s", error)
        return None
    decisions = recall(source, remembered)
    return Recalled(decisions, ignored, never, len(remembered) - len(decisions), assume)


def _is_usable(raw: Mapping[str, Any]) -> bool:
    _values(raw)
    return True


def _values(
    raw: Mapping[str, Any],
) -> tuple[list[Remembered], tuple[str, ...], tuple[str, ...], Assumption]:
    """Decisions, phrases ignored and never flagged, the assumption; ValueError for others' rows."""
    try:
        if raw["version"] != _VERSION:
            raise ValueError("of another version")
        remembered = [from_plain(one) for one in raw["decisions"]]
        assume = assumption_of(raw.get("assume", "auto"))
        return remembered, _texts(raw["ignored"]), _texts(raw["never"]), assume
    except (KeyError, TypeError) as error:
        raise ValueError("not as it was written") from error


def _texts(raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list) or not all(isinstance(text, str) for text in raw):
        raise ValueError("not a list of texts")
    return tuple(raw)


def _of_text(source: str) -> str:
    return atomic.token_of(source.encode(errors="surrogatepass"))[:24]


def _records(folder: Path, pattern: str) -> list[Path]:
    return atomic.files_in(folder, pattern)


def _by_use(records: Sequence[Path]) -> list[Path]:
    """The records, most recently used first."""
    return sorted(records, key=_used, reverse=True)


def _note_use(record: Path) -> None:
    """Mark the record as the most recently used, even if the clock was set back."""
    with suppress(OSError):
        others = (_used(one) for one in _records(record.parent, "*.json") if one != record)
        when = max(time.time_ns(), max(others, default=0) + _TICK)
        os.utime(record, ns=(when, when))


def _used(record: Path) -> int:
    """When a record was last written or read, in nanoseconds."""
    with suppress(OSError):
        return record.stat().st_mtime_ns
    return 0


def _remove(record: Path) -> None:
    with suppress(OSError):
        record.unlink()

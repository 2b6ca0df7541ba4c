"""What was decided on a file is still there when the file is opened again, also moved or edited."""

import hashlib
import json
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.errors import StoreError
from unspin_gui.store.files import atomic
from unspin_gui.store.files.quarantine import keep_damaged
from unspin_gui.store.review.anchoring import Remembered, from_plain, recall, remember, to_plain

_LOG = logging.getLogger(__name__)
_LARGEST = 50_000_000
_MOST_RECORDS = 500
_VERSION = 1


class Recalled(NamedTuple):
    """What was decided earlier and still has its place; `lost` decisions have none any more."""

    decisions: tuple[Decision, ...]
    ignored: tuple[str, ...]
    never: tuple[str, ...]
    lost: int = 0

    def apply(self, source: str) -> Document:
        """The document with all of it."""
        return Document(source, self.decisions, self.ignored, self.never)


def save_decisions(folder: Path, path: str | Path, document: Document) -> Path:
    """Remember the decisions on the file at `path`; returns the record. Raises StoreError."""
    atomic.make_folder(folder)
    keep_unusable(folder, path)
    record = folder / f"{_of_path(path)}-{_of_text(document.source)}.json"
    plain = {
        "version": _VERSION,
        "path": str(Path(path).absolute()),
        "source": _of_text(document.source),
        "decisions": [to_plain(one) for one in remember(document.source, document.decisions)],
        "ignored": list(document.ignored),
        "never": list(document.never),
    }
    data = json.dumps(plain, ensure_ascii=True, indent=0).encode()
    atomic.write_bytes(record, data, mode=0o600)
    for other in _records(folder, f"{_of_path(path)}-*.json"):
        if other != record:
            _remove(other)
    for old in sorted(_records(folder, "*.json"), key=_age)[:-_MOST_RECORDS]:
        _remove(old)
    return record


def load_decisions(folder: Path, path: str | Path, source: str) -> Recalled | None:
    """What was decided on this file, or on the same text under another name; None for nothing.

    An identical text gets every span back; of an edited one what still matches. Records that
    cannot be read are left out.
    """
    of_path, of_text = _of_path(path), _of_text(source)
    for pattern in (f"{of_path}-{of_text}.json", f"{of_path}-*.json", f"*-{of_text}.json"):
        for record in sorted(_records(folder, pattern), key=_age, reverse=True):
            recalled = _read(record, source)
            if recalled is not None:
                return recalled
    return None


def keep_unusable(folder: Path, path: str | Path) -> tuple[StoreError, ...]:
    """Keep copies of the records of this file that cannot be used; what is to be told of them.

    Raises StoreError where that fails.
    """
    records = _records(folder, f"{_of_path(path)}-*.json")
    told = (keep_damaged(record, _is_usable) for record in records)
    return tuple(error for error in told if error is not None)


def forget_decisions(folder: Path, path: str | Path) -> None:
    """Forget what was decided on the file at `path`; raises StoreError."""
    keep_unusable(folder, path)
    for record in _records(folder, f"{_of_path(path)}-*.json"):
        _remove(record)


def _read(record: Path, source: str) -> Recalled | None:
    try:
        raw = json.loads(atomic.read_bytes(record, limit=_LARGEST))
        remembered, ignored, never = _values(raw)
    except (StoreError, ValueError, RecursionError) as error:
        _LOG.warning("a record of decisions is not readable and left out: %s", error)
        return None
    decisions = recall(source, remembered)
    return Recalled(decisions, ignored, never, len(remembered) - len(decisions))


def _is_usable(raw: Mapping[str, Any]) -> bool:
    _values(raw)
    return True


def _values(
    raw: Mapping[str, Any],
) -> tuple[list[Remembered], tuple[str, ...], tuple[str, ...]]:
    """Decisions, what is ignored and never flagged; ValueError unless this version wrote them."""
    try:
        if raw["version"] != _VERSION:
            raise ValueError("of another version")
        remembered = [from_plain(one) for one in raw["decisions"]]
        return remembered, _texts(raw["ignored"]), _texts(raw["never"])
    except (KeyError, TypeError) as error:
        raise ValueError("not as it was written") from error


def _texts(raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list) or not all(isinstance(text, str) for text in raw):
        raise ValueError("not a list of texts")
    return tuple(raw)


def _of_path(path: str | Path) -> str:
    real = os.path.realpath(path).encode(errors="surrogateescape")
    return hashlib.sha256(real).hexdigest()[:24]


def _of_text(source: str) -> str:
    return hashlib.sha256(source.encode(errors="surrogatepass")).hexdigest()[:24]


def _records(folder: Path, pattern: str) -> Iterator[Path]:
    return iter(atomic.files_in(folder, pattern))


def _age(record: Path) -> int:
    with suppress(OSError):
        return record.stat().st_mtime_ns
    return 0


def _remove(record: Path) -> None:
    with suppress(OSError):
        record.unlink()

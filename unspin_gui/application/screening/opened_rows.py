"""Finds the documents behind the rows of a screening, to open them in the window."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import accumulate, islice
from pathlib import Path
from typing import NamedTuple

from unspin_gui.application.file_queue import QueueRow
from unspin_gui.application.file_queue.filling import filled
from unspin_gui.application.screening.options import LIKELY, ScreenOptions
from unspin_gui.application.screening.plan import Folder, Part
from unspin_gui.application.screening.records import RawDocument, Slice, stamp_of
from unspin_gui.application.screening.screener import Row, rows_of
from unspin_gui.application.screening.tasks import documents_in
from unspin_gui.core.errors import StoreError
from unspin_gui.store.files import atomic
from unspin_gui.store.files.failures import AlreadyThereError

MOST = 200
"""At most this many documents are opened as a list, those most likely spun."""
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class _PlaceOfRow:
    """The row of a document, its part, and its index in that."""

    row: Row
    part: Part
    index: int

    @property
    def probability(self) -> float:
        """The probability that it was spun."""
        return self.row["probability"] or 0.0

    @property
    def slice(self) -> Slice:
        """The slice that it is in."""
        ends = accumulate(piece.count for piece in self.part.slices)
        return next(p for p, end in zip(self.part.slices, ends, strict=True) if self.index < end)

    @property
    def has_changed(self) -> bool:
        """Whether its file has changed since it was screened."""
        return self.slice.stamp not in {"", stamp_of(self.slice.path)}


class OpenedRows(NamedTuple):
    """The files of documents to open, and why others have none."""

    files: list[Path]
    failures: list[StoreError]


def files_of(folder: Folder, names: tuple[str, ...] = ()) -> OpenedRows:
    """Return the files of the named documents of a screening, or of those likely spun.

    A name is the "doc" or the "at" of a row. Records get files of their own in the results folder,
    with the permissions of the files they come from; an existing one is left as it is. A document
    that is missing or has changed since does not affect the others. Raises StoreError if there is
    nothing to open.
    """
    manifest = folder.manifest()
    if manifest is None:
        raise StoreError(folder.path, "there is no screening in this folder; name its --out folder")
    found = list(_places(folder, manifest.key, names))
    options, opened = ScreenOptions.parsed(manifest.options), OpenedRows([], [])
    wanted: list[str | _PlaceOfRow] = [*names] or [*_ranked(found)]
    if not wanted:
        raise StoreError(folder.path, "no document in it looks spun")
    for one in wanted:
        try:
            place = _named(folder, one, found) if isinstance(one, str) else one
            _require_unchanged(place)
            opened.files.append(_file_of(folder, place, options))
        except StoreError as error:
            opened.failures.append(error)
    if not opened.files:
        raise opened.failures[0]
    return opened


def _named(folder: Folder, name: str, found: list[_PlaceOfRow]) -> _PlaceOfRow:
    """Return the place of the document with this name; raises StoreError unless it is unique."""
    mine = [place for place in found if place.row["at"] == name]
    mine = mine or [place for place in found if place.row["doc"] == name]
    if not mine:
        raise StoreError(folder.path, f"it has no document called {name}")
    if len(mine) > 1:
        some = ", ".join(place.row["at"] for place in mine[:3])
        more = ", ..." if len(mine) > 3 else ""
        reason = f"{len(mine)} documents in it are called {name}; name one of them: {some}{more}"
        raise StoreError(folder.path, reason)
    return mine[0]


def _ranked(places: Iterable[_PlaceOfRow]) -> list[_PlaceOfRow]:
    """The likeliest places, likeliest first."""
    return sorted(places, key=lambda place: -place.probability)[:MOST]


def _require_unchanged(place: _PlaceOfRow) -> None:
    """Raise StoreError if the file of a document is gone or has changed since it was screened."""
    if place.has_changed:
        if not atomic.is_there(place.slice.path):
            raise StoreError(place.row["at"], "its file no longer exists")
        reason = "its file has changed since then, so the findings no longer apply to it"
        raise StoreError(place.row["at"], f"{reason}; screen again, or open the file itself")


def queue_rows(folder: Folder, notes: Path) -> tuple[list[QueueRow], int]:
    """Return rows of a file list for the documents likely spun, likeliest first; how many are gone.

    `notes` is the folder with the notes on files worked through, which record the progress of the
    work. Raises StoreError.
    """
    manifest = folder.manifest()
    found = () if manifest is None else _places(folder, manifest.key, ())
    options = ScreenOptions() if manifest is None else ScreenOptions.parsed(manifest.options)
    made, gone = list[QueueRow](), 0
    for place in _ranked(found):
        try:
            [known] = filled((_file_of(folder, place, options),), notes)
        except StoreError:  # the others need not wait for it
            gone += 1
            continue
        is_told = known.is_counted or known.state != "unread" or place.has_changed
        made.append(known if is_told else _row(known, place))
    return made, gone


def unreadable(folder: Folder) -> int:
    """How many documents of a screening could not be read; raises StoreError."""
    manifest = folder.manifest()
    if manifest is None:
        return 0
    return sum(bool(place.row["error"]) for place in _all_places(folder, manifest.key))


def _row(known: QueueRow, place: _PlaceOfRow) -> QueueRow:
    """Return a row with the counts of a screening; without marks, the window counts again."""
    row = place.row
    return replace(
        known, words=row["words"], suspects=row["suspects"] or None, probability=row["probability"]
    )


def _places(folder: Folder, key: str, names: tuple[str, ...]) -> Iterator[_PlaceOfRow]:
    """Yield the places of the named documents, or of those likely spun."""
    for place in _all_places(folder, key):
        row = place.row
        if not {row["doc"], row["at"]}.isdisjoint(names) or (not names and _is_likely(row)):
            yield place


def _all_places(folder: Folder, key: str) -> Iterator[_PlaceOfRow]:
    for part in folder.parts():
        if folder.is_done(part.number, key):
            for index, row in enumerate(_rows(folder, part)):
                yield _PlaceOfRow(row, part, index)


def _is_likely(row: Row) -> bool:
    return not row["error"] and ((row["probability"] or 0.0) >= LIKELY or row["known"] > 0)


def _rows(folder: Folder, part: Part) -> list[Row]:
    data = atomic.read_bytes(folder.rows_file(part.number))
    return list(rows_of(line for line in data.split(b"\n") if line))


def _file_of(folder: Folder, place: _PlaceOfRow, options: ScreenOptions) -> Path:
    """Return the file of a document; for a record, write one."""
    part, index = place.part, place.index
    document = next(islice(documents_in(part, options), index, None), RawDocument("", error="gone"))
    if document.error:
        raise StoreError(document.name or folder.path, document.error)
    if document.path and document.data is None:
        return Path(document.path)
    ending = Path(document.path).suffix or ".txt"
    data = document.text.encode("utf-8", "replace") if document.data is None else document.data
    name = _NOT_IN_NAMES.sub("-", document.name)[-80:].strip("-.") or "document"
    content = hashlib.sha256(data).hexdigest()[:8]
    target = folder.path / "opened" / f"{name}-{part.number}-{index + 1}-{content}{ending}"
    atomic.make_folder(target.parent)
    with suppress(AlreadyThereError):  # opened before, and perhaps corrected since
        atomic.write_bytes(target, data, overwrite=False, source=place.slice.path)
    return target

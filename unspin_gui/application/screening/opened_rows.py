"""From the rows of a screening back to its documents, to be opened in the window."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from unspin_gui.application.file_queue import QueueRow
from unspin_gui.application.file_queue.filling import filled
from unspin_gui.application.screening.options import LIKELY, ScreenOptions
from unspin_gui.application.screening.plan import Folder, Part
from unspin_gui.application.screening.records import RawDocument
from unspin_gui.application.screening.screener import Row, rows_of
from unspin_gui.application.screening.tasks import documents_in
from unspin_gui.core.errors import StoreError
from unspin_gui.store.files import atomic

MOST = 200
"""At most this many documents are opened as a list, those most likely spun."""
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class _Place:
    """The row of a document, its part, and its index in that."""

    row: Row
    part: Part
    index: int

    @property
    def probability(self) -> float:
        """How likely it was spun."""
        return self.row["probability"] or 0.0


def files_of(folder: Folder, names: tuple[str, ...] = ()) -> list[Path]:
    """The files of documents of a screening; of those likely spun where none is named.

    Records get files of their own in the folder of the results. Raises StoreError.
    """
    manifest = folder.manifest()
    if manifest is None:
        raise StoreError(folder.path, "there is no screening in this folder; name its --out folder")
    found = _places(folder, manifest.key, names)
    for name in names:
        if name not in found:
            raise StoreError(folder.path, f"it has no document called {name}")
    chosen = names or sorted(found, key=lambda name: -found[name].probability)[:MOST]
    if not chosen:
        raise StoreError(folder.path, "no document in it seems spun")
    options = ScreenOptions.parsed(manifest.options)
    return [_file_of(folder, found[name], options) for name in chosen]


def queue_rows(folder: Folder, notes: Path) -> list[QueueRow]:
    """The documents likely spun as rows of a list of files, likeliest first.

    `notes` is the folder with the notes on files worked through, which know better how far the work
    is. Raises StoreError.
    """
    manifest = folder.manifest()
    found = {} if manifest is None else _places(folder, manifest.key, ())
    options = ScreenOptions() if manifest is None else ScreenOptions.parsed(manifest.options)
    made = list[QueueRow]()
    for place in sorted(found.values(), key=lambda place: -place.probability)[:MOST]:
        [known] = filled((_file_of(folder, place, options),), notes)
        made.append(known if known.is_counted or known.state != "unread" else _row(known, place))
    return made


def unreadable(folder: Folder) -> int:
    """How many documents of a screening could not be read; raises StoreError."""
    manifest = folder.manifest()
    if manifest is None:
        return 0
    return sum(bool(place.row["error"]) for place in _all_places(folder, manifest.key))


def _row(known: QueueRow, place: _Place) -> QueueRow:
    """A row with the counts of a screening; without marks, the window is to look itself."""
    row = place.row
    return replace(
        known, words=row["words"], suspects=row["suspects"] or None, probability=row["probability"]
    )


def _places(folder: Folder, key: str, names: tuple[str, ...]) -> dict[str, _Place]:
    """Where the named documents are, or those likely spun; the first of each name."""
    found = dict[str, _Place]()
    for place in _all_places(folder, key):
        row = place.row
        if row["doc"] in names or (not names and _is_likely(row)):
            found.setdefault(row["doc"], place)
    return found


def _all_places(folder: Folder, key: str) -> Iterator[_Place]:
    for part in folder.parts():
        if folder.is_done(part.number, key):
            for index, row in enumerate(_rows(folder, part)):
                yield _Place(row, part, index)


def _is_likely(row: Row) -> bool:
    return not row["error"] and ((row["probability"] or 0.0) >= LIKELY or row["known"] > 0)


def _rows(folder: Folder, part: Part) -> list[Row]:
    data = atomic.read_bytes(folder.rows_file(part.number))
    return list(rows_of(line for line in data.split(b"\n") if line))


def _file_of(folder: Folder, place: _Place, options: ScreenOptions) -> Path:
    """The file of a document; of a record, one that is written now."""
    part, index = place.part, place.index
    document = next(islice(documents_in(part, options), index, None), RawDocument("", error="gone"))
    if document.error:
        raise StoreError(document.name or folder.path, document.error)
    if document.path and document.data is None:
        return Path(document.path)
    ending = Path(document.path).suffix or ".txt"
    data = document.text.encode("utf-8", "replace") if document.data is None else document.data
    name = _NOT_IN_NAMES.sub("-", document.name).strip("-.")[-80:] or "document"
    target = folder.path / "opened" / f"{part.number:06}-{index + 1}-{name}{ending}"
    atomic.make_folder(target.parent)
    atomic.write_bytes(target, data)
    return target

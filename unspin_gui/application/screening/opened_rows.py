"""From the rows of a screening back to its documents, to be opened in the window."""

import re
from itertools import islice
from pathlib import Path

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
    chosen = names or sorted(found, key=lambda name: -found[name][0])[:MOST]
    if not chosen:
        raise StoreError(folder.path, "no document in it seems spun")
    options = ScreenOptions.parsed(manifest.options)
    return [_file_of(folder, found[name][1], found[name][2], options) for name in chosen]


_Place = tuple[float, Part, int]
"""The probability of a document, its part, and its index in that."""


def _places(folder: Folder, key: str, names: tuple[str, ...]) -> dict[str, _Place]:
    """Where the named documents are, or those likely spun; the first of each name."""
    found = dict[str, _Place]()
    for part in folder.parts():
        if folder.is_done(part.number, key):
            for index, row in enumerate(_rows(folder, part)):
                if row["doc"] in names or (not names and _is_likely(row)):
                    found.setdefault(row["doc"], (row["probability"] or 0.0, part, index))
    return found


def _is_likely(row: Row) -> bool:
    return not row["error"] and ((row["probability"] or 0.0) >= LIKELY or row["known"] > 0)


def _rows(folder: Folder, part: Part) -> list[Row]:
    data = atomic.read_bytes(folder.rows_file(part.number))
    return list(rows_of(line for line in data.split(b"\n") if line))


def _file_of(folder: Folder, part: Part, index: int, options: ScreenOptions) -> Path:
    """The file of a document; of a record, one that is written now."""
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

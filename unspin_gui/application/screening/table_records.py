"""CSV and TSV tables whose first row names the columns. Positions are those of bytes."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from unspin_gui.application.screening.records import (
    Fields,
    RawDocument,
    Slice,
    document_of,
    record_name,
    require_field,
)
from unspin_gui.core.errors import StoreError
from unspin_gui.store.files.failures import store_error

_SIGNS = ",;\t|"


class _Table:
    """The rows of a table, and how many bytes those read so far take."""

    def __init__(self, path: str, kind: str, start: int = 0, delimiter: str = "") -> None:
        # The module refuses cells above 131,072 characters unless told otherwise: many articles.
        csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
        self._path, self.at = path, start
        self._lines = self._read(start)
        self.delimiter = delimiter or ("\t" if kind == "tsv" else "")
        if not self.delimiter:
            first = next(self._read(0, counted=False), "")
            self.delimiter = max(_SIGNS, key=first.count)

    def _read(self, start: int, *, counted: bool = True) -> Iterator[str]:
        try:
            with Path(self._path).open("rb") as file:
                file.seek(start)
                for line in file:
                    self.at += len(line) * counted
                    yield _decoded(line)
        except OSError as error:
            raise store_error(self._path, "read the file", error) from error

    def rows(self) -> Iterator[list[str]]:
        """The rows that are not empty; raises StoreError."""
        try:
            yield from filter(None, csv.reader(self._lines, delimiter=self.delimiter))
        except csv.Error as error:
            raise StoreError(self._path, f"the table is damaged: {error}") from error


def cut(path: str, size: int, fields: Fields) -> Iterator[Slice]:
    """The slices of a table; raises StoreError if it has no column for the text."""
    kind = "tsv" if path.lower().endswith((".tsv", ".tab")) else "csv"
    table = _Table(path, kind)
    rows = table.rows()
    require_field(path, fields, next(rows, []))
    start, number, held = table.at, 0, 0
    for _ in rows:
        number, held = number + 1, held + 1
        if held == size:
            yield Slice(path, kind, start, number - held + 1, held)
            start, held = table.at, 0
    if held:
        yield Slice(path, kind, start, number - held + 1, held)


def read(piece: Slice, fields: Fields) -> Iterator[RawDocument]:
    """The documents of a slice."""
    head = _Table(piece.path, piece.kind)
    names = next(head.rows(), [])
    require_field(piece.path, fields, names)
    text, own = names.index(fields.text_field), _index(names, fields.id_field)
    rows = _Table(piece.path, piece.kind, piece.start, head.delimiter).rows()
    for number, row in zip(range(piece.first, piece.first + piece.count), rows, strict=False):
        name = record_name(piece.path, number)
        if own is not None and own < len(row) and row[own]:
            name = row[own]
        yield document_of(name, row[text] if text < len(row) else None, fields.text_field)


def _index(names: list[str], name: str) -> int | None:
    return names.index(name) if name in names else None


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")

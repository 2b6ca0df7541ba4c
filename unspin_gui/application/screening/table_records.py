"""CSV and TSV tables whose first row names the columns. Positions are those of bytes.

A quotation mark that is never closed would turn everything after it into one cell. So a record that
ends in the middle of a quotation, or continues after it, counts as damaged, and the next record
begins on the line after the one where it began.
"""

import csv
import re
import sys
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

from unspin_gui.application.screening.records import (
    Fields,
    RawDocument,
    Slice,
    decoder,
    document_of,
    record_name,
    require_field,
)
from unspin_gui.core.errors import StoreError
from unspin_gui.store.files.failures import store_error

_SIGNS = ",;\t|"
_LONGEST = 1 << 24
"""Bytes of the longest record of several lines."""
_OLD_END = re.compile(rb"(?<=\r)(?!\n)")
"""A line end of old Macs, which the tables of some spreadsheets still have."""
_AT_THE_END = "unexpected end of data"
"""The message of the module `csv` for a quotation that the last line does not close."""


class _UnclosedError(Exception):
    """A record with a quotation mark that is not closed; `start` is the position of its line."""

    def __init__(self, start: int) -> None:
        super().__init__(start)
        self.start = start


class _Table:
    """The records of a table, from a position on; `at` is where the next one begins."""

    def __init__(
        self, path: str, kind: str, fields: Fields, start: int = 0, delimiter: str = ""
    ) -> None:
        # By default the module refuses cells above 131,072 characters, which many articles exceed.
        csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
        self._path, self.at = path, start
        self._decoded = decoder(path, fields) or _guessed
        self._ahead, self._lines = deque[bytes](), _lines(path, start)
        self.delimiter = delimiter or ("\t" if kind == "tsv" else "")
        if not self.delimiter:
            first = self._decoded(next(_lines(path, 0), b""))
            self.delimiter = max(_SIGNS, key=first.count)

    def record(self) -> list[str] | None:
        """Return the next record that is not empty; None at the end.

        Raises _UnclosedError, after which reading can continue, or StoreError.
        """
        while True:
            taken = list[bytes]()
            reader = csv.reader(self._fed(taken), delimiter=self.delimiter, strict=True)
            try:
                row = next(reader, None)
            except csv.Error as error:
                row = self._mended(taken, str(error))
            else:
                self.at += sum(map(len, taken))
            if row is None or row:
                return row

    def _fed(self, taken: list[bytes]) -> Iterator[str]:
        size = 0
        while line := self._ahead.popleft() if self._ahead else next(self._lines, b""):
            taken.append(line)
            size += len(line)
            if size > _LONGEST and len(taken) > 1:
                raise csv.Error(_AT_THE_END)
            yield self._decoded(line)

    def _mended(self, taken: list[bytes], told: str) -> list[str]:
        """Read a damaged record of a single line as well as possible."""
        first, *rest = taken
        self._ahead.extendleft(reversed(rest))
        start, self.at = self.at, self.at + len(first)
        if rest or told == _AT_THE_END:
            raise _UnclosedError(start)
        try:
            return next(csv.reader([self._decoded(first)], delimiter=self.delimiter))
        except csv.Error as error:
            raise StoreError(self._path, f"the table is damaged: {error}") from error


def _lines(path: str, start: int) -> Iterator[bytes]:
    try:
        with Path(path).open("rb") as file:
            file.seek(start)
            for line in file:
                yield from filter(None, _OLD_END.split(line)) if b"\r" in line[:-2] else [line]
    except OSError as error:
        raise store_error(path, "read the file", error) from error


def cut(path: str, size: int, fields: Fields) -> Iterator[Slice]:
    """The slices of a table; raises StoreError if it has no column for the text."""
    kind = "tsv" if path.lower().endswith((".tsv", ".tab")) else "csv"
    table = _Table(path, kind, fields)
    require_field(path, fields, _head(table, path))
    start, number, held = table.at, 0, 0
    while _next(table) is not None:
        number, held = number + 1, held + 1
        if held == size:
            yield Slice(path, kind, start, number - held + 1, held)
            start, held = table.at, 0
    if held:
        yield Slice(path, kind, start, number - held + 1, held)


def read(piece: Slice, fields: Fields) -> Iterator[RawDocument]:
    """Yield the documents of a slice; damaged records become documents with an error."""
    head = _Table(piece.path, piece.kind, fields)
    names = _head(head, piece.path)
    require_field(piece.path, fields, names)
    made = _maker(names, fields)
    table = _Table(piece.path, piece.kind, fields, piece.start, head.delimiter)
    lines = _LineNumbers(piece.path)
    for number in range(piece.first, piece.first + piece.count):
        found, name = _next(table), record_name(piece.path, number)
        if found is None:
            return
        if isinstance(found, _UnclosedError):
            yield RawDocument(name, error=_told(lines.of(found.start)))
        else:
            yield made(found, name)


def _head(table: _Table, path: str) -> list[str]:
    try:
        return table.record() or []
    except _UnclosedError as error:
        raise StoreError(path, _told(_LineNumbers(path).of(error.start))) from error


def _next(table: _Table) -> list[str] | _UnclosedError | None:
    try:
        return table.record()
    except _UnclosedError as error:
        return error


def _maker(names: list[str], fields: Fields) -> Callable[[list[str], str], RawDocument]:
    """Return a function that makes documents of records, with a name for those without one."""
    text = names.index(fields.text_field)
    own = names.index(fields.id_field) if fields.id_field in names else None

    def made(row: list[str], name: str) -> RawDocument:
        given = row[own] if own is not None and own < len(row) else ""
        return document_of(given or name, row[text] if text < len(row) else None, fields.text_field)

    return made


class _LineNumbers:
    """Line numbers of ascending positions, each counted on from the one before."""

    def __init__(self, path: str) -> None:
        self._path, self._at, self._line = path, 0, 1

    def of(self, start: int) -> int:
        """The number, from 1, of the line that begins at a position."""
        for one in _lines(self._path, self._at):
            if self._at >= start:
                break
            self._at += len(one)
            self._line += 1
        return self._line


def _told(line: int) -> str:
    """Return what is wrong with a record that begins on a line."""
    return (
        f"a quotation mark is not closed: the record that begins in line {line} is damaged, and "
        "the lines after it were read as records of their own"
    )


def _guessed(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")

"""CSV, TSV, OmegaT glossaries and screeners' lists: rows of cells to entries and back."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.text.messages import Message
from unspin_gui.store.exchange.exchange_base import (
    FEATURES,
    Columns,
    Exchange,
    Gathered,
    Skipped,
    join,
    split,
    writable,
)
from unspin_gui.store.exchange.exchange_conditions import conditions_of, parse_conditions
from unspin_gui.store.exchange.pair_lines import pair_lines
from unspin_gui.store.exchange.table_columns import NO, YES, columns_by_name, is_condition
from unspin_gui.store.exchange.table_rows import Row, TableShape, rows, shape_of
from unspin_gui.store.files import encodings

FIELDS = ("spun", "fix", "note", "tags", "case", "added", "source", "unless", "only_with")
"""Fields that a column can hold, besides keep, enabled and condition."""

TABLE = frozenset(FEATURES) - {"control", "formula"}
OMEGAT = frozenset(["fixes", "note"])
SCREENER = frozenset(["fixes", "note", "unless", "only_with", "breaks"])

_ALL = (*FIELDS, "keep", "enabled", "prefer")
_OURS = (_ALL, _ALL[:-1])
"""The header lines that this program writes: the current one, and the one before preferences."""
OMEGAT_MARK = "# -*- coding: utf-8 -*-"
_COMMENT = Message(
    "a line that begins with # is a comment; in a table, quotes around its cells make it a row"
)
_SAMPLE = 50


class TablePreview(NamedTuple):
    """A table as found, so that the user can say which column is which.

    `header` is empty if the first row is data; `rows` are the first rows of data; `columns` is the
    guess, to be passed to `read` as it is or changed.
    """

    encoding: str
    separator: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    columns: dict[str, int]


def preview(path: Path, data: bytes) -> TablePreview:
    """Detect the encoding, separator, header and first rows of a table; raises StoreError."""
    decoded, shape, sign = _table_of(path, data)
    return _seen(path, decoded, shape)._replace(separator=sign)


def _table_of(path: Path, data: bytes) -> tuple[encodings.Decoded, TableShape, str]:
    """The text of a table, its layout and its separator, which may be the arrow between pairs."""
    decoded = encodings.detect(path, data)
    if pairs := pair_lines(decoded.text):
        return decoded._replace(text=pairs.table), TableShape("\t", 2), pairs.sign
    shape = shape_of(decoded.text)
    return decoded, shape, shape.separator


def _seen(path: Path, decoded: encodings.Decoded, shape: TableShape) -> TablePreview:
    sample = [tuple(row.cells) for row in _first_rows(path, decoded.text, shape)]
    columns = columns_by_name(sample[0], sample[1:]) if sample else {}
    if sample and sample[0] in _OURS:
        columns = {name: n for n, name in enumerate(sample[0])}
    if columns:
        header, *body = sample
        return TablePreview(decoded.encoding, shape.separator, header, tuple(body), columns)
    width = shape.width
    if shape.separator == "\t":  # spaces and commas of running text do not separate cells
        width = max(map(len, sample), default=0)
    usual = {name: n for n, name in enumerate(("spun", "fix", "note")) if n < width}
    return TablePreview(decoded.encoding, shape.separator, (), tuple(sample[:_SAMPLE]), usual)


def _first_rows(path: Path, text: str, shape: TableShape) -> list[Row]:
    found = []
    for row in rows(path, text, shape):
        if row.cells:
            found.append(row)
        if len(found) > _SAMPLE:
            break
    return found


def read_table(path: Path, data: bytes, columns: Columns | None = None) -> Exchange:
    """Read the entries of a CSV or TSV file or a screener's list; guesses missing `columns`.

    Cells in unnamed columns are left out, which is reported once for each column.
    """
    decoded, shape, _ = _table_of(path, data)
    seen = _seen(path, decoded, shape)
    reading = _Reading(seen, shape.width, columns)
    is_header = bool(seen.header)
    for row in rows(path, decoded.text, shape):
        if row.cells and is_header:
            reading.header_line, is_header = row.line, False
        else:
            reading.add(row)
    return reading.result()


class _Reading:
    """Turns the rows of a table into entries, and collects what is left out."""

    def __init__(self, seen: TablePreview, usual: int, columns: Columns | None) -> None:
        self._use = dict(seen.columns if columns is None else columns)
        self._header = seen.header
        self._is_ours = seen.header in _OURS
        self._width = len(seen.header) or max(usual, 1 + max(self._use.values(), default=0))
        self._gathered = Gathered()
        self._left: dict[int, int] = {}
        self.header_line = 0

    def add(self, row: Row) -> None:
        """Add a row, or set it aside with the reason."""
        if row.fault or row.comment:
            text = row.comment or " ".join(row.cells)
            self._gathered.skip(row.line, text, row.fault or _COMMENT)
            return
        cells = {name: row.cells[n].strip() for name, n in self._use.items() if n < len(row.cells)}
        extra = [n for n, cell in enumerate(row.cells) if cell.strip() and self._is_left(n)]
        if any(n >= self._width for n in extra):
            reason = Message("it has more cells than the table has columns; quote its cells")
            self._gathered.skip(row.line, " ".join(row.cells), reason)
            return
        for n in extra:
            self._left.setdefault(n, self.header_line or row.line)
        if any(cells.values()):
            self._add_cells(cells, row.line)

    def _is_left(self, column: int) -> bool:
        return column not in self._use.values()

    def _add_cells(self, cells: dict[str, str], line: int) -> None:
        phrase, condition = cells.get("spun", ""), cells.get("condition", "")
        if not phrase:
            self._gathered.skip(line, " ".join(cells.values()), Message("the phrase is missing"))
            return
        if condition and not is_condition(condition):
            reason = Message(
                'its condition cannot be understood; write AND "phrase" or NOT "phrase"'
            )
            self._gathered.skip(line, f"{phrase}: {condition}", reason)
            return
        entry = _entry_of(cells)
        if not self._is_ours:
            entry = entry._replace(fixes=tuple(map(_without_doubt, entry.fixes)))
        if not entry.fixes and not entry.keep and "fix" not in cells:
            self._gathered.skip(line, phrase, Message("there is no fix"))
        else:
            self._gathered.add(entry, line)

    def result(self) -> Exchange:
        """Everything that was found; ignored columns are listed before ignored rows."""
        found = self._gathered.result()
        reason = Message("it is unclear what this column holds, so it is left out")
        ignored = [Skipped(line, self._name(n), reason) for n, line in sorted(self._left.items())]
        return Exchange(found.entries, (*ignored, *found.skipped))

    def _name(self, column: int) -> str:
        return self._header[column].strip() if column < len(self._header) else f"{column + 1}"


def _entry_of(cells: dict[str, str]) -> Entry:
    only_with, unless = parse_conditions(cells.get("condition", ""))
    return Entry(
        cells["spun"],
        split(cells.get("fix", "")),
        cells.get("note", ""),
        split(cells.get("tags", "")),
        "exact" if cells.get("case", "").casefold() == "exact" else "smart",
        cells.get("added", ""),
        cells.get("source", ""),
        (*split(cells.get("unless", "")), *unless),
        (*split(cells.get("only_with", "")), *only_with),
        keep=cells.get("keep", "").casefold() in YES,
        enabled=cells.get("enabled", "").casefold() not in NO,
        prefer=cells.get("prefer", "").casefold() in YES,
    )


def write_csv(entries: Sequence[Entry]) -> bytes:
    """Write a CSV file that spreadsheets open as UTF-8."""
    return b"\xef\xbb\xbf" + _write(entries, ",")


def write_tsv(entries: Sequence[Entry]) -> bytes:
    """Write the same, separated by tabs."""
    return _write(entries, "\t")


def write_screener(entries: Sequence[Entry]) -> bytes:
    """Write spun and expected phrases with their conditions, in the form screeners accept."""
    rows = [
        [entry.phrase, join(entry.fixes), conditions_of(entry), entry.note]
        for entry in writable(entries, SCREENER)
    ]
    return _csv([["spun", "expected", "conditions", "note"], *rows], ",")


def read_omegat(path: Path, data: bytes, _columns: Columns | None = None) -> Exchange:
    """Read an OmegaT glossary: phrase, fix and comment between tabs; equal phrases are merged."""
    is_told = OMEGAT_MARK.encode() in data[:200]
    decoded = encodings.decode(path, data, "utf-8") if is_told else encodings.detect(path, data)
    gathered = Gathered()
    found: dict[str, list[tuple[int, str, str]]] = {}
    for number, line in enumerate(_lines(decoded.text), 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if line.startswith("#") or not any(cells):
            if len(cells) > 1 and all(cell.strip("# ") for cell in cells[:2]):
                gathered.skip(number, line, _COMMENT)
            continue
        if len(cells) < 2 or not cells[0] or not cells[1]:
            gathered.skip(number, line, Message("phrase or fix is missing"))
            continue
        if any(cells[3:]):
            gathered.skip(
                number, " ".join(cells[3:]), Message("cells after the third are left out")
            )
        comment = cells[2] if len(cells) > 2 else ""
        found.setdefault(cells[0], []).append((number, cells[1], comment))
    for phrase, parts in found.items():
        fixes = tuple(fix for _, fix, _ in parts)
        notes = dict.fromkeys(comment for _, _, comment in parts if comment)
        gathered.add(Entry(phrase, fixes, note="; ".join(notes)), parts[0][0])
    return gathered.result()


def write_omegat(entries: Sequence[Entry]) -> bytes:
    """Write an OmegaT glossary with its encoding line, and a line for each fix of a phrase."""
    lines = [OMEGAT_MARK]
    for entry in writable(entries, OMEGAT):
        phrase = entry.phrase.lstrip("# ")
        lines += [f"{phrase}\t{fix}\t{entry.note}".rstrip("\t") for fix in entry.fixes]
    return ("\n".join(lines) + "\n").encode()


def _write(entries: Sequence[Entry], separator: str) -> bytes:
    rows = [list(_ALL)]
    for entry in writable(entries, TABLE):
        lists = [join(texts) for texts in (entry.unless, entry.only_with)]
        case = entry.case if entry.case != "smart" else ""
        start = [entry.phrase, join(entry.fixes), entry.note, join(entry.tags), case]
        switches = ["yes" if entry.keep else "", "" if entry.enabled else "no"]
        switches.append("yes" if entry.prefer else "")
        rows.append([*start, entry.added, entry.source, *lists, *switches])
    return _csv(rows, separator)


def _csv(rows: Iterable[Sequence[str]], separator: str) -> bytes:
    out = io.StringIO()
    plain = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    quoted = csv.writer(out, plain.dialect, quoting=csv.QUOTE_ALL)
    for row in rows:
        (quoted if row[0].startswith("#") else plain).writerow(row)
    return out.getvalue().encode()


def _without_doubt(fix: str) -> str:
    """Remove the "(?)" with which screeners mark guesses."""
    return fix.removesuffix("(?)").rstrip() or fix


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

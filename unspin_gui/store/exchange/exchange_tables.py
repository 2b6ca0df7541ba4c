"""CSV, TSV, OmegaT glossaries and the screener's list: rows of cells, sniffed with care."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.entry import Case, Entry
from unspin_gui.store.exchange.exchange_base import (
    FEATURES,
    Columns,
    Exchange,
    Gathered,
    join,
    split,
    writable,
)
from unspin_gui.store.exchange.exchange_conditions import conditions_of, parse_conditions
from unspin_gui.store.files import encodings

FIELDS = ("spun", "fix", "note", "tags", "case", "added", "source", "unless", "only_with")
"""Fields that a column can hold, besides keep, enabled and condition."""

TABLE = frozenset(FEATURES) - {"control", "formula"}
OMEGAT = frozenset(["fixes", "note"])
SCREENER = frozenset(["fixes", "note", "unless", "only_with", "breaks"])

_ALL = (*FIELDS, "keep", "enabled")
_OMEGAT_MARK = "# -*- coding: utf-8 -*-"
_NO = {"no", "false", "off", "0", "n"}
_YES = {"yes", "true", "on", "1", "y", "x"}
_CELL_LIMIT = 1_000_000
_ALIASES = {
    "spun": "spun|tortured|fingerprint|phrase|wrong|incorrect|find|search|before|from|bad"
    "|misspelling",
    "fix": "fix|clean suggestion|established|expected|plain|correct|correction|replacement|replace"
    "|target|suggestion|after|to|good|proper|standard|original|original cased",
    "note": "note|comment|remark",
    "tags": "tag|domain|category|subject",
    "case": "case",
    "added": "added|date",
    "source": "source|origin|reference",
    "unless": "unless|not with",
    "only_with": "only with|with",
    "condition": "context condition|condition|context",
    "keep": "keep|never flag",
    "enabled": "enabled|active",
}
"""Names of columns by field, the best first."""


class TablePreview(NamedTuple):
    """A table as found, for people to say which column is which.

    `header` is empty where the first row is data; `rows` are the first ones of data; `columns` is
    what was guessed, to be handed to `read` as it is or changed.
    """

    encoding: str
    separator: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    columns: dict[str, int]


def preview(path: Path, data: bytes, *, most: int = 50) -> TablePreview:
    """Encoding, separator, header and first rows of a table; raises StoreError."""
    decoded = encodings.detect(path, data)
    separator = _separator(decoded.text)
    rows = [tuple(row) for _, row in _rows(path, decoded.text, separator, most + 1)]
    columns = _by_header(rows[0]) if rows else {}
    if columns:
        return TablePreview(decoded.encoding, separator, rows[0], tuple(rows[1:]), columns)
    width = max(map(len, rows), default=0)
    usual = {name: n for n, name in enumerate(("spun", "fix", "note")) if n < width}
    return TablePreview(decoded.encoding, separator, (), tuple(rows[:most]), usual)


def read_table(path: Path, data: bytes, columns: Columns | None = None) -> Exchange:
    """Entries of CSV, TSV or a screener's list; `columns` as in Preview, sniffed without."""
    seen = preview(path, data, most=1)
    use = dict(seen.columns if columns is None else columns)
    text = encodings.detect(path, data).text
    gathered = Gathered()
    for line, row in _rows(path, text, seen.separator):
        if line == 1 and seen.header:
            continue
        cells = {name: row[n].strip() for name, n in use.items() if 0 <= n < len(row)}
        if any(cells.values()):
            _add_row(gathered, cells, line)
    return gathered.result()


def write_csv(entries: Sequence[Entry]) -> bytes:
    """A CSV file that spreadsheets open as UTF-8."""
    return b"\xef\xbb\xbf" + _write(entries, ",")


def write_tsv(entries: Sequence[Entry]) -> bytes:
    """The same, separated by tabs."""
    return _write(entries, "\t")


def write_screener(entries: Sequence[Entry]) -> bytes:
    """Spun and expected phrase with its conditions, as fingerprints are proposed to a screener."""
    rows = [
        [entry.phrase, join(entry.fixes), conditions_of(entry), entry.note]
        for entry in writable(entries, SCREENER)
    ]
    return _csv([["spun", "expected", "conditions", "note"], *rows], ",")


def read_omegat(path: Path, data: bytes, _columns: Columns | None = None) -> Exchange:
    """An OmegaT glossary: phrase, fix and comment between tabs; equal phrases are one entry."""
    is_told = _OMEGAT_MARK.encode() in data[:200]
    decoded = encodings.decode(path, data, "utf-8") if is_told else encodings.detect(path, data)
    gathered = Gathered()
    found: dict[str, list[tuple[int, str, str]]] = {}
    for number, line in enumerate(_lines(decoded.text), 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if line.startswith("#") or not any(cells):
            continue
        if len(cells) < 2 or not cells[0] or not cells[1]:
            gathered.skip(number, line, "phrase or fix is missing")
            continue
        comment = cells[2] if len(cells) > 2 else ""
        found.setdefault(cells[0], []).append((number, cells[1], comment))
    for phrase, parts in found.items():
        fixes = tuple(fix for _, fix, _ in parts)
        note = next((comment for _, _, comment in parts if comment), "")
        gathered.add(Entry(phrase, fixes, note=note), parts[0][0])
    return gathered.result()


def write_omegat(entries: Sequence[Entry]) -> bytes:
    """An OmegaT glossary with its encoding line; a phrase has a line for each fix."""
    lines = [_OMEGAT_MARK]
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
        rows.append([*start, entry.added, entry.source, *lists, *switches])
    return _csv(rows, separator)


def _csv(rows: Iterable[Sequence[str]], separator: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()


def _add_row(gathered: Gathered, cells: dict[str, str], line: int) -> None:
    phrase = cells.get("spun", "")
    if not phrase:
        gathered.skip(line, " ".join(cells.values()), "the phrase is missing")
        return
    only_with, unless = parse_conditions(cells.get("condition", ""))
    case = "exact" if cells.get("case", "").casefold() == "exact" else "smart"
    entry = Entry(
        phrase,
        tuple(map(_without_doubt, split(cells.get("fix", "")))),
        cells.get("note", ""),
        split(cells.get("tags", "")),
        cast("Case", case),
        cells.get("added", ""),
        cells.get("source", ""),
        (*split(cells.get("unless", "")), *unless),
        (*split(cells.get("only_with", "")), *only_with),
        keep=cells.get("keep", "").casefold() in _YES,
        enabled=cells.get("enabled", "").casefold() not in _NO,
    )
    if not entry.fixes and not entry.keep and "fix" not in cells:
        gathered.skip(line, phrase, "there is no fix")
    else:
        gathered.add(entry, line)


def _without_doubt(fix: str) -> str:
    """Screeners mark guesses with "(?)"."""
    return fix.removesuffix("(?)").rstrip() or fix


def _by_header(row: Sequence[str]) -> dict[str, int]:
    """Which column is which by its name; empty where the row is no header."""
    names = list(map(_column_name, row))
    found: dict[str, int] = {}
    for field, aliases in _ALIASES.items():
        place = next((names.index(a) for a in aliases.split("|") if a in names), -1)
        if place >= 0:
            found[field] = place
    if "spun" not in found and {"source", "fix"} <= found.keys():
        found["spun"] = found.pop("source")  # source and target, as translators say
    return found if {"spun", "fix"} <= found.keys() or {"spun", "keep"} <= found.keys() else {}


def _column_name(cell: str) -> str:
    """A name of a column without what says nothing: "Tortured phrases" is "tortured"."""
    name = " ".join(re.split(r"[\s_-]+", cell.strip().casefold()))
    name = re.sub(r"(?<=x)es$|(?<=[^\Ws])s$", "", name)
    return re.sub(r"(?<=\w) (?:phrase|term|word|wording|expression|text)$", "", name)


def _separator(text: str) -> str:
    """The separator that cuts the first lines into equally many cells."""
    sample = text[:20_000]

    def score(separator: str) -> tuple[float, int]:
        widths = [len(row) for _, row in _rows("", sample, separator, 40) if row]
        width, count = Counter(widths).most_common(1)[0] if widths else (1, 0)
        return (count / len(widths), min(width, 30)) if width > 1 else (0.0, 0)

    return max(("\t", ",", ";", "|"), key=score)


def _rows(
    path: object, text: str, separator: str, most: int | None = None
) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(_CELL_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for number, row in enumerate(reader, 1):
            if most is not None and number > most:
                return
            yield number, row
    except csv.Error as error:
        raise StoreError(path, f"this table is broken: {error}", line=reader.line_num) from error


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

"""Tables as rows of cells: detects the separator, confines stray quotation marks to their line."""

import csv
import io
import re
from collections import Counter
from collections.abc import Generator, Iterator
from typing import NamedTuple

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message

_CELL_LIMIT = 1_000_000
_SAMPLE = 20_000
_SAMPLE_ROWS = 40
_SEPARATORS = ("\t", ",", ";", "|")
_EXCELS = re.compile(r'"?sep=([^\w\s"]|\t)"?[\t,;| ]*(?:\r\n|[\r\n]|\Z)', re.IGNORECASE)
_COMMENT = re.compile(r"#(?:[ #!\r\n]|\Z)")
"""A line that is not part of the table; "#" alone in a cell may be the name of a column."""
_STRAY = "a quotation mark is opened but not closed, or stands inside a cell"


class Row(NamedTuple):
    """A row: its first line (from 1), its cells, and why it cannot be used, if so.

    A comment that could be a row has no cells; `comment` is its text.
    """

    line: int
    cells: list[str]
    fault: str = ""
    comment: str = ""


class TableShape(NamedTuple):
    """The layout of a table: separator, usual number of cells, lines before the first row."""

    separator: str
    width: int
    before: int = 0


def shape_of(text: str) -> TableShape:
    """The layout of a table, as its first line declares (Excel's "sep=;") or as detected.

    Detection picks the separator that cuts the first lines into equal numbers of cells.
    """
    declared = _EXCELS.match(text)
    before = 1 if declared else 0
    shapes = [
        _scored(text, TableShape(separator, 0, before))
        for separator in ((declared[1],) if declared else _SEPARATORS)
    ]
    _, shape = max(shapes, key=lambda scored: scored[0])
    return shape


def rows(path: object, text: str, shape: TableShape) -> Iterator[Row]:
    """Yield the rows of a table; raises StoreError if a cell is too large.

    Only comments that could be rows are reported, since a phrase may begin with that character.

    A quotation mark that opens a cell but is never closed, or whose closing mark is not followed by
    the next cell, affects its own line only: the lines after it are read as if it were not there.
    """
    csv.field_size_limit(_CELL_LIMIT)
    lines = list(io.StringIO(text, newline=""))
    at = shape.before
    while at < len(lines):
        at, torn = yield from _well_formed(lines, at, shape)
        for number in range(at, at + torn):
            if len(lines[number]) > _CELL_LIMIT:
                reason = Message(
                    "this table is damaged: a cell has more than {0:,} characters", _CELL_LIMIT
                )
                raise StoreError(path, reason, line=number + 1)
            yield _literal(lines[number], number + 1, shape)
        at += torn


def _well_formed(
    lines: list[str], start: int, shape: TableShape
) -> Generator[Row, None, tuple[int, int]]:
    """Yield rows up to the first broken one; returns its position and the lines it spans."""
    reader = csv.reader(
        (lines[n] for n in range(start, len(lines))), delimiter=shape.separator, strict=True
    )
    at = start
    try:
        for cells in reader:
            end = start + reader.line_num
            if end - at > 1 and _is_torn(lines[at:end], shape):
                return at, end - at
            if not _COMMENT.match(lines[at]):
                yield Row(at + 1, cells)
            elif _is_row(cells, shape):
                yield Row(at + 1, [], comment=" ".join(cells))
            at = end
    except csv.Error:
        return at, 1
    return at, 0


def _is_row(cells: list[str], shape: TableShape) -> bool:
    """Whether the cells of a comment could be a row: phrase and fix, but not running text."""
    is_cut = shape.separator == "\t" or len(cells) == shape.width
    return is_cut and len(cells) > 1 and all(cell.strip("#! ") for cell in cells[:2])


def _is_torn(lines: list[str], shape: TableShape) -> bool:
    """Whether a row over several lines is more likely several rows with stray quotes."""
    cut = (line.split(shape.separator) for line in lines)
    whole = [
        cells
        for cells in cut
        if len(cells) == shape.width > 1 and not any(cell[:1] == " " for cell in cells)
    ]
    return len(whole) * 2 > len(lines)


def _literal(line: str, number: int, shape: TableShape) -> Row:
    """Read a line whose quotation marks do not quote cells."""
    cells = line.rstrip("\r\n").split(shape.separator)
    is_odd = any(cell.count('"') % 2 for cell in cells)
    is_clear = shape.separator == "\t" or len(cells) == shape.width
    return Row(number, cells, "" if is_clear and not is_odd else _STRAY)


def _scored(text: str, shape: TableShape) -> tuple[tuple[float, int], TableShape]:
    """How well a separator fits, and the layout with its usual number of cells."""
    is_cut = len(text) > _SAMPLE
    widths: list[int] = []
    for row in rows("", text[:_SAMPLE], shape):
        if row.cells:
            widths.append(len(row.cells))
        if len(widths) == _SAMPLE_ROWS or (is_cut and row.fault):
            break
    width, count = Counter(widths).most_common(1)[0] if widths else (1, 0)
    score = (count / len(widths), min(width, 30)) if width > 1 else (0.0, 0)
    return score, shape._replace(width=width)

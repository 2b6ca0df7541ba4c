"""Paragraphs: lines joined as a reader does, across columns and pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from unspin_gui.store.formats.pdf.pdf_lines import PdfLine

_ENDS = re.compile(r"""[.!?:;]["'”’»)\]⁰¹²³⁴⁵⁶⁷⁸⁹]*$""")
_ITEM = re.compile(r"(?:[•◦▪●○■□–*·-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\[\d+\])\s")
_WORD = re.compile(r"[^\W\d_]{3}")
_CAPTION = re.compile(r"(?:fig(?:ure|\.)|table|listing|algorithm|scheme)\s*\d", re.IGNORECASE)
_BIN, _COLUMN_SHARE = 4.0, 0.05
"""Points within which lines begin at the same place; the share of lines that begin at a column."""
_SHORT = 15
"""A line with fewer characters does not fill a column."""
_COMMON = 0.3
"""A distance between lines is common if it occurs at least this often for each occurrence of the
most common one.
"""
_AROUND = 8
"""Lines above and below that show where a column ends."""
_FURTHER = 12
"""The most paragraphs, such as footnotes and figures, that may interrupt another one."""


@dataclass(slots=True)
class PdfParagraph:
    """Lines that belong together; `cells` if they are those of one row of a table."""

    lines: list[PdfLine]
    cells: bool = False

    @property
    def first(self) -> PdfLine:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> PdfLine:
        """Its last line."""
        return self.lines[-1]

    @property
    def size(self) -> float:
        """The size of most of its type."""
        letters = Counter[float]()
        for line in self.lines:
            letters[line.size] += len(line.text)
        return letters.most_common(1)[0][0]

    @property
    def fixed(self) -> bool:
        """Whether most of it is set in a typewriter face."""
        letters = sum(len(line.text) for line in self.lines)
        return sum(len(line.text) for line in self.lines if line.fixed) > 0.6 * letters


def paragraphs_of(lines: Sequence[PdfLine]) -> list[PdfParagraph]:
    """The paragraphs of all pages, in reading order."""
    pitches, made = _pitches(lines), list[PdfParagraph]()
    large = 1.15 * _body_size(lines)
    rights = _right_edges(lines)
    for at, line in enumerate(lines):
        here = made[-1] if made else None
        if here is not None and _same_row(here, line):
            here.cells = True
            here.lines.append(line)
        elif here is None or not (
            _is_one_heading(here, line, large) or not _begins(here, line, pitches, rights[at - 1])
        ):
            made.append(PdfParagraph([line], cells=line.row))
        else:
            here.lines.append(line)
    return _Joining(lines, rights).joined(made)


def _pitches(lines: Sequence[PdfLine]) -> dict[int, float]:
    """Return the usual distance of lines of each size (rounded)."""
    steps: dict[int, Counter[float]] = {}
    for one, other in pairwise(lines):
        step = other.y - one.y
        if one.page == other.page and 0 < step < 3 * one.size and _overlap(one, other) > 0:
            steps.setdefault(round(one.size), Counter())[round(step * 2) / 2] += 1
    return {size: _usual(counts) for size, counts in steps.items()}


def _usual(steps: Counter[float]) -> float:
    """Return the smallest of the common steps: paragraphs may be further apart than lines."""
    most = max(steps.values())
    return min(step for step, times in steps.items() if times >= _COMMON * most)


def _right_edges(lines: Sequence[PdfLine]) -> list[float]:
    """Return, for each line, the right edge of its column, judging by most lines around it."""
    edges = list[float]()
    for at, line in enumerate(lines):
        before = _near(line, lines[max(0, at - _AROUND) : at][::-1])
        after = _near(line, lines[at + 1 : at + 1 + _AROUND])
        ends = [line.x1, *before, *after]
        edges.append(max(ends, key=lambda x1: (sum(abs(x1 - other) < 4 for other in ends), x1)))
    return edges


def _near(line: PdfLine, others: Sequence[PdfLine]) -> Iterator[float]:
    """Yield the right ends of lines that continue from a line in its column."""
    last = line
    for one in others:
        if one.page != line.page or abs(one.y - last.y) > 3 * line.size:
            return
        last = one
        if abs(one.x0 - line.x0) < 3 * line.size and abs(one.size - line.size) < 0.15 * line.size:
            yield one.x1


def _overlap(one: PdfLine, other: PdfLine) -> float:
    return min(one.x1, other.x1) - max(one.x0, other.x0)


def _body_size(lines: Sequence[PdfLine]) -> float:
    """The size of most of the type."""
    letters = Counter[float]()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 1.0


def _is_one_heading(here: PdfParagraph, line: PdfLine, large: float) -> bool:
    """Whether two lines of large type belong to one heading, which may be broken anywhere."""
    last = here.last
    alike = line.page == last.page and abs(line.size - last.size) < 0.05 * line.size
    close = 0 < line.y - last.y < 1.5 * line.size and not (line.row or last.row)
    return alike and close and line.size > large and _overlap(last, line) > 0


def _same_row(here: PdfParagraph, line: PdfLine) -> bool:
    last = here.last
    beside = last.page == line.page and line.x0 > last.x1
    return beside and last.row and line.row and abs(last.y - line.y) < 0.25 * line.size


def _begins(here: PdfParagraph, line: PdfLine, pitches: dict[int, float], right: float) -> bool:
    """Whether a line begins a new paragraph; `right` is the right edge of the line before."""
    last = here.last
    step = line.y - last.y
    pitch = pitches.get(round(last.size), 1.2 * last.size)
    if line.page != last.page or not 0 < step < max(1.3 * pitch, 1.25 * last.size):
        return True
    if line.turned or last.turned or line.row or last.row or _overlap(last, line) <= 0:
        return True
    if (last.fixed and line.fixed) or _is_figures(last) != _is_figures(line):
        return True
    smaller, larger = sorted((last.size, line.size))
    if larger > 1.18 * smaller and not (last.fixed or line.fixed):
        return True
    if last.broken:
        return False
    return _begins_within(here, line, right)


def _is_figures(line: PdfLine) -> bool:
    """Whether a line is one of a table of numbers: several of them, and no word."""
    return len(line.text.split()) > 2 and not _WORD.search(line.text)


def _begins_within(here: PdfParagraph, line: PdfLine, right: float) -> bool:
    """Whether a line close below another one begins a new paragraph."""
    last, em = here.last, line.size
    ended, short = bool(_ENDS.search(last.text)), last.x1 < right - 2 * em
    if _ITEM.match(line.text) and (ended or short or line.text[0] in "[•"):
        return True
    if abs((last.x0 + last.x1) - (line.x0 + line.x1)) < 2 and abs(last.x0 - line.x0) > 1:
        return ended and short  # both are centred
    if len(here.lines) == 1:
        if line.x0 > last.x0 + 0.7 * em:
            hanging = bool(_ITEM.match(last.text)) or not (ended or short)
            return not hanging
        return short and (ended or line.text[:1].isupper())
    left = min(one.x0 for one in here.lines[1:])
    if abs(line.x0 - left) > 0.7 * em:
        return line.x0 < left or ended or short
    return short and (ended or (last.x1 < right - 8 * em and line.text[:1].isupper()))


class _Joining:
    """Joins the parts of paragraphs that a column, a page or a figure interrupts."""

    def __init__(self, lines: Sequence[PdfLine], rights: Sequence[float]) -> None:
        self._right = dict(zip(map(id, lines), rights, strict=True))
        starts = Counter(round(line.x0 / _BIN) for line in lines)
        self._lefts = {at for at, n in starts.items() if n >= max(2, len(lines) * _COLUMN_SHARE)}

    def joined(self, paragraphs: Sequence[PdfParagraph]) -> list[PdfParagraph]:
        """Return the whole paragraphs; what is between the parts of one follows it."""
        left, joined = list(paragraphs), list[PdfParagraph]()
        while left:
            here = left.pop(0)
            while (at := self._rest_of(here, left)) is not None:
                here.lines += left.pop(at).lines
            joined.append(here)
        return joined

    def _rest_of(self, here: PdfParagraph, later: Sequence[PdfParagraph]) -> int | None:
        """Return which later paragraph continues one that is cut off by the end of its column."""
        last = here.last
        if not self._is_flush(last) or here.cells or here.fixed or _ENDS.search(last.text):
            return None
        wide = last.x1 - last.x0 > 0.6 * (self._right[id(last)] - last.x0)
        enough = len(last.text) > (_SHORT if len(here.lines) > 1 else 3 * _SHORT)
        if not (last.broken or (wide and enough)):
            return None
        jumped, before = False, last
        for at, one in enumerate(later[:_FURTHER]):
            higher = one.first.y < before.y - 1.5 * last.size
            jumped = jumped or one.first.page != before.page or higher
            before = one.last
            if one.first.page > last.page + 1:
                return None
            if jumped and self._continues(here, one):
                return at
            if not jumped and self._is_body(here, one):
                return None  # its column goes on, so it was not cut off
        return None

    def _is_flush(self, line: PdfLine) -> bool:
        """Whether a line begins where the columns of the document do."""
        return not line.turned and round(line.x0 / _BIN) in self._lefts

    def _is_body(self, here: PdfParagraph, one: PdfParagraph) -> bool:
        same = abs(one.size - here.size) < 0.04 * here.size and not (one.cells or one.fixed)
        flush = self._is_flush(one.lines[min(1, len(one.lines) - 1)])
        return same and flush and (len(one.lines) > 1 or len(one.first.text) > 4 * _SHORT)

    def _continues(self, here: PdfParagraph, one: PdfParagraph) -> bool:
        first = one.first
        if abs(one.size - here.size) > 0.04 * here.size or one.cells or one.fixed:
            return False
        if _CAPTION.match(first.text) or not self._is_flush(first):
            return False
        start = first.text.lstrip("(“\"'‘")[:1]
        if here.last.broken or start.islower():
            return start.isalpha()
        full = here.last.x1 > self._right[id(here.last)] - 2 * first.size
        return full and len(one.lines) > 2 and not _ITEM.match(first.text) and _is_flush(one)


def _is_flush(one: PdfParagraph) -> bool:
    """Whether its first line is not indented."""
    return abs(one.first.x0 - one.lines[1].x0) < 0.5 * one.size


def parts_of(paragraph: PdfParagraph) -> Iterator[tuple[PdfLine, str]]:
    """Yield its lines, each with what follows it: a space, a tab, a hyphen or nothing."""
    lines = paragraph.lines
    for line, after in pairwise(lines):
        beside = paragraph.cells and abs(line.y - after.y) < 0.25 * line.size
        yield line, "\t" if beside else "-" if line.broken else " "
    yield lines[-1], ""

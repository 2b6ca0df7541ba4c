"""Lines of a page: runs of characters joined along their baseline, in the order they are read."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.pdf.pdf_child import BROKEN, ENDS, FIXED, TURNED
from unspin_gui.store.formats.raised import with_raised

_CELL = 2.0
"""Ems of a gap wider than any space between words, as between the cells of a table."""
_EQUAL = 1.6
"""How much the gaps of a justified line may differ."""
_BIN = 6.0
"""Points within which lines begin at the same place."""
_LEAST_ROWS = 8
"""This many rows with a gap at the same place make a page two-column."""


_HYPHEN = re.compile("[^\\W\\d_][-‐]$")


class PdfRun(NamedTuple):
    """Characters on one baseline, as `pdf_child` reports them."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    flags: int


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of one column: `x0` and `x1` are its ends, `y` its baseline, `size` that of its type.

    `broken`: it ends with a hyphen, which `text` does not contain. `row`: it is beside another
    line, as a cell of a table is.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    page: int
    fixed: bool = False
    turned: bool = False
    broken: bool = False
    row: bool = False


def lines_of(runs: Sequence[PdfRun], page: int, height: float) -> list[PdfLine]:
    """The lines of a page, in reading order; `height` is that of the page."""
    inside = [run for run in runs if -run.size < run.y < height + run.size]
    gutter = _gutter(inside)
    stretched = _stretched(inside) if gutter is None else set()
    lines = [_line(group, page) for group in _grouped(inside, gutter, stretched)]
    if gutter is not None:
        lines = list(_by_columns(lines, gutter))
    return _with_rows([line for line in lines if line.text.strip()])


def _gutter(runs: Sequence[PdfRun]) -> float | None:
    """Return where two columns divide that the page writes row by row; None if it does not.

    In that case many of its rows have a gap there, and long texts on both sides of it.
    """
    pairs = [(one, other) for one, other in pairwise(runs) if _is_gap(one, other)]
    starts = Counter(round(other.x0 / _BIN) for _one, other in pairs)
    if not starts:
        return None
    bins = {starts.most_common(1)[0][0] + step for step in (-1, 0, 1)}
    rows = [(one, other) for one, other in pairs if round(other.x0 / _BIN) in bins]
    of_all = len({round(run.y) for run in runs})
    if len(rows) < max(_LEAST_ROWS, 0.4 * of_all):
        return None
    letters = min(sum(len(pair[side].text) for pair in rows) for side in (0, 1))
    return min(other.x0 for _one, other in rows) if letters > 20 * len(rows) else None


def _is_gap(one: PdfRun, other: PdfRun) -> bool:
    turned = (one.flags | other.flags) & TURNED
    return not turned and _same_row(one, other) and other.x0 - one.x1 > 0.5 * one.size


def _same_row(one: PdfRun | PdfLine, other: PdfRun | PdfLine) -> bool:
    return abs(one.y - other.y) < 0.25 * max(one.size, other.size)


def _stretched(runs: Sequence[PdfRun]) -> set[int]:
    """Return the runs that continue the previous one despite a gap: words of a justified line.

    In a narrow column a line of few words is filled by wide gaps, all of one width; it begins and
    ends where lines around it do, as the cells of a table do not.
    """
    rows, found = _rows(runs), set[int]()
    for number, (start, end) in enumerate(rows):
        some = runs[start:end]
        gaps = [other.x0 - one.x1 for one, other in pairwise(some)]
        if not gaps or max(gaps) > _EQUAL * min(gaps) or any(_has_gap(run) for run in some):
            continue
        if sum(map(str.isalpha, "".join(run.text for run in some))) < 2 * len(some):
            continue
        around = rows[max(0, number - 3) : number] + rows[number + 1 : number + 4]
        if any(_is_flush(some, runs[first:last]) for first, last in around):
            found.update(range(start + 1, end))
    return found


def _rows(runs: Sequence[PdfRun]) -> list[tuple[int, int]]:
    """Ranges of runs that follow each other on one baseline, to the right."""
    ends = [
        at
        for at, (one, other) in enumerate(pairwise(runs), 1)
        if (one.flags | other.flags) & TURNED or not _same_row(one, other) or other.x0 < one.x1
    ]
    return list(pairwise([0, *ends, len(runs)])) if runs else []


def _has_gap(run: PdfRun) -> bool:
    return " " in run.text.strip()


def _is_flush(one: Sequence[PdfRun], other: Sequence[PdfRun]) -> bool:
    """Whether two rows begin and end at the same places."""
    near = 0.3 * one[0].size
    return abs(one[0].x0 - other[0].x0) < near and abs(one[-1].x1 - other[-1].x1) < near


def _grouped(
    runs: Iterable[PdfRun], gutter: float | None, stretched: Collection[int]
) -> Iterator[list[PdfRun]]:
    """Yield groups of runs, each of which is a line."""
    group = list[PdfRun]()
    for at, run in enumerate(runs):
        if group and at not in stretched and not _goes_on(group, run, gutter):
            yield group
            group = []
        group.append(run)
    if group:
        yield group


def _goes_on(group: Sequence[PdfRun], run: PdfRun, gutter: float | None) -> bool:
    """Whether a run continues the line of those before it."""
    last = group[-1]
    if (last.flags | run.flags) & TURNED or last.flags & BROKEN:
        return False
    size = max(run.size, *(one.size for one in group))
    gap = run.x0 - last.x1
    if not -0.6 * size < gap < _CELL * size:
        return False
    if gutter is not None and last.x1 < gutter and run.x0 >= gutter - 1:
        return False
    drop = min(abs(run.y - one.y) for one in group)
    return drop < (0.2 if last.flags & ENDS else 0.55) * size


def _line(group: Sequence[PdfRun], page: int) -> PdfLine:
    base = max(group, key=lambda run: (len(run.text.strip()) > 1, run.size, len(run.text)))
    text, raised = "", list[Span]()
    for before, run in zip([None, *group], group, strict=False):
        apart = before is not None and run.x0 - before.x1 > 0.15 * base.size
        text += " " if apart and not text.endswith(" ") else ""
        if base.y - run.y > 0.1 * base.size and run.size < 0.95 * base.size:
            raised.append(Span(len(text), len(text) + len(run.text)))
        text += run.text
    last, letters = group[-1], sum(len(run.text) for run in group)
    whole = with_raised(text, raised).strip()
    broken = bool(_HYPHEN.search(whole))
    fixed = sum(len(run.text) for run in group if run.flags & FIXED)
    return PdfLine(
        whole.rstrip("-‐") if broken else whole,
        min(run.x0 for run in group),
        max(run.x1 for run in group),
        base.y,
        base.size,
        page,
        fixed=fixed > 0.7 * letters,
        turned=bool(last.flags & TURNED),
        broken=broken or bool(last.flags & BROKEN),
    )


def _by_columns(lines: Sequence[PdfLine], gutter: float) -> Iterator[PdfLine]:
    """The lines of a page that was written row by row: each column whole.

    Lines across both columns divide the page into bands, each with two columns of its own.
    """
    left, right = list[PdfLine](), list[PdfLine]()
    for line in sorted(lines, key=lambda one: (one.y, one.x0)):
        if line.x0 < gutter - 12 and line.x1 > gutter + 12:
            yield from [*left, *right, line]
            left, right = [], []
        else:
            (left if line.x0 < gutter - 4 else right).append(line)
    yield from [*left, *right]


def _with_rows(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The same lines; those with another beside them are marked."""
    beside = set[int]()
    for at, (one, other) in enumerate(pairwise(lines)):
        if not (one.turned or other.turned) and _same_row(one, other) and other.x0 > one.x1:
            beside.update((at, at + 1))
    return [replace(line, row=True) if at in beside else line for at, line in enumerate(lines)]

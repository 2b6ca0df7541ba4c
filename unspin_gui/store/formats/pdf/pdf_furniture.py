"""What the pages of a document share: running heads and feet, page numbers, marks in the margin."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from unspin_gui.store.formats.pdf.pdf_lines import PdfLine

_EDGE = 0.13
"""The share of the height of a page, at either end, in which running heads and feet are."""
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
_FOLIO = re.compile(
    r"[\W_]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d+)?[\W_]*", re.IGNORECASE
)
_APART = 1.6
"""The least distance between running heads and the text, in type sizes."""
_MANY = 0.4
"""The share of pages that makes a line at that height a running head."""
_ALIKE = 3.0
"""Points by which the baseline of a running head may vary."""


def furniture(lines: Sequence[PdfLine], heights: Sequence[float]) -> set[int]:
    """The indices of the lines that belong to the pages rather than to the text.

    `heights` are those of the pages, the first of which is 1.
    """
    edge = sorted(_at_edges(lines, heights))
    found = {at for at in edge if _FOLIO.fullmatch(lines[at].text)}
    found |= {at for at, line in enumerate(lines) if line.turned and len(line.text) > 3}
    pages: dict[tuple[str, int], set[int]] = defaultdict(set)
    for at in edge:
        for key in _keys(lines[at]):
            pages[key].add(lines[at].page)
    found |= {at for at in edge if any(len(pages[key]) > 1 for key in _keys(lines[at]))}
    return found | _at_their_height(lines, edge, found)


def _at_edges(lines: Sequence[PdfLine], heights: Sequence[float]) -> Iterator[int]:
    """Yield lines at the upper and lower edges of their pages that are set apart from the text."""
    of_page: dict[int, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if not line.turned:
            of_page[line.page].append(at)
    for page, some in of_page.items():
        some.sort(key=lambda at: lines[at].y)
        height = heights[page - 1]
        yield from _outer([at for at in some if lines[at].y < _EDGE * height], some, lines)
        lower = [at for at in reversed(some) if lines[at].y > (1 - _EDGE) * height]
        yield from _outer(lower, some[::-1], lines)


def _outer(near: Sequence[int], whole: Sequence[int], lines: Sequence[PdfLine]) -> Sequence[int]:
    """Of the lines near an edge, from the edge on, those before the first wide gap."""
    for number, at in enumerate(near):
        inner = whole[number + 1] if number + 1 < len(whole) else None
        if inner is None or abs(lines[inner].y - lines[at].y) > _APART * lines[at].size:
            return near[: number + 1]
    return ()


def _keys(line: PdfLine) -> Iterable[tuple[str, int]]:
    """Yield keys that a line shares with equal lines (numbers aside) at the same height."""
    words = _NUMBER.sub("#", line.text.casefold())
    place = round(line.y / _ALIKE)
    return ((words, place), (words, place + 1))


def _at_their_height(lines: Sequence[PdfLine], edge: Sequence[int], found: set[int]) -> set[int]:
    """Lines at the edge, at a height where many other pages have running heads or feet."""
    places = {(lines[at].page, round(lines[at].y)) for at in found.intersection(edge)}
    pages = len({line.page for line in lines})
    common = Counter(height for _page, height in places)
    least = max(3, _MANY * pages)
    return {at for at in edge if common[round(lines[at].y)] >= least and len(lines[at].text) < 120}

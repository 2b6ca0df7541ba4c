"""What the pages of a document share: running heads and feet, page numbers, marks in the margin."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from unspin_gui.store.formats.pdf.pdf_lines import Line

_EDGE = 0.13
"""The share of the height of a page, at either end, in which running heads and feet are."""
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
_FOLIO = re.compile(
    r"[\W_]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d+)?[\W_]*", re.IGNORECASE
)
_MANY = 0.4
"""The share of pages that makes a line at that height a running head."""
_ALIKE = 3.0
"""Points by which the baseline of a running head may vary."""


def furniture(lines: Sequence[Line], heights: Sequence[float]) -> set[int]:
    """The indices of the lines that belong to the pages rather than to the text.

    `heights` are those of the pages, the first of which is 1.
    """
    edge = [at for at, line in enumerate(lines) if _is_at_edge(line, heights[line.page - 1])]
    found = {at for at in edge if _FOLIO.fullmatch(lines[at].text)}
    found |= {at for at, line in enumerate(lines) if line.turned and len(line.text) > 3}
    pages: dict[tuple[str, int], set[int]] = defaultdict(set)
    for at in edge:
        for key in _keys(lines[at]):
            pages[key].add(lines[at].page)
    found |= {at for at in edge if any(len(pages[key]) > 1 for key in _keys(lines[at]))}
    return found | _at_their_height(lines, edge, found)


def _is_at_edge(line: Line, height: float) -> bool:
    return not _EDGE * height < line.y < (1 - _EDGE) * height


def _keys(line: Line) -> Iterable[tuple[str, int]]:
    """What a line shares with another that says the same, but for numbers, at the same height."""
    words = _NUMBER.sub("#", line.text.casefold())
    place = round(line.y / _ALIKE)
    return ((words, place), (words, place + 1))


def _at_their_height(lines: Sequence[Line], edge: Sequence[int], found: set[int]) -> set[int]:
    """Lines at the edge, at a height where many other pages have running heads or feet."""
    places = {(lines[at].page, round(lines[at].y)) for at in found.intersection(edge)}
    pages = len({line.page for line in lines})
    common = Counter(height for _page, height in places)
    least = max(3, _MANY * pages)
    return {at for at in edge if common[round(lines[at].y)] >= least and len(lines[at].text) < 120}

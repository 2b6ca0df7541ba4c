"""Describes where a text is not English prose."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from unspin_gui.core.text.spans import Span

_MOST = 5
"""How many places are listed singly."""


def is_all(places: Sequence[Span], passages: Iterable[Span]) -> bool:
    """Whether the places include every passage of a text."""
    return all(any(place.contains(passage) for place in places) for passage in passages)


def line_ranges(text: str, places: Sequence[Span]) -> str:
    """The line ranges of places, from 1: "3-17, 40"; if there are many, the first ones and dots."""
    starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
    ranges = []
    for place in places[:_MOST]:
        first = bisect_right(starts, place.start)
        last = bisect_right(starts, max(place.start, place.end - 1))
        ranges.append(str(first) if first == last else f"{first}-{last}")
    return ", ".join([*ranges, *(["…"] if len(places) > _MOST else [])])

"""Half-open spans of code points in the source."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open span `[start, end)` in code points."""

    start: int
    end: int

    @property
    def size(self) -> int:
        """Length in code points."""
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def touches(self, other: "Span") -> bool:
        """Whether the two share a code point or a border."""
        return self.start <= other.end and other.start <= self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other span lies entirely within this one."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> "Span":
        """The same span, moved on by `by` code points."""
        return Span(self.start + by, self.end + by)


def shared_start(one: Sequence[object], two: Sequence[object]) -> int:
    """The length of the common prefix of two sequences."""
    shortest = min(len(one), len(two))
    if one[:shortest] == two[:shortest]:
        return shortest
    return next(k for k in range(shortest) if one[k] != two[k])


def shared_ends(one: Sequence[object], two: Sequence[object]) -> tuple[int, int]:
    """The lengths of the common prefix of two sequences and of the common suffix of the rest."""
    head = shared_start(one, two)
    return head, shared_start(one[head:][::-1], two[head:][::-1])


def followed(span: Span, old: str, new: str) -> Span:
    """Return the place of the middle of a span after the text `old` has become `new`."""
    head, tail = shared_ends(old, new)
    place = (span.start + span.end) // 2
    if place > head:
        place = head if place < len(old) - tail else place + len(new) - len(old)
    return Span(place, place)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, with touching or overlapping ones merged."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start <= kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(span.end, kept[-1].end))
        else:
            kept.append(span)
    return tuple(kept)

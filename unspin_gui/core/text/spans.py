"""Places in the source: half-open spans of code points, and which of them win."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Span(NamedTuple):
    """A half-open place `[start, end)` in code points."""

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
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> "Span":
        """The same place, `by` code points further on."""
        return Span(self.start + by, self.end + by)


def shared_start(one: Sequence[object], two: Sequence[object]) -> int:
    """How many items two sequences have in common at their start."""
    shortest = min(len(one), len(two))
    if one[:shortest] == two[:shortest]:
        return shortest
    return next(k for k in range(shortest) if one[k] != two[k])


def shared_ends(one: Sequence[object], two: Sequence[object]) -> tuple[int, int]:
    """How many items two sequences have in common at their start, and of the rest at their end."""
    head = shared_start(one, two)
    return head, shared_start(one[head:][::-1], two[head:][::-1])


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap made one."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start <= kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(span.end, kept[-1].end))
        else:
            kept.append(span)
    return tuple(kept)


def keep_longest(
    items: Iterable[T], *, span: Callable[[T], Span], rank: Callable[[T], int]
) -> tuple[T, ...]:
    """The items that win where they overlap, ordered by place.

    Taken in order of `rank` (0 best), then length, then place; each is kept when it overlaps
    none that was kept before.
    """
    order = sorted(items, key=lambda item: (rank(item), -span(item).size, span(item)))
    kept: list[T] = []
    taken: set[int] = set()
    for item in order:
        here = range(*span(item))
        if taken.isdisjoint(here):
            taken.update(here)
            kept.append(item)
    return tuple(sorted(kept, key=span))

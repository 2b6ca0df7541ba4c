"""Places in the source: half-open spans of code points, and which of them win."""

from collections.abc import Callable, Iterable
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

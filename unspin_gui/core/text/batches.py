"""Groups of texts that are worked through together."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def in_batches(items: Iterable[T], size_of: Callable[[T], int], most: int) -> Iterator[list[T]]:
    """Group items, in their order, until the sizes of a group's exceed `most`."""
    batch, size = list[T](), 0
    for item in items:
        batch.append(item)
        size += size_of(item)
        if size > most:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

"""Groups texts that are processed together."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def in_batches(items: Iterable[T], size_of: Callable[[T], int], most: int) -> Iterator[list[T]]:
    """Group items, in order; a group ends once its sizes add up to more than `most`."""
    batch, size = list[T](), 0
    for item in items:
        batch.append(item)
        size += size_of(item)
        if size > most:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

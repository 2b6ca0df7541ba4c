"""A line on a terminal's stderr while files are worked through for more than a second."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")
_DELAY = 1.0
"""Seconds before anything is shown."""


def watched(items: Iterable[_T], total: int) -> Iterator[_T]:
    """The same items; what is done of them is shown where a terminal is there for it.

    Where results are printed on the terminal, those are the progress.
    """
    if sys.stderr is None or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    from tqdm import tqdm  # noqa: PLC0415 - not needed by other programs

    yield from tqdm(
        items,
        total=total,
        unit="file",
        delay=_DELAY,
        leave=False,
        file=sys.stderr,
        dynamic_ncols=True,
    )

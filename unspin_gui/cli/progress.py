"""A progress line on a terminal's stderr once work takes more than a second."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")
_DELAY = 1.0
"""Seconds before anything is shown."""


def watched(items: Iterable[_T], total: int) -> Iterator[_T]:
    """Pass the items through, showing progress if stderr is a terminal.

    If results are printed to the terminal, they are the progress.
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

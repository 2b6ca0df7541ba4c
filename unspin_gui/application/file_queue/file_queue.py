"""The files to work through, those that need attention first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from unspin_gui.application.file_queue.queue_row import QueueKey, QueueRow

_NUMBER = re.compile(r"(\d+)")


class QueueTotals(NamedTuple):
    """The progress of the work on all files.

    `suspects` are those in the files `counted` so far that still need work: what the user left in a
    finished file needs no attention any more.
    """

    files: int
    counted: int
    finished: int
    errors: int
    suspects: int
    done: int
    unsaved: int


class FileQueue:
    """Rows by key; the order is computed on demand."""

    def __init__(self, rows: Iterable[QueueRow] = ()) -> None:
        self._rows: dict[QueueKey, QueueRow] = {row.key: row for row in rows}
        self._opened = max((row.opened for row in self._rows.values()), default=0)

    @classmethod
    def from_paths(cls, paths: Iterable[str | Path]) -> "FileQueue":
        """A queue of files about which nothing is known yet, each once."""
        return cls(QueueRow(Path(path)) for path in paths)

    @classmethod
    def from_rows(cls, rows: Iterable[QueueRow]) -> "FileQueue":
        """A queue of documents that were counted before, as by a screening."""
        return cls(rows)

    # ---- reading ------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[QueueRow]:
        return iter(self._rows.values())

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def __getitem__(self, key: QueueKey) -> QueueRow:
        return self._rows[key]

    def get(self, key: QueueKey | None) -> QueueRow | None:
        """The row with this key, if there is one."""
        return self._rows.get(key) if key is not None else None

    @property
    def ordered(self) -> list[QueueRow]:
        """The rows, those that need attention first; equal ones by name, numbers in it by value."""
        return sorted(self._rows.values(), key=lambda row: (row.rank, _natural(row)))

    @property
    def totals(self) -> QueueTotals:
        """The sums over all rows."""
        rows = self._rows.values()
        return QueueTotals(
            len(rows),
            sum(row.is_counted for row in rows),
            sum(row.state == "finished" for row in rows),
            sum(row.state == "error" for row in rows),
            sum(row.suspects or 0 for row in rows if row.wants_work),
            sum(row.done for row in rows),
            sum(row.unsaved for row in rows),
        )

    def after(
        self, key: QueueKey | None, order: Sequence[QueueKey] | None = None, *, step: int = 1
    ) -> QueueKey | None:
        """Return the next file that has or may have marks; after the last one comes the first.

        `order` is the order shown, by default that of `ordered`; `step` -1 goes backwards. Returns
        None if no other file is left.
        """
        keys = [row.key for row in self.ordered] if order is None else list(order)
        at = keys.index(key) if key in keys else (-1 if step > 0 else len(keys))
        ring = keys[at + 1 :] + keys[: max(at, 0)]
        if step < 0:
            ring = keys[:at][::-1] + keys[at + 1 :][::-1]
        return next((k for k in ring if k in self._rows and self._rows[k].wants_work), None)

    def ahead(
        self, key: QueueKey | None, order: Sequence[QueueKey] | None = None, *, count: int = 2
    ) -> tuple[QueueKey, ...]:
        """The files that come next, `count` at most, in their order."""
        found: list[QueueKey] = []
        following = self.after(key, order)
        while following is not None and len(found) < count and following not in (key, *found):
            found.append(following)
            following = self.after(following, order)
        return tuple(found)

    # ---- changing -----------------------------------------------------------------------

    def add(self, rows: Iterable[QueueRow]) -> None:
        """Add rows; those already there stay as they are."""
        for row in rows:
            self._rows.setdefault(row.key, row)

    def put(self, row: QueueRow) -> None:
        """Replace the row with the same key."""
        self._rows[row.key] = row

    def change(self, key: QueueKey, **fields: object) -> QueueRow:
        """Change some fields of a row; returns the new row."""
        row = self._rows[key] = replace(self._rows[key], **fields)  # type: ignore[arg-type]
        return row

    def begin(self, key: QueueKey) -> QueueRow:
        """Note that the user opened this file: it is in progress, unless it was finished."""
        row = self._rows[key]
        self._opened += 1
        state = "finished" if row.state == "finished" else "work"
        return self.change(key, state=state, error="", opened=row.opened or self._opened)


_Part = tuple[bool, int, str]


def _natural(row: QueueRow) -> tuple[tuple[_Part, ...], str]:
    return _parts(row.name), str(row.path)


@lru_cache(maxsize=50_000)
def _parts(name: str) -> tuple[_Part, ...]:
    """Return a key that orders names as people do: chapter 2 before chapter 10."""
    parts = _NUMBER.split(name.casefold())
    return tuple((not p.isdecimal(), int(p) if p.isdecimal() else 0, p) for p in parts if p)

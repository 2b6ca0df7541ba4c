"""What a glossary is worth: which entries are used, which never were, what was learnt when."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from unspin_gui.core.glossary import Entry
from unspin_gui.core.words import fold

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


class Times(NamedTuple):
    """How often an entry's fixes were accepted and rejected; `last` is a date or empty."""

    accepted: int = 0
    rejected: int = 0
    last: str = ""


class Used(NamedTuple):
    """An entry and how it fared."""

    entry: Entry
    times: Times

    @property
    def share(self) -> float:
        """The share of accepted among all answers, 0..1; a half for one never answered.

        One answer of each kind is added (Laplace), so that few answers do not count for much.
        """
        answers = self.times.accepted + self.times.rejected
        return (self.times.accepted + 1) / (answers + 2)


class Summary(NamedTuple):
    """A glossary at a glance."""

    entries: int
    used: int
    accepted: int
    rejected: int


def used(entries: Iterable[Entry], times_of: Callable[[str], Times]) -> tuple[Used, ...]:
    """Every phrase once with its counts, in the order of the glossary; the latest entry counts."""
    latest = {fold(entry.phrase): entry for entry in entries if entry.enabled}
    return tuple(Used(entry, Times(*times_of(entry.phrase))) for entry in latest.values())


def most_useful(rows: Iterable[Used], limit: int = 20) -> tuple[Used, ...]:
    """The entries whose fixes were accepted most often; of equals the more reliable, the later."""
    useful = [row for row in rows if row.times.accepted]
    useful.sort(key=lambda row: row.entry.phrase)
    useful.sort(key=lambda row: (row.times.accepted, row.share, row.times.last), reverse=True)
    return tuple(useful[:limit])


def never_used(rows: Iterable[Used]) -> tuple[Used, ...]:
    """The entries that nobody ever accepted or rejected; phrases never to flag are not meant."""
    return tuple(
        row
        for row in rows
        if not row.entry.keep and not row.times.accepted and not row.times.rejected
    )


def often_rejected(rows: Iterable[Used], least: int = 3) -> tuple[Used, ...]:
    """The entries rejected at least `least` times and more often than accepted, worst first."""
    bad = [row for row in rows if row.times.rejected >= max(least, row.times.accepted + 1)]
    return tuple(sorted(bad, key=lambda row: (row.share, -row.times.rejected, row.entry.phrase)))


def learnt_between(entries: Iterable[Entry], days: Sequence[str]) -> tuple[int, ...]:
    """How many entries were added from each day to the one before the next, as for a chart.

    `days` are dates (YYYY-MM-DD) in their order; the last one only ends the time before it.
    Entries without a date are left out.
    """
    counts = [0] * (len(days) + 1)
    for entry in entries:
        if _DATE.match(entry.added):
            counts[bisect_right(days, entry.added[:10])] += 1
    return tuple(counts[1:-1])


def summary(rows: Iterable[Used]) -> Summary:
    """The sums over all entries."""
    every = list(rows)
    return Summary(
        len(every),
        sum(bool(row.times.accepted or row.times.rejected) for row in every),
        sum(row.times.accepted for row in every),
        sum(row.times.rejected for row in every),
    )

"""Statistics on the use of each entry, computed off the GUI thread."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from unspin_gui.application.entry_table import Layer
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store.glossary.size_history import Size
from unspin_gui.store.glossary.usage import Count, Usage

Kind: TypeAlias = Literal["useful", "never", "rejected", "all"]


class Used(NamedTuple):
    """An entry, its glossary, and how often it was accepted and rejected."""

    entry: Entry
    layer: Layer
    tally: Count


class Facts(NamedTuple):
    """Everything the statistics show."""

    used: tuple[Used, ...]
    points: tuple[tuple[date, int], ...]

    def of(self, kind: Kind, *, mine: bool) -> list[Used]:
        """The entries of one kind, most significant first; with `mine` only the user's own."""
        some = [one for one in self.used if one.layer.writable or not mine]
        wanted = [one for one in some if _is(kind, one.tally)]
        wanted.sort(key=_RANK[kind])
        return wanted


def facts_of(layers: Sequence[Layer], usage: Usage, sizes: Sequence[Size], today: str) -> Facts:
    """The statistics of the enabled glossaries, the user's own first.

    `sizes` are those recorded before `today` (YYYY-MM-DD).
    """
    used = tuple(
        Used(entry, layer, usage.of(entry.phrase))
        for layer in reversed(layers)
        if layer.enabled
        for entry in layer.glossary.entries
    )
    own = [entry for layer in layers if layer.writable for entry in layer.glossary.entries]
    now = (Size(today, len(own)),) if own else ()
    return Facts(used, points_of((*sizes, *now), own))


def _is(kind: Kind, count: Count) -> bool:
    if kind == "useful":
        return count.accepted > 0
    if kind == "rejected":
        return count.rejected > 0
    return kind == "all" or not (count.accepted or count.rejected)


_RANK = {
    "useful": lambda one: (-one.tally.accepted, one.tally.rejected),
    "rejected": lambda one: (-one.tally.rejected, one.tally.accepted),
    "never": lambda one: one.entry.phrase.casefold(),
    "all": lambda one: one.entry.phrase.casefold(),
}


def points_of(sizes: Sequence[Size], entries: Iterable[Entry]) -> tuple[tuple[date, int], ...]:
    """Days with the number of entries: as recorded, and before that by the dates of entries."""
    noted = {day: size.entries for size in sizes if (day := _day(size.day)) is not None}
    days = Counter(day for entry in entries if (day := _day(entry.added[:10])) is not None)
    if not noted:
        return _summed(days, 0)
    first = min(noted)
    earlier = Counter({day: count for day, count in days.items() if day < first})
    start = max(0, noted[first] - earlier.total())
    return (*_summed(earlier, start), *sorted(noted.items()))


def _summed(days: Counter[date], start: int) -> tuple[tuple[date, int], ...]:
    points, total = [], start
    for day in sorted(days):
        total += days[day]
        points.append((day, total))
    return tuple(points)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

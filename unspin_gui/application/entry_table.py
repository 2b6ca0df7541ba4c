"""The entries of all glossaries as rows, filtered and sorted."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import merge
from itertools import accumulate
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from unspin_gui.application.glossary_conflicts import EntryConflict
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary

Show: TypeAlias = Literal["all", "clashes", "here", "unused", "off", "ordinary"]
SPUN, FIXES, CASE, NOTE, TAGS, ON, LAYER, HERE = range(8)
_SORTED_AT_ONCE = 4_000
"""How many keys are sorted at once, since no other thread can run meanwhile."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A glossary as the editor shows it; only the user's own is `writable`."""

    name: str
    glossary: Glossary
    path: Path | None = None
    writable: bool = False
    enabled: bool = True


class EntryRow(NamedTuple):
    """An entry, its layer, and its number in the layer's glossary."""

    entry: Entry
    layer: Layer
    number: int


class EntryRows(Sequence[EntryRow]):
    """The entries of all layers in sequence; a row is created when it is accessed."""

    def __init__(self, layers: Sequence[Layer] = ()) -> None:
        self.layers = layers
        self._starts = [*accumulate((len(layer.glossary) for layer in layers), initial=0)]

    def __len__(self) -> int:
        return self._starts[-1]

    def __getitem__(self, number: int) -> EntryRow:  # type: ignore[override]
        which = bisect_right(self._starts, number) - 1
        layer, place = self.layers[which], number - self._starts[which]
        return EntryRow(layer.glossary.entries[place], layer, place)

    def __iter__(self) -> Iterator[EntryRow]:
        for layer in self.layers:
            for place, entry in enumerate(layer.glossary.entries):
                yield EntryRow(entry, layer, place)

    def of_layer(self, name: str) -> range:
        """The numbers of a layer's rows, or of all rows for an empty name."""
        for first, layer in zip(self._starts, self.layers, strict=False):
            if layer.name == name:
                return range(first, first + len(layer.glossary))
        return range(len(self))

    def numbers_of(self, entries: Iterable[Entry]) -> Iterator[int]:
        """The numbers of the rows of these entries."""
        for entry in entries:
            for first, layer in zip(self._starts, self.layers, strict=False):
                glossary = layer.glossary
                for place in glossary.numbers.get(entry.phrase, ()):
                    if glossary.entries[place] == entry:
                        yield first + place

    @cached_property
    def texts(self) -> list[str]:
        """The text that a filter searches, row by row."""
        return [_searched(entry) for layer in self.layers for entry in layer.glossary.entries]


@dataclass(frozen=True, slots=True)
class EntryFindings:
    """What is known about entries beyond their own fields.

    `uses` counts the places in the document by case-folded phrase; `clashes` and `unused` are keyed
    by the numbers of the user's own entries.
    """

    uses: Mapping[str, int] = field(default_factory=dict)
    clashes: Mapping[int, tuple[EntryConflict, ...]] = field(default_factory=dict)
    unused: frozenset[int] = frozenset()
    ordinary: frozenset[int] = frozenset()

    def uses_of(self, entry: Entry) -> int:
        """How many places in the document contain this entry's phrase."""
        return self.uses.get(entry.phrase.casefold(), 0)

    def clashes_of(self, row: EntryRow) -> tuple[EntryConflict, ...]:
        """What is wrong with an entry of the user's own glossary."""
        return self.clashes.get(row.number, ()) if row.layer.writable else ()

    def is_unused(self, row: EntryRow) -> bool:
        """Whether an entry of the user's own glossary was never used, nor would be in this text."""
        return row.layer.writable and row.number in self.unused and not self.uses_of(row.entry)


class EntryQuery(NamedTuple):
    """Which rows to show: those containing `text`, of one layer (empty: all), of one kind.

    `column` sorts them; -1 keeps the order of the files.
    """

    text: str = ""
    layer: str = ""
    show: Show = "all"
    column: int = -1
    backwards: bool = False


class Arrangement(NamedTuple):
    """The numbers of the rows shown, and the position of each."""

    rows: EntryRows
    shown: Sequence[int]
    places: Mapping[int, int]


def arranged(rows: EntryRows, wish: EntryQuery, findings: EntryFindings) -> Arrangement:
    """Filter and sort the rows; for a worker thread if there are many."""
    kept: Sequence[int] = rows.of_layer(wish.layer)
    if wish.text:
        texts, text = rows.texts, wish.text.casefold()
        kept = [k for k in kept if text in texts[k]]
    if wish.show != "all":
        kept = [k for k in kept if _is_kind(rows[k], wish.show, findings)]
    if wish.column >= 0:
        key = _keys(findings)[wish.column]
        kept = _sorted(kept, lambda k: key(rows[k]), backwards=wish.backwards)
    for layer in rows.layers:
        _ = layer.glossary.numbers  # used later on the GUI thread
    return Arrangement(rows, kept, dict(zip(kept, range(len(kept)), strict=True)))


def _is_kind(row: EntryRow, show: Show, findings: EntryFindings) -> bool:
    if show == "clashes":
        return bool(findings.clashes_of(row))
    if show == "here":
        return findings.uses_of(row.entry) > 0
    if show == "unused":
        return findings.is_unused(row)
    if show == "ordinary":
        return row.layer.writable and row.number in findings.ordinary
    return not row.entry.enabled


def _sorted(
    numbers: Sequence[int], key: Callable[[int], str | int], *, backwards: bool
) -> list[int]:
    """Sort the numbers by their keys, in portions so that other threads get their turn."""
    portions = (
        sorted(numbers[k : k + _SORTED_AT_ONCE], key=key, reverse=backwards)
        for k in range(0, len(numbers), _SORTED_AT_ONCE)
    )
    return list(merge(*portions, key=key, reverse=backwards))


def _keys(findings: EntryFindings) -> tuple[Callable[[EntryRow], str | int], ...]:
    return (
        lambda row: row.entry.phrase.casefold(),
        lambda row: ", ".join(row.entry.fixes).casefold(),
        lambda row: row.entry.case,
        lambda row: row.entry.note.casefold(),
        lambda row: ", ".join(row.entry.tags).casefold(),
        lambda row: row.entry.enabled,
        lambda row: row.layer.name,
        lambda row: findings.uses_of(row.entry),
    )


def _searched(entry: Entry) -> str:
    return "\n".join((entry.phrase, *entry.fixes, entry.note, *entry.tags)).casefold()

"""What an import would do to the user's glossary, worked out before anything changes."""

from collections.abc import Container, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from unspin_gui.application.glossary_conflicts import find_ordinary
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.text.tokens import fold
from unspin_gui.store import exchange
from unspin_gui.store.exchange import Clash, Columns, Skipped, TablePreview
from unspin_gui.store.files import atomic

Choice: TypeAlias = Literal["mine", "theirs", "both"]
_LARGEST = 64_000_000
TABLES = ("csv", "tsv", "screener")
"""Formats whose columns the user can name."""
MOST_FIRST = 10
"""How many pairs are previewed before an import."""


class ImportPlan(NamedTuple):
    """A file as read: what is new, what conflicts, how much is already known, what was skipped.

    `first` are the first pairs as read, so that the user can see which side is the phrase;
    `ordinary` are the indices of new entries that would flag an ordinary word in every text.
    """

    path: Path
    format: str
    preview: TablePreview | None = None
    new: tuple[Entry, ...] = ()
    clashes: tuple[Clash, ...] = ()
    known: int = 0
    skipped: tuple[Skipped, ...] = ()
    first: tuple[Entry, ...] = ()
    ordinary: frozenset[int] = frozenset()


def read_plan(
    path: Path,
    mine: Glossary,
    form: str | None = None,
    columns: Columns | None = None,
    *,
    is_turned: bool = False,
    vocabulary: Container[str] = (),
) -> ImportPlan:
    """Read a file and compare it with the glossary; raises StoreError.

    The format is guessed unless given; `columns` maps fields to columns of a table. With
    `is_turned` the phrases of the file become the fixes; for a table, `columns` say so instead.
    The words of `vocabulary` (folded) are ordinary.
    """
    name = form or exchange.guess(path, atomic.read_bytes(path, limit=_LARGEST))
    seen = exchange.preview(path) if name in TABLES else None
    found = exchange.read(path, format=name, columns=columns if seen else None)
    entries = united(turned(found.entries) if is_turned else found.entries)
    clashes = exchange.conflicts(mine, entries)
    clashing = {id(clash.theirs) for clash in clashes}
    present = {fold(entry.phrase) for entry in mine.entries}
    new = tuple(entry for entry in entries if fold(entry.phrase) not in present)
    known = len(entries) - len(new) - len(clashing)
    first = tuple(islice((entry for entry in entries if entry.fixes), MOST_FIRST))
    ordinary = find_ordinary(Glossary("", new), vocabulary)
    return ImportPlan(path, name, seen, new, clashes, known, found.skipped, first, ordinary)


def turned(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Exchange phrase and fixes: each fix becomes a phrase; entries without fixes stay."""
    found: list[Entry] = []
    for entry in entries:
        found += [entry._replace(phrase=fix, fixes=(entry.phrase,)) for fix in entry.fixes]
        if not entry.fixes:
            found.append(entry)
    return tuple(found)


def turned_columns(columns: Columns) -> dict[str, int]:
    """The columns with phrase and fix exchanged."""
    other = {"spun": "fix", "fix": "spun"}
    return {other.get(field, field): column for field, column in columns.items()}


def united(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Merge the entries of each phrase into one: the first, with the fixes of all."""
    found: dict[tuple[str, bool], Entry] = {}
    for entry in entries:
        key = (fold(entry.phrase), entry.keep)
        first = found.setdefault(key, entry)
        if first is not entry:
            fixes = tuple(dict.fromkeys((*first.fixes, *entry.fixes)))
            found[key] = first._replace(fixes=fixes)
    return tuple(found.values())


def changes_of(plan: ImportPlan, choices: Sequence[Choice]) -> tuple[EntryChange, ...]:
    """The changes to the glossary for a choice in every conflict; several may affect one entry."""
    changes: list[EntryChange] = [EntryChange(None, entry) for entry in plan.new]
    now: dict[Entry, Entry] = {}
    for clash, choice in zip(plan.clashes, choices, strict=True):
        present = now.get(clash.mine, clash.mine)
        change = settled(Clash(present, clash.theirs), choice)
        if change is not None:
            now[clash.mine] = change.new or present
            changes.append(change)
    return tuple(changes)


def count_of(plan: ImportPlan, choices: Sequence[Choice]) -> int:
    """How many changes these choices make."""
    return len(plan.new) + len(changes_of(plan._replace(new=()), choices))


def settled(clash: Clash, choice: Choice) -> EntryChange | None:
    """The change that resolves a conflict; None if nothing changes."""
    wish = exchange.settle(clash, choice)
    return EntryChange(*wish) if wish is not None and wish.old != wish.new else None

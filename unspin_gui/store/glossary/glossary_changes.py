"""Changes to a glossary: merged with what others have saved since, and turned into edits."""

from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.text.messages import Message
from unspin_gui.store.glossary.glossary_entries import check

SAID = attrgetter(*(name for name in Entry._fields if name != "line"))
"""Everything an entry says, regardless of its place."""


class Conflict(NamedTuple):
    """A requested change that collides with another program's; `theirs` is what is in the file.

    Nothing is lost: our changed or added entry was added beside theirs, and an entry that they
    changed was not removed.
    """

    ours: Entry | None
    theirs: Entry | None
    message: str


def folded(changes: Sequence[EntryChange]) -> tuple[EntryChange, ...]:
    """Combine consecutive changes of the same entry into one."""
    steps: list[EntryChange] = []
    made: dict[tuple[object, ...], int] = {}
    for change in changes:
        number = made.pop(SAID(change.old), -1) if change.old is not None else -1
        if number < 0:
            number = len(steps)
            steps.append(change)
        else:
            steps[number] = EntryChange(steps[number].old, change.new)
        if change.new is not None:
            made[SAID(change.new)] = number
    return tuple(change for change in steps if change != EntryChange(None, None))


def merge(
    base: Glossary, theirs: Glossary, changes: Sequence[EntryChange]
) -> tuple[tuple[EntryChange, ...], tuple[Conflict, ...]]:
    """Apply changes to `base` to what is there now; returns what to do, and the conflicts."""
    touched = {entry.phrase for change in changes for entry in change if entry is not None}
    said = {SAID(entry): entry for entry in theirs.entries if entry.phrase in touched}
    news = _added_since(base, theirs)
    done: list[EntryChange] = []
    conflicts: list[Conflict] = []
    for old, new in changes:
        there = said.get(SAID(old)) if old is not None else None
        if new is not None and there is None and SAID(new) in said:
            continue  # the other program saved exactly the same
        if old is None or there is not None:
            done.append(EntryChange(there, new))
            if old is None and new is not None and new.phrase in news:
                message = f"“{new.phrase}” was added by another program too; both are kept"
                conflicts.append(Conflict(new, news[new.phrase], message))
            continue
        if new is not None:
            done.append(EntryChange(None, new))
        conflicts += _clash(old, new, _of_phrase(theirs, old.phrase))
    return tuple(done), tuple(conflicts)


def _added_since(base: Glossary, theirs: Glossary) -> dict[str, Entry]:
    """The entries by phrase that others added after `base` was read."""
    if base is theirs:
        return {}
    known = {entry.phrase for entry in base.entries}
    return {entry.phrase: entry for entry in theirs.entries if entry.phrase not in known}


def _of_phrase(glossary: Glossary, phrase: str) -> Entry | None:
    return next((entry for entry in glossary.entries if entry.phrase == phrase), None)


def _clash(old: Entry, new: Entry | None, other: Entry | None) -> list[Conflict]:
    """Return what to report about an entry that another program has changed or removed."""
    if other is None and new is None:
        return []
    if other is None:
        message = f"“{old.phrase}” was removed by another program; your version was added again"
    elif new is None:
        message = f"“{old.phrase}” was changed by another program and was not removed"
    else:
        message = f"“{old.phrase}” was changed by another program too; both versions are kept"
    return [Conflict(new, other, message)]


def plan(
    path: Path, present: Sequence[Entry], changes: Sequence[EntryChange], *, is_mapping: bool
) -> tuple[list[Entry], dict[int, tuple[Entry, Entry | None]], list[Entry]]:
    """All entries as wanted, the edits by number of the element, and the new entries.

    Raises GlossaryError for what cannot be written, StoreError if an entry is missing.
    """
    entries = list(present)
    touched = {change.old.phrase for change in changes if change.old is not None}
    numbers: dict[tuple[object, ...], list[int]] = {}
    for number, entry in enumerate(entries):
        if entry.phrase in touched:
            numbers.setdefault(SAID(entry), []).append(number)
    edits: dict[int, tuple[Entry, Entry | None]] = {}
    new: list[Entry] = []
    for old, now in changes:
        if now is not None:
            check(now)
        if old is not None:
            number = _number(path, entries, numbers, old)
            edits[number] = (entries[number], now)
        elif now is not None:
            new.append(now)
    if is_mapping:
        new = _without_second_keys(entries, edits, new)
    wanted = [edits[n][1] if n in edits else entry for n, entry in enumerate(entries)]
    return [*(entry for entry in wanted if entry is not None), *new], edits, new


def _without_second_keys(
    entries: list[Entry], edits: dict[int, tuple[Entry, Entry | None]], new: list[Entry]
) -> list[Entry]:
    """In a mapping a phrase occurs once, so fixes added to it go before those it has."""
    there = {entry.phrase: number for number, entry in enumerate(entries)}
    fresh: dict[str, Entry] = {}
    for entry in new:
        number = there.get(entry.phrase, -1)
        before, now = edits.get(number, (entries[number],) * 2) if number >= 0 else (None, None)
        if before is not None and now is not None:
            edits[number] = (before, _joined(now, entry))
        elif entry.phrase in fresh:
            fresh[entry.phrase] = _joined(fresh[entry.phrase], entry)
        else:
            fresh[entry.phrase] = entry
    return list(fresh.values())


def _joined(old: Entry, new: Entry) -> Entry:
    return new._replace(
        fixes=tuple(dict.fromkeys(new.fixes + old.fixes)), note=new.note or old.note
    )


def _number(
    path: Path, entries: list[Entry], numbers: dict[tuple[object, ...], list[int]], old: Entry
) -> int:
    """The number of the element `old`: of several equal ones the one on its line, or the first."""
    free = numbers.get(SAID(old), [])
    if not free:
        raise StoreError(path, Message("“{0}” is no longer in the glossary; reload it", old.phrase))
    best = next((n for n in free if entries[n].line == old.line), free[0])
    free.remove(best)
    return best

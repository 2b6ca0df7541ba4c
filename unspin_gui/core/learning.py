"""What a document teaches the user's glossary: derived from the facts, so that undo unlearns it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from unspin_gui.core.document import Document
from unspin_gui.core.glossary import Entry, Glossary


class EntryChange(NamedTuple):
    """Add `new` (no `old`), remove `old` (no `new`), or put `new` in the place of `old`."""

    old: Entry | None
    new: Entry | None

    @property
    def inverse(self) -> "EntryChange":
        """What takes the change back."""
        return EntryChange(self.new, self.old)


def changes_for(
    mine: Glossary,
    pairs: Iterable[tuple[str, str]],
    never: Iterable[str] = (),
    edits: Iterable[EntryChange] = (),
) -> tuple[EntryChange, ...]:
    """The changes of `mine`: the user's edits, unknown (phrase, fix) pairs, phrases never to flag.

    A fix of a phrase that `mine` has is added to its entry; several of a new phrase make one.
    """
    edited = tuple(edits)
    present = with_changes(mine, edited)
    wanted: dict[str, EntryChange] = {}
    for phrase, fix in present.unknown(pairs):
        known = next((e for e in present.entries_of(phrase) if not e.keep), None)
        before = wanted.get(phrase, EntryChange(known, known or Entry(phrase)))
        entry = before.new or Entry(phrase)
        wanted[phrase] = EntryChange(before.old, replace(entry, fixes=(*entry.fixes, fix)))
    keeps = (EntryChange(None, Entry(p, keep=True)) for p in never if not present.keeps(p))
    return (*edited, *wanted.values(), *keeps)


def with_changes(glossary: Glossary, changes: Iterable[EntryChange]) -> Glossary:
    """The glossary after these changes; an `old` entry that is not in it is passed over."""
    changed = tuple(changes)
    if all(change.old is None for change in changed):
        return glossary.plus(change.new for change in changed if change.new)
    entries = list(glossary.entries)
    for old, new in changed:
        place = entries.index(old) if old in entries else len(entries)
        entries[place : place + 1] = [] if new is None else [new]
    return Glossary(glossary.name, entries, mine=glossary.mine)


def without_learning(document: Document) -> Document:
    """The document with its text as decided, and nothing in it for a glossary to learn."""
    decisions = tuple(replace(d, learn=None) if d.learn else d for d in document.decisions)
    return replace(document, decisions=decisions, never=(), edits=())

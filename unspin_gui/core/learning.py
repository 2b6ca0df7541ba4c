"""What a document teaches the user's glossary: derived from the facts, so that undo unlearns it."""

from collections import Counter
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
    edited = _not_done(mine, tuple(edits))
    present = with_changes(mine, edited)
    wanted: dict[str, EntryChange] = {}
    for phrase, fix in present.unknown(pairs):
        known = next((e for e in present.entries_of(phrase) if not e.keep), None)
        before = wanted.get(phrase, EntryChange(known, known or Entry(phrase)))
        entry = before.new or Entry(phrase)
        wanted[phrase] = EntryChange(before.old, replace(entry, fixes=(*entry.fixes, fix)))
    keeps = (EntryChange(None, Entry(p, keep=True)) for p in never if not present.keeps(p))
    return (*edited, *wanted.values(), *keeps)


def _not_done(mine: Glossary, edits: tuple[EntryChange, ...]) -> tuple[EntryChange, ...]:
    """The edits that `mine` does not show yet: its file may have been saved and read again."""
    before = Counter(map(_said, mine.entries))

    def is_done(some: tuple[EntryChange, ...]) -> bool:
        return Counter(map(_said, with_changes(mine, some).entries)) == before

    if is_done(edits):
        return ()
    first = next(k for k in range(len(edits)) if not is_done(edits[k : k + 1]))
    return edits[first:]


def _said(entry: Entry) -> Entry:
    """What an entry says, wherever it stands in its file."""
    return replace(entry, line=0)


def with_changes(glossary: Glossary, changes: Iterable[EntryChange]) -> Glossary:
    """The glossary after these changes.

    An `old` entry that is not in it is passed over, and so is a `new` one that is.
    """
    changed = tuple(changes)
    if not changed:
        return glossary
    if all(change.old is None for change in changed):
        new = [change.new for change in changed if change.new is not None]
        return glossary.plus(entry for entry in new if not _has(glossary, entry))
    entries = list(glossary.entries)
    said = [_said(entry) for entry in entries]
    for old, entry in changed:
        place = said.index(_said(old)) if old is not None and _said(old) in said else len(said)
        new = [] if entry is None or _said(entry) in said else [entry]
        entries[place : place + 1] = new
        said[place : place + 1] = [_said(one) for one in new]
    return Glossary(glossary.name, entries, mine=glossary.mine)


def _has(glossary: Glossary, entry: Entry) -> bool:
    return any(_said(known) == _said(entry) for known in glossary.entries_of(entry.phrase))


def without_learning(document: Document) -> Document:
    """The document with its text as decided, and nothing in it for a glossary to learn."""
    decisions = tuple(replace(d, learn=None) if d.learn else d for d in document.decisions)
    return replace(document, decisions=decisions, never=(), edits=())

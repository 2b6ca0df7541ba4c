"""What a document teaches the user's glossary; derived from decisions, so undo unlearns it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.text.tokens import fold

_MOST_SIGNS = 24
"""The most phrases kept to show where an ordinary word was spun."""


class EntryChange(NamedTuple):
    """One change: add `new` (no `old`), remove `old` (no `new`), or replace `old` by `new`."""

    old: Entry | None
    new: Entry | None

    @property
    def inverse(self) -> "EntryChange":
        """The change that reverts this one."""
        return EntryChange(self.new, self.old)


def changes_for(
    mine: Glossary,
    pairs: Iterable[tuple[str, str]],
    never: Iterable[str] = (),
    edits: Iterable[EntryChange] = (),
    *,
    preferred: Iterable[tuple[str, str]] = (),
    signs: Sequence[str] = (),
) -> tuple[EntryChange, ...]:
    """The changes to make to `mine`: the user's edits, new (phrase, fix) pairs, phrases to keep.

    A new fix for a phrase that `mine` has is added to its entry; several fixes of a new phrase make
    one entry. Those `preferred` are ordinary words, flagged only in documents with one of `signs`.
    """
    edited = _not_done(mine, tuple(edits))
    present = with_changes(mine, edited)
    wanted: dict[str, EntryChange] = {}
    for phrase, fix in present.unknown(pairs, flagged=True):
        _want(wanted, present, phrase, partial(_flagged, fix=fix))
    for phrase, fix in preferred:
        _want(wanted, present, phrase, partial(_preferred, fix=fix, signs=signs))
    changed = (change for change in wanted.values() if change.old != change.new)
    keeps = (EntryChange(None, Entry(p, keep=True)) for p in never if not present.keeps(p))
    return (*edited, *changed, *keeps)


def _want(
    wanted: dict[str, EntryChange],
    present: Glossary,
    phrase: str,
    taught: Callable[[Entry], Entry],
) -> None:
    """Update the wanted entry of a phrase with what was taught."""
    known = next((e for e in present.entries_of(phrase) if not e.keep), None)
    old, new = wanted.get(phrase, EntryChange(known, known))
    wanted[phrase] = EntryChange(old, taught(new or Entry(phrase)))


def _flagged(entry: Entry, fix: str) -> Entry:
    """The entry with a fix that applies wherever the phrase occurs."""
    if entry.prefer:
        return entry._replace(fixes=_added((fix,), entry.fixes), prefer=False, only_with=())
    return entry._replace(fixes=_added(entry.fixes, (fix,)))


def _preferred(entry: Entry, fix: str, signs: Sequence[str]) -> Entry:
    """The entry with a fix for places where the phrase reads oddly or one of `signs` occurs."""
    if entry.fixes and not entry.prefer:
        return entry._replace(fixes=_added(entry.fixes, (fix,)))
    own = {fold(entry.phrase)}
    only_with = _added(entry.only_with, (sign for sign in signs if fold(sign) not in own))
    return entry._replace(
        fixes=_added(entry.fixes, (fix,)), only_with=only_with[:_MOST_SIGNS], prefer=True
    )


def _added(texts: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    """The texts, followed by those of `more` that are missing from them, ignoring letter case."""
    found: dict[str, str] = {}
    for text in (*texts, *more):
        found.setdefault(text.casefold(), text)
    return tuple(found.values())


def _not_done(mine: Glossary, edits: tuple[EntryChange, ...]) -> tuple[EntryChange, ...]:
    """The edits not yet in `mine`, whose file may have been saved and reread since."""

    def is_done(some: tuple[EntryChange, ...]) -> bool:
        made = _make(mine, some)
        return Counter(map(_SAID, made.gone)) == Counter(map(_SAID, made.new))

    if is_done(edits):
        return ()
    first = next(k for k in range(len(edits)) if not is_done(edits[k : k + 1]))
    return edits[first:]


_SAID = attrgetter(*(name for name in Entry._fields if name != "line"))
"""What an entry says, regardless of its place in the file."""


class _Made(NamedTuple):
    """The outcome for each entry (None: removed), the entries removed, and those added."""

    rows: list[Entry | None]
    gone: list[Entry]
    new: list[Entry]


def with_changes(glossary: Glossary, changes: Iterable[EntryChange]) -> Glossary:
    """Apply the changes to a glossary, in time that does not grow with its size.

    An `old` entry that is missing is ignored, and so is a `new` one that is present.
    """
    changed = tuple(changes)
    if not changed:
        return glossary
    rows, gone, new = _make(glossary, changed)
    return glossary.changed([row for row in rows if row is not None], gone, new)


def _make(glossary: Glossary, changes: Iterable[EntryChange]) -> _Made:
    rows: list[Entry | None] = list(glossary.entries)
    places: dict[str, list[int]] = {}
    first_new, touched = len(rows), set[int]()

    def place_of(entry: Entry | None) -> int:
        if entry is None:
            return -1
        known = places.setdefault(entry.phrase, list(glossary.numbers.get(entry.phrase, ())))
        said = _SAID(entry)
        return next((n for n in known if (row := rows[n]) is not None and _SAID(row) == said), -1)

    for old, new in changes:
        at, there = place_of(old), place_of(new)
        if new is not None and there < 0 and at < 0:
            places[new.phrase].append(len(rows))
            rows.append(new)
        elif at >= 0 and at != there:
            rows[at] = new if there < 0 else None
            touched.add(at)
            if new is not None and there < 0:
                places[new.phrase].append(at)
    before = glossary.entries
    gone = [before[n] for n in sorted(touched) if n < first_new]
    at_hand = (*sorted(n for n in touched if n < first_new), *range(first_new, len(rows)))
    return _Made(rows, gone, [row for n in at_hand if (row := rows[n]) is not None])

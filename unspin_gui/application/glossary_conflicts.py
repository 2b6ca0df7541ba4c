"""Entries of the user's glossary that contradict themselves or each other, or are never used."""

from bisect import bisect_right
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.text.tokens import fold, tokens
from unspin_gui.store.glossary.usage import Count, Usage

Kind = Literal["duplicate", "same", "again", "chain"]
_PORTION = 500
"""Entries that are examined together."""
_GAP = "\n\n"
_NAMED = 3
"""How many phrases with several entries are listed."""


class EntryConflict(NamedTuple):
    """What is wrong with an entry.

    `kind`: duplicate (another entry has the phrase), same (a fix equals the phrase), again (a fix
    contains the phrase), chain (a fix contains another spun phrase). `fix` is the fix in question,
    `other` the other phrase or its fixes.
    """

    kind: Kind
    fix: str = ""
    other: str = ""


class Repeated(NamedTuple):
    """How many phrases have several entries, and the first of them with their line numbers.

    The line is 0 if an entry has not been saved yet.
    """

    phrases: int
    first: tuple[tuple[str, tuple[int, ...]], ...]


def find_clashes(
    mine: Glossary,
    others: Sequence[Glossary] = (),
    told: Callable[[float], bool] = lambda _share: True,
) -> dict[int, tuple[EntryConflict, ...]]:
    """Find the conflicts of each entry of `mine`, by its number; entries without any are left out.

    Disabled entries conflict with nothing. Takes about 0.03 ms per entry, so it is for a worker
    thread: `told` receives the progress (0..1), and stops the search by returning False.
    """
    folded = [fold(entry.phrase) for entry in mine.entries]
    active = [number for number, entry in enumerate(mine.entries) if entry.enabled]
    owners: dict[str, list[int]] = {}
    for number in active:
        owners.setdefault(folded[number], []).append(number)
    found = {}
    for at in range(0, len(active), _PORTION):
        if not told(at / len(active)):
            break
        numbers = active[at : at + _PORTION]
        some = [mine.entries[number] for number in numbers]
        chained = _chains(some, (mine, *others))
        for number, entry, chains in zip(numbers, some, chained, strict=True):
            same = [mine.entries[k] for k in owners[folded[number]] if k != number]
            clashes = (*_duplicates(same), *_own(entry, folded[number]), *chains)
            if clashes:
                found[number] = clashes
    return found


def find_repeated(mine: Glossary, clashes: Mapping[int, tuple[EntryConflict, ...]]) -> Repeated:
    """The phrases of `mine` with several entries, from the conflicts found; for a worker thread."""
    groups: dict[str, list[Entry]] = {}
    for number in sorted(clashes):
        if any(clash.kind == "duplicate" for clash in clashes[number]):
            entry = mine.entries[number]
            groups.setdefault(fold(entry.phrase), []).append(entry)
    some = [*groups.values()][:_NAMED]
    first = ((group[0].phrase, tuple(entry.line for entry in group)) for group in some)
    return Repeated(len(groups), tuple(first))


def find_unused(mine: Glossary, usage: Usage) -> frozenset[int]:
    """The numbers of the entries never accepted or rejected; for a worker thread.

    Phrases never to flag and disabled entries are excluded.
    """
    return frozenset(
        number
        for number, entry in enumerate(mine.entries)
        if entry.enabled and not entry.keep and usage.of(entry.phrase) == Count()
    )


def find_ordinary(mine: Glossary, vocabulary: Container[str]) -> frozenset[int]:
    """The indices of entries that flag a single ordinary word in every text; for a worker."""
    return frozenset(
        number
        for number, entry in enumerate(mine.entries)
        if entry.enabled
        and not (entry.keep or entry.prefer or entry.only_with or entry.unless)
        and fold(entry.phrase) in vocabulary
    )


def _duplicates(same: Sequence[Entry]) -> Iterator[EntryConflict]:
    for entry in same[:1]:
        yield EntryConflict("duplicate", other=", ".join(entry.fixes))


def _own(entry: Entry, folded: str) -> Iterator[EntryConflict]:
    cased = entry.case == "exact"
    phrase = fold(entry.phrase, cased=True) if cased else folded
    for fix in entry.fixes:
        wording = fold(fix, cased=cased)
        if wording == phrase:
            yield EntryConflict("same", fix)
        elif f" {phrase} " in f" {wording} ":
            yield EntryConflict("again", fix)


def _chains(entries: Sequence[Entry], glossaries: Sequence[Glossary]) -> list[list[EntryConflict]]:
    """For each entry its fixes that contain another spun phrase, one for each glossary.

    All fixes are searched as one text; no phrase crosses the blank lines between them.
    """
    fixes = [(number, fix) for number, entry in enumerate(entries) for fix in entry.fixes]
    own = [fold(entry.phrase) for entry in entries]
    starts = [*accumulate((len(fix) + len(_GAP) for _, fix in fixes), initial=0)]
    text = _GAP.join(fix for _, fix in fixes)
    words = tokens(text)
    first: dict[tuple[int, int], EntryConflict] = {}
    for rank, glossary in enumerate(glossaries):
        for match in glossary.find(words, text):
            other = match.entry
            if match.exact and not other.keep:
                place = bisect_right(starts, words[match.first].start) - 1
                number, fix = fixes[place]
                if fold(other.phrase) != own[number]:
                    first.setdefault((place, rank), EntryConflict("chain", fix, other.phrase))
    found: list[list[EntryConflict]] = [[] for _ in entries]
    for place, rank in sorted(first):
        found[fixes[place][0]].append(first[place, rank])
    return found

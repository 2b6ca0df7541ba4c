"""Entries of the user's glossary that contradict each other or themselves, or lie idle."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from unspin_gui.core.glossary import Entry, Glossary
from unspin_gui.core.words import fold, tokens
from unspin_gui.store.usage import Count, Usage

Kind = Literal["duplicate", "same", "again", "chain"]


class Clash(NamedTuple):
    """What is wrong with an entry.

    `kind`: duplicate (another entry has the phrase), same (a fix equals the phrase), again (a
    fix holds the phrase), chain (a fix holds another spun phrase). `fix` is the fix in
    question, `other` the other phrase or its fixes.
    """

    kind: Kind
    fix: str = ""
    other: str = ""


def find_clashes(mine: Glossary, others: Sequence[Glossary] = ()) -> dict[int, tuple[Clash, ...]]:
    """The clashes of each entry of `mine` by its number; entries without any are left out.

    Entries that are switched off clash with nothing. Takes about 0.1 ms for each entry, so it
    is for a worker.
    """
    owners: dict[str, list[int]] = {}
    folded = [fold(entry.phrase) for entry in mine.entries]
    for number, entry in enumerate(mine.entries):
        if entry.enabled:
            owners.setdefault(folded[number], []).append(number)
    found = {}
    for number, entry in enumerate(mine.entries):
        if entry.enabled:
            same = [mine.entries[k] for k in owners[folded[number]] if k != number]
            clashes = (*_duplicates(same), *_own(entry), *_chains(entry, (mine, *others)))
            if clashes:
                found[number] = clashes
    return found


def find_unused(mine: Glossary, usage: Usage) -> frozenset[int]:
    """The numbers of the entries that nobody ever accepted or rejected; for a worker.

    Phrases never to flag and entries that are switched off are not meant.
    """
    return frozenset(
        number
        for number, entry in enumerate(mine.entries)
        if entry.enabled and not entry.keep and usage.of(entry.phrase) == Count()
    )


def _duplicates(same: Sequence[Entry]) -> Iterator[Clash]:
    for entry in same[:1]:
        yield Clash("duplicate", other=", ".join(entry.fixes))


def _own(entry: Entry) -> Iterator[Clash]:
    cased = entry.case == "exact"
    phrase = fold(entry.phrase, cased=cased)
    for fix in entry.fixes:
        wording = fold(fix, cased=cased)
        if wording == phrase:
            yield Clash("same", fix)
        elif f" {phrase} " in f" {wording} ":
            yield Clash("again", fix)


def _chains(entry: Entry, glossaries: Sequence[Glossary]) -> Iterator[Clash]:
    own = fold(entry.phrase)
    for fix in entry.fixes:
        words = tokens(fix)
        for glossary in glossaries:
            for match in glossary.find(words, fix):
                other = match.entry
                if match.exact and not other.keep and fold(other.phrase) != own:
                    yield Clash("chain", fix, other.phrase)
                    break

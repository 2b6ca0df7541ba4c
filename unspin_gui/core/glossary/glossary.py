"""Glossaries: spun phrases with their fixes, indexed to find them all in one pass over a text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from unspin_gui.core.glossary.entry import Entry, Match
from unspin_gui.core.glossary.phrase_trie import PhraseTrie
from unspin_gui.core.text.compounds import divided_words
from unspin_gui.core.text.tokens import Tokens, fold

_RECENT = 500
"""Entries added singly go to a small index of their own until there are this many."""


class Glossary:
    """An immutable set of entries under one name; its index is built on the first search.

    `mine` marks the user's own glossary, as opposed to shipped ones. Of two entries with the same
    phrase, the later one prevails.
    """

    def __init__(self, name: str, entries: Iterable[Entry] = (), *, mine: bool = False) -> None:
        self.name = name
        self.mine = mine
        self.entries = tuple(entries)

    def __repr__(self) -> str:
        return f"Glossary({self.name!r}, {len(self.entries)} entries)"

    def __len__(self) -> int:
        return len(self.entries)

    @cached_property
    def indexes(self) -> tuple[PhraseTrie, ...]:
        """The indexes over the entries: one over the bulk, one over recent additions."""
        active = _active(self.entries)
        return (PhraseTrie(active),) if active else ()

    def plus(self, entries: Iterable[Entry]) -> "Glossary":
        """Return the glossary with more entries; only the new ones are indexed."""
        new = tuple(entries)
        return self.changed((*self.entries, *new), (), new) if new else self

    def changed(
        self, entries: Iterable[Entry], gone: Sequence[Entry], new: Sequence[Entry]
    ) -> "Glossary":
        """Return the glossary with `entries`: its own, without `gone` and with `new`.

        Only the new ones are indexed, separately; they prevail over older entries for the same
        phrase.
        """
        other = Glossary(self.name, entries, mine=self.mine)
        bulk, *since = self.__dict__.get("indexes") or (None,)
        if bulk is None:
            return other
        kept = [entry for index in since for entry in index.without(gone).present]
        recent = (*kept, *_active(new))
        if len(recent) < _RECENT:
            rest = (PhraseTrie(recent),) if recent else ()
            other.__dict__["indexes"] = (bulk.without(gone), *rest)
        return other

    @cached_property
    def numbers(self) -> dict[str, list[int]]:
        """The indices of the entries for each phrase, disabled entries included."""
        found: dict[str, list[int]] = {}
        for number, entry in enumerate(self.entries):
            found.setdefault(entry.phrase, []).append(number)
        return found

    def find(self, tokens: Tokens, text: str = "") -> Iterator[Match]:
        """Find every exact or possibly inflected match of every enabled phrase, overlaps included.

        With `text`, entries that require the exact letter case are checked against it. In an
        inflected match every token has the same stem; whether it really is an inflection is for the
        caller to check.
        """
        joins = divided_words(text, tokens)
        for index in self.indexes:
            yield from _matches(index, tokens, text, joins)

    @property
    def is_sparse(self) -> bool:
        """Whether `find_in_pieces` is expected to be faster than `find`."""
        return all(index.is_sparse for index in self.indexes)

    def find_in_pieces(self, pieces: Sequence[str], text: str) -> Iterator[tuple[Tokens, Match]]:
        """Find the same matches as `find`, in the same order, in a text split by `pieces`.

        The text is tokenised only where a phrase may be; the tokens come with each match.
        """
        for index in self.indexes:
            for tokens in index.stretches(pieces):
                for match in _matches(index, tokens, text, {}):
                    yield tokens, match

    def entries_of(self, phrase: str) -> tuple[Entry, ...]:
        """The enabled entries for a phrase, latest first."""
        folded = fold(phrase)
        found = [entry for index in self.indexes for entry in index.entries_of(folded)]
        return tuple(reversed(found))

    def fixes_of(self, phrase: str) -> tuple[str, ...]:
        """The fixes for a phrase, those of the latest entry first; empty if it has no entry."""
        return tuple(dict.fromkeys(fix for entry in self.entries_of(phrase) for fix in entry.fixes))

    def unknown(
        self, pairs: Iterable[tuple[str, str]], *, flagged: bool = False
    ) -> tuple[tuple[str, str], ...]:
        """The (phrase, fix) pairs missing from the glossary, each once, in their order.

        With `flagged`, pairs that are only preferences count as missing.
        """
        seen: set[tuple[str, str]] = set()
        new = []
        for phrase, fix in pairs:
            key = (fold(phrase), fix.casefold())
            entries = (e for e in self.entries_of(phrase) if not (flagged and e.prefer))
            known = {known.casefold() for entry in entries for known in entry.fixes}
            if key not in seen and fix.casefold() not in known:
                new.append((phrase, fix))
            seen.add(key)
        return tuple(new)

    def keeps(self, phrase: str) -> bool:
        """Whether an entry says never to flag this phrase."""
        return any(entry.keep for entry in self.entries_of(phrase))


def _active(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.enabled)


def _matches(
    index: PhraseTrie, tokens: Tokens, text: str, joins: Mapping[int, str]
) -> Iterator[Match]:
    for number, first, last, exact, fixes, place in index.find(tokens, joins):
        entry = index.entries[number]
        match = Match(entry, first, last, exact, fixes, place)
        if entry.case == "smart" or (exact and _same_case(match, tokens, text)):
            yield match


def _same_case(match: Match, tokens: Tokens, text: str) -> bool:
    """Whether the matched text has exactly the letter case of the phrase."""
    place = text[tokens[match.first].start : tokens[match.last - 1].end]
    return not text or fold(place, cased=True) == fold(match.entry.phrase, cased=True)

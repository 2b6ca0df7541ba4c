"""An index of many phrases: a trie over the stems of their tokens.

A trie (Fredkin, "Trie Memory", 1960) keyed by tokens finds all phrases in one walk over a text, at
a cost that hardly depends on their number. Stems as keys find inflected matches in the same walk.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress, islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from unspin_gui.core.glossary.phrase_starts import HERE, Starts, stretches
from unspin_gui.core.text.pieces import norms_of_piece
from unspin_gui.core.text.stems import HEAD, stemmed, stems
from unspin_gui.core.text.tokens import POSSESSIVE, Tokens, fold, folded

if TYPE_CHECKING:
    from unspin_gui.core.glossary.compositional import CompositionalIndex
    from unspin_gui.core.glossary.entry import Entry
    from unspin_gui.core.glossary.fuzzy_index import NearIndex

_TRIED, _WORTH = 500, 0.5
"""After this many words it is known whether phrases are sparse; the share to tokenise that pays
off.
"""
_MOST_FIXES = 50
"""At most this many fixes of a phrase are offered, those of the latest entries first."""
_NO_JOINS: Mapping[int, str] = MappingProxyType({})


class PhraseMatch(NamedTuple):
    """A match of a phrase at tokens `[first, last)`, whose folded text is `text`.

    `number` is the entry's; `fixes` include those of all equivalent entries; unless `exact` only
    the stems agree with the phrase.
    """

    number: int
    first: int
    last: int
    exact: bool
    fixes: tuple[str, ...]
    text: str


class PhraseTrie:
    """An index that finds phrases exactly and by stem in one walk; built once.

    Possessive endings inside a phrase are skipped, so "parkinson illness" matches "Parkinson's
    illness".
    """

    def __init__(self, entries: Sequence["Entry"]) -> None:
        self.entries = tuple(entries)
        self.folded = [folded(entry.phrase) for entry in self.entries]
        self._root: dict[str, Any] = {}
        self._numbers: dict[str, list[int]] = {}
        for number, phrase in enumerate(self.folded):
            self._add(number, phrase)
        self._starts = Starts(self._root, lambda norm: (norm,))
        self._words_seen = self._words_divided = 0
        self._hidden: frozenset[int] = frozenset()
        self._told_apart: dict[int, list[tuple[int, tuple[str, ...]]]] = {}

    def without(self, gone: Iterable["Entry"]) -> "PhraseTrie":
        """Return the index without these entries; what is already built is shared."""
        hidden = {
            number
            for entry in gone
            for number in self._numbers.get(folded(entry.phrase), ())
            if self.entries[number] is entry
        }
        if not hidden:
            return self
        from copy import copy  # noqa: PLC0415 - slow to import, and seldom needed

        rest = copy(self)
        vars(rest)["_hidden"] = self._hidden | hidden
        vars(rest)["_told_apart"] = {}
        vars(rest).pop("_genuine", None)
        return rest

    def _add(self, number: int, phrase: str) -> None:
        self._numbers.setdefault(phrase, []).append(number)
        node = self._root
        norms = phrase.split(" ") if phrase else []
        for at, norm in enumerate(norms, 1):
            if norm != POSSESSIVE or at == len(norms):
                node = node.setdefault(stems(norm)[-1], {})
        if node is not self._root:
            node.setdefault(HERE, []).append(number)

    def find(self, tokens: Tokens, joins: Mapping[int, str] = _NO_JOINS) -> Iterator[PhraseMatch]:
        """Find every match of every phrase.

        `joins` gives the joined reading of a token and the next where a word may have been divided
        at a line end; both readings are searched.
        """
        norms = tokens.norms
        leads, following = [*map(self._starts.__getitem__, norms)], [*norms[1:], ""]
        for first in compress(range(len(norms)), leads):
            norm = following[first]
            head = norm[:HEAD]
            for start in leads[first]:
                heads = start.heads
                if heads is None or joins or (head in heads and start.leads_to(norm)):
                    yield from self._from(start.node, norms, first, first + 1, joins)
        for first, norm in joins.items():
            for node, _ in self._starts[norm]:
                yield from self._from(node, norms, first, first + 2, joins)

    def stretches(self, pieces: Sequence[str]) -> Iterator[Tokens]:
        """Yield the tokens of the parts of a text, given as `pieces`, that may contain a phrase.

        `find` finds the same matches in them as in the whole text.
        """
        self._words_seen += len(pieces)
        for tokens in stretches(pieces, self._piece_starts, self._longest):
            self._words_divided += len(tokens)
            yield tokens

    @property
    def is_sparse(self) -> bool:
        """Whether phrases begin in so few places that looking for these first pays off."""
        return self._words_seen < _TRIED or self._words_divided < self._words_seen * _WORTH

    @cached_property
    def _piece_starts(self) -> Starts:
        return Starts(self._root, norms_of_piece)

    @cached_property
    def _longest(self) -> int:
        """The number of words of the longest phrase."""
        return max(phrase.count(" ") + 1 for phrase in self.folded)

    def _from(
        self,
        node: dict[str, Any],
        norms: list[str],
        first: int,
        last: int,
        joins: Mapping[int, str],
    ) -> Iterator[PhraseMatch]:
        """The matches that start with tokens `[first, last)`, whose stem has led to `node`."""
        begun = joins[first] if last > first + 1 else norms[first]
        # A stack, since several branches stay open at once: a token may have several stems, a
        # possessive ending can be skipped, and a divided word has two readings.
        pending = [(node, last, begun)]
        while pending:
            node, last, place = pending.pop()
            if ends := node.get(HERE):
                for number, fixes in self._entries_at(ends):
                    exact = self.folded[number] == place
                    yield PhraseMatch(number, first, last, exact, fixes, place)
            if last < len(norms):
                norm = norms[last]
                if norm == POSSESSIVE and len(node) > (HERE in node):
                    pending.append((node, last + 1, f"{place} {norm}"))
                pending += [
                    (node[key], last + 1, f"{place} {norm}") for key in stems(norm) if key in node
                ]
                if last in joins:
                    norm = joins[last]
                    found = [node[key] for key in stems(norm) if key in node]
                    pending += [(below, last + 2, f"{place} {norm}") for below in found]

    def _entries_at(self, ends: list[int]) -> list[tuple[int, tuple[str, ...]]]:
        """The entries ending at a node; of equivalent ones the latest, with the fixes of all."""
        if (known := self._told_apart.get(id(ends))) is not None:
            return known
        same: dict[object, list[int]] = {}
        present = [number for number in ends if number not in self._hidden]
        for number in present:
            said = self._said(number) if len(present) > 1 else None  # what is alone has no like
            same.setdefault(said, []).append(number)
        found = []
        for numbers in same.values():
            fixes = (fix for n in reversed(numbers) for fix in self.entries[n].fixes)
            found.append((numbers[-1], tuple(islice(dict.fromkeys(fixes), _MOST_FIXES))))
        self._told_apart[id(ends)] = found
        return found

    def _said(self, number: int) -> object:
        """What an entry says apart from its fixes: its phrase and its conditions."""
        entry = self.entries[number]
        exactly = fold(entry.phrase, cased=True) if entry.case == "exact" else None
        return self.folded[number], exactly, entry.keep, entry.unless, entry.only_with, entry.prefer

    def entries_of(self, phrase: str) -> list["Entry"]:
        """The entries for a folded phrase, in their order."""
        numbers = self._numbers.get(phrase, ())
        return [self.entries[number] for number in numbers if number not in self._hidden]

    @property
    def present(self) -> list["Entry"]:
        """The entries that have not been removed."""
        return [entry for n, entry in enumerate(self.entries) if n not in self._hidden]

    @cached_property
    def _near_groups(self) -> list[list[int]]:
        """The entries whose phrases are also searched by similarity, grouped by what they say."""
        groups: dict[object, list[int]] = {}
        for number, entry in enumerate(self.entries):
            if not (entry.keep or entry.prefer) and entry.fixes and entry.case == "smart":
                groups.setdefault(self._said(number), []).append(number)
        return list(groups.values())

    @cached_property
    def near(self) -> "NearIndex":
        """The index for near matches; `near_entry` maps its phrases to entries."""
        from unspin_gui.core.glossary.fuzzy_index import NearIndex  # noqa: PLC0415 - most searches are exact

        return NearIndex(self.folded[group[0]] for group in self._near_groups)

    def near_entry(self, phrase: int) -> "Entry | None":
        """The latest entry for a phrase of the near-match index; None if all have been removed."""
        present = (n for n in reversed(self._near_groups[phrase]) if n not in self._hidden)
        number = next(present, None)
        return None if number is None else self.entries[number]

    @cached_property
    def word_by_word(self) -> "CompositionalIndex":
        """The index of terms that can be rebuilt word by word from the entries."""
        from unspin_gui.core.glossary.compositional import CompositionalIndex  # noqa: PLC0415 - as above

        return CompositionalIndex(self.entries)

    @cached_property
    def _genuine(self) -> frozenset[tuple[str, ...]]:
        """The stems of all fixes and keep entries."""
        left = self.present
        fixes = (fix for entry in left for fix in entry.fixes)
        kept = (entry.phrase for entry in left if entry.keep)
        return frozenset(stemmed(folded(text).split(" ")) for text in (*fixes, *kept))

    def is_genuine(self, norms: Sequence[str]) -> bool:
        """Whether folded words are, inflection aside, a fix or a phrase to keep."""
        return stemmed(norms) in self._genuine

    def has_genuine(self, stems: tuple[str, ...]) -> bool:
        """As `is_genuine`, of the stems that `stemmed` gives for the words."""
        return stems in self._genuine

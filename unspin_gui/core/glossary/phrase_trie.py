"""The index of many phrases: a trie over the stems of their tokens."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property, lru_cache
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from unspin_gui.core.text.stems import stems
from unspin_gui.core.text.tokens import POSSESSIVE, Token, fold

if TYPE_CHECKING:
    from unspin_gui.core.glossary.compositional import CompositionalIndex
    from unspin_gui.core.glossary.entry import Entry
    from unspin_gui.core.glossary.fuzzy_index import NearIndex

_MOST_STARTS = 50_000
_HERE = ""
"""The key of a trie node under which the numbers of the phrases that end there stand."""


class _Starts(dict[str, tuple[dict[str, Any], ...]]):
    """The nodes under the root that each word met so far leads to; for most there are none."""

    def __init__(self, root: dict[str, Any]) -> None:
        super().__init__()
        self._root = root

    def __missing__(self, norm: str) -> tuple[dict[str, Any], ...]:
        if len(self) > _MOST_STARTS:
            self.clear()
        self[norm] = nodes = tuple(self._root[key] for key in stems(norm) if key in self._root)
        return nodes


_MOST_FIXES = 50
"""So many fixes of one phrase are offered, those of the latest entries first."""
_NO_JOINS: Mapping[int, str] = MappingProxyType({})


class Place(NamedTuple):
    """Where a phrase stands: tokens `[first, last)`, which read `text` when folded.

    `number` is that of its entry, `fixes` those of all entries that say the same; without
    `exact` only the stems are those of the phrase.
    """

    number: int
    first: int
    last: int
    exact: bool
    fixes: tuple[str, ...]
    text: str


class PhraseTrie:
    """Phrases of entries, searched exactly and by stem in one walk; built once.

    Possessive endings inside a phrase are skipped, so "parkinson illness" is found in
    "Parkinson's illness".
    """

    def __init__(self, entries: Sequence["Entry"]) -> None:
        self.entries = tuple(entries)
        self.folded = [_folded(entry.phrase) for entry in self.entries]
        self._root: dict[str, Any] = {}
        self._numbers: dict[str, list[int]] = {}
        for number, folded in enumerate(self.folded):
            self._add(number, folded)
        self._starts = _Starts(self._root)
        self._hidden: frozenset[int] = frozenset()
        self._told_apart: dict[int, list[tuple[int, tuple[str, ...]]]] = {}

    def without(self, gone: Iterable["Entry"]) -> "PhraseTrie":
        """The index without these of its entries; what is built already is shared."""
        hidden = {
            number
            for entry in gone
            for number in self._numbers.get(_folded(entry.phrase), ())
            if self.entries[number] is entry
        }
        if not hidden:
            return self
        rest = copy(self)
        vars(rest)["_hidden"] = self._hidden | hidden
        vars(rest)["_told_apart"] = {}
        vars(rest).pop("_genuine", None)
        return rest

    def _add(self, number: int, folded: str) -> None:
        self._numbers.setdefault(folded, []).append(number)
        node = self._root
        norms = folded.split(" ") if folded else []
        for at, norm in enumerate(norms, 1):
            if norm != POSSESSIVE or at == len(norms):
                node = node.setdefault(stems(norm)[-1], {})
        if node is not self._root:
            node.setdefault(_HERE, []).append(number)

    def find(
        self, tokens: Sequence[Token], joins: Mapping[int, str] = _NO_JOINS
    ) -> Iterator[Place]:
        """Every place of every phrase.

        `joins` tells what a token and the next one read in one piece, where a word may have been
        divided at a line end; the two are searched apart and joined.
        """
        norms = [token[0] for token in tokens]
        starts = map(self._starts.__getitem__, norms)
        for first, nodes in [start for start in enumerate(starts) if start[1]]:
            for node in nodes:
                if _HERE in node or joins or _goes_on(node, norms, first + 1):
                    yield from self._from(node, norms, first, first + 1, joins)
        for first, norm in joins.items():
            for node in self._starts[norm]:
                yield from self._from(node, norms, first, first + 2, joins)

    def _from(
        self,
        node: dict[str, Any],
        norms: list[str],
        first: int,
        last: int,
        joins: Mapping[int, str],
    ) -> Iterator[Place]:
        """The phrases that start with tokens `[first, last)`, whose stem has led to `node`."""
        begun = joins[first] if last > first + 1 else norms[first]
        pending = [(node, last, begun)]
        while pending:
            node, last, place = pending.pop()
            if ends := node.get(_HERE):
                for number, fixes in self._entries_at(ends):
                    exact = self.folded[number] == place
                    yield Place(number, first, last, exact, fixes, place)
            if last < len(norms):
                norm = norms[last]
                if norm == POSSESSIVE and len(node) > (_HERE in node):
                    pending.append((node, last + 1, f"{place} {norm}"))
                found = [node[key] for key in stems(norm) if key in node]
                pending += [(below, last + 1, f"{place} {norm}") for below in found]
                if last in joins:
                    norm = joins[last]
                    found = [node[key] for key in stems(norm) if key in node]
                    pending += [(below, last + 2, f"{place} {norm}") for below in found]

    def _entries_at(self, ends: list[int]) -> list[tuple[int, tuple[str, ...]]]:
        """The entries that end at a node, those that say the same once: the latest, all fixes."""
        if (known := self._told_apart.get(id(ends))) is not None:
            return known
        same: dict[object, list[int]] = {}
        for number in ends:
            if number not in self._hidden:
                same.setdefault(self._said(number), []).append(number)
        found = []
        for numbers in same.values():
            fixes = (fix for n in reversed(numbers) for fix in self.entries[n].fixes)
            found.append((numbers[-1], tuple(islice(dict.fromkeys(fixes), _MOST_FIXES))))
        self._told_apart[id(ends)] = found
        return found

    def _said(self, number: int) -> object:
        """What an entry says but for its fixes: of which phrase, and under which conditions."""
        entry = self.entries[number]
        exactly = fold(entry.phrase, cased=True) if entry.case == "exact" else None
        return self.folded[number], exactly, entry.keep, entry.unless, entry.only_with

    def entries_of(self, folded: str) -> list["Entry"]:
        """The entries of a folded phrase, in their order."""
        numbers = self._numbers.get(folded, ())
        return [self.entries[number] for number in numbers if number not in self._hidden]

    @property
    def present(self) -> list["Entry"]:
        """The entries that were not taken out."""
        return [entry for n, entry in enumerate(self.entries) if n not in self._hidden]

    @cached_property
    def _near_groups(self) -> list[list[int]]:
        """The entries whose phrases are also searched for by likeness, by what they say."""
        groups: dict[object, list[int]] = {}
        for number, entry in enumerate(self.entries):
            if not entry.keep and entry.fixes and entry.case == "smart":
                groups.setdefault(self._said(number), []).append(number)
        return list(groups.values())

    @cached_property
    def near(self) -> "NearIndex":
        """The index for near matches; `near_entry` tells whose phrase is whose."""
        from unspin_gui.core.glossary.fuzzy_index import NearIndex  # noqa: PLC0415 - most searches are exact

        return NearIndex(self.folded[group[0]] for group in self._near_groups)

    def near_entry(self, phrase: int) -> "Entry | None":
        """The latest entry of a phrase of the index for near matches; None where all are out."""
        present = (n for n in reversed(self._near_groups[phrase]) if n not in self._hidden)
        number = next(present, None)
        return None if number is None else self.entries[number]

    @cached_property
    def word_by_word(self) -> "CompositionalIndex":
        """The terms that the entries give when their words are put together anew."""
        from unspin_gui.core.glossary.compositional import CompositionalIndex  # noqa: PLC0415 - as above

        return CompositionalIndex(self.entries)

    @cached_property
    def _genuine(self) -> frozenset[tuple[str, ...]]:
        """The stems of everything a fix or a keep entry says."""
        left = self.present
        fixes = (fix for entry in left for fix in entry.fixes)
        kept = (entry.phrase for entry in left if entry.keep)
        return frozenset(_stemmed(_folded(text).split(" ")) for text in (*fixes, *kept))

    def is_genuine(self, norms: Sequence[str]) -> bool:
        """Whether folded words are, but for inflection, a fix or a phrase to keep."""
        return _stemmed(norms) in self._genuine


def _goes_on(node: dict[str, Any], norms: list[str], at: int) -> bool:
    """Whether a phrase that has led to `node` may have the token at `at` as its next."""
    if at >= len(norms):
        return False
    return norms[at] == POSSESSIVE or any(key in node for key in stems(norms[at]))


@lru_cache(maxsize=100_000)
def _folded(phrase: str) -> str:
    """As `fold`; remembered, as a glossary is indexed again after each change of an entry."""
    return fold(phrase)


def _stemmed(norms: Sequence[str]) -> tuple[str, ...]:
    return tuple(stems(norm)[-1] for norm in norms)

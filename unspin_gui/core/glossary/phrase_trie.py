"""The index of many phrases: a trie over the stems of their tokens."""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

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

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, int, bool]]:
        """(entry number, first token, last token + 1, exact or only of the same stems)."""
        norms = [token[0] for token in tokens]
        starts = map(self._starts.__getitem__, norms)
        for first, nodes in [start for start in enumerate(starts) if start[1]]:
            for node in nodes:
                yield from self._from(node, norms, first)

    def _from(
        self, node: dict[str, Any], norms: list[str], first: int
    ) -> Iterator[tuple[int, int, int, bool]]:
        """The phrases that start at token `first`, whose stem has led to `node`."""
        pending = [(node, first + 1)]
        while pending:
            node, last = pending.pop()
            if ends := node.get(_HERE):
                place = " ".join(norms[first:last])
                for number in ends:
                    if number in self._hidden:
                        continue
                    yield number, first, last, self.folded[number] == place
            if last < len(norms):
                if norms[last] == POSSESSIVE and len(node) > (_HERE in node):
                    pending.append((node, last + 1))
                pending += [(node[key], last + 1) for key in stems(norms[last]) if key in node]

    def entries_of(self, folded: str) -> list["Entry"]:
        """The entries of a folded phrase, in their order."""
        numbers = self._numbers.get(folded, ())
        return [self.entries[number] for number in numbers if number not in self._hidden]

    @property
    def present(self) -> list["Entry"]:
        """The entries that were not taken out."""
        return [entry for n, entry in enumerate(self.entries) if n not in self._hidden]

    @cached_property
    def _near_numbers(self) -> list[int]:
        """The entries whose phrases are also searched for by likeness."""
        return [
            n for n, e in enumerate(self.entries) if not e.keep and e.fixes and e.case == "smart"
        ]

    @cached_property
    def near(self) -> "NearIndex":
        """The index for near matches; `near_entry` tells whose phrase is whose."""
        from unspin_gui.core.glossary.fuzzy_index import NearIndex  # noqa: PLC0415 - most searches are exact

        return NearIndex(self.folded[number] for number in self._near_numbers)

    def near_entry(self, phrase: int) -> "Entry | None":
        """The entry of a phrase of the index for near matches; None where it was taken out."""
        number = self._near_numbers[phrase]
        return None if number in self._hidden else self.entries[number]

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


@lru_cache(maxsize=100_000)
def _folded(phrase: str) -> str:
    """As `fold`; remembered, as a glossary is indexed again after each change of an entry."""
    return fold(phrase)


def _stemmed(norms: Sequence[str]) -> tuple[str, ...]:
    return tuple(stems(norm)[-1] for norm in norms)

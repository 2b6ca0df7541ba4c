"""Finds terms without an entry of their own that were spun word by word.

"counterfeit consciousness" (artificial intelligence) and "profound neural organization" (deep
neural network) together explain "counterfeit neural organization": replacing each word as at least
two entries do must give a term that is some entry's fix.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from unspin_gui.core.text.stems import stemmed
from unspin_gui.core.text.tokens import folded, is_function

if TYPE_CHECKING:
    from unspin_gui.core.glossary.entry import Entry

_TWICE = 2
_LONGEST = 4
_MOST = 500
"""Windows with more readings than this are left alone."""


class Rebuilt(NamedTuple):
    """Words `[first, last)` of a run that yield a fix of `entry` when each is replaced."""

    first: int
    last: int
    entry: "Entry"
    fix: str


class CompositionalIndex:
    """What single words replace in the entries, and the known terms."""

    def __init__(self, entries: Iterable["Entry"]) -> None:
        self._terms: dict[tuple[str, ...], tuple[Entry, str]] = {}
        self._sound: set[str] = set()
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        entries = [e for e in entries if not (e.keep or e.only_with or e.unless or e.prefer)]
        for entry in entries:
            fixes = [folded(fix).split(" ") for fix in entry.fixes]
            terms = [stemmed(words) for words in fixes]
            for fix, words, term in zip(entry.fixes, fixes, terms, strict=True):
                self._sound.update(term)
                if len(term) > 1 and not any(map(is_function, words)):
                    self._terms.setdefault(term, (entry, fix))
            spun = stemmed(folded(entry.phrase).split(" "))
            if terms and len(spun) == len(terms[0]):
                for ours, theirs in zip(spun, terms[0], strict=True):
                    counts[ours][theirs] += ours != theirs
        self._beginnings = {term[0] for term in self._terms}
        self._stood = {word: often for word, n in counts.items() if (often := _often(n))}

    def find(self, norms: Sequence[str]) -> Iterator[Rebuilt]:
        """Find terms in a run of folded words; at most one for each window.

        At least one of the words must occur in no term: "point matching" is not "feature matching",
        however often "points" stood for "features".
        """
        words = stemmed(norms)
        for first, word in enumerate(words):
            if word in self._stood or word in self._beginnings:
                for last in range(first + 2, min(first + _LONGEST, len(words)) + 1):
                    if found := self._rebuilt(words[first:last]):
                        yield Rebuilt(first, last, *found)

    def _rebuilt(self, words: tuple[str, ...]) -> "tuple[Entry, str] | None":
        odd = [word for word in words if word in self._stood and word not in self._sound]
        if not odd or words in self._terms:
            return None
        ways = [(word, *self._stood.get(word, ())) for word in words]
        if prod(map(len, ways)) > _MOST:
            return None
        return next((self._terms[way] for way in product(*ways) if way in self._terms), None)


def _often(counts: Counter[str]) -> list[str]:
    return [other for other, count in counts.items() if count >= _TWICE]

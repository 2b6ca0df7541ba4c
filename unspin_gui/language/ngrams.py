"""A trigram model of English, queried in batches.

A back-off model (Katz 1987): a trigram not in it is estimated from the bigram and the back-off
weight of its context, and a bigram likewise from the word. The numbers
(`resources/language/ngrams.bin`, made by tools/build_language_model.py from a model of American
news English by CMU Sphinx, BSD licence) are kept as sorted keys, so that a whole batch of n-grams
is found by `numpy.searchsorted`. Logarithms are natural.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Floats, Ints

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Array
    from unspin_gui.core.noisy_channel.language_model import Phrases, Places


UNKNOWN = -15.0
"""Log probability of a word that the model does not know."""


class NgramModel:
    """P(word | two words before it); words are numbers, `unknown` is any word outside.

    The n-gram implementation of `core.noisy_channel.language_model.LanguageModel`.
    """

    def __init__(self, arrays: dict[str, "Array"]) -> None:
        names = arrays["lm.names"].tobytes().decode("utf-8").split("\0")[:-1]
        self.words = {name: number for number, name in enumerate(names)}
        self.unknown = len(names)
        self.names = (*names, "")
        one = np.concatenate([arrays["lm.one"], [[UNKNOWN], [0.0]]], axis=1).astype(np.float32)
        self.unigram, self._back = one[0], one[1]
        self._tables = arrays["lm.tables"].astype(np.float32)
        self._two, self._two_p, self._two_b = (arrays[f"lm.{n}"] for n in ("two", "two_p", "two_b"))
        self._three, self._three_p = arrays["lm.three"], arrays["lm.three_p"]

    def encode(self, words: Sequence[str]) -> Ints:
        """The numbers of lower-case words."""
        get, unknown = self.words.get, self.unknown
        return np.fromiter((get(word, unknown) for word in words), np.int64, len(words))

    def fit(self, places: "Places", phrases: "Phrases") -> Floats:
        """Log probability of each wording in its place, together with the two words after it."""
        left, right = places.left, places.right
        fixed = (self._pairs(left[:, 0], left[:, 1]), self._pairs(right[:, 0], right[:, 1]))
        total = np.zeros(len(phrases.place), np.float32)
        for size in np.unique(phrases.size):
            rows = np.flatnonzero(phrases.size == size)
            place = phrases.place[rows]
            middle = [phrases.words[rows, n] for n in range(size)]
            sequence = [*left[place].T, *middle, *right[place].T]
            pairs = [fixed[0][place], *map(self._pairs, sequence[1:-2], sequence[2:-1])]
            pairs.append(fixed[1][place])
            for n in range(2, len(sequence)):
                total[rows] += self._third(*sequence[n - 2 : n + 1], *pairs[n - 2 : n])
        return total

    def _pairs(self, first: Ints, second: Ints) -> Ints:
        """The index of each bigram in the model, -1 if it is not there."""
        found = _search(self._two, second * self.unknown + first)
        known: Ints = np.where((first < self.unknown) & (second < self.unknown), found, -1)
        return known

    def _third(self, first: Ints, second: Ints, third: Ints, before: Ints, pair: Ints) -> Floats:
        """Log P(third | first, second), given the indices of the bigrams (1, 2) and (2, 3).

        An unknown third word gets `UNKNOWN` whatever precedes it.
        """
        known = self._tables[0, self._two_p[pair]]
        result = np.where(pair >= 0, known, self._back[second] + self.unigram[third])
        result += np.where(before >= 0, self._tables[1, self._two_b[before]], np.float32(0))
        rows = np.flatnonzero((pair >= 0) & (before >= 0))
        found = _search(self._three, pair[rows] * self.unknown + first[rows])
        hit = np.flatnonzero(found >= 0)
        result[rows[hit]] = self._tables[2, self._three_p[found[hit]]]
        return np.where(third == self.unknown, np.float32(UNKNOWN), result)


def _search(keys: "Array", wanted: Ints) -> Ints:
    """The index of each wanted key among the sorted keys, -1 if it is not there.

    Searched in ascending order, which is five times as fast as in random order.
    """
    order = np.argsort(wanted)
    ascending = wanted[order]
    found = np.minimum(keys.searchsorted(ascending), len(keys) - 1)
    result = np.empty(len(wanted), np.int64)
    result[order] = np.where(keys[found] == ascending, found, -1)
    return result

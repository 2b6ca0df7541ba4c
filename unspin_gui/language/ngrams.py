"""A trigram model of English, queried in batches.

Its numbers (`resources/language/ngrams.bin`, made by tools/build_language_model.py from a model of
American news English by CMU Sphinx, BSD licence) are kept in hash tables (`ngram_tables`), so that
a whole batch of n-grams is found at once. Logarithms are natural.
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Floats, Ints
from unspin_gui.language.ngram_tables import PAIR, TRIPLE, WORD, found

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Array
    from unspin_gui.core.noisy_channel.language_model import Phrases, Places


UNKNOWN, RAREST = -15.0, -18.0
"""Log probability of a wholly unknown word, and of the rarest one outside the model."""


class NgramModel:
    """P(word | two words before it); words are numbers, `unknown` is any word outside.

    Words outside the trigrams of which `ex.names` and `ex.zipf` tell how frequent they are follow
    the model's own; they are as likely everywhere, and nothing follows from them.

    The implementation of `core.noisy_channel.language_model.LanguageModel` with n-grams.
    """

    def __init__(self, arrays: dict[str, "Array"]) -> None:
        names = _names(arrays["lm.names"])
        self.outside = len(names)
        more = _names(arrays["ex.names"]) if "ex.names" in arrays else []
        names += more
        self.words = {name: number for number, name in enumerate(names)}
        self.unknown = len(names)
        self.names = (*names, "")
        one = arrays["lm.one"].astype(np.float32)
        zipf = arrays["ex.zipf"].astype(np.float32) / 25 if more else np.zeros(0, np.float32)
        rare = np.clip((zipf - 9) * np.float32(math.log(10)), RAREST, None)
        self.unigram: Floats = np.concatenate([one[0], rare, [UNKNOWN]]).astype(np.float32)
        self._back: Floats = np.append(one[1], np.zeros(len(more) + 1, np.float32))
        self._tables = arrays["lm.tables"].astype(np.float32)
        self._two, self._two_p, self._two_b = (arrays[f"lm.{n}"] for n in ("two", "two_p", "two_b"))
        self._three, self._three_p = arrays["lm.three"], arrays["lm.three_p"]

    def encode(self, words: Sequence[str]) -> Ints:
        """The numbers of lower-case words."""
        get, unknown = self.words.get, self.unknown
        return np.fromiter((get(word, unknown) for word in words), np.int64, len(words))

    def along(self, ids: Ints) -> Floats:
        """The log probability of each word after the two before it; the first two by themselves."""
        result = self.unigram[ids]
        if len(ids) > 2:
            pairs = self._pairs(ids[:-1], ids[1:])
            result[2:] = self._third(ids[:-2], ids[1:-1], ids[2:], pairs[:-1], pairs[1:])
        return result

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
        """Where each bigram stands in the model, -1 where it does not."""
        known = (first < self.outside) & (second < self.outside)
        return found(self._two, (second << WORD) | first, known, PAIR)

    def _third(self, first: Ints, second: Ints, third: Ints, before: Ints, pair: Ints) -> Floats:
        """Log P(third | first, second), given the indices of the bigrams (1, 2) and (2, 3).

        A third word outside the model gets its own probability whatever stands before.
        """
        result: Floats = self._back[second] + self.unigram[third]
        known = np.flatnonzero(pair >= 0)
        result[known] = self._tables[0][self._two_p[pair[known]]]
        ahead = np.flatnonzero(before >= 0)
        result[ahead] += self._tables[1][self._two_b[before[ahead]]]
        both = known[before[known] >= 0]
        place = found(self._three, (pair[both] << WORD) | first[both], None, TRIPLE)
        hit = np.flatnonzero(place >= 0)
        result[both[hit]] = self._tables[2][self._three_p[place[hit]]]
        outside = np.flatnonzero(third >= self.outside)
        result[outside] = self.unigram[third[outside]]
        return result


def _names(data: "Array") -> list[str]:
    """The words of a list, each terminated by NUL."""
    return data.tobytes().decode("utf-8").split("\0")[:-1]

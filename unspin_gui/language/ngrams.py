"""A trigram model of English, queried in batches.

Its numbers (`resources/language/ngrams.bin`, made by tools/build_language_model.py from a model of
American news English by CMU Sphinx, BSD licence) are kept in hash tables (`ngram_tables`), so that
a whole batch of n-grams is found at once. Logarithms are natural.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Floats, Ints, Words
from unspin_gui.language.ngram_tables import PAIR, TRIPLE, WORD, slots_of
from unspin_gui.language.word_numbers import Encoding, Names, Numbers

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Array
    from unspin_gui.core.noisy_channel.language_model import Phrases, Places
    from unspin_gui.core.text.spellings import Spellings


_ROWS = 16384
"""How many wordings are scored together: more take more memory, fewer more time."""
UNKNOWN, RAREST = -15.0, -18.0
"""Log probability of a wholly unknown word, and of the rarest one outside the model."""


class NgramModel:
    """P(word | two words before it); words are numbers, `unknown` is any word outside.

    Words outside the trigrams, whose frequency `ex.zipf` gives, come after the model's own; they
    are equally likely everywhere and say nothing about what follows. Words for which `spellings`
    has an American spelling are read as that if it is better known.

    The implementation of `core.noisy_channel.language_model.LanguageModel` with n-grams.
    """

    def __init__(self, arrays: dict[str, "Array"], spellings: "Spellings | None" = None) -> None:
        self.names = Names(arrays)
        self.words = Numbers(arrays, self.names)
        self.unknown, self.outside = len(self.words), arrays["lm.one"].shape[1]
        more = self.unknown - self.outside
        one = arrays["lm.one"].astype(np.float32)
        zipf = arrays["ex.zipf"].astype(np.float32) / 25 if more else np.zeros(0, np.float32)
        rare = np.clip((zipf - 9) * np.float32(math.log(10)), RAREST, None)
        self.unigram: Floats = np.concatenate([one[0], rare, [UNKNOWN]]).astype(np.float32)
        spelt = self._read_as(spellings.american) if spellings else {}
        self._encoding = Encoding(self.words, self.unknown, spelt)
        self._back: Floats = np.append(one[1], np.zeros(more + 1, np.float32))
        self._tables = arrays["lm.tables"].astype(np.float32)
        self._two, self._two_p, self._two_b = (arrays[f"lm.{n}"] for n in ("two", "two_p", "two_b"))
        self._three, self._three_p = arrays["lm.three"], arrays["lm.three_p"]

    def encode(self, words: Sequence[str]) -> Ints:
        """Return the numbers of lower-case words."""
        return np.fromiter(map(self._encoding.__getitem__, words), np.int64, len(words))

    def _read_as(self, american: Mapping[str, str]) -> dict[str, int]:
        """Return the numbers of words whose other spelling is the better known one."""
        found = {}
        for word, other in american.items():
            own, known = (self.words.get(one, self.unknown) for one in (word, other))
            rarer = own >= self.outside or self.unigram[own] <= self.unigram[known]
            if known < self.outside and rarer:
                found[word] = known
        return found

    def along(self, ids: Ints) -> Floats:
        """Return the log probability of each word after the two before it; the first two alone."""
        result = self.unigram[ids]
        if len(ids) > 2:
            pairs = self._pairs(ids[:-1], ids[1:])
            result[2:] = self._third(ids[:-2], ids[1:-1], ids[2:], pairs[:-1], pairs[1:])
        return result

    def fit(self, places: "Places", phrases: "Phrases") -> Floats:
        """Return the log probability of each wording in its place and of the two words after it."""
        around = (*places.left.T, *places.right.T)
        fixed = self._pairs(around[0], around[1]), self._pairs(around[2], around[3])
        total = np.zeros(len(phrases.place), np.float32)
        for start in range(0, len(total), _ROWS):
            some = slice(start, start + _ROWS)
            place, words, size = phrases.place[some], phrases.words[some], phrases.size[some]
            sizes = np.flatnonzero(np.bincount(size))
            groups = [np.flatnonzero(size == n) for n in sizes]
            sequences = [
                _sequences(around, place.take(rows), words.take(rows, axis=0).T[:n])
                for n, rows in zip(sizes, groups, strict=True)
            ]
            ends = [[pairs.take(place.take(rows)) for pairs in fixed] for rows in groups]
            scores = self._sums(sequences, ends)
            for rows, score in zip(groups, scores, strict=True):
                total[start + rows] = score
        return total

    def _sums(self, sequences: Sequence[Ints], ends: Sequence[Sequence[Ints]]) -> Iterator[Floats]:
        """Yield the log probability of each column of tables of words, without its first two words.

        `ends` are the indices of the first and the last bigram of each column. The n-grams of all
        tables are looked up together.
        """
        inner = self._pairs(_joined(sequences, 1, -2), _joined(sequences, 2, -1))
        parts = np.split(inner, np.cumsum([rows[3:].size for rows in sequences])[:-1])
        pairs = [
            np.vstack([first, part.reshape(-1, len(first)), last])
            for part, (first, last) in zip(parts, ends, strict=True)
        ]
        first, second, third = (_joined(sequences, n, n - 2 or None) for n in range(3))
        before, after = _joined(pairs, 0, -1), _joined(pairs, 1, None)
        each = self._third(first, second, third, before, after)
        at = 0
        for rows in sequences:
            some = each[at : at + rows[2:].size].reshape(-1, rows.shape[1])
            at += some.size
            yield np.add.reduce(some, axis=0)

    def _pairs(self, first: Ints, second: Ints) -> Ints:
        """Return the index of each bigram in the model; -1 if it is not there."""
        known = np.flatnonzero((first < self.outside) & (second < self.outside))
        keys = second.take(known) * self.outside + first.take(known)
        result = np.full(len(first), -1, np.int64)
        result[known] = slots_of(self._two, keys, PAIR)
        return result

    def _third(self, first: Ints, second: Ints, third: Ints, before: Ints, pair: Ints) -> Floats:
        """Log P(third | first, second), given the indices of the bigrams (1, 2) and (2, 3).

        A third word outside the model gets its own probability, whatever precedes it.
        """
        result: Floats = self._back.take(second) + self.unigram.take(third)
        known = np.flatnonzero(pair >= 0)
        at = pair.take(known)
        result[known] = self._tables[0].take(self._two_p.take(at))
        ahead = np.flatnonzero(before >= 0)
        result[ahead] += self._tables[1].take(self._two_b.take(before.take(ahead)))
        both = np.flatnonzero(before.take(known) >= 0)
        known = known.take(both)
        place = slots_of(self._three, (at.take(both) << WORD) | first.take(known), TRIPLE)
        hit = np.flatnonzero(place >= 0)
        result[known.take(hit)] = self._tables[2].take(self._three_p.take(place.take(hit)))
        outside = np.flatnonzero(third >= self.outside)
        result[outside] = self.unigram.take(third.take(outside))
        return result


def _sequences(around: Sequence[Ints], place: Ints, words: Words) -> Ints:
    """Return wordings in their places: each column is one, with the two words before and after."""
    result = np.empty((len(words) + 4, len(place)), np.int64)
    for row, side in zip((0, 1, -2, -1), around, strict=True):
        result[row] = side.take(place)
    result[2:-2] = words
    return result


def _joined(tables: Iterable[Ints], start: int, end: int | None) -> Ints:
    """Return some rows of all tables, one after another."""
    return np.concatenate([rows[start:end].ravel() for rows in tables])

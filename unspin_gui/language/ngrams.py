"""The trigram model of the pocketsphinx wheel, asked in batches.

`en-us.lm.bin` (CMU Sphinx, BSD licence; American news English) is a bit-packed trie, read from
the last word of an n-gram to the first. It is decoded once into sorted keys, so that a
whole batch of n-grams is found by `numpy.searchsorted`. Logarithms are natural.

Layout of the file: "Trie Language Model", order u8, three counts u32, quantisation u32; three
tables of 65,536 f32 (bigram probability, bigram back-off, trigram probability); a unigram
record {probability f32, back-off f32, first bigram u32} for each word and one more; bigrams of
70 bits {word 17, back-off 16, probability 16, first trigram 21}; trigrams of 33 bits {word 17,
probability 16}; length of the words u32, and the words, each ended by NUL.
"""

import math
import struct
from collections.abc import Sequence
from importlib import util
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.noisy_channel.arrays import Floats, Ints

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Array
    from unspin_gui.core.noisy_channel.language_model import Phrases, Places


_MAGIC = b"Trie Language Model"
_LN = math.log(1.0001)
"""The file's logarithms have the base 1.0001."""
UNKNOWN = -15.0
"""Log probability of a word the model does not know."""


def model_file() -> Path:
    """The language model inside the installed pocketsphinx package.

    Raises:
        LanguageDataError: pocketsphinx is not installed, or without its model.
    """
    spec = util.find_spec("pocketsphinx")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / "model" / "en-us" / "en-us.lm.bin"
        if path.is_file():
            return path
    raise LanguageDataError(
        "the language model is missing: install the package pocketsphinx to find unknown phrases"
    )


def decode(path: Path) -> dict[str, "Array"]:
    """The arrays of an `NgramModel`, from the model file.

    Raises:
        LanguageDataError: the file is unreadable or of another kind.
    """
    try:
        data = path.read_bytes()
        return _decode(data)
    except (OSError, struct.error, ValueError, IndexError) as error:
        raise LanguageDataError(f"the language model {path} cannot be read") from error


def _decode(data: bytes) -> dict[str, "Array"]:
    at = len(_MAGIC)
    order, words, bigrams, trigrams, _ = struct.unpack_from("<B4I", data, at)
    if data[:at] != _MAGIC or order != 3 or not 0 < words < 1 << 17:
        raise ValueError("not a trie of trigrams")
    at += 17
    tables = np.frombuffer(data, "<f4", 3 * 65536, at).reshape(3, 65536) * np.float32(_LN)
    at += tables.nbytes
    record = np.dtype([("p", "<f4"), ("b", "<f4"), ("next", "<u4")])
    unigrams = np.frombuffer(data, record, words + 1, at)
    at += unigrams.nbytes
    two = _Packed(data, at, 70)
    at += (bigrams + 1) * 70 // 8 + (1 if (bigrams + 1) * 70 % 8 else 0) + 8
    three = _Packed(data, at, 33)
    at += (trigrams + 1) * 33 // 8 + (1 if (trigrams + 1) * 33 % 8 else 0) + 8
    bigrams = int(unigrams["next"][-1])  # a few fewer than the header says
    following: Ints = np.asarray(unigrams["next"], np.int64)
    last = np.repeat(np.arange(words), following[1:] - following[:-1])
    pair_keys = last * words + two.field(bigrams, 0, 17)
    follow = two.field(bigrams + 1, 49, 21)
    trigrams = int(follow[-1])
    triple_keys = np.repeat(np.arange(bigrams), np.diff(follow)) * words
    triple_keys += three.field(trigrams, 0, 17)
    triple = np.argsort(triple_keys, kind="stable")
    if (np.diff(pair_keys) <= 0).any():
        raise ValueError("the bigrams are out of order")
    return {
        "lm.names": np.frombuffer(data, np.uint8, len(data) - at - 4, at + 4),
        "lm.one": np.stack([unigrams["p"][:-1], unigrams["b"][:-1]]) * np.float32(_LN),
        "lm.tables": tables,
        "lm.two": pair_keys,
        "lm.two_b": two.field(bigrams, 17, 16).astype(np.uint16),
        "lm.two_p": two.field(bigrams, 33, 16).astype(np.uint16),
        "lm.three": triple_keys[triple],
        "lm.three_p": three.field(trigrams, 17, 16)[triple].astype(np.uint16),
    }


class _Packed:
    """Records of a fixed number of bits, one after the other."""

    def __init__(self, data: bytes, start: int, bits: int) -> None:
        self._words = np.ndarray((len(data) - 8,), dtype="<u8", buffer=data, strides=(1,))
        self._start, self._bits = start, bits

    def field(self, count: int, at: int, bits: int) -> Ints:
        """One field of the first `count` records: `bits` wide, `at` bits from their start."""
        place = np.arange(count, dtype=np.int64) * self._bits + at
        shift = (place & 7).astype(np.uint64)
        value = (self._words[self._start + (place >> 3)] >> shift) & np.uint64((1 << bits) - 1)
        result: Ints = value.astype(np.int64)
        return result


class NgramModel:
    """P(word | two words before it); words are numbers, `unknown` any word outside.

    The implementation of `core.context.ContextModel` with n-grams.
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
        """Log probability of each wording in its place and of the two words after it."""
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
        found = _search(self._two, second * self.unknown + first)
        known: Ints = np.where((first < self.unknown) & (second < self.unknown), found, -1)
        return known

    def _third(self, first: Ints, second: Ints, third: Ints, before: Ints, pair: Ints) -> Floats:
        """Log P(third | first, second), given where the bigrams (1, 2) and (2, 3) stand.

        An unknown third word gets `UNKNOWN` whatever stands before.
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
    """Where each wanted key stands among the sorted keys, -1 where it does not.

    Looked up in ascending order: five times as fast as at random.
    """
    order = np.argsort(wanted)
    ascending = wanted[order]
    found = np.minimum(keys.searchsorted(ascending), len(keys) - 1)
    result = np.empty(len(wanted), np.int64)
    result[order] = np.where(keys[found] == ascending, found, -1)
    return result

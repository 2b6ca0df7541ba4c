"""Reads the binary trigram models of CMU Sphinx into the arrays of an `NgramModel`.

A bit-packed trie, read from the last word of an n-gram to the first: "Trie Language Model", order
u8, three counts u32, quantisation u32; three tables of 65,536 f32 (bigram probability, bigram
back-off, trigram probability); a unigram record {probability f32, back-off f32, first bigram u32}
for each word and one more; bigrams of 70 bits {word 17, back-off 16, probability 16, first trigram
21}; trigrams of 33 bits {word 17, probability 16}; the length of the words u32, and the words, each
terminated by NUL. Logarithms to the base 1.0001 are converted to natural ones.
"""

import math
import struct

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Array, Ints

_MAGIC = b"Trie Language Model"
_LN = math.log(1.0001)


def decode(data: bytes) -> dict[str, Array]:
    """The arrays of a model file, with keys in ascending order for lookup in batches.

    Raises:
        ValueError: the file is damaged or of another kind.
    """
    try:
        return _decode(data)
    except (struct.error, IndexError, ValueError) as error:
        raise ValueError(f"the language model cannot be read: {error}") from error


def _decode(data: bytes) -> dict[str, Array]:
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
    """Records of a fixed number of bits, one after another."""

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

"""Word vectors: compare what a word is about with what the words around it are about.

Words that occur in similar contexts have vectors of similar direction (GloVe: Pennington, Socher
and Manning 2014). An n-gram model sees only two words to either side, and only what occurred in its
corpus; vectors cover the whole text and generalise: "hearth" does not belong in a text about
missiles, "fire" does.
"""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Array, Bools, Floats, Ints, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from unspin_gui.core.noisy_channel.language_model import LanguageModel
    from unspin_gui.core.noisy_channel.sentences import Sentences
    from unspin_gui.core.noisy_channel.usage import WordUsage


AROUND = 12
"""How many words on either side count as surrounding a span."""
_USUAL = 1e-3
"""Words of this frequency get half the weight of a rare one (Arora, Liang and Ma 2017)."""
_LEAST = 1e-4
"""The weight of a word without one if it is alone."""
_ROWS = 4096
"""Wordings processed together, so that they stay in the processor's cache."""
_MIDDLE = 8
"""Offset added to the numbers of a vector, which are stored as four bits."""


class ContextVectors(NamedTuple):
    """The context of spans as rows of unit vectors (n, d).

    `own` is the vector of the span, `around` that of the words around it, `text` that of the
    document; the latter two leave out the span itself. `fits` (2, n) is its similarity to the two.
    """

    own: Floats
    around: Floats
    text: Floats
    fits: Floats


def unpacked(arrays: "Mapping[str, Array]") -> "dict[str, Array]":
    """Return the arrays of `WordVectors`, unit vectors, from those of `tools/build_company.py`."""
    scale = np.asarray(arrays["co.scale"], np.float32)
    halves = np.asarray(arrays["co.vectors"], np.uint8)
    numbers = np.stack([halves >> 4, halves & 15], axis=2).reshape(len(halves), -1)
    vectors = unit((numbers.astype(np.float32) - _MIDDLE) * scale)
    vectors = np.vstack([vectors, np.zeros_like(vectors[:1])])  # for words without one
    # In half precision, since the parameters were trained with that.
    return {"co.words": arrays["co.words"], "co.unit": vectors.astype("<f2").view("<u2")}


class WordVectors:
    """Word vectors from the `arrays` that `unpacked` returns; `small` words have no weight.

    `nothing` is the number of a word without a vector.
    """

    def __init__(self, arrays: "Mapping[str, Array]", model: "LanguageModel", small: Bools) -> None:
        words = np.asarray(arrays["co.words"], np.int64)
        self._vectors = np.asarray(arrays["co.unit"], np.uint16)
        self.nothing = model.unknown + 1
        self._row = np.full(self.nothing + 1, len(words), np.int32)
        self._row[words] = np.arange(len(words))
        self._weight = np.zeros(self.nothing + 1, np.float32)
        weight = _USUAL / (_USUAL + np.exp(model.unigram[words]))
        self._weight[words] = np.where(small[words], 0, weight)

    def context(
        self, sentences: "Sentences", first: Ints, words: Ints, usage: "WordUsage"
    ) -> ContextVectors:
        """Return the context of spans, given their first tokens and words, (n, 4), -1 beyond.

        `usage` is how often their documents use each word of the model.
        """
        last = first + (words >= 0).sum(axis=1) - 1
        around = np.zeros((len(first), self._vectors.shape[1]), np.float32)
        ids = np.where(sentences.is_word, sentences.ids, self.nothing)
        spoken, text = self.weighted(np.append(ids, self.nothing)), sentences.text.take(first)
        for offset in (*range(-AROUND, 0), *range(1, AROUND + 1)):
            at = (first if offset < 0 else last) + offset
            inside = np.clip(at, 0, len(ids) - 1)
            there = (at == inside) & (sentences.text.take(inside) == text)
            around += spoken.take(np.where(there, inside, len(ids)), axis=0)
        document = usage.document.take(text)
        whole = np.stack([self._whole(used) for used in usage.table]).take(document, axis=0)
        inside = np.where(words >= 0, words, self.nothing)
        once = np.where(words >= 0, np.minimum(usage.of(words, document[:, None]), 1), 0)
        # A span would agree with a text of which it is part, so it is taken out of that.
        own_share = (once[..., None] * self.weighted(inside)).sum(axis=1)
        own, around, about = self.vectors(words), unit(around), unit(whole - own_share)
        fits = np.stack([cosine(own, around), cosine(own, about)])
        return ContextVectors(own, around, about, fits)

    def _whole(self, used: Floats) -> Floats:
        """Return the sum of a document's vectors; `used` is how often it uses each word."""
        known = np.flatnonzero(used * self._weight[: len(used)])
        whole: Floats = (used[known, None] * self.weighted(known)).sum(axis=0)
        return whole

    def similarities(self, context: ContextVectors, place: Ints, words: Words) -> Floats:
        """Return the cosines of wordings with `around`, `text` and `own` of places, (3, n)."""
        result = np.empty((3, len(words)), np.float32)
        for start in range(0, len(words), _ROWS):
            some = slice(start, start + _ROWS)
            vectors, at = self.vectors(words[some]), place[some]
            for row, other in zip(result, (context.around, context.text, context.own), strict=True):
                row[some] = cosine(vectors, other.take(at, axis=0))
        return result

    def vectors(self, words: Words) -> Floats:
        """Return unit vectors (n, d) of wordings, word numbers (n, 4), -1 beyond their ends."""
        result = self.of(words[:, 0])
        more = np.flatnonzero(words[:, 1] >= 0)
        total = np.zeros((len(more), result.shape[1]), np.float32)
        for column in words.take(more, axis=0).T:
            there = np.where(column >= 0, column, self.nothing)
            weight = np.maximum(self._weight.take(there), _LEAST)
            total += weight[:, None] * self.of(there)
        result[more] = unit(total)
        return result

    def of(self, words: Words) -> Floats:
        """The vectors of single words."""
        return _single(self._vectors.take(self._row.take(words), axis=0))

    def weighted(self, words: Ints) -> Floats:
        """Return the vectors of single words, weighted by how informative these are."""
        weighted: Floats = self._weight.take(words)[..., None] * self.of(words)
        return weighted


def _single(halves: "NDArray[np.uint16]") -> Floats:
    """Convert the bits of finite half-precision numbers (IEEE 754) to single precision.

    numpy's own conversion takes three times as long.
    """
    bits = halves.astype(np.uint32)
    rest = (bits & 0x7FFF) << 13
    # The exponent is still that of half precision, whose bias is 15 instead of 127.
    numbers: Floats = rest.view(np.float32) * np.float32(2.0 ** (127 - 15))
    numbers.view(np.uint32)[...] |= (bits & 0x8000) << 16
    return numbers


def unit(vectors: Floats) -> Floats:
    """Scale vectors (n, d) to length 1; zero vectors stay as they are."""
    length = np.sqrt(np.einsum("...d,...d->...", vectors, vectors))[..., None]
    result: Floats = vectors / np.maximum(length, np.float32(1e-6))
    return result


def cosine(one: Floats, other: Floats) -> Floats:
    """Return the cosine of each row of a table of unit vectors with that of another, (n,)."""
    result: Floats = np.einsum("nd,nd->n", one, other)
    return result

"""Word vectors: compares what a word is about with what the words around it are about.

Words that occur in similar texts have vectors of similar direction (GloVe: Pennington, Socher and
Manning 2014). An n-gram model sees only two words to either side, and only what occurred in its
corpus; vectors cover the whole text and generalise: "hearth" does not belong in a text about
missiles, "fire" does.
"""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Array, Bools, Floats, Ints

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unspin_gui.core.noisy_channel.language_model import LanguageModel
    from unspin_gui.core.noisy_channel.sentences import Sentences


AROUND = 12
"""How many words on either side count as around a span."""
_USUAL = 1e-3
"""Words of this frequency get half the weight of a rare one (Arora, Liang and Ma 2017)."""
_LEAST = 1e-4
"""The weight of a word without one where it stands alone."""
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


class WordVectors:
    """The vectors from the `arrays` of `tools/build_company.py`; `small` words have no weight."""

    def __init__(self, arrays: "Mapping[str, Array]", model: "LanguageModel", small: Bools) -> None:
        words = np.asarray(arrays["co.words"], np.int64)
        scale = np.asarray(arrays["co.scale"], np.float32)
        halves = np.asarray(arrays["co.vectors"], np.uint8)
        numbers = np.stack([halves >> 4, halves & 15], axis=2).reshape(len(words), -1)
        vectors = (numbers.astype(np.float32) - _MIDDLE) * scale
        self._nothing = model.unknown + 1
        self._row = np.zeros(self._nothing + 1, np.int32)
        self._row[words] = np.arange(1, len(words) + 1)
        self._vectors = np.zeros((len(words) + 1, len(scale)), np.float16)
        self._vectors[1:] = unit(vectors)
        self._weight = np.zeros(self._nothing + 1, np.float32)
        weight = _USUAL / (_USUAL + np.exp(model.unigram[words]))
        self._weight[words] = np.where(small[words], 0, weight)

    def context(
        self, sentences: "Sentences", first: Ints, words: Ints, used: Floats
    ) -> ContextVectors:
        """The context of spans, given their first tokens and their words, (n, 4), -1 beyond.

        `used` is how often the document has each word of the model.
        """
        last = first + (words >= 0).sum(axis=1) - 1
        around = np.zeros((len(first), self._vectors.shape[1]), np.float32)
        for offset in (*range(-AROUND, 0), *range(1, AROUND + 1)):
            at = (first if offset < 0 else last) + offset
            inside = np.clip(at, 0, len(sentences.ids) - 1)
            there = (at == inside) & (sentences.text[inside] == sentences.text[first])
            there &= sentences.is_word[inside]
            around += self._weighted(np.where(there, sentences.ids[inside], self._nothing))
        known = np.flatnonzero(used * self._weight[: len(used)])
        text = (used[known, None] * self._weighted(known)).sum(axis=0)
        inside = np.where(words >= 0, words, self._nothing)
        once = np.append(np.minimum(used, 1), np.float32(0))[inside]
        own_share = (once[..., None] * self._weighted(inside)).sum(axis=1)
        own, around, text = self.vectors(words), unit(around), unit(text - own_share)
        fits = np.stack([cosine(own, around), cosine(own, text)])
        return ContextVectors(own, around, text, fits)

    def similarities(self, context: ContextVectors, place: Ints, words: Ints) -> Floats:
        """The cosines of wordings with `around`, `text` and `own` of their places, (3, n)."""
        result = np.empty((3, len(words)), np.float32)
        for start in range(0, len(words), _ROWS):
            some = slice(start, start + _ROWS)
            vectors, at = self.vectors(words[some]), place[some]
            for row, other in zip(result, (context.around, context.text, context.own), strict=True):
                row[some] = cosine(vectors, other[at])
        return result

    def vectors(self, words: Ints) -> Floats:
        """Unit vectors (n, d) of wordings, (n, 4), -1 beyond their ends."""
        result = self._of(words[:, 0])
        more = np.flatnonzero(words[:, 1] >= 0)
        there = np.where(words[more] >= 0, words[more], self._nothing)
        weight = np.maximum(self._weight[there], _LEAST)
        result[more] = unit((weight[:, :, None] * self._of(there)).sum(axis=1))
        return result

    def _of(self, words: Ints) -> Floats:
        """The vectors of single words, which are stored in half the space."""
        vectors: Floats = self._vectors[self._row[words]].astype(np.float32)
        return vectors

    def _weighted(self, words: Ints) -> Floats:
        weighted: Floats = self._weight[words][..., None] * self._of(words)
        return weighted


def unit(vectors: Floats) -> Floats:
    """Scale vectors (n, d) to length 1; zero vectors stay as they are."""
    length = np.sqrt(np.einsum("...d,...d->...", vectors, vectors))[..., None]
    result: Floats = vectors / np.maximum(length, np.float32(1e-6))
    return result


def cosine(one: Floats, other: Floats) -> Floats:
    """The cosine of each row of one table of unit vectors with that of another, (n,)."""
    result: Floats = np.einsum("nd,nd->n", one, other)
    return result

"""Which words keep company: how well a word goes with those around it and with the whole text.

Every word has a vector. The vectors of the five words on either side and the mean of the text's,
each turned by a matrix of its own, add up to what is `heard` at a place; its product with a
word's vector says how well the word belongs there. An n-gram model looks two words far and knows
only what it has seen; this looks farther and knows like from unlike.
"""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from unspin_gui.core.context_model import ContextModel
    from unspin_gui.core.sentences import Sentences

    Array = NDArray[np.generic]
    Ints = NDArray[np.int64]
    Floats = NDArray[np.float32]

FAR = 5
OFFSETS = (*range(-FAR, 0), *range(1, FAR + 1))
"""Where the words are that are heard, counted from the span's first or last word."""
TOPIC, SPREAD = np.float32(3), np.float32(20)
"""How loud the whole text is, and how many words it must have to be heard."""
_ROWS = 4096
"""Wordings looked at together, so that all stays in the processor's cache."""


def content(model: "ContextModel") -> "Floats":
    """How much each word of the model says of what a text is about."""
    weight: Floats = np.clip(-model.unigram - 6, 0, 5).astype(np.float32)
    weight[model.unknown] = 0
    return weight


class Company:
    """The trained vectors, of the `arrays` of `tools/train_company.py`."""

    def __init__(self, arrays: "Mapping[str, Array]", model: "ContextModel") -> None:
        words = np.asarray(arrays["co.words"], np.int64)
        scale = np.asarray(arrays["co.scale"], np.float32)
        zero = np.zeros((1, len(scale)), np.float32)
        vectors = np.asarray(arrays["co.vectors"], np.float32) * scale
        self._vectors: Floats = np.concatenate([vectors, zero])
        self._row = np.full(model.unknown + 2, len(words), np.int32)
        self._row[words] = np.arange(len(words))
        bias = np.append(np.asarray(arrays["co.bias"], np.float32), np.float32(np.nan))
        self._judged = np.isfinite(bias)
        self._bias: Floats = np.where(self._judged, bias, np.float32(0))
        self._turn: Floats = np.asarray(arrays["co.turn"], np.float32).reshape(-1, len(scale))
        self._weight = np.append(content(model), np.float32(0))

    def heard(
        self, sentences: "Sentences", first: "Ints", words: "Ints", used: "Floats"
    ) -> "Floats":
        """What is heard at spans, given their first tokens and their words, (n, 4), -1 beyond.

        `used` says how often the document has each word of the model.
        """
        last = first + (words >= 0).sum(axis=1) - 1
        columns = []
        for offset in OFFSETS:
            at = (first if offset < 0 else last) + offset
            inside = np.clip(at, 0, len(sentences.ids) - 1)
            own = (at == inside) & (sentences.text[inside] == sentences.text[first])
            columns.append(self._vectors[np.where(own, self._row[sentences.ids[inside]], -1)])
        columns.append(self._topic(words, used))
        table = np.concatenate(columns, axis=1)
        # Row by row: in a product of matrices a row's last digits would depend on the batch.
        heard: Floats = np.matmul(table[:, None, :], self._turn)[:, 0]
        return heard

    def _topic(self, words: "Ints", used: "Floats") -> "Floats":
        """The mean of the document's vectors at each span, its own words left out."""
        known = np.flatnonzero((used > 0) & (self._weight[:-1] > 0))
        loud = (used * self._weight[:-1])[known, None]
        about = (loud * self._vectors[self._row[known]]).sum(axis=0)
        own = self._weight[words]
        about = about - (own[:, :, None] * self._vectors[self._row[words]]).sum(axis=1)
        size = np.maximum(loud.sum() - own.sum(axis=1), 0)
        return np.asarray(about * (TOPIC / (size + SPREAD))[:, None], np.float32)

    def fit(self, heard: "Floats", place: "Ints", words: "Ints") -> "Floats":
        """How well wordings, (n, 4), belong to their places: the mean of their judged words."""
        total = self._one(heard, place, words[:, 0])
        count = self._judged[self._row[words[:, 0]]].astype(np.float32)
        more = np.flatnonzero(words[:, 1] >= 0)
        for column in words[more].T[1:]:
            total[more] += self._one(heard, place[more], column)
            count[more] += self._judged[self._row[column]]
        total /= np.maximum(count, 1)
        return total

    def _one(self, heard: "Floats", place: "Ints", words: "Ints") -> "Floats":
        row = self._row[words]
        product = self._bias[row]
        for start in range(0, len(row), _ROWS):
            some = slice(start, start + _ROWS)
            product[some] += np.einsum("nd,nd->n", heard[place[some]], self._vectors[row[some]])
        return np.where(self._judged[row], product, np.float32(0))

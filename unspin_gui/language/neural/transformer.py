"""The forward pass of a Llama model (see `layers`).

Texts are packed one behind the other, so that the matrix products are large. Continuations of a
text are read without reading the text again: its keys and values are cached.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel.causal_model import always
from unspin_gui.language.neural.attention import Attention, Cache, Following, SideBySide
from unspin_gui.language.neural.gguf import ROWS
from unspin_gui.language.neural.int8_matrix import Int8Matrix, in_int8, loudness
from unspin_gui.language.neural.kept import NOWHERE, Kept
from unspin_gui.language.neural.layers import (
    EMBEDDING,
    Layer,
    Places,
    Shape,
    embedded,
    exact_layer,
    in_bytes,
    normed,
    pass_through,
)

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Floats, Ints
    from unspin_gui.language.neural.gguf import GgufFile
    from unspin_gui.language.neural.kept import Arrays
    from unspin_gui.language.neural.products import Product

_OUTPUT, _NORM = "output.weight", "norm"


class StoppedError(Exception):
    """The result is no longer wanted."""


class Continuation(NamedTuple):
    """Tokens that follow the first `after` tokens of a text."""

    after: int
    tokens: Sequence[int]


class Run(NamedTuple):
    """Consecutive tokens; the first is predicted by the state in row `row`, and so on."""

    row: int
    tokens: Sequence[int]


@dataclass(frozen=True, slots=True, eq=False)
class Transformer:
    """The weights of a model, a byte each, except the embedding, which stays in its file.

    `output` are the matrices for parts of the vocabulary, all with the same loud inputs.
    """

    shape: Shape
    file: "GgufFile"
    layers: Sequence[Layer]
    norm: "Floats"
    output: Sequence[Int8Matrix]

    @classmethod
    def of(
        cls, file: "GgufFile", sample: Sequence[int], product: "Product", kept: Kept = NOWHERE
    ) -> "Transformer":
        """Load the model of a file; the tokens of a sample show which inputs are loud.

        Raises:
            LanguageDataError: a tensor is missing or has another shape. KeyError, TypeError,
                ValueError: the metadata does not describe such a model.
        """
        shape = Shape.of(file.metadata)
        parts = kept.all(shape.layers + 1 + -(-shape.vocabulary // ROWS))
        if parts is None:
            parts = kept.put(_made(file, shape, sample))
        layers = [_layer_of(part, product) for part in parts[: shape.layers]]
        norm = parts[shape.layers][_NORM].astype(np.float32, copy=False)
        output = [Int8Matrix.stored(part, "", product) for part in parts[shape.layers + 1 :]]
        return cls(shape, file, layers, norm, output)

    def read(
        self, texts: Sequence[Sequence[int]], is_wanted: Callable[[], bool] = always
    ) -> "tuple[Floats, list[Cache]]":
        """Return the last states of all tokens of some texts, one below the other, and the caches.

        Raises:
            StoppedError: `is_wanted` has returned False; so do the others.
        """
        attention = SideBySide(self.shape.heads, [len(text) for text in texts])
        places = np.concatenate([np.arange(len(text)) for text in texts])
        tokens = [token for text in texts for token in text]
        return self._states(tokens, places, attention, is_wanted), attention.caches

    def read_on(
        self,
        cache: Cache,
        following: Sequence[Continuation],
        is_wanted: Callable[[], bool] = always,
    ) -> "Floats":
        """Return the last states of all tokens of continuations of a text, one below the other."""
        sizes = np.array([len(each.tokens) for each in following])
        after = np.repeat([each.after for each in following], sizes)
        owner = np.repeat(np.arange(len(sizes)), sizes)
        own = np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        tokens = [token for each in following for token in each.tokens]
        attention = Following(self.shape.heads, cache, after, owner, own)
        return self._states(tokens, after + own, attention, is_wanted)

    def log_probabilities(self, states: "Floats", runs: Sequence[Run]) -> "list[Floats]":
        """Return the log probability of each token of some runs."""
        rows = [run.row + n for run in runs for n in range(len(run.tokens))]
        tokens = np.array([token for run in runs for token in run.tokens], np.int64)
        if not rows:
            return [np.zeros(0, np.float32) for _ in runs]
        needed, row = np.unique(np.array(rows, np.int64), return_inverse=True)
        last = normed(states[needed], self.norm, self.shape.epsilon)
        logs = self._logs(last, row, tokens)
        return np.split(logs, np.cumsum([len(run.tokens) for run in runs])[:-1])

    def _logs(self, states: "Floats", row: "Ints", tokens: "Ints") -> "Floats":
        """Return the log probability of each token after the normalised state in its row."""
        best = np.full(len(states), -np.inf, np.float32)
        total = np.zeros(len(states), np.float32)
        wanted, first = np.zeros(len(tokens), np.float32), 0
        prepared = self.output[0].prepared(states)
        for matrix in self.output:
            logits = matrix.times(prepared)
            here = np.flatnonzero((tokens >= first) & (tokens < first + logits.shape[1]))
            wanted[here] = logits[row[here], tokens[here] - first]
            first += logits.shape[1]
            most = np.maximum(best, logits.max(axis=1))
            logits -= most[:, None]
            np.exp(logits, out=logits)
            total = total * np.exp(best - most) + logits.sum(axis=1)
            best = most
        result: Floats = wanted - (best + np.log(total))[row]
        return result

    def _states(
        self,
        tokens: Sequence[int],
        numbers: "Ints",
        attention: Attention,
        is_wanted: Callable[[], bool],
    ) -> "Floats":
        shape = self.shape
        states = embedded(self.file, shape, tokens)
        places = Places.of(shape, numbers, attention)
        for layer in self.layers:
            if not is_wanted():
                raise StoppedError
            pass_through(states, layer, places)
        return states


def _made(file: "GgufFile", shape: Shape, sample: Sequence[int]) -> "Iterator[Arrays]":
    """Yield the parts of a model as arrays: each layer, the last norm, the vocabulary in pieces."""
    states = embedded(file, shape, sample)
    attention = SideBySide(shape.heads, [len(sample)])
    places = Places.of(shape, np.arange(len(sample)), attention)
    for n in range(shape.layers):
        layer = exact_layer(file, f"blk.{n}.", shape)
        pass_through(states, layer, places)
        yield in_bytes(layer)
        file.give_up()
    norm = file.tensor("output_norm.weight", (shape.width,))
    loudest = loudness(normed(states, norm, shape.epsilon))
    name = _OUTPUT if _OUTPUT in file else EMBEDDING
    yield {_NORM: norm}
    for part in file.row_blocks(name, (shape.vocabulary, shape.width)):
        yield in_int8("", part.T, loudest)
    file.give_up()


def _layer_of(part: "Arrays", product: "Product") -> Layer:
    return Layer._make(
        part[name] if name in part else Int8Matrix.stored(part, f"{name}.", product)
        for name in Layer._fields
    )

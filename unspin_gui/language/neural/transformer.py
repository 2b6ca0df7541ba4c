"""The forward pass of a Llama model: SmolLM2 and its family.

Rotary positions (Su et al. 2021), grouped-query attention, RMSNorm and SwiGLU. Texts are packed one
behind the other, so that the matrix products are large. What may follow a part of a text is read
without reading that again: its keys and values are kept.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from unspin_gui.core.noisy_channel.causal_model import always
from unspin_gui.language.neural.attention import Attention, Cache, Following, Heads, SideBySide
from unspin_gui.language.neural.int8_matrix import ExactMatrix, Int8Matrix, loudness

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Floats, Ints
    from unspin_gui.language.neural.gguf import GgufFile
    from unspin_gui.language.neural.products import Product

Turns = NDArray[np.complex64]
Matrix = Callable[["Floats"], "Floats"]
_EMBEDDING, _OUTPUT = "token_embd.weight", "output.weight"


class StoppedError(Exception):
    """What was asked for is no longer wanted."""


class Shape(NamedTuple):
    """The sizes of a model."""

    layers: int
    width: int
    inner: int
    heads: Heads
    vocabulary: int
    base: float
    epsilon: float

    @classmethod
    def of(cls, metadata: Mapping[str, Any]) -> "Shape":
        """The sizes that a GGUF file names; raises KeyError, TypeError or ValueError."""
        named = {key.removeprefix("llama."): value for key, value in metadata.items()}
        width, heads = int(named["embedding_length"]), int(named["attention.head_count"])
        groups = int(named.get("attention.head_count_kv", heads))
        size = int(named.get("rope.dimension_count", width // heads))
        if size * heads != width or heads % groups or size % 2:
            raise ValueError("the sizes do not fit each other")
        return cls(
            *(int(named["block_count"]), width, int(named["feed_forward_length"])),
            Heads(heads, groups, size),
            len(metadata["tokenizer.ggml.tokens"]),
            float(named.get("rope.freq_base", 10_000.0)),
            float(named["attention.layer_norm_rms_epsilon"]),
        )


class _Layer(NamedTuple):
    attention_norm: "Floats"
    query_key_value: Matrix
    output: Matrix
    norm: "Floats"
    gate_up: Matrix
    down: Matrix


class _Places(NamedTuple):
    """What the layers need to know of the places of some tokens."""

    shape: Shape
    turns: Turns
    attention: Attention


class Continuation(NamedTuple):
    """Tokens that follow the first `after` tokens of a text."""

    after: int
    tokens: Sequence[int]


class Run(NamedTuple):
    """Tokens one after the other; the first is foretold by the state in a row, and so on."""

    row: int
    tokens: Sequence[int]


@dataclass(frozen=True, slots=True, eq=False)
class Transformer:
    """The weights of a model, a byte each, but for the embedding, which stays in its file.

    `output` are the matrices for the vocabulary, some of it each, with the same loud inputs.
    """

    shape: Shape
    file: "GgufFile"
    layers: Sequence[_Layer]
    norm: "Floats"
    output: Sequence[Int8Matrix]

    @classmethod
    def of(cls, file: "GgufFile", sample: Sequence[int], product: "Product") -> "Transformer":
        """The model of a file; which inputs are loud is heard in the tokens of a sample.

        Raises:
            LanguageDataError: a tensor is missing or has another shape.
            KeyError, TypeError, ValueError: the metadata do not describe such a model.
        """
        shape = Shape.of(file.metadata)
        table = shape.vocabulary, shape.width
        states = _embedded(file, shape, sample)
        attention = SideBySide(shape.heads, [len(sample)])
        places = _Places(shape, _turns(np.arange(len(sample)), shape), attention)
        layers = list[_Layer]()
        for n in range(shape.layers):
            layer = _exact_layer(file, f"blk.{n}.", shape)
            _pass(states, layer, places)
            layers.append(_in_bytes(layer, product))
        norm = file.tensor("output_norm.weight", (shape.width,))
        loudest = loudness(_normed(states, norm, shape.epsilon))
        name = _OUTPUT if _OUTPUT in file else _EMBEDDING
        rows = file.row_blocks(name, table)
        output = [Int8Matrix.of(part.T, loudest, product) for part in rows]
        return cls(shape, file, layers, norm, output)

    def read(
        self, texts: Sequence[Sequence[int]], is_wanted: Callable[[], bool] = always
    ) -> "tuple[Floats, list[Cache]]":
        """The last states of all tokens of some texts, one below the other, and what is kept.

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
        """The last states of all tokens of some continuations of a text, one below the other."""
        sizes = np.array([len(each.tokens) for each in following])
        after = np.repeat([each.after for each in following], sizes)
        owner = np.repeat(np.arange(len(sizes)), sizes)
        own = np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        tokens = [token for each in following for token in each.tokens]
        attention = Following(self.shape.heads, cache, after, owner, own)
        return self._states(tokens, after + own, attention, is_wanted)

    def log_probabilities(self, states: "Floats", runs: Sequence[Run]) -> "list[Floats]":
        """The log probability of each token of some runs."""
        rows = [run.row + n for run in runs for n in range(len(run.tokens))]
        tokens = np.array([token for run in runs for token in run.tokens], np.int64)
        if not rows:
            return [np.zeros(0, np.float32) for _ in runs]
        needed, row = np.unique(np.array(rows, np.int64), return_inverse=True)
        normed = _normed(states[needed], self.norm, self.shape.epsilon)
        logs = self._logs(normed, row, tokens)
        return np.split(logs, np.cumsum([len(run.tokens) for run in runs])[:-1])

    def _logs(self, normed: "Floats", row: "Ints", tokens: "Ints") -> "Floats":
        """The log probability of each token after the state in its row."""
        best = np.full(len(normed), -np.inf, np.float32)
        total = np.zeros(len(normed), np.float32)
        wanted, first = np.zeros(len(tokens), np.float32), 0
        prepared = self.output[0].prepared(normed)
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
        places_of_tokens: "Ints",
        attention: Attention,
        is_wanted: Callable[[], bool],
    ) -> "Floats":
        shape = self.shape
        states = _embedded(self.file, shape, tokens)
        places = _Places(shape, _turns(places_of_tokens, shape), attention)
        for layer in self.layers:
            if not is_wanted():
                raise StoppedError
            _pass(states, layer, places)
        return states


def _embedded(file: "GgufFile", shape: Shape, tokens: Sequence[int]) -> "Floats":
    """The first states of some tokens."""
    return file.rows(_EMBEDDING, (shape.vocabulary, shape.width), np.array(tokens, np.int64))


def _pass(states: "Floats", layer: _Layer, places: _Places) -> None:
    """Pass the states of some tokens through a layer."""
    shape, heads = places.shape, places.shape.heads
    kv = heads.groups * heads.size
    mixed = layer.query_key_value(_normed(states, layer.attention_norm, shape.epsilon))
    turned = _turned(mixed[:, :-kv], places.turns)
    query, key = turned[:, : shape.width], turned[:, shape.width :]
    query *= np.float32(heads.size**-0.5)
    states += layer.output(places.attention(query, key, mixed[:, -kv:]))
    both = layer.gate_up(_normed(states, layer.norm, shape.epsilon))
    states += layer.down(_gated(both[:, : shape.inner], both[:, shape.inner :]))


def _exact_layer(file: "GgufFile", name: str, shape: Shape) -> _Layer:
    def of(part: str, *sides: int) -> "Floats":
        return file.tensor(f"{name}{part}.weight", sides)

    width, inner, kv = shape.width, shape.inner, shape.heads.groups * shape.heads.size
    return _Layer(
        of("attn_norm", width),
        ExactMatrix(of("attn_q", width, width), of("attn_k", kv, width), of("attn_v", kv, width)),
        ExactMatrix(of("attn_output", width, width)),
        of("ffn_norm", width),
        ExactMatrix(of("ffn_gate", inner, width), of("ffn_up", inner, width)),
        ExactMatrix(of("ffn_down", width, inner)),
    )


def _in_bytes(layer: _Layer, product: "Product") -> _Layer:
    """A layer that has heard a sample, its matrices in bytes."""
    return _Layer._make(
        Int8Matrix.of(part.weights, part.loudest, product)
        if isinstance(part, ExactMatrix)
        else part
        for part in layer
    )


def _normed(states: "Floats", weight: "Floats", epsilon: float) -> "Floats":
    """The root mean square normalisation of each row."""
    square = np.einsum("ij,ij->i", states, states) / np.float32(states.shape[1])
    scaled: Floats = states / np.sqrt(square + np.float32(epsilon))[:, None]
    scaled *= weight
    return scaled


def _turns(places: "Ints", shape: Shape) -> Turns:
    """By what the pairs of numbers of a head are turned at each place: (places, 1, pairs)."""
    half = np.arange(0, shape.heads.size, 2) / shape.heads.size
    angles = places[:, None] * shape.base**-half
    turns: Turns = np.exp(1j * angles).astype(np.complex64)[:, None]
    return turns


def _turned(part: "Floats", turns: Turns) -> "Floats":
    """The rotary positions; neighbouring numbers are a pair, as llama.cpp orders weights."""
    pairs = np.ascontiguousarray(part).view(np.complex64).reshape(len(part), -1, turns.shape[2])
    turned: Floats = (pairs * turns).reshape(len(part), -1).view(np.float32)
    return turned


def _gated(gate: "Floats", up: "Floats") -> "Floats":
    """SwiGLU: gate * sigmoid(gate) * up."""
    out = np.exp(-gate)  # to infinity at most, and then the result is 0
    out += 1
    np.divide(gate, out, out=out)
    out *= up
    return out

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
from unspin_gui.language.neural.quantization import Int8Matrix

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Floats, Ints
    from unspin_gui.language.neural.gguf import GgufFile

Turns = NDArray[np.complex64]
_ROWS = 4096
"""So many words of the vocabulary are scored at a time."""


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
    query_key_value: Int8Matrix
    output: Int8Matrix
    norm: "Floats"
    gate_up: Int8Matrix
    down: Int8Matrix


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
    """The weights of a model, a byte each."""

    shape: Shape
    embedding: Int8Matrix
    layers: Sequence[_Layer]
    norm: "Floats"
    output: Int8Matrix

    @classmethod
    def of(cls, file: "GgufFile") -> "Transformer":
        """The model of a file.

        Raises:
            LanguageDataError: a tensor is missing or has another shape.
            KeyError, TypeError, ValueError: the metadata do not describe such a model.
        """
        shape = Shape.of(file.metadata)
        table = shape.vocabulary, shape.width
        embedding = output = Int8Matrix.of(file.row_blocks("token_embd.weight", table))
        if "output.weight" in file:
            output = Int8Matrix.of(file.row_blocks("output.weight", table))
        layers = [_layer(file, f"blk.{n}.", shape) for n in range(shape.layers)]
        norm = file.tensor("output_norm.weight", (shape.width,))
        return cls(shape, embedding, layers, norm, output)

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
        wanted = np.einsum("ij,ij->i", normed[row], self.output.rows(tokens))
        logs = wanted - self._log_total(normed)[row]
        return np.split(logs, np.cumsum([len(run.tokens) for run in runs])[:-1])

    def _log_total(self, normed: "Floats") -> "Floats":
        """The logarithm of the sum over the vocabulary, for each state."""
        best = np.full(len(normed), -np.inf, np.float32)
        total = np.zeros(len(normed), np.float32)
        for at in range(0, self.shape.vocabulary, _ROWS):
            logits = self.output(normed, slice(at, at + _ROWS))
            most = np.maximum(best, logits.max(axis=1))
            logits -= most[:, None]
            np.exp(logits, out=logits)
            total = total * np.exp(best - most) + logits.sum(axis=1)
            best = most
        result: Floats = best + np.log(total)
        return result

    def _states(
        self,
        tokens: Sequence[int],
        places: "Ints",
        attention: Attention,
        is_wanted: Callable[[], bool],
    ) -> "Floats":
        shape, heads = self.shape, self.shape.heads
        turns, kv = _turns(places, shape), heads.groups * heads.size
        states = self.embedding.rows(np.array(tokens, np.int64))
        for layer in self.layers:
            if not is_wanted():
                raise StoppedError
            mixed = layer.query_key_value(_normed(states, layer.attention_norm, shape.epsilon))
            turned = _turned(mixed[:, :-kv], turns)
            query, key = turned[:, : shape.width], turned[:, shape.width :]
            query *= np.float32(heads.size**-0.5)
            states += layer.output(attention(query, key, mixed[:, -kv:]))
            both = layer.gate_up(_normed(states, layer.norm, shape.epsilon))
            states += layer.down(_gated(both[:, : shape.inner], both[:, shape.inner :]))
        return states


def _layer(file: "GgufFile", name: str, shape: Shape) -> _Layer:
    def of(part: str, *sides: int) -> "Floats":
        return file.tensor(f"{name}{part}.weight", sides)

    width, inner, kv = shape.width, shape.inner, shape.heads.groups * shape.heads.size
    return _Layer(
        of("attn_norm", width),
        Int8Matrix.of(
            [of("attn_q", width, width), of("attn_k", kv, width), of("attn_v", kv, width)]
        ),
        Int8Matrix.of([of("attn_output", width, width)]),
        of("ffn_norm", width),
        Int8Matrix.of([of("ffn_gate", inner, width), of("ffn_up", inner, width)]),
        Int8Matrix.of([of("ffn_down", width, inner)]),
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

"""The layers of a Llama model: SmolLM2 and its family.

Rotary positions (Su et al. 2021), grouped-query attention, RMSNorm and SwiGLU.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from unspin_gui.language.neural.attention import Attention, Heads
from unspin_gui.language.neural.int8_matrix import ExactMatrix, in_int8

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Floats, Ints
    from unspin_gui.language.neural.gguf import GgufFile
    from unspin_gui.language.neural.kept import Arrays

Turns = NDArray[np.complex64]
Matrix = Callable[["Floats"], "Floats"]
EMBEDDING = "token_embd.weight"


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
        """Read the sizes from GGUF metadata; raises KeyError, TypeError or ValueError."""
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


class Layer(NamedTuple):
    """The weights of a layer."""

    attention_norm: "Floats"
    query_key_value: Matrix
    output: Matrix
    norm: "Floats"
    gate_up: Matrix
    down: Matrix


class Places(NamedTuple):
    """What the layers need to know about the positions of some tokens."""

    shape: Shape
    turns: Turns
    attention: Attention

    @classmethod
    def of(cls, shape: Shape, numbers: "Ints", attention: Attention) -> "Places":
        """Create it for these position numbers."""
        return cls(shape, _turns(numbers, shape), attention)


def embedded(file: "GgufFile", shape: Shape, tokens: Sequence[int]) -> "Floats":
    """Return the initial states of some tokens."""
    return file.rows(EMBEDDING, (shape.vocabulary, shape.width), np.array(tokens, np.int64))


@np.errstate(over="ignore", invalid="ignore")  # damaged weights are reported by the check
def pass_through(states: "Floats", layer: Layer, places: Places) -> None:
    """Pass the states of some tokens through a layer, in place."""
    shape, heads = places.shape, places.shape.heads
    kv = heads.groups * heads.size
    mixed = layer.query_key_value(normed(states, layer.attention_norm, shape.epsilon))
    turned = _turned(mixed[:, :-kv], places.turns)
    query, key = turned[:, : shape.width], turned[:, shape.width :]
    query *= np.float32(heads.size**-0.5)
    states += layer.output(places.attention(query, key, mixed[:, -kv:]))
    both = layer.gate_up(normed(states, layer.norm, shape.epsilon))
    states += layer.down(_gated(both[:, : shape.inner], both[:, shape.inner :]))


def exact_layer(file: "GgufFile", name: str, shape: Shape) -> Layer:
    """Return a layer of a file in floats; raises LanguageDataError if a tensor is malformed."""

    def of(part: str, *sides: int) -> "Floats":
        return file.tensor(f"{name}{part}.weight", sides)

    width, inner, kv = shape.width, shape.inner, shape.heads.groups * shape.heads.size
    return Layer(
        of("attn_norm", width),
        ExactMatrix(of("attn_q", width, width), of("attn_k", kv, width), of("attn_v", kv, width)),
        ExactMatrix(of("attn_output", width, width)),
        of("ffn_norm", width),
        ExactMatrix(of("ffn_gate", inner, width), of("ffn_up", inner, width)),
        ExactMatrix(of("ffn_down", width, inner)),
    )


def in_bytes(layer: Layer) -> "Arrays":
    """Return the arrays of a layer that has processed a sample, with its matrices in bytes."""
    found: Arrays = {}
    for name, part in layer._asdict().items():
        if isinstance(part, ExactMatrix):
            found |= in_int8(f"{name}.", part.weights, part.loudest)
        else:
            found[name] = part
    return found


def normed(states: "Floats", weight: "Floats", epsilon: float) -> "Floats":
    """Normalise each row by its root mean square (RMSNorm: Zhang and Sennrich 2019)."""
    square = np.einsum("ij,ij->i", states, states) / np.float32(states.shape[1])
    scaled: Floats = states / np.sqrt(square + np.float32(epsilon))[:, None]
    scaled *= weight
    return scaled


def _turns(places: "Ints", shape: Shape) -> Turns:
    """Return the rotation of each pair of numbers of a head at each place: (places, 1, pairs)."""
    half = np.arange(0, shape.heads.size, 2) / shape.heads.size
    angles = places[:, None] * shape.base**-half
    turns: Turns = np.exp(1j * angles).astype(np.complex64)[:, None]
    return turns


def _turned(part: "Floats", turns: Turns) -> "Floats":
    """Apply rotary positions; neighbouring numbers form a pair, as llama.cpp orders weights."""
    pairs = np.ascontiguousarray(part).view(np.complex64).reshape(len(part), -1, turns.shape[2])
    turned: Floats = (pairs * turns).reshape(len(part), -1).view(np.float32)
    return turned


def _gated(gate: "Floats", up: "Floats") -> "Floats":
    """SwiGLU: gate * sigmoid(gate) * up."""
    out = np.exp(-gate)  # may overflow to infinity, which gives 0
    out += 1
    np.divide(gate, out, out=out)
    out *= up
    return out

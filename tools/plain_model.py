"""A Llama model in plain numpy, as short as possible: 32-bit floats, no cache.

The measure for `language.neural`: `bench/second_reading.py` compares the speed of the two, and
`fit_second_reading.py` stores this one's answers, which the program checks the other against.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from unspin_gui.core.noisy_channel.causal_model import (
    FULL,
    Effort,
    Excerpt,
    Place,
    Surprise,
    Wording,
    always,
)
from unspin_gui.language.neural.byte_pairs import BytePairs
from unspin_gui.language.neural.gguf import read_gguf


class PlainModel:
    """The model in a GGUF file of the SmolLM2 family."""

    def __init__(self, path: Path) -> None:
        file = read_gguf(path)
        self.data = file.metadata
        self.name = path.stem
        self.identity = f"{self.data['general.name']} {self.data['general.file_type']}"
        self.pairs = BytePairs(
            self.data["tokenizer.ggml.tokens"], self.data["tokenizer.ggml.merges"]
        )
        self.w = {name: file.tensor(name, file.shape(name)) for name in file}
        self.read = 0

    def surprises(
        self,
        excerpts: Iterable[Excerpt],
        effort: Effort = FULL,
        is_wanted: Callable[[], bool] = always,
    ) -> Iterator[list[Surprise]]:
        """See CausalModel; every wording is read to its end."""
        del effort, is_wanted
        for one in excerpts:
            yield [self._surprise(one.text, place) for place in one.places]

    def _surprise(self, text: str, place: Place) -> Surprise:
        rows = []
        for wording in place.wordings:
            now = self._sums(text, place, Wording(wording.start, text[wording.start : place.end]))
            rows.append(self._sums(text, place, wording) - now)
        own = self._sums(text, place, Wording(place.start, text[place.start : place.end]))[0]
        table = np.array(rows, np.float32).reshape(-1, 2)
        return Surprise(float(own), table[:, 0], table[:, 1])

    def _sums(self, text: str, place: Place, wording: Wording) -> np.ndarray:
        """The log probabilities of a wording and of what follows it."""
        before = list(self.pairs.pieces(text))
        first = next(n for n, piece in enumerate(before) if piece.end > wording.start)
        head = text[before[first].start : wording.start] + wording.text
        rest = list(self.pairs.pieces(head + text[place.end : place.until]))
        tokens = [1, *(t for piece in (*before[:first], *rest) for t in piece.tokens)]
        own = sum(len(piece.tokens) for piece in rest if piece.start < len(head))
        count = sum(len(piece.tokens) for piece in rest)
        logs = self.log_probabilities(tokens)[len(tokens) - 1 - count :]
        return np.array([logs[:own].sum(), logs[own:].sum()])

    def log_probabilities(self, tokens: Sequence[int]) -> np.ndarray:
        """The log probability of each token but the first."""
        self.read += len(tokens)
        of, w = self.data, self.w
        heads, groups = of["llama.attention.head_count"], of["llama.attention.head_count_kv"]
        size = of["llama.embedding_length"] // heads
        n = len(tokens)
        turns = of["llama.rope.freq_base"] ** (-np.arange(0, size, 2) / size)
        angle = (np.arange(n)[:, None, None] * turns).astype(np.float32)
        mask = np.triu(np.full((n, n), -1e30, np.float32), 1)
        x = w["token_embd.weight"][list(tokens)]
        for layer in range(of["llama.block_count"]):
            b = f"blk.{layer}."
            h = self._norm(x, b + "attn_norm")
            q = _turned((h @ w[b + "attn_q.weight"].T).reshape(n, heads, size), angle)
            k = _turned((h @ w[b + "attn_k.weight"].T).reshape(n, groups, size), angle)
            v = (h @ w[b + "attn_v.weight"].T).reshape(n, groups, size)
            k, v = (np.repeat(part, heads // groups, 1).transpose(1, 0, 2) for part in (k, v))
            seen = _softmax(q.transpose(1, 0, 2) @ k.transpose(0, 2, 1) / size**0.5 + mask) @ v
            x = x + seen.transpose(1, 0, 2).reshape(n, -1) @ w[b + "attn_output.weight"].T
            h = self._norm(x, b + "ffn_norm")
            gate = h @ w[b + "ffn_gate.weight"].T
            up = h @ w[b + "ffn_up.weight"].T
            x = x + (gate / (1 + np.exp(-gate)) * up) @ w[b + "ffn_down.weight"].T
        out = w.get("output.weight", w["token_embd.weight"])
        logits = self._norm(x, "output_norm") @ out.T
        every = np.log(_softmax(logits)[np.arange(n - 1), list(tokens)[1:]])
        return np.asarray(every)

    def _norm(self, x: np.ndarray, name: str) -> np.ndarray:
        epsilon = self.data["llama.attention.layer_norm_rms_epsilon"]
        scaled = x / np.sqrt((x * x).mean(-1, keepdims=True) + epsilon)
        return np.asarray((scaled * self.w[f"{name}.weight"]).astype(np.float32))


def _softmax(x: np.ndarray) -> np.ndarray:
    e = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(e / e.sum(-1, keepdims=True))


def _turned(x: np.ndarray, angle: np.ndarray) -> np.ndarray:
    a, b, cos, sin = x[..., 0::2], x[..., 1::2], np.cos(angle), np.sin(angle)
    return np.stack([a * cos - b * sin, a * sin + b * cos], axis=-1).reshape(x.shape)

"""A cheap look at a whole document: whether reading it in full may be worth while.

Nothing is replaced and no span is scored. Each ordinary word is put into a cell of a few small
tables: how frequent it is, how much better or worse than by itself it fits where it stands, and how
much likelier a spinner is to write it than an author. A document is the shares of its words in
the cells, which boosted trees turn into log odds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from unspin_gui.core.noisy_channel.boosted_trees import (
    BoostedTrees,
    Linear,
    parse_linear,
    parse_trees,
)
from unspin_gui.core.noisy_channel.sentences import LOWER, read_sentences

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Bools, Doubles, Floats, Ints
    from unspin_gui.core.noisy_channel.channel import Channel
    from unspin_gui.core.noisy_channel.language_model import LanguageModel

_USUAL = np.array([-13, -11.5, -10, -8.5, -7], np.float32)
_GAIN = np.array([-4, -2, -0.5, 1, 2.5, 4.5], np.float32)
_AROUND = np.array([-5, -2, 0, 1.5, 3, 5, 8], np.float32)
_INFLOW = np.array([-8, -3, -2, -1, 0, 1, 2.5], np.float32)
"""The bounds of cells: log probability of a word by itself, what its place adds to that, what its
place and its effect on the next word add together, and the log ratio of a spinner to an author."""
_TABLES = (
    (len(_USUAL) + 1) * (len(_GAIN) + 1),
    (len(_USUAL) + 1) * (len(_GAIN) + 1),
    (len(_INFLOW) + 1) * (len(_AROUND) + 1),
    (len(_INFLOW) + 1) * (len(_USUAL) + 1),
)
SIZE = 4 + sum(_TABLES) + 1
"""How many features a document has."""
_HELD = 20.0
"""Words that every document is taken to have besides its own, in no cell."""
_ENGLISH = 0.5
"""The least share of known words in an English text."""


@dataclass(frozen=True, slots=True)
class Sketched:
    """The log odds of a document by the sketch, and whether it may be English at all."""

    logit: float
    english: bool


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """Sketches documents; those with log odds of at least `threshold` are worth reading in full.

    `scale` (weight and bias) turns the log odds into calibrated ones.
    """

    model: "LanguageModel"
    inflow: "Floats"
    trees: BoostedTrees
    threshold: float
    scale: Linear

    def read(self, texts: Sequence[str]) -> list[Sketched]:
        """Sketch documents; the result for each does not depend on the others."""
        rows = features(texts, self.model, self.inflow)
        logits = self.trees(rows)
        english = rows[:, 0] > _ENGLISH
        return [Sketched(float(z), bool(e)) for z, e in zip(logits, english, strict=True)]

    def probability(self, logit: float) -> float:
        """The calibrated probability, 0..1, that a document with these log odds was spun."""
        odds = float(self.scale(np.array([[logit]], np.float32))[0])
        return 1 / (1 + float(np.exp(-np.clip(odds, -30, 30))))


def features(texts: Sequence[str], model: "LanguageModel", inflow: "Floats") -> "Floats":
    """A row of `SIZE` features for each text; the first is the share of known words."""
    if not texts:
        return np.zeros((0, SIZE), np.float32)
    many, sentences = len(texts), read_sentences(texts, model)
    ids, text, word = sentences.ids, sentences.text, sentences.is_word
    words = np.bincount(text[word], minlength=many).astype(np.float64)
    known = np.bincount(text[word & (ids < model.outside)], minlength=many)
    capital = np.bincount(text[word & (sentences.shape != LOWER)], minlength=many)
    first = np.bincount(text[sentences.first], minlength=many)
    tables = _tables(ids, text, word & (sentences.shape == LOWER), many, model, inflow)
    shares = np.column_stack([capital, first, words - known, *tables]) / (words + _HELD)[:, None]
    length = np.log(np.clip(words, 20, 5000))
    rows = np.column_stack([known / np.maximum(words, 1), shares, length])
    return rows.astype(np.float32)


def _tables(
    ids: "Ints", text: "Ints", plain: "Bools", many: int, model: "LanguageModel", inflow: "Floats"
) -> "list[Doubles]":
    """How many words of each text lie in each cell of the tables."""
    gain = model.along(ids) - model.unigram[ids]
    after = np.append(gain[1:], np.float32(0))
    use = np.flatnonzero(plain & (ids < model.outside))
    usual = np.searchsorted(_USUAL, model.unigram[ids[use]])
    here, beyond = np.searchsorted(_GAIN, gain[use]), np.searchsorted(_GAIN, after[use])
    around = np.searchsorted(_AROUND, gain[use] + after[use])
    strange = np.searchsorted(_INFLOW, inflow[ids[use]])
    cells = (
        usual * (len(_GAIN) + 1) + here,
        usual * (len(_GAIN) + 1) + beyond,
        strange * (len(_AROUND) + 1) + around,
        strange * (len(_USUAL) + 1) + usual,
    )
    return [
        np.bincount(text[use] * size + cell, None, many * size)
        .reshape(many, size)
        .astype(np.float64)
        for cell, size in zip(cells, _TABLES, strict=True)
    ]


def parse_sketch(data: Mapping[str, Any], model: "LanguageModel", channel: "Channel") -> Sketch:
    """Read a sketch from parsed JSON; raises KeyError, TypeError or ValueError."""
    trees, scale = parse_trees(data, SIZE), parse_linear(data["scale"], 1)
    return Sketch(model, channel.inflow(model.unigram), trees, float(data["threshold"]), scale)

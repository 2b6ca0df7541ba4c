"""A cheap look at a whole document: whether reading it in full may be worthwhile.

No spans are selected. Each word is scored by itself (`words`); the histogram of these log odds is
the input of a regression that gives the log odds of the document.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel.boosted_trees import (
    BoostedTrees,
    Linear,
    parse_linear,
    parse_trees,
)
from unspin_gui.core.noisy_channel.document_evidence import CENTRES, bins_of, rate_logits
from unspin_gui.core.noisy_channel.reader import LEAST_WORDS, reads_as_english
from unspin_gui.core.noisy_channel.sentences import LOWER, read_sentences
from unspin_gui.core.noisy_channel.sketch.substitutes import Substitutes
from unspin_gui.core.noisy_channel.sketch.words import WORD_FEATURES, look_at_words
from unspin_gui.core.text.word_lists import COMMONEST

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Bools, Doubles, Floats, Ints
    from unspin_gui.core.noisy_channel.embeddings import WordVectors
    from unspin_gui.core.noisy_channel.language_model import LanguageModel
    from unspin_gui.core.noisy_channel.reader import NoisyChannelReader

_LEVELS = slice(4, 22)
"""The bins of log odds, from -4 to 4.5; for each, a feature gives the share of words above it."""
SIZE = 5 + 2 * (len(CENTRES[_LEVELS]) + 2)
"""The number of features of a document."""
_HELD = 20.0
"""The number of usual words added to every document, so that short ones have no extreme shares."""
_MIDDLE = 300.0
"""The number of words at which the length has no effect."""


class Sketched(NamedTuple):
    """The log odds of a document by the sketch, and whether it reads as English.

    `told` says whether it has enough words for a verdict.
    """

    logit: float
    english: bool
    told: bool


class Words(NamedTuple):
    """The results for the words of several documents.

    `sums` (documents, 6) are the numbers of words, of those whose contexts the language model
    knows, of those it knows at all, of common ones, of those not in lower case, and of sentences.
    `tokens` are the words that were scored, among those of all sentences, `owner` is the document
    of each, and `rows` are its `WORD_FEATURES`.
    """

    sums: "Doubles"
    tokens: "Ints"
    owner: "Ints"
    rows: "Floats"


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """Sketches documents.

    Those with log odds of at least `threshold` deserve a closer look, those with at least `sure`
    are worth reading in full at once. `scale` (weight and bias) turns the log odds into calibrated
    ones.
    """

    eye: "Eye"
    words: BoostedTrees
    document: Linear
    threshold: float
    sure: float
    scale: Linear

    def read(self, documents: Sequence[Sequence[str]]) -> list[Sketched]:
        """Sketch documents, each a list of passages; a result does not depend on the others."""
        looked = self.eye.look(documents)
        rows = features(looked, self.words(looked.rows))
        logits = self.document(rows).tolist()
        return [_sketched(*one) for one in zip(logits, looked.sums.tolist(), strict=True)]

    def probability(self, logit: float) -> float:
        """The calibrated probability, 0..1, that a document with these log odds was spun."""
        odds = float(self.scale(np.array([[logit]], np.float32))[0])
        return 1 / (1 + float(np.exp(-np.clip(odds, -30, 30))))


@dataclass(frozen=True, slots=True, eq=False)
class Eye:
    """Scores the single words of documents."""

    model: "LanguageModel"
    substitutes: Substitutes
    vectors: "WordVectors"
    common: "Bools"

    @classmethod
    def of(cls, reader: "NoisyChannelReader") -> "Eye":
        """Create one that shares the data of a reader."""
        weights = reader.parameters.candidate.weight
        substitutes = Substitutes(reader.model, reader.channel, weights)
        common = np.zeros(reader.model.unknown + 1, np.bool_)
        common[[reader.model.words[word] for word in COMMONEST if word in reader.model.words]] = (
            True
        )
        return cls(reader.model, substitutes, reader.vectors, common)

    def look(self, documents: Sequence[Sequence[str]]) -> Words:
        """Score the words of documents, each a list of passages."""
        sentences = read_sentences([*chain.from_iterable(documents)], self.model)
        of_passage = np.repeat(np.arange(len(documents)), [len(one) for one in documents])
        document, many = of_passage[sentences.text], len(documents)
        ids, word = sentences.ids, sentences.is_word
        known = word & (ids < self.model.outside), word & (ids < self.model.unknown)
        capital = word & (sentences.shape != LOWER)
        marks = word, *known, word & self.common[ids], capital, sentences.first
        sums = [np.bincount(document[mark], minlength=many) for mark in marks]
        looked = look_at_words(sentences, document, self.model, self.substitutes, self.vectors)
        table = np.stack(sums, axis=1).astype(np.float64)
        return Words(table, looked.tokens, document[looked.tokens], looked.rows)


def _sketched(logit: float, sums: Sequence[float]) -> Sketched:
    words, _, known, common = sums[:4]
    most = max(words, 1.0)
    english = reads_as_english(words, known / most, common / most)
    return Sketched(logit, english, words >= LEAST_WORDS)


def features(words: Words, odds: "Floats") -> "Floats":
    """Return a row of `SIZE` features for each document; the first is the share of known words.

    `odds` are the log odds of the scored words.
    """
    bins, many = len(CENTRES), len(words.sums)
    flat = np.bincount(words.owner * bins + bins_of(odds), minlength=many * bins)
    table = flat.reshape(many, bins).astype(np.float64)
    total, known, _, _, capital, first = words.sums.T
    above = table[:, ::-1].cumsum(axis=1)[:, ::-1][:, _LEVELS]
    mean = (table * CENTRES).sum(axis=1) / (table.sum(axis=1) + _HELD)
    length = np.log(np.clip(total, 20, 5000) / _MIDDLE)
    figures = np.column_stack(
        [above / (total + _HELD)[:, None], mean, rate_logits(table, np.zeros(many))]
    )
    others = np.column_stack([capital, first, total - known]) / (total + _HELD)[:, None]
    share = known / np.maximum(total, 1)
    rows = np.column_stack([share, others, length, figures, figures * length[:, None]])
    return rows.astype(np.float32)


def parse_sketch(data: Mapping[str, Any], reader: "NoisyChannelReader") -> Sketch:
    """Read a sketch from parsed JSON; raises KeyError, TypeError or ValueError."""
    words = parse_trees(data["words"], len(WORD_FEATURES))
    document, scale = parse_linear(data["document"], SIZE), parse_linear(data["scale"], 1)
    bounds = float(data["threshold"]), float(data["sure"])
    return Sketch(Eye.of(reader), words, document, *bounds, scale)

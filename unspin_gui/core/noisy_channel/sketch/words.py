"""A cheap look at single words: how likely a spinner put each of them in.

The full detector scores hundreds of wordings for a place; here a word is compared with a few single
words in its place, and with the subject of the surrounding words and of its document. Boosted
trees, trained to reproduce the verdict of the full detector, turn that into log odds.
"""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel.embeddings import AROUND, cosine, unit
from unspin_gui.core.noisy_channel.features import places_of
from unspin_gui.core.noisy_channel.language_model import MOST_WORDS, Phrases
from unspin_gui.core.noisy_channel.sentences import CAPITAL

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Doubles, Floats, Ints
    from unspin_gui.core.noisy_channel.embeddings import WordVectors
    from unspin_gui.core.noisy_channel.language_model import LanguageModel
    from unspin_gui.core.noisy_channel.sentences import Sentences
    from unspin_gui.core.noisy_channel.sketch.substitutes import Substitutes


WORD_FEATURES = (
    *("total", "best", "best gain", "share", "substitutes", "frequency", "left", "right"),
    *("capital", "first word", "known left", "known right", "around", "text", "count"),
)
_MOST_GAIN = 12
_FINE = float(1 << 24)
"""Weighted vectors are added up as integer multiples of this fraction: unlike floating-point sums,
these do not depend on the order and on what else is added up.
"""


class SketchedWords(NamedTuple):
    """The tokens that were scored, and a row of `WORD_FEATURES` for each."""

    tokens: "Ints"
    rows: "Floats"


def look_at_words(
    sentences: "Sentences",
    document: "Ints",
    model: "LanguageModel",
    substitutes: "Substitutes",
    vectors: "WordVectors",
) -> SketchedWords:
    """Score every word that has substitutes; `document` is each token's document, ascending."""
    ids = sentences.ids
    usable = np.flatnonzero(sentences.is_word & (sentences.shape <= CAPITAL))
    tokens = usable[substitutes.count(ids[usable]) > 0]
    if not len(tokens):
        return SketchedWords(tokens, np.zeros((0, len(WORD_FEATURES)), np.float32))
    alone = model.along(ids) - model.unigram[ids]
    columns = [
        *_best_of_substitutes(ids, tokens, model, substitutes),
        model.unigram[ids[tokens]],
        alone[tokens],
        alone[tokens + 1],
        sentences.shape[tokens] == CAPITAL,
        sentences.first[tokens],
        ids[tokens - 1] < model.outside,
        ids[tokens + 1] < model.outside,
        *_fit_of_subject(sentences, document, tokens, vectors),
    ]
    rows = np.stack([np.asarray(column, np.float32) for column in columns], axis=1)
    return SketchedWords(tokens, rows)


def _best_of_substitutes(
    ids: "Ints", tokens: "Ints", model: "LanguageModel", substitutes: "Substitutes"
) -> "list[Floats | Doubles | Ints]":
    """Return the first feature columns: how the substitutes of words fit in their places."""
    many, words = len(tokens), ids[tokens]
    offered = substitutes.of(words)
    places = places_of(tokens, np.ones(many, np.int64), ids)
    own = model.fit(places, _single(np.arange(many), words))
    fit = model.fit(places, _single(offered.owner, offered.words))
    gain = np.clip(fit - own[offered.owner], -_MOST_GAIN, _MOST_GAIN)
    score = offered.merit + np.float32(substitutes.per_gain) * gain
    best, most = np.full(many, -20, np.float32), np.full(many, -_MOST_GAIN, np.float32)
    np.maximum.at(best, offered.owner, score)
    np.maximum.at(most, offered.owner, gain)
    total = np.log(np.bincount(offered.owner, np.exp(score - best[offered.owner]), many)) + best
    count = np.bincount(offered.owner, minlength=many)
    share = np.bincount(offered.owner, gain > 0, many) / count
    return [total, best, most, share, count]


def _single(place: "Ints", words: "Ints") -> Phrases:
    table = np.full((len(words), MOST_WORDS), -1, np.int64)
    table[:, 0] = words
    return Phrases(place, table, np.ones(len(words), np.int64))


def _fit_of_subject(
    sentences: "Sentences", document: "Ints", tokens: "Ints", vectors: "WordVectors"
) -> "tuple[Floats, Floats, Floats]":
    """Return how words fit their surroundings and document, and their frequency there (log)."""
    ids = sentences.ids
    weighted = vectors.weighted(np.where(sentences.is_word, ids, vectors.nothing))
    fine = np.rint(weighted * _FINE).astype(np.int64)
    sums = np.concatenate([np.zeros((1, fine.shape[1]), np.int64), np.cumsum(fine, axis=0)])
    begins, ends = (np.searchsorted(document, document[tokens], side) for side in ("left", "right"))
    low, high = np.maximum(tokens - AROUND, begins), np.minimum(tokens + AROUND + 1, ends)
    own = vectors.of(ids[tokens])
    around, text = (
        cosine(own, unit((sums[b] - sums[a] - fine[tokens]).astype(np.float32)))
        for a, b in ((low, high), (begins, ends))
    )
    key = document * (int(ids.max(initial=0)) + 1) + ids
    _, where, count = np.unique(key, return_inverse=True, return_counts=True)
    return around, text, np.log1p(count[where][tokens]).astype(np.float32)

"""The best candidates of the spans that are told, looked at again, with more care.

What takes too long for every candidate is asked of the first few only: how they fit when the
neighbours that seem spun are put right, which side of the place speaks for them, and whether they
are of the same kind of word.
"""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Floats, Ints
from unspin_gui.core.noisy_channel.features import (
    LEARNT,
    places_of,
    unigrams,
    words_of,
)
from unspin_gui.core.noisy_channel.language_model import Phrases, Places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unspin_gui.core.noisy_channel.boosted_trees import BoostedTrees
    from unspin_gui.core.noisy_channel.scoring import ScoredSpans


MOST_CANDIDATES = 24
"""Candidates of a span that are looked at again."""
FAR = np.float32(9)
"""Candidates whose scores are so far behind the best are not."""
LIKELY = -2.0
"""Of many spans, only those with higher log odds are looked at again."""
RIGHTED = -0.5
"""Neighbours with higher log odds count as their best candidate."""


class Ranked(NamedTuple):
    """Candidates of several spans, best first within each: `option` rows, `span` rows, `scores`."""

    option: Ints
    span: Ints
    scores: Floats

    def of(self, row: int) -> slice:
        """The candidates of a span."""
        return slice(*(int(n) for n in np.searchsorted(self.span, [row, row + 1])))


def ranked(judged: "ScoredSpans", rows: "Sequence[int]", trees: "BoostedTrees") -> Ranked:
    """The best candidates of some spans, in their final order."""
    option, span = first_candidates(judged, np.array(sorted(rows), np.int64))
    scores = judged.scores[option]
    likely = np.flatnonzero(judged.logits[span] > LIKELY) if len(rows) > 1 else np.arange(len(span))
    if len(likely):
        more = trees(rank_features(judged, option[likely], span[likely]))
        taught = judged.options.learnt[option[likely]] > 0
        scores[likely] += np.where(taught, _most_of(span[likely], more), more)
    order = np.lexsort((-scores, span))
    return Ranked(option[order], span[order], scores[order])


def first_candidates(judged: "ScoredSpans", rows: Ints) -> tuple[Ints, Ints]:
    """Rows of the first candidates of some spans, and the spans', ordered by both."""
    asked = np.zeros(len(judged.spans.first), np.bool_)
    asked[rows] = True
    best = judged.scores[judged.best_option]
    option = np.flatnonzero(asked[judged.owner] & (judged.scores > (best - FAR)[judged.owner]))
    option = option[np.lexsort((-judged.scores[option], judged.owner[option]))]
    span = judged.owner[option]
    place = np.arange(len(span)) - np.searchsorted(span, span)
    keep = place < MOST_CANDIDATES
    return option[keep], span[keep]


def rank_features(judged: "ScoredSpans", option: Ints, span: Ints) -> Floats:
    """A row of `RANK_FEATURES` for each candidate, ordered by span and score."""
    model = judged.place.model
    words, size = judged.options.words[option], judged.options.size[option]
    start = np.searchsorted(span, span)
    score = judged.scores[option] - LEARNT * judged.options.learnt[option]
    own = judged.place.words[span]
    kinds = judged.kinds
    mixed = [((kinds[words[:, 0]] >> n) & 1) - ((kinds[own[:, 0]] >> n) & 1) for n in range(3)]
    small = judged.small[words[:, 0]] & (size == 1)
    columns = [
        score,
        _most_of(span, score) - score,
        np.arange(len(span)) - start,
        _after_left(judged, words, size, span),
        _righted(judged, words, size, span),
        unigrams(words, model) / size,
        unigrams(own, model) / judged.spans.size[span],
        *mixed,
        small * 1 - judged.small[own[:, 0]],
        _same_stem(own, words, model.names),
        judged.logits[span],
    ]
    extra = np.stack([np.asarray(column, np.float32) for column in columns], axis=1)
    return np.hstack([judged.option_features[option], extra])


def _most_of(span: Ints, values: Floats) -> Floats:
    """For each row the greatest value of its span; rows are ordered by span."""
    first, own = np.unique(span, return_index=True, return_inverse=True)[1:]
    most: Floats = np.maximum.reduceat(values, first)[own]
    return most


def _after_left(judged: "ScoredSpans", words: Ints, size: Ints, span: Ints) -> Floats:
    """How much better a candidate follows what stands before than what stands there does."""
    model = judged.place.model
    left = judged.place.places.left
    places = Places(left, np.full_like(left, model.unknown))
    rows = np.unique(span)
    here = Phrases(rows, judged.place.words[rows], judged.spans.size[rows])
    base = np.zeros(len(left), np.float32)
    base[rows] = model.fit(places, here)
    gain: Floats = np.clip(model.fit(places, Phrases(span, words, size)) - base[span], -12, 12)
    return gain


def _righted(judged: "ScoredSpans", words: Ints, size: Ints, span: Ints) -> Floats:
    """The gain of candidates when the neighbours that seem spun are put right."""
    model, spans = judged.place.model, judged.spans
    ids = judged.sentences.ids.copy()
    best = judged.best_option
    spun = np.flatnonzero((judged.logits > RIGHTED) & (spans.size == 1) & (best >= 0))
    spun = spun[judged.options.size[best[spun]] == 1]
    ids[spans.first[spun]] = judged.options.words[best[spun], 0]
    rows = np.unique(span)
    places = places_of(spans.first, spans.size, ids)
    here = words_of(spans.first[rows], spans.size[rows], judged.sentences.ids)
    base = np.zeros(len(spans.first), np.float32)
    base[rows] = model.fit(places, Phrases(rows, here, spans.size[rows]))
    gain: Floats = np.clip(model.fit(places, Phrases(span, words, size)) - base[span], -12, 12)
    return gain


def _same_stem(own: Ints, words: Ints, names: "Sequence[str]") -> Floats:
    """Whether a candidate begins like the word that stands there."""
    pairs = zip(own[:, 0].tolist(), words[:, 0].tolist(), strict=True)
    return np.array([names[a][:4] == names[b][:4] for a, b in pairs], np.float32)

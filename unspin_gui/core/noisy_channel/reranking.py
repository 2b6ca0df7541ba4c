"""Reranks the best candidates of the selected spans with costlier features.

What takes too long for every candidate is computed only for the first few, as usual in reranking
(Collins and Koo 2005): how they fit once neighbours that look spun are corrected, which side of the
place supports them, and whether they are the same part of speech.
"""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Floats, Ints, Small, Words, best_first, starts_of
from unspin_gui.core.noisy_channel.candidate_features import LEARNT
from unspin_gui.core.noisy_channel.features import (
    places_of,
    unigrams,
    words_of,
)
from unspin_gui.core.noisy_channel.language_model import Phrases, Places

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unspin_gui.core.noisy_channel.boosted_trees import BoostedTrees
    from unspin_gui.core.noisy_channel.scoring import ScoredSpans


MOST_CANDIDATES = 24
"""How many candidates of a span are reranked."""
FAR = np.float32(9)
"""Candidates this far behind the best are not reranked."""
LIKELY = -2.0
"""Of many spans, only those with higher log odds are reranked."""
RIGHTED = -0.5
"""Neighbours with higher log odds count as replaced by their best candidate."""


class Ranked(NamedTuple):
    """Candidates of several spans, best first within each: `option` rows, `span` rows, `scores`."""

    option: Ints
    span: Ints
    scores: Floats

    def of(self, row: int) -> slice:
        """The slice of candidates of a span."""
        return slice(*(int(n) for n in np.searchsorted(self.span, [row, row + 1])))


def ranked(scored: "ScoredSpans", rows: "Sequence[int]", trees: "BoostedTrees") -> Ranked:
    """The best candidates of some spans, in their final order."""
    option, span = first_candidates(scored, np.array(sorted(rows), np.int64))
    scores = scored.scores[option]
    likely = np.flatnonzero(scored.logits[span] > LIKELY) if len(rows) > 1 else np.arange(len(span))
    if len(likely):
        more = trees(rank_features(scored, option[likely], span[likely]))
        taught = scored.options.learnt[option[likely]] > 0
        scores[likely] += np.where(taught, _most_of(span[likely], more), more)
    order = best_first(span, scores)
    return Ranked(option[order], span[order], scores[order])


def first_candidates(scored: "ScoredSpans", rows: Ints) -> tuple[Ints, Ints]:
    """Return the rows of the first candidates of some spans, and those of their spans, in order."""
    asked = np.zeros(len(scored.spans.first), np.bool_)
    asked[rows] = True
    least = np.where(asked, scored.scores[scored.best_option] - FAR, np.float32(np.inf))
    option = np.flatnonzero(scored.scores > least.take(scored.owner))
    option = option.take(best_first(scored.owner.take(option), scored.scores.take(option)))
    span = scored.owner.take(option)
    place = np.arange(len(span)) - np.searchsorted(span, span)
    keep = place < MOST_CANDIDATES
    return option[keep], span[keep]


def rank_features(scored: "ScoredSpans", option: Ints, span: Ints) -> Floats:
    """Return a row of `RANK_FEATURES` for each candidate, ordered by span and score."""
    model = scored.place.model
    words, size = scored.options.words.take(option, axis=0), scored.options.size.take(option)
    start = np.searchsorted(span, span)
    score = scored.scores.take(option) - LEARNT * scored.options.learnt.take(option)
    own = scored.place.words.take(span, axis=0)
    kinds, before = (scored.kinds.take(ids[:, 0]) for ids in (words, own))
    mixed = [((kinds >> n) & 1) - ((before >> n) & 1) for n in range(3)]
    small = scored.small.take(words[:, 0]) & (size == 1)
    columns = [
        score,
        _most_of(span, score) - score,
        np.arange(len(span)) - start,
        _after_left(scored, words, size, span),
        _righted(scored, words, size, span),
        unigrams(words, model) / size,
        unigrams(own, model) / scored.spans.size.take(span),
        *mixed,
        small * 1 - scored.small.take(own[:, 0]),
        _same_stem(own, words, model.names),
        scored.logits.take(span),
    ]
    extra = [np.asarray(column, np.float32) for column in columns]
    return np.vstack([scored.option_features.T.take(option, axis=1), *extra]).T


def _most_of(span: Ints, values: Floats) -> Floats:
    """Return for each row the greatest value in its span; rows are ordered by span."""
    first = starts_of(span)
    return np.repeat(np.maximum.reduceat(values, first), np.diff(np.append(first, len(span))))


def _after_left(scored: "ScoredSpans", words: Words, size: Small, span: Ints) -> Floats:
    """Return how much better than the present wording a candidate follows the words before it."""
    model = scored.place.model
    left = scored.place.places.left
    places = Places(left, np.full_like(left, model.unknown))
    rows = span.take(starts_of(span))
    here = Phrases(rows, scored.place.words[rows], scored.spans.size[rows])
    base = np.zeros(len(left), np.float32)
    base[rows] = model.fit(places, here)
    gain: Floats = np.clip(model.fit(places, Phrases(span, words, size)) - base[span], -12, 12)
    return gain


def _righted(scored: "ScoredSpans", words: Words, size: Small, span: Ints) -> Floats:
    """Return the gain of candidates once the neighbours that look spun are corrected."""
    model, spans = scored.place.model, scored.spans
    ids = scored.sentences.ids.copy()
    best = scored.best_option
    spun = np.flatnonzero((scored.logits > RIGHTED) & (spans.size == 1) & (best >= 0))
    spun = spun[scored.options.size[best[spun]] == 1]
    ids[spans.first[spun]] = scored.options.words[best[spun], 0]
    rows = span.take(starts_of(span))
    places = places_of(spans.first, spans.size, ids)
    here = words_of(spans.first[rows], spans.size[rows], scored.sentences.ids)
    base = np.zeros(len(spans.first), np.float32)
    base[rows] = model.fit(places, Phrases(rows, here, spans.size[rows]))
    gain: Floats = np.clip(model.fit(places, Phrases(span, words, size)) - base[span], -12, 12)
    return gain


def _same_stem(own: Ints, words: Words, names: "Mapping[int, str]") -> Floats:
    """Whether a candidate begins like the present word."""
    pairs = zip(own[:, 0].tolist(), words[:, 0].tolist(), strict=True)
    return np.array([names[a][:4] == names[b][:4] for a, b in pairs], np.float32)

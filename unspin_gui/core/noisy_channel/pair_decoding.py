"""Decodes neighbouring words together, because two adjacent spun words hide each other.

Where "hazardous risk" replaced "dangerous threat", changing either word alone gains nothing. For
every two single words that are adjacent, or have one word between them, the best candidates of both
are scored together, including the option to leave either unchanged. Scoring all pairs suffices,
rather than decoding whole sentences as a Viterbi search would, because the trigram model hardly
reaches further.
"""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Floats, Ints, best_first
from unspin_gui.core.noisy_channel.features import places_of
from unspin_gui.core.noisy_channel.language_model import MOST_WORDS, Phrases

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.features import InPlace, Spans
    from unspin_gui.core.noisy_channel.sentences import Sentences
    from unspin_gui.core.noisy_channel.windows import Replacements


TRIED, TRIED_AGAIN = 5, 12
"""How many candidates of each word are tried together; of words selected as one span."""
KEEP = 6.0
"""Prior log odds of leaving a word over replacing it."""
LEAVING = 2.0
"""Added to the log odds of a word being spun, which count against leaving it."""
NONE = -20.0


class Tables(NamedTuple):
    """For each span the words to try, itself first, and their scores without their fit.

    Both are (spans, TRIED_AGAIN + 1); unused words are -1.
    """

    words: Ints
    merits: Floats


class Pairs(NamedTuple):
    """Pairs of words scored together: rows `a` and `b` of the spans, `apart` tokens apart.

    `words_a`, `words_b` (pairs, tried): the word itself, then its candidates, -1 where unused;
    `score` (pairs, tried, tried): the log score of each combination against leaving both, the
    candidates' own scores included.
    """

    a: Ints
    b: Ints
    apart: Ints
    words_a: Ints
    words_b: Ints
    score: Floats


def read_pairs(place: "InPlace", tables: Tables, per_gain: float) -> Pairs:
    """Score all pairs, with the first `TRIED` candidates of each word."""
    few = Tables(tables.words[:, : TRIED + 1], tables.merits[:, : TRIED + 1])
    return _read(place, few, per_gain, *_neighbours(place.sentences, place.spans))


def read_again(
    place: "InPlace", tables: Tables, per_gain: float, pairs: Pairs, rows: Ints
) -> Pairs:
    """Score some of the pairs again, with all candidates in the tables."""
    return _read(place, tables, per_gain, pairs.a[rows], pairs.b[rows], pairs.apart[rows])


def _read(
    place: "InPlace", tables: Tables, per_gain: float, a: Ints, b: Ints, apart: Ints
) -> Pairs:
    sentences, spans, model = place.sentences, place.spans, place.model
    words, merits = tables
    side = words.shape[1]
    size = apart + 1
    table = np.full((len(a), side, side, MOST_WORDS), -1, np.int64)
    rows = np.arange(len(a))
    middle = apart == 2
    table[middle, :, :, 1] = sentences.ids[spans.first[a[middle]] + 1][:, None, None]
    table[:, :, :, 0] = words[a][:, :, None]
    table[rows, :, :, apart] = np.broadcast_to(words[b][:, None, :], (len(a), side, side))
    usable = (words[a][:, :, None] >= 0) & (words[b][:, None, :] >= 0)
    pair, *_ = np.nonzero(usable)
    places = places_of(spans.first[a], size, sentences.ids)
    fit = np.full(usable.shape, np.float32(-999))
    fit[usable] = model.fit(places, Phrases(pair, table[usable], size[pair]))
    # Against leaving both words, index (0, 0). Clipped, since a greater difference mostly means
    # that the model has never seen the words together.
    gain = np.clip(fit - fit[:, :1, :1], -14, 14)
    score = per_gain * gain + merits[a][:, :, None] + merits[b][:, None, :]
    score = np.where(usable, score, np.float32(NONE * 3))
    return Pairs(a, b, apart, words[a], words[b], score.astype(np.float32))


def informed(score: Floats, first: float, second: float) -> Floats:
    """Return the scores of a pair's combinations once the log odds of its two words are known.

    They count against leaving a word unchanged: if both look spun, both were likely replaced.
    """
    known = score.copy()
    known[0] -= first + LEAVING
    known[:, 0] -= second + LEAVING
    return known


def tables(
    place: "InPlace", owner: Ints, options: "Replacements", merit: Floats, scores: Floats
) -> Tables:
    """Return the words to try: `merit` is a candidate's score without its fit, `scores` rank."""
    spans, sentences = place.spans, place.sentences
    words = np.full((len(spans.first), TRIED_AGAIN + 1), -1, np.int64)
    merits = np.full(words.shape, NONE * 3, np.float32)
    words[:, 0], merits[:, 0] = sentences.ids[spans.first], KEEP
    single = np.flatnonzero((options.size == 1) & (spans.size.take(owner) == 1))
    order = single.take(best_first(owner.take(single), scores.take(single)))
    span = owner.take(order)
    start = np.searchsorted(span, np.arange(len(spans.first)))
    rank = np.arange(len(order)) - start.take(span)
    best = np.flatnonzero(rank < TRIED_AGAIN)
    order, span, rank = order.take(best), span.take(best), rank.take(best) + 1
    words[span, rank] = options.words[:, 0].take(order)
    merits[span, rank] = merit.take(order)
    return Tables(words, merits)


def _neighbours(sentences: "Sentences", spans: "Spans") -> tuple[Ints, Ints, Ints]:
    """Return the rows of single words that are one or two tokens apart in a sentence."""
    at = np.full(len(sentences.ids) + 3, -1, np.int64)
    single = np.flatnonzero(spans.size == 1)
    at[spans.first[single]] = single
    first, second, apart = [], [], []
    for distance in (1, 2):
        a = single[at[spans.first[single] + distance] >= 0]
        start = spans.first[a]
        inside = sentences.is_word[start + 1]
        a, start = a[inside], start[inside]
        first.append(a)
        second.append(at[start + distance])
        apart.append(np.full(len(a), distance, np.int64))
    return np.concatenate(first), np.concatenate(second), np.concatenate(apart)


def with_neighbours(pairs: Pairs, totals: Floats) -> tuple[Floats, Floats]:
    """Return each span's total if its neighbours may change too, and their greatest total.

    The first is the log sum over the span's candidates, maximised over its neighbours and at least
    the span's own total; the second is the greatest total of a neighbour.
    """
    best, beside = totals.copy(), np.full(len(totals), np.float32(NONE))
    for row, other, score in (
        (pairs.a, pairs.b, pairs.score),
        (pairs.b, pairs.a, pairs.score.transpose(0, 2, 1)),
    ):
        if not len(row):
            continue
        marginal = _log_sum(score, 2)  # the total of each wording of the span
        # Pairs with different neighbours are alternative explanations: the best one counts.
        gained = _log_sum(marginal[:, 1:], 1) - marginal[:, 0] + np.float32(KEEP)
        np.maximum.at(best, row, gained)
        np.maximum.at(beside, row, totals[other])
    return best, beside


def _log_sum(values: Floats, axis: int) -> Floats:
    top = values.max(axis=axis, keepdims=True)
    result: Floats = np.log(np.exp(values - top).sum(axis=axis)) + top.squeeze(axis)
    return result

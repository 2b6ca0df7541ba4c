"""The features of candidates, and the selection of those worth a closer look."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel.arrays import (
    Bools,
    Floats,
    Ints,
    Words,
    best_first,
    by_key,
    starts_of,
)
from unspin_gui.core.noisy_channel.features import InPlace, unigrams

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.language_model import LanguageModel
    from unspin_gui.core.noisy_channel.windows import Replacements


LEARNT = np.float32(3.0)
"""Bonus for a fix that the user has made, times the log of 1 + how often it was made."""
_CODE = 40
"""Bits of the hash of a wording."""
_MOBY, _SYNONYM, _SIMILAR, _RELATED, _GENERIC, _SEEN, _BACK, _FIRST = (1 << n for n in range(8))


def candidate_merits(place: InPlace, span: Ints, options: "Replacements", weight: Floats) -> Floats:
    """Return the scores of the candidates of spans `span`, without their fit in context."""
    return _merits(_columns(place, span, options), options, weight)


def merits_alone(
    words: Ints, options: "Replacements", model: "LanguageModel", small: Bools, weight: Floats
) -> Floats:
    """Return the scores of candidates for single `words`, regardless of place and document.

    `small` marks the words of the model that are never a span by themselves.
    """
    one, unused = np.ones(len(words), np.int64), np.zeros(len(words), np.float32)
    alone = _Alone(model.unigram[words], one, unused, model, small)
    return _merits(_columns_of(alone, options), options, weight)


def _merits(columns: "list[Floats | Bools]", options: "Replacements", weight: Floats) -> Floats:
    merit = LEARNT * options.learnt
    for column, one in zip(columns, weight[1:], strict=False):
        merit += one * np.asarray(column, np.float32)
    return merit


def candidate_features(place: InPlace, span: Ints, options: "Replacements", gain: Floats) -> Floats:
    """Return a row of `CANDIDATE_FEATURES` for each candidate; `gain` is its gain in context."""
    columns = [gain, *_columns(place, span, options), *_context_fit(place, span, options.words)]
    table = np.empty((len(columns), len(span)), np.float32)
    for row, column in zip(table, columns, strict=True):
        row[:] = column
    return table.T


class _Alone(NamedTuple):
    """What candidates are compared with: the span of each, and how often the document uses them.

    `own` is the sum of the unigram log probabilities of the span, `size` its number of words.
    """

    own: Floats
    size: Ints
    used: Floats
    model: "LanguageModel"
    small: Bools


def _columns(place: InPlace, span: Ints, options: "Replacements") -> "list[Floats | Bools]":
    """Return the features of candidates that do not depend on the surrounding words."""
    own = unigrams(place.words, place.model).take(span)
    used = place.usage.rarest(options.words, place.document.take(span))
    alone = _Alone(own, place.spans.size.take(span), used, place.model, place.small)
    return _columns_of(alone, options)


def _columns_of(alone: _Alone, options: "Replacements") -> "list[Floats | Bools]":
    commoner = unigrams(options.words, alone.model) - alone.own
    kind = options.kind
    return [
        options.near,
        *((kind & bit > 0) for bit in (_SYNONYM, _SIMILAR, _RELATED, _GENERIC, _MOBY, _SEEN)),
        kind == _BACK,
        kind & _FIRST > 0,
        options.degree,
        options.own_degree,
        commoner,
        options.alike,
        options.size > 1,
        options.size - alone.size,
        np.minimum(np.log1p(alone.used), 2),
        np.minimum(commoner, 0),
        options.other_form,
        options.same_word,
        alone.small.take(options.words[:, 0]) & (options.size == 1) & (kind & _SEEN > 0),
        options.agreement,
    ]


def first_of_each(span: Ints, scores: Floats, most: int) -> Ints:
    """Return the rows of the `most` highest-scoring candidates of each span, ordered by span."""
    if not len(span):
        return np.zeros(0, np.int64)
    start = starts_of(span)
    size = np.diff(np.append(start, len(span)))
    keep = np.ones(len(span), np.bool_)
    many = np.flatnonzero(np.repeat(size > most, size))
    order = many.take(best_first(span.take(many), scores.take(many)))
    rank = np.arange(len(span)) - np.repeat(start, size)
    keep[order] = rank.take(many) < most
    return np.flatnonzero(keep)


def _context_fit(place: InPlace, span: Ints, words: Words) -> "tuple[Floats, ...]":
    """Return how much better than their spans the candidates fit the context."""
    around, text, like = place.vectors.similarities(place.context, span, words)
    fits = place.context.fits.take(span, axis=1)
    return around - fits[0], text - fits[1], around, text, like


def once(span: Ints, words: Words, scores: Floats) -> Ints:
    """Remove duplicate wordings within each span; return the rows with the best scores, by span."""
    if not len(span):
        return np.zeros(0, np.int64)
    code = words[:, 0].astype(np.int64) + 1
    for column in words.T[1:]:
        code = code * 1_000_003 + column + 1
    key = (span << _CODE) | (code & ((1 << _CODE) - 1))
    order = by_key(key, _CODE + int(span.max()).bit_length())
    ordered = key.take(order)
    fresh = np.append(True, ordered[1:] != ordered[:-1])
    first, group = np.flatnonzero(fresh), np.cumsum(fresh) - 1
    falling = scores.take(order)
    top = np.maximum.reduceat(falling, first)
    hit = np.flatnonzero(falling == top.take(group))[::-1]
    best = order.take(first)
    best[group.take(hit)] = order.take(hit)
    return best

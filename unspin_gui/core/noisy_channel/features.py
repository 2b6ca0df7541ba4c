"""The features of candidates, and of spans, as rows of numbers.

Language model, thesaurus and word vectors each see only part of the evidence, so their figures are
combined with trained weights rather than as one product of probabilities, as log-linear models did
in statistical machine translation (Och and Ney 2002).
"""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Bools, Floats, Ints, Words, by_key, starts_of
from unspin_gui.core.noisy_channel.language_model import MOST_WORDS, Phrases, Places
from unspin_gui.core.noisy_channel.sentences import CAPITAL, LOWER

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.embeddings import ContextVectors, WordVectors
    from unspin_gui.core.noisy_channel.language_model import LanguageModel
    from unspin_gui.core.noisy_channel.sentences import Sentences
    from unspin_gui.core.noisy_channel.usage import WordUsage
    from unspin_gui.core.noisy_channel.windows import Windows


CANDIDATE_FEATURES = (
    *("gain", "near", "synonym", "similar", "related", "generic", "moby", "seen", "back", "first"),
    *("degree", "own degree", "commoner", "alike", "phrase", "longer", "in document", "rarer"),
    *("other form", "same word", "small word", "agreement"),
    *("around gain", "text gain", "around", "text", "like"),
)
_GAIN, _NEAR, _OWN_DEGREE, _AROUND_GAIN, _TEXT_GAIN, _SAME_WORD, _SMALL_WORD = (
    CANDIDATE_FEATURES.index(name)
    for name in (
        *("gain", "near", "own degree", "around gain", "text gain", "same word", "small word"),
    )
)
RANK_FEATURES = (
    *CANDIDATE_FEATURES,
    *("score", "behind", "place", "after left", "righted", "frequency", "own frequency"),
    *("nouns", "verbs", "adjectives", "small", "stem", "odds"),
)
SPAN_FEATURES = (
    *("total", "best", "second", "best gain", "share", "words", "frequency", "fit", "left"),
    *("right", "unknown", "capital", "beside capital", "count", "candidates", "own degree"),
    *("known both", "near best", "first word", "around", "text", "best around", "best text"),
    *("most around", "around share", "small gain", "form gain"),
    *("together", "gained together", "beside"),
)
NEARLY = np.float32(3)
"""Candidates whose scores are within this distance of the best are plausible."""


class Spans(NamedTuple):
    """Distinct spans of tokens: `first` token, `size`, and log probability `fit` in context."""

    first: Ints
    size: Ints
    fit: Floats


def no_spans() -> Spans:
    """Return an empty table of spans."""
    return Spans(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32))


def places_of(first: Ints, size: Ints, ids: Ints) -> Places:
    """Return the words on both sides of spans."""
    after = first + size
    left = np.stack([ids[first - 2], ids[first - 1]], axis=1)
    return Places(left, np.stack([ids[after], ids[after + 1]], axis=1))


def words_of(first: Ints, size: Ints, ids: Ints) -> Ints:
    """Return the words of spans, (n, 4), -1 beyond the end."""
    words = np.full((len(first), MOST_WORDS), -1, np.int64)
    for n in range(MOST_WORDS):
        rows = size > n
        words[rows, n] = ids[first[rows] + n]
    return words


def unigrams(words: Words, model: "LanguageModel") -> Floats:
    """The sum of the unigram log probabilities of words."""
    total: Floats = model.unigram.take(words[:, 0])
    for column in words.T[1:]:
        more = np.flatnonzero(column >= 0)
        total[more] += model.unigram.take(column.take(more))
    return total


def spans_of(windows: "Windows", ids: Ints, model: "LanguageModel") -> tuple[Spans, Places, Ints]:
    """Return the distinct spans of the windows, their places, and the span of each window."""
    codes = windows.first * (MOST_WORDS + 1) + windows.size
    order = by_key(codes, int(codes.max(initial=0)).bit_length())
    ordered, where = codes.take(order), np.empty(len(codes), np.int64)
    begins = starts_of(ordered)
    where[order] = np.repeat(np.arange(len(begins)), np.diff(np.append(begins, len(codes))))
    first, size = np.divmod(ordered.take(begins), MOST_WORDS + 1)
    places = places_of(first, size, ids)
    here = Phrases(np.arange(len(first)), words_of(first, size, ids), size)
    return Spans(first, size, model.fit(places, here)), places, where


class InPlace(NamedTuple):
    """Spans in their sentences: the words around them, and the `usage` of words in the documents.

    `context` is what surrounds each of them, according to the word `vectors`; `small` marks the
    words of the model that are never a span by themselves.
    """

    sentences: "Sentences"
    spans: Spans
    places: Places
    usage: "WordUsage"
    model: "LanguageModel"
    vectors: "WordVectors"
    context: "ContextVectors"
    small: Bools

    @property
    def words(self) -> Ints:
        """The words of the spans, (n, 4), -1 beyond the end."""
        return words_of(self.spans.first, self.spans.size, self.sentences.ids)

    @property
    def document(self) -> Ints:
        """The document of each span."""
        return self.usage.document.take(self.sentences.text.take(self.spans.first))


class CandidateSummary(NamedTuple):
    """A summary of the candidates of each span: log sum, best, second best, and more.

    `small_gain` and `form_gain` are the greatest gains in context of a function word and of another
    form of the same word.
    """

    total: Floats
    best: Floats
    second: Floats
    best_row: Ints
    share: Floats
    amount: Ints
    most_around: Floats
    around_share: Floats
    small_gain: Floats
    form_gain: Floats


def summarise(span: Ints, score: Floats, rows: Floats, spans: int) -> CandidateSummary:
    """Summarise the candidates of each span; a span without any gets -20.

    `rows` are their `CANDIDATE_FEATURES`.
    """
    gain, around = rows[:, _GAIN], rows[:, _AROUND_GAIN]
    low = np.full(spans, -20, np.float32)
    best = low.copy()
    np.maximum.at(best, span, score)
    total = np.log(np.bincount(span, np.exp(score - best.take(span)), spans) + 1e-9) + best
    row = np.full(spans, -1, np.int64)
    row[span[::-1]] = np.arange(len(span))[::-1]
    top = np.flatnonzero(score == best.take(span))
    row[span[top]] = top
    others = score.copy()
    others[row[row >= 0]] = -20
    second = low.copy()
    np.maximum.at(second, span, others)
    count = np.bincount(span, minlength=spans)
    shares = [np.bincount(span, of > 0, spans) / np.maximum(count, 1) for of in (gain, around)]
    most = np.full(spans, -1, np.float32)
    good = np.flatnonzero(score > (best - NEARLY).take(span))
    np.maximum.at(most, span[good], around[good])
    return CandidateSummary(
        *(total.astype(np.float32), best, second, row, shares[0].astype(np.float32), count),
        *(most, shares[1].astype(np.float32)),
        *(_most_gained(span, rows, kind, spans) for kind in (_SMALL_WORD, _SAME_WORD)),
    )


def _most_gained(span: Ints, rows: Floats, kind: int, spans: int) -> Floats:
    """Return the greatest gain of the candidates that have a feature; -12 if none has."""
    most = np.full(spans, -12, np.float32)
    has = np.flatnonzero(rows[:, kind])
    np.maximum.at(most, span[has], rows[has, _GAIN])
    return most


def span_features(place: InPlace, summary: CandidateSummary, candidates: Floats) -> Floats:
    """Return a row for every span: `SPAN_FEATURES` without those of its neighbours."""
    sentences, spans, places, usage, model, _, context, _ = place
    last = spans.first + spans.size - 1
    words = place.words
    frequency = unigrams(words, model) / spans.size
    zero = np.zeros(1, np.float32)
    best = {
        column: np.append(candidates[:, column], zero).take(summary.best_row)
        for column in (_GAIN, _OWN_DEGREE, _NEAR, _AROUND_GAIN, _TEXT_GAIN)
    }
    fit, left, right = _association(places, words, spans, model)
    capital = (sentences.shape[spans.first] != LOWER) & ~sentences.first[spans.first]
    beside = (sentences.shape[spans.first - 1] >= CAPITAL) | (sentences.shape[last + 1] >= CAPITAL)
    columns = [
        summary.total, summary.best, summary.second, best[_GAIN], summary.share,
        spans.size > 1, frequency, fit, left, right,
        (words >= model.outside).any(axis=1), capital, capital & beside,
        np.log1p(usage.rarest(words, place.document)),
        np.log1p(summary.amount), best[_OWN_DEGREE],
        (places.left[:, 1] < model.outside) & (places.right[:, 0] < model.outside),
        best[_NEAR], sentences.first[spans.first],
        *context.fits,
        best[_AROUND_GAIN], best[_TEXT_GAIN], summary.most_around, summary.around_share,
        summary.small_gain, summary.form_gain,
    ]  # fmt: skip
    return np.stack([np.asarray(column, np.float32) + zero for column in columns], axis=1)


def _association(
    places: Places, words: Ints, spans: Spans, model: "LanguageModel"
) -> tuple[Floats, Floats, Floats]:
    """Return how much likelier spans are in context than alone: both sides, left, right only."""
    n = np.arange(len(words))
    none = np.full_like(places.left, model.unknown)
    alone = model.fit(Places(none, none), Phrases(n, words, spans.size))
    after = model.fit(Places(places.left, none), Phrases(n, words, spans.size))
    before = model.fit(Places(none, places.right), Phrases(n, words, spans.size))
    usual = unigrams(places.right, model)
    usual -= np.where(places.right == model.unknown, model.unigram[model.unknown], 0).sum(axis=1)
    return spans.fit - alone - usual, after - alone, before - alone - usual

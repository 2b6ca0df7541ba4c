"""Scores every candidate span of a batch of texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel import candidate_features, features, pair_decoding
from unspin_gui.core.noisy_channel.arrays import Bools, Floats, Ints
from unspin_gui.core.noisy_channel.channel import FORMS
from unspin_gui.core.noisy_channel.language_model import MOST_WORDS, Phrases
from unspin_gui.core.noisy_channel.sentences import read_sentences
from unspin_gui.core.noisy_channel.usage import WordUsage

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.channel import Channel
    from unspin_gui.core.noisy_channel.embeddings import WordVectors
    from unspin_gui.core.noisy_channel.language_model import LanguageModel, Places
    from unspin_gui.core.noisy_channel.parameters import Parameters
    from unspin_gui.core.noisy_channel.sentences import Sentences
    from unspin_gui.core.noisy_channel.windows import Replacements, Windows


ASKED, KEPT = 256, 96
"""How many candidates of a span, the best by themselves, are scored in context; how many are kept.
"""
TAUGHT = np.float32(1.0)
"""Bonus to the log odds of a span for a fix that was learnt from the user."""


class Models(NamedTuple):
    """What scoring is based on: a language model, a channel, word vectors, trained parameters."""

    model: "LanguageModel"
    channel: "Channel"
    vectors: "WordVectors"
    parameters: "Parameters"


@dataclass(frozen=True, slots=True, eq=False)
class ScoredSpans:
    """All spans of a batch of texts.

    `options` are the candidates, ordered by `owner`, the row of their span, with `option_features`
    and `scores` (log scale). The spans have `span_features` and log odds `logits`; `best_option` is
    the row of their best candidate (-1 without any). `pairs` are neighbours decoded together, from
    `tables`. `kinds` and `small` give the parts of speech of every word of the model (see
    `Channel`).
    """

    sentences: "Sentences"
    spans: features.Spans
    owner: Ints
    options: "Replacements"
    option_features: Floats
    scores: Floats
    span_features: Floats
    logits: Floats
    tables: pair_decoding.Tables
    pairs: pair_decoding.Pairs
    place: features.InPlace
    best_option: Ints
    kinds: Ints
    small: Bools

    @property
    def small_gain(self) -> Floats:
        """The gain of the best function word in the place of each span."""
        gain: Floats = self.span_features[:, features.SPAN_FEATURES.index("small gain")]
        return gain

    def options_of(self, row: int) -> slice:
        """The slice of candidates of a span."""
        return slice(*(int(n) for n in np.searchsorted(self.owner, [row, row + 1])))


def _agreement(
    models: Models, windows: "Windows", spans: features.Spans, places: "Places", span: Ints
) -> Floats:
    """Return how much better each window's word fits in the form of each tag, (windows, `FORMS`).

    `span` is the span of each window; forms that do not exist get -inf.
    """
    forms = models.channel.forms_of(windows)
    words = np.full((len(forms.owner), MOST_WORDS), -1, np.int64)
    words[:, 0] = models.channel.form(forms.key, forms.tag)
    at = span.take(forms.owner)
    fit = models.model.fit(places, Phrases(at, words, np.ones(len(at), np.int64)))
    table = np.full((len(windows.first), FORMS), -np.inf, np.float32)
    table[forms.owner, forms.tag] = np.clip(fit - spans.fit[at], -12, 12)
    return table


def score_spans(
    texts: Sequence[str], counts: Mapping[str, int], models: Models
) -> ScoredSpans | None:
    """Score all spans of the texts; None if there are none.

    `counts` are the lower-case words of the whole document that the texts come from.
    """
    document = np.zeros(len(texts), np.int64)
    return score_together(texts, WordUsage.counted([counts], document, models.model), models)


def score_together(texts: Sequence[str], usage: WordUsage, models: Models) -> ScoredSpans | None:
    """Score all spans of texts of several documents; None if there are none.

    A span's scores do not depend on the other texts.
    """
    model, channel, vectors, parameters = models
    sentences = read_sentences(texts, model)
    windows = channel.windows(sentences)
    if not len(windows.first):
        return None
    spans, places, where = features.spans_of(windows, sentences.ids, model)
    words = features.words_of(spans.first, spans.size, sentences.ids)
    context = vectors.context(sentences, spans.first, words, usage)
    agreement = _agreement(models, windows, spans, places, where)
    document = usage.document.take(sentences.text.take(windows.first))
    used = usage.table > 0
    options = channel.replacements(windows, sentences.ids, used, document, agreement)
    owner = where.take(options.owner)
    place = features.InPlace(
        *(sentences, spans, places, usage, model, vectors, context, channel.common)
    )
    merit = candidate_features.candidate_merits(place, owner, options, parameters.candidate.weight)
    # Two sieves: the language model scores only the candidates that are best by themselves, and
    # features are computed only for those that are best in context.
    keep = candidate_features.once(owner, options.words, merit)
    first = candidate_features.first_of_each(owner.take(keep), merit.take(keep), ASKED)
    keep = keep.take(first)
    owner, merit, options = owner.take(keep), merit.take(keep), options.only(keep)
    fit = model.fit(places, Phrases(owner, options.words, options.size))
    gain = np.clip(fit - spans.fit.take(owner), -12, 12)
    keep = candidate_features.first_of_each(owner, merit + parameters.per_gain * gain, KEPT)
    owner, gain, options = owner.take(keep), gain.take(keep), options.only(keep)
    figures = candidate_features.candidate_features(place, owner, options, gain)
    scores = parameters.candidate(figures) + candidate_features.LEARNT * options.learnt
    summary = features.summarise(owner, scores, figures, len(spans.first))
    merit = scores - np.float32(parameters.per_gain) * figures[:, 0]
    tables = pair_decoding.tables(place, owner, options, merit, scores)
    pairs = pair_decoding.read_pairs(place, tables, parameters.per_gain)
    together, beside = pair_decoding.with_neighbours(pairs, summary.total)
    rows = features.span_features(place, summary, figures)
    rows = np.column_stack([rows, together, together - summary.total, beside])
    logits = parameters.span(rows)
    np.maximum.at(taught := np.zeros(len(logits), np.float32), owner, options.learnt)
    logits += TAUGHT * taught
    return ScoredSpans(
        *(sentences, spans, owner, options, figures, scores, rows, logits, tables, pairs, place),
        *(summary.best_row, channel.kinds, channel.common),
    )

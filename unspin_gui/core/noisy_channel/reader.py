"""The noisy channel: which words do not fit their context, and what the original may have been.

A spinner replaces words with others from a thesaurus. `NoisyChannelReader` reverses that as
spelling correctors do (Kernighan, Church and Gale 1990): for each span it combines which wordings
may have been replaced (`channel`) with how well they fit there (a `LanguageModel`), and turns the
result into the log odds that the span was spun.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Ints
from unspin_gui.core.noisy_channel.calibration import UNCALIBRATED, Calibration
from unspin_gui.core.noisy_channel.document_evidence import DocumentEvidence, gather
from unspin_gui.core.noisy_channel.document_prior import (
    DocumentPrior,
    SecondOpinion,
    document_prior,
)
from unspin_gui.core.noisy_channel.features import no_spans, places_of
from unspin_gui.core.noisy_channel.language_model import Phrases
from unspin_gui.core.noisy_channel.reranking import ranked
from unspin_gui.core.noisy_channel.scoring import Models, ScoredSpans, score_spans
from unspin_gui.core.noisy_channel.selection import (
    pair_candidates,
    read_again,
    reason,
    select_spans,
    span_candidates,
)
from unspin_gui.core.noisy_channel.sentences import read_sentences
from unspin_gui.core.reasons import ContextReason
from unspin_gui.core.suspects import Assumption, Candidate
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.spellings import ONE_SPELLING, Spellings

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.channel import Channel
    from unspin_gui.core.noisy_channel.embeddings import WordVectors
    from unspin_gui.core.noisy_channel.language_model import LanguageModel
    from unspin_gui.core.noisy_channel.parameters import Parameters
    from unspin_gui.core.noisy_channel.sentences import Sentences


__all__ = ["DocumentEvidence", "NoisyChannelReader", "SpanReading"]

LEAST_WORDS = 12
"""In texts with fewer words than this no words are flagged as unfit."""


class SpanReading(NamedTuple):
    """A span that may have been spun, before the rest of the document is considered.

    `logit` is the log odds; `candidates` come best first, and their scores are shares that add up
    to 1.
    """

    span: Span
    logit: float
    candidates: tuple[Candidate, ...]
    reason: ContextReason


@dataclass(frozen=True, slots=True, eq=False)
class NoisyChannelReader:
    """Reads texts and says what may have been spun in them.

    `kept` are phrases (lower case, single spaces) that are never selected; `calibration` turns the
    log odds of documents into probabilities; `spellings` are the variants of a word that texts may
    use.
    """

    model: "LanguageModel"
    channel: "Channel"
    vectors: "WordVectors"
    parameters: "Parameters"
    kept: frozenset[str] = frozenset()
    calibration: Calibration = UNCALIBRATED
    spellings: Spellings = ONE_SPELLING

    @property
    def models(self) -> Models:
        """The models that its scores are based on."""
        return Models(self.model, self.channel, self.vectors, self.parameters)

    def read(
        self, texts: Sequence[str], counts: Mapping[str, int]
    ) -> list[tuple[tuple[SpanReading, ...], DocumentEvidence]]:
        """Return what may have been replaced in each text of a batch.

        `counts` are the lower-case words of the whole document that the texts come from. The spans
        of one text are ordered and do not overlap.
        """
        scored = score_spans(texts, counts, self.models)
        evidence = self._evidence(texts, scored)
        found: list[list[SpanReading]] = [[] for _ in texts]
        if scored is None:
            return [((), one) for one in evidence]
        sentences = scored.sentences
        names = self.spellings.names(counts, self.model.names)
        for chosen in select_spans(scored, names, self.parameters):
            last = chosen.first + chosen.size - 1
            if " ".join(sentences.words[chosen.first : last + 1]) not in self.kept:
                span = Span(int(sentences.start[chosen.first]), int(sentences.end[last]))
                why = reason(scored, chosen)
                reading = SpanReading(span, chosen.logit, chosen.candidates, why)
                found[int(sentences.text[chosen.first])].append(reading)
        return [(tuple(readings), one) for readings, one in zip(found, evidence, strict=True)]

    def evidence(self, texts: Sequence[str], counts: Mapping[str, int]) -> list[DocumentEvidence]:
        """Return the evidence of each text of a batch on its document, as `read` does."""
        return self._evidence(texts, score_spans(texts, counts, self.models))

    def _evidence(self, texts: Sequence[str], scored: ScoredSpans | None) -> list[DocumentEvidence]:
        unigram, many = self.model.unigram, len(texts)
        if scored is None:
            nothing = np.zeros(0, np.float32)
            sentences = read_sentences(texts, self.model)
            return gather(sentences, no_spans(), nothing, nothing, unigram, many)
        columns = scored.sentences, scored.spans, scored.logits, scored.small_gain
        return gather(*columns, unigram, many)

    def document_prior(
        self,
        evidences: Sequence[DocumentEvidence | None],
        assume: Assumption = "auto",
        corrected: Sequence[DocumentEvidence | None] | None = None,
        second: SecondOpinion | None = None,
    ) -> DocumentPrior | None:
        """The prior for the spans of a document, given the evidence of its passages.

        `corrected` is their evidence as corrected so far. None if nothing can be said: too little
        text, or not English. Passages without evidence are None.
        """
        before = [evidence or DocumentEvidence() for evidence in evidences]
        now = before if corrected is None else [one or DocumentEvidence() for one in corrected]
        whole = reduce(add, before, DocumentEvidence())
        if whole.words < LEAST_WORDS or not self.is_english(whole):
            return None
        models = self.parameters.document, self.parameters.prior
        return document_prior(before, models, assume, now, self.calibration, second)

    def is_english(self, evidence: DocumentEvidence) -> bool:
        """Whether the text reads as English; texts of a few words are assumed to."""
        return reads_as_english(evidence.words, evidence.share("known"), evidence.share("common"))

    def score_fixes(self, text: str, span: Span, fixes: Sequence[str]) -> list[float]:
        """Return how much better than the present wording each fix fits the span, on a log scale.

        Comparable within one span; 0 for all if the span cannot be scored.
        """
        sentences = read_sentences([text], self.model)
        first, size = _tokens_in(sentences, span)
        if not size or not fixes:
            return [0.0] * len(fixes)
        wordings = [self._ids(fix) for fix in fixes]
        table, sizes = _table([sentences.ids[first : first + size].tolist(), *wordings])
        places = places_of(np.array([first]), np.array([size]), sentences.ids)
        fit = self.model.fit(places, Phrases(np.zeros(len(table), np.int64), table, sizes))
        gain = np.clip(fit[1:] - fit[0], -15, 15)
        return [float(value) for value in self.parameters.per_gain * gain]

    def candidates(self, text: str, span: Span, counts: Mapping[str, int]) -> tuple[Candidate, ...]:
        """Return candidates for the original wording of a span marked by the user, or nothing."""
        scored = score_spans([text], counts, self.models)
        if scored is None:
            return ()
        names = self.spellings.names(counts, self.model.names)
        first, size = _tokens_in(scored.sentences, span)
        rows = np.flatnonzero((scored.spans.first == first) & (scored.spans.size == size))
        if len(rows):
            row = int(rows[0])
            again = ranked(scored, [row], self.parameters.rank)
            return span_candidates(scored, row, names, again)
        starts = scored.spans.first[scored.pairs.a]
        pairs = np.flatnonzero((starts == first) & (scored.pairs.apart == 1))
        if size != 2 or not len(pairs):
            return ()
        kept = scored.sentences.words[first], scored.sentences.words[first + 1]
        again_pairs = read_again(scored, [int(pairs[0])], self.parameters)
        return pair_candidates(again_pairs, 0, names, kept)

    def with_learnt(
        self, pairs: Iterable[tuple[str, str]], kept: Iterable[str]
    ) -> "NoisyChannelReader":
        """Return a reader that also knows the user's fixes (spun phrase, fix) and kept phrases.

        They replace those of an earlier call.
        """
        channel = self.channel.with_learnt(pairs, self.model)
        phrases = frozenset(" ".join(phrase.lower().split()) for phrase in kept)
        return replace(self, channel=channel, kept=phrases)

    def _ids(self, phrase: str) -> list[int]:
        ids: list[int] = self.model.encode(phrase.lower().replace("-", " ").split()).tolist()
        return ids


def reads_as_english(words: float, known: float, common: float) -> bool:
    """Whether this many words, of which these shares are known and common, read as English."""
    return words < LEAST_WORDS or (known > 0.5 and (common > 0.15 or known > 0.85))


def _table(rows: Sequence[Sequence[int]]) -> tuple[Ints, Ints]:
    """Return rows of different lengths as one table, -1 beyond their ends, and their lengths."""
    table = np.full((len(rows), max(1, *map(len, rows))), -1, np.int64)
    for n, row in enumerate(rows):
        table[n, : len(row)] = row
    return table, np.array([len(row) for row in rows], np.int64)


def _tokens_in(sentences: "Sentences", span: Span) -> tuple[int, int]:
    """Return the first token and the number of tokens of a span; 0, 0 unless in one sentence."""
    inside = (sentences.start < span.end) & (sentences.end > span.start) & sentences.is_word
    rows = np.flatnonzero(inside)
    if not len(rows) or rows[-1] - rows[0] >= len(rows):
        return 0, 0
    return int(rows[0]), len(rows)

"""The noisy channel: which words fit badly where they stand, and what stood there before.

A spinner replaced words by others of a thesaurus. `ContextReader` reads that back: for each span
it weighs what may have been replaced (`channel`) by how well it fits there (a `ContextModel`),
and turns the result into the log odds that the span was spun.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from unspin_gui.core import features
from unspin_gui.core.context_model import Phrases
from unspin_gui.core.evidence import Evidence, gather
from unspin_gui.core.sentences import read_sentences
from unspin_gui.core.spans import Span
from unspin_gui.core.suspects import Candidate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from unspin_gui.core.channel import Channel, Replacements
    from unspin_gui.core.context_model import ContextModel
    from unspin_gui.core.sentences import Sentences
    from unspin_gui.core.weights import Weights

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float32]

__all__ = ["ContextReader", "Evidence", "Reading"]

LOWEST = -6.0
"""Spans with lower log odds are not told."""
MOST_CANDIDATES = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """A span that may have been spun, before the rest of the document is known.

    `logit` is the log odds; `candidates` best first, their scores the shares they have in each
    other's company, adding up to 1 at most.
    """

    span: Span
    logit: float
    candidates: tuple[Candidate, ...]
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """All spans of a batch of texts with their features; what `ContextReader` decides from."""

    sentences: "Sentences"
    spans: features.Spans
    owner: "Ints"
    options: "Replacements"
    option_features: "Floats"
    scores: "Floats"
    span_features: "Floats"
    logits: "Floats"


@dataclass(frozen=True, slots=True, eq=False)
class ContextReader:
    """Reads texts and says what may have been spun in them.

    `learnt` are pairs of spun phrase and fix the user accepted, with how often; `kept` folded
    phrases never to be told.
    """

    model: "ContextModel"
    channel: "Channel"
    weights: "Weights"
    kept: frozenset[str] = frozenset()

    def read(
        self, texts: Sequence[str], counts: Mapping[str, int]
    ) -> list[tuple[tuple[Reading, ...], Evidence]]:
        """What each text of a batch may have had replaced.

        `counts` are the lower-case words of the whole document the texts are from. The spans
        of one text are ordered and do not overlap.
        """
        judged = self.judge(texts, counts)
        found: list[list[Reading]] = [[] for _ in texts]
        evidence = gather(
            judged.sentences, judged.spans, judged.logits, judged.span_features, len(texts)
        )
        for row in _winners(judged):
            reading = self._reading(judged, row, texts)
            if reading is not None:
                found[int(judged.sentences.text[judged.spans.first[row]])].append(reading)
        return [(tuple(readings), facts) for readings, facts in zip(found, evidence, strict=True)]

    def judge(self, texts: Sequence[str], counts: Mapping[str, int]) -> Judged:
        """Every span of the texts with its features, scores and log odds."""
        model = self.model
        sentences = read_sentences(texts, model)
        windows = self.channel.windows(sentences)
        spans, places, where = features.spans_of(windows, sentences.ids, model)
        options = self.channel.replacements(windows, sentences.ids)
        owner = where[options.owner]
        fit = model.fit(places, Phrases(owner, options.words, options.size))
        known = features.counted(counts, model)
        figures = features.candidate_features(
            spans, owner, options, fit, known, model, sentences.ids
        )
        scores = self.weights.candidate(figures)
        keep = features.once(owner, options.words, scores)
        owner, figures, scores = owner[keep], figures[keep], scores[keep]
        options = type(options)(*(column[keep] for column in options))
        summary = features.summarise(owner, scores, figures[:, 0], len(spans.first))
        rows = features.span_features(sentences, spans, places, summary, figures, known, model)
        logits = self.weights.span(rows)
        return Judged(sentences, spans, owner, options, figures, scores, rows, logits)

    def document_logit(self, evidence: Evidence) -> float:
        """What the whole document adds to the log odds of each span in it.

        Minus infinity silences: too little text, or not English.
        """
        if evidence.words < 12 or not self.is_english(evidence):
            return -np.inf
        return self.weights.document(evidence)

    def is_english(self, evidence: Evidence) -> bool:
        """Whether the text reads as English: its commonest words are there."""
        if evidence.words < 12:
            return True
        return evidence.common > 0.15 * evidence.words and evidence.known > 0.5 * evidence.words

    def score_fixes(self, text: str, span: Span, fixes: Sequence[str]) -> list[float]:
        """How well each fix fits at the span, as log odds against leaving it."""
        sentences = read_sentences([text], self.model)
        first, size = _tokens_in(sentences, span)
        if not size or not fixes:
            return [0.0] * len(fixes)
        wordings = [self.model.encode(fix.lower().replace("-", " ").split()) for fix in fixes]
        own = sentences.ids[first : first + size]
        longest = max(len(words) for words in [*wordings, own])
        table = np.full((len(fixes) + 1, max(longest, 1)), -1, np.int64)
        for row, words in enumerate([own, *wordings]):
            table[row, : len(words)] = words
        sizes = np.array([len(own), *map(len, wordings)], np.int64)
        places = features.places_of(np.array([first]), np.array([size]), sentences.ids)
        fit = self.model.fit(places, Phrases(np.zeros(len(table), np.int64), table, sizes))
        return [float(value) for value in self.weights.fix(fit[1:] - fit[0], sizes[1:] - size)]

    def candidates(self, text: str, span: Span, counts: Mapping[str, int]) -> tuple[Candidate, ...]:
        """What may have stood at a span that the user marked; empty when nothing is known."""
        judged = self.judge([text], counts)
        first, size = _tokens_in(judged.sentences, span)
        rows = np.flatnonzero((judged.spans.first == first) & (judged.spans.size == size))
        return self._candidates(judged, int(rows[0])) if len(rows) else ()

    def with_learnt(self, pairs: Iterable[tuple[str, str]], kept: Iterable[str]) -> "ContextReader":
        """A reader that knows the user's own fixes (spun phrase, fix) and what he keeps."""
        channel = self.channel.with_learnt(pairs, self.model)
        return replace(
            self, channel=channel, kept=frozenset(" ".join(k.lower().split()) for k in kept)
        )

    def _reading(self, judged: Judged, row: int, texts: Sequence[str]) -> Reading | None:
        sentences = judged.sentences
        first = int(judged.spans.first[row])
        last = first + int(judged.spans.size[row]) - 1
        if " ".join(sentences.words[first : last + 1]) in self.kept:
            return None
        candidates = self._candidates(judged, row)
        if not candidates:
            return None
        span = Span(int(sentences.start[first]), int(sentences.end[last]))
        return Reading(
            span, float(judged.logits[row]), candidates, self._reason(judged, row, candidates[0])
        )

    def _candidates(self, judged: Judged, row: int) -> tuple[Candidate, ...]:
        lo, hi = np.searchsorted(judged.owner, [row, row + 1])
        scores = judged.scores[lo:hi]
        best = np.argsort(-scores, kind="stable")[:MOST_CANDIDATES]
        share = np.exp(scores - scores.max(initial=0)) if len(scores) else scores
        share = share / max(float(share.sum()), 1e-9)
        names = self.model.names
        return tuple(
            Candidate(
                " ".join(names[word] for word in judged.options.words[lo + n] if word >= 0),
                float(share[n]),
                "thesaurus",
            )
            for n in best
        )

    def _reason(self, judged: Judged, row: int, best: Candidate) -> str:
        words, shown = judged.sentences.words, judged.span_features[row]
        first = int(judged.spans.first[row])
        after = words[first - 1], words[first + int(judged.spans.size[row])]
        left, right = (shown[features.SPAN_FEATURES.index(name)] for name in ("left", "right"))
        place = f"after '{after[0]}'" if left <= right else f"before '{after[1]}'"
        if after[0 if left <= right else 1] in {"", "<s>", "</s>"}:
            place = "here"
        gain = shown[features.SPAN_FEATURES.index("best gain")]
        better = (
            "fits far better" if gain > 4 else "fits better" if gain > 1 else "is the likelier word"
        )
        return f"reads oddly {place}; '{best.text}' {better}"


def _winners(judged: Judged) -> list[int]:
    """Rows of the spans that are told: the likeliest where they overlap, ordered by place."""
    spans = judged.spans
    rows = np.flatnonzero(judged.logits > LOWEST)
    taken = np.zeros(len(judged.sentences.ids) + 1, np.bool_)
    kept = []
    for row in rows[np.argsort(-judged.logits[rows], kind="stable")]:
        here = slice(int(spans.first[row]), int(spans.first[row] + spans.size[row]))
        if not taken[here].any():
            taken[here] = True
            kept.append(int(row))
    return sorted(kept, key=lambda row: int(spans.first[row]))


def _tokens_in(sentences: "Sentences", span: Span) -> tuple[int, int]:
    """First token and number of tokens that a span of the text touches."""
    inside = (sentences.start < span.end) & (sentences.end > span.start) & sentences.is_word
    rows = np.flatnonzero(inside)
    if not len(rows) or rows[-1] - rows[0] >= len(rows):
        return 0, 0
    return int(rows[0]), len(rows)

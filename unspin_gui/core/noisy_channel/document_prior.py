"""The prior log odds that a document and each of its passages give to the spans in them.

Spun words come in groups, so the share of spun words in the document and in the passage is
estimated from all their words; the genre says how much of that to expect in genuine text.
"""

from collections.abc import Sequence
from functools import reduce
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from unspin_gui.core.noisy_channel.calibration import UNCALIBRATED, Calibration
from unspin_gui.core.noisy_channel.document_evidence import DocumentEvidence, rate_logits

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Floats
    from unspin_gui.core.noisy_channel.boosted_trees import Linear
    from unspin_gui.core.suspects import Assumption

_BENDS = (-1.0, 1.0)
"""Log odds of documents at which the weight of a further unit changes."""
PRIOR_FEATURES = ("low", "middle", "high", "short", "rate", "passage")
"""The features of a document and a passage that determine the prior of the spans in them.

The first three are the parts of a document's log odds below, between and above `_BENDS`.
"""
MOST, ASSUMED = 5.0, 3.0
"""The limit of a document's log odds, and those of one that the user assumes to be spun."""
SOURCE = 0.3
"""The weight of a document's source in its log odds, once some of it is corrected.

A document that was spun remains one, so its last spun words are still flagged; but the fewer odd
words are left, the likelier the rest is genuine.
"""
MOST_LOWERED = 1.0
"""The most that corrections lower the log odds of what is left: strong marks stay."""
_BESIDE = 0.5
"""The weight of words in the passages before and after, relative to a passage's own."""


class SecondOpinion(Protocol):
    """How a second reading interprets a document's evidence."""

    def document_logit(self, logit: float, evidence: DocumentEvidence) -> float:
        """Return the log odds of the document, given those of the first reading."""

    def offset(self, evidence: DocumentEvidence) -> float:
        """Return what to add to the log odds of all its spans, at most 0."""


class DocumentPrior(NamedTuple):
    """The probability, 0..1, that a document was spun, and the offsets to the log odds of spans.

    There is one offset for each passage.
    """

    probability: float
    offsets: tuple[float, ...]


def document_prior(
    evidences: Sequence[DocumentEvidence],
    models: "tuple[Linear, Linear]",
    assume: "Assumption",
    corrected: Sequence[DocumentEvidence],
    calibration: Calibration = UNCALIBRATED,
    second: "SecondOpinion | None" = None,
) -> DocumentPrior:
    """The prior for the spans of a document, given the evidence of its passages in order.

    `corrected` is the evidence of the passages as corrected so far. The first of the `models` gives
    the log odds of documents, the second the offsets of spans; `calibration` makes a probability of
    the former, or of what a `second` reading makes of them.
    """
    document, prior = models
    before, whole = (reduce(add, some, DocumentEvidence()) for some in (evidences, corrected))
    logit, left = (float(document(one.features()[None])[0]) for one in (before, whole))
    odds = calibration(logit, before.words)
    log_odds = odds if second is None else second.document_logit(odds, before)
    probability = 1 / (1 + float(np.exp(-np.clip(log_odds, -30, 30))))
    if assume == "honest":
        return DocumentPrior(probability, (-np.inf,) * len(evidences))
    source, left = (min(max(value, -MOST), MOST) for value in (logit, left))
    # Corrections must not make the document look less spun than it was, yet what is left of it may
    # well be genuine: so the belief lies between the evidence of the source and that of the rest.
    believed = left + SOURCE * (source - left)
    if assume == "spun":
        believed = max(believed, ASSUMED)
    offsets = prior(prior_features(corrected, whole, believed))
    if any(one is not now for one, now in zip(evidences, corrected, strict=True)):
        at_first = prior(prior_features(evidences, before, max(believed, source)))
        offsets = np.maximum(offsets, at_first - MOST_LOWERED)
    if second is not None and assume != "spun":
        offsets = offsets + second.offset(before)
    return DocumentPrior(probability, tuple(map(float, offsets)))


def prior_features(
    evidences: Sequence[DocumentEvidence], whole: DocumentEvidence, logit: float
) -> "Floats":
    """Return a row of `PRIOR_FEATURES` for each passage of a document with these log odds."""
    rate = rate_logits(whole.odds[None], np.zeros(1))
    odds = np.array([evidence.odds for evidence in evidences]).reshape(len(evidences), -1)
    near = odds.copy()
    near[1:] += _BESIDE * odds[:-1]
    near[:-1] += _BESIDE * odds[1:]
    passage = rate_logits(near, np.repeat(rate, len(near)))
    believed = float(np.clip(logit, -MOST, MOST))
    short = np.log(np.clip(whole.words, 10, 150) / 150)
    ends = (-MOST, *_BENDS, MOST)
    same = [*(min(max(believed, a), b) - b for a, b in pairwise(ends)), short, rate[0]]
    rows = np.column_stack([np.tile(same, (len(near), 1)), passage - rate])
    return rows.astype(np.float32)

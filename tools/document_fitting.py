"""The models of documents fitted by `train_detector`: regressions on sums over their spans."""

from collections.abc import Sequence
from functools import reduce
from operator import add
from typing import NamedTuple

import numpy as np
from annotated import Examples
from fitting import weighted
from scipy.optimize import minimize

from unspin_gui.core.noisy_channel.boosted_trees import BoostedTrees, Linear
from unspin_gui.core.noisy_channel.document_evidence import (
    DOCUMENT_FEATURES,
    DocumentEvidence,
    gather,
)
from unspin_gui.core.noisy_channel.document_prior import PRIOR_FEATURES, prior_features
from unspin_gui.core.noisy_channel.features import SPAN_FEATURES
from unspin_gui.core.noisy_channel.selection import LOWEST

FOLDS = 5
CAUTION = 0.45
"""A deduction from the log odds of all spans, as a false alarm costs more than a miss: F0.5 is best
with 0.4 to 0.6 on annotated articles left out in turn, and higher on thinly spun texts."""
MOST_OF_ONE = 3.0
"""The most that an annotated document counts in deciding whether a document was spun."""
KNOWN_SHARE, HONEST = 1.0, 2.0
"""Weight of all annotated documents against that of the synthetic ones, in the prior; of
genuine documents against spun ones."""
PENALTY = 3.0
"""The penalty of the document regressions."""


class Judged(NamedTuple):
    """A scored document: its examples, the log odds of its spans, the evidence of its passages."""

    example: Examples
    logits: np.ndarray
    evidences: list[DocumentEvidence]

    @classmethod
    def by(cls, example: Examples, trees: BoostedTrees, unigram: np.ndarray) -> "Judged":
        """Score an article with trees that were not trained on it."""
        logits = trees(example.rows.astype(np.float32))
        small_gain = example.rows[:, SPAN_FEATURES.index("small gain")]
        texts = int(example.sentences.text.max()) + 1
        odds = example.sentences, example.spans, logits, small_gain, unigram
        return cls(example, logits, gather(*odds, texts))

    @property
    def whole(self) -> DocumentEvidence:
        """The evidence of all passages together."""
        return reduce(add, self.evidences)

    def rows(self, verdict: float) -> tuple[np.ndarray, np.ndarray]:
        """The log odds and `PRIOR_FEATURES` of the spans that count, and whether they were spun."""
        prior = prior_features(self.evidences, self.whole, verdict)
        text = self.example.sentences.text[self.example.spans.first]
        use = np.flatnonzero((self.example.label >= 0) & (self.logits > LOWEST))
        return np.column_stack([self.logits[use], prior[text[use]]]), self.example.label[use] == 1


def logistic(
    rows: np.ndarray,
    label: np.ndarray,
    penalty: float,
    weight: np.ndarray | None = None,
    fixed: int = 0,
    rising: Sequence[bool] = (),
) -> Linear:
    """A regression with a quadratic penalty on the weights of standardised features.

    The first `fixed` columns are added as they are; of the others the `rising` ones get no negative
    weight.
    """
    base, rows = rows[:, :fixed].sum(axis=1), rows[:, fixed:]
    mean, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-9)
    table = np.column_stack([(rows - mean) / scale, np.ones(len(rows))])
    sign = np.where(label, 1.0, -1.0)
    many = np.ones(len(rows)) if weight is None else weight

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (table @ w + base)
        slope = table.T @ (-sign * many / (1 + np.exp(np.clip(margin, -60, 60))))
        slope[:-1] += penalty * w[:-1]
        lost = (many * np.logaddexp(0, -margin)).sum()
        return float(lost + penalty / 2 * (w[:-1] @ w[:-1])), slope

    bounds = [(0.0 if up else -np.inf, np.inf) for up in (*rising, False)] if rising else None
    start = np.zeros(table.shape[1])
    w = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    found = w[:-1] / scale
    return Linear(found.astype(np.float32), float(w[-1] - (found * mean).sum()))


def silent_document() -> Linear:
    """Return a model for which documents have no effect."""
    return Linear(np.zeros(len(DOCUMENT_FEATURES), np.float32), 0.0)


def silent_prior() -> Linear:
    """Return a prior that adds nothing."""
    return Linear(np.zeros(len(PRIOR_FEATURES), np.float32), 0.0)


def document_models(made: Sequence[Judged], known: Sequence[Judged]) -> tuple[Linear, Linear]:
    """Fit regressions for whether a document was spun at all, and for the prior of its spans.

    The trees must not have been trained on any of the documents, on which they would be
    overconfident. The second is fitted with the first's verdict on documents that it has not seen,
    in five folds. All documents count alike in it, whatever their length; the annotated ones,
    `known`, together count `KNOWN_SHARE` of the others.
    """
    documents = [*made, *known]
    weight = weighted(len(made), len(known), KNOWN_SHARE)
    few = np.minimum(weight, MOST_OF_ONE)
    table = np.array([document.whole.features() for document in documents], np.float64)
    spun = np.array([(document.example.label == 1).any() for document in documents])
    verdicts = np.zeros(len(table))
    for fold in range(FOLDS):
        out = np.arange(len(table)) // 2 % FOLDS == fold  # both of a pair
        model = logistic(table[~out], spun[~out], PENALTY, few[~out])
        verdicts[out] = model(table[out].astype(np.float32))
    pairs = zip(documents, verdicts, strict=True)
    many = weight * np.where(spun, 1.0, HONEST)
    rows, label = zip(*(document.rows(float(verdict)) for document, verdict in pairs), strict=True)
    each = [
        np.full(len(one), w * min(1.0, 400 / max(len(one), 1)))
        for one, w in zip(label, many, strict=True)
    ]
    together = np.concatenate(rows).astype(np.float64), np.concatenate(label)
    prior = _prior(*together, np.concatenate(each), sum(map(len, label[: len(made)])))
    document = logistic(table, spun, PENALTY, few)
    return (
        Linear(document.weight.round(5), round(document.bias, 5)),
        Linear(prior.weight.round(5), round(prior.bias - CAUTION, 5)),
    )


def _prior(rows: np.ndarray, label: np.ndarray, weight: np.ndarray, made: int) -> Linear:
    """The regression on log odds and `PRIOR_FEATURES`; the first `made` rows are of our making.

    What a passage says, the last feature, is learnt of those alone: in the annotated articles no
    passage is genuine. The likelier a document was spun, the likelier all of its spans, so that a
    text never gets more suspect by being corrected.
    """
    rising = [name != "short" for name in PRIOR_FEATURES]
    ours = logistic(rows[:made], label[:made], PENALTY, weight[:made], 1, rising)
    passage = float(ours.weight[-1])
    rest = rows[:, :-1].copy()
    rest[:, 0] += passage * rows[:, -1]
    found = logistic(rest, label, PENALTY, weight, 1, rising[:-1])
    return Linear(np.append(found.weight, np.float32(passage)), found.bias)

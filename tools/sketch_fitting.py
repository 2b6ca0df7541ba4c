"""Fits the sketch of the cascade, for `calibrate.py`, to reproduce the detector's verdicts.

Trees for single words learn the detector's log odds of each, a regression for documents its log
odds of the whole. Both are judged on documents that neither was fitted on.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import document_fitting
import fitting
import lightgbm
import numpy as np

from unspin_gui.application.screening.options import LIKELY
from unspin_gui.core.noisy_channel.boosted_trees import BoostedTrees, Linear
from unspin_gui.core.noisy_channel.sketch import documents as sketch

FOLDS, PENALTY = 7, 1.0
TREES, RIDGE = 200, 20.0
"""The trees for words, and the penalty of the regression of documents."""
LOST = 0.01
"""The share of found documents that the sketch may lose."""
WORTH, SURE = 0.5, 0.65
"""Reading in full at once is cheaper than weighing first where at least the share SURE of documents
reaches the probability WORTH."""
SPUN = 0.05
"""The share of spun documents in the corpus that the bound `sure` is for."""
_LOW, _HIGH = -5.0, 3.0
"""Beyond these log odds it does not matter what exactly a document has."""
_BOUND, _NEAR, _MORE = float(np.log(LIKELY / (1 - LIKELY))), 1.5, 4.0
"""How near the bound of likely documents counts more, and how much."""


class Looked(NamedTuple):
    """The sketch's features of documents, and the detector's verdicts.

    `sums` is that of `sketch.Words`, a row for each document; `owner` and `rows` are those of all
    words, with the detector's log odds `odds` of each.
    """

    sums: np.ndarray
    owner: np.ndarray
    rows: np.ndarray
    odds: np.ndarray


class Fitted(NamedTuple):
    """The sketch as JSON, and what it loses and saves, in words."""

    data: dict[str, Any]
    told: list[str]


def fit(looked: Looked, shares: np.ndarray, words: np.ndarray, spun: np.ndarray) -> Fitted:
    """Fit the sketch to the probabilities `shares` of documents with so many words."""
    target = np.clip(np.log(np.clip(shares, 1e-6, 1) / np.clip(1 - shares, 1e-6, 1)), _LOW, _HIGH)
    fold, logits = np.arange(len(shares)) % FOLDS, np.zeros(len(shares))
    for n in range(FOLDS):
        of_words, of_documents, rows = _fitted(looked, target, fold != n)
        logits[fold == n] = of_documents(rows[fold == n])
        if n == 0:
            unseen = _explained(of_words, looked, fold == n)
    likely = shares >= LIKELY
    threshold = float(np.quantile(logits[likely], LOST))
    weight = np.where(spun, SPUN / spun.mean(), (1 - SPUN) / (1 - spun.mean()))
    sure = _sure(logits, shares >= WORTH, weight)
    scale = document_fitting.logistic(logits[:, None], spun, PENALTY, weight)
    of_words, of_documents, _ = _fitted(looked, target, np.ones(len(shares), bool))
    data = {
        "words": {"trees": of_words.trees, "bias": of_words.bias},
        "document": linear(of_documents),
        "threshold": round(threshold, 4),
        "sure": round(max(sure, threshold), 4),
        "scale": linear(scale),
    }
    lines = [f"of the variance of the log odds of words: {unseen:.3f} explained"]
    lines += _savings(logits, (threshold, sure), likely, words, weight)
    return Fitted(data, lines)


def linear(model: Linear) -> dict[str, Any]:
    """A weighted sum as JSON."""
    weight = [round(float(one), 5) for one in model.weight]
    return {"weight": weight, "bias": round(float(model.bias), 5)}


def _fitted(
    looked: Looked, target: np.ndarray, use: np.ndarray
) -> tuple[BoostedTrees, Linear, np.ndarray]:
    """The models of words and of documents, from the documents in `use`; the features of all."""
    mine = use[looked.owner] & np.isfinite(looked.odds)
    of_words = _boosted(looked.rows[mine], looked.odds[mine])
    words = sketch.Words(looked.sums, looked.owner, looked.owner, looked.rows)
    rows = sketch.features(words, of_words(looked.rows))
    near = np.where(np.abs(target - _BOUND) < _NEAR, _MORE, 1.0)
    return of_words, _ridge(rows[use].astype(np.float64), target[use], near[use]), rows


def _boosted(rows: np.ndarray, target: np.ndarray) -> BoostedTrees:
    bias = round(float(target.mean()), 6)
    options = {
        **fitting.BOOSTING, "objective": "regression", "learning_rate": 0.15, "num_leaves": 8,
        "min_data_in_leaf": 200, "lambda_l2": 10.0, "feature_fraction": 0.6,
        "boost_from_average": False,
    }  # fmt: skip
    data = lightgbm.Dataset(rows, target, init_score=np.full(len(rows), bias))
    return fitting.boost(options, data, TREES, bias)


def _ridge(rows: np.ndarray, target: np.ndarray, weight: np.ndarray) -> Linear:
    """Least squares with a penalty on the weights of features of unit variance."""
    middle, width = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    table = np.column_stack([(rows - middle) / width, np.ones(len(rows))])
    heavy = (table * weight[:, None]).T
    penalty = RIDGE * np.eye(table.shape[1])
    penalty[-1, -1] = 0.0
    found = np.linalg.solve(heavy @ table + penalty, heavy @ target)
    own = found[:-1] / width
    return Linear(own.astype(np.float32), float(found[-1] - own @ middle))


def _explained(trees: BoostedTrees, looked: Looked, use: np.ndarray) -> float:
    mine = use[looked.owner] & np.isfinite(looked.odds)
    left = trees(looked.rows[mine]) - looked.odds[mine]
    return float(1 - (left**2).mean() / looked.odds[mine].var())


def _sure(logits: np.ndarray, worth: np.ndarray, weight: np.ndarray) -> float:
    """Return the lowest threshold above which the share SURE is worth reading in full."""
    order = np.argsort(-logits)
    share = np.cumsum((weight * worth)[order]) / np.cumsum(weight[order])
    enough = np.flatnonzero(share >= SURE)
    return float(logits[order][enough[-1]]) if len(enough) else float(logits.max())


def _savings(
    logits: np.ndarray, bounds: tuple[float, float], likely: np.ndarray, words: np.ndarray,
    weight: np.ndarray,
) -> Iterator[str]:  # fmt: skip
    """Yield how much is weighed at several thresholds, and how many found documents are lost."""
    yield "bound   found documents lost   other documents read   their words"
    for bound in (*bounds, *np.quantile(logits[likely], [0.0, 0.005, 0.02, 0.05])):
        read, rest = logits >= bound, ~likely
        lost = (likely & ~read).sum()
        some, whole = read & rest, weight * rest
        many = whole[some].sum() / whole.sum()
        share = (whole * words)[some].sum() / (whole * words).sum()
        yield f"{bound:6.2f} {lost:8} of {likely.sum():<5} {many:16.1%} {share:16.1%}"

"""The models fitted by `train_detector`: conditional logit, boosted trees, document regression.

Choosing among candidates is a discrete choice: conditional logit (McFadden 1974), corrected by
gradient-boosted trees (Friedman 2001).
"""

from collections.abc import Sequence
from typing import Any

import lightgbm
import numpy as np
from annotated import Examples, Group
from scipy.optimize import minimize

from unspin_gui.core.noisy_channel.boosted_trees import BoostedTrees, Linear, parse_trees
from unspin_gui.core.noisy_channel.document_evidence import (
    DOCUMENT_FEATURES,
    GENRE_FEATURES,
    gather,
)
from unspin_gui.core.noisy_channel.features import RANK_FEATURES, SPAN_FEATURES
from unspin_gui.core.noisy_channel.parameters import Parameters

_BOOSTING = {
    "num_threads": 1,
    "seed": 0,
    "verbose": -1,
    "deterministic": True,
    "force_row_wise": True,
}


MOST = 0.6
"""The most that a document adds to the log odds of its spans."""
STEEP, LOWER = 1.5, -2.5
"""The factor for a document's own log odds, and a deduction that leaves genuine ones in peace."""
TALE, UNLIKE = 1.5, 2.0
"""The factor for the log odds of a document's being a tale, from 1 : e^2 on."""
PENALTY = 3.0
"""The penalty of the document regressions."""


_RISING = (
    *("total", "best", "best gain", "share", "best around", "best text"),
    *("most around", "around share", "together", "gained together"),
)
_FALLING = ("fit", "left", "right", "around", "text")
_DIRECTIONS = dict.fromkeys(_RISING, 1) | dict.fromkeys(_FALLING, -1)
"""The direction of these features' effect, all else being equal; keeps the trees general."""


def weighted(made: int, dev: int, share: float) -> np.ndarray:
    """Weights of rows: those of annotated articles sum to `share` of the synthetic ones."""
    return np.append(np.ones(made), np.full(dev, share * made / max(dev, 1)))


class _Choices:
    """Groups of candidates with those that stood there, for the softmax over each group."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.rows = np.concatenate([features for features, _ in groups]).astype(np.float64)
        sizes = np.array([len(features) for features, _ in groups])
        self.offset = np.cumsum(sizes) - sizes
        self.owner = np.repeat(np.arange(len(groups)), sizes)
        self.true = np.zeros(len(self.rows))
        for at, (_, hits) in zip(self.offset, groups, strict=True):
            self.true[[at + hit for hit in hits]] = 1

    def parts(self, score: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Each row's share of its group, and of what stood there; each group's log loss."""
        power = np.exp(score - np.maximum.reduceat(score, self.offset)[self.owner])
        whole, hits = (np.add.reduceat(p, self.offset) for p in (power, power * self.true))
        loss = np.log(whole) - np.log(hits)
        return power / whole[self.owner], power * self.true / hits[self.owner], loss


def conditional_logit(made: list[Group], dev: list[Group], share: float) -> np.ndarray:
    """The weights that make the candidate that stood there the most probable of its group."""
    choices = _Choices(made + dev)
    weight = weighted(len(made), len(dev), share)
    weight /= weight.sum()

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        part, wanted, lost = choices.parts(choices.rows @ w)
        slope = choices.rows.T @ ((part - wanted) * weight[choices.owner])
        return float((weight * lost).sum() + 5e-4 * (w @ w)), slope + 1e-3 * w

    found = minimize(loss, np.zeros(choices.rows.shape[1]), jac=True, method="L-BFGS-B")
    return np.asarray(found.x)


def ranker(made: list[Group], dev: list[Group], share: float) -> BoostedTrees:
    """Trees that correct the scores of candidates: boosting of a softmax over each group.

    Their thresholds are drawn at random, as in `boosted`.
    """
    choices = _Choices(made + dev)
    weight = weighted(len(made), len(dev), share)[choices.owner]

    def slope(score: np.ndarray, _: lightgbm.Dataset) -> tuple[np.ndarray, np.ndarray]:
        part, wanted, _loss = choices.parts(score)
        return (part - wanted) * weight, np.maximum(part * (1 - part), 1e-3) * weight

    start = choices.rows[:, RANK_FEATURES.index("score")]
    options = {
        **_BOOSTING, "objective": slope, "learning_rate": 0.1, "num_leaves": 10, "max_depth": 5,
        "min_data_in_leaf": 150, "lambda_l2": 10.0, "min_sum_hessian_in_leaf": 5.0,
        "extra_trees": True,
    }  # fmt: skip
    return _boost(options, lightgbm.Dataset(choices.rows, init_score=start), 60, 0.0)


def boosted(made: Sequence[Examples], dev: Sequence[Examples], share: float) -> BoostedTrees:
    """Trees whose sum is the log odds of a span being spun.

    There are many, with thresholds drawn at random (Geurts, Ernst and Wehenkel 2006): that gives a
    smooth function, which generalises to other spinners.
    """
    rows, label = (
        np.concatenate([getattr(example, name) for example in (*made, *dev)])
        for name in ("rows", "label")
    )
    count = sum(len(example.label) for example in made)
    use = label >= 0
    weight = weighted(count, len(label) - count, share)[use]
    base = float((weight * label[use]).sum() / weight.sum())
    bias = round(float(np.log(base / (1 - base))), 6)
    options = {
        **_BOOSTING, "objective": "binary", "learning_rate": 0.08, "num_leaves": 4, "max_depth": 2,
        "min_data_in_leaf": 400, "lambda_l2": 40.0, "boost_from_average": False,
        "extra_trees": True,
        "monotone_constraints": [_DIRECTIONS.get(name, 0) for name in SPAN_FEATURES],
    }  # fmt: skip
    data = lightgbm.Dataset(
        rows[use], label[use], weight=weight, init_score=np.full(use.sum(), bias)
    )
    return _boost(options, data, 400, bias)


def _boost(
    options: dict[str, Any], data: lightgbm.Dataset, steps: int, bias: float
) -> BoostedTrees:
    model = lightgbm.train(options, data, steps)
    nodes = [_nodes(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    return parse_trees({"trees": nodes, "bias": bias}, data.num_feature())


def _nodes(top: dict[str, Any]) -> list[list[float]]:
    """The nodes of a LightGBM tree in the form that `parse_trees` reads."""
    nodes: list[list[float]] = []

    def add(node: dict[str, Any]) -> int:
        at = len(nodes)
        nodes.append([])
        if "leaf_value" in node:
            nodes[at] = [round(float(node["leaf_value"]), 5)]
        else:
            threshold = float(f"{node['threshold']:.7g}")
            ends = add(node["left_child"]), add(node["right_child"])
            nodes[at] = [int(node["split_feature"]), threshold, *ends]
        return at

    add(top)
    return nodes


def document_features(example: Examples, trees: BoostedTrees) -> np.ndarray:
    """What an article says about itself, judged by the trees."""
    logits = trees(example.rows.astype(np.float32))
    return gather(example.sentences, example.spans, logits, 1)[0].features()


def logistic(rows: np.ndarray, label: np.ndarray, penalty: float) -> Linear:
    """Logistic regression with a quadratic penalty on the weights of standardised features."""
    mean, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-9)
    table = np.column_stack([(rows - mean) / scale, np.ones(len(rows))])
    sign = np.where(label, 1.0, -1.0)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (table @ w)
        slope = table.T @ (-sign / (1 + np.exp(np.clip(margin, -60, 60))))
        slope[:-1] += penalty * w[:-1]
        return float(np.logaddexp(0, -margin).sum() + penalty / 2 * (w[:-1] @ w[:-1])), slope

    w = minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B").x
    weight = w[:-1] / scale
    return Linear(weight.astype(np.float32), float(w[-1] - (weight * mean).sum()))


def silent_document() -> Linear:
    """The model of a document that says nothing about its spans."""
    return Linear(np.zeros(len(DOCUMENT_FEATURES), np.float32), 0.0)


def document_models(
    documents: Sequence[Examples], tale: Sequence[bool], trees: BoostedTrees
) -> tuple[Linear, Linear]:
    """Regressions on whether a document was spun at all, and on whether it is a tale.

    The trees must not have been trained on any of the documents, since they would be too sure of
    them.
    """
    rows = np.array([document_features(example, trees) for example in documents], np.float64)
    spun = np.array([(example.label == 1).any() for example in documents])
    kind = [DOCUMENT_FEATURES.index(name) for name in GENRE_FEATURES]
    document = logistic(rows, spun, PENALTY)
    genre = logistic(rows[:, kind], np.array(tale), PENALTY)
    weight = np.zeros(len(DOCUMENT_FEATURES), np.float32)
    weight[kind] = genre.weight
    return (
        Linear((STEEP * document.weight).round(5), round(STEEP * document.bias + LOWER, 5)),
        Linear((TALE * weight).round(5), round(TALE * (genre.bias + UNLIKE), 5)),
    )


def as_json(parameters: Parameters) -> dict[str, Any]:
    """The trained parameters in the form that `parse_parameters` reads."""
    return {
        "candidate": _linear(parameters.candidate),
        "span": _unparsed(parameters.span),
        "document": _linear(parameters.document),
        "tale": _linear(parameters.genre),
        "most": parameters.most,
        "rank": _unparsed(parameters.rank),
    }


def _linear(model: Linear) -> dict[str, Any]:
    return {"weight": [round(float(w), 5) for w in model.weight], "bias": model.bias}


def _unparsed(trees: BoostedTrees) -> dict[str, Any]:
    return {"trees": trees.trees, "bias": trees.bias}

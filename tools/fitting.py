"""The models of spans and candidates fitted by `train_detector`: conditional logit, boosted trees.

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
from unspin_gui.core.noisy_channel.features import RANK_FEATURES, SPAN_FEATURES
from unspin_gui.core.noisy_channel.parameters import VERSION, Parameters

BOOSTING = {
    "num_threads": 1,
    "seed": 0,
    "verbose": -1,
    "deterministic": True,
    "force_row_wise": True,
}


_RISING = (
    *("total", "best", "best gain", "share", "best around", "best text"),
    *("most around", "around share", "small gain", "together", "gained together"),
)
_FALLING = ("fit", "left", "right", "around", "text")
_DIRECTIONS = dict.fromkeys(_RISING, 1) | dict.fromkeys(_FALLING, -1)
"""The direction of these features' effect, all else being equal; keeps the trees general."""


def weighted(made: int, dev: int, share: float) -> np.ndarray:
    """Weights of rows: those of annotated articles sum to `share` of the synthetic ones."""
    return np.append(np.ones(made), np.full(dev, share * made / max(dev, 1)))


class _Choices:
    """Groups of candidates with the originals among them, for the softmax over each group."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.rows = np.concatenate([features for features, _ in groups]).astype(np.float64)
        sizes = np.array([len(features) for features, _ in groups])
        self.offset = np.cumsum(sizes) - sizes
        self.owner = np.repeat(np.arange(len(groups)), sizes)
        self.true = np.zeros(len(self.rows))
        for at, (_, hits) in zip(self.offset, groups, strict=True):
            self.true[[at + hit for hit in hits]] = 1

    def parts(self, score: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return each row's share of its group, and of the originals; each group's log loss."""
        power = np.exp(score - np.maximum.reduceat(score, self.offset)[self.owner])
        whole, hits = (np.add.reduceat(p, self.offset) for p in (power, power * self.true))
        loss = np.log(whole) - np.log(hits)
        return power / whole[self.owner], power * self.true / hits[self.owner], loss


def conditional_logit(made: list[Group], dev: list[Group], share: float) -> np.ndarray:
    """Fit the weights that make the original the most probable candidate of its group."""
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
        **BOOSTING, "objective": slope, "learning_rate": 0.1, "num_leaves": 10, "max_depth": 5,
        "min_data_in_leaf": 150, "lambda_l2": 10.0, "min_sum_hessian_in_leaf": 5.0,
        "extra_trees": True,
    }  # fmt: skip
    return boost(options, lightgbm.Dataset(choices.rows, init_score=start), 60, 0.0)


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
        **BOOSTING, "objective": "binary", "learning_rate": 0.08, "num_leaves": 7, "max_depth": 3,
        "min_data_in_leaf": 400, "lambda_l2": 40.0, "boost_from_average": False,
        "extra_trees": True,
        "monotone_constraints": [_DIRECTIONS.get(name, 0) for name in SPAN_FEATURES],
    }  # fmt: skip
    data = lightgbm.Dataset(
        rows[use], label[use], weight=weight, init_score=np.full(use.sum(), bias)
    )
    return boost(options, data, 320, bias)


def boost(options: dict[str, Any], data: lightgbm.Dataset, steps: int, bias: float) -> BoostedTrees:
    """Return trees in our form, trained in `steps` steps from the bias on."""
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


def as_json(parameters: Parameters) -> dict[str, Any]:
    """The trained parameters in the form that `parse_parameters` reads."""
    return {
        "version": VERSION,
        "candidate": _linear(parameters.candidate),
        "span": _unparsed(parameters.span),
        "document": _linear(parameters.document),
        "prior": _linear(parameters.prior),
        "rank": _unparsed(parameters.rank),
    }


def _linear(model: Linear) -> dict[str, Any]:
    return {"weight": [round(float(w), 5) for w in model.weight], "bias": model.bias}


def _unparsed(trees: BoostedTrees) -> dict[str, Any]:
    return {"trees": trees.trees, "bias": trees.bias}

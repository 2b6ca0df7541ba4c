"""The fits behind `train_detector`: conditional logit, boosted trees, document regression."""

from dataclasses import replace
from typing import Any

import lightgbm
import numpy as np
from annotated import Examples, Group
from scipy.optimize import minimize
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from unspin_gui.core.context import ContextReader
from unspin_gui.core.evidence import gather
from unspin_gui.core.features import SPAN_FEATURES
from unspin_gui.core.reranking import RANK_FEATURES
from unspin_gui.core.trees import Linear, Trees, parse_trees

MOST = 1.0
"""The most that a document adds to the log odds of its spans."""
STEEP, LOWER = 1.6, -1.05
"""A document's own log odds count so much, so that honest ones are left in peace."""

RANK_STEPS = 60
"""Trees of the second look at candidates."""


def with_candidate(reader: ContextReader, candidate: np.ndarray) -> ContextReader:
    """The reader with other weights of candidates."""
    linear = Linear(candidate.astype(np.float32), 0.0)
    return replace(reader, weights=replace(reader.weights, candidate=linear))


def conditional_logit(made: list[Group], dev: list[Group], share: float) -> np.ndarray:
    """Weights under which the candidate that stood there is the likeliest of its group."""
    groups = made + dev
    rows = np.concatenate([features for features, _ in groups]).astype(np.float64)
    sizes = np.array([len(features) for features, _ in groups])
    offset = np.cumsum(sizes) - sizes
    owner = np.repeat(np.arange(len(groups)), sizes)
    true = np.zeros(len(rows))
    true[[at + hit for at, (_, hits) in zip(offset, groups, strict=True) for hit in hits]] = 1
    weight = np.ones(len(groups))
    weight[len(made) :] = share * len(made) / max(len(dev), 1)
    weight /= weight.sum()

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        score = rows @ w
        power = np.exp(score - np.maximum.reduceat(score, offset)[owner])
        whole = np.add.reduceat(power, offset)
        hits = np.add.reduceat(power * true, offset)
        slope = (power / whole[owner] - power * true / hits[owner]) * weight[owner]
        value = float((weight * (np.log(whole) - np.log(hits))).sum() + 5e-4 * (w @ w))
        return value, rows.T @ slope + 1e-3 * w

    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B")
    return np.asarray(found.x)


def boosted(made: list[Examples], dev: list[Examples], share: float) -> Trees:
    """Trees whose sum is the log odds of a span being spun."""
    rows = np.concatenate([example.rows for example in made + dev])
    label = np.concatenate([example.label for example in made + dev])
    count = sum(len(example.label) for example in made)
    weight = np.ones(len(label))
    weight[count:] = share * count / max(len(label) - count, 1)
    use = label >= 0
    model = HistGradientBoostingClassifier(
        max_iter=110, max_leaf_nodes=12, max_depth=6, learning_rate=0.08, min_samples_leaf=60,
        l2_regularization=5.0, random_state=0, early_stopping=False,
    )  # fmt: skip
    model.fit(rows[use], label[use], sample_weight=weight[use])
    return parse_trees(_trees(model), len(SPAN_FEATURES))


def ranker(made: list[Group], dev: list[Group], share: float) -> Trees:
    """Trees that correct the scores of candidates: boosting of a softmax over each group."""
    groups = made + dev
    rows = np.concatenate([features for features, _ in groups])
    sizes = np.array([len(features) for features, _ in groups])
    offset = np.cumsum(sizes) - sizes
    owner = np.repeat(np.arange(len(groups)), sizes)
    true = np.zeros(len(rows))
    true[[at + hit for at, (_, hits) in zip(offset, groups, strict=True) for hit in hits]] = 1
    weight = np.ones(len(groups))
    weight[len(made) :] = share * len(made) / max(len(dev), 1)

    def slope(score: np.ndarray, _: lightgbm.Dataset) -> tuple[np.ndarray, np.ndarray]:
        power = np.exp(score - np.maximum.reduceat(score, offset)[owner])
        part = power / np.add.reduceat(power, offset)[owner]
        hits = power * true
        wanted = hits / np.add.reduceat(hits, offset)[owner]
        return (part - wanted) * weight[owner], np.maximum(part * (1 - part), 1e-3) * weight[owner]

    start = rows[:, RANK_FEATURES.index("score")].astype(np.float64)
    options = {
        "objective": slope, "learning_rate": 0.1, "num_leaves": 10, "max_depth": 5,
        "min_data_in_leaf": 150, "lambda_l2": 10.0, "num_threads": 1, "seed": 0, "verbose": -1,
        "min_sum_hessian_in_leaf": 5.0,
    }  # fmt: skip
    model = lightgbm.train(options, lightgbm.Dataset(rows, init_score=start), RANK_STEPS)
    nodes = [_lightgbm_nodes(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    return parse_trees({"trees": nodes, "depth": 5, "bias": 0.0}, len(RANK_FEATURES))


def _lightgbm_nodes(top: dict[str, Any]) -> list[list[float]]:
    """The nodes of a tree of LightGBM as `parse_trees` reads them."""
    nodes: list[list[float]] = []

    def add(node: dict[str, Any]) -> int:
        at = len(nodes)
        nodes.append([])
        if "leaf_value" in node:
            nodes[at] = [round(float(node["leaf_value"]), 5)]
        else:
            threshold = float(np.float32(node["threshold"]))
            ends = add(node["left_child"]), add(node["right_child"])
            nodes[at] = [int(node["split_feature"]), threshold, *ends]
        return at

    add(top)
    return nodes


def _trees(model: HistGradientBoostingClassifier) -> dict[str, Any]:
    trees, depth = [], 0
    for (predictor,) in model._predictors:  # noqa: SLF001 - scikit-learn has no public export
        nodes = []
        for node in predictor.nodes:
            if node["is_leaf"]:
                nodes.append([round(float(node["value"]), 5)])
            else:
                threshold = float(np.float32(node["num_threshold"]))
                ends = int(node["left"]), int(node["right"])
                nodes.append([int(node["feature_idx"]), threshold, *ends])
        depth = max(depth, int(predictor.nodes["depth"].max()))
        trees.append(nodes)
    bias = float(np.ravel(model._baseline_prediction)[0])  # noqa: SLF001
    return {"trees": trees, "depth": depth, "bias": bias}


def document_model(made: list[Examples], dev: list[Examples], trees: Trees) -> Linear:
    """A regression on whether a document was spun at all."""
    rows, label = [], []
    for example in made + dev:
        logits = trees(example.rows.astype(np.float32))
        facts = gather(example.sentences, example.spans, logits, example.rows, 1)[0]
        rows.append(facts.facts())
        label.append(bool((example.label == 1).any()))
    scaler = StandardScaler().fit(rows)
    model = LogisticRegression(C=0.3, max_iter=2000).fit(scaler.transform(rows), label)
    weight = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - (weight * scaler.mean_).sum())
    return Linear((STEEP * weight).astype(np.float32), STEEP * bias + LOWER)


def as_json(candidate: np.ndarray, trees: Trees, whole: Linear, rank: Trees) -> dict[str, Any]:
    """The weights as `core.weights.parse_weights` reads them."""
    return {
        "candidate": {"weight": [round(float(w), 4) for w in candidate], "bias": 0.0},
        "span": _unparsed(trees),
        "document": {"weight": [round(float(w), 5) for w in whole.weight], "bias": whole.bias},
        "most": MOST,
        "rank": _unparsed(rank),
    }


def _unparsed(trees: Trees) -> dict[str, Any]:
    ends = [*trees.root[1:].tolist(), len(trees.feature)]
    out = []
    for start, end in zip(trees.root.tolist(), ends, strict=True):
        nodes: list[list[float]] = []
        for n in range(start, end):
            if trees.left[n] == n:
                nodes.append([round(float(trees.value[n]), 5)])
            else:
                test = [int(trees.feature[n]), float(f"{trees.threshold[n]:.7g}")]
                nodes.append([*test, int(trees.left[n]) - start, int(trees.right[n]) - start])
        out.append(nodes)
    return {"trees": out, "depth": trees.depth, "bias": trees.bias}

"""The models fitted by `train_detector`: conditional logit, boosted trees, document regression.

Choosing among candidates is a discrete choice: conditional logit (McFadden 1974), corrected by
gradient-boosted trees (Friedman 2001).
"""

from collections.abc import Sequence
from functools import reduce
from operator import add
from typing import Any, NamedTuple

import lightgbm
import numpy as np
from annotated import Examples, Group
from scipy.optimize import minimize

from unspin_gui.core.noisy_channel.boosted_trees import BoostedTrees, Linear, parse_trees
from unspin_gui.core.noisy_channel.document_evidence import (
    DOCUMENT_FEATURES,
    DocumentEvidence,
    gather,
)
from unspin_gui.core.noisy_channel.document_prior import PRIOR_FEATURES, prior_features
from unspin_gui.core.noisy_channel.features import RANK_FEATURES, SPAN_FEATURES
from unspin_gui.core.noisy_channel.parameters import VERSION, Parameters
from unspin_gui.core.noisy_channel.selection import LOWEST

BOOSTING = {
    "num_threads": 1,
    "seed": 0,
    "verbose": -1,
    "deterministic": True,
    "force_row_wise": True,
}


FOLDS = 5
CAUTION = 0.4
"""A deduction from the log odds of all spans, as a false alarm costs more than a miss."""
MOST_OF_ONE = 3.0
"""The most that an annotated document counts in deciding whether a document was spun."""
KNOWN_SHARE, HONEST = 0.3, 2.0
"""Weight of all annotated documents against that of the synthetic ones, in the prior; of
genuine documents against spun ones."""
PENALTY = 3.0
"""The penalty of the document regressions."""


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
    """Trees in our form, trained in so many steps from the bias on."""
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


class Judged(NamedTuple):
    """A judged document: its examples, the log odds of its spans, the evidence of its passages."""

    example: Examples
    logits: np.ndarray
    evidences: list[DocumentEvidence]

    @classmethod
    def by(cls, example: Examples, trees: BoostedTrees, unigram: np.ndarray) -> "Judged":
        """An article judged by trees that were not trained on it."""
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
) -> Linear:
    """A regression with a quadratic penalty on the weights of standardised features.

    The first `fixed` columns are added as they are.
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

    w = minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B").x
    found = w[:-1] / scale
    return Linear(found.astype(np.float32), float(w[-1] - (found * mean).sum()))


def silent_document() -> Linear:
    """The model of a document that says nothing about its spans."""
    return Linear(np.zeros(len(DOCUMENT_FEATURES), np.float32), 0.0)


def silent_prior() -> Linear:
    """A prior that adds nothing."""
    return Linear(np.zeros(len(PRIOR_FEATURES), np.float32), 0.0)


def document_models(made: Sequence[Judged], known: Sequence[Judged]) -> tuple[Linear, Linear]:
    """Regressions on whether a document was spun at all, and on what it makes of its spans.

    The trees must not have been trained on any of the documents: they know too well what they
    were trained on. The second is fitted with the first's verdict on documents that it has not
    seen, in five folds. All documents count alike in it, whatever their length; the annotated
    ones, `known`, together `KNOWN_SHARE` of the others.
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
    passage is genuine.
    """
    ours = logistic(rows[:made], label[:made], PENALTY, weight[:made], fixed=1)
    passage = max(0.0, float(ours.weight[-1]))
    rest = rows[:, :-1].copy()
    rest[:, 0] += passage * rows[:, -1]
    found = logistic(rest, label, PENALTY, weight, fixed=1)
    return Linear(np.append(found.weight, np.float32(passage)), found.bias)


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

"""Small models with one output: linear, and boosted trees, evaluated for many rows at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

_ROWS = 4096
"""Rows that go through the trees together, so that all stays in the processor's cache."""


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """A weighted sum."""

    weight: "Floats"
    bias: float

    def __call__(self, rows: "Floats") -> "Floats":
        """The output for each row of features."""
        value = np.full(len(rows), self.bias, np.float32)
        for column, weight in zip(rows.T, self.weight, strict=True):
            value += column * weight  # a product of matrices would depend on the batch
        return value


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Boosted regression trees: the sum over trees of the leaf that a row falls into.

    All nodes in one row: a node tests whether `feature` is at most `threshold` and goes `left`
    or `right`; a leaf goes to itself. `root` are the trees' first nodes, `depth` the most steps.
    """

    root: "Ints"
    feature: "Ints"
    threshold: "Floats"
    left: "Ints"
    right: "Ints"
    value: "Floats"
    depth: int
    bias: float

    def __call__(self, rows: "Floats") -> "Floats":
        """The output for each row of features."""
        parts = [self._some(rows[n : n + _ROWS]) for n in range(0, len(rows), _ROWS)]
        return np.concatenate(parts) if parts else np.zeros(0, np.float32)

    def _some(self, rows: "Floats") -> "Floats":
        at = np.broadcast_to(self.root, (len(rows), len(self.root)))
        own = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            low = rows[own, self.feature[at]] <= self.threshold[at]
            at = np.where(low, self.left[at], self.right[at])
        total: Floats = self.value[at].sum(axis=1) + np.float32(self.bias)
        return total


def parse_linear(data: Mapping[str, Any], inputs: int) -> Linear:
    """A weighted sum from parsed JSON.

    Raises:
        KeyError, TypeError, ValueError: something is missing or does not fit.
    """
    weight = np.array(data["weight"], np.float32)
    if weight.shape != (inputs,):
        raise ValueError("wrong number of weights")
    return Linear(weight, float(data["bias"]))


def parse_trees(data: Mapping[str, Any], inputs: int) -> Trees:
    """Trees from parsed JSON.

    `trees` are lists of nodes: [feature, threshold, left, right], left and right counted within
    the tree, or [value].

    Raises:
        KeyError, TypeError, ValueError: something is missing or does not fit.
    """
    nodes: list[tuple[int, float, int, int, float]] = []
    root = []
    for tree in data["trees"]:
        start = len(nodes)
        root.append(start)
        for n, node in enumerate(tree):
            nodes.append(_node(node, n, start, len(tree), inputs))
    feature, threshold, left, right, value = zip(*nodes, strict=True)
    return Trees(
        np.array(root, np.int64),
        np.array(feature, np.int64),
        np.array(threshold, np.float32),
        np.array(left, np.int64),
        np.array(right, np.int64),
        np.array(value, np.float32),
        int(data["depth"]),
        float(data["bias"]),
    )


def _node(
    node: Sequence[float], n: int, start: int, size: int, inputs: int
) -> tuple[int, float, int, int, float]:
    if len(node) == 1:
        return 0, 0.0, start + n, start + n, float(node[0])
    feature, threshold, left, right = node
    if not (0 <= feature < inputs and n < left < size and n < right < size):
        raise ValueError("a tree points outside itself")
    return int(feature), float(threshold), start + int(left), start + int(right), 0.0

"""Small models with one output, linear or boosted trees, evaluated for many rows at once.

Gradient boosting (Friedman 2001) copes with features that matter only together. Only evaluation is
needed here, so that no machine-learning library has to be installed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Floats

if TYPE_CHECKING:
    Node = tuple[int, float, int, int] | tuple[float]

_ROWS = 16384
"""Rows that go through the trees together, so that they stay in the processor's cache."""


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """A weighted sum."""

    weight: Floats
    bias: float

    def __call__(self, rows: Floats) -> Floats:
        """The output for each row of features."""
        value = np.full(len(rows), self.bias, np.float32)
        for column, weight in zip(rows.T, self.weight, strict=True):
            value += column * weight  # a matrix product would depend on the batch
        return value


@dataclass(frozen=True, slots=True, eq=False)
class BoostedTrees:
    """Boosted regression trees: for each row, the sum over the trees of the leaf it falls into.

    The nodes of each tree, root first, are either (feature, threshold, left, right), with the
    numbers of other nodes of the tree, or (value,). Rows whose feature is at most the threshold go
    left.
    """

    trees: tuple[tuple["Node", ...], ...]
    bias: float

    def __call__(self, rows: Floats) -> Floats:
        """The output for each row of features."""
        total = np.full(len(rows), self.bias, np.float32)
        for start in range(0, len(rows), _ROWS):
            columns = np.ascontiguousarray(rows[start : start + _ROWS].T)
            for nodes in self.trees:
                total[start : start + _ROWS] += _leaf(nodes, 0, columns)
        return total


def _leaf(nodes: "Sequence[Node]", at: int, columns: Floats) -> "Floats | np.float32":
    """The value, for each row, of the leaf that it falls into below a node."""
    node = nodes[at]
    if len(node) == 1:
        return np.float32(node[0])
    feature, threshold, left, right = node
    low = columns[feature] <= np.float32(threshold)
    found: Floats = np.where(low, _leaf(nodes, left, columns), _leaf(nodes, right, columns))
    return found


def parse_linear(data: Mapping[str, Any], inputs: int) -> Linear:
    """Read a weighted sum from parsed JSON.

    Raises:
        KeyError, TypeError, ValueError: something is missing or does not fit.
    """
    weight = np.array(data["weight"], np.float32)
    if weight.shape != (inputs,):
        raise ValueError("wrong number of weights")
    return Linear(weight, float(data["bias"]))


def parse_trees(data: Mapping[str, Any], inputs: int) -> BoostedTrees:
    """Read trees from parsed JSON.

    `trees` are lists of nodes: [feature, threshold, left, right], left and right counted within the
    tree, or [value].

    Raises:
        KeyError, TypeError, ValueError: something is missing or does not fit.
    """
    trees = tuple(
        tuple(_node(node, n, len(tree), inputs) for n, node in enumerate(tree))
        for tree in data["trees"]
    )
    if not all(trees):
        raise ValueError("a tree without nodes")
    return BoostedTrees(trees, float(data["bias"]))


def _node(node: Sequence[float], n: int, size: int, inputs: int) -> "Node":
    if len(node) == 1:
        return (float(node[0]),)
    feature, threshold, left, right = node
    if not (0 <= feature < inputs and n < left < size and n < right < size):
        raise ValueError("a tree points outside itself")
    return int(feature), float(threshold), int(left), int(right)

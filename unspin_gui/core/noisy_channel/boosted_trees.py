"""Small models with one output, linear or boosted trees, evaluated for many rows at once.

Gradient boosting (Friedman 2001) can use features that matter only in combination. Only evaluation
is needed here, so no machine-learning library has to be installed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Floats, Ints

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Node = tuple[int, float, int, int] | tuple[float]

_ROWS = 4096
"""Rows that go through the trees together, so that they stay in the processor's cache."""
_MOST_NODES = 12
"""The most comparisons of a tree, whose outcomes are the bits of an index."""


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """A weighted sum."""

    weight: Floats
    bias: float

    def __call__(self, rows: Floats) -> Floats:
        """The output for each row of features."""
        value = np.full(len(rows), self.bias, np.float32)
        for column, weight in zip(rows.T, self.weight, strict=True):
            value += (
                column * weight
            )  # the last bits of a matrix product would depend on the size of the batch
        return value


class _Lookup(NamedTuple):
    """Trees as tables: the outcomes of all comparisons of a tree form the index of its leaf.

    `comparisons[n]` are the (tree, feature, threshold) of the n-th comparison of each tree that has
    at least n + 1, which gives bit n of the index; `leaves` are the values, one row for each tree.
    """

    comparisons: list[list[tuple[int, int, np.float32]]]
    leaves: Floats


@dataclass(frozen=True, eq=False)
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
            some = total[start : start + _ROWS]
            for leaves, index in zip(self._lookup.leaves, self._indices(columns), strict=True):
                some += leaves.take(index)
        return total

    def _indices(self, columns: Floats) -> "NDArray[np.uint16]":
        """The index of the leaf of each tree for each row, (trees, rows)."""
        index = np.zeros((len(self.trees), columns.shape[1]), np.uint16)
        low = np.zeros(index.shape, np.bool_)
        for bit, comparisons in enumerate(self._lookup.comparisons):
            low[:] = False
            for tree, feature, threshold in comparisons:
                np.less_equal(columns[feature], threshold, out=low[tree])
            index |= low.astype(np.uint16) << np.uint16(bit)
        return index

    @cached_property
    def _lookup(self) -> _Lookup:
        return _lookup_of(self.trees)


def _lookup_of(trees: "Sequence[Sequence[Node]]") -> _Lookup:
    """Build the tables of trees by following all of them for every index at once."""
    start, width = 0, sum(map(len, trees))
    bit, value = np.zeros(width, np.int64), np.zeros(width, np.float32)
    left, right = np.arange(width), np.arange(width)  # a leaf leads to itself
    comparisons = list[list[tuple[int, int, np.float32]]]()
    for tree, nodes in enumerate(trees):
        compared = 0
        for at, node in enumerate(nodes, start):
            if len(node) == 1:
                value[at] = node[0]
                continue
            if compared == len(comparisons):
                comparisons.append([])
            comparisons[compared].append((tree, node[0], np.float32(node[1])))
            bit[at], left[at], right[at] = compared, start + node[2], start + node[3]
            compared += 1
        start += len(nodes)
    index = np.arange(1 << len(comparisons))
    roots = np.cumsum([0, *map(len, trees[:-1])])[: len(trees), None]
    place: Ints = np.repeat(roots, len(index), axis=1)
    for _ in comparisons:
        place = np.where((index >> bit.take(place)) & 1, left.take(place), right.take(place))
    return _Lookup(comparisons, np.asarray(value.take(place)))


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
    if not all(0 < len(tree) <= 2 * _MOST_NODES + 1 for tree in trees):
        raise ValueError("a tree without nodes, or with too many")
    return BoostedTrees(trees, float(data["bias"]))


def _node(node: Sequence[float], n: int, size: int, inputs: int) -> "Node":
    if len(node) == 1:
        return (float(node[0]),)
    feature, threshold, left, right = node
    if not (0 <= feature < inputs and n < left < size and n < right < size):
        raise ValueError("a tree points outside itself")
    return int(feature), float(threshold), int(left), int(right)

"""Boosted trees: which leaf a row falls into, and what is no tree."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.noisy_channel.boosted_trees import parse_trees

TWO = {
    "trees": [
        [[0, 1.5, 1, 2], [-1.0], [1, 0.0, 3, 4], [2.0], [4.0]],
        [[0.5]],
    ],
    "bias": 10.0,
}


def test_a_row_gets_the_sum_of_its_leaves() -> None:
    rows = np.array([[1.5, 9], [1.6, 0], [1.6, 0.1]], np.float32)
    assert parse_trees(TWO, 2)(rows).tolist() == [9.5, 12.5, 14.5]


def test_many_rows_get_what_each_gets_alone() -> None:
    rows = np.random.default_rng(1).normal(1.5, 1, (40_000, 2)).astype(np.float32)
    trees = parse_trees(TWO, 2)
    some = [0, 16_383, 16_384, 39_999]
    assert [trees(rows[[n]])[0] for n in some] == trees(rows)[some].tolist()
    assert trees(rows[:0]).shape == (0,)


def leaf(tree: list[list[float]], row: np.ndarray, at: int = 0) -> float:
    """The value of the leaf that a row falls into, one comparison after another."""
    if len(tree[at]) == 1:
        return tree[at][0]
    feature, threshold, left, right = tree[at]
    low = row[int(feature)] <= np.float32(threshold)
    return leaf(tree, row, int(left if low else right))


@st.composite
def forests(draw: st.DrawFn) -> list[list[list[float]]]:
    """Trees of different shapes, with whole thresholds, so that features often equal them."""
    trees = []
    for _ in range(draw(st.integers(0, 5))):
        tree: list[list[float]] = [[draw(st.integers(-9, 9))]]
        for _ in range(draw(st.integers(0, 12))):
            at = draw(st.sampled_from([n for n, node in enumerate(tree) if len(node) == 1]))
            feature, threshold = draw(st.integers(0, 2)), draw(st.integers(-2, 2))
            tree[at] = [feature, threshold, len(tree), len(tree) + 1]
            tree += [[draw(st.integers(-9, 9))], [draw(st.integers(-9, 9))]]
        trees.append(tree)
    return trees


@given(forests())
def test_every_row_falls_into_the_leaf_that_its_features_lead_to(
    trees: list[list[list[float]]],
) -> None:
    rows = np.random.default_rng(1).integers(-3, 4, (50, 3)).astype(np.float32)
    wanted = [sum(leaf(tree, row) for tree in trees) for row in rows]
    assert parse_trees({"trees": trees, "bias": 0.0}, 3)(rows).tolist() == wanted


@pytest.mark.parametrize(
    "tree",
    [
        [],
        [*([0, 0.0, at + 1, at + 2] for at in range(13)), *([1.0] for _ in range(14))],
        [[2, 0.0, 1, 2], [1.0], [1.0]],
        [[0, 0.0, 0, 1], [1.0]],
        [[0, 0.0, 1, 2], [1.0]],
        [[0, 0]],
    ],
)
def test_a_tree_that_points_nowhere_is_refused(tree: list[list[float]]) -> None:
    with pytest.raises(ValueError, match=r"tree|unpack"):
        parse_trees({"trees": [tree], "bias": 0.0}, 2)

"""Boosted trees: which leaf a row falls into, and what is no tree."""

import numpy as np
import pytest

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


@pytest.mark.parametrize(
    "tree",
    [
        [],
        [[2, 0.0, 1, 2], [1.0], [1.0]],
        [[0, 0.0, 0, 1], [1.0]],
        [[0, 0.0, 1, 2], [1.0]],
        [[0, 0]],
    ],
)
def test_a_tree_that_points_nowhere_is_refused(tree: list[list[float]]) -> None:
    with pytest.raises(ValueError, match=r"tree|unpack"):
        parse_trees({"trees": [tree], "bias": 0.0}, 2)

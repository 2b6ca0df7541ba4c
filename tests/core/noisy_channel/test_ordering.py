"""Sorting by radix gives the order that sorting by comparison gives."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.noisy_channel.arrays import best_first, by_key
from unspin_gui.core.noisy_channel.candidate_features import first_of_each, once

SCORES = st.one_of(
    st.floats(width=32, allow_nan=False),
    st.sampled_from([0.0, -0.0, 1.0, -1.0, float("inf"), -float("inf"), 2.0**-149, -(2.0**-149)]),
)
ROWS = st.lists(st.tuples(st.integers(0, 70_000), SCORES), max_size=60)


@given(ROWS)
def test_the_best_of_each_owner_come_first_and_equal_ones_stay(
    rows: list[tuple[int, float]],
) -> None:
    owner = np.array([row[0] for row in rows], np.int64)
    scores = np.array([row[1] for row in rows], np.float32)
    assert best_first(owner, scores).tolist() == np.lexsort((-scores, owner)).tolist()


@given(st.lists(st.integers(0, 2**50), max_size=60))
def test_keys_of_several_digits_are_sorted(keys: list[int]) -> None:
    assert by_key(np.array(keys, np.int64), 51).tolist() == np.argsort(keys, kind="stable").tolist()


@given(ROWS, st.integers(1, 5))
def test_of_each_span_the_best_are_kept_in_their_order(
    rows: list[tuple[int, float]], most: int
) -> None:
    rows = sorted(((span % 4, score) for span, score in rows), key=lambda row: row[0])
    scores = np.array([row[1] for row in rows], np.float32)
    wanted = []
    for span in range(4):
        own = [n for n, row in enumerate(rows) if row[0] == span]
        wanted += sorted(sorted(own, key=lambda n: -scores[n])[:most])
    kept = first_of_each(np.array([row[0] for row in rows], np.int64), scores, most)
    assert kept.tolist() == wanted


def test_of_equal_wordings_of_a_span_the_best_stays() -> None:
    words = np.array([[5, -1], [7, 8], [5, -1], [7, -1], [5, -1]])
    span, scores = np.array([1, 0, 1, 0, 0]), np.array([1, 2, 3, 4, 5], np.float32)
    assert sorted(once(span, words, scores).tolist()) == [1, 2, 3, 4]
    assert span[once(span, words, scores)].tolist() == [0, 0, 0, 1]

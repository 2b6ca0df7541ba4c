"""The coded thesaurus is the thesaurus."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.language.thesaurus_coding import compact, expand

WORDS = 12
LINKS = st.sets(st.tuples(st.integers(0, WORDS - 1), st.integers(0, WORDS - 1)))


def thesaurus(links: set[tuple[int, int]]) -> dict[str, np.ndarray]:
    """The arrays of a thesaurus with these links, equally near both ways."""
    ordered = sorted(links)
    counts = np.bincount([first for first, _ in ordered], minlength=WORDS)
    return {
        "th.start": np.concatenate([[0], np.cumsum(counts)]).astype(np.uint32),
        "th.to": np.array([last for _, last in ordered], np.uint32),
        "th.kind": np.arange(len(ordered)).astype(np.uint8),
        "th.near": np.array([a * b + a + b for a, b in ordered], np.uint8),
        "fm.start": np.arange(3, dtype=np.uint32),
    }


def plain(arrays: Mapping[str, np.ndarray]) -> dict[str, tuple[object, list[int]]]:
    return {name: (array.dtype, array.tolist()) for name, array in arrays.items()}


@given(LINKS)
def test_what_was_coded_comes_back(links: set[tuple[int, int]]) -> None:
    whole = thesaurus(links)
    coded = compact(whole)
    assert plain(expand(coded)) == plain(whole)
    once = {(min(link), max(link)) for link in links}
    assert len(coded["th.to"]) == len(coded["th.near"]) == len(once)


@pytest.mark.parametrize(
    ("name", "value", "told"), [("th.near", 99, "not as near"), ("th.to", 11, "not sorted")]
)
def test_what_would_not_come_back_cannot_be_coded(name: str, value: int, told: str) -> None:
    whole = thesaurus({(1, 2), (2, 1), (2, 5)})
    whole[name][1] = value
    with pytest.raises(ValueError, match=told):
        compact(whole)


@pytest.mark.parametrize("name", ["th.start", "th.near", "th.both"])
def test_a_part_too_few_is_told(name: str) -> None:
    coded = compact(thesaurus({(1, 2), (2, 1), (2, 5)}))
    del coded[name]
    with pytest.raises(LanguageDataError, match="damaged"):
        expand(coded)

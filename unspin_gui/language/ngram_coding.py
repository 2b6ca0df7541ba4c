"""The shipped form of the language model: the numbers of an `NgramModel` in fewer bytes.

A sorted list of keys is stored as the size of each group and the differences between successive
keys. The trigram (a, b, c) belongs to the group of the bigram (b, c); since the model contains (a,
b) whenever it contains (a, b, c), `a` is stored as its rank among the words known before `b`.
Numbers of several bytes are laid out as planes, all lowest bytes first, so that similar bytes are
adjacent and compress well. `expand` reverses `compact` exactly; compression is left to
`arrays.pack`.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.text.messages import Message

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Array, Ints

_COPIED = {"lm.one": "<f4", "lm.tables": "<f4", "lm.two_b": "<u2", "lm.two_p": "<u2"}
_COPIED |= {"lm.three_p": "<u2"}
"""Arrays that are only split into planes, and their types."""


def compact(arrays: Mapping[str, "Array"]) -> dict[str, "Array"]:
    """Convert the arrays of an `NgramModel` to the shipped form.

    Raises:
        ValueError: the model contains a trigram (a, b, c) without the bigram (a, b).
    """
    words = arrays["lm.one"].shape[1]
    two, three = arrays["lm.two"].astype(np.int64), arrays["lm.three"].astype(np.int64)
    second, first = np.divmod(two, words)
    after_second = np.bincount(second, minlength=words)
    pair, before = np.divmod(three, words)
    start = _starts(after_second)
    middle = first[pair]
    place = np.searchsorted(two, middle * words + before)
    if (two[np.minimum(place, len(two) - 1)] != middle * words + before).any():
        raise ValueError("a trigram without its first bigram")
    after_pair = np.bincount(pair, minlength=len(two))
    result = {
        "lm.names": arrays["lm.names"],
        "lm.two_count": _planes(after_second, "<u2"),
        "lm.two_step": _planes(_steps(first, after_second), "<u4"),
        "lm.three_count": _planes(after_pair, "<u2"),
        "lm.three_step": _planes(_steps(place - start[middle], after_pair), "<u2"),
    }
    return result | {name: _planes(arrays[name], kind) for name, kind in _COPIED.items()}


def expand(coded: Mapping[str, "Array"]) -> dict[str, "Array"]:
    """The arrays that `compact` was given.

    Raises:
        LanguageDataError: they do not belong together.
    """
    try:
        result = {name: _whole(coded[name], kind) for name, kind in _COPIED.items()}
        result["lm.names"] = coded["lm.names"]
        result["lm.one"] = result["lm.one"].reshape(2, -1)
        result["lm.tables"] = result["lm.tables"].reshape(3, -1)
        words = result["lm.one"].shape[1]
        after_second = _whole(coded["lm.two_count"], "<u2").astype(np.int64)
        first = _sums(_whole(coded["lm.two_step"], "<u4"), after_second)
        result["lm.two"] = np.repeat(np.arange(words), after_second) * words + first
        after_pair = _whole(coded["lm.three_count"], "<u2").astype(np.int64)
        rank = _sums(_whole(coded["lm.three_step"], "<u2"), after_pair)
        pair = np.repeat(np.arange(len(first)), after_pair)
        before = first[_starts(after_second)[first[pair]] + rank]
        result["lm.three"] = pair * words + before
    except (KeyError, ValueError, IndexError) as error:
        raise LanguageDataError(Message("the language model is damaged")) from error
    return result


def _starts(counts: "Ints") -> "Ints":
    """The start of each group."""
    return np.cumsum(counts) - counts


def _steps(values: "Ints", counts: "Ints") -> "Ints":
    """The first value of each group, followed by the differences between successive values."""
    result = np.diff(values, prepend=0)
    begins = _starts(counts)[counts > 0]
    result[begins] = values[begins]
    return result


def _sums(steps: "Array", counts: "Ints") -> "Ints":
    """The values that `_steps` was given."""
    total = np.cumsum(steps.astype(np.int64))
    before = np.concatenate([[0], total])[_starts(counts)]
    result: Ints = total - np.repeat(before, counts)
    return result


def _planes(values: "Array", kind: str) -> "Array":
    """The bytes of the values, of shape (bytes of one, values)."""
    data = np.ascontiguousarray(values, kind).reshape(-1)
    return np.ascontiguousarray(data.view(np.uint8).reshape(len(data), data.itemsize).T)


def _whole(planes: "Array", kind: str) -> "Array":
    """The values that `_planes` was given, in one dimension."""
    return np.ascontiguousarray(planes.T).view(kind).reshape(-1)

"""The shipped form of the thesaurus: a link that goes both ways is stored once.

The similarity is the same in both directions, and the neighbours of a word are sorted, so nothing
is lost: `expand` reverses `compact` exactly. Compression is left to `arrays.pack`.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.text.messages import Message

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Array, Ints

_BOTH = "th.both"


def compact(arrays: Mapping[str, "Array"]) -> dict[str, "Array"]:
    """Convert the links of a thesaurus to the shipped form; other arrays stay as they are.

    Raises:
        ValueError: the links of a word are not sorted, or a link differs from its reverse.
    """
    near = arrays["th.near"]
    begin, to, words = _links(arrays)
    keys, reverse = begin * words + to, to * words + begin
    if (np.diff(keys) <= 0).any():
        raise ValueError("links that are not sorted")
    other = np.minimum(np.searchsorted(keys, reverse), len(keys) - 1)
    has_other = (keys[other] == reverse) & (begin != to)
    if (near[has_other] != near[other[has_other]]).any():
        raise ValueError("a link that is not as near as the one that goes back")
    kept = ~(has_other & (to < begin))
    counts = np.bincount(begin[kept], minlength=words)
    result = {
        "th.start": np.concatenate([[0], np.cumsum(counts)]).astype(np.uint32),
        "th.to": to[kept].astype(np.uint32),
        "th.near": near[kept],
        _BOTH: np.packbits(has_other[kept]),
    }
    return {**arrays, **result}


def expand(coded: Mapping[str, "Array"]) -> dict[str, "Array"]:
    """The arrays that `compact` was given.

    Raises:
        LanguageDataError: they do not belong together.
    """
    try:
        near, both = coded["th.near"], coded[_BOTH].astype(np.uint8)
        begin, to, words = _links(coded)
        back = np.flatnonzero(np.unpackbits(both, count=len(to)))
        keys = np.concatenate([begin * words + to, to[back] * words + begin[back]])
        order = np.argsort(keys, kind="stable")
        begins, ends = np.divmod(keys[order], words)
        counts = np.bincount(begins, minlength=words)
        result = {
            "th.start": np.concatenate([[0], np.cumsum(counts)]).astype(np.uint32),
            "th.to": ends.astype(np.uint32),
            "th.near": np.concatenate([near, near[back]])[order],
        }
    except (KeyError, ValueError, IndexError) as error:
        raise LanguageDataError(Message("the language data is damaged")) from error
    return {**{name: array for name, array in coded.items() if name != _BOTH}, **result}


def _links(arrays: Mapping[str, "Array"]) -> "tuple[Ints, Ints, int]":
    """Return the words that each link leads from and to, and the number of words."""
    start = arrays["th.start"].astype(np.int64)
    counts = start[1:] - start[:-1]
    to = arrays["th.to"].astype(np.int64)
    return np.repeat(np.arange(len(counts)), counts), to, len(counts)

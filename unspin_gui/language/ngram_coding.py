"""The shipped form of the language model: the numbers of an `NgramModel` in fewer bytes.

Words are renumbered, the most frequent first, so that common words have small numbers. Bigrams
stand by their first word, in the order of their second: the size of each group, and the differences
between successive numbers. The trigram (a, b, c) belongs to the group of the bigram (a, b); since
the model contains (b, c) whenever it contains (a, b, c), `c` is stored as its rank among the words
known after `b`. The back-offs of bigrams that nothing follows, which are mostly the same, come
after the others. Numbers of several bytes are laid out as planes, all lowest bytes first, so that
similar bytes are adjacent and compress well. `expand` reverses `compact` exactly; compression is
left to `arrays.pack`.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.text.messages import Message

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Array, Ints

_COPIED = {"lm.one": "<f4", "lm.tables": "<f4"}
"""Arrays that are only split into planes, and their types."""


def compact(arrays: Mapping[str, "Array"]) -> dict[str, "Array"]:
    """Convert the arrays of an `NgramModel` to the shipped form.

    Raises:
        ValueError: the model contains a trigram (a, b, c) without the bigram (a, b).
    """
    words = arrays["lm.one"].shape[1]
    rank = _inverse(_by_frequency(arrays["lm.one"]))
    last, first = np.divmod(arrays["lm.two"].astype(np.int64), words)
    pair, before = np.divmod(arrays["lm.three"].astype(np.int64), words)
    keys = rank[first] * words + rank[last]
    order = np.argsort(keys)
    keys = keys[order]
    after_first = np.bincount(rank[first], minlength=words)
    following = _inverse(order)[pair] - _starts(after_first)[rank[first[pair]]]
    wanted = rank[before] * words + rank[first[pair]]
    group = np.searchsorted(keys, wanted)
    if (keys[np.minimum(group, len(keys) - 1)] != wanted).any():
        raise ValueError("a trigram without its first bigram")
    after_pair = np.bincount(group, minlength=len(keys))
    inner = np.lexsort((following, group))
    back = arrays["lm.two_b"][order]
    return {
        "lm.names": arrays["lm.names"],
        "lm.two_count": _planes(after_first, "<u2"),
        "lm.two_step": _planes(_steps(keys % words, after_first), "<u4"),
        "lm.three_count": _planes(after_pair, "<u2"),
        "lm.three_step": _planes(_steps(following[inner], after_pair), "<u2"),
        "lm.two_b": _planes(back[_followed_first(after_pair)], "<u2"),
        "lm.two_p": _planes(arrays["lm.two_p"][order], "<u2"),
        "lm.three_p": _planes(arrays["lm.three_p"][inner], "<u2"),
        **{name: _planes(arrays[name], kind) for name, kind in _COPIED.items()},
    }


def expand(coded: Mapping[str, "Array"]) -> dict[str, "Array"]:
    """Return the arrays that `compact` was given.

    Raises:
        LanguageDataError: they do not belong together.
    """
    try:
        result = {name: _whole(coded[name], kind) for name, kind in _COPIED.items()}
        result["lm.names"] = coded["lm.names"]
        result["lm.one"] = result["lm.one"].reshape(2, -1)
        result["lm.tables"] = result["lm.tables"].reshape(3, -1)
        return result | _ngrams(coded, _by_frequency(result["lm.one"]))
    except (KeyError, ValueError, IndexError) as error:
        raise LanguageDataError(Message("the language model is damaged")) from error


def _ngrams(coded: Mapping[str, "Array"], word: "Ints") -> dict[str, "Array"]:
    """The bigrams and trigrams, from the number of each word by its rank."""
    words = len(word)
    after_first = _whole(coded["lm.two_count"], "<u2").astype(np.int64)
    last = _sums(_whole(coded["lm.two_step"], "<u4"), after_first)
    first = np.repeat(np.arange(words), after_first)
    two = word[last] * words + word[first]
    order = np.argsort(two)
    after_pair = _whole(coded["lm.three_count"], "<u2").astype(np.int64)
    following = _sums(_whole(coded["lm.three_step"], "<u2"), after_pair)
    pair = np.repeat(np.arange(len(two)), after_pair)
    end = _starts(after_first)[last[pair]] + following
    three = _inverse(order)[end] * words + word[first[pair]]
    inner = np.argsort(three)
    back = _whole(coded["lm.two_b"], "<u2")[_inverse(_followed_first(after_pair))]
    return {
        "lm.two": two[order],
        "lm.two_b": back[order],
        "lm.two_p": _whole(coded["lm.two_p"], "<u2")[order],
        "lm.three": three[inner],
        "lm.three_p": _whole(coded["lm.three_p"], "<u2")[inner],
    }


def _by_frequency(one: "Array") -> "Ints":
    """The numbers of the words, the most probable first."""
    return np.argsort(-one[0], kind="stable")


def _followed_first(after_pair: "Ints") -> "Ints":
    """The numbers of the bigrams, first of those that begin a trigram."""
    return np.argsort(after_pair == 0, kind="stable")


def _inverse(order: "Ints") -> "Ints":
    """The place of each number in an order."""
    result = np.empty_like(order)
    result[order] = np.arange(len(order))
    return result


def _starts(counts: "Ints") -> "Ints":
    """Return the start of each group."""
    return np.cumsum(counts) - counts


def _steps(values: "Ints", counts: "Ints") -> "Ints":
    """Return the first value of each group, followed by the differences of successive values."""
    result = np.diff(values, prepend=0)
    begins = _starts(counts)[counts > 0]
    result[begins] = values[begins]
    return result


def _sums(steps: "Array", counts: "Ints") -> "Ints":
    """Return the values that `_steps` was given."""
    total = np.cumsum(steps.astype(np.int64))
    before = np.concatenate([[0], total])[_starts(counts)]
    result: Ints = total - np.repeat(before, counts)
    return result


def _planes(values: "Array", kind: str) -> "Array":
    """The bytes of the values, of shape (bytes of one, values)."""
    data = np.ascontiguousarray(values, kind).reshape(-1)
    return np.ascontiguousarray(data.view(np.uint8).reshape(len(data), data.itemsize).T)


def _whole(planes: "Array", kind: str) -> "Array":
    """Return the values that `_planes` was given, in one dimension."""
    return np.ascontiguousarray(planes.T).view(kind).reshape(-1)

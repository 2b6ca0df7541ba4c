"""How tokens attend to earlier ones: in texts side by side, and in continuations of a text.

Queries, keys and values come as (tokens, heads * size). Several query heads share one head of keys
and values (grouped-query attention, Ainslie et al. 2023).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Floats, Ints

_NEVER = np.float32(-1e30)


class Heads(NamedTuple):
    """The numbers of query heads and of groups, and the size of a head."""

    heads: int
    groups: int
    size: int

    @property
    def share(self) -> int:
        """The query heads of a group."""
        return self.heads // self.groups

    def grouped(self, part: "Floats") -> "Floats":
        """(tokens, heads * size) as (groups, heads of a group * tokens, size)."""
        split = part.reshape(len(part), self.groups, -1, self.size).transpose(1, 2, 0, 3)
        return np.ascontiguousarray(split).reshape(self.groups, -1, self.size)

    def lined_up(self, part: "Floats") -> "Floats":
        """(groups, heads of a group * tokens, n) as (tokens, groups, heads of a group, n)."""
        return part.reshape(self.groups, self.share, -1, part.shape[2]).transpose(2, 0, 1, 3)


class Cache(NamedTuple):
    """The keys and values of a text, each (groups, tokens, size), for each layer."""

    keys: "list[Floats]"
    values: "list[Floats]"


class Attention(Protocol):
    """The attention of the next layer each time it is called."""

    def __call__(self, query: "Floats", key: "Floats", value: "Floats") -> "Floats":
        """Return what the tokens take from those they attend to, as (tokens, heads * size)."""


class SideBySide:
    """Several texts, one behind the other; each token sees those before it in its own text."""

    def __init__(self, heads: Heads, sizes: Sequence[int]) -> None:
        self._heads = heads
        ends = np.cumsum(sizes).tolist()
        self._pieces = [slice(end - size, end) for end, size in zip(ends, sizes, strict=True)]
        self._masks = {size: _later(size, heads.share) for size in set(sizes)}
        self.caches = [Cache([], []) for _ in sizes]

    def __call__(self, query: "Floats", key: "Floats", value: "Floats") -> "Floats":
        """See Attention; the keys and values are kept in `caches`."""
        out = np.empty((len(query), self._heads.heads * self._heads.size), np.float32)
        for piece, cache in zip(self._pieces, self.caches, strict=True):
            q, k, v = (self._heads.grouped(part[piece]) for part in (query, key, value))
            cache.keys.append(k)
            cache.values.append(v)
            weights = _product(q, k.transpose(0, 2, 1))
            weights += self._masks[piece.stop - piece.start]
            weights -= weights.max(axis=2, keepdims=True)
            np.exp(weights, out=weights)
            seen = _product(weights, v)
            seen /= _sum(weights)
            out[piece] = self._heads.lined_up(seen).reshape(len(out[piece]), -1)
        return out


class Following:
    """Continuations of a text: tokens see its first ones, and the earlier ones of their own.

    For each token, `after` is how many of the text's tokens it sees, `owner` the number of its
    continuation, and `own` its position there.
    """

    def __init__(
        self, heads: Heads, cache: Cache, after: "Ints", owner: "Ints", own: "Ints"
    ) -> None:
        self._heads, self._cache, self._at = heads, cache, (owner, own)
        self._rows, self._longest = int(owner[-1]) + 1, int(own.max()) + 1
        self._length = int(after.max())
        beyond = np.arange(self._length)[None] >= after[:, None]
        self._beyond = np.tile(np.where(beyond, _NEVER, np.float32(0)), (heads.share, 1))
        self._later = _later(self._longest, heads.share)
        self._layer = 0

    def __call__(self, query: "Floats", key: "Floats", value: "Floats") -> "Floats":
        """See Attention: a softmax over both kinds of weights together."""
        heads, n = self._heads, len(query)
        keys = self._cache.keys[self._layer][:, : self._length]
        values = self._cache.values[self._layer][:, : self._length]
        self._layer += 1
        far = _product(heads.grouped(query), keys.transpose(0, 2, 1))
        far += self._beyond
        most_far = far.max(axis=2, keepdims=True)
        far -= most_far
        np.exp(far, out=far)
        q, k, v = (self._padded(part) for part in (query, key, value))
        near = _product(q, k.transpose(0, 1, 3, 2))
        near += self._later
        most_near = near.max(axis=3, keepdims=True)
        near -= most_near
        np.exp(near, out=near)
        one, two = heads.lined_up(most_far), self._tokens(most_near)
        most = np.maximum(one, two)
        one, two = np.exp(one - most), np.exp(two - most)
        total = one * heads.lined_up(_sum(far)) + two * self._tokens(_sum(near))
        seen: Floats = one * heads.lined_up(_product(far, values))
        seen += two * self._tokens(_product(near, v))
        seen /= total
        return seen.reshape(n, -1)

    def _padded(self, part: "Floats") -> "Floats":
        """Return a row for each continuation: (rows, groups, heads of a group * longest, size)."""
        heads, share = self._heads, part.shape[1] // self._heads.groups // self._heads.size
        sides = self._rows, self._longest, heads.groups, share, heads.size
        table = np.zeros(sides, np.float32)
        table[self._at] = part.reshape(-1, heads.groups, share, heads.size)
        return table.transpose(0, 2, 3, 1, 4).reshape(self._rows, heads.groups, -1, heads.size)

    def _tokens(self, table: "Floats") -> "Floats":
        """The inverse of `_padded`: (tokens, groups, heads of a group, n)."""
        sides = self._rows, self._heads.groups, -1, self._longest, table.shape[3]
        return table.reshape(sides).transpose(0, 3, 1, 2, 4)[self._at]


def _product(one: "Floats", two: "Floats") -> "Floats":
    """Return the matrix products over the last two axes."""
    result: Floats = np.matmul(one, two)
    return result


def _sum(weights: "Floats") -> "Floats":
    """Return the sum over the last axis, which is kept."""
    total: Floats = weights.sum(axis=-1, keepdims=True)
    return total


def _later(size: int, share: int) -> "Floats":
    """Return the mask that hides later tokens from each of `size`, for every head of a group."""
    hidden = np.triu(np.full((size, size), _NEVER, np.float32), 1)
    return np.tile(hidden, (share, 1))

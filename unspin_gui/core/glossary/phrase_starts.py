"""Finds where the phrases of a trie may start in a text, by its words or its pieces."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain, compress
from typing import Any, NamedTuple

from unspin_gui.core.text.stems import (
    HEAD,
    LAST_LETTERS,
    irregular_forms,
    irregular_heads,
    stems,
    stems_once,
)
from unspin_gui.core.text.tokens import POSSESSIVE, Tokens, plain_tokens

HERE = ""
"""The key in a trie node that holds the numbers of the phrases ending there."""
_MOST = 50_000


class Start(NamedTuple):
    """A node below the root, and the heads of words that may follow; None if any or none may."""

    node: dict[str, Any]
    heads: frozenset[str] | None

    def leads_to(self, norm: str) -> bool:
        """Whether a phrase that needs more words may go on with one whose head may follow."""
        return norm == POSSESSIVE or not self.node.keys().isdisjoint(stems(norm))


_ANYWAY = (Start({}, None),)


class Starts(dict[str, tuple[Start, ...]]):
    """Caches where phrases start, for each word asked for so far; most words start none.

    `norms_of` gives the words of a piece of text that is not a single word.
    """

    def __init__(self, root: dict[str, Any], norms_of: Callable[[str], Sequence[str]]) -> None:
        super().__init__()
        self._root, self._norms_of = root, norms_of
        self._keys = root.keys() | irregular_forms()

    def __missing__(self, word: str) -> tuple[Start, ...]:
        if len(self) > _MOST:
            self.clear()
        last, is_word = word[-1:], word.isalnum()
        found: tuple[Start, ...] = ()
        if not is_word:
            found = self._of_piece(word)
        elif word in self._keys or last in LAST_LETTERS or last == word[-2:-1]:
            found = self._of(word)
        self[word] = found
        return found

    def _of_piece(self, piece: str) -> tuple[Start, ...]:
        """Where a piece leads; one with a start before its last word is looked at anyway."""
        *before, last = self._norms_of(piece) or ("",)
        return _ANYWAY if any(map(self._of_word, before)) else self._of_word(last)

    def _of_word(self, norm: str) -> tuple[Start, ...]:
        return self[norm] if norm.isalnum() else self._of(norm)

    def _of(self, norm: str) -> tuple[Start, ...]:
        root = self._root
        return tuple(map(_start, [root[key] for key in stems_once(norm) if key in root]))


def stretches(pieces: Sequence[str], starts: Starts, longest: int) -> Iterator[Tokens]:
    """Yield the tokens of the parts of a text that may contain phrases of up to `longest` words.

    They are disjoint and in order; every phrase lies within one.
    """
    first = last = place = 0
    leads, end = [*map(starts.__getitem__, pieces)], len(pieces) - 1
    for at in compress(range(len(pieces)), leads):
        if not _may_go_on(leads[at], pieces[at + 1] if at < end else ""):
            continue
        if at >= last:
            if last:
                yield _tokens(pieces[first:last], place)
            place += len(" ".join(pieces[first:at])) + (at > first)
            first = at
        last = _end(pieces, at, longest)
    if last:
        yield _tokens(pieces[first:last], place)


def _may_go_on(starts: tuple[Start, ...], piece: str) -> bool:
    """Whether a phrase may continue with the first word of a piece; False is certain."""
    head = piece[:HEAD]
    for start in starts:
        heads = start.heads
        if heads is None or (head in heads and (not piece.isalnum() or start.leads_to(piece))):
            return True
    return not head.isalnum()


def _tokens(pieces: Sequence[str], place: int) -> Tokens:
    if not "".join(pieces).isalnum() or "" in pieces:
        return plain_tokens(" ".join(pieces), place)
    ends = [*accumulate(map(len, pieces))]
    ends = [end + at for at, end in enumerate(ends, place)]
    return Tokens([*pieces], [place, *(end + 1 for end in ends[:-1])], ends)


def _end(pieces: Sequence[str], at: int, words: int) -> int:
    """Return the end of this many non-empty pieces."""
    end = at + words
    while (empty := pieces[at:end].count("")) > end - at - words and end < len(pieces):
        end = at + words + empty
    return end


def _start(node: dict[str, Any]) -> Start:
    if HERE in node:
        return Start(node, None)
    others = irregular_heads()
    more = chain.from_iterable(others[key] for key in node.keys() & others.keys())
    return Start(node, frozenset(chain([POSSESSIVE[:HEAD]], [key[:HEAD] for key in node], more)))

"""Finds where the phrases of a trie may start in a text, by its words or its pieces."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress
from typing import Any, NamedTuple

from unspin_gui.core.text.stems import (
    HEAD,
    LAST_LETTERS,
    heads_of,
    irregular_forms,
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


_ANYWAY = (Start({}, None),)


class Starts:
    """Caches where phrases start, for each word seen so far; most words start none.

    `norms_of` gives the words of a piece of text that is not a single word.
    """

    def __init__(self, root: dict[str, Any], norms_of: Callable[[str], Sequence[str]]) -> None:
        self._root, self._norms_of = root, norms_of
        self._keys = root.keys() | irregular_forms()
        self._found: dict[str, tuple[Start, ...]] = {}
        self._seen: set[str] = set()

    def among(self, words: Iterable[str]) -> dict[str, tuple[Start, ...]]:
        """Return the words that start phrases, at least those of `words`, with where they lead."""
        new = {*words} - self._seen
        if len(self._seen) + len(new) > _MOST:
            self._seen, self._found = set(), {}
        others = [
            word
            for word in new
            if word[-1:] in LAST_LETTERS or word[-1:] == word[-2:-1] or not word.isalnum()
        ]
        for word in chain(new & self._keys, others):
            if found := self._of(word):
                self._found[word] = found
        self._seen |= new
        return self._found

    def _of(self, word: str) -> tuple[Start, ...]:
        norms = (word,) if word.isalnum() else self._norms_of(word)
        root = self._root
        found = [[root[key] for key in stems_once(norm) if key in root] for norm in norms]
        if any(found[:-1]):
            return _ANYWAY
        return tuple(map(_start, found[-1])) if found else ()


def stretches(pieces: Sequence[str], starts: Starts, longest: int) -> Iterator[Tokens]:
    """Yield the tokens of the parts of a text that may contain phrases of up to `longest` words.

    They are disjoint and in order; every phrase lies within one.
    """
    first = last = place = 0
    leads, following = starts.among(pieces), [*pieces[1:], ""]
    for at in compress(range(len(pieces)), map(leads.__contains__, pieces)):
        if not _may_go_on(leads[pieces[at]], following[at]):
            continue
        if at >= last:
            if last:
                yield _tokens(pieces[first:last], place)
            place += sum(map(len, pieces[first:at])) + at - first
            first = at
        last = _end(pieces, at, longest)
    if last:
        yield _tokens(pieces[first:last], place)


def _may_go_on(starts: tuple[Start, ...], piece: str) -> bool:
    """Whether a phrase may continue with the first word of a piece; False is certain."""
    head, is_word = piece[:HEAD], piece.isalnum()
    for node, heads in starts:
        if heads is None or not (is_word or head.isalnum()):
            return True
        if head in heads and not (is_word and node.keys().isdisjoint(stems(piece))):
            return True
    return False


def _tokens(pieces: Sequence[str], place: int) -> Tokens:
    if not "".join(pieces).isalnum() or "" in pieces:
        return plain_tokens(" ".join(pieces), place)
    ends = [end - 1 for end in accumulate((len(piece) + 1 for piece in pieces), initial=place)]
    return Tokens([*pieces], [end + 1 for end in ends[:-1]], ends[1:])


def _end(pieces: Sequence[str], at: int, words: int) -> int:
    """Return the end of this many non-empty pieces."""
    end = at + words
    while (empty := pieces[at:end].count("")) > end - at - words and end < len(pieces):
        end = at + words + empty
    return end


def _start(node: dict[str, Any]) -> Start:
    if HERE in node:
        return Start(node, None)
    return Start(node, frozenset(chain([POSSESSIVE[:HEAD]], *map(heads_of, node))))

"""Splits text into the tokens of a language model: byte-level byte-pair encoding.

After Sennrich, Haddow and Birch (2016), over bytes as in GPT-2: text is cut into pieces (a word
with the space before it, a number, punctuation, space), and in each piece the pairs that come first
in the model's list are merged first. SmolLM2 treats each digit separately.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

_PIECE = re.compile(r"'(?:s|t|re|ve|m|ll|d)| ?[^\W\d_]+| ?(?:[^\s\w]|_)+|\s+(?!\S)|\s+")
_DIGITS = re.compile(r"\d")
_MOST_CACHED = 50_000


class Piece(NamedTuple):
    """A piece of a text, from `start` to `end`, and its tokens."""

    start: int
    end: int
    tokens: tuple[int, ...]


class BytePairs:
    """The tokens of a model, with its `tokens` and `merges` as in GGUF files."""

    def __init__(self, tokens: Sequence[str], merges: Sequence[str]) -> None:
        self._numbers: Mapping[str, int] = {token: n for n, token in enumerate(tokens)}
        self._ranks = {pair: n for n, pair in enumerate(merges)}
        self._known: dict[str, tuple[int, ...]] = {}

    def pieces(self, text: str) -> Iterator[Piece]:
        """Yield the pieces of a text in order; together they cover all of it."""
        for start, end in _cut(text):
            yield Piece(start, end, self._encoded(text[start:end]))

    def encode(self, text: str) -> list[int]:
        """Return the token numbers of a text."""
        return [token for piece in self.pieces(text) for token in piece.tokens]

    def _encoded(self, piece: str) -> tuple[int, ...]:
        known = self._known.get(piece)
        if known is None:
            if len(self._known) > _MOST_CACHED:
                self._known.clear()
            known = self._known[piece] = self._merged(piece)
        return known

    def _merged(self, piece: str) -> tuple[int, ...]:
        parts = [_LETTERS[byte] for byte in piece.encode("utf-8", "surrogatepass")]
        while len(parts) > 1:
            pairs = [f"{a} {b}" for a, b in pairwise(parts)]
            best = min(pairs, key=lambda pair: self._ranks.get(pair, len(self._ranks)))
            if best not in self._ranks:
                break
            merged, at = list[str](), 0
            while at < len(parts):
                joins = at < len(pairs) and pairs[at] == best
                merged.append(parts[at] + parts[at + 1] if joins else parts[at])
                at += 1 + joins
            parts = merged
        return tuple(self._numbers[part] for part in parts)


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text first at each digit, then the rest into pieces."""
    at = 0
    for digit in _digits(text):
        yield from _between(text, at, digit)
        yield digit, digit + 1
        at = digit + 1
    yield from _between(text, at, len(text))


def _digits(text: str) -> Iterator[int]:
    if text.isascii():
        yield from (match.start() for match in _DIGITS.finditer(text))
    else:
        yield from (n for n, c in enumerate(text) if unicodedata.category(c)[0] == "N")


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    # A slice, because a look-ahead must not see the digit.
    for match in _PIECE.finditer(text[start:end]):
        yield start + match.start(), start + match.end()


def _byte_letters() -> tuple[str, ...]:
    """Return the printable character that represents each byte: itself, or one from 256 on."""
    itself = {*range(33, 127), *range(161, 173), *range(174, 256)}
    others = iter(range(256, 512))
    return tuple(chr(byte if byte in itself else next(others)) for byte in range(256))


_LETTERS = _byte_letters()

"""Words of a text: tokens with their places, and the folding under which phrases are compared.

Two texts fold alike when they differ only in letter case, Unicode composition, the shape of
quotes, hyphens, dashes and spaces, look-alike letters inside Latin words, or invisible
characters inside words. Places are always those of the text that was given.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, normalize

from unspin_gui.core.articles import article_fix
from unspin_gui.core.casing import fit_case, match_case
from unspin_gui.core.lookalikes import as_latin
from unspin_gui.core.spans import Span

__all__ = ["Token", "article_fix", "fit_case", "fold", "is_word", "match_case", "tokens"]

_APOSTROPHES = "'’‘ʼ′＇"
_HYPHENS = "-\u00ad‐‑‒–−﹣－"
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
_COMBINING = (sign for sign in map(chr, range(0x300, 0x1000)) if category(sign) in {"Mn", "Mc"})
_MARKS = "".join(_COMBINING) + "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f"
_REST = rf"[^\W_]*(?:[{_MARKS}{_INVISIBLE}]+[^\W_]*)*"
_END = rf"(?![^\W_]|[{_MARKS}])"
_WORD = rf"[^\W_]{_REST}(?:[{_APOSTROPHES}](?![sS]{_END})[^\W_]{_REST})*"
_TOKEN = re.compile(
    rf"\d+(?:[.,]\d+)+{_END}|{_WORD}|(?<=[^\W_{_MARKS}])[{_APOSTROPHES}][sS]{_END}"
    rf"|\n[^\S\n]*\n\s*|(?:[^\w\s{_INVISIBLE}]|_)[{_MARKS}]*"
)
_HYPHEN = re.compile(f"[{_HYPHENS}]")
_DROPPED = re.compile(f"[{_INVISIBLE}]")
_TO_QUOTES = str.maketrans("’‘ʼ′＇“”„«»", "'''''\"\"\"\"\"")
POSSESSIVE = "'s"
"""The token that a possessive ending (or a clipped "is") is."""


class Token(NamedTuple):
    """A word, a possessive ending, a punctuation mark or a blank line: folded, and its place."""

    norm: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.start, self.end)


def tokens(text: str) -> list[Token]:
    """The tokens of a text, ordered by place.

    Spaces, single line breaks, and hyphens and en dashes that join words are no tokens: they
    only separate. A dash between spaces is punctuation, and so a token that no phrase crosses.
    """
    found = []
    for match in _TOKEN.finditer(text):
        raw = match[0]
        start, end = match.span()
        if raw in _HYPHENS and _joins(text, start):
            continue
        found.append(Token(_folded(raw), start, end))
    return found


@lru_cache(maxsize=50_000)
def fold(text: str, *, cased: bool = False) -> str:
    """The folded form of a phrase: equal for phrases that match each other exactly.

    With `cased` letter case counts.
    """
    if cased:
        return " ".join(_cleaned(text[token.start : token.end]) for token in tokens(text))
    if text.isascii() and text.replace(" ", "").isalnum():
        return " ".join(text.lower().split())
    return " ".join(token.norm for token in tokens(text))


def is_word(norm: str) -> bool:
    """Whether a folded token is a word or a number, not punctuation."""
    return norm[0].isalnum()


def _joins(text: str, place: int) -> bool:
    """Whether the hyphen at `place` stands between words, at most one of its sides open."""
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if _HYPHEN.match(before) or _HYPHEN.match(after):
        return False
    return bool(before.strip() or after.strip())


@lru_cache(maxsize=50_000)
def _folded(raw: str) -> str:
    if raw.isascii():
        return raw.lower() if not raw.isspace() else "\n"
    folded = normalize("NFD", _cleaned(raw)).casefold()
    return normalize("NFC", folded)


def _cleaned(raw: str) -> str:
    """A token in its plainest shape, letter case kept."""
    if raw.isspace():
        return "\n"
    return as_latin(normalize("NFC", _DROPPED.sub("", raw)).translate(_TO_QUOTES))

"""Words of a text: tokens with their places, and the folding under which phrases are compared.

Two texts fold alike when they differ only in letter case, Unicode composition, the shape of
quotes, hyphens, dashes and spaces, look-alike letters inside Latin words, or invisible
characters inside words. Places are always those of the text that was given.
"""

import re
from collections.abc import Callable
from functools import cache, partial
from itertools import accumulate
from typing import NamedTuple
from unicodedata import category, normalize

from unspin_gui.core.text.confusables import as_latin
from unspin_gui.core.text.indefinite_article import article_fix
from unspin_gui.core.text.letter_case import fit_case, match_case
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.word_lists import FUNCTION_WORDS

__all__ = [
    "Token",
    "article_fix",
    "cleaned",
    "fit_case",
    "fold",
    "is_word",
    "match_case",
    "tokens",
    "word_count",
]

_APOSTROPHES = "'’‘ʼ′＇"
_HYPHENS = "-\u00ad‐‑‒–−﹣－"
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
_HYPHEN = re.compile(f"[{_HYPHENS}]")
_DROPPED = re.compile(f"[{_INVISIBLE}]")
_TO_QUOTES = str.maketrans("’‘ʼ′＇“”„«»", "'''''\"\"\"\"\"")
_MOST_NORMS = 50_000
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


_token: Callable[[tuple[str, int, int]], Token] = partial(tuple.__new__, Token)


class _Norms(dict[str, str]):
    """The folded form of each token met so far."""

    def __missing__(self, raw: str) -> str:
        if len(self) > _MOST_NORMS:
            self.clear()
        self[raw] = norm = _folded(raw)
        return norm


_NORMS = _Norms()


def tokens(text: str) -> list[Token]:
    """The tokens of a text, ordered by place.

    Spaces, single line breaks, and hyphens and en dashes that join words are no tokens: they
    only separate. A dash between spaces is punctuation, and so a token that no phrase crosses.
    """
    parts = _pattern(is_ascii=text.isascii()).split(text)
    raw, ends = parts[1::2], list(accumulate(map(len, parts)))
    norms, starts, ends = map(_NORMS.__getitem__, raw), ends[::2], ends[1::2]
    found = list(map(_token, zip(norms, starts, ends, strict=False)))
    if "-" not in text and (text.isascii() or not _HYPHEN.search(text)):
        return found
    return [
        token
        for token, word in zip(found, raw, strict=True)
        if word not in _HYPHENS or not _joins(text, token.start)
    ]


def fold(text: str, *, cased: bool = False) -> str:
    """The folded form of a phrase: equal for phrases that match each other exactly.

    With `cased` letter case counts.
    """
    if cased:
        return " ".join(cleaned(text[token.start : token.end]) for token in tokens(text))
    if text.isascii() and text.replace(" ", "").isalnum():
        return " ".join(text.lower().split())
    return " ".join(token.norm for token in tokens(text))


def word_count(text: str) -> int:
    """How many of the tokens of a text are words or numbers."""
    raw = _pattern(is_ascii=text.isascii()).split(text)[1::2]
    return sum(map(is_word, raw))


def is_word(norm: str) -> bool:
    """Whether a folded token is a word or a number, not punctuation."""
    return norm[0].isalnum()


def is_function(norm: str) -> bool:
    """Whether a folded token is a function word, or no word at all."""
    return norm in FUNCTION_WORDS or norm == POSSESSIVE or not is_word(norm)


@cache
def _pattern(*, is_ascii: bool) -> re.Pattern[str]:
    """What splits a text at its tokens; with the few letters of ASCII in half the time."""
    if is_ascii:
        return _split_at_tokens("[0-9A-Za-z]", "'", "\u0300", "\u00ad")
    signs = (sign for sign in map(chr, range(0x300, 0x1000)) if category(sign) in {"Mn", "Mc"})
    others = "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f"
    return _split_at_tokens(r"[^\W_]", _APOSTROPHES, "".join(signs) + others, _INVISIBLE)


def _split_at_tokens(letter: str, apostrophes: str, marks: str, invisible: str) -> re.Pattern[str]:
    rest = rf"{letter}*(?:[{marks}{invisible}]+{letter}*)*"
    end = rf"(?!{letter}|[{marks}])"
    word = rf"{letter}{rest}(?:[{apostrophes}](?![sS]{end}){letter}{rest})*"
    return re.compile(
        rf"(\d+(?:[.,]\d+)+{end}|{word}|(?<=[^\W_{marks}])[{apostrophes}][sS]{end}"
        rf"|\n[^\S\n]*\n\s*|(?:[^\w\s{invisible}]|_)[{marks}]*)"
    )


def _joins(text: str, place: int) -> bool:
    """Whether the hyphen at `place` stands between words, at most one of its sides open."""
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if _HYPHEN.match(before) or _HYPHEN.match(after):
        return False
    return bool(before.strip() or after.strip())


def _folded(raw: str) -> str:
    if raw.isascii():
        return raw.lower() if not raw.isspace() else "\n"
    folded = normalize("NFD", cleaned(raw)).casefold()
    return normalize("NFC", folded)


def cleaned(raw: str) -> str:
    """A token in its plainest shape, letter case kept."""
    if raw.isspace():
        return "\n"
    return as_latin(normalize("NFC", _DROPPED.sub("", raw)).translate(_TO_QUOTES))

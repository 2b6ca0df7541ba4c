"""The tokens of a text with their places, and the folding under which phrases are compared.

Two texts fold alike if they differ only in letter case, Unicode composition, the shape of quotes,
hyphens, dashes and spaces, look-alike letters within Latin words, or invisible characters within
words. Places always refer to the text as given.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import accumulate, compress
from operator import itemgetter
from typing import NamedTuple, overload
from unicodedata import normalize

from unspin_gui.core.text.confusables import as_latin
from unspin_gui.core.text.indefinite_article import article_fix
from unspin_gui.core.text.letter_case import fit_case, match_case
from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.token_pattern import (
    INVISIBLE,
    has_far_gaps,
    splitter,
    superscripts,
    without_markup,
)
from unspin_gui.core.text.word_lists import FUNCTION_WORDS

__all__ = [
    "Token",
    "Tokens",
    "article_fix",
    "cleaned",
    "fit_case",
    "fold",
    "is_word",
    "match_case",
    "norms",
    "tokens",
    "word_count",
]

_HYPHENS = "-\u00ad‐‑‒–−﹣－¬"
_HYPHEN = pattern(f"[{_HYPHENS}]")
_HYPHEN_SIGNS = frozenset(_HYPHENS)
_LINE_ENDS = pattern(r"[^\S\n]*\n")
_DROPPED = pattern(f"[{INVISIBLE}]")
_TO_QUOTES = str.maketrans("’‘ʼ′＇“”„«»", "'''''\"\"\"\"\"")
_BLANK_LINES = pattern(r"\n[^\S\n]*\n\s*")
_LONG = 5000
_MOST_NORMS = 50_000
POSSESSIVE = "'s"
"""The token for a possessive ending (or a contracted "is")."""


class Token(NamedTuple):
    """A word, possessive ending, punctuation mark or blank line: its folded form and its place."""

    norm: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place of the token in the text."""
        return Span(self.start, self.end)


_token: Callable[[tuple[str, int, int]], Token] = partial(tuple.__new__, Token)


class _Norms(dict[str, str]):
    """A cache of the folded form of each token seen so far."""

    def __missing__(self, raw: str) -> str:
        if len(self) > _MOST_NORMS:
            self.clear()
        self[raw] = norm = _folded(raw)
        return norm


_NORMS = _Norms()


class Tokens(Sequence[Token]):
    """The tokens of a text, ordered by place, as columns: most are never looked at one by one.

    `norms` are their folded forms, `starts` and `ends` their places in code points.
    """

    __slots__ = ("ends", "norms", "starts")

    def __init__(self, norms: list[str], starts: list[int], ends: list[int]) -> None:
        self.norms, self.starts, self.ends = norms, starts, ends

    def __len__(self) -> int:
        return len(self.norms)

    def __iter__(self) -> Iterator[Token]:
        return map(_token, zip(self.norms, self.starts, self.ends, strict=True))

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> "Tokens": ...
    def __getitem__(self, at: int | slice) -> "Token | Tokens":
        if isinstance(at, slice):
            return Tokens(self.norms[at], self.starts[at], self.ends[at])
        return Token(self.norms[at], self.starts[at], self.ends[at])


def tokens(text: str) -> Tokens:
    """Split a text into tokens, ordered by place.

    Spaces, single line breaks, and hyphens and en dashes that join words are not tokens but
    separators; so is markup within a sentence. A dash between spaces is punctuation, hence a token
    that no phrase crosses.
    """
    text = without_markup(text)
    far_gaps = has_far_gaps(text)
    if is_plain(text, far_gaps=far_gaps):
        return plain_tokens(text.lower())
    found = _divided(text, far_gaps=far_gaps)
    return Tokens(list(map(_NORMS.__getitem__, found.norms)), found.starts, found.ends)


def is_plain(text: str, *, far_gaps: bool) -> bool:
    """Whether the tokens of a text fold to their lower-case letters, and no gap is a token."""
    return text.isascii() and not far_gaps and not _BLANK_LINES.search(text)


def plain_tokens(text: str, start: int = 0) -> Tokens:
    """Return the tokens of a plain text (lower case, no markup), or of a part between spaces.

    `start` is the place of the part in the text.
    """
    return _divided(text, start=start)


def _divided(text: str, *, far_gaps: bool = False, start: int = 0) -> Tokens:
    """The tokens of a text without markup, not yet folded."""
    parts = splitter(text, far_gaps=far_gaps).split(text)
    raw, places = parts[1::2], list(accumulate(map(len, parts), initial=start))
    starts, ends = places[1:-1:2], places[2::2]
    if ("-" in text or not text.isascii()) and not _HYPHEN_SIGNS.isdisjoint(raw):
        kept = bytearray(b"\1") * len(raw)
        for n in compress(range(len(raw)), map(_HYPHEN_SIGNS.__contains__, raw)):
            kept[n] = not _joins(text, starts[n] - start)
        raw = list(compress(raw, kept))
        starts, ends = list(compress(starts, kept)), list(compress(ends, kept))
    return Tokens(raw, starts, ends)


def norms(text: str) -> list[str]:
    """Return the folded tokens of a text without their places.

    A long text is split into paragraphs, since most have ASCII letters only, which is faster.
    """
    if len(text) < _LONG or text.isascii():
        return tokens(text).norms
    found: list[str] = []
    for paragraph in _BLANK_LINES.split(text):
        found += tokens(paragraph).norms
        found.append("\n")
    return found[:-1]


def fold(text: str, *, cased: bool = False) -> str:
    """Fold a phrase: the result is equal for phrases that match each other exactly.

    With `cased`, letter case matters.
    """
    if cased:
        return " ".join(cleaned(text[token.start : token.end]) for token in tokens(text))
    if text.isascii() and text.replace(" ", "").isalnum():
        return " ".join(text.lower().split())
    return " ".join(norms(text))


@lru_cache(maxsize=100_000)
def folded(phrase: str) -> str:
    """`fold`, cached: the phrases and fixes of glossaries are folded for many purposes."""
    return fold(phrase)


@lru_cache(maxsize=1)
def word_count(text: str) -> int:
    """Count the words and numbers of a text; cached for the latest text."""
    return sum(map(str.isalnum, map(itemgetter(0), norms(text))))  # as `is_word`, without calls


def is_word(norm: str) -> bool:
    """Whether a token, folded or not, is a word or a number rather than punctuation."""
    return norm[0].isalnum()


def is_function(norm: str) -> bool:
    """Whether a folded token is a function word, or not a word at all."""
    return norm in FUNCTION_WORDS or norm == POSSESSIVE or not is_word(norm)


def _joins(text: str, place: int) -> bool:
    """Whether the hyphen at `place` joins words, of which at most one may be missing."""
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if _HYPHEN.match(before) or _HYPHEN.match(after):
        return False
    if text[place] == "¬":  # what OCR programs write for a hyphen at a line end
        return _LINE_ENDS.match(text, place + 1) is not None
    return bool(before.strip() or after.strip())


def _folded(raw: str) -> str:
    if raw.isascii():
        return raw.lower() if not raw.isspace() else "\n"
    folded = normalize("NFD", cleaned(raw)).casefold()
    return normalize("NFC", folded)


def cleaned(raw: str) -> str:
    """The plainest form of a token, with its letter case kept."""
    if raw.isspace():
        return "\n"
    if raw[0] in superscripts():
        return "^" + normalize("NFKC", raw)
    if raw[0].isdigit() and raw[-1] in superscripts():
        raw = normalize("NFKC", raw)
    return as_latin(normalize("NFC", _DROPPED.sub("", raw)).translate(_TO_QUOTES))

"""Hyphens in words: those of compounds, and those that break a word at a line end."""

from bisect import bisect_left
from collections.abc import Mapping

from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.token_pattern import SOFT_HYPHEN_ENTITY, has_any
from unspin_gui.core.text.tokens import Tokens

_HYPHENS = "-‐‑﹣－"
_DIVIDED = pattern(
    r"(?<=[^\W\d_])"
    r"(?:[-‐\u00ad][^\S\n]*(?:\n\f?[ \t]*(?:>[ \t]?)*|\u2028|(?<=\s))[^\S\n]*"
    rf"|[¬‑][^\S\n]*\n\f?[^\S\n]*|{SOFT_HYPHEN_ENTITY})(?=[^\W\d_])"
)
_MAY_BE_DIVIDED = pattern(r"[-‐‑¬\u00ad]\s|&(?:shy|#)")
_SIGNS = "-‐‑¬\u00ad&"


def cuts_compound(text: str, span: Span, phrase: str) -> bool:
    """Whether a place is bounded by the hyphen of a longer word where `phrase` has no hyphen.

    Two hyphens count as a dash.
    """
    return (_hyphen_beside(text, span.start - 1, -1) and phrase[:1] not in _HYPHENS) or (
        _hyphen_beside(text, span.end, 1) and phrase[-1:] not in _HYPHENS
    )


def _hyphen_beside(text: str, place: int, step: int) -> bool:
    if not 0 <= place < len(text) or text[place] not in _HYPHENS:
        return False
    beyond = place + step
    return not 0 <= beyond < len(text) or text[beyond] not in _HYPHENS


def may_be_divided(text: str) -> bool:
    """Whether any word of a text may be broken by a hyphen; much faster than finding them."""
    return has_any(text, _SIGNS) and bool(_MAY_BE_DIVIDED.search(text))


def divided_words(text: str, tokens: Tokens) -> Mapping[int, str]:
    """Map each token that may be the first part of a divided word to the whole word.

    A hyphen and a space within a line count too, since text taken from printed pages looks like
    that. Whether the hyphen belongs to the word is for the caller to find out: the two parts remain
    separate tokens.
    """
    if not may_be_divided(text):
        return {}
    found = {}
    for match in _DIVIDED.finditer(text):
        second = bisect_left(tokens.starts, match.end())
        if 0 < second < len(tokens) and tokens.starts[second] == match.end():
            first = tokens[second - 1]
            if match.start() <= first.end <= match.end():
                found[second - 1] = first.norm + tokens[second].norm
    return found

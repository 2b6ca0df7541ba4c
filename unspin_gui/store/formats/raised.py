"""Raised digits, as in notes and powers: displayed as superscripts, so that they end a word.

Each character maps to one, so places in the displayed text are those in the document's text.
"""

from collections.abc import Iterable

from unspin_gui.core.text.spans import Span

_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LETTERS = str.maketrans("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_PLAIN = {raised: plain for table in (_FIGURES, _LETTERS) for plain, raised in table.items()}


def with_raised(text: str, raised: Iterable[Span]) -> str:
    """Turn raised text of the document into superscripts: digits, and one letter after a word."""
    parts, at = list[str](), 0
    for start, end in raised:
        piece = text[start:end]
        if any(sign in "0123456789" for sign in piece):
            piece = piece.translate(_FIGURES)
        elif len(piece.strip()) == 1 and text[start - 1 : start].isalpha():
            piece = piece.translate(_LETTERS)
        parts += [text[at:start], piece]
        at = end
    return "".join([*parts, text[at:]])


def without_raised(text: str) -> str:
    """Replace superscript digits and letters with ordinary ones, for comparison."""
    return text.translate(_PLAIN)

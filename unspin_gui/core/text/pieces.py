"""The pieces between the spaces of a plain text: split much faster than its tokens.

If every token lies within a piece, the pieces show which parts of a text are worth tokenising at
all.
"""

from collections.abc import Sequence

from unspin_gui.core.text.compounds import may_be_divided
from unspin_gui.core.text.token_pattern import has_any, has_far_gaps, without_markup
from unspin_gui.core.text.tokens import is_plain, plain_tokens

_OTHER_GAPS = "\r\x1f"
_MARKS = ".,;:!?"


def pieces(text: str) -> list[str] | None:
    """Return the pieces between single spaces, in lower case; None if a token may span several.

    Joined by spaces they keep the offsets of the text, but without its markup and line ends. A
    piece is empty or contains a token.
    """
    if may_be_divided(text) or has_any(text, _OTHER_GAPS):
        return None
    text = without_markup(text)
    if not is_plain(text, far_gaps=has_far_gaps(text)):
        return None
    return text.lower().replace("\n", " ").split(" ")


def norms_of_piece(piece: str) -> Sequence[str]:
    """Return the folded tokens of a piece."""
    word = piece.rstrip(_MARKS)
    return (word, *piece[len(word) :]) if word.isalnum() else plain_tokens(piece).norms

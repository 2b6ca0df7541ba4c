"""A passage with the user's decisions applied, and the mapping back to the source."""

from collections.abc import Iterable
from typing import NamedTuple

from unspin_gui.core.document.document import Decision
from unspin_gui.core.text.passages import Passage
from unspin_gui.core.text.spans import Span


class _Piece(NamedTuple):
    """`size` unchanged code points: their start in the patched text and in the source."""

    patched: int
    source: int
    size: int


class CorrectedPassage(NamedTuple):
    """The text of a passage with its decisions applied.

    `pieces` are the undecided parts, ordered by place.
    """

    text: str
    pieces: tuple[_Piece, ...]

    def to_source(self, span: Span) -> Span | None:
        """The span of the source behind a span of the text; None where it touches a decision."""
        for piece in self.pieces:
            if piece.patched <= span.start and span.end <= piece.patched + piece.size:
                return span.shifted(piece.source - piece.patched)
        return None


def patched(passage: Passage, decisions: Iterable[Decision] = ()) -> CorrectedPassage:
    """Apply to a passage the decisions that reach into it; their spans are the source's."""
    parts: list[str] = []
    pieces: list[_Piece] = []
    at, grown = passage.start, 0
    for decision in sorted(decisions, key=lambda d: d.span):
        start, end = max(decision.span.start, at), min(decision.span.end, passage.span.end)
        if start > passage.span.end or end < start:
            continue
        parts.append(passage.text[at - passage.start : start - passage.start])
        pieces.append(_Piece(grown, at, start - at))
        text = decision.text if decision.span.start >= passage.start else ""
        parts.append(text)
        grown += start - at + len(text)
        at = end
    parts.append(passage.text[at - passage.start :])
    pieces.append(_Piece(grown, at, passage.span.end - at))
    return CorrectedPassage("".join(parts), tuple(pieces))

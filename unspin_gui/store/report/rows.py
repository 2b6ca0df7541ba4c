"""The two texts of a report cut into paragraphs that stand beside each other."""

from collections.abc import Iterator
from typing import NamedTuple

from unspin_gui.store.report.data import Item, ReportData


class Piece(NamedTuple):
    """A stretch of both texts: plain and equal, or a marked place."""

    source: str
    corrected: str
    item: Item | None = None


class Row(NamedTuple):
    """A paragraph of both texts; `line` is its line in the source, from 1."""

    line: int
    pieces: tuple[Piece, ...]

    @property
    def is_marked(self) -> bool:
        """Whether something in it was marked or decided."""
        return any(piece.item for piece in self.pieces)


def rows_of(data: ReportData) -> Iterator[Row]:
    """The paragraphs, ordered by place; blank lines are left out.

    A marked place with a line end in it keeps its lines together.
    """
    line, first, pieces = 1, 1, list[Piece]()
    for piece in _pieces(data):
        if piece.item is not None:
            pieces.append(piece)
            line += piece.source.count("\n")
            continue
        head, *more = piece.source.split("\n")
        pieces.append(Piece(head, head))
        for text in more:
            if _has_text(pieces):
                yield Row(first, tuple(pieces))
            line += 1
            first, pieces = line, [Piece(text, text)]
    if _has_text(pieces):
        yield Row(first, tuple(pieces))


def _pieces(data: ReportData) -> Iterator[Piece]:
    at = 0
    for item in data.items:
        if item.span.start < at:
            continue
        plain = data.source[at : item.span.start]
        yield Piece(plain, plain)
        now = data.corrected[item.place.start : item.place.end]
        yield Piece(data.source[item.span.start : item.span.end], now, item)
        at = item.span.end
    yield Piece(data.source[at:], data.source[at:])


def _has_text(pieces: list[Piece]) -> bool:
    return any(piece.item or piece.source.strip() for piece in pieces)

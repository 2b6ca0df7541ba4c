"""Splits the two texts of a report into paragraphs to be shown side by side."""

from collections.abc import Iterator
from typing import NamedTuple

from unspin_gui.store.report.report_data import ReportData, ReportItem


class ReportPiece(NamedTuple):
    """A stretch of both texts: unmarked and equal, or a marked place."""

    source: str
    corrected: str
    item: ReportItem | None = None


class ReportRow(NamedTuple):
    """A paragraph of both texts; `line` is its line in the source, from 1."""

    line: int
    pieces: tuple[ReportPiece, ...]

    @property
    def is_marked(self) -> bool:
        """Whether anything in it was flagged or decided."""
        return any(piece.item for piece in self.pieces)


def rows_of(data: ReportData) -> Iterator[ReportRow]:
    """The paragraphs, ordered by place; blank lines are left out.

    A marked place that contains a line end keeps its lines together.
    """
    line, first, pieces = 1, 1, list[ReportPiece]()
    for piece in _pieces(data):
        if piece.item is not None:
            pieces.append(piece)
            line += piece.source.count("\n")
            continue
        head, *more = piece.source.split("\n")
        pieces.append(ReportPiece(head, head))
        for text in more:
            if _has_text(pieces):
                yield ReportRow(first, tuple(pieces))
            line += 1
            first, pieces = line, [ReportPiece(text, text)]
    if _has_text(pieces):
        yield ReportRow(first, tuple(pieces))


def _pieces(data: ReportData) -> Iterator[ReportPiece]:
    at = 0
    for item in data.items:
        if item.span.start < at:
            continue
        plain = data.source[at : item.span.start]
        yield ReportPiece(plain, plain)
        now = data.corrected[item.place.start : item.place.end]
        yield ReportPiece(data.source[item.span.start : item.span.end], now, item)
        at = item.span.end
    yield ReportPiece(data.source[at:], data.source[at:])


def _has_text(pieces: list[ReportPiece]) -> bool:
    return any(piece.item or piece.source.strip() for piece in pieces)

"""Draws markers over deceptive characters in a pane, without changing the text."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock
from PySide6.QtWidgets import QPlainTextEdit

from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.positions import LONG_PARAGRAPH, Offsets, block_span, rects_of

if TYPE_CHECKING:
    from unspin_gui.core.text.invisibles import Invisible

_WIDTH = 7


def paint_invisibles(
    pane: QPlainTextEdit, blocks: Iterable[QTextBlock], offsets: Offsets, colour: QColor
) -> None:
    """Mark hidden characters and words with foreign letters in these paragraphs of a pane."""
    found = _signs_in(blocks, offsets)
    if not found:
        return
    painter = QPainter(pane.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for span, item in found:
        for rect in rects_of(pane, span, offsets):
            if item.kind == "look-alike":
                _box(painter, rect, colour)
            else:
                _flag(painter, rect, colour, item)
    painter.end()


def _signs_in(blocks: Iterable[QTextBlock], offsets: Offsets) -> "list[tuple[Span, Invisible]]":
    """The characters to mark, each with its span in the pane's own text."""
    found = []
    for block in blocks:
        text = block.text()
        if not text.isascii() and len(text) <= LONG_PARAGRAPH:
            start = block_span(block, offsets).start
            found += [
                (Span(start + item.span.start, start + item.span.end), item)
                for item in _in_paragraph(text)
            ]
    return found


@lru_cache(maxsize=256)
def _in_paragraph(text: str) -> "tuple[Invisible, ...]":
    from unspin_gui.core.text.invisibles import invisibles  # noqa: PLC0415 - not needed to start

    return invisibles(text)


def _box(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Draw a dotted box around a word with letters of another alphabet."""
    painter.setPen(QPen(colour, 1.5, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(-1, 1, 1, -1))


def _flag(painter: QPainter, rect: QRect, colour: QColor, item: "Invisible") -> None:
    """Draw a line at a hidden character, with a flag: open for direction, full for zero width."""
    x = rect.left()
    painter.setPen(QPen(colour, 1.5))
    painter.drawLine(x, rect.top() + 1, x, rect.bottom() - 1)
    hollow = item.kind == "direction"
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
    painter.drawRect(QRect(x, rect.top() + 1, _WIDTH, _WIDTH // 2 + 1))

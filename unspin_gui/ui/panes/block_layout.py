"""Blank space above the paragraphs of a pane, as positions of their lines.

QPlainTextEdit has no paragraph spacing. It takes the height of a paragraph from where its lines
are, though, and draws, clicks and scrolls by them, so that lines moved down leave a blank above
them. Qt lays a paragraph out afresh when its text or formats change: then the blank is gone.
"""

from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QPlainTextEdit

from unspin_gui.ui.panes.positions import move_lines

_MOST_LINES = 500
"""Moving more lines than this would take longer than a frame."""


def blank_above(block: QTextBlock) -> float:
    """The blank above the first line of a paragraph, in pixels; 0 if it is not laid out."""
    line = block.layout().lineAt(0)
    return line.y() if line.isValid() else 0.0


def shape_of(block: QTextBlock) -> tuple[int, int, float, float]:
    """What the layout of a paragraph is known by: its number, its lines, where the first is."""
    line = block.layout().lineAt(0)
    at = (line.x(), line.y()) if line.isValid() else (0.0, 0.0)
    return block.blockNumber(), block.lineCount(), *at


def height_of(pane: QPlainTextEdit, block: QTextBlock) -> float:
    """The height of a paragraph without the blank above it; lays it out if need be."""
    return pane.blockBoundingRect(block).height() - blank_above(block)


def set_blank_above(block: QTextBlock, blank: float) -> bool:
    """Leave so many pixels above a paragraph; returns whether that moved anything visibly."""
    step = blank - blank_above(block)
    if abs(step) < 0.5 or block.lineCount() > _MOST_LINES:
        return False
    move_lines(block, step)
    return True


def top_line(pane: QPlainTextEdit) -> int:
    """The number of the line of the first visible paragraph that is at the top."""
    return max(0, pane.verticalScrollBar().value() - pane.firstVisibleBlock().firstLineNumber())

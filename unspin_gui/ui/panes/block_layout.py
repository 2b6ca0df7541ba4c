"""Space above paragraphs and their indentation, as positions of their lines.

QPlainTextEdit has no paragraph spacing. But it derives the height of a paragraph from the positions
of its lines, and draws, clicks and scrolls by them, so lines moved down leave space above them.
When its text or formats change, Qt lays a paragraph out again and the space is gone.
"""

from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QPlainTextEdit

from unspin_gui.core.document.roles import Role
from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.panes.positions import block_span, move_lines

_SPACES = {"text": 0.4, "heading": 0.8, "item": 0.2, "cell": 0.3}
"""The space above a paragraph, in lines."""
_STEP, _DEEPEST = 7.0, 2
"""Pixels of indentation per level, and its limit. The indentation has to fit into the right
margin, since the lines do not become shorter.
"""
_MOST_LINES = 500
"""Moving more lines than this would take longer than a frame."""


def blank_above(block: QTextBlock) -> float:
    """Return the space above the first line of a paragraph, in pixels; 0 if it is not laid out."""
    line = block.layout().lineAt(0)
    return line.y() if line.isValid() else 0.0


def shape_of(block: QTextBlock) -> tuple[int, int, float, float]:
    """Return what identifies a paragraph's layout: its number, its lines, the first one's place."""
    line = block.layout().lineAt(0)
    at = (line.x(), line.y()) if line.isValid() else (0.0, 0.0)
    return block.blockNumber(), block.lineCount(), *at


def height_of(pane: QPlainTextEdit, block: QTextBlock) -> float:
    """Return the height of a paragraph without the space above it; lays it out if need be."""
    return pane.blockBoundingRect(block).height() - blank_above(block)


def set_blank_above(block: QTextBlock, blank: float) -> bool:
    """Leave `blank` pixels above a paragraph; returns whether that moved anything visibly."""
    step = blank - blank_above(block)
    if abs(step) < 0.5 or block.lineCount() > _MOST_LINES:
        return False
    move_lines(block, step)
    return True


def top_line(pane: QPlainTextEdit) -> int:
    """Return the number of the line at the top, within the first visible paragraph."""
    return max(0, pane.verticalScrollBar().value() - pane.firstVisibleBlock().firstLineNumber())


def space_above(pane: Pane, block: QTextBlock) -> float:
    """Return the space above a paragraph that its role in the document requires, in pixels."""
    role = _role_of(pane, block)
    if role is None or not block.blockNumber():
        return 0.0
    return round(_SPACES.get(role.kind, 0.0) * pane.fontMetrics().lineSpacing())


def set_indent(pane: Pane, block: QTextBlock) -> bool:
    """Indent a paragraph as its role requires; returns whether anything moved."""
    role = _role_of(pane, block)
    if role is None:
        return False
    line, wanted = block.layout().lineAt(0), 0.0
    if role.kind in {"item", "cell"}:
        wanted = _STEP * min(_DEEPEST, role.level)
    if not line.isValid():
        return False
    step = wanted + pane.document().documentMargin() - line.x()
    if abs(step) < 0.5:
        return False
    move_lines(block, 0, step)
    return True


def set_apart(pane: Pane) -> None:
    """Add the spacing of roles to what is on screen in a pane, regardless of the other pane."""
    if not pane.session.document.roles:
        return
    for block in pane.visible_blocks():
        has_moved = set_blank_above(block, space_above(pane, block))
        if set_indent(pane, block) or has_moved:
            pane.viewport().update()


def _role_of(pane: Pane, block: QTextBlock) -> Role | None:
    if not pane.session.document.roles:
        return None
    return pane.side.role_of(block_span(block, pane.side.offsets))

"""Shows the matches of a search in a pane."""

from collections.abc import Sequence

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.positions import Offsets, cursor_over

_MOST = 2000


def mark_hits(pane: QPlainTextEdit, offsets: Offsets, spans: Sequence[Span], current: int) -> None:
    """Tint these places in a pane's text; the current one stands out and is selected."""
    if 0 <= current < len(spans):
        pane.setTextCursor(cursor_over(pane.document(), spans[current], offsets))
        pane.ensureCursorVisible()
    hits = [
        _hit(pane, offsets, span, 170 if k == current else 80)
        for k, span in enumerate(spans[:_MOST])
    ]
    pane.setExtraSelections(hits)


def _hit(
    pane: QPlainTextEdit, offsets: Offsets, span: Span, strength: int
) -> QTextEdit.ExtraSelection:
    hit = QTextEdit.ExtraSelection()
    hit.cursor = cursor_over(pane.document(), span, offsets)
    colour = QColor(pane.palette().highlight().color())
    colour.setAlpha(strength)
    hit.format.setBackground(colour)
    return hit

"""What a search found, shown in a pane."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTextEdit

from unspin_gui.core.spans import Span
from unspin_gui.ui.positions import cursor_over

if TYPE_CHECKING:
    from unspin_gui.ui.panes.pane import Pane

_MOST = 2000


def mark_hits(pane: "Pane", spans: Sequence[Span], current: int) -> None:
    """Tint these places of the pane's side; the current one stands out and is selected."""
    if 0 <= current < len(spans):
        pane.setTextCursor(cursor_over(pane.document(), spans[current], pane.side.offsets))
        pane.ensureCursorVisible()
    hits = [_hit(pane, span, 170 if k == current else 80) for k, span in enumerate(spans[:_MOST])]
    pane.setExtraSelections(hits)


def _hit(pane: "Pane", span: Span, strength: int) -> QTextEdit.ExtraSelection:
    hit = QTextEdit.ExtraSelection()
    hit.cursor = cursor_over(pane.document(), span, pane.side.offsets)
    colour = QColor(pane.palette().highlight().color())
    colour.setAlpha(strength)
    hit.format.setBackground(colour)
    return hit

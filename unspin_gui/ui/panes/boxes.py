"""Boxes around words: the current mark, and the counterpart of a place in the other pane."""

from collections.abc import Iterable

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

_SHADE = 70
"""The opacity of a filled box, 0..255; the words under it must stay readable."""


def paint_box(viewport: QWidget, rects: Iterable[QRect], *, filled: bool) -> None:
    """Draw a rounded box around each rectangle, in the selection colour."""
    colour = viewport.palette().highlight().color()
    painter = QPainter(viewport)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    if filled:
        shade = QColor(colour)
        shade.setAlpha(_SHADE)
        painter.setBrush(shade)
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-2, -1, 2, 1), 3, 3)
    painter.end()

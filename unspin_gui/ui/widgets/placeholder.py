"""The text that an empty table shows instead of rows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView

_MARGIN = 24


def paint_emptiness(view: QAbstractItemView, text: str) -> None:
    """Write `text` over a view that has no rows; for its `paintEvent`."""
    model = view.model()
    if not text or model is None or model.rowCount():
        return
    painter = QPainter(view.viewport())
    painter.setPen(view.palette().color(QPalette.ColorRole.PlaceholderText))
    area = view.viewport().rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
    painter.end()

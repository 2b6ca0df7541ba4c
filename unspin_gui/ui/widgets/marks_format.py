"""The appearance of a mark: the shape of its line first, the colour second."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTextCharFormat

from unspin_gui.core.document.marks import MarkState
from unspin_gui.core.suspects import Kind
from unspin_gui.ui.widgets.palettes import LEGIBLE, LOOKS, Colours, Look, standing_out, tint

Line = QTextCharFormat.UnderlineStyle


class MarkLook(NamedTuple):
    """The line, its colour, the background of the text and the colour of the text itself."""

    line: Line
    colour: QColor
    ground: QColor
    text: QColor


_LINES: dict[str, Line] = {
    "known": Line.WaveUnderline,
    "near": Line.DotLine,
    "unfit": Line.DashUnderline,
    "accepted": Line.SingleUnderline,
    "edited": Line.DashDotLine,
    "kept": Line.DashDotDotLine,
}
_AMOUNTS = {"known": 0.20, "near": 0.08, "accepted": 0.16, "edited": 0.11, "kept": 0.0}
_STEPS = 10
"""Scores are shown in steps, so that only a few formats exist and each is made once."""


def mark_look(
    look: Look, state: MarkState, kind: Kind | None, score: float, *, current: bool = False
) -> MarkLook:
    """The appearance of a mark in a theme's look."""
    step = round(max(0.0, min(1.0, score)) * _STEPS)
    return _mark_look(look, state, kind or "unfit", step, current=current)


@lru_cache(maxsize=512)
def _mark_look(look: Look, state: MarkState, kind: Kind, step: int, *, current: bool) -> MarkLook:
    colours = LOOKS[look]
    shape = kind if state == "suspected" else state
    amount = _AMOUNTS.get(shape, 0.03 + 0.13 * step / _STEPS) + (0.10 if current else 0.0)
    base, text, hue = QColor(colours.base), QColor(colours.text), _hue(colours, state)
    ground = tint(base, text, hue, amount * colours.strength)
    line = standing_out(hue, ground, text)
    if state == "kept":
        text = standing_out(hue, ground, text, LEGIBLE)
    return MarkLook(_LINES[shape], line, ground, text)


def _hue(colours: Colours, state: MarkState) -> QColor:
    hues = {
        "suspected": colours.suspected,
        "accepted": colours.accepted,
        "edited": colours.edited,
        "kept": colours.kept,
    }
    return QColor(hues[state])


def char_format(mark: MarkLook) -> QTextCharFormat:
    """The text format with which a pane paints a mark."""
    form = QTextCharFormat()
    form.setUnderlineStyle(mark.line)
    form.setUnderlineColor(mark.colour)
    if mark.line == Line.DashDotDotLine:
        form.setForeground(mark.text)
    else:
        form.setBackground(mark.ground)
    return form


def swatch(mark: MarkLook, size: int = 16, scale: int = 2) -> QPixmap:
    """A small picture of a mark: its background with its line below."""
    pixmap = QPixmap(size * scale, size * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mark.ground)
    painter.drawRoundedRect(QRectF(1, 2, size - 2, size - 4), 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(mark))
    _draw_line(painter, mark.line, size)
    painter.end()
    return pixmap


def swatch_icon(mark: MarkLook) -> QIcon:
    """The picture of a mark as an icon for lists."""
    icon, picture = QIcon(), swatch(mark)
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        icon.addPixmap(picture, mode)
    return icon


def _pen(mark: MarkLook) -> QPen:
    dashes = {
        Line.DotLine: [0.1, 1.9],
        Line.DashUnderline: [2.4, 1.7],
        Line.DashDotLine: [3.0, 1.8, 0.1, 1.8],
        Line.DashDotDotLine: [2.4, 1.6, 0.1, 1.6, 0.1, 1.6],
    }
    pen = QPen(mark.colour, 1.8, c=Qt.PenCapStyle.RoundCap)
    if mark.line in dashes:
        pen.setDashPattern(dashes[mark.line])
    return pen


def _draw_line(painter: QPainter, line: Line, size: int) -> None:
    left, right, low = 2.0, size - 2.0, size - 3.5
    if line == Line.SingleUnderline:
        _draw_tick(painter, size)
    if line != Line.WaveUnderline:
        painter.drawLine(QPointF(left, low), QPointF(right, low))
        return
    path, step = QPainterPath(QPointF(left, low)), (right - left) / 4
    for k in range(4):
        top = low + (-2.6 if k % 2 == 0 else 2.6)
        path.quadTo(left + step * (k + 0.5), top, left + step * (k + 1), low)
    painter.drawPath(path)


def _draw_tick(painter: QPainter, size: int) -> None:
    path = QPainterPath(QPointF(size * 0.28, size * 0.42))
    path.lineTo(size * 0.44, size * 0.57)
    path.lineTo(size * 0.74, size * 0.24)
    painter.drawPath(path)

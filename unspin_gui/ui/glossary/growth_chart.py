"""A small chart of what a glossary has learnt over time."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QDate, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from unspin_gui.ui.base.counting import number
from unspin_gui.ui.base.dates import shown_day
from unspin_gui.ui.widgets.labels import mixed

_LINES = 4
"""The most lines across the chart."""


def steps_of(most: int) -> list[int]:
    """Round numbers from 0 to just above `most` for the lines of a chart."""
    size = 1
    while size * _LINES < most:
        size = {"1": 2, "2": 5, "5": 10}[str(size)[0]] * 10 ** (len(str(size)) - 1)
    return list(range(0, max(1, most) + size, size))


class GrowthChart(QWidget):
    """The number of entries by day; it uses the palette's colours, so that it fits every look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("growthChart")
        self.setAccessibleName(self.tr("Entries over time"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._points: tuple[tuple[date, int], ...] = ()
        self.show_points(())

    def show_points(self, points: Sequence[tuple[date, int]]) -> None:
        """Show the number of entries on these days."""
        self._points = tuple(points)
        self.setAccessibleDescription(self.words)
        self.setToolTip(self.words)
        self.update()

    @property
    def words(self) -> str:
        """What the chart shows, in one sentence."""
        if not self._points:
            return self.tr("The chart begins with the first saved pair.")
        (first, few), (last, many) = self._points[0], self._points[-1]
        message = self.tr("From %Ln entries on {0} to {1} on {2}.", "", few)
        return message.format(_shown(first), number(many), _shown(last))

    def sizeHint(self) -> QSize:
        """Wide and low (called by Qt)."""
        return QSize(480, 8 * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """The least height at which it is readable (called by Qt)."""
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw lines with figures, then the curve (called by Qt)."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._points:
            self._paint(painter)
        else:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        metrics, palette = self.fontMetrics(), self.palette()
        steps = steps_of(max(count for _, count in self._points))
        left = metrics.horizontalAdvance(number(steps[-1])) + 10
        high = metrics.lineSpacing()
        area = QRectF(left, high / 2, self.width() - left - 8, self.height() - 2.2 * high)
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        for step in steps:
            y = area.bottom() - area.height() * step / steps[-1]
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(quiet)
            box = QRectF(0, y - high / 2, left - 6, high)
            painter.drawText(box, _RIGHT, number(step))
        below = QRectF(area.left(), area.bottom() + high * 0.3, area.width(), high * 1.2)
        painter.drawText(below, _LEFT, _shown(self._points[0][0]))
        painter.drawText(below, _RIGHT, _shown(self._points[-1][0]))
        self._paint_curve(painter, area, steps[-1])

    def _paint_curve(self, painter: QPainter, area: QRectF, most: int) -> None:
        """Draw the curve: flat until the next known day, then a step up or down."""
        first, last = self._points[0][0], self._points[-1][0]
        days = max(1, (last - first).days)
        places = [
            QPointF(
                area.left() + area.width() * (day - first).days / days,
                area.bottom() - area.height() * count / most,
            )
            for day, count in self._points
        ]
        stairs = [places[0]]
        for one, other in pairwise(places):
            stairs += [QPointF(other.x(), one.y()), other]
        palette = self.palette()
        hue = palette.color(QPalette.ColorRole.Highlight)
        ground = QPolygonF(
            [QPointF(stairs[0].x(), area.bottom()), *stairs, QPointF(stairs[-1].x(), area.bottom())]
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(palette.color(QPalette.ColorRole.Window), hue, 0.18))
        painter.drawPolygon(ground)
        painter.setPen(QPen(hue, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(stairs))
        painter.setBrush(hue)
        painter.drawEllipse(places[-1], 3, 3)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _shown(day: date) -> str:
    return shown_day(QDate(day.year, day.month, day.day))

"""The strip between the panes, which shows where in the whole text the suspects are."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.session.review_loop import ReviewLoop
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.palettes import mixed, standing_out
from unspin_gui.ui.widgets.theme import Theme

_WIDTH, _TICK, _MARGIN = 14, 2, 4
_NEAR = 4
"""A click within this many pixels of a tick counts as on it."""
_REACH = 10
"""Density is measured over this many pixels up and down."""
_FULL = 8
"""This many suspects within reach give the darkest shade."""


class OverviewStrip(QWidget):
    """A tick for each open suspect and a shorter one for each decision, shaded where dense."""

    def __init__(
        self, session: Session, review: ReviewLoop, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("overviewStrip")
        self.setAccessibleName(self.tr("Overview"))
        self.setAccessibleDescription(
            self.tr("A tick for each mark: click one to go there. By keyboard, use the list.")
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.session = session
        self.review = review
        self.theme = theme
        self._picture: QPixmap | None = None
        self._later = QTimer(self, singleShot=True, interval=120)
        self._later.timeout.connect(self._on_time)
        session.document_changed.connect(self._on_changed)
        session.suspects_found.connect(self._on_changed)
        session.current_changed.connect(self.update)
        theme.changed.connect(self._on_time)

    def sizeHint(self) -> QSize:
        """Narrow, and as tall as possible (called by Qt)."""
        return QSize(_WIDTH, 100)

    @Slot()
    def show_viewport(self) -> None:
        """Show which part of the text is on screen."""
        self.update()

    # ---- places -------------------------------------------------------------------------

    def row_of(self, place: int) -> int:
        """The pixel row in which a place of the source is shown."""
        return self._rows_of([place])[0]

    def _rows_of(self, places: Iterable[int]) -> list[int]:
        step = (self.height() - 2 * _MARGIN - _TICK) / max(1, len(self.session.source))
        return [_MARGIN + round(place * step) for place in places]

    def place_at(self, row: int) -> int:
        """The place in the source that a pixel row represents."""
        share = (row - _MARGIN) / max(1, self.height() - 2 * _MARGIN - _TICK)
        return round(max(0.0, min(1.0, share)) * len(self.session.source))

    def suspects_near(self, row: int) -> Sequence[Suspect]:
        """The suspects whose ticks are near a pixel row, nearest first."""
        low, high = self.place_at(row - _NEAR - 1), self.place_at(row + _NEAR + 1)
        around = [s for s in self.session.suspects if low <= s.span.start <= high]
        rows = self._rows_of(s.span.start for s in around)
        far = [(abs(there - row), k) for k, there in enumerate(rows)]
        return [around[k] for distance, k in sorted(far) if distance <= _NEAR]

    # ---- painting -----------------------------------------------------------------------

    @Slot()
    def _on_changed(self) -> None:
        # Each change postpones it, so that typing never waits for it.
        self._later.start()

    @Slot()
    def _on_time(self) -> None:
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Redraw (called by Qt)."""
        self._picture = None
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while the strip was hidden (called by Qt)."""
        self._picture = None
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the cached ticks, and over them the part on screen (called by Qt)."""
        if self._picture is None:
            self._picture = self._drawn()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        self._draw_viewport(painter)
        current = self.session.current
        if current is not None:
            row = self.row_of(current.start)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("accent"))
            painter.drawRoundedRect(QRect(0, row - 1, self.width(), _TICK + 2), 2, 2)
        painter.end()

    def _draw_viewport(self, painter: QPainter) -> None:
        visible = self.session.visible
        if not visible.size or visible.size >= len(self.session.source):
            return
        top, bottom = self.row_of(visible.start), self.row_of(visible.end) + _TICK
        shade = self.theme.colour("text")
        shade.setAlpha(28)
        painter.fillRect(QRect(0, top, self.width(), max(6, bottom - top)), shade)

    def _drawn(self) -> QPixmap:
        scale = self.devicePixelRatioF()
        picture = QPixmap(self.size() * scale)
        picture.setDevicePixelRatio(scale)
        window = self.theme.colour("window")
        picture.fill(window)
        rows = self._rows_of(s.span.start for s in self.session.suspects)
        painter = QPainter(picture)
        self._draw_heat(painter, rows, window)
        self._draw_decisions(painter, window)
        hue = self.theme.colour("suspected")
        tick = standing_out(hue, mixed(window, hue, 0.35), self.theme.colour("text"), 2.0)
        for row in set(rows):
            painter.fillRect(QRect(3, row, self.width() - 6, _TICK), tick)
        painter.end()
        return picture

    def _draw_heat(self, painter: QPainter, rows: list[int], window: QColor) -> None:
        hue = self.theme.colour("suspected")
        shades = [mixed(window, hue, 0.35 * k / _FULL) for k in range(_FULL + 1)]
        for row, count in enumerate(densities(rows, self.height())):
            if count:
                painter.fillRect(QRect(0, row, self.width(), 1), shades[min(_FULL, count)])

    def _draw_decisions(self, painter: QPainter, window: QColor) -> None:
        text = self.theme.colour("text")
        for state in ("accepted", "edited"):
            colour = standing_out(self.theme.colour(state), window, text, 2.0)
            places = {d.span.start for d in self.session.decisions if d.state == state}
            for row in set(self._rows_of(places)):
                painter.fillRect(QRect(3, row, (self.width() - 6) // 2, _TICK), colour)

    # ---- mouse --------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the tick, or else the place, that was clicked (called by Qt)."""
        if event.button() != Qt.MouseButton.LeftButton or not self.session.source:
            return
        self._jump(event.position().toPoint())

    def _jump(self, point: QPoint) -> None:
        near = self.suspects_near(point.y())
        place = self.place_at(point.y())
        self.review.reveal(near[0].span if near else Span(place, place))

    def event(self, event: QEvent) -> bool:
        """Name the phrases under the pointer (called by Qt)."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.tip_at(event.pos().y())
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def tip_at(self, row: int) -> str:
        """The phrases whose ticks are near a pixel row, as HTML that is safe to show."""
        near = self.suspects_near(row)
        import html  # noqa: PLC0415 - slow to import, not needed to start

        names = list(dict.fromkeys(html.escape(s.phrase) for s in near))
        if len(names) > 4:
            names[4:] = [self.tr("and %Ln more", "", len(names) - 4)]
        return "<br>".join(names)


def densities(rows: Sequence[int], height: int) -> list[int]:
    """For each of `height` rows, how many of `rows` are within reach."""
    steps = [0] * (height + 1)
    for row, count in Counter(rows).items():
        steps[max(0, min(height, row - _REACH))] += count
        steps[max(0, min(height, row + _REACH + 1))] -= count
    counts, now = [], 0
    for step in steps[:height]:
        now += step
        counts.append(now)
    return counts

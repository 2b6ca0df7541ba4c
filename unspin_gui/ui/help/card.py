"""A large button with a title and a line of explanation."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from unspin_gui.ui.widgets.labels import mixed, scaled

_EDGE = 16


class Card(QPushButton):
    """Looks like a card, and is a button for keyboard, mouse and screen readers."""

    def __init__(self, title: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._detail = detail
        self._keys = ""
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setAutoDefault(True)  # Return presses it as well
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def keys(self) -> str:
        """The key that does the same, as shown; empty if none does."""
        return self._keys

    def set_keys(self, keys: str) -> None:
        """Show another key."""
        self._keys = keys
        self.update()

    def sizeHint(self) -> QSize:
        """Title, two lines of detail and the keys (called by Qt)."""
        title = QFontMetrics(scaled(self.font(), 1.15, bold=True))
        line = self.fontMetrics().lineSpacing()
        return QSize(180, 2 * _EDGE + title.lineSpacing() + 6 + 3 * line + 10)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for three in a narrow window (called by Qt)."""
        return QSize(130, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card; a ring shows the focus (called by Qt)."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        inside = self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.setFont(scaled(self.font(), 1.15, bold=True))
        painter.setPen(self.palette().text().color())
        painter.drawText(inside, flags, self._title)
        below = painter.fontMetrics().lineSpacing() + 6
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        wrapped = flags | Qt.TextFlag.TextWordWrap
        painter.drawText(inside.adjusted(0, below, 0, 0), wrapped, self._detail)
        keys = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(inside, keys, self._keys)
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        palette = self.palette()
        base, accent = palette.base().color(), palette.highlight().color()
        share = 0.12 if self.isDown() else 0.05 if self.underMouse() else 0.0
        ring = self.hasFocus()
        pen = QPen(accent, 2) if ring else QPen(palette.color(QPalette.ColorRole.Mid), 1)
        painter.setPen(pen)
        painter.setBrush(mixed(base, accent, share))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)

"""A strip across the window for a message: tinted by its level, with an icon."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from unspin_gui.ui.widgets.labels import is_dark, mixed, plain_label, scaled

Level = Literal["info", "done", "warning", "error"]
_HUES = {"info": "#2f6fd0", "done": "#2e9a5b", "warning": "#d08a00", "error": "#d03030"}
_SIGNS = {"info": "i", "done": "✓", "warning": "!", "error": "×"}


class Banner(QFrame):
    """An icon and text; add more to `row`. The text is shown literally and can be selected."""

    def __init__(self, text: str, level: Level, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self.label = plain_label(text, selectable=True)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 6, 8, 6)
        self.row.setSpacing(10)
        self.row.addWidget(_Sign(level))
        self.row.addWidget(self.label, 1)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self.label.setText(text)
        self.label.setAccessibleName(text)
        self.setAccessibleName(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tint the window's colour by the level, with an edge at the left (called by Qt)."""
        painter = QPainter(self)
        palette, hue = self.palette(), QColor(_HUES[self._level])
        window = palette.window().color()
        strong = window.lightness() == 0
        share = 0.0 if strong else 0.22 if is_dark(palette) else 0.12
        painter.fillRect(self.rect(), mixed(window, hue, share))
        painter.fillRect(0, 0, 4, self.height(), hue)
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


class _Sign(QWidget):
    """A round icon that shows the level, by its letter first and its colour second."""

    def __init__(self, level: Level) -> None:
        super().__init__()
        self._level = level
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Slightly more than the height of a line of text (called by Qt)."""
        size = round(self.fontMetrics().height() * 1.2)
        return QSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon (called by Qt)."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().windowText())
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        painter.setPen(self.palette().window().color())
        painter.setFont(scaled(self.font(), 0.95, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _SIGNS[self._level])
        painter.end()


def cross(name: str, text: str) -> QToolButton:
    """A button with a cross that closes something; `text` says what."""
    made = QToolButton()
    made.setObjectName(name)
    made.setText("×")
    made.setAutoRaise(True)
    made.setAccessibleName(text)
    made.setToolTip(text)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setFont(scaled(made.font(), 1.2))
    return made


def dock_title(text: str, close: QToolButton) -> QWidget:
    """The title of a dock with its close button; Qt's own do not follow the palette."""
    title = QWidget()
    name = QLabel(text)
    name.setTextFormat(Qt.TextFormat.PlainText)
    name.setContentsMargins(0, 7, 0, 7)
    row = QHBoxLayout(title)
    row.setContentsMargins(10, 0, 6, 0)
    row.addWidget(name, 1)
    row.addWidget(close)
    return title

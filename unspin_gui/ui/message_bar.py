"""Messages inside the window: what happened, why, and what can be done. Never modal."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from unspin_gui.ui.labels import announce, button, is_dark, mixed, plain_label, scaled

Level = Literal["info", "warning", "error"]
_MOST = 4
"""Messages shown at a time; older ones give way."""
_HUES = {"info": "#2f6fd0", "warning": "#d08a00", "error": "#d03030"}
_SIGNS = {"info": "i", "warning": "!", "error": "×"}


class Choice(NamedTuple):
    """A button of a message; pressing it also puts the message away."""

    text: str
    act: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Message:
    """What is told. A message takes the place of an older one with the same `key`."""

    text: str
    level: Level = "info"
    choices: tuple[Choice, ...] = ()
    key: str = ""


class _Sign(QWidget):
    """A round sign: the level by its letter first, by its colour second."""

    def __init__(self, level: Level) -> None:
        super().__init__()
        self._level = level
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """A little more than a line of text (called by Qt)."""
        size = round(self.fontMetrics().height() * 1.2)
        return QSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign (called by Qt)."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().windowText())
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        painter.setPen(self.palette().window().color())
        painter.setFont(scaled(self.font(), 0.95, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _SIGNS[self._level])
        painter.end()


class _Bar(QFrame):
    """One message."""

    def __init__(self, message: Message, owner: "MessageBar") -> None:
        super().__init__(owner)
        self.message = message
        self._owner = owner
        self.setAccessibleName(message.text)
        text = plain_label(message.text, selectable=True)
        text.setAccessibleName(message.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(_Sign(message.level))
        row.addWidget(text, 1)
        for choice in message.choices:
            row.addWidget(button(choice.text, partial(self._choose, choice)))
        row.addWidget(self._cross())

    def _cross(self) -> QToolButton:
        cross = QToolButton(self)
        cross.setText("×")
        cross.setAutoRaise(True)
        cross.setObjectName("messageClose")
        cross.setAccessibleName(self.tr("Close this message"))
        cross.setToolTip(self.tr("Close this message (Esc)"))
        cross.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        cross.setFont(scaled(cross.font(), 1.2))
        cross.clicked.connect(self._on_close)
        return cross

    def _choose(self, choice: Choice) -> None:
        self._owner.remove(self)
        choice.act()

    def _on_close(self) -> None:
        self._owner.remove(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the message that has the focus (called by Qt)."""
        if event.key() == Qt.Key.Key_Escape:
            self._owner.remove(self)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A tint of the level over the window's colour, and an edge at the left (called by Qt)."""
        painter = QPainter(self)
        window, hue = self.palette().window().color(), QColor(_HUES[self.message.level])
        painter.fillRect(self.rect(), mixed(window, hue, 0.22 if is_dark(self.palette()) else 0.12))
        painter.fillRect(0, 0, 4, self.height(), hue)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


class MessageBar(QWidget):
    """The messages at present, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAccessibleName(self.tr("Messages"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._bars: list[_Bar] = []
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """What is shown, newest first."""
        return tuple(bar.message.text for bar in self._bars)

    def show_message(self, message: Message) -> None:
        """Show a message above the others and let screen readers say it."""
        if message.key:
            self.dismiss(message.key)
        bar = _Bar(message, self)
        self._bars.insert(0, bar)
        self._column.insertWidget(0, bar)
        for old in self._bars[_MOST:]:
            self.remove(old)
        self.show()
        bar.show()
        announce(self, message.text, urgent=message.level == "error")

    def info(self, text: str, *choices: Choice, key: str = "") -> None:
        """Tell what happened."""
        self.show_message(Message(text, "info", choices, key))

    def warn(self, text: str, *choices: Choice, key: str = "") -> None:
        """Tell what the user should look at."""
        self.show_message(Message(text, "warning", choices, key))

    def error(self, text: str, *choices: Choice, key: str = "") -> None:
        """Tell what could not be done."""
        self.show_message(Message(text, "error", choices, key))

    def dismiss(self, key: str) -> None:
        """Put away the message with this key, if it is shown."""
        for bar in [bar for bar in self._bars if bar.message.key == key]:
            self.remove(bar)

    def clear(self) -> None:
        """Put all messages away."""
        for bar in list(self._bars):
            self.remove(bar)

    def remove(self, bar: _Bar) -> None:
        """Put one message away."""
        if bar not in self._bars:
            return
        self._bars.remove(bar)
        self._column.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
        self.setVisible(bool(self._bars))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette (called by Qt)."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

"""Messages inside the window: what happened, why, and what can be done. Never modal."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from unspin_gui.ui.widgets.banner import Banner, Level, cross
from unspin_gui.ui.widgets.labels import announce, button, claims_escape

_MOST = 4
"""The most messages shown at once; new ones replace the oldest."""


class Choice(NamedTuple):
    """A button of a message; pressing it also closes the message."""

    text: str
    act: Callable[[], object]


class BarMessage(NamedTuple):
    """A message to show. It replaces an older one with the same `key`."""

    text: str
    level: Level = "info"
    choices: tuple[Choice, ...] = ()
    key: str = ""

    def reads_like(self, other: "BarMessage") -> bool:
        """Whether the two look the same to a reader."""
        mine, theirs = ([choice.text for choice in m.choices] for m in (self, other))
        return (self.text, self.level, mine) == (other.text, other.level, theirs)


class _Bar(Banner):
    """One message."""

    def __init__(self, message: BarMessage, owner: "MessageBar") -> None:
        super().__init__(message.text, message.level, owner)
        self.message = message
        self._owner = owner
        for choice in message.choices:
            self.row.addWidget(button(choice.text, partial(self._choose, choice)))
        close = cross("messageClose", self.tr("Close this message (Esc)"))
        close.clicked.connect(self._on_close)
        self.row.addWidget(close)

    def _choose(self, choice: Choice) -> None:
        self._owner.remove(self)
        choice.act()

    def _on_close(self) -> None:
        self._owner.remove(self)

    def event(self, event: QEvent) -> bool:
        """Esc closes it (called by Qt)."""
        return claims_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the focused message (called by Qt)."""
        if event.key() == Qt.Key.Key_Escape:
            self._owner.remove(self)
        else:
            super().keyPressEvent(event)


class MessageBar(QWidget):
    """The current messages, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Messages"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._bars: list[_Bar] = []
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts shown, newest first."""
        return tuple(bar.message.text for bar in self._bars)

    def show_message(self, message: BarMessage) -> None:
        """Show a message above the others, once, and make screen readers say it."""
        if message.key:
            self.dismiss(message.key)
        for same in [bar for bar in self._bars if bar.message.reads_like(message)]:
            self.remove(same)
        bar = _Bar(message, self)
        self._bars.insert(0, bar)
        self._column.insertWidget(0, bar)
        for old in self._bars[_MOST:]:
            self.remove(old)
        self.show()
        bar.show()
        announce(self, message.text, urgent=message.level == "error")

    def info(self, text: str, *choices: Choice, key: str = "") -> None:
        """Say what happened."""
        self.show_message(BarMessage(text, "info", choices, key))

    def warn(self, text: str, *choices: Choice, key: str = "") -> None:
        """Say what the user should look at."""
        self.show_message(BarMessage(text, "warning", choices, key))

    def error(self, text: str, *choices: Choice, key: str = "") -> None:
        """Say what could not be done."""
        self.show_message(BarMessage(text, "error", choices, key))

    def dismiss(self, key: str) -> None:
        """Close the message with this key, if it is shown."""
        for bar in [bar for bar in self._bars if bar.message.key == key]:
            self.remove(bar)

    def clear(self) -> None:
        """Close all messages."""
        for bar in list(self._bars):
            self.remove(bar)

    def remove(self, bar: _Bar) -> None:
        """Close one message."""
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

"""Words that shorten themselves: elided if space is short, but with the full text on request."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolTip,
    QWidget,
)

from unspin_gui.ui.widgets.labels import PushButton

_LEAST = 3
"""Letters that remain visible in the narrowest window."""


def named(name: str, text: str) -> str:
    """Return what a screen reader should say: the name, and the text."""
    return f"{name}: {text}" if name and text else name or text


class ElidedLabel(QLabel):
    """One line of plain text; hovering shows the full text if it is elided.

    `name` says what the text is about; screen readers get it before the text.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._cut = cut
        self._name = name
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show another text, also to screen readers, which read the name instead of the text."""
        super().setText(text)
        self.setAccessibleName(named(self._name, text))

    @property
    def shown(self) -> str:
        """The part that fits."""
        line, room = " ".join(self.text().split()), self.contentsRect().width()
        return self.fontMetrics().elidedText(line, self._cut, room)

    def minimumSizeHint(self) -> QSize:
        """A few letters (called by Qt)."""
        least = _LEAST * self.fontMetrics().averageCharWidth() if self.text() else 0
        margins = self.contentsMargins()
        wanted = super().sizeHint()
        return QSize(min(wanted.width(), least + margins.left() + margins.right()), wanted.height())

    def event(self, event: QEvent) -> bool:
        """Show the full text if it is elided (called by Qt)."""
        return _tells_whole(self, event, self.text(), self.shown) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the text, elided to the available width (called by Qt)."""
        painter = QPainter(self)
        alignment = self.alignment() | Qt.TextFlag.TextSingleLine
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(alignment),
            self.palette(),
            self.isEnabled(),
            self.shown,
            self.foregroundRole(),
        )
        painter.end()


class ElidedCheckBox(QCheckBox):
    """A box to tick whose text is elided; hovering shows all of it, screen readers read it."""

    @property
    def shown(self) -> str:
        """The part of the text that fits."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        contents = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        cut, flags = Qt.TextElideMode.ElideRight, Qt.TextFlag.TextShowMnemonic
        return self.fontMetrics().elidedText(self.text(), cut, contents.width(), int(flags))

    def sizeHint(self) -> QSize:
        """A few letters: it takes the room that it gets (called by Qt)."""
        wanted = super().sizeHint()
        text = self.fontMetrics().horizontalAdvance(_plain(self.text()))
        least = _LEAST * self.fontMetrics().averageCharWidth()
        return QSize(wanted.width() - max(0, text - least), wanted.height())

    def minimumSizeHint(self) -> QSize:
        """The same as `sizeHint` (called by Qt)."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Show the full text if it is elided (called by Qt)."""
        return _tells_whole(self, event, _plain(self.text()), self.shown) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the box, and its text elided to the available width (called by Qt)."""
        _draw(self, QStyle.ControlElement.CE_CheckBox)


class ElidedButton(PushButton):
    """A push button beside texts that need the room more: its words are elided, not cut off."""

    @property
    def shown(self) -> str:
        """The part of the words that fits."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        pixels = QStyle.PixelMetric
        edge = self.style().pixelMetric(pixels.PM_ButtonMargin, option, self)
        room = self.width() - 2 * edge
        if self.menu() is not None:
            room -= self.style().pixelMetric(pixels.PM_MenuButtonIndicator, option, self)
        cut, flags = Qt.TextElideMode.ElideRight, Qt.TextFlag.TextShowMnemonic
        return self.fontMetrics().elidedText(self.text(), cut, room, int(flags))

    def event(self, event: QEvent) -> bool:
        """Show the full text if it is elided (called by Qt)."""
        return _tells_whole(self, event, _plain(self.text()), self.shown) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it with the words that fit (called by Qt)."""
        _draw(self, QStyle.ControlElement.CE_PushButton)


def _plain(text: str) -> str:
    """The words of a button, in whose text each "&" is doubled."""
    return text.replace("&&", "&")


def _draw(button: ElidedCheckBox | ElidedButton, control: QStyle.ControlElement) -> None:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    option.text = button.shown
    painter = QStylePainter(button)
    painter.drawControl(control, option)
    painter.end()


def _tells_whole(widget: QWidget, event: QEvent, text: str, shown: str) -> bool:
    """Show the tool tip of elided words if `event` asks for it; return whether it did."""
    if isinstance(event, QHelpEvent) and not widget.toolTip() and "…" in shown:
        QToolTip.showText(event.globalPos(), text, widget)
        return True
    return False

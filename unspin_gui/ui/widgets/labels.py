"""Shared by dialogs and bars: labels, tints, sizes, announcements for screen readers."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

_FRAME = QSize(24, 48)
_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


def plain_label(text: str, *, selectable: bool = False) -> QLabel:
    """A label that wraps and shows its text literally, markup and ampersands included."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    # As tall as its lines require at the current width, and no taller.
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    if selectable:
        label.setTextInteractionFlags(_SELECTABLE)
    return label


def heading(text: str, scale: float = 1.3) -> QLabel:
    """A label in larger, bolder letters."""
    label = plain_label(text)
    label.setFont(scaled(label.font(), scale, bold=True))
    return label


def quiet(text: str) -> QLabel:
    """A label for secondary information."""
    label = plain_label(text)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def scaled(font: QFont, scale: float, *, bold: bool = False) -> QFont:
    """The font in another size."""
    other = QFont(font)
    other.setPointSizeF(font.pointSizeF() * scale)
    other.setBold(bold)
    return other


def zoomed(points: float, usual: float) -> QFont:
    """Return the program's font, scaled like a text of `points` instead of `usual`."""
    font = QFont(QApplication.font())
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * points / usual)
    else:
        font.setPixelSize(max(1, round(font.pixelSize() * points / usual)))
    return font


class PushButton(QPushButton):
    """A push button that Return presses while it has the focus, and never from elsewhere.

    Qt's own are either pressed from elsewhere too or leave Return to the default button of the
    dialog, which does something other than what the focused one says.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses it (called by Qt)."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def button(text: str, act: Callable[[], object], parent: QWidget | None = None) -> PushButton:
    """A push button that calls `act`."""
    made = PushButton(text, parent)
    made.clicked.connect(lambda _checked: act())
    return made


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """The colour between two, with `share` (0..1) of the other."""
    mix = [
        round(a + (b - a) * share)
        for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    ]
    return QColor(*mix)


def is_dark(palette: QPalette) -> bool:
    """Whether text is lighter than its background."""
    return palette.windowText().color().lightness() > palette.window().color().lightness()


def announce(owner: QObject, text: str, *, urgent: bool = False) -> None:
    """Make a screen reader say `text`."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - not to start

    event = QAccessibleAnnouncementEvent(owner, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def resize_on_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window this size, or less if it and its frame would not fit on the screen."""
    room = window.screen().availableSize() - _FRAME
    window.resize(QSize(width, height).boundedTo(room))


def claims_escape(event: QEvent) -> bool:
    """Reserve Esc for a widget that it closes, whatever the window uses the key for.

    To be called in the widget's `event`, which should return True if this does.
    """
    is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
    if is_key and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
        event.accept()
        return True
    return False

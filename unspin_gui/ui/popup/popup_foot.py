"""The foot of the suggestion popup: whether the review continues by keys, and by which."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from unspin_gui.ui.actions.actions import first_key
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.session.ignored_in_row import WeakRest
from unspin_gui.ui.session.review_loop import ReviewLoop
from unspin_gui.ui.widgets.labels import scaled
from unspin_gui.ui.widgets.palettes import mixed
from unspin_gui.ui.widgets.theme import Theme

_BETWEEN = "  ·  "
_FIXED = "\u00a0"
"""A key and what it does stay on one line."""


class Foot(NamedTuple):
    """The text at the foot: the state of the review, and the user's keys for two actions.

    `offer` are places that may be ignored together.
    """

    by_keys: bool
    left: int
    offer: WeakRest | None = None
    next_key: str = ""
    undo_key: str = ""


def foot_of(review: ReviewLoop, window: QWidget) -> Foot:
    """Return the foot for the state of the review, with the keys of the window's actions."""
    keys = []
    for name in ("actionNextSuspect", "actionUndo"):
        action = window.findChild(QAction, name)
        keys.append(first_key(action) if action is not None else "")
    return Foot(review.by_keys, len(review.suspects), review.offer, *keys)


class PopupFoot(QWidget):
    """A strip along the lower edge, tinted while the review continues by keys."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._by_keys = False
        self.setObjectName("popupFoot")
        self.state = QLabel()
        self.keys = QLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 5, 18, 6)
        column.setSpacing(1)
        for label in (self.state, self.keys):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            column.addWidget(label)
        self._fit_font()

    def changeEvent(self, event: QEvent) -> None:
        """Adapt to another font size (called by Qt)."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_font()

    def _fit_font(self) -> None:
        self.state.setFont(scaled(self.font(), 0.9, bold=True))
        self.keys.setFont(scaled(self.font(), 0.86))

    def show_foot(self, foot: Foot) -> None:
        """Show the state and its keys."""
        self._by_keys = foot.by_keys
        self.state.setVisible(foot.by_keys)
        self.state.setText(self.tr("Review by keys: {0} left").format(number(foot.left)))
        parts = (part.replace(" ", _FIXED) for part in self._keys_of(foot))
        self.keys.setText(_BETWEEN.join(parts))
        self.setAccessibleName(self.text())
        palette = self.keys.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour("muted"))
        self.keys.setPalette(palette)
        self.update()

    def _keys_of(self, foot: Foot) -> list[str]:
        if not foot.by_keys:
            return [
                self.tr("Letters: your own wording"),
                self.tr("Ctrl+Enter: accept, then review by keys"),
                self.tr("Esc: close"),
            ]
        parts = [
            self.tr("Digits, Enter: accept"),
            self.tr("I, D, N: ignore"),
            self.tr("Letters, Tab: your own wording"),
            self.tr("Del: delete"),
        ]
        if foot.next_key:
            parts.append(self.tr("{0}: skip").format(foot.next_key))
        if foot.undo_key:
            parts.append(self.tr("{0}: undo").format(foot.undo_key))
        return [*parts, self.tr("Esc: end")]

    def text(self) -> str:
        """The whole text, for screen readers."""
        state = [self.state.text()] if self._by_keys else []
        keys = self.keys.text().replace(_BETWEEN, "; ").replace(_FIXED, " ")
        return ". ".join([*state, keys])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a tint of the accent and an edge, or the popup's background (called by Qt)."""
        if not self._by_keys:
            return
        painter = QPainter(self)
        accent = self._theme.colour("accent")
        inside = self.rect().adjusted(1, 0, -1, -1)  # the border of the popup is drawn around it
        painter.fillRect(inside, mixed(self._theme.colour("raised"), accent, 0.14))
        painter.fillRect(QRect(inside.topLeft(), QSize(4, inside.height())), accent)

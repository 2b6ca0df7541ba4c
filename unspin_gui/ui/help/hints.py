"""Four hints on the sample, one after another, each beside what it describes."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from unspin_gui.ui.actions.actions import Actions, first_key
from unspin_gui.ui.base.translating import tr
from unspin_gui.ui.widgets.labels import announce, button, plain_label, quiet

_WIDTH = 300
_GAP = 12


class Hint(NamedTuple):
    """The text and the widget it describes; `key` is its name in the settings."""

    key: str
    anchor: QWidget
    text: str


class HintBubble(QWidget):
    """A bubble over the window. It takes no focus by itself.

    Signals: next_wanted(), end_wanted().
    """

    next_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("hintBubble")
        self.text = plain_label("")
        self.count = quiet("")
        self.count.setWordWrap(False)
        self.next_button = button(self.tr("Got it"), self.next_wanted.emit)
        self.next_button.setObjectName("hintNext")
        self.end_button = button(self.tr("No more hints"), self.end_wanted.emit)
        self.end_button.setObjectName("hintEnd")
        self.end_button.setFlat(True)
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        row.addWidget(self.end_button)
        row.addWidget(self.next_button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 14, 12)
        column.setSpacing(10)
        column.addWidget(self.text)
        column.addLayout(row)
        self.hide()

    def show_hint(self, hint: Hint, number: int, total: int) -> None:
        """Show a hint beside its widget."""
        self.text.setText(hint.text)
        self.count.setText(self.tr("{0} of {1}").format(number, total))
        self.setAccessibleName(hint.text)
        width = max(_WIDTH, self._column.minimumSize().width())  # some languages need more words
        self.setFixedSize(width, self._column.heightForWidth(width))
        self.place(hint.anchor)
        self.show()
        self.raise_()
        announce(self, hint.text)

    def place(self, anchor: QWidget) -> None:
        """Move to the lower right of a large widget, or below a small one; inside the window."""
        corner = anchor.mapTo(self._window, QPoint(0, 0))
        if anchor.height() > self.height() + 2 * _GAP:
            x = corner.x() + anchor.width() - self.width() - 2 * _GAP
            y = corner.y() + anchor.height() - self.height() - 2 * _GAP
        else:
            x, y = corner.x(), corner.y() + anchor.height() + _GAP
        room = self._window.rect().adjusted(_GAP, _GAP, -self.width() - _GAP, -self.height() - _GAP)
        self.move(max(room.left(), min(x, room.right())), max(room.top(), min(y, room.bottom())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the hints (called by Qt)."""
        if event.key() == Qt.Key.Key_Escape:
            self.end_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with an edge in the accent colour (called by Qt)."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().highlight().color(), 2))
        painter.setBrush(self.palette().alternateBase())
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        painter.end()


class Hints(QObject):
    """Shows the hints not dismissed yet.

    Signals: dismissed(str): the hint with this key need not be shown again.
    """

    dismissed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._hints: list[Hint] = []
        self._total = 0
        self.bubble = HintBubble(window)
        self.bubble.next_wanted.connect(self._on_next)
        self.bubble.end_wanted.connect(self.end)
        window.installEventFilter(self)

    @property
    def current(self) -> Hint | None:
        """The hint being shown."""
        return self._hints[0] if self._hints else None

    def start(self, hints: Sequence[Hint], dismissed: Collection[str] = ()) -> None:
        """Show these one after another, unless dismissed or their widget is hidden."""
        self._hints = [h for h in hints if h.key not in dismissed and h.anchor.isVisible()]
        self._total = len(self._hints)
        for hint in self._hints:
            hint.anchor.installEventFilter(self)
        self._show()

    def _show(self) -> None:
        if self._hints:
            self.bubble.show_hint(self._hints[0], self._total - len(self._hints) + 1, self._total)
        else:
            self.bubble.hide()

    @Slot()
    def _on_next(self) -> None:
        if self._hints:
            self.dismissed.emit(self._hints.pop(0).key)
        self._show()

    @Slot()
    def end(self) -> None:
        """Dismiss all hints."""
        while self._hints:
            self.dismissed.emit(self._hints.pop(0).key)
        self._show()

    @Slot()
    def pause(self) -> None:
        """Hide the bubble without dismissing anything, for example when another text is opened."""
        self._hints = []
        self._show()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay beside the widget when it or the window is resized (called by Qt)."""
        moved = event.type() in (QEvent.Type.Resize, QEvent.Type.Move)
        if moved and self.current is not None:
            self.bubble.place(self.current.anchor)
        return False


def sample_hints(
    actions: Actions, source: QWidget, corrected: QWidget, suspects: QWidget
) -> tuple[Hint, ...]:
    """Return the four hints, with the current keys of the actions."""
    marks = tr("Marked words read as spun. Click one to see what the original may have said.")
    keys = tr(
        "By keyboard: {0} shows the suggestions for the next mark, a digit accepts one "
        "and moves on; {1} accepts the best at once."
    )
    left = tr(
        "Everything still open, grouped by phrase. If a place is fine as it is, {0} ignores it."
    )
    save = tr("{0} saves this text beside the source. Your choices go into your glossary.")
    two = [_key(actions, n) for n in ("NextSuspect", "AcceptBest")]
    return (
        Hint("marks", source, marks),
        Hint("keys", corrected, keys.format(*two)),
        Hint("list", suspects, left.format(_key(actions, "IgnoreHere"))),
        Hint("save", corrected, save.format(_key(actions, "Save"))),
    )


def _key(actions: Actions, name: str) -> str:
    action = actions[f"action{name}"]
    return first_key(action) or actions.title(action)

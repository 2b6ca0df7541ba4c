"""The popup as a window of its own: where it opens, how it looks, and what closes it."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRect, QSize, Qt, Slot
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.popup.popup_body import PopupBody
from unspin_gui.ui.popup.popup_place import place_beside, room_beside
from unspin_gui.ui.widgets.theme import Theme


class PopupFrame(QFrame):
    """Holds the body beside its phrase until anything else is used."""

    def __init__(self, body: PopupBody, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._window = parent
        self.body = body
        self.theme = theme
        self._pane: QPlainTextEdit | None = None
        self._open_for = QElapsedTimer()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(body)
        QApplication.instance().applicationStateChanged.connect(self._on_state)  # type: ignore[union-attr]

    def _place(self, anchor: QRect, pane: QWidget) -> None:
        """Take the position and size that fit beside `anchor`."""
        screen, width = pane.screen().availableGeometry(), self.body.wanted_width()
        self.body.fit(room_beside(width, anchor, screen))
        size = QSize(width, self.body.wanted_height())
        self.setGeometry(place_beside(size, anchor, screen))

    def _hold(self, pane: QPlainTextEdit) -> None:
        """Attach to a pane, to notice when it moves under the popup."""
        self._pane = pane
        self._open_for.start()
        pane.verticalScrollBar().valueChanged.connect(self._on_moved)
        pane.selectionChanged.connect(self._on_moved)
        pane.installEventFilter(self)
        self._window.installEventFilter(self)

    @Slot()
    def _on_moved(self) -> None:
        self.moved()

    def moved(self) -> None:
        """Close, since the pane has moved under the popup."""
        self.leave()

    @Slot()
    def leave(self) -> None:
        """Close for good; actions that continue elsewhere close only the popup."""
        self.close()

    def hideEvent(self, event: QHideEvent) -> None:
        """Release the pane and return the keyboard to the window (called by Qt)."""
        super().hideEvent(event)
        is_active = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        if is_active and not self._window.isActiveWindow():
            # Not every platform returns it by itself; where one does, keys typed until the window
            # manager had answered would be lost.
            self._window.activateWindow()
        if self._pane is not None:
            self._pane.verticalScrollBar().valueChanged.disconnect(self._on_moved)
            self._pane.selectionChanged.disconnect(self._on_moved)
            self._pane.removeEventFilter(self)
            self._window.removeEventFilter(self)
            self._pane = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the pane is resized, and keys sent to the window (called by Qt)."""
        if watched is self._pane and event.type() == QEvent.Type.Resize:
            self._on_moved()
        if watched is self._window and event.type() == QEvent.Type.KeyPress:
            # Not every platform sends all keys to a popup.
            QApplication.sendEvent(self, event)
            return True
        return super().eventFilter(watched, event)

    @Slot(Qt.ApplicationState)
    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive and self.isVisible():
            self.leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click outside, and pass the click on to where it was made (called by Qt)."""
        if self.rect().contains(event.position().toPoint()):
            super().mousePressEvent(event)
            return
        mark, again = self.body.mark, self._open_for.elapsed() < QApplication.doubleClickInterval()
        self.leave()
        place = self._window.mapFromGlobal(event.globalPosition().toPoint())
        under = self._window.childAt(place)
        pane = under.parentWidget() if under is not None else None
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if isinstance(under, QAbstractButton):
            under.click()
        if not isinstance(pane, Pane):
            return
        point = pane.viewport().mapFrom(self._window, place)
        if again and mark is not None and pane.mark_at(point) == mark:
            pane.click_again(point)
        else:
            pane.click(point)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Close when the wheel is turned outside (called by Qt)."""
        if self.rect().contains(event.position().toPoint()):
            event.accept()
        else:
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a plain background with a thin border (called by Qt)."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.theme.colour("raised"))
        painter.setPen(self.theme.colour("outline"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

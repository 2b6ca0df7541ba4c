"""Keeps the keyboard where the user works when the focused widget disappears."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QWidget
from shiboken6 import isValid

_MOST = 8
"""How many of the last focused widgets are remembered, so that one of them still exists."""


class FocusKeeper(QObject):
    """Gives the focus back to the text, table or field that had it last in a window.

    A button that is hidden or disabled by its own action passes the focus to the next widget,
    whichever that is; keys would then act where the user is not looking.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._places: list[QWidget] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._give_back)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @Slot(QWidget, QWidget)
    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and self._has_gone(old):
            self._later.start()
        elif new is not None and new.window() is self._window:
            self._later.stop()
            if isinstance(new, QAbstractScrollArea | QLineEdit):
                self._places = [new, *(one for one in self._places if one is not new)][:_MOST]

    def _has_gone(self, widget: QWidget) -> bool:
        inside = isValid(widget) and widget.window() is self._window
        return inside and not self._can_have_focus(widget)

    def _can_have_focus(self, widget: QWidget) -> bool:
        return widget.isVisibleTo(self._window) and widget.isEnabledTo(self._window)

    @Slot()
    def _give_back(self) -> None:
        self._places = [one for one in self._places if isValid(one)]
        there = (one for one in self._places if self._can_have_focus(one))
        place = next(there, None)
        if place is not None:
            place.setFocus()

"""A tool bar that drops words before it hides buttons."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QActionEvent, QResizeEvent
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

_Style = Qt.ToolButtonStyle
_WORDY, _SHORT, _TIGHT = range(3)


class FittingToolBar(QToolBar):
    """Icons with words where there is room, otherwise icons alone, with the words as tool tips.

    `kept` names the actions that keep their words longest.

    Signals: tightened(bool): whether other widgets in it should take as little room as possible.
    """

    tightened = Signal(bool)

    def __init__(
        self, title: str, kept: Collection[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self._kept = frozenset(kept)
        self._level = _WORDY
        self._widths: dict[int, int] = {}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.fit)
        self.setToolButtonStyle(_Style.ToolButtonTextBesideIcon)

    @Slot()
    def fit(self) -> None:
        """Show as many words as there is room for."""
        for level in (_WORDY, _SHORT, _TIGHT):
            if level not in self._widths:
                self._show(level)
                self._widths[level] = self.sizeHint().width()
            if self._widths[level] <= self.width():
                break
        if level != self._level:
            self._show(level)

    def _show(self, level: int) -> None:
        self._level = level
        for action in self.actions():
            # For a separator, Python would have to find out the class of its widget.
            button = None if action.isSeparator() else self.widgetForAction(action)
            if isinstance(button, QToolButton):
                last = _SHORT if action.objectName() in self._kept else _WORDY
                words = level <= last or button.icon().isNull()
                beside, alone = _Style.ToolButtonTextBesideIcon, _Style.ToolButtonIconOnly
                button.setToolButtonStyle(beside if words else alone)
        self.tightened.emit(level == _TIGHT)

    def event(self, event: QEvent) -> bool:
        """Keep the status bar free (called by Qt): the tool tip says what a button is for.

        Over a button that was just pressed, a tip in the status bar would hide the report of the
        action.
        """
        return event.type() == QEvent.Type.StatusTip or super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width (called by Qt)."""
        super().resizeEvent(event)
        self.fit()

    def actionEvent(self, event: QActionEvent) -> None:
        """Measure again, since buttons or their words have changed (called by Qt)."""
        super().actionEvent(event)
        self._measure_again()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again, since font or style has changed (called by Qt)."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure_again()

    def _measure_again(self) -> None:
        """Discard the measurements and fit later, since many such changes come at once."""
        self._widths.clear()
        self._later.start()

"""The dock of the window that holds the list of suspects."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QWidget

from unspin_gui.ui.widgets.banner import cross


class ListDock(QDockWidget):
    """Can be moved, detached (by double-clicking its title) and closed.

    Signals:
        put_away(): the user closes it.
    """

    put_away = Signal()

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suspectDock")
        self.setWindowTitle(self.tr("Suspects"))
        self.setWidget(content)
        self.setTitleBarWidget(self._title())

    def _title(self) -> QWidget:
        """A title with a close button; Qt's own buttons do not follow the palette."""
        title = QWidget()
        name = QLabel(self.windowTitle())
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setContentsMargins(0, 7, 0, 7)
        close = cross("suspectDockClose", self.tr("Close the list"))
        close.clicked.connect(self.put_away)
        row = QHBoxLayout(title)
        row.setContentsMargins(10, 0, 6, 0)
        row.addWidget(name, 1)
        row.addWidget(close)
        return title

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whether the dock is shown is a setting, which decides (called by Qt)."""
        event.ignore()
        self.put_away.emit()

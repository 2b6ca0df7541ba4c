"""The dock of the window that holds the list of suspects."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDockWidget, QWidget

from unspin_gui.ui.widgets.banner import cross, dock_title


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
        close = cross("suspectDockClose", self.tr("Close the list"))
        close.clicked.connect(self.put_away)
        self.setTitleBarWidget(dock_title(self.windowTitle(), close))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave it to the setting whether the dock is shown (called by Qt)."""
        event.ignore()
        self.put_away.emit()

"""The layout of the window when it was closed, for the next start."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDockWidget, QHeaderView, QMainWindow, QSplitter, QToolBar

from unspin_gui.ui.window.frame_size import bytes_of, stored_at

_VERSION = 2
"""Version of the layout of docks and tool bars; version 1 gave the list all the room."""
_USUAL = 340
_LARGEST_SHARE = 0.4
_USUAL_FILES = 330
_WIDE = 1200
"""Pixels; in a narrower window a third column would leave the texts too little room."""
_ORDERS = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
_ACROSS = {
    Qt.DockWidgetArea.LeftDockWidgetArea: Qt.Orientation.Horizontal,
    Qt.DockWidgetArea.RightDockWidgetArea: Qt.Orientation.Horizontal,
    Qt.DockWidgetArea.TopDockWidgetArea: Qt.Orientation.Vertical,
    Qt.DockWidgetArea.BottomDockWidgetArea: Qt.Orientation.Vertical,
}


class MovableParts(NamedTuple):
    """The parts of a window that the user can move or sort."""

    dock: QDockWidget
    splitter: QSplitter
    header: QHeaderView


class WindowState:
    """An ini file with the size of a window and the layout of its parts.

    Values that are missing or damaged yield the default layout. `files` is the dock with the list
    of files, once there is one.
    """

    def __init__(self, path: Path, window: QMainWindow, parts: MovableParts) -> None:
        self._path = path
        self.window = window
        self._parts = parts
        self.files: QDockWidget | None = None

    def restore(self) -> None:
        """Restore the layout; in a window that is smaller now the texts get most of the room."""
        window, parts = self.window, self._parts
        # A central widget that Qt has not shown yet counts as none: the dock would get all the
        # room.
        if centre := window.centralWidget():
            centre.show()
        stored = stored_at(self._path)
        window.restoreState(bytes_of(stored, "state"), _VERSION)
        for bar in window.findChildren(QToolBar):
            bar.show()  # a window that was closed before it was shown has noted it as hidden
        column = _number(stored, "sorted", -1)
        if -1 <= column < parts.header.count():
            down = _number(stored, "descending", 0)
            parts.header.setSortIndicator(column, _ORDERS[bool(down)])
        self._share_room()
        handle = window.windowHandle()
        if handle and _is_growing(window):
            for changed in (handle.widthChanged, handle.heightChanged):
                changed.connect(self._share_room, Qt.ConnectionType.SingleShotConnection)

    def _share_room(self, _size: int = 0) -> None:
        """Give list and texts the room they had."""
        window, parts = self.window, self._parts
        stored = stored_at(self._path)
        orientation, room, _size = _measured(window, parts.dock)
        is_smaller = room < _number(stored, "room", room)
        most = int(_LARGEST_SHARE * room) if is_smaller else room
        size = _number(stored, "list", min(_USUAL, room // 3))
        window.resizeDocks([parts.dock], [max(1, min(size, most))], orientation)
        parts.splitter.restoreState(bytes_of(stored, "splitter"))

    def take_in(self, files: QDockWidget) -> None:
        """Put the list of files where it was; at first beside the texts, if they keep their room.

        Otherwise it is above the list of suspects.
        """
        window, self.files = self.window, files
        if not window.restoreDockWidget(files):
            if window.width() >= _WIDE:
                window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, files)
            else:
                list_area = window.dockWidgetArea(self._parts.dock)
                window.addDockWidget(list_area, files)
                window.splitDockWidget(files, self._parts.dock, Qt.Orientation.Vertical)
        files.show()
        orientation, room, _size = _measured(window, files)
        size = _number(stored_at(self._path), "files", min(_USUAL_FILES, room // 4))
        window.resizeDocks([files], [max(1, min(size, int(_LARGEST_SHARE * room)))], orientation)

    def keep(self) -> None:
        """Record the layout."""
        window, parts = self.window, self._parts
        stored = stored_at(self._path)
        stored.setValue("geometry", window.saveGeometry())
        stored.setValue("state", window.saveState(_VERSION))
        stored.setValue("splitter", parts.splitter.saveState())
        stored.setValue("sorted", parts.header.sortIndicatorSection())
        stored.setValue("descending", _ORDERS.index(parts.header.sortIndicatorOrder()))
        if parts.dock.isVisible() and not parts.dock.isFloating():
            _orientation, room, size = _measured(window, parts.dock)
            stored.setValue("room", room)
            stored.setValue("list", size)
        files = self.files
        if files is not None and files.isVisible() and not files.isFloating():
            stored.setValue("files", _measured(window, files)[2])
        stored.sync()


def _is_growing(window: QMainWindow) -> bool:
    """Whether the window has yet to be maximised: desktops do that later."""
    full = window.isMaximized() or window.isFullScreen()
    return full and window.size() == window.normalGeometry().size()


def _measured(window: QMainWindow, dock: QDockWidget) -> tuple[Qt.Orientation, int, int]:
    """The direction in which window and dock share the room, the room, and the dock's part."""
    area = window.dockWidgetArea(dock)
    if _ACROSS.get(area) == Qt.Orientation.Vertical:
        return Qt.Orientation.Vertical, window.height(), dock.height()
    return Qt.Orientation.Horizontal, window.width(), dock.width()


def _number(stored: QSettings, name: str, usual: int) -> int:
    """A whole number, which an ini file stores as text."""
    try:
        return int(str(stored.value(name)))
    except ValueError:
        return usual

"""The layout of the window when it was closed, for the next start."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QHeaderView, QMainWindow, QSplitter, QToolBar

from unspin_gui.ui.window.frame_size import bytes_of, stored_at

_VERSION = 2
"""Version of the layout of docks and tool bars; version 1 gave the list all the room."""
_USUAL = 340
_LARGEST_SHARE = 0.4
_LARGEST_HEIGHT = 0.6
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
    tool_bar: QToolBar


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
        parts.tool_bar.show()  # a window closed before it was shown recorded it as hidden
        column = _number(stored, "sorted", -1)
        if -1 <= column < parts.header.count():
            down = _number(stored, "descending", 0)
            parts.header.setSortIndicator(column, _ORDERS[bool(down)])
        self._share_room()
        if _is_growing(window) and (handle := window.windowHandle()):
            for changed in (handle.widthChanged, handle.heightChanged):
                changed.connect(self._share_room, Qt.ConnectionType.SingleShotConnection)

    def _share_room(self, _size: int = 0) -> None:
        """Give list and texts the room that they had."""
        window, parts = self.window, self._parts
        stored = stored_at(self._path)
        orientation, room, _size = _measured(window, parts.dock)
        is_smaller = room < _number(stored, "room", room)
        most = int(_LARGEST_SHARE * room) if is_smaller else room
        size = _number(stored, "list", min(_USUAL, room // 3))
        window.resizeDocks([parts.dock], [max(1, min(size, most))], orientation)
        parts.splitter.restoreState(bytes_of(stored, "splitter"))

    def take_in(self, files: QDockWidget) -> None:
        """Put the list of files where it was; initially beside the texts, if these keep their room.

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
        self._share_with_files()
        once = Qt.ConnectionType.SingleShotConnection
        if not self._parts.dock.isVisible():  # it appears with the first text
            self._parts.dock.visibilityChanged.connect(self._share_soon, once)
        self._share_soon()

    def _share_soon(self, _shown: bool = True) -> None:  # noqa: FBT001, FBT002 - from a signal
        """Share the room once the window is laid out; before that Qt takes sizes for shares."""
        QTimer.singleShot(0, self.window, self._share_with_files)

    def _share_with_files(self) -> None:
        """Give the list of files the room it had; the other list keeps its own."""
        window, files, stored = self.window, self.files, stored_at(self._path)
        if files is None:
            return
        self._share_room()
        if self._is_across:
            most = int(_LARGEST_HEIGHT * window.height())
            height = min(_number(stored, "files height", most // 2), most)
            other = self._parts.dock
            rest = files.height() + other.height() - height
            is_shared = window.dockWidgetArea(files) == window.dockWidgetArea(other)
            docks, sizes = ([files, other], [height, rest]) if is_shared else ([files], [height])
            window.resizeDocks(docks, [max(1, size) for size in sizes], Qt.Orientation.Vertical)
        if window.dockWidgetArea(files) != window.dockWidgetArea(self._parts.dock):
            most = int(_LARGEST_SHARE * window.width())
            width = min(_number(stored, "files", _USUAL_FILES), most)
            window.resizeDocks([files], [max(1, width)], Qt.Orientation.Horizontal)

    @property
    def _is_across(self) -> bool:
        """Whether the list of files has its own height: it is horizontal, or shares its column."""
        window, files = self.window, self.files
        if files is None:
            return False
        area = window.dockWidgetArea(files)
        is_flat = _ACROSS.get(area) == Qt.Orientation.Vertical
        return is_flat or area == window.dockWidgetArea(self._parts.dock)

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
            stored.setValue("files", files.width())
            if self._is_across:
                stored.setValue("files height", files.height())
        stored.sync()


def _is_growing(window: QMainWindow) -> bool:
    """Whether the window is still to be maximised: desktops do that later."""
    full = window.isMaximized() or window.isFullScreen()
    return full and window.size() == window.normalGeometry().size()


def _measured(window: QMainWindow, dock: QDockWidget) -> tuple[Qt.Orientation, int, int]:
    """Return the direction in which window and dock share the room, its size, the dock's part."""
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

"""The last size of the window, which is needed for the first paint.

Separate from WindowState, which looks up Qt's enums: the first of them takes as long as painting
the frame.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow


def restore_frame(window: QMainWindow, path: Path) -> None:
    """Give the window its last size, limited to the screen; `path` is its ini file."""
    frame = QSize(40, 80)
    window.resize(QSize(1440, 900).boundedTo(window.screen().availableSize() - frame))
    window.restoreGeometry(bytes_of(stored_at(path), "geometry"))


def stored_at(path: Path) -> QSettings:
    """The values in an ini file."""
    return QSettings(str(path), QSettings.Format.IniFormat)


def bytes_of(stored: QSettings, name: str) -> QByteArray:
    """A binary value written by Qt; empty if it is missing or damaged."""
    value = stored.value(name)
    return value if isinstance(value, QByteArray) else QByteArray()

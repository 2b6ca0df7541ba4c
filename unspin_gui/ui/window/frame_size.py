"""The size that the window had when it was closed, which the first paint needs already.

Kept apart from WindowState: that looks up Qt's enums, and the first of them takes as long as
painting the frame.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow


def restore_frame(window: QMainWindow, path: Path) -> None:
    """Give the window its last size, bounded to the screen; `path` is its ini file."""
    frame = QSize(40, 80)
    window.resize(QSize(1440, 900).boundedTo(window.screen().availableSize() - frame))
    window.restoreGeometry(bytes_of(stored_at(path), "geometry"))


def stored_at(path: Path) -> QSettings:
    """What is kept in an ini file."""
    return QSettings(str(path), QSettings.Format.IniFormat)


def bytes_of(stored: QSettings, name: str) -> QByteArray:
    """A value of Qt's own making; empty where it is missing or damaged."""
    value = stored.value(name)
    return value if isinstance(value, QByteArray) else QByteArray()

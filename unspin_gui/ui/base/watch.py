"""Notices that another program may have changed a file."""

import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from unspin_gui.core.errors import UnspinError

_SETTLED = 200
"""Milliseconds to wait after a change on disk, since other programs write in steps."""


class Watch(QObject):
    """Watches one file and its folder, since Qt loses the file after an atomic replace.

    Signals:
        stirred(): something happened to the file or beside it, and then nothing for a moment.
    """

    stirred = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SETTLED)
        self._soon.timeout.connect(self.stirred)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._soon.start)
        self._watcher.directoryChanged.connect(self._soon.start)

    @property
    def watched(self) -> tuple[str, ...]:
        """The files and folders being watched."""
        return (*self._watcher.files(), *self._watcher.directories())

    def follow(self, path: Path | None) -> None:
        """Watch this file instead of any other, or again if Qt has lost it."""
        if path != self._path and self.watched:
            self._watcher.removePaths(self.watched)
        self._path = path
        if path is not None:
            wanted = {str(one) for one in (path, path.parent) if os.access(one, os.F_OK)}
            if missing := sorted(wanted - set(self.watched)):
                self._watcher.addPaths(missing)


def pass_over(_error: UnspinError) -> None:
    """Ignore that the file cannot be read while being written; another change will follow."""

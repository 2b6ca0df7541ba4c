"""The dock with the files to work through: their list, their progress, and the commands."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.application.file_queue import QueueKey
from unspin_gui.ui.queue.files_table import FilesTable
from unspin_gui.ui.queue.queue_owner import QueueOwner
from unspin_gui.ui.widgets.banner import cross, dock_title
from unspin_gui.ui.widgets.elided import ElidedButton, ElidedLabel
from unspin_gui.ui.widgets.theme import Theme

_LARGEST_SHARE, _NARROW_SHARE = 0.28, 0.2
"""If a list beside the texts takes more than the first share of a shrinking window, it gets the
second share.
"""
_PAUSE = 200
"""Milliseconds between two updates of the list while files are read."""


class FilesDock(QDockWidget):
    """Follows the queue; the first of `actions` has a button of its own, the others a menu.

    Signals: put_away(): the user closes the list.
    """

    put_away = Signal()

    def __init__(
        self, owner: QueueOwner, theme: Theme, actions: Sequence[QAction], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._owner = owner
        self.setObjectName("fileDock")
        self.setWindowTitle(self.tr("Files"))
        self.table = FilesTable(theme.list_icon)
        self.summary = ElidedLabel(cut=Qt.TextElideMode.ElideRight, name=self.tr("All files"))
        self.summary.setObjectName("fileSummary")
        close = cross("fileDockClose", self.tr("Close the list of files"))
        close.clicked.connect(self.put_away)
        self.setTitleBarWidget(dock_title(self.windowTitle(), close))
        self.setWidget(self._content(actions))
        self._later_fit = QTimer(self, singleShot=True, interval=0)
        self._later_fit.timeout.connect(self._fit)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self.flush)
        owner.order = self._order
        owner.changed.connect(self._on_changed)
        owner.current_changed.connect(self._on_current)
        owner.ahead.rested.connect(self._on_changed)
        self.table.file_chosen.connect(self._on_chosen)
        theme.changed.connect(self.table.viewport().update)
        parent.installEventFilter(self)
        self.flush()

    def _content(self, actions: Sequence[QAction]) -> QWidget:
        content = _Content()
        first, *others = actions
        finish = ElidedButton(self.tr("Finish"))
        finish.setObjectName("fileFinish")
        finish.setToolTip(first.statusTip())
        finish.clicked.connect(first.trigger)
        more = ElidedButton(self.tr("All files"))
        more.setObjectName("fileMore")
        menu = QMenu(more)
        menu.addActions(others)
        more.setMenu(menu)
        foot = QHBoxLayout()
        for made in (finish, more):
            made.setMinimumWidth(64)
            foot.addWidget(made)
        column = QVBoxLayout(content)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.table, 1)
        column.addWidget(self.summary)
        column.addLayout(foot)
        content.setFocusProxy(self.table)
        return content

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave enough room for the texts when the window becomes narrow (called by Qt)."""
        if event.type() == QEvent.Type.Resize and not self.isFloating() and self.isVisible():
            self._later_fit.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _fit(self) -> None:
        window = self.parentWidget()
        if isinstance(window, QMainWindow) and self.width() > _LARGEST_SHARE * window.width():
            is_beside = self.height() > 0.7 * window.height()
            if is_beside:
                size = round(_NARROW_SHARE * window.width())
                window.resizeDocks([self], [size], Qt.Orientation.Horizontal)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the owner decide, since closing it gives up the list (called by Qt)."""
        event.ignore()
        self.put_away.emit()

    # ---- following ----------------------------------------------------------------------

    @Slot()
    def _on_changed(self) -> None:
        if not self._later.isActive():
            self._later.start()

    @Slot()
    def flush(self) -> None:
        """Show the rows as they are now."""
        self._later.stop()
        self.table.files.follow(self._owner.queue.ordered)
        self.summary.setText(self._in_words())

    def _order(self) -> Sequence[QueueKey]:
        if self._later.isActive():
            self.flush()
        return self.table.files.keys

    @Slot()
    def _on_current(self) -> None:
        self.flush()
        self.table.show_current(self._owner.current)

    @Slot(object)
    def _on_chosen(self, key: QueueKey) -> None:
        self._owner.open(key)

    def _in_words(self) -> str:
        totals = self._owner.queue.totals
        parts = [
            self.tr("%Ln files", "", totals.files),
            self.tr("%Ln finished", "", totals.finished),
            self.tr("%Ln marks open", "", totals.suspects),
        ]
        if totals.errors:
            parts.append(self.tr("%Ln cannot be read", "", totals.errors))
        left = totals.files - totals.counted - totals.errors
        if self._owner.filling.is_filling:
            parts.append(self.tr("looking for files…"))
        elif left and not self._owner.ahead.is_resting:
            parts.append(self.tr("%Ln not read yet", "", left))
        return ", ".join(parts)


class _Content(QWidget):
    """Wide enough for names and marks."""

    def sizeHint(self) -> QSize:
        """A narrow column (called by Qt)."""
        return QSize(330, 400)

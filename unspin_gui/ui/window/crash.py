"""Handles failures of the program itself: saves unsaved work, shows one report, continues."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from unspin_gui.ui.widgets.labels import button, heading, plain_label, resize_on_screen

_LOG = logging.getLogger(__name__)
_MOST = 10
"""The most different errors in one report."""


class CrashReporter(QObject):
    """Receives uncaught exceptions, from slots, overrides and worker threads alike.

    It lives as long as `owner`; `front` is the window over which the report is shown; `flush`
    writes unsaved work to the journals and returns whether it succeeded.

    Signals: failed(str): a traceback, passed on to the GUI thread.
    """

    failed = Signal(str)

    def __init__(
        self,
        owner: QObject,
        front: Callable[[], QWidget | None],
        flush: Callable[[], bool],
    ) -> None:
        super().__init__(owner)
        self._front = front
        self._flush = flush
        self._reports: list[str] = []
        self._dialog: CrashDialog | None = None
        self.failed.connect(self._on_failed)

    def install(self) -> None:
        """Install the exception hooks, until `uninstall`."""
        sys.excepthook = self.handle
        threading.excepthook = self._handle_in_thread

    def uninstall(self) -> None:
        """Restore Python's own hooks."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an exception and pass it on; may be called on any thread.

        Once the program is ending there is no window to report to, so Python prints it.
        """
        if issubclass(kind, KeyboardInterrupt | SystemExit) or not isValid(self):
            sys.__excepthook__(kind, error, trace)
            return
        _LOG.critical("unexpected error", exc_info=(kind, error, trace))
        self.failed.emit("".join(traceback.format_exception(kind, error, trace)))

    def _handle_in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.handle(told.exc_type, told.exc_value, told.exc_traceback)

    @Slot(str)
    def _on_failed(self, trace: str) -> None:
        saved = self._save()
        if trace not in self._reports and len(self._reports) < _MOST:
            self._reports.append(trace)
        if self._dialog is None or not isValid(self._dialog):
            self._dialog = CrashDialog(self._front())
            self._dialog.finished.connect(self._on_closed)
            self._dialog.open()
        self._dialog.show_report(self._reports, saved=saved)

    def _save(self) -> bool:
        """Write the journal. A failure there is reported, not raised again."""
        try:
            return self._flush()
        except Exception:  # noqa: BLE001 (the last line of defence)
            _LOG.exception("the journal could not be written")
            return False

    @Slot()
    def _on_closed(self) -> None:
        self._reports = []
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


class CrashDialog(QDialog):
    """Says in words what happened, with a report to copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crashDialog")
        self.setWindowTitle(self.tr("An error in the program"))
        self.words = plain_label("")
        self.report = QPlainTextEdit()
        self.report.setObjectName("crashReport")
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        row = QHBoxLayout()
        row.addStretch(1)
        self.copy_button = button(self.tr("&Copy Report"), self.copy)
        self.copy_button.setObjectName("crashCopy")
        row.addWidget(self.copy_button)
        row.addWidget(button(self.tr("&Continue"), self.accept))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(10)
        column.addWidget(heading(self.tr("Something went wrong in the program"), 1.2))
        column.addWidget(self.words)
        column.addWidget(self.report, 1)
        column.addLayout(row)
        resize_on_screen(self, 640, 460)

    def show_report(self, traces: list[str], *, saved: bool) -> None:
        """Show these tracebacks; `saved` says whether unsaved work is in the journal."""
        from unspin_gui.ui.help.about import system_info  # noqa: PLC0415 - only when it is wanted

        safe = self.tr(
            "Your unsaved work is safe and will be offered at the next start. You can continue."
        )
        unsafe = self.tr("Your unsaved work could not be written to the journal: save it now.")
        asked = self.tr(
            "The report contains none of your files, but may quote a few words of the text."
        )
        self.words.setText(f"{safe if saved else unsafe} {asked}")
        self.report.setPlainText("\n".join([system_info(), "", *traces]))

    @Slot()
    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())

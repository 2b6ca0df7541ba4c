"""Makes sure that unsaved work is in the journals whenever the program ends or fails."""

import os
import signal

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from unspin_gui.ui.base.tasks import is_stuck
from unspin_gui.ui.window.crash import CrashReporter
from unspin_gui.ui.window.main_window import MainWindow


def stand_guard(app: QApplication) -> None:
    """Handle uncaught exceptions, logging out and signals from now on."""
    CrashReporter(app, _front_window, _flush_journals).install()
    app.commitDataRequest.connect(_flush_journals)
    _end_on_signals(app)


def wind_up(status: int) -> int:
    """End the workers of windows that were not closed; returns the exit status."""
    for left in _still_open():
        left.end_workers()
    if is_stuck():
        os._exit(status)  # the interpreter would wait forever; everything that matters is on disk
    return status


def _still_open() -> list[MainWindow]:
    return [window for window in MainWindow.opened if isValid(window) and window.is_furnished]


def _front_window() -> MainWindow | None:
    """The active window, or any other that is open."""
    windows = _still_open()
    return next((w for w in windows if w.isActiveWindow()), next(iter(windows), None))


def _flush_journals() -> bool:
    """Write unsaved work where the next start finds it; returns whether all of it is there."""
    kept = [_is_safe(w) for w in _still_open()]
    return all(kept)


def _is_safe(window: MainWindow) -> bool:
    services = window.parts.services
    return services.recovery.flush() or not services.session.history.is_dirty


def _end_on_signals(app: QApplication) -> None:
    """Make SIGTERM and Ctrl+C end the program properly, after writing the journals."""

    def finish() -> None:
        _flush_journals()
        # Not quit(), which asks about unsaved work although nobody may be there to answer.
        QApplication.exit(0)

    def end(_number: int, _frame: object) -> None:
        # Python calls this between any two instructions, even while a journal is being written.
        QTimer.singleShot(0, app, finish)

    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
    ticks = QTimer(app, interval=500)
    ticks.timeout.connect(_let_python_run)
    ticks.start()


def _let_python_run() -> None:
    """Do nothing: Python handles signals only between its own instructions."""

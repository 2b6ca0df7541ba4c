"""The window's program: arguments, the QApplication, and everything wired together."""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from unspin_gui import __version__
from unspin_gui.paths import resources, user_paths
from unspin_gui.store.settings_file import load_settings
from unspin_gui.ui.collector import collect_on
from unspin_gui.ui.main_window import MainWindow
from unspin_gui.ui.tasks import is_stuck

_TURN = 0.0005
"""Seconds that a worker may keep the GUI thread from Python: painting a table asks a thousand
times, and each time would wait the usual 5 ms while the text is analysed."""


def open_window(
    files: Sequence[str | Path] = (),
    *,
    home: str | Path | None = None,
    glossary: str | Path | None = None,
) -> MainWindow:
    """Build and show the main window in the running QApplication.

    The first of `files` is opened in it, each further one in a window of its own. `home` is a
    folder used like the variable UNSPIN_HOME; `glossary` is used instead of the user's own.
    Analysis is finished when the window's property `analysing` is False.
    """
    application = QApplication.instance()
    if application is not None:
        collect_on(application)
    sys.setswitchinterval(_TURN)
    paths = user_paths(home)
    window = MainWindow(paths, load_settings(paths.settings), glossary=glossary)
    window.show()
    if files:
        window.open_file(Path(files[0]))
        for other in files[1:]:
            window.open_in_new_window(Path(other))
    return window


def run(files: Sequence[str], *, glossary: str | None = None) -> int:
    """Start the program with these files; returns its exit status."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("unspin_gui")
    app.setApplicationDisplayName("unspin")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("io.github.unspin_gui.unspin_gui")
    app.setWindowIcon(QIcon(str(resources() / "icons" / "unspin-gui.svg")))
    settings = load_settings(user_paths().settings)
    wanted = files or (settings.recent[:1] if settings.reopen_last else ())
    open_window(wanted, glossary=glossary)
    from unspin_gui.ui.crash import CrashReporter  # noqa: PLC0415 - the window is there first

    CrashReporter(app, _front_window, _flush_journals).install()
    app.commitDataRequest.connect(_flush_journals)
    _end_on_signals(app)
    status = app.exec()
    for left in _still_open():
        left.end_workers()
    if is_stuck():
        os._exit(status)  # the interpreter would wait for it for ever; all that matters is on disk
    return status


def _still_open() -> list[MainWindow]:
    return [window for window in MainWindow.opened if isValid(window)]


def _front_window() -> MainWindow | None:
    """The window that is in use, else any that is open."""
    windows = _still_open()
    return next((w for w in windows if w.isActiveWindow()), next(iter(windows), None))


def _flush_journals() -> bool:
    """Write what is unsaved where the next start finds it; whether all of it is there."""
    kept = [w.safekeeping.flush() or not w.session.history.is_dirty for w in _still_open()]
    return all(kept)


def _end_on_signals(app: QApplication) -> None:
    """SIGTERM and Ctrl+C end the program in order: the journals are written first."""

    def finish() -> None:
        _flush_journals()
        # Not quit(): that asks about unsaved work, and nobody is there to answer.
        QApplication.exit(0)

    def end(_number: int, _frame: object) -> None:
        # Python calls this between any two instructions, also while a journal is being written.
        QTimer.singleShot(0, app, finish)

    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
    ticks = QTimer(app, interval=500)
    ticks.timeout.connect(_let_python_run)
    ticks.start()


def _let_python_run() -> None:
    """Python handles signals only between its own instructions."""

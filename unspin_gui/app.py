"""The program with the window: arguments, the QApplication, and all the wiring."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from unspin_gui.ui.base.plain_import import restore_import  # first: it helps all other imports

# isort: split
from PySide6.QtWidgets import QApplication

from unspin_gui import __version__
from unspin_gui.paths import UserPaths, resources, user_paths
from unspin_gui.store.files.settings_file import load_settings
from unspin_gui.ui.base.gui_collector import collect_on
from unspin_gui.ui.base.preferences_store import PreferencesStore
from unspin_gui.ui.window.main_window import MainWindow

_TURN = 0.0005
"""Seconds that a worker thread may keep the GUI thread waiting for the interpreter: painting a
table calls into Python a thousand times, and during analysis each call would wait the default 5
ms.
"""


def open_window(
    files: Sequence[str | Path] = (),
    *,
    home: str | Path | None = None,
    glossary: str | Path | None = None,
) -> MainWindow:
    """Build and show the main window in the running QApplication.

    A single one of `files` is opened in it; several, or a folder, become a list of files in it.
    `home` is a folder used like the variable UNSPIN_HOME; `glossary` replaces the user's own. The
    analysis has finished when the window's property `analysing` is False.
    """
    window = _frame(files, _preferences(user_paths(home)), glossary)
    window.furnish()
    return window


def run(files: Sequence[str], *, glossary: str | None = None) -> int:
    """Start the program with these files; returns its exit status."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("unspin_gui")
    app.setApplicationDisplayName("unspin")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("io.github.unspin_gui.unspin_gui")
    preferences = _preferences(user_paths())
    settings = preferences.settings
    wanted = files or (settings.recent[:1] if settings.reopen_last else ())
    window = _frame(wanted, preferences, glossary)
    window.first_painted.connect(partial(_go_on, app, window))
    status = app.exec()
    from unspin_gui.ui.window.shutdown import wind_up  # noqa: PLC0415 - the frame is painted first

    return wind_up(status)


def _preferences(paths: UserPaths) -> PreferencesStore:
    """The preferences of windows already open on these folders, otherwise those last saved."""
    stores = (window.preferences for window in MainWindow.opened)
    shared = next((store for store in stores if store.paths == paths), None)
    return shared or PreferencesStore(paths, load_settings(paths.settings))


def _frame(
    files: Sequence[str | Path], preferences: PreferencesStore, glossary: str | Path | None
) -> MainWindow:
    """Show a window without its parts."""
    application = QApplication.instance()
    if application is not None:
        collect_on(application)
    restore_import()
    sys.setswitchinterval(_TURN)
    window = MainWindow(preferences, [Path(file) for file in files], glossary=glossary)
    window.show()
    return window


def _go_on(app: QApplication, window: MainWindow) -> None:
    """Do what had to wait for the first paint."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - reads the picture, too

    from unspin_gui.ui.window.shutdown import stand_guard  # noqa: PLC0415 - the frame is painted first

    app.setWindowIcon(QIcon(str(resources() / "icons" / "unspin-gui.svg")))
    stand_guard(app)
    window.furnish()

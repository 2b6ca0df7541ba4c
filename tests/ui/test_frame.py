"""The start: a frame is on the screen before the parts are made."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from unspin_gui.paths import user_paths
from unspin_gui.settings import Settings
from unspin_gui.ui.base.preferences_store import PreferencesStore
from unspin_gui.ui.widgets.palettes import LOOKS
from unspin_gui.ui.window.main_window import MainWindow


@pytest.fixture
def frame(own_home: Path, no_language: None, tmp_path: Path) -> MainWindow:
    path = tmp_path / "article.txt"
    path.write_text("The husband or wife forces left.", encoding="utf-8")
    return MainWindow(PreferencesStore(user_paths(own_home), Settings(theme="dark")), [path])


def test_it_is_painted_in_its_look_and_furnished_after_that(
    qtbot: QtBot, frame: MainWindow
) -> None:
    with qtbot.waitSignal(frame.first_painted, timeout=60_000):
        frame.show()
    assert not frame.is_furnished
    assert frame.property("analysing")
    assert frame.grab().toImage().pixelColor(9, 9) == QColor(LOOKS["dark"].window)
    frame.furnish()
    pane = frame.findChild(QPlainTextEdit, "sourcePane")
    qtbot.waitUntil(lambda: not frame.property("analysing"), timeout=60_000)
    assert pane.toPlainText() == "The husband or wife forces left."
    frame.furnish()
    assert frame.findChildren(QPlainTextEdit, "sourcePane") == [pane]
    frame.close()


def test_a_frame_that_is_closed_is_not_furnished(frame: MainWindow) -> None:
    frame.show()
    frame.close()
    frame.furnish()
    assert not frame.is_furnished
    assert frame not in MainWindow.opened
    frame.end_workers()


def test_nothing_that_is_loaded_before_the_first_paint_names_the_enums_of_qt() -> None:
    """The first use of the name space `Qt` makes Python classes of all of them."""
    code = (
        "import sys; from unspin_gui import app, display; "
        "print(*(m.__file__ for n, m in sys.modules.items() if n.startswith('unspin_gui')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert any(path.endswith("main_window.py") for path in loaded)
    for path in loaded:
        body = ast.parse(Path(path).read_text(encoding="utf-8")).body
        names = {a.name for one in body if isinstance(one, ast.ImportFrom) for a in one.names}
        assert "Qt" not in names, path


_LATER = ("cli", "language", "store.formats", "store.report", "store.exchange")
_LATER_OF_UI = ("batch", "glossary.editor", "popup", "preferences", "queue")


_SLOW = ("numpy", "dataclasses")
"""To make a frozen dataclass takes as long as to import two modules."""
_NO_WIDGETS = ("QWizard", "QGraphicsView", "QMdiArea", "QFileDialog", "QMessageBox")


def test_a_window_without_a_text_loads_no_source_and_nothing_that_it_does_not_need(
    own_home: Path, tmp_path: Path
) -> None:
    """PySide6 would read the source of each module that is loaded after it.

    It also makes the classes of all widgets, to find out what a plain QWidget of Qt's own is.
    """
    rooms = [f"unspin_gui.{room}" for room in (*_LATER, *(f"ui.{room}" for room in _LATER_OF_UI))]
    code = (
        "import os, sys; from unspin_gui import app\n"
        "read = []\n"
        "def note(event, details):\n"
        "    if event == 'open' and str(details[0]).endswith('.py'): read.append(details[0])\n"
        "def furnish(application, window):\n"
        "    sys.addaudithook(note); go_on(application, window)\n"
        f"    late = [name for name in sys.modules if name.startswith({(*_SLOW, *rooms)})]\n"
        "    from PySide6.QtWidgets import QWidget\n"
        "    made = QWidget.__subclasses__()\n"
        "    for kind in made: made += kind.__subclasses__()\n"
        "    names = {kind.__name__ for kind in made}\n"
        f"    late += names.intersection({_NO_WIDGETS})\n"
        "    print('Pane' in names, read, late, flush=True)\n"
        "    os._exit(0)\n"
        "go_on, app._go_on = app._go_on, furnish\n"
        "app.run([])\n"
    )
    environment = {
        name: os.environ[name] for name in os.environ.keys() - {"PYTHONDONTWRITEBYTECODE"}
    }
    environment |= {"UNSPIN_HOME": str(own_home), "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled")}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)  # compiles them
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout == "True [] []\n"

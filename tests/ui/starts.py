"""A program of its own: starts windows one after the other on one screen, and measures them.

Run as `python starts.py STARTS`, where STARTS is a JSON list of {"home": folder, "acts": names};
it prints a JSON list with what each window looked like when it was left. Another process can
have a screen of another size, which the one that runs the tests cannot.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QRect, QSettings, Qt
from PySide6.QtWidgets import QApplication, QToolButton

from unspin_gui.app import open_window
from unspin_gui.ui.window.main_window import MainWindow

_AREA, _UP = Qt.DockWidgetArea, Qt.SortOrder.AscendingOrder
_TEXT = "The husband or wife forces left. A calendar year ago they came.\n" * 20
_GLOSSARY = """\
# unspin glossary 1
- spun: husband or wife forces
  fix: partner forces
- spun: calendar year ago
  fix: year ago
"""


def _dock_at(area: Qt.DockWidgetArea) -> Callable[[MainWindow], object]:
    return lambda window: window.addDockWidget(area, window.parts.views.dock)


def _float(window: MainWindow) -> None:
    window.parts.views.dock.setFloating(True)
    window.parts.views.dock.setGeometry(QRect(60, 80, 410, 390))


def _put_away(window: MainWindow) -> None:
    button = window.parts.views.dock.findChild(QToolButton, "suspectDockClose")
    assert button is not None
    button.click()


def _drag(window: MainWindow) -> None:
    """Move both borders, as a user does."""
    window.resizeDocks(
        [window.parts.views.dock], [int(window.width() * 0.31)], Qt.Orientation.Horizontal
    )
    window.resizeDocks([window.parts.views.dock], [260], Qt.Orientation.Vertical)
    window.parts.views.editors.splitter.setSizes([1000, 1700])


def _widen(window: MainWindow) -> None:
    """Give the list more than half of the window."""
    window.resizeDocks(
        [window.parts.views.dock], [int(window.width() * 0.55)], Qt.Orientation.Horizontal
    )
    window.resizeDocks(
        [window.parts.views.dock], [int(window.height() * 0.55)], Qt.Orientation.Vertical
    )


def _drag_files(window: MainWindow) -> None:
    """Move the border of the list of files."""
    files = window.parts.queue.dock
    assert files is not None
    window.resizeDocks([files], [int(window.width() * 0.19)], Qt.Orientation.Horizontal)


def _files_below(window: MainWindow) -> None:
    files = window.parts.queue.dock
    assert files is not None
    window.addDockWidget(_AREA.BottomDockWidgetArea, files)


ACTS: dict[str, Callable[[MainWindow], object]] = {
    "left": _dock_at(_AREA.LeftDockWidgetArea),
    "right": _dock_at(_AREA.RightDockWidgetArea),
    "bottom": _dock_at(_AREA.BottomDockWidgetArea),
    "floating": _float,
    "closed": _put_away,
    "show": lambda window: window.parts.actions["actionShowList"].setChecked(True),
    "drag": _drag,
    "widen": _widen,
    "drag files": _drag_files,
    "files below": _files_below,
    "sort": lambda window: window.parts.views.suspects.table.sortByColumn(
        0, Qt.SortOrder.DescendingOrder
    ),
    "unsort": lambda window: window.parts.views.suspects.table.horizontalHeader().setSortIndicator(
        -1, _UP
    ),
    "zoom": lambda window: window.parts.commands.view.zoom(3),
    "dark": lambda window: window.preferences.change(theme="dark"),
    "maximised": lambda window: window.showMaximized(),
    "full": lambda window: window.parts.actions["actionFullScreen"].trigger(),
    "small": lambda window: window.resize(window.screen().availableSize().width() - 40, 640),
}


def measure(window: MainWindow) -> dict[str, object]:
    """What a user sees of it."""
    dock, header = window.parts.views.dock, window.parts.views.suspects.table.horizontalHeader()
    files = window.parts.queue.dock
    return {
        "window": window.width(),
        "maximised": window.isMaximized(),
        "full": [window.isFullScreen(), window.parts.actions["actionFullScreen"].isChecked()],
        "list": [dock.width(), dock.height()] if dock.isVisible() else None,
        "files": [files.width(), files.height()]
        if files is not None and files.isVisible()
        else None,
        "area": window.dockWidgetArea(dock).name,
        "floating": list(dock.geometry().getRect()) if dock.isFloating() else None,
        "panes": [pane.width() for pane in window.parts.views.editors.panes if pane.isVisible()],
        "columns": [header.sectionSize(k) for k in range(header.count()) if dock.isVisible()],
        "sorted": [header.sortIndicatorSection(), header.sortIndicatorOrder().name],
        "phrases": [
            row.phrase for row in window.parts.views.suspects.model.rows if dock.isVisible()
        ],
        "font": window.parts.views.editors.source.font().pointSizeF(),
        "look": window.palette().window().color().name(),
    }


def settle(window: MainWindow) -> None:
    """Wait until nothing is read, looked for or laid out."""
    while window.property("analysing") or window.parts.views.progress.is_growing:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    for _round in range(10):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def write_as_earlier(home: Path) -> None:
    """Make the kept places look like those of an earlier version of the program."""
    (file,) = home.rglob("window.ini")
    stored = QSettings(str(file), QSettings.Format.IniFormat)
    state = bytes(stored.value("state").data())
    assert state[4:8] == (2).to_bytes(4)
    stored.setValue("state", state[:4] + (1).to_bytes(4) + state[8:])
    for name in ("list", "room"):
        stored.remove(name)
    stored.sync()


def start(home: Path, acts: list[str]) -> dict[str, object]:
    """One start on the text, or without one ("empty"), and its end; what was seen before that.

    With "list" it is a start on the text and another one.

    With "earlier" an earlier version had closed the window before.
    """
    file = home / "text.txt"
    if not file.exists():
        home.mkdir(parents=True, exist_ok=True)
        file.write_text(_TEXT, encoding="utf-8")
        (home / "data").mkdir()
        (home / "data" / "glossary.yaml").write_text(_GLOSSARY, encoding="utf-8")
    if "earlier" in acts:
        write_as_earlier(home)
    other = file.with_name("other.txt")
    other.write_text(f"Another text. {_TEXT}", encoding="utf-8")
    files = [] if "empty" in acts else [file, other] if "list" in acts else [file]
    window = open_window(files, home=home)
    settle(window)
    for act in acts:
        if act not in {"empty", "earlier", "list"}:
            ACTS[act](window)
            settle(window)
    seen = measure(window)
    window.close()
    settle_end()
    return seen


def settle_end() -> None:
    """Let what was closed go."""
    for _round in range(3):
        QApplication.processEvents()


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    from unspin_gui.application import knowledge_loading, layers

    knowledge_loading.read_language = lambda _cache: lambda known: known
    layers.starter_glossaries = lambda: ()
    print(json.dumps([start(Path(s["home"]), s["acts"]) for s in json.loads(sys.argv[1])]))

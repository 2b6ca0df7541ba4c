"""A whole review by mouse alone: no key reaches the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from unspin_gui.app import open_window
from unspin_gui.core.suspects import Suspect
from unspin_gui.paths import resources
from unspin_gui.ui.batch_dialog import BatchDialog
from unspin_gui.ui.main_window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier


class KeyWatch(QObject):
    """Counts the keys that are pressed in the application."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen += event.type() == QEvent.Type.KeyPress
        return False


@pytest.fixture
def keys(qapp: QApplication) -> Iterator[KeyWatch]:
    watch = KeyWatch()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


class Mouse:
    """Clicks on what a person sees."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        self.session = window.session

    def __call__(self, widget: QWidget, at: QPoint | None = None, *, shift: bool = False) -> None:
        held = SHIFT if shift else Qt.KeyboardModifier.NoModifier
        left = Qt.MouseButton.LeftButton
        self.qtbot.mouseClick(widget, left, held, at or widget.rect().center())

    def tool(self, name: str) -> None:
        self(self.window.actions_.tool_bar.widgetForAction(self.window.actions_[name]))

    def row(self, number: int, *, shift: bool = False) -> None:
        table, model = self.window.list.table, self.window.list.model
        table.scrollTo(model.index(number, 0))
        self(table.viewport(), table.visualRect(model.index(number, 0)).center(), shift=shift)

    def mark(self, suspect: Suspect, side: int) -> None:
        pane = self.window.desk.panes[side]
        self(pane.viewport(), pane.rects(suspect.span)[0].center())
        assert self.window.popup.isVisible()

    def suggestion(self, number: int) -> None:
        shown = self.window.popup.list
        self(shown.viewport(), shown.visualItemRect(shown.item(number)).center())

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.property("analysing"), timeout=30000)


def settle_one(mouse: Mouse, way: int) -> None:
    """Settle the first suspect in one of the ways there are."""
    window = mouse.window
    mouse.row(0)
    suspect = window.session.suspects[0]
    assert window.session.current == suspect.span
    if way == 3:
        mouse.tool("actionIgnoreHere")
        return
    mouse.mark(suspect, way % 2)
    if way == 0 and window.popup.list.count():
        mouse.suggestion(window.popup.list.count() - 1)
    else:
        mouse(window.popup.body.rows.rows["document" if way == 1 else "here"])


def test_from_open_to_save_without_a_key(
    qtbot: QtBot, keys: KeyWatch, tmp_path: Path, own_home: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes((resources() / "samples" / "sample.txt").read_bytes())
    window = open_window([path], home=own_home)
    mouse, session = Mouse(qtbot, window), window.session
    mouse.settle()
    for way in (0, 1, 2, 3, 0):
        before = len(session.suspects)
        settle_one(mouse, way)
        assert len(session.suspects) < before
        mouse.settle()
    mouse.tool("actionUndo")
    mouse.tool("actionRedo")
    mouse.tool("actionAcceptAll")
    mouse(window.findChild(BatchDialog).replace)
    mouse.settle()
    mouse.row(0)
    mouse.row(window.list.model.rowCount() - 1, shift=True)
    mouse(window.list.second)
    mouse.settle()
    assert not session.suspects
    mouse(window.guidance.finish.save)
    saved = path.with_name("article.corrected.txt")
    qtbot.waitUntil(saved.exists)
    assert saved.read_text(encoding="utf-8") == session.corrected != session.source
    assert keys.seen == 0
    window.filing.give_up()
    window.close()

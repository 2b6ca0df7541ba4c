"""A whole review by keys alone: no mouse event reaches the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from unspin_gui.app import open_window
from unspin_gui.paths import resources
from unspin_gui.ui.main_window import MainWindow

SEED = Path(__file__).resolve().parents[3] / "shared" / "eval" / "dev" / "seed.txt"
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseMove)


class MouseWatch(QObject):
    """Counts the mouse events of the application."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.seen += event.type() in _MOUSE
        return False


@pytest.fixture
def mouse(qapp: QApplication) -> Iterator[MouseWatch]:
    watch = MouseWatch()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


class Keys:
    """Presses keys wherever the focus is, like a person without a mouse."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    def __call__(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.focus(), key, modifier)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.focus(), text)

    def focus(self) -> QWidget:
        popup = self.window.popup
        widget = popup.focusWidget() if popup.isVisible() else QApplication.focusWidget()
        return widget or self.window

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.property("analysing"), timeout=30000)


def review(keys: Keys) -> None:
    """Go through everything that is flagged: accept, reword, ignore, undo, go on."""
    window, session = keys.window, keys.window.session
    ways = 0
    while session.suspects and ways < 400:
        keys(Qt.Key.Key_F8)
        before = len(session.suspects)
        if ways % 5 == 0:
            keys(Qt.Key.Key_Period, CTRL)
            assert window.popup.isVisible()
            keys(Qt.Key.Key_1)
        elif ways % 5 == 1:
            keys(Qt.Key.Key_Period, CTRL)
            keys(Qt.Key.Key_Tab)
            keys.type("reworded")
            keys(Qt.Key.Key_Return)
        elif ways % 5 == 2:
            keys(Qt.Key.Key_Period, CTRL)
            keys(Qt.Key.Key_I)
        elif ways % 5 == 3:
            keys(Qt.Key.Key_Backspace, CTRL)
            keys(Qt.Key.Key_Z, CTRL)
            assert len(session.suspects) == before
            keys(Qt.Key.Key_Y, CTRL)
        else:
            keys(Qt.Key.Key_Return, CTRL)
            if window.popup.isVisible():
                keys(Qt.Key.Key_D)
        keys.qtbot.waitUntil(lambda before=before: len(session.suspects) < before)
        ways += 1
        if ways % 10 == 0:
            keys.settle()
    keys.settle()


@pytest.mark.parametrize(
    "article",
    [
        resources() / "samples" / "sample.txt",
        pytest.param(SEED, marks=pytest.mark.skipif(not SEED.exists(), reason="not here")),
    ],
    ids=["sample", "seed"],
)
def test_from_open_to_save_without_a_mouse(
    qtbot: QtBot, mouse: MouseWatch, article: Path, tmp_path: Path, own_home: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(article.read_bytes())
    window = open_window([path], home=own_home)
    keys = Keys(qtbot, window)
    keys.settle()
    qtbot.waitUntil(window.desk.corrected.hasFocus)
    assert len(window.session.suspects) > 10
    review(keys)
    while window.session.suspects:
        review(keys)
    keys(Qt.Key.Key_S, CTRL)
    saved = path.with_name("article.corrected.txt")
    qtbot.waitUntil(saved.exists)
    assert saved.read_text(encoding="utf-8") == window.session.corrected
    assert "reworded" in saved.read_text(encoding="utf-8")
    assert "reworded" in (own_home / "data" / "glossary.yaml").read_text(encoding="utf-8")
    assert mouse.seen == 0
    window.filing.give_up()
    window.close()

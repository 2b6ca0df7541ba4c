"""A whole review by keys alone: no mouse event reaches the program."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reviewing import MOUSE, Hand, none_of

from unspin_gui.ui.window.main_window import MainWindow

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Keys(Hand):
    """Presses keys wherever the focus is, like a person without a mouse."""

    def __call__(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.focus(), key, modifier)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.focus(), text)

    def focus(self) -> QWidget:
        popup = self.window.parts.popup_control.popup
        widget = popup.focusWidget() if popup.isVisible() else QApplication.focusWidget()
        return widget or self.window


def settle_one(keys: Keys, way: int) -> None:
    """Settle the next suspect in one of the ways there are."""
    keys(Qt.Key.Key_F8)
    before = len(keys.session.suspects)
    if way == 0:
        keys(Qt.Key.Key_Period, CTRL)
        assert keys.window.parts.popup_control.popup.isVisible()
        keys(Qt.Key.Key_1)
    elif way == 1:
        keys(Qt.Key.Key_Period, CTRL)
        keys(Qt.Key.Key_Tab)
        keys.type("reworded")
        keys(Qt.Key.Key_Return)
    elif way == 2:
        keys(Qt.Key.Key_Period, CTRL)
        keys(Qt.Key.Key_I)
    elif way == 3:
        keys(Qt.Key.Key_Backspace, CTRL)
        keys(Qt.Key.Key_Z, CTRL)
        assert len(keys.session.suspects) == before
        keys(Qt.Key.Key_Y, CTRL)
    else:
        keys(Qt.Key.Key_Return, CTRL)
        if keys.window.parts.popup_control.popup.isVisible():
            keys(Qt.Key.Key_D)
    keys.resolved(before)


def review(keys: Keys) -> None:
    """Go through everything that is flagged: accept, reword, ignore, undo, go on."""
    ways = 0
    while keys.session.suspects and ways < 400:
        settle_one(keys, ways % 5)
        ways += 1
        if ways % 10 == 0:
            keys.settle()
    keys.settle()


def test_from_open_to_save_without_a_mouse(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, own_home: Path
) -> None:
    with none_of(qapp, MOUSE):
        keys = Keys(qtbot, tmp_path, own_home)
        keys.settle()
        keys(Qt.Key.Key_O, CTRL)
        qtbot.waitUntil(lambda: bool(keys.session.source))
        keys.settle()
        qtbot.waitUntil(keys.window.parts.views.editors.corrected.hasFocus)
        assert len(keys.session.suspects) > 10
        while keys.session.suspects:
            review(keys)
        keys(Qt.Key.Key_S, CTRL)
        keys.check_files()
    assert "reworded" in keys.session.corrected
    assert "reworded" in (own_home / "data" / "glossary.yaml").read_text(encoding="utf-8")
    keys.close()


@pytest.mark.parametrize("moves_on", [False, True])
def test_tab_is_a_character_unless_it_is_to_leave_the_text(
    open_main: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot, *, moves_on: bool
) -> None:
    """Where it is one, the key that leaves the text is told."""
    path = tmp_path / "a.txt"
    path.write_text("They left.", encoding="utf-8")
    window = open_main(path)
    window.parts.services.preferences.change(tab_moves_on=moves_on)
    pane = window.parts.views.editors.corrected
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_Tab)
    assert ("\t" in window.session.corrected) is not moves_on
    assert pane.hasFocus() is not moves_on
    assert ("F6" in pane.accessibleDescription()) is not moves_on
    qtbot.keyClick(pane, Qt.Key.Key_F6)
    assert not pane.hasFocus()
    source = window.parts.views.editors.source
    source.setFocus()
    qtbot.keyClick(source, Qt.Key.Key_Tab)
    assert not source.hasFocus()

"""The table of actions and what is built from it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from unspin_gui import paths
from unspin_gui.settings import Settings
from unspin_gui.ui.actions.action_rows import rows
from unspin_gui.ui.actions.action_table import MENUS, TOOL_BAR
from unspin_gui.ui.actions.actions import Actions, build_actions, clashes, keys_text, plain
from unspin_gui.ui.window.main_window import MainWindow

NAMES = [
    "actionOpen",
    "actionSave",
    "actionSaveAs",
    "actionSaveGlossary",
    "actionUndo",
    "actionRedo",
    "actionNextSuspect",
    "actionPreviousSuspect",
    "actionShowSuggestions",
    "actionAcceptBest",
    "actionAcceptAllIdentical",
    "actionAcceptAll",
    "actionIgnoreHere",
    "actionIgnoreInDocument",
    "actionNeverFlag",
    "actionRestore",
    "actionMarkAsSpun",
    "actionEditGlossary",
    "actionFind",
    "actionLockScrolling",
    "actionCopyCorrected",
    "actionPreferences",
    "actionShortcuts",
    "actionManual",
]


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window: QMainWindow) -> Actions:
    return build_actions(window, Settings())


@pytest.mark.parametrize("name", NAMES)
def test_promised_actions_are_there(actions: Actions, name: str) -> None:
    assert actions[name].objectName() == name


def test_no_name_is_used_twice() -> None:
    names = [row.name for menu in MENUS for row in rows(menu)]
    assert len(names) == len(set(names))


def test_every_action_says_what_it_does(actions: Actions) -> None:
    assert [a.objectName() for a in actions if len(a.statusTip()) < 5] == []


def test_no_key_is_used_twice(actions: Actions) -> None:
    assert clashes(actions) == {}


def test_no_key_is_a_letter_typed_with_altgr(
    qtbot: QtBot, open_main: Callable[[], MainWindow]
) -> None:
    """Windows tells AltGr as Ctrl and Alt: Polish and US-International type ś and í that way."""
    window = open_main()
    keys = [key for action in window.findChildren(QAction) for key in action.shortcuts()]
    keys += [shortcut.key() for shortcut in window.findChildren(QShortcut)]
    altgr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    strokes = [key[n] for key in keys for n in range(key.count())]
    assert len(strokes) > 40
    assert [
        s for s in strokes if s.keyboardModifiers() & altgr == altgr and s.key() < 0x1000000
    ] == []


def test_every_key_of_the_table_is_one(actions: Actions) -> None:
    for menu in MENUS:
        for row in rows(menu):
            assert len(actions[row.name].shortcuts()) == len(row.keys), row.name


def test_mnemonics_differ_within_a_menu(actions: Actions) -> None:
    for menu in actions.menus.values():
        texts = [a.text().replace("&&", "") for a in menu.actions() if "&" in a.text()]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert len(letters) == len(set(letters)), (menu.objectName(), letters)


def test_own_keys_replace_the_default_ones(window: QMainWindow) -> None:
    actions = build_actions(
        window, Settings(shortcuts={"actionOpen": "F9; Ctrl+Alt+O", "actionSave": ""})
    )
    assert [k.toString() for k in actions["actionOpen"].shortcuts()] == ["F9", "Ctrl+Alt+O"]
    assert actions["actionSave"].shortcuts() == []
    actions.apply_shortcuts({})
    assert actions["actionOpen"].shortcut() == QKeySequence("Ctrl+O")


def test_unreadable_keys_are_left_out(window: QMainWindow) -> None:
    actions = build_actions(window, Settings(shortcuts={"actionOpen": "garbage; F9"}))
    assert keys_text(actions["actionOpen"]) == "F9"


def test_tool_bar_has_its_actions(actions: Actions) -> None:
    names = [a.objectName() for a in actions.tool_bar.actions()]
    assert names == [name for name, _short in TOOL_BAR]


def test_a_changed_text_leaves_the_tool_bar_alone(actions: Actions) -> None:
    actions["actionUndo"].setText("&Undo accept “week” (3 places)")
    assert actions["actionUndo"].iconText() == "Undo"


def test_every_icon_is_drawn() -> None:
    wanted = {row.icon for menu in MENUS for row in rows(menu) if row.icon}
    there = {path.stem for path in (paths.resources() / "icons").glob("*.svg")}
    assert wanted <= there


def test_one_view_is_on_at_a_time(actions: Actions) -> None:
    actions["actionViewMarked"].setChecked(True)
    actions["actionViewFinal"].trigger()
    assert not actions["actionViewMarked"].isChecked()


def test_tips_name_the_keys(actions: Actions) -> None:
    assert actions["actionOpen"].toolTip() == "Open a text to review (Ctrl+O)"


def test_plain_text_keeps_a_real_ampersand() -> None:
    assert plain("&Save && go…") == "Save & go"

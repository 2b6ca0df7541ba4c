"""The tool bar gives up words before it hides anything."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStatusTipEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from unspin_gui.ui.base.languages import speak
from unspin_gui.ui.window.main_window import MainWindow

ALONE = Qt.ToolButtonStyle.ToolButtonIconOnly


@pytest.fixture(params=["en", "de"])
def window(
    open_main: Callable[..., MainWindow], tmp_path: Path, request: pytest.FixtureRequest
) -> MainWindow:
    path = tmp_path / "a.txt"
    path.write_text("The husband or wife forces left.", encoding="utf-8")
    window = open_main()
    window.preferences.change(language=request.param)
    speak(request.param)
    other = open_main(path)
    speak("en")
    return other


def alone(window: MainWindow) -> set[str]:
    """The actions that are shown by their icon alone."""
    bar = window.parts.actions.tool_bar
    buttons = {a.objectName(): bar.widgetForAction(a) for a in bar.actions() if a.objectName()}
    return {
        name
        for name, button in buttons.items()
        if isinstance(button, QToolButton) and button.toolButtonStyle() == ALONE
    }


@pytest.mark.parametrize("width", [900, 1280])
def test_nothing_is_behind_the_arrow(qtbot: QtBot, window: MainWindow, width: int) -> None:
    bar = window.parts.actions.tool_bar
    window.resize(width, 600)
    qtbot.waitUntil(lambda: bar.width() == width)
    slider = window.parts.views.sensitivity
    extension = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    qtbot.waitUntil(lambda: not extension.isVisible())
    for shown in (slider.slider, slider.sources):
        assert shown.isVisible()
        assert bar.rect().contains(shown.geometry().translated(slider.pos()))
    for name in ("actionIgnoreHere", "actionAcceptAll"):
        assert bar.widgetForAction(window.parts.actions[name]).isVisible()


def test_words_come_back_with_the_room(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.parts.actions.tool_bar
    window.resize(900, 600)
    qtbot.waitUntil(lambda: bar.width() == 900 and "actionOpen" in alone(window))
    window.resize(2560, 900)
    qtbot.waitUntil(lambda: alone(window) == set())
    assert not window.parts.views.sensitivity.label.isHidden()


def test_an_icon_alone_tells_its_words_in_its_tip(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(900, 600)
    qtbot.waitUntil(lambda: bool(alone(window)))
    bar = window.parts.actions.tool_bar
    for name in alone(window):
        action = window.parts.actions[name]
        assert action.statusTip() in bar.widgetForAction(action).toolTip()


def test_the_pointer_on_a_button_leaves_the_status_bar_alone(window: MainWindow) -> None:
    """What the button did is told there."""
    actions = window.parts.actions
    button = actions.tool_bar.widgetForAction(actions["actionNextSuspect"])
    assert actions["actionNextSuspect"].statusTip() in button.toolTip()
    QApplication.sendEvent(button, QStatusTipEvent(button.statusTip()))
    assert window.statusBar().currentMessage() == ""


def test_what_was_done_shows_over_the_tip_of_a_menu(window: MainWindow) -> None:
    window.statusBar().showMessage("Go somewhere")
    window.parts.feedback.tell("3 replaced")
    assert window.statusBar().currentMessage() == ""
    assert window.parts.views.status.said.isVisible()

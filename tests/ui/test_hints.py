"""The hints on the sample."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from unspin_gui.settings import Settings
from unspin_gui.ui.actions.actions import build_actions
from unspin_gui.ui.help.hints import Hint, Hints, sample_hints


@dataclass
class Scene:
    window: QMainWindow
    hints: Hints
    told: list[str]
    steps: tuple[Hint, ...]


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    window = QMainWindow()
    qtbot.addWidget(window)
    panes = [QTextEdit() for _ in range(3)]
    centre = QWidget()
    row = QHBoxLayout(centre)
    for pane in panes:
        row.addWidget(pane)
    window.setCentralWidget(centre)
    actions = build_actions(window, Settings(shortcuts={"actionSave": "F4"}))
    window.resize(1200, 600)
    window.show()
    hints, told = Hints(window), []
    hints.dismissed.connect(told.append)
    return Scene(window, hints, told, sample_hints(actions, *panes))


def test_four_hints_one_after_the_other(scene: Scene, qtbot: QtBot) -> None:
    scene.hints.start(scene.steps)
    counts = []
    while scene.hints.current:
        counts.append(scene.hints.bubble.count.text())
        qtbot.mouseClick(scene.hints.bubble.next_button, Qt.MouseButton.LeftButton)
    assert counts == ["1 of 4", "2 of 4", "3 of 4", "4 of 4"]
    assert scene.told == ["marks", "keys", "list", "save"]
    assert not scene.hints.bubble.isVisible()


def test_dismissed_ones_are_not_shown_again(scene: Scene) -> None:
    scene.hints.start(scene.steps, dismissed=["marks", "keys"])
    assert scene.hints.current is not None
    assert scene.hints.current.key == "list"
    assert scene.hints.bubble.count.text() == "1 of 2"


def test_all_can_be_dismissed_at_once(scene: Scene, qtbot: QtBot) -> None:
    scene.hints.start(scene.steps)
    qtbot.mouseClick(scene.hints.bubble.end_button, Qt.MouseButton.LeftButton)
    assert len(scene.told) == 4


def test_pausing_dismisses_nothing(scene: Scene) -> None:
    scene.hints.start(scene.steps)
    scene.hints.pause()
    assert scene.told == []
    assert not scene.hints.bubble.isVisible()


def test_they_name_the_present_keys(scene: Scene) -> None:
    assert scene.steps[3].text.startswith("F4 saves")
    assert "F8 shows the suggestions for the next mark" in scene.steps[1].text


@pytest.mark.parametrize("size", [(1200, 600), (700, 400), (2000, 300)])
def test_bubble_stays_inside_the_window(scene: Scene, qtbot: QtBot, size: tuple[int, int]) -> None:
    scene.hints.start(scene.steps)
    scene.window.resize(*size)
    bubble = scene.hints.bubble
    assert scene.window.rect().contains(bubble.geometry())


def test_the_text_keeps_the_focus(scene: Scene, qtbot: QtBot) -> None:
    pane = scene.window.findChildren(QTextEdit)[0]
    pane.setFocus()
    scene.hints.start(scene.steps)
    assert scene.window.focusWidget() is pane


def test_bubble_follows_its_widget(scene: Scene, qtbot: QtBot) -> None:
    scene.hints.start(scene.steps)
    before = scene.hints.bubble.y()
    scene.window.statusBar().setFixedHeight(120)
    qtbot.waitUntil(lambda: scene.hints.bubble.y() < before - 50)

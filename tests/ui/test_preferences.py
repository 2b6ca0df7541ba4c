"""The preferences, by keys and clicks."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QMainWindow, QSlider, QSpinBox
from pytestqt.qtbot import QtBot

from unspin_gui.settings import Settings
from unspin_gui.ui.actions.actions import Actions, build_actions
from unspin_gui.ui.preferences.preferences_dialog import Preferences


@dataclass
class Scene:
    dialog: Preferences
    actions: Actions
    told: list[Settings] = field(default_factory=list)

    def on_changed(self, settings: Settings) -> None:
        self.told.append(settings)
        self.actions.apply_shortcuts(settings.shortcuts)


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = build_actions(window, Settings())
    dialog = Preferences(Settings(recent=("a.txt",)), actions, ["science", "news"])
    qtbot.addWidget(dialog)
    dialog.show()
    scene = Scene(dialog, actions)
    dialog.changed.connect(scene.on_changed)
    return scene


def choose(scene: Scene, qtbot: QtBot, name: str, key: Qt.Key) -> None:
    """Turn to the page of a field and press a key on it."""
    widget = scene.dialog.findChild(QComboBox, name) or scene.dialog.findChild(QSlider, name)
    qtbot.keyClick(widget, key)


def test_opening_changes_nothing(scene: Scene) -> None:
    assert scene.told == []


@pytest.mark.parametrize(
    "name", ["wrap", "journal", "advance_after_accept", "line_numbers", "autosave_glossary"]
)
def test_a_tick_is_applied_at_once(scene: Scene, name: str) -> None:
    scene.dialog.findChild(QCheckBox, name).click()
    (told,) = scene.told
    assert getattr(told, name) is not getattr(Settings(), name)


@pytest.mark.parametrize(
    ("name", "value"), [("remember", "ask"), ("theme", "light"), ("popup_on_click", "ctrl")]
)
def test_a_choice_is_applied_at_once(scene: Scene, qtbot: QtBot, name: str, value: str) -> None:
    choose(scene, qtbot, name, Qt.Key.Key_Down)
    assert [getattr(told, name) for told in scene.told] == [value]


def test_threshold_by_slider(scene: Scene, qtbot: QtBot) -> None:
    choose(scene, qtbot, "min_score", Qt.Key.Key_Right)
    assert [told.min_score for told in scene.told] == [0.55]


def test_a_number_by_keys(scene: Scene, qtbot: QtBot) -> None:
    qtbot.keyClick(scene.dialog.findChild(QSpinBox, "near_threshold"), Qt.Key.Key_Up)
    assert [told.near_threshold for told in scene.told] == [89]


def test_sources_are_switched_one_by_one(scene: Scene) -> None:
    scene.dialog.findChild(QCheckBox, "sources-near").click()
    assert scene.told[-1].sources == ("mine", "starters", "unfit")
    scene.dialog.findChild(QCheckBox, "sources-near").click()
    assert set(scene.told[-1].sources) == set(Settings().sources)


def test_a_starter_is_switched_off(scene: Scene, qtbot: QtBot) -> None:
    news = scene.dialog.layers.list.item(1)
    assert news.text() == "news"
    news.setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: bool(scene.told))
    assert scene.told[-1].starters_off == ("news",)
    assert scene.told[-1].starters == ("science", "news")


def test_starters_are_ordered(scene: Scene, qtbot: QtBot) -> None:
    scene.dialog.layers.list.setCurrentRow(2)
    scene.dialog.layers.up.click()
    assert scene.told[-1].starters == ("news", "science")
    assert scene.dialog.layers.list.item(1).text() == "science"


def test_reset_all_keeps_recent_files_and_can_be_taken_back(scene: Scene) -> None:
    scene.dialog.findChild(QCheckBox, "wrap").click()
    scene.dialog.reset.click()
    assert scene.told[-1] == Settings(recent=("a.txt",))
    scene.dialog.back.click()
    assert not scene.told[-1].wrap
    assert not scene.dialog.back.isVisible()


def test_a_change_elsewhere_is_shown_and_not_told(scene: Scene) -> None:
    scene.dialog.show_settings(Settings(wrap=False, min_score=0.523, font_size=20))
    assert not scene.dialog.findChild(QCheckBox, "wrap").isChecked()
    assert scene.dialog.findChild(QSlider, "min_score").value() == 52
    assert scene.told == []


def press_key(scene: Scene, qtbot: QtBot, action: str, key: Qt.Key) -> None:
    keys = scene.dialog.keys
    keys.filter.setText(action)
    keys.table.selectRow(0)
    qtbot.keyClick(keys.edit, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(keys.edit, Qt.Key.Key_Tab)


def test_a_new_key_works_at_once(scene: Scene, qtbot: QtBot) -> None:
    scene.dialog.tabs.setCurrentWidget(scene.dialog.keys)
    press_key(scene, qtbot, "Word Wrap", Qt.Key.Key_J)
    qtbot.waitUntil(lambda: bool(scene.told))
    assert scene.told[-1].shortcuts == {"actionWordWrap": "Ctrl+J"}
    assert scene.actions["actionWordWrap"].shortcut().toString() == "Ctrl+J"
    scene.dialog.keys.default.click()
    assert scene.told[-1].shortcuts == {}


def test_a_taken_key_is_named_and_taken_over_only_when_asked(scene: Scene, qtbot: QtBot) -> None:
    scene.dialog.tabs.setCurrentWidget(scene.dialog.keys)
    press_key(scene, qtbot, "Word Wrap", Qt.Key.Key_S)
    keys = scene.dialog.keys
    qtbot.waitUntil(lambda: keys.message.text() == "Ctrl+S is already used for “Save Corrected”.")
    assert scene.told == []
    keys.take.click()
    assert scene.told[-1].shortcuts == {"actionWordWrap": "Ctrl+S", "actionSave": ""}
    assert scene.actions["actionSave"].shortcuts() == []


def test_fields_have_names_for_screen_readers(scene: Scene) -> None:
    boxes = scene.dialog.findChildren(QComboBox)
    assert boxes
    assert all(box.accessibleName() for box in boxes)

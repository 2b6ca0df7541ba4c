"""The question before closing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from unspin_gui.ui.base.close_dialog import CloseDialog
from unspin_gui.ui.base.unsaved import CloseAnswer, Unsaved

BOTH = Unsaved("a&b.txt (3 changes)", "glossary.yaml (2 pairs)")


def opened(qtbot: QtBot, unsaved: Unsaved) -> tuple[CloseDialog, list[CloseAnswer]]:
    dialog = CloseDialog(unsaved)
    answers: list[CloseAnswer] = []
    dialog.answered.connect(answers.append)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    return dialog, answers


def press(qtbot: QtBot, dialog: CloseDialog, name: str) -> None:
    made = dialog.findChild(QPushButton, name)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)


def test_return_saves_both(qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot, BOTH)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert answers == [CloseAnswer(text=True, glossary=True)]
    assert not dialog.isVisible()


def test_only_what_is_ticked_is_saved(qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot, BOTH)
    dialog.findChild(QCheckBox, "closeText").click()
    press(qtbot, dialog, "saveButton")
    assert answers == [CloseAnswer(text=False, glossary=True)]


def test_discard_saves_nothing(qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot, BOTH)
    press(qtbot, dialog, "discardButton")
    assert answers == [CloseAnswer(text=False, glossary=False)]


def test_escape_answers_nothing(qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot, BOTH)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert answers == []


@pytest.mark.parametrize("name", ["closeText", "closeGlossary"])
def test_what_is_saved_already_is_not_asked_for(qtbot: QtBot, name: str) -> None:
    unsaved = Unsaved(glossary="g") if name == "closeText" else Unsaved(text="t")
    dialog, answers = opened(qtbot, unsaved)
    tick = dialog.findChild(QCheckBox, name)
    assert not tick.isVisible()
    press(qtbot, dialog, "saveButton")
    assert answers == [CloseAnswer(text=name != "closeText", glossary=name == "closeText")]


def test_nothing_ticked_cannot_be_saved(qtbot: QtBot) -> None:
    dialog, _answers = opened(qtbot, Unsaved(text="t"))
    dialog.findChild(QCheckBox, "closeText").click()
    assert not dialog.findChild(QPushButton, "saveButton").isEnabled()


def test_ampersand_of_a_name_is_shown(qtbot: QtBot) -> None:
    dialog, _answers = opened(qtbot, BOTH)
    assert "a&&b.txt" in dialog.findChild(QCheckBox, "closeText").text()

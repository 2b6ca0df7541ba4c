"""Buttons and the keyboard: Return presses the focused one, and its going loses no focus."""

from collections.abc import Callable
from pathlib import Path

import pytest
from dialogs import ACTIONS, shown_by, text_in
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from unspin_gui.ui.widgets.focus_keeper import FocusKeeper
from unspin_gui.ui.widgets.labels import PushButton, button
from unspin_gui.ui.widgets.message_bar import Choice
from unspin_gui.ui.window.main_window import MainWindow

WAYS = ("hide it", "disable it", "hide what it is in", "delete it")


class Desk(QWidget):
    """A text and a field, a bar with a button, and another button that Qt would go to."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.keeper = FocusKeeper(self)
        self.text, self.field = QPlainTextEdit(), QLineEdit()
        self.bar = QWidget()
        self.goes, self.other = PushButton("goes"), PushButton("other")
        QVBoxLayout(self.bar).addWidget(self.goes)
        column = QVBoxLayout(self)
        for widget in (self.text, self.field, self.bar, self.other):
            column.addWidget(widget)
        qtbot.addWidget(self)
        self.show()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    def make_go(self, way: str) -> None:
        if way == "disable it":
            self.goes.setEnabled(False)
        elif way == "hide what it is in":
            self.bar.hide()
        else:
            self.goes.hide()
            if way == "delete it":
                self.goes.deleteLater()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("last", ["text", "field"])
def test_the_focus_goes_back_where_it_was(qtbot: QtBot, way: str, last: str) -> None:
    desk = Desk(qtbot)
    for place in (desk.field, desk.text, getattr(desk, last), desk.goes):
        place.setFocus()
    desk.make_go(way)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is getattr(desk, last))


def test_a_place_that_has_gone_too_is_passed_over(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    for place in (desk.text, desk.field, desk.goes):
        place.setFocus()
    desk.field.setEnabled(False)
    desk.make_go("hide it")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.text)


def test_who_moves_the_focus_meanwhile_is_not_moved_back(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    third = PushButton("third", desk)
    third.show()
    for place in (desk.text, desk.goes):
        place.setFocus()
    desk.make_go("hide it")
    third.setFocus()
    QApplication.processEvents()
    QApplication.processEvents()
    assert QApplication.focusWidget() is third


@pytest.mark.parametrize("name", ["source", "corrected"])
def test_a_message_gives_the_focus_back_to_the_text(
    open_main: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    window = open_main(text_in(tmp_path))
    window.activateWindow()
    views, pressed = window.parts.views, []
    pane = getattr(views.editors, name)
    pane.setFocus()
    choice = Choice("Do it", lambda: pressed.append("do it"))
    window.parts.feedback.messages.error("Something is wrong.", choice)
    found = [b for b in window.findChildren(QPushButton) if b.text() == "Do it"]
    found[0].setFocus()
    assert QApplication.focusWidget() is found[0]
    qtbot.keyClick(found[0], Qt.Key.Key_Return)
    assert pressed == ["do it"]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is pane)


# ---- Return on a button ---------------------------------------------------------------------


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_return_presses_the_focused_button_and_no_other(qtbot: QtBot, key: Qt.Key) -> None:
    dialog, pressed = QDialog(), []
    usual = QPushButton("Usual", dialog)
    usual.setDefault(True)
    usual.clicked.connect(lambda: pressed.append("usual"))
    made = button("This", lambda: pressed.append("this"), dialog)
    qtbot.addWidget(dialog)
    dialog.show()
    made.setFocus()
    qtbot.keyClick(made, key)
    assert pressed == ["this"]
    line = QLineEdit(dialog)
    line.show()
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert pressed == ["this", "usual"]


@pytest.mark.parametrize("action", ACTIONS)
def test_no_button_of_a_dialog_leaves_return_to_another(
    open_main: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path, action: str
) -> None:
    dialog = shown_by(action, open_main(text_in(tmp_path)), qtbot)
    buttons = dialog.findChildren(QPushButton)
    leaving = [b.text() for b in buttons if not (isinstance(b, PushButton) or b.autoDefault())]
    assert buttons or action == "actionManual"
    assert leaving == []

"""The list of keys."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from unspin_gui.settings import Settings
from unspin_gui.ui.actions.actions import Actions, build_actions
from unspin_gui.ui.preferences.shortcuts_dialog import ShortcutsDialog


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    window = QMainWindow()
    qtbot.addWidget(window)
    return build_actions(window, Settings())


@pytest.fixture
def dialog(qtbot: QtBot, actions: Actions) -> ShortcutsDialog:
    dialog = ShortcutsDialog(actions)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_every_action_is_in_it(dialog: ShortcutsDialog, actions: Actions) -> None:
    assert dialog.table.model().rowCount() == len(actions)


@pytest.mark.parametrize("wanted", ["Suggestions", "ctrl+.", "REVIEW"])
def test_filter_looks_at_every_column(dialog: ShortcutsDialog, qtbot: QtBot, wanted: str) -> None:
    qtbot.keyClicks(dialog.filter, wanted)
    model = dialog.table.model()
    rows = [model.index(k, 0).data() for k in range(model.rowCount())]
    assert "Show Suggestions" in rows
    assert "Open" not in rows


def test_it_follows_changed_keys(dialog: ShortcutsDialog, actions: Actions) -> None:
    actions.apply_shortcuts({"actionOpen": "F9"})
    dialog.copy()
    assert "File\tOpen\tF9" in QApplication.clipboard().text().split("\n")


def test_undo_is_named_without_what_it_would_take_back(
    dialog: ShortcutsDialog, actions: Actions
) -> None:
    actions["actionUndo"].setText("&Undo accept “week”")
    assert "Edit\tUndo\tCtrl+Z" in dialog.table.source.text().split("\n")


def test_rows_are_spoken_in_full(dialog: ShortcutsDialog) -> None:
    index = dialog.table.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Open, Ctrl+O, File"


def _note(done: list[str], name: str, *_checked: bool) -> None:
    done.append(name)


def noting(actions: Actions) -> list[str]:
    """The actions that are done from now on."""
    done: list[str] = []
    for action in actions:
        action.triggered.connect(partial(_note, done, action.objectName()))
    return done


def test_return_does_what_the_filter_leaves(
    dialog: ShortcutsDialog, actions: Actions, qtbot: QtBot
) -> None:
    done = noting(actions)
    qtbot.keyClicks(dialog.filter, "full scr")
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert done == ["actionFullScreen"]
    assert not dialog.isVisible()


def test_down_and_return_do_the_row_that_was_reached(
    dialog: ShortcutsDialog, actions: Actions, qtbot: QtBot
) -> None:
    done = noting(actions)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.filter.setFocus()
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert done == ["actionNewFromClipboard"]


def test_what_cannot_be_done_now_is_said(
    dialog: ShortcutsDialog, actions: Actions, qtbot: QtBot
) -> None:
    actions["actionFullScreen"].setEnabled(False)
    before = dialog.note.text()
    qtbot.keyClicks(dialog.filter, "full scr")
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.note.text() not in ("", before)


def test_return_alone_does_nothing(dialog: ShortcutsDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert dialog.isVisible()

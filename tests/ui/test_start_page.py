"""The page without a text."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from unspin_gui.ui.start_page import StartPage


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    page = StartPage()
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    return page


@pytest.mark.parametrize("name", ["open", "paste", "sample"])
def test_cards_ask_by_click_and_by_key(page: StartPage, qtbot: QtBot, name: str) -> None:
    card = page.findChild(QPushButton, f"start{name.title()}")
    with qtbot.waitSignal(getattr(page, f"{name}_requested")):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(getattr(page, f"{name}_requested")):
        qtbot.keyClick(card, Qt.Key.Key_Space)


def test_recent_files_open(page: StartPage, qtbot: QtBot) -> None:
    page.set_recent([Path("/a/one & two.txt"), Path("/b/three.txt")])
    first, second = page.findChildren(QToolButton, "recentFile")
    assert first.text() == "one && two.txt"
    with qtbot.waitSignal(page.recent_requested) as told:
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert told.args == [Path("/b/three.txt")]


def test_list_is_replaced_and_short(page: StartPage, qtbot: QtBot) -> None:
    page.set_recent([Path(f"/{k}.txt") for k in range(10)])
    page.set_recent([Path("/x.txt")])
    qtbot.waitUntil(lambda: len(page.findChildren(QToolButton, "recentFile")) == 1)


def test_cards_say_what_they_do(page: StartPage) -> None:
    card = page.findChild(QPushButton, "startOpen")
    assert (card.accessibleName(), card.accessibleDescription()) == (
        "Open",
        "A text from your disk",
    )

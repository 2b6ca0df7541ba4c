"""The page without a text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from unspin_gui.ui.help.card import Card
from unspin_gui.ui.help.start_page import StartPage
from unspin_gui.ui.window.main_window import MainWindow


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
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(getattr(page, f"{name}_requested")):
            qtbot.keyClick(card, key)


def test_cards_tell_the_keys_that_the_actions_have(open_main: Callable[..., MainWindow]) -> None:
    window = open_main()
    card = window.parts.views.start_page.findChild(Card, "startOpen")
    assert card.keys == "Ctrl+O"
    window.preferences.change(shortcuts={"actionOpen": "F9"})
    assert card.keys == "F9"


def test_recent_files_open(page: StartPage, qtbot: QtBot) -> None:
    page.set_recent([Path("/a/one & two.txt"), Path("/b/three.txt")])
    first, second = page.findChildren(QToolButton, "recentFile")
    assert first.text() == "one && two.txt"
    with qtbot.waitSignal(page.recent_requested) as told:
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert told.args == [Path("/b/three.txt")]
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(page.recent_requested) as told:
            qtbot.keyClick(first, key)
        assert told.args == [Path("/a/one & two.txt")]


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


def test_the_first_page_stands_alone(
    qtbot: QtBot, open_main: Callable[..., MainWindow], tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The husband or wife forces left.", encoding="utf-8")
    window = open_main()
    assert not window.parts.views.dock.isVisible()
    window.open_file(path)
    qtbot.waitUntil(window.parts.views.dock.isVisible)
    window.parts.actions["actionClose"].trigger()
    assert window.parts.views.pages.currentWidget() is window.parts.views.start_page
    assert not window.parts.views.dock.isVisible()


@pytest.mark.parametrize("which", [(), ("a.txt",)])
def test_a_small_screen_is_enough(
    open_main: Callable[..., MainWindow], tmp_path: Path, which: tuple[str, ...]
) -> None:
    files = [tmp_path / name for name in which]
    for path in files:
        path.write_text("The husband or wife forces left. " * 300, encoding="utf-8")
    window = open_main(*files)
    window.parts.services.review.told.emit("a message that is told in very many words " * 9)
    window.resize(640, 480)
    assert (window.width(), window.height()) == (640, 480)

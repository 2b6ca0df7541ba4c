"""Messages inside the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from unspin_gui.ui.widgets.banner import Banner
from unspin_gui.ui.widgets.message_bar import Choice, MessageBar


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    bar = MessageBar()
    qtbot.addWidget(bar)
    return bar


def test_it_is_hidden_until_there_is_a_message(bar: MessageBar) -> None:
    assert not bar.isVisible()
    bar.info("saved")
    assert bar.isVisible()


def test_newest_message_comes_first(bar: MessageBar) -> None:
    bar.info("one")
    bar.warn("two")
    assert bar.texts == ("two", "one")


def test_same_key_replaces(bar: MessageBar) -> None:
    bar.info("reading 1", key="read")
    bar.info("other")
    bar.info("reading 2", key="read")
    assert bar.texts == ("reading 2", "other")


def test_a_message_is_as_high_as_its_lines(bar: MessageBar) -> None:
    bar.info("short")
    bar.error("/home/me/an article.txt: could not read the file: there is no such file or folder")
    short, long = bar.findChildren(Banner)
    assert long.heightForWidth(1200) == short.heightForWidth(1200) < long.heightForWidth(300)


def test_only_a_few_are_kept(bar: MessageBar) -> None:
    for k in range(9):
        bar.info(str(k))
    assert bar.texts == ("8", "7", "6", "5")


def test_text_is_never_markup_and_can_be_selected(bar: MessageBar) -> None:
    bar.error("<b>AT&T</b>")
    label = bar.findChild(QLabel)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_choice_acts_once_and_closes(bar: MessageBar, qtbot: QtBot) -> None:
    done: list[str] = []
    bar.error("no", Choice("Try again", lambda: done.append("again")))
    qtbot.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert done == ["again"]
    assert bar.texts == ()


def test_cross_closes_its_own_message(bar: MessageBar, qtbot: QtBot) -> None:
    bar.info("one")
    bar.info("two")
    crosses = bar.findChildren(QToolButton, "messageClose")
    qtbot.mouseClick(crosses[0], Qt.MouseButton.LeftButton)
    assert bar.texts == ("two",)


def test_escape_closes_the_message_in_focus(bar: MessageBar, qtbot: QtBot) -> None:
    bar.info("one")
    cross = bar.findChild(QToolButton, "messageClose")
    cross.setFocus()
    qtbot.keyClick(cross, Qt.Key.Key_Escape)
    assert bar.texts == ()
    assert not bar.isVisible()


def test_dismiss_of_an_unknown_key_is_harmless(bar: MessageBar) -> None:
    bar.info("one")
    bar.dismiss("nothing")
    assert bar.texts == ("one",)


def test_the_same_is_said_once_whoever_says_it(bar: MessageBar) -> None:
    bar.warn("the settings are damaged", key="settings")
    bar.info("one")
    bar.warn("the settings are damaged", key="the settings are damaged")
    assert bar.texts == ("the settings are damaged", "one")
    bar.warn("the settings are damaged", Choice("Reset", list))
    assert len(bar.texts) == 3

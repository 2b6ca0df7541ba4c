"""The page without a text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
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


@pytest.mark.parametrize(
    ("file", "place"), [("a.txt", "~"), ("texts/a.txt", "~/texts"), ("/x/a.txt", "/x")]
)
def test_recent_files_tell_their_folders(
    page: StartPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, file: str, place: str
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    page.set_recent([tmp_path / file])
    assert place in [label.text() for label in page.findChildren(QLabel)]


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


def test_ctrl_v_reviews_the_clipboard_while_nothing_is_open(
    open_main: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_main()
    views = window.parts.views
    QApplication.clipboard().setText("The husband or wife forces met.")
    qtbot.keyClick(views.start_page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.session.source == "The husband or wife forces met.")
    assert views.pages.currentWidget() is views.editors
    assert window.session.decisions == ()


def test_a_clipboard_that_never_held_anything_holds_no_text(
    open_main: Callable[..., MainWindow],
) -> None:
    window = open_main()
    QApplication.clipboard().clear()
    for name in ("actionPaste", "actionNewFromClipboard"):
        window.parts.actions[name].trigger()
        assert window.parts.feedback.messages.texts == ("The clipboard contains no text.",)
        window.parts.feedback.messages.dismiss("clipboard")


def test_ctrl_v_opens_copied_files(
    open_main: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "copied.txt"
    path.write_text("A file.", encoding="utf-8")
    window = open_main()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QApplication.clipboard().setMimeData(data)
    window.parts.actions["actionPaste"].trigger()
    qtbot.waitUntil(lambda: window.parts.services.workspace.path == path)
    assert window.session.source == "A file."


def test_nothing_hidden_is_edited_while_nothing_is_open(
    open_main: Callable[..., MainWindow],
) -> None:
    """The panes exist behind the page; what an action did to them nobody would see."""
    window = open_main()
    QApplication.clipboard().setText("")
    for name in ("Paste", "Cut", "Copy", "SelectAll"):
        window.parts.actions[f"action{name}"].trigger()
    assert window.session.corrected == ""
    assert not window.session.history.can_undo
    assert not window.parts.actions["actionSelectAll"].isEnabled()


def test_pasting_into_the_source_says_what_to_do(
    open_main: Callable[..., MainWindow], tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One text.", encoding="utf-8")
    window = open_main(path)
    window.parts.views.editors.source.setFocus()
    QApplication.clipboard().setText("Another text.")
    window.parts.actions["actionPaste"].trigger()
    assert window.session.corrected == "One text."
    assert "Ctrl+N" in window.parts.views.status.said.text()


def test_encoding_is_asked_only_of_a_file_of_text(
    open_main: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_main()
    action, button = window.parts.actions["actionEncoding"], window.parts.views.status.encoding
    assert not action.isEnabled()
    QApplication.clipboard().setText("The husband or wife forces met.")
    window.parts.actions["actionPaste"].trigger()
    qtbot.waitUntil(lambda: bool(window.session.source))
    assert not action.isEnabled()
    button.click()
    assert "plain text file" in window.parts.views.status.said.text()
    path = tmp_path / "a.txt"
    path.write_text("One text.", encoding="utf-8")
    window.open_file(path)
    qtbot.waitUntil(lambda: window.session.source == "One text.")
    assert action.isEnabled()

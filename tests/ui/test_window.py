"""The whole window on real files, by mouse and by keyboard, down to the bytes on disk."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from unspin_gui.app import open_window
from unspin_gui.core.suspects import Suspect
from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.window.main_window import MainWindow

ARTICLE = (
    "\ufeffThe husband or wife forces met a calendar year ago.\r\n"
    "\r\n"
    "Officials said the husband or wife forces had left \U0001f600 the the latest base.\r\n"
    "Husband or wife forces are honest here."
)
GLOSSARY = """\
# unspin glossary 1
# our own words
- spun: "husband or wife forces"   # from the desk
  fix: ["partner forces"]
- spun: 'calendar year ago'
  fix: year ago
"""

SHARED = Path(__file__).resolve().parents[3] / "shared"
Open = Callable[..., MainWindow]


@pytest.fixture
def opened(qtbot: QtBot, own_home: Path) -> Iterator[Open]:
    windows: list[MainWindow] = []

    def open_(*files: Path) -> MainWindow:
        window = open_window(files, home=own_home)
        windows.append(window)
        qtbot.waitUntil(lambda: not window.property("analysing"), timeout=60_000)
        return window

    yield open_
    for window in windows:
        window.parts.files.give_up()
        window.close()


@pytest.fixture
def article(tmp_path: Path, own_home: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(ARTICLE.encode())
    mine = own_home / "data" / "glossary.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text(GLOSSARY, encoding="utf-8")
    return path


def found(window: MainWindow, phrase: str, which: int = 0) -> Suspect:
    return [s for s in window.session.suspects if s.phrase.lower() == phrase][which]


def click(qtbot: QtBot, pane: Pane, suspect: Suspect) -> None:
    rect = pane.rects(suspect.span)[0]
    at = QPoint(rect.left() + rect.width() // 2, rect.center().y())
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=at)


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.property("analysing"), timeout=60_000)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    popup = window.parts.popup_control.popup
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup.findChild(QListWidget, "suggestionList"), key)


def test_click_accept_type_undo_save_and_open_again(
    qtbot: QtBot, opened: Open, article: Path, own_home: Path
) -> None:
    window = opened(article)
    source, corrected = window.parts.views.editors.panes
    click(qtbot, source, found(window, "husband or wife forces"))
    press(qtbot, window, Qt.Key.Key_1)
    assert "The partner forces met" in window.session.corrected
    settled(qtbot, window)
    click(qtbot, corrected, found(window, "calendar year ago"))
    qtbot.waitUntil(window.parts.popup_control.popup.isVisible)
    own = window.parts.popup_control.popup.findChild(QLineEdit, "ownFix")
    own.setFocus()
    qtbot.keyClicks(own, "twelve months ago")
    qtbot.keyClick(own, Qt.Key.Key_Return)
    corrected.put_caret(len(window.session.corrected))
    qtbot.keyClicks(corrected, " End")
    window.parts.actions["actionUndo"].trigger()
    assert window.session.corrected.endswith("honest here.")
    settled(qtbot, window)
    assert window.isWindowModified()
    window.parts.actions["actionSave"].trigger()
    target = article.with_name("article.corrected.txt")
    expected = ARTICLE.replace("The husband or wife", "The partner").replace(
        "a calendar year ago", "twelve months ago"
    )
    assert article.read_bytes() == ARTICLE.encode()
    assert target.read_bytes().startswith(b"\xef\xbb\xbfThe partner forces met ")
    assert target.read_bytes().count(b"\r\n") == expected.count("\r\n")
    glossary = (own_home / "data" / "glossary.yaml").read_text(encoding="utf-8")
    assert "# from the desk" in glossary
    assert "twelve months ago" in glossary
    assert not window.isWindowModified()


def test_a_second_start_shows_what_was_learnt(
    qtbot: QtBot, opened: Open, tmp_path: Path, own_home: Path
) -> None:
    path = tmp_path / "one.txt"
    path.write_text("They met at the zorbing hearth and left.", encoding="utf-8")
    window = opened(path)
    start = window.session.source.index("zorbing hearth")
    window.parts.views.editors.source.setFocus()
    window.parts.views.editors.source.put_caret(start)
    for _ in "zorbing hearth":
        qtbot.keyClick(
            window.parts.views.editors.source, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier
        )
    window.parts.actions["actionMarkAsSpun"].trigger()
    qtbot.waitUntil(window.parts.popup_control.popup.isVisible)
    own = window.parts.popup_control.popup.findChild(QLineEdit, "ownFix")
    qtbot.keyClicks(own, "rocket fire")
    qtbot.keyClick(own, Qt.Key.Key_Return)
    assert "rocket fire" in window.session.corrected
    window.parts.actions["actionSave"].trigger()
    other = tmp_path / "two.txt"
    other.write_text("Another zorbing hearth came down.", encoding="utf-8")
    second = opened(other)
    suspect = found(second, "zorbing hearth")
    assert (suspect.kind, suspect.layer) == ("known", "my glossary")
    assert second.session.suggestions(suspect)[0].text == "rocket fire"


def test_an_unchanged_file_is_saved_byte_for_byte(opened: Open, article: Path) -> None:
    window = opened(article)
    window.parts.actions["actionSave"].trigger()
    assert article.with_name("article.corrected.txt").read_bytes() == article.read_bytes()


def test_the_review_goes_by_keyboard_alone(qtbot: QtBot, opened: Open, article: Path) -> None:
    window = opened(article)
    corrected = window.parts.views.editors.corrected
    corrected.setFocus()
    total = len(window.session.suspects)
    window.parts.actions["actionNextSuspect"].trigger()
    window.parts.actions["actionShowSuggestions"].trigger()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window.parts.popup_control.popup.isVisible()
    window.parts.actions["actionAcceptBest"].trigger()
    assert len(window.session.decisions) == 1
    window.parts.actions["actionIgnoreHere"].trigger()
    assert [d.state for d in window.session.decisions].count("kept") == 1
    assert len(window.session.suspects) == total - 2
    label = window.findChild(QLabel, "progressLabel")
    qtbot.waitUntil(lambda: label.text().startswith("2 of "))


def test_a_file_that_is_not_there_is_told_and_nothing_breaks(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    window = opened(tmp_path / "missing.txt")
    qtbot.waitUntil(lambda: bool(window.parts.feedback.messages.texts))
    assert "missing.txt" in window.parts.feedback.messages.texts[0]
    assert not window.parts.services.workspace.is_open


def test_pasted_text_is_reviewed(qtbot: QtBot, opened: Open, article: Path) -> None:
    window = opened()
    QApplication.clipboard().setText("Their husband or wife forces left.")
    window.parts.actions["actionNewFromClipboard"].trigger()
    settled(qtbot, window)
    assert found(window, "husband or wife forces").span == (6, 28)


def test_a_broken_glossary_is_told_and_never_overwritten(
    qtbot: QtBot, opened: Open, article: Path, own_home: Path
) -> None:
    mine = own_home / "data" / "glossary.yaml"
    mine.write_text('- spun: "a\n', encoding="utf-8")
    window = opened(article)
    assert any("glossary.yaml:" in text for text in window.parts.feedback.messages.texts)
    start = window.session.source.index("husband")
    suspect = Suspect(type(window.session.visible)(start, start + 7), "husband", "unfit", 1.0, None)
    window.session.accept(suspect, "man")
    assert not window.parts.files.save_glossary()
    assert mine.read_text(encoding="utf-8") == '- spun: "a\n'


@pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated articles are not here")
def test_the_seed_article_is_reviewed_and_saved(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "seed.txt"
    path.write_bytes((SHARED / "eval" / "dev" / "seed.txt").read_bytes())
    window = opened(path)
    window.resize(1280, 800)
    before = len(window.session.suspects)
    assert before > 40
    for _ in range(5):
        window.parts.actions["actionNextSuspect"].trigger()
        window.parts.actions["actionAcceptBest"].trigger()
    settled(qtbot, window)
    click(qtbot, window.parts.views.editors.corrected, window.parts.services.review.suspects[6])
    press(qtbot, window, Qt.Key.Key_I)
    assert [d.state for d in window.session.decisions].count("kept") == 1
    window.parts.actions["actionSave"].trigger()
    saved = path.with_name("seed.corrected.txt").read_text(encoding="utf-8")
    assert saved == window.session.corrected != path.read_text(encoding="utf-8")


def test_looks_are_no_reason_to_read_the_text_again(opened: Open, article: Path) -> None:
    window = opened(article)
    knowledge = window.session.knowledge
    window.parts.actions["actionZoomIn"].trigger()
    window.parts.actions["actionWordWrap"].trigger()
    assert window.session.knowledge is knowledge


def test_accept_and_next_goes_to_the_very_next(opened: Open, article: Path) -> None:
    window = opened(article)
    window.preferences.change(advance_after_accept=True)
    first, second, *_ = window.session.suspects
    window.parts.actions["actionNextSuspect"].trigger()
    window.parts.services.review.show_popup(first.span)
    window.parts.popup_control.popup.accept("partner forces", advance=True)
    assert window.session.current == second.span
    assert window.parts.popup_control.popup.isVisible()


def test_what_is_selected_can_be_cut_and_copied_and_nothing_else(
    opened: Open, article: Path
) -> None:
    window = opened(article)
    actions, editors = window.parts.actions, window.parts.views.editors

    def able() -> tuple[bool, bool]:
        return actions["actionCut"].isEnabled(), actions["actionCopy"].isEnabled()

    assert able() == (False, False)
    editors.source.selectAll()
    assert able() == (False, True)
    editors.corrected.selectAll()
    assert able() == (True, True)
    for pane in editors.panes:
        pane.moveCursor(QTextCursor.MoveOperation.Start)
    assert able() == (False, False)

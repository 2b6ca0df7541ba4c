"""Assistive tools are told where marks are: those characters are underlined in the text itself."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QTextCharFormat
from pytestqt.qtbot import QtBot

from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.window.main_window import MainWindow

TEXT = (
    "The husband or wife forces left. 😀 A calendar year ago\nthey did so, husband or wife forces."
)
NONE = QTextCharFormat.UnderlineStyle.NoUnderline


@pytest.fixture
def listening(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)


@pytest.fixture
def window(open_main: Callable[..., MainWindow], tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return open_main(path)


def told(pane: Pane) -> list[str]:
    """What is underlined in each paragraph, in order."""
    found = []
    block = pane.document().firstBlock()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        found += [
            units[2 * part.start : 2 * (part.start + part.length)].decode("utf-16-le")
            for part in block.textFormats()
            if part.format.underlineStyle() != NONE
        ]
        block = block.next()
    return found


def panes(window: MainWindow) -> tuple[Pane, Pane]:
    return window.parts.views.editors.panes


@pytest.mark.usefixtures("listening")
def test_each_mark_is_told_in_both_texts(window: MainWindow, qtbot: QtBot) -> None:
    marked = ["husband or wife forces", "calendar year ago", "husband or wife forces"]
    for pane in panes(window):
        qtbot.waitUntil(lambda pane=pane: told(pane) == marked)
    assert window.session.corrected == TEXT
    assert not window.session.decisions


@pytest.mark.usefixtures("listening")
def test_it_follows_the_review(window: MainWindow, qtbot: QtBot) -> None:
    _source, corrected = panes(window)
    qtbot.waitUntil(lambda: len(told(corrected)) == 3)
    window.session.accept(window.session.suspects[0], "partner forces")
    fixed = ["partner forces", "calendar year ago", "husband or wife forces"]
    qtbot.waitUntil(lambda: told(corrected) == fixed)
    corrected.put_caret(corrected.side.text.index("left"))
    qtbot.keyClicks(corrected, "!?")
    qtbot.waitUntil(lambda: told(corrected) == fixed)
    assert window.session.corrected.startswith("The partner forces !?left.")
    window.session.undo()
    window.session.undo()
    qtbot.waitUntil(lambda: told(corrected)[0] == "husband or wife forces")
    assert window.session.corrected == TEXT


def test_nothing_is_done_while_no_tool_listens(window: MainWindow, qtbot: QtBot) -> None:
    window.repaint()
    qtbot.waitUntil(lambda: len(window.session.suspects) == 3)
    assert [told(pane) for pane in panes(window)] == [[], []]

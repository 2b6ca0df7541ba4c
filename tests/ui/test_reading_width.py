"""Lines keep a length that is easy to read, however wide the window is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from unspin_gui.settings import Settings
from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.window.main_window import MainWindow

Open = Callable[..., MainWindow]
PROSE = "The minister said on Monday that the talks would go on until both sides had agreed. "


@pytest.fixture
def wide(qtbot: QtBot, open_main: Open, tmp_path: Path) -> MainWindow:
    path = tmp_path / "prose.txt"
    path.write_text(PROSE * 40, encoding="utf-8")
    window = open_main(path)
    window.resize(2560, 900)
    QApplication.processEvents()
    return window


def longest_line(pane: Pane) -> int:
    """The most letters in a line of the first paragraph."""
    block: QTextBlock = pane.document().firstBlock()
    pane.viewport().repaint()
    layout = block.layout()
    return max(layout.lineAt(k).textLength() for k in range(layout.lineCount()))


def panes(window: MainWindow) -> tuple[Pane, Pane]:
    return window.parts.views.editors.panes


def test_lines_have_about_ninety_letters_in_a_column_in_the_middle(wide: MainWindow) -> None:
    for pane in panes(wide):
        assert 75 <= longest_line(pane) <= 100
        area, text = pane.contentsRect(), pane.viewport().geometry()
        right = area.right() - pane.verticalScrollBar().width() - text.right()
        assert text.left() - area.left() > 100
        assert abs(text.left() - area.left() - right) <= 3


def test_the_column_grows_with_the_letters(wide: MainWindow) -> None:
    pane = panes(wide)[0]
    before = pane.viewport().width()
    for _ in range(3):
        wide.parts.actions["actionZoomIn"].trigger()
    QApplication.processEvents()
    assert pane.viewport().width() > before
    assert 75 <= longest_line(pane) <= 100


def test_a_narrow_window_has_no_margins(wide: MainWindow) -> None:
    wide.resize(900, 600)
    QApplication.processEvents()
    for pane in panes(wide):
        room = pane.contentsRect().width() - pane.verticalScrollBar().width()
        assert pane.viewport().width() >= room - 2


def test_it_can_be_switched_off_and_is_off_next_time(
    wide: MainWindow, open_main: Open, tmp_path: Path
) -> None:
    wide.parts.actions["actionReadingWidth"].trigger()
    QApplication.processEvents()
    assert min(map(longest_line, panes(wide))) > 100
    again = open_main(tmp_path / "prose.txt")
    again.resize(2560, 900)
    QApplication.processEvents()
    assert min(map(longest_line, panes(again))) > 100
    assert Settings().reading_width
    assert not again.parts.actions["actionReadingWidth"].isChecked()


def test_lines_that_are_not_wrapped_have_all_the_room(wide: MainWindow) -> None:
    wide.parts.actions["actionWordWrap"].trigger()
    QApplication.processEvents()
    for pane in panes(wide):
        room = pane.contentsRect().width() - pane.verticalScrollBar().width()
        assert pane.viewport().width() >= room - 2


def test_line_numbers_stand_beside_the_column(wide: MainWindow) -> None:
    wide.parts.actions["actionLineNumbers"].trigger()
    QApplication.processEvents()
    editors = wide.parts.views.editors
    for pane, numbers in zip(editors.panes, editors.numbers, strict=True):
        assert numbers.isVisible()
        assert numbers.geometry().right() + 1 == pane.viewport().x()
        assert 75 <= longest_line(pane) <= 100

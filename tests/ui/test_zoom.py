"""The list and the popup grow with the texts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from unspin_gui.ui.window.main_window import MainWindow

Open = Callable[..., MainWindow]


@pytest.fixture
def window(qtbot: QtBot, open_main: Open, tmp_path: Path) -> MainWindow:
    path = tmp_path / "text.txt"
    path.write_text("The husband or wife forces left a calendar year ago.", encoding="utf-8")
    return open_main(path)


def letters(window: MainWindow) -> list[float]:
    """The sizes of all letters in the list and in the popup."""
    popup, table = window.parts.popup_control.popup, window.parts.views.suspects.table
    parts: list[QWidget] = [table, table.horizontalHeader(), popup.list]
    for kind in (QLabel, QLineEdit, QPushButton):
        parts += popup.body.findChildren(kind)
    return [part.font().pointSizeF() for part in parts]


def test_zoom_enlarges_list_and_popup_and_normal_brings_them_back(window: MainWindow) -> None:
    actions, table = window.parts.actions, window.parts.views.suspects.table
    actions["actionShowSuggestions"].trigger()
    before, rows = letters(window), table.rowHeight(0)
    width = window.parts.popup_control.popup.body.wanted_width()
    for _ in range(6):
        actions["actionZoomIn"].trigger()
    QApplication.processEvents()
    assert letters(window) == pytest.approx([1.5 * size for size in before])
    assert table.rowHeight(0) > 1.2 * rows
    assert window.parts.popup_control.popup.body.wanted_width() > 1.2 * width
    actions["actionZoomReset"].trigger()
    QApplication.processEvents()
    assert letters(window) == pytest.approx(before)
    assert table.rowHeight(0) == rows


def test_the_second_start_is_as_large(window: MainWindow, open_main: Open, tmp_path: Path) -> None:
    for _ in range(6):
        window.parts.actions["actionZoomIn"].trigger()
    again = open_main(tmp_path / "text.txt")
    again.parts.popup_control.prepare()
    assert letters(again) == pytest.approx(letters(window))

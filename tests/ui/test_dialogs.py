"""Every dialog has room on a small screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from dialogs import ACTIONS, shown_by, text_in
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from unspin_gui.ui.widgets.labels import resize_on_screen
from unspin_gui.ui.window.main_window import MainWindow


@pytest.mark.parametrize("action", ACTIONS)
def test_it_can_be_as_small_as_a_small_screen(
    qtbot: QtBot, open_main: Callable[..., MainWindow], tmp_path: Path, action: str
) -> None:
    dialog = shown_by(action, open_main(text_in(tmp_path)), qtbot)
    least = dialog.minimumSizeHint()
    assert (least.width() <= 860, least.height() <= 540) == (True, True), least


def test_a_window_is_never_larger_than_its_screen(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    resize_on_screen(widget, 5000, 60)
    assert widget.width() < widget.screen().availableSize().width()
    assert widget.height() == 60

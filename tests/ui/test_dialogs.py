"""Every dialog has room on a small screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from unspin_gui.ui.widgets.labels import resize_on_screen
from unspin_gui.ui.window.main_window import MainWindow

ACTIONS = (
    *("actionPreferences", "actionShortcuts", "actionManual", "actionAbout", "actionAcceptAll"),
    *("actionEncoding", "actionEditGlossary", "actionExportGlossary", "actionImportGlossary"),
    *("actionLearnFromOriginal", "actionGlossaryStatistics", "actionGlossaryBackups"),
)


@pytest.mark.parametrize("action", ACTIONS)
def test_it_can_be_as_small_as_a_small_screen(
    qtbot: QtBot, open_main: Callable[..., MainWindow], tmp_path: Path, action: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The husband or wife forces left.", encoding="utf-8")
    window = open_main(path)
    window.parts.actions[action].trigger()
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QDialog)))
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    least = dialog.minimumSizeHint()
    assert (least.width() <= 860, least.height() <= 540) == (True, True), least


def test_a_window_is_never_larger_than_its_screen(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    resize_on_screen(widget, 5000, 60)
    assert widget.width() < widget.screen().availableSize().width()
    assert widget.height() == 60

"""The dialogs that actions open over a text."""

from pathlib import Path

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from unspin_gui.ui.window.main_window import MainWindow

ACTIONS = (
    *("actionPreferences", "actionShortcuts", "actionManual", "actionAbout", "actionAcceptAll"),
    *("actionEncoding", "actionEditGlossary", "actionExportGlossary", "actionImportGlossary"),
    *("actionLearnFromOriginal", "actionGlossaryStatistics", "actionGlossaryBackups"),
)


def text_in(folder: Path) -> Path:
    """A file with a text to open."""
    path = folder / "a.txt"
    path.write_text("The husband or wife forces left.", encoding="utf-8")
    return path


def shown_by(action: str, window: MainWindow, qtbot: QtBot) -> QDialog:
    """The dialog that an action of the window opens, once it is shown."""
    window.parts.actions[action].trigger()
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QDialog)))
    return next(d for d in window.findChildren(QDialog) if d.isVisible())

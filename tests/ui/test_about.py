"""About the program."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from unspin_gui import __version__
from unspin_gui.ui.help.about import AboutDialog, licences, system_info


def test_system_info_has_versions_and_nothing_of_the_user() -> None:
    text = system_info()
    assert f"unspin_gui {__version__}" in text
    assert "PySide6 6." in text
    assert "/home" not in text


def test_licences_are_shown() -> None:
    assert "MIT" in licences()


def test_copy(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.copy()
    assert QApplication.clipboard().text() == system_info()

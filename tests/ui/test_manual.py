"""The manual keeps up with the program."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from unspin_gui import paths
from unspin_gui.settings import Settings
from unspin_gui.ui.actions.actions import Actions, build_actions
from unspin_gui.ui.base.languages import speak
from unspin_gui.ui.help.manual import ManualDialog, manual_html


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    window = QMainWindow()
    qtbot.addWidget(window)
    return build_actions(window, Settings())


def test_every_action_with_a_key_is_in_the_table(actions: Actions) -> None:
    table = manual_html(actions).split("<table>")[-1]
    missing = [
        a.text() for a in actions if a.shortcuts() and f"<td>{actions.title(a)}</td>" not in table
    ]
    assert missing == []


def test_no_placeholder_is_left(actions: Actions) -> None:
    page = manual_html(actions)
    assert "<kbd>" not in page
    assert "<!--" not in page


def test_changed_keys_are_told(actions: Actions) -> None:
    actions.apply_shortcuts({"actionNextSuspect": "Ctrl+J"})
    assert "Press <b>Ctrl+J</b> to go" in manual_html(actions)


PAGES = sorted((paths.resources() / "manual").glob("*.html"))
every_page = pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])


@every_page
def test_keys_stand_in_the_page_by_action_only(path: Path) -> None:
    """Keys of the popup, which are no actions, are the only ones written out."""
    page = path.read_text(encoding="utf-8")
    written = set(re.findall(r"\b(?:Ctrl|Shift|Alt|Strg|Umschalt)\+\w+|\bF\d+\b", page))
    german = {"Umschalt+Eingabe", "Strg+Eingabe"}
    assert written == (german if path.stem == "de" else {"Shift+Return", "Ctrl+Return"})


@every_page
def test_every_link_leads_somewhere(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    targets = set(re.findall(r'name="(\w+)"', page))
    assert set(re.findall(r'href="#(\w+)"', page)) == targets
    assert "http" not in page


def test_it_follows_the_palette(actions: Actions, qtbot: QtBot) -> None:
    dialog = ManualDialog(actions)
    qtbot.addWidget(dialog)
    dialog.show()
    palette = QPalette(dialog.palette())
    palette.setColor(QPalette.ColorRole.Link, "#123456")
    dialog.setPalette(palette)
    assert "#123456" in dialog.page.document().defaultStyleSheet()
    assert "In one minute" in dialog.page.toPlainText()


def test_opened_again_it_tells_the_new_keys(actions: Actions, qtbot: QtBot) -> None:
    dialog = ManualDialog(actions)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.close()
    actions.apply_shortcuts({"actionNextSuspect": "Ctrl+J"})
    dialog.show()
    assert "Press Ctrl+J to go" in dialog.page.toPlainText()


@every_page
def test_every_language_tells_the_same(path: Path) -> None:
    """The same sections, rows and actions, in the same order."""
    english, other = (
        re.findall(r'<a name="\w+">|<tr>|<kbd>\w+</kbd>|<h\d>|<p|<pre', one.read_text("utf-8"))
        for one in (paths.resources() / "manual" / "en.html", path)
    )
    assert other == english


def test_the_page_is_in_the_language_of_the_window(actions: Actions) -> None:
    speak("de")
    try:
        assert "Barrierefreiheit" in manual_html(actions)
    finally:
        speak("en")
    assert "Accessibility" in manual_html(actions)

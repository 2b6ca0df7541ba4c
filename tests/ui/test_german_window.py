"""The window in German: nothing in English, nothing cut at 1,280 pixels, no access key twice."""

from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QDockWidget,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from unspin_gui.paths import resources
from unspin_gui.settings import Settings
from unspin_gui.store.files.settings_file import save_settings
from unspin_gui.ui.base.languages import speak
from unspin_gui.ui.widgets.elided import ElidedLabel
from unspin_gui.ui.window.main_window import MainWindow

DIALOGS = (
    *("actionAcceptAll", "actionPreferences", "actionEditGlossary", "actionShortcuts"),
    *("actionImportGlossary", "actionExportGlossary", "actionLearnFromOriginal"),
    *("actionGlossaryStatistics", "actionGlossaryBackups", "actionAbout", "actionManual"),
)


def english() -> set[str]:
    """The texts that have another wording in German, and are no German wording of another."""
    messages = list(ET.parse(resources() / "translations" / "de.ts").iter("message"))
    sources = {message.findtext("source", "") for message in messages}
    german = {part for message in messages for part in (message.findtext("translation") or "",)}
    return {text for text in sources - german if "{" not in text and "%" not in text}


def texts(root: QWidget) -> Iterator[str]:
    """Everything that is written in the visible widgets of a window, and said of them."""
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisible() or widget.window() is not root.window():
            continue
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from map(widget.itemText, range(widget.count()))
        elif isinstance(widget, QTabBar):
            yield from map(widget.tabText, range(widget.count()))
        elif isinstance(widget, QHeaderView) and widget.model() is not None:
            yield from headers(widget)


def headers(head: QHeaderView) -> Iterator[str]:
    for section in range(head.count()):
        yield str(head.model().headerData(section, head.orientation()) or "")


def cut(root: QWidget) -> list[str]:
    """Words that do not fit in their widget."""
    inside = [w for w in root.findChildren(QWidget) if w.isVisible() and w.window() is root]
    return [text for widget in inside for text in cut_in(widget)]


def cut_in(widget: QWidget) -> Iterator[str]:
    room, wide = widget.width() + 1, widget.fontMetrics().horizontalAdvance
    if isinstance(widget, QAbstractButton):
        yield from [widget.text()] if widget.text() and widget.sizeHint().width() > room else []
    elif isinstance(widget, QLabel):
        shown = "" if widget.wordWrap() or isinstance(widget, ElidedLabel) else widget.text()
        yield from [shown] if wide(shown.replace("&", "")) > room else []
    elif isinstance(widget, QTabBar):
        tabs = range(widget.count())
        yield from [widget.tabText(n) for n in tabs if widget.tabRect(n).right() > room]
    elif isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Horizontal:
        rooms = map(widget.sectionSize, range(widget.count()))
        for text, size in zip(headers(widget), rooms, strict=True):
            yield from [text] if size and wide(text) > size else []


def keys_twice(root: QWidget) -> set[str]:
    """The access keys (after &) that two visible parts of a dialog share."""
    found: list[str] = []
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, QAbstractButton | QLabel):
            label = isinstance(widget, QLabel) and widget.buddy() is None
            text = "" if label else widget.text().replace("&&", "")
            found += [text[text.index("&") + 1].lower()] if "&" in text else []
    return {key for key in found if found.count(key) > 1}


@pytest.fixture
def window(
    open_main: Callable[..., MainWindow], own_home: Path, tmp_path: Path
) -> Iterator[MainWindow]:
    save_settings(own_home / "config" / "settings.json", Settings(language="de"))
    path = tmp_path / "a.txt"
    path.write_text("The husband or wife forces left a calendar year ago.", encoding="utf-8")
    window = open_main(path)
    window.resize(1280, 760)
    # As where it is opened that wide; the screen of the tests is 800 pixels wide.
    window.resizeDocks(window.findChildren(QDockWidget), [370], Qt.Orientation.Horizontal)
    yield window
    speak("en")


def pages(dialog: QDialog) -> Iterator[str]:
    """Each page of a dialog, shown one after the other."""
    bars = dialog.findChildren(QTabWidget)
    for tabs in bars[:1]:
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            yield tabs.tabText(number)
    if not bars:
        yield dialog.windowTitle()


def test_the_window_itself(window: MainWindow, qtbot: QtBot) -> None:
    assert window.parts.actions["actionUndo"].text() == "&Rückgängig"
    window.parts.services.review.show_popup(window.session.suspects[0].span)
    popup = window.parts.popup_control.popup
    qtbot.waitUntil(popup.isVisible)
    menus = [a for menu in window.parts.actions.menus.values() for a in menu.actions()]
    told = {
        *texts(window),
        *texts(popup),
        *(a.text() for a in menus),
        *(a.statusTip() for a in menus),
    }
    assert told & english() == set()
    assert cut(window) == []
    assert cut(popup) == []


@pytest.mark.parametrize("action", DIALOGS)
def test_access_keys_differ_in_english_too(
    open_main: Callable[..., MainWindow], tmp_path: Path, action: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The husband or wife forces left a calendar year ago.", encoding="utf-8")
    window = open_main(path)
    window.parts.actions[action].trigger()
    for dialog in (d for d in window.findChildren(QDialog) if d.isVisible()):
        for page in pages(dialog):
            assert keys_twice(dialog) == set(), page


@pytest.mark.parametrize("action", DIALOGS)
def test_its_dialogs(window: MainWindow, qtbot: QtBot, action: str) -> None:
    window.parts.actions[action].trigger()
    dialogs = [d for d in window.findChildren(QDialog) if d.isVisible()]
    assert dialogs
    for dialog in dialogs:
        for page in pages(dialog):
            assert set(texts(dialog)) & english() == set(), page
            assert cut(dialog) == [], page
            assert keys_twice(dialog) == set(), page

"""Whatever takes the focus has a name for screen readers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QLabel, QListView, QScrollArea, QWidget

from unspin_gui.ui.window.main_window import MainWindow

DIALOGS = ("actionPreferences", "actionShortcuts", "actionManual", "actionAbout", "actionAcceptAll")


@pytest.fixture
def window(open_main: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    path = tmp_path / "a.txt"
    path.write_text("The husband or wife forces left.", encoding="utf-8")
    return open_main(path)


def nameless(root: QWidget) -> Iterator[str]:
    """The widgets that the keyboard reaches, have no name, and are no inner parts of Qt's own."""
    for widget in root.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or type(widget) in (QListView, QScrollArea)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not inner:
            told = QAccessible.queryAccessibleInterface(widget)
            text = told.text(QAccessible.Text.Name) if told else ""
            if not text and not (isinstance(widget, QLabel) and widget.isHidden()):
                yield f"{type(widget).__name__} {widget.objectName()}"


def test_the_window_and_its_popup(window: MainWindow) -> None:
    window.parts.services.review.show_popup(window.session.suspects[0].span)
    assert list(nameless(window)) == []


@pytest.mark.parametrize("action", DIALOGS)
def test_the_dialogs(window: MainWindow, action: str) -> None:
    window.parts.actions[action].trigger()
    dialogs = [d for d in window.findChildren(QDialog) if d.isVisible()]
    assert len(dialogs) == 1
    assert list(nameless(dialogs[0])) == []


def test_a_name_does_not_replace_what_is_told(window: MainWindow, tmp_path: Path) -> None:
    """To a screen reader the name of a label stands for its text: both are in it."""
    labels = [label for label in window.findChildren(QLabel) if label.isVisible() and label.text()]
    assert len(labels) > 3
    for label in labels:
        told = QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
        assert label.text().replace("&", "") in told.replace("&", ""), told
    status, editors = window.parts.views.status, window.parts.views.editors
    assert editors.source_label.accessibleName() == "File of the source: a.txt - source"
    assert status.encoding.accessibleName() == "Encoding and line ends: UTF-8  LF"
    window.parts.services.review.told.emit("3 replaced")
    assert status.said.accessibleName() == "Last action: 3 replaced"

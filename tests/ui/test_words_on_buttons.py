"""Whole words on every button, and a letter of its own, in each language of the window."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dialogs import ACTIONS, shown_by, text_in
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from unspin_gui.settings import Settings
from unspin_gui.ui.actions.actions import build_actions
from unspin_gui.ui.base.close_dialog import CloseDialog
from unspin_gui.ui.base.languages import speak
from unspin_gui.ui.base.unsaved import Unsaved
from unspin_gui.ui.help.hints import HintBubble, sample_hints
from unspin_gui.ui.window.main_window import MainWindow


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    speak(request.param)
    yield request.param
    speak("en")


def doubled(over: QWidget) -> dict[str, list[str]]:
    """The letters to which more than one visible control answers, with their texts."""
    owners: dict[str, list[str]] = defaultdict(list)
    for widget in over.findChildren(QWidget):
        here = widget.window() is over and widget.isVisibleTo(over)
        if isinstance(widget, QAbstractButton | QLabel) and here:
            key = QKeySequence.mnemonic(widget.text()).toString()
            if key and not (isinstance(widget, QLabel) and widget.buddy() is None):
                owners[key].append(widget.text())
    return {key: texts for key, texts in owners.items() if len(texts) > 1}


def cut(over: QWidget) -> list[str]:
    """The texts of the visible buttons that are narrower than their words."""
    buttons = [b for b in over.findChildren(QAbstractButton) if b.isVisibleTo(over) and b.text()]
    return [b.text() for b in buttons if b.width() < b.minimumSizeHint().width()]


@pytest.mark.parametrize("action", [*ACTIONS, "actionAddEntry"])
def test_dialogs(
    qtbot: QtBot, open_main: Callable[..., MainWindow], tmp_path: Path, language: str, action: str
) -> None:
    dialog = shown_by(action, open_main(text_in(tmp_path)), qtbot)
    assert doubled(dialog) == {}
    dialog.resize(dialog.minimumSizeHint())
    assert cut(dialog) == []


@pytest.mark.parametrize("unsaved", [("a.txt", ""), ("", "g.yaml"), ("a.txt", "g.yaml")])
def test_the_question_before_closing(qtbot: QtBot, language: str, unsaved: tuple[str, str]) -> None:
    dialog = CloseDialog(Unsaved(*unsaved))
    qtbot.addWidget(dialog)
    dialog.show()
    assert doubled(dialog) == {}


def test_the_hints(qtbot: QtBot, language: str) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1200, 600)
    window.show()
    bubble = HintBubble(window)
    for hint in sample_hints(build_actions(window, Settings()), window, window, window):
        bubble.show_hint(hint, 1, 4)
        QApplication.processEvents()
        assert cut(bubble) == []
        assert bubble.text.height() >= bubble.text.heightForWidth(bubble.text.width())
        assert window.rect().contains(bubble.geometry())

"""No two controls of a dialog answer to the same letter, in any language of the window."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from unspin_gui.ui.base.close_dialog import CloseDialog, Unsaved
from unspin_gui.ui.base.languages import speak
from unspin_gui.ui.window.main_window import MainWindow

ACTIONS = (
    *("actionPreferences", "actionShortcuts", "actionManual", "actionAbout", "actionAcceptAll"),
    *("actionEncoding", "actionEditGlossary", "actionExportGlossary", "actionImportGlossary"),
    *("actionLearnFromOriginal", "actionGlossaryStatistics", "actionGlossaryBackups"),
    "actionAddEntry",
)


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


@pytest.mark.parametrize("action", ACTIONS)
def test_dialogs(
    qtbot: QtBot, open_main: Callable[..., MainWindow], tmp_path: Path, language: str, action: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The husband or wife forces left.", encoding="utf-8")
    window = open_main(path)
    window.parts.actions[action].trigger()
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QDialog)))
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    assert doubled(dialog) == {}


@pytest.mark.parametrize("unsaved", [("a.txt", ""), ("", "g.yaml"), ("a.txt", "g.yaml")])
def test_the_question_before_closing(qtbot: QtBot, language: str, unsaved: tuple[str, str]) -> None:
    dialog = CloseDialog(Unsaved(*unsaved))
    qtbot.addWidget(dialog)
    dialog.show()
    assert doubled(dialog) == {}

"""The questions, answered through the dialogs that are really shown."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from unspin_gui.ui.base.close_dialog import CloseDialog
from unspin_gui.ui.base.prompts import Prompts
from unspin_gui.ui.base.unsaved import CloseAnswer, Unsaved


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def prompts(window: QWidget) -> Prompts:
    return Prompts(window)


def press(window: QWidget, qtbot: QtBot, text: str) -> None:
    box = window.findChild(QMessageBox)
    chosen = next(b for b in box.buttons() if b.text().replace("&", "") == text)
    qtbot.mouseClick(chosen, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("text", "answers"), [("Overwrite", ["yes"]), ("Cancel", [])])
def test_overwrite(
    prompts: Prompts, window: QWidget, qtbot: QtBot, text: str, answers: list[str]
) -> None:
    done: list[str] = []
    prompts.ask_overwrite(Path("<b>x</b>.txt"), lambda: done.append("yes"))
    press(window, qtbot, text)
    assert done == answers


def test_return_never_overwrites(prompts: Prompts, window: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    prompts.ask_overwrite(Path("x.txt"), lambda: done.append("yes"))
    qtbot.keyClick(window.findChild(QMessageBox), Qt.Key.Key_Return)
    assert done == []


def test_no_label_of_a_box_reads_markup(prompts: Prompts, window: QWidget) -> None:
    prompts.confirm("<b>no</b>", "<i>because</i>", "Yes", list)
    labels = window.findChild(QMessageBox).findChildren(QLabel)
    texts = [label for label in labels if label.text()]
    assert len(texts) >= 2
    assert {label.textFormat() for label in texts} == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize(
    ("text", "answer"), [("Save as UTF-8", "utf-8"), ("Replace with “?”", "replace")]
)
def test_encoding_loss(
    prompts: Prompts, window: QWidget, qtbot: QtBot, text: str, answer: str
) -> None:
    done: list[str] = []
    prompts.ask_encoding_loss("Windows-1252", "≠≠→", done.append)
    assert "≠ →" in window.findChild(QMessageBox).informativeText()
    press(window, qtbot, text)
    assert done == [answer]


@pytest.mark.parametrize(("text", "answer"), [("Overwrite", "over"), ("Save As…", "as")])
def test_changed_on_disk(
    prompts: Prompts, window: QWidget, qtbot: QtBot, text: str, answer: str
) -> None:
    done: list[str] = []
    prompts.ask_changed_on_disk(Path("x"), lambda: done.append("over"), lambda: done.append("as"))
    press(window, qtbot, text)
    assert done == [answer]


def test_unsaved(prompts: Prompts, window: QWidget, qtbot: QtBot) -> None:
    done: list[CloseAnswer] = []
    prompts.ask_unsaved(Unsaved("a.txt", ""), done.append)
    qtbot.keyClick(window.findChild(CloseDialog), Qt.Key.Key_Return)
    assert done == [CloseAnswer(text=True, glossary=False)]


def test_open_paths(prompts: Prompts, window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    done: list[tuple[Path, ...]] = []
    prompts.ask_open_paths(tmp_path, done.append)
    dialog = window.findChild(QFileDialog)
    name = dialog.findChild(QLineEdit)
    name.clear()
    qtbot.keyClicks(name, "a.txt")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert done == [(tmp_path / "a.txt",)]


def test_save_path_proposes_the_name(
    prompts: Prompts, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    done: list[Path] = []
    prompts.ask_save_path("Save", tmp_path / "b.corrected.txt", done.append)
    dialog = window.findChild(QFileDialog)
    assert dialog.selectedFiles() == [str(tmp_path / "b.corrected.txt")]
    dialog.accept()
    assert done == [tmp_path / "b.corrected.txt"]


def test_a_relative_suggestion_is_one_from_where_the_program_was_started(
    prompts: Prompts, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "papers").mkdir()
    monkeypatch.chdir(tmp_path)
    done: list[Path] = []
    prompts.ask_save_path("Save", Path("papers/a.txt"), done.append)
    dialog = window.findChild(QFileDialog)
    assert dialog.selectedFiles() == [str(tmp_path / "papers" / "a.txt")]
    field = dialog.findChild(QLineEdit)
    assert field.text() == "a.txt"
    dialog.accept()
    assert done == [tmp_path / "papers" / "a.txt"]


def test_the_question_of_a_dialog_belongs_to_the_dialog(
    prompts: Prompts, window: QWidget, qtbot: QtBot
) -> None:
    """Otherwise the keyboard goes to the window behind it, and what is typed into the text."""
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    dialog.show()
    own = prompts.over(field)
    own.ask_open_path("Import", Path.home(), lambda _path: None)
    own.ask_overwrite(Path("x.txt"), lambda: None)
    for asked in (window.findChild(QFileDialog), window.findChild(QMessageBox)):
        assert asked.parentWidget().window() is dialog

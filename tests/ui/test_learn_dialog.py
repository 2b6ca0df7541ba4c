"""Learning pairs from a spun text and its original, by mouse and keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import FakePrompts
from owners import Owner
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from unspin_gui.application.learning_from_original import TextSide
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.glossary.exchange.learn_dialog import LearnDialog

ORIGINAL = (
    "The researchers used artificial intelligence to find breast cancer in the clinic.\n\n"
    "Artificial intelligence was trained on images from last year.\n\n"
    "The study was paid for by the department of defense and it took a week."
)
SPUN = (
    "The researchers used counterfeit consciousness to find bosom peril in the clinic.\n\n"
    "Counterfeit consciousness was trained on images from calendar year ago.\n\n"
    "The study was paid for by the section of safeguard and it took 7 days."
)


@pytest.fixture
def owner() -> Owner:
    return Owner(())


@pytest.fixture
def dialog(qtbot: QtBot, owner: Owner) -> Iterator[LearnDialog]:
    tasks = Tasks()
    dialog = LearnDialog(owner, tasks, FakePrompts())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.begin(TextSide("spun.txt", SPUN))
    qtbot.waitUntil(dialog.isActiveWindow)
    yield dialog
    tasks.close()


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "original.txt"
    path.write_text(ORIGINAL, encoding="utf-8")
    return path


def compare(qtbot: QtBot, dialog: LearnDialog, original: Path) -> dict[str, str]:
    dialog._prompts = FakePrompts(open_path=original)
    qtbot.keyClick(dialog.choosers[2], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(dialog.model.rows), timeout=60_000)
    return {row.thing.phrase: row.thing.fix for row in dialog.model.rows}


def test_the_ticked_pairs_are_learnt_as_one_act(
    qtbot: QtBot, dialog: LearnDialog, owner: Owner, original: Path
) -> None:
    assert dialog.focusWidget() is dialog.choosers[2]
    found = compare(qtbot, dialog, original)
    assert found["counterfeit consciousness"] == "artificial intelligence"
    dialog.threshold.setValue(50)
    assert dialog.take.text() == f"&Learn {len(found)} pairs"
    dialog.table.setFocus()
    assert dialog.table.current is not None
    left_out = dialog.table.current.thing.phrase
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.learnt) as told:
        qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert told.args == [len(found) - 1]
    assert set(owner.mine) == set(found) - {left_out}
    assert owner.labels == [f"learn {len(found) - 1} pairs from original.txt"]
    assert {entry.source for entry in owner.history[-1].entries} == {"learnt from original.txt"}


def test_the_threshold_ticks_by_confidence_and_leaves_what_was_set_by_hand(
    qtbot: QtBot, dialog: LearnDialog, original: Path
) -> None:
    compare(qtbot, dialog, original)
    dialog.table.setFocus()
    row = dialog.table.current
    assert row is not None
    was = row.ticked
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    dialog.threshold.setValue(100)
    others = [one for one in dialog.model.rows if one is not row]
    assert all(one.ticked == (one.thing.confidence >= 1.0) for one in others)
    assert row.ticked is not was


def test_an_ordinary_word_is_offered_for_its_context_and_not_ticked(
    qtbot: QtBot, owner: Owner, dialog: LearnDialog, tmp_path: Path
) -> None:
    path = tmp_path / "original.txt"
    path.write_text(SPUN.replace("paid for", "financed").replace("bosom", "breast"))
    dialog.begin(TextSide("spun.txt", SPUN.replace("paid for", "subsidised")))
    compare(qtbot, dialog, path)
    dialog.threshold.setValue(50)
    row = next(one for one in dialog.model.rows if one.thing.phrase == "subsidised")
    assert not row.ticked
    for one in dialog.model.ticked:
        dialog.model.tick([one], on=False)
    dialog.model.tick([row], on=True)
    dialog.accept()
    (entry,) = owner.history[-1].entries
    assert (entry.phrase, entry.prefer) == ("subsidised", True)


def test_a_fix_is_written_anew_with_f2(
    qtbot: QtBot, dialog: LearnDialog, owner: Owner, original: Path
) -> None:
    compare(qtbot, dialog, original)
    dialog.threshold.setValue(100)
    for row in dialog.model.ticked:
        dialog.model.tick([row], on=False)
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_F2)
    field = dialog.table.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "AI")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.take.text() == "&Learn 1 pair")
    assert dialog.isVisible()
    dialog.accept()
    assert list(owner.mine.values()) == [("AI",)]


def test_what_cannot_be_compared_is_told(qtbot: QtBot, dialog: LearnDialog, tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    dialog.set_side(1, TextSide(missing.name, path=missing))
    qtbot.waitUntil(lambda: bool(dialog.messages.texts))
    assert str(missing) in dialog.messages.texts[0]
    dialog.set_side(1, TextSide("same.txt", SPUN))
    qtbot.waitUntil(lambda: any("spun text itself" in text for text in dialog.messages.texts))
    assert not dialog.take.isEnabled()


def test_the_original_comes_from_the_clipboard(qtbot: QtBot, dialog: LearnDialog) -> None:
    QApplication.clipboard().setText("")
    qtbot.mouseClick(dialog.choosers[3], Qt.MouseButton.LeftButton)
    assert "no text" in dialog.messages.texts[0]
    QApplication.clipboard().setText(ORIGINAL)
    qtbot.mouseClick(dialog.choosers[3], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.model.rows), timeout=60_000)
    assert dialog.names[1].text() == "Text on the clipboard"

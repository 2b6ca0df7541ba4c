"""What is done in all files of a list at once: accepting, finding, summing up, reporting."""

import csv
from pathlib import Path

import pytest
from listed_files import MARKED, Hand, Opener, make_folder, teach
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from unspin_gui.ui.queue.accept_dialog import AcceptInFiles
from unspin_gui.ui.queue.accept_model import FILE
from unspin_gui.ui.queue.find_dialog import FindInFiles
from unspin_gui.ui.queue.summary_dialog import FilesSummary


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "texts")


@pytest.fixture
def hand(qtbot: QtBot, open_main: Opener, folder: Path) -> Hand:
    return Hand(qtbot, open_main(folder))


# ---- accepting ------------------------------------------------------------------------------


def accept_dialog(hand: Hand) -> AcceptInFiles:
    """The dialog once all files are read."""
    hand.press("actionAcceptAllFiles")
    (dialog,) = hand.window.findChildren(AcceptInFiles)
    hand.qtbot.waitUntil(lambda: not dialog.across.is_busy)
    return dialog


def replace(hand: Hand, dialog: AcceptInFiles) -> None:
    with hand.qtbot.waitSignal(dialog.finished):
        hand.qtbot.mouseClick(dialog.replace, Qt.MouseButton.LeftButton)
    hand.settle()


def test_the_table_lists_the_phrases_of_every_file(hand: Hand) -> None:
    dialog = accept_dialog(hand)
    model = dialog.model
    cells = [
        [model.index(row, column).data() for column in (0, 1, 2, FILE)]
        for row in range(model.rowCount())
    ]
    assert len(cells) == 6
    assert ["husband or wife forces", "partner forces", "1", "4.txt"] in cells
    assert model.headerData(FILE, Qt.Orientation.Horizontal) == "File"
    assert dialog.table.currentIndex().row() == 0  # and its places are shown
    assert dialog.focusWidget() is dialog.table
    assert dialog.sentences.count() == 1
    first = dialog.sentences.item(0).text()
    dialog.table.selectRow(5)
    assert dialog.sentences.count() == 1
    assert dialog.sentences.item(0).text() != first
    dialog.reject()


def test_accepting_in_all_files_is_one_undo_step_in_each(hand: Hand, folder: Path) -> None:
    before = sorted(folder.iterdir())
    replace(hand, accept_dialog(hand))
    for number in (1, 2, 4):
        assert hand.state(f"{number}.txt") == ("finished", 0, 2, True)
    assert sorted(folder.iterdir()) == before
    fixed = MARKED.replace("husband or wife forces", "partner forces")
    fixed = fixed.replace("calendar year ago", "year ago")
    for number in (4, 1, 2):
        hand.open(f"{number}.txt")
        assert hand.session.corrected == fixed.format(number)
        hand.session.undo()
        assert hand.session.corrected == MARKED.format(number)
        assert not hand.session.history.can_undo
        assert not hand.session.history.is_dirty
        hand.settle()
        assert hand.state(f"{number}.txt")[:3] == ("work", 2, 0)


def test_what_is_not_ticked_stays(hand: Hand) -> None:
    dialog = accept_dialog(hand)
    model = dialog.model
    for row in range(model.rowCount()):
        if model.index(row, FILE).data() != "2.txt":
            off = Qt.CheckState.Unchecked
            model.setData(model.index(row, 0), off, Qt.ItemDataRole.CheckStateRole)
    replace(hand, dialog)
    assert hand.state("1.txt")[2] == hand.state("4.txt")[2] == 0
    assert hand.state("2.txt") == ("finished", 0, 2, True)


def test_a_fix_written_in_the_table_is_used_and_learnt_at_once(hand: Hand) -> None:
    dialog = accept_dialog(hand)
    model = dialog.model
    row = next(
        row
        for row in range(model.rowCount())
        if model.index(row, FILE).data() == "4.txt" and model.index(row, 0).data()[:7] == "husband"
    )
    model.setData(model.index(row, 1), "police")
    replace(hand, dialog)
    assert hand.window.parts.services.library.is_dirty
    hand.open("4.txt")
    assert "The police met." in hand.session.corrected
    hand.open("2.txt")
    assert "The partner forces met." in hand.session.corrected


def test_accepted_decisions_are_there_at_the_next_start(
    hand: Hand, qtbot: QtBot, open_main: Opener, folder: Path
) -> None:
    replace(hand, accept_dialog(hand))
    hand.window.parts.files.give_up()
    hand.window.close()
    again = Hand(qtbot, open_main(folder))
    assert again.state("4.txt") == ("finished", 0, 2, True)


def test_a_file_changed_while_the_table_was_open_is_not_mangled(hand: Hand, folder: Path) -> None:
    dialog = accept_dialog(hand)
    (folder / "2.txt").write_text("Other words, husband or wife forces.", encoding="utf-8")
    (folder / "4.txt").unlink()
    replace(hand, dialog)
    hand.open("2.txt")
    assert hand.session.corrected == "Other words, husband or wife forces."
    assert any("4.txt" in text for text in hand.window.parts.feedback.messages.texts)


# ---- finding --------------------------------------------------------------------------------


def test_words_are_found_in_the_corrected_texts_of_all_files(hand: Hand) -> None:
    hand.accept()
    hand.press("actionFindInFiles")
    (dialog,) = hand.window.findChildren(FindInFiles)
    dialog.needle.setText("partner forces")
    hand.qtbot.mouseClick(dialog.search, Qt.MouseButton.LeftButton)
    hand.qtbot.waitUntil(lambda: not dialog.across.is_busy)
    assert [hit.key.path.name for hit in dialog._hits] == ["1.txt"]
    dialog.needle.setText("number 4")
    hand.qtbot.keyClick(dialog.needle, Qt.Key.Key_Return)
    hand.qtbot.waitUntil(lambda: not dialog.across.is_busy)
    (row,) = dialog.table.rows.shown
    assert row.cells[0] == "4.txt"
    dialog.table.entered.emit()
    hand.settle()
    assert hand.name == "4.txt"
    pane = hand.window.parts.views.editors.corrected
    assert abs(pane.caret - hand.session.corrected.index("number 4")) <= len("number 4")
    dialog.close()


def test_a_broken_pattern_is_told(hand: Hand) -> None:
    hand.press("actionFindInFiles")
    (dialog,) = hand.window.findChildren(FindInFiles)
    dialog.pattern.setChecked(True)
    dialog.needle.setText("(")
    dialog.start()
    assert not dialog.across.is_busy
    assert "(" not in dialog.told.text()
    assert dialog.told.text()
    dialog.close()


# ---- summing up -----------------------------------------------------------------------------


def summary(hand: Hand) -> FilesSummary:
    hand.press("actionFilesSummary")
    (dialog,) = hand.window.findChildren(FilesSummary)
    return dialog


def test_the_summary_counts_files_places_and_pairs(hand: Hand) -> None:
    hand.accept()
    hand.press("actionFinishFile")
    teach(hand, "in town number", "in village number")
    dialog = summary(hand)
    lines = dialog.figures.text().split("\n")
    assert lines[:4] == ["4 files", "1 finished", "2 decisions", "4 marks open"]
    assert lines[4].startswith("1 pair")
    assert lines[5].startswith("2 ")
    dialog.save.click()
    hand.settle()
    assert dialog.figures.text().split("\n")[5].startswith("0 ")
    dialog.reject()


@pytest.mark.parametrize("ending", ["html", "csv"])
def test_one_report_on_all_files(hand: Hand, tmp_path: Path, folder: Path, ending: str) -> None:
    (folder / "2.txt").unlink()
    hand.accept()
    dialog, path = summary(hand), tmp_path / f"report.{ending}"
    dialog.save_report(path)
    hand.qtbot.waitUntil(lambda: not dialog.across.is_busy and path.exists())
    text = path.read_text(encoding="utf-8-sig")
    if ending == "csv":
        rows = list(csv.DictReader(text.splitlines()))
        found = [(row["file"], row["phrase"], row["fix"], row["state"]) for row in rows]
        assert {row["reason"].split()[0] for row in rows} == {"in"}
        assert sorted(found) == [
            ("1.txt", "calendar year ago", "year ago", "open"),
            ("1.txt", "husband or wife forces", "partner forces", "accepted"),
            ("4.txt", "calendar year ago", "year ago", "open"),
            ("4.txt", "husband or wife forces", "partner forces", "open"),
        ]
    else:
        for part in ("1.txt", "2.txt", "3.txt", "4.txt", "partner forces", "Places: 4"):
            assert part in text
    dialog.reject()


def test_at_the_end_the_summary_is_offered(hand: Hand) -> None:
    for _ in range(3):
        hand.press("actionFinishFile")
    assert any("last file" in text for text in hand.window.parts.feedback.messages.texts)

"""Several files are worked through in one window, and nothing that was decided is lost."""

import subprocess
import sys
from pathlib import Path

import pytest
from listed_files import MARKED, Hand, Opener, make_folder, teach
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from unspin_gui.store.review.journal import replay
from unspin_gui.ui.base.unsaved import CloseAnswer
from unspin_gui.ui.window.main_window import MainWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three texts with two marks each, and one without any."""
    return make_folder(tmp_path / "texts")


@pytest.fixture
def hand(qtbot: QtBot, open_main: Opener, folder: Path) -> Hand:
    return Hand(qtbot, open_main(folder))


# ---- the list -------------------------------------------------------------------------------


def test_a_folder_is_a_list_in_one_window(hand: Hand, folder: Path) -> None:
    assert len(MainWindow.opened) == 1
    paths = hand.column(0, Qt.ItemDataRole.UserRole)
    assert sorted(paths) == [str(folder / f"{number}.txt") for number in (1, 2, 3, 4)]
    assert hand.column(0) == ["1.txt", "2.txt", "4.txt", "3.txt"]  # what has no marks is last
    assert hand.column(1) == ["2", "2", "2", "0"]
    assert hand.column(4) == ["16", "16", "16", "10"]
    assert hand.name == "1.txt"
    assert hand.session.source == MARKED.format(1)


def test_several_files_are_a_list_too(qtbot: QtBot, open_main: Opener, folder: Path) -> None:
    hand = Hand(qtbot, open_main(folder / "4.txt", folder / "2.txt"))
    assert hand.column(0) == ["2.txt", "4.txt"]
    assert len(MainWindow.opened) == 1


def test_a_single_file_builds_no_list(open_main: Opener, folder: Path) -> None:
    window = open_main(folder / "1.txt")
    assert window.parts.queue.commands is None
    assert not window.parts.actions["actionNextFile"].isEnabled()


@pytest.mark.parametrize("held", [True, False])
def test_with_shift_files_open_in_windows_of_their_own(
    qtbot: QtBot, open_main: Opener, folder: Path, held: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = (folder / "1.txt", folder / "2.txt")
    window = open_main(open_paths=files)
    shift = Qt.KeyboardModifier.ShiftModifier if held else Qt.KeyboardModifier.NoModifier
    monkeypatch.setattr(QGuiApplication, "keyboardModifiers", lambda: shift)
    window.parts.actions["actionOpen"].trigger()
    wanted = 3 if held else 1
    qtbot.waitUntil(lambda: len(MainWindow.opened) == wanted)
    qtbot.waitUntil(lambda: not any(each.property("analysing") for each in MainWindow.opened))
    assert window.parts.queue.is_open == (not held)
    for other in list(MainWindow.opened - {window}):
        other.close()


def test_a_folder_is_chosen_in_a_dialog(qtbot: QtBot, open_main: Opener, folder: Path) -> None:
    window = open_main(folder=folder)
    window.parts.actions["actionOpenFolder"].trigger()
    qtbot.waitUntil(lambda: not window.property("analysing"))
    assert Hand(qtbot, window).name == "1.txt"
    assert window.preferences.settings.recent[0] == str(folder)


def test_a_folder_without_texts_says_so(qtbot: QtBot, open_main: Opener, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    hand = Hand(qtbot, open_main(tmp_path / "empty"))
    assert hand.column(0) == []
    assert hand.table.accessibleDescription()
    hand.press("actionNextFile")
    assert not hand.window.parts.services.workspace.is_open


def test_a_click_opens_a_file(hand: Hand, qtbot: QtBot) -> None:
    table = hand.table
    place = table.visualRect(table.model().index(2, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    hand.settle()
    assert hand.name == "4.txt"
    assert hand.column(0)[table.currentIndex().row()] == "4.txt"


def test_rows_are_read_out_in_full(hand: Hand) -> None:
    hand.accept()
    told = hand.column(0, Qt.ItemDataRole.AccessibleTextRole)[0]
    for part in ("1.txt", "in progress", "not saved", "1"):
        assert part in told


def test_the_list_is_reached_by_keys(hand: Hand) -> None:
    hand.window.activateWindow()
    reached = []
    for _ in range(4):
        hand.press("actionNextPane")
        focus = hand.window.focusWidget()
        reached.append(focus.objectName() if focus else "")
    assert sorted(reached) == ["correctedPane", "fileList", "sourcePane", "suspectList"]
    hand.table.setFocus()
    hand.table.selectRow(1)
    hand.qtbot.keyClick(hand.table, Qt.Key.Key_Return)
    hand.settle()
    assert hand.name == "2.txt"


def test_the_list_can_be_closed(hand: Hand) -> None:
    hand.press("actionCloseFiles")
    assert not hand.window.parts.queue.is_open
    assert not hand.window.parts.queue.dock.isVisible()  # type: ignore[union-attr]
    assert hand.session.source == MARKED.format(1)
    assert not hand.window.parts.actions["actionNextFile"].isEnabled()


# ---- going from file to file ----------------------------------------------------------------


def test_next_and_previous_go_round_the_files_with_marks(hand: Hand) -> None:
    seen = [hand.name]
    for _ in range(3):
        hand.press("actionNextFile")
        seen.append(hand.name)
    assert seen == ["1.txt", "2.txt", "4.txt", "1.txt"]
    hand.press("actionPreviousFile")
    assert hand.name == "4.txt"


def test_finished_files_are_passed_over(hand: Hand) -> None:
    hand.press("actionFinishFile")
    assert hand.name == "2.txt"
    assert hand.state("1.txt") == ("finished", 2, 0, False)
    hand.press("actionNextFile")
    hand.press("actionNextFile")
    assert hand.name == "2.txt"
    assert hand.column(0)[-1] in ("1.txt", "3.txt")
    for _ in range(2):
        hand.press("actionFinishFile")
    assert all(row.state == "finished" or not row.suspects for row in hand.owner.queue)
    assert hand.window.parts.feedback.messages.texts


def test_a_file_without_marks_left_is_finished_until_some_come_back(hand: Hand) -> None:
    hand.accept()
    hand.accept()
    assert hand.state("1.txt") == ("finished", 0, 2, True)
    hand.session.undo()
    hand.settle()
    assert hand.state("1.txt") == ("work", 1, 1, True)


def test_marks_are_there_as_soon_as_the_next_file_is(hand: Hand) -> None:
    found: list[int] = []
    hand.window.parts.services.workspace.opened.connect(
        lambda: found.append(len(hand.session.suspects))
    )
    hand.press("actionNextFile")
    assert found == [2]


# ---- what was decided -----------------------------------------------------------------------


def test_switching_keeps_decisions_and_history_and_writes_no_text(hand: Hand, folder: Path) -> None:
    before = sorted(folder.iterdir())
    hand.accept()
    hand.press("actionNextFile")
    assert not hand.session.history.is_dirty
    hand.press("actionPreviousFile")
    assert hand.name == "1.txt"
    assert [d.text for d in hand.session.decisions] == ["partner forces"]
    assert hand.session.history.is_dirty
    hand.session.undo()
    assert hand.session.corrected == MARKED.format(1)
    hand.session.redo()
    assert hand.session.corrected != MARKED.format(1)
    assert sorted(folder.iterdir()) == before
    assert hand.window.parts.feedback.prompts.asked == []  # type: ignore[attr-defined]


def test_only_the_open_text_is_held(hand: Hand) -> None:
    for _ in range(3):
        hand.press("actionNextFile")
    assert len(hand.owner.kept) == 3
    for kept in hand.owner.kept.values():
        assert kept.history.document.source == kept.history.saved.source == ""


def test_what_one_file_teaches_counts_in_the_next_at_once(hand: Hand) -> None:
    teach(hand, "in town number", "in village number")
    hand.press("actionNextFile")
    assert "in town number" in [suspect.phrase for suspect in hand.session.suspects]
    assert hand.window.parts.services.library.is_dirty


def test_undo_in_the_first_file_takes_it_back_from_the_others(hand: Hand) -> None:
    teach(hand, "in town number", "in village number")
    hand.press("actionNextFile")
    hand.press("actionPreviousFile")
    hand.session.undo()
    hand.press("actionNextFile")
    assert "in town number" not in [suspect.phrase for suspect in hand.session.suspects]
    assert not hand.window.parts.services.library.is_dirty


def test_saving_the_glossary_saves_what_all_files_taught(hand: Hand, mine: Path) -> None:
    teach(hand, "in town number", "in village number")
    hand.press("actionNextFile")
    teach(hand, "They met", "They saw each other")
    hand.press("actionSaveGlossary")
    text = mine.read_text(encoding="utf-8")
    assert "in town number" in text
    assert "They met" in text
    assert not hand.window.parts.services.library.is_dirty
    hand.press("actionNextFile")
    assert not hand.window.parts.services.library.is_dirty
    assert "in town number" in [suspect.phrase for suspect in hand.session.suspects]


def test_closed_and_opened_again_everything_is_there(
    hand: Hand, qtbot: QtBot, open_main: Opener, folder: Path
) -> None:
    hand.accept()
    hand.press("actionFinishFile")
    hand.accept()
    hand.window.parts.files.give_up()
    hand.window.close()
    again = Hand(qtbot, open_main(folder))
    assert again.state("1.txt") == ("finished", 1, 1, True)
    assert again.state("2.txt") == ("work", 1, 1, True)
    assert again.state("4.txt") == ("unread", 2, 0, False)
    assert again.name == "2.txt"
    assert [d.text for d in again.session.decisions] == ["partner forces"]
    assert again.session.history.is_dirty


def test_renamed_files_are_found_again(
    hand: Hand, qtbot: QtBot, open_main: Opener, folder: Path
) -> None:
    hand.accept()
    hand.press("actionFinishFile")
    hand.window.parts.files.give_up()
    hand.window.close()
    (folder / "1.txt").rename(folder / "one.txt")
    again = Hand(qtbot, open_main(folder))
    assert again.state("one.txt") == ("finished", 1, 1, True)
    again.open("one.txt")
    assert [d.text for d in again.session.decisions] == ["partner forces"]


def test_copies_are_rows_of_their_own(qtbot: QtBot, open_main: Opener, folder: Path) -> None:
    (folder / "copy of 1.txt").write_text(MARKED.format(1), encoding="utf-8")
    hand = Hand(qtbot, open_main(folder))
    hand.open("1.txt")
    hand.accept()
    hand.press("actionFinishFile")
    assert hand.state("copy of 1.txt")[0] in ("unread", "work")
    hand.open("copy of 1.txt")
    assert hand.state("1.txt")[0] == "finished"


# ---- what goes wrong ------------------------------------------------------------------------


def test_a_file_that_cannot_be_read_says_so_in_its_row(
    qtbot: QtBot, open_main: Opener, folder: Path
) -> None:
    (folder / "0.docx").write_bytes(b"no document")
    hand = Hand(qtbot, open_main(folder))
    assert hand.state("0.docx")[0] == "error"
    assert hand.name == "1.txt"
    told = hand.column(0, Qt.ItemDataRole.ToolTipRole)
    assert any("0.docx" in tip for tip in told)
    hand.open("0.docx")  # whoever opens it all the same is told why not
    assert hand.window.parts.feedback.messages.texts
    assert hand.name == "1.txt"


def test_a_file_that_vanished_is_passed_over(hand: Hand, folder: Path) -> None:
    (folder / "2.txt").unlink()
    hand.press("actionNextFile")
    assert hand.state("2.txt")[0] == "error"
    assert hand.name == "4.txt"


def test_a_reloaded_file_stays_in_the_list(hand: Hand, folder: Path) -> None:
    hand.accept()
    (folder / "1.txt").write_text("New first words. " + MARKED.format(1), encoding="utf-8")
    hand.press("actionReload")
    assert hand.name == "1.txt"
    assert len(hand.session.decisions) == 1
    hand.press("actionNextFile")
    hand.press("actionPreviousFile")
    assert hand.session.source.startswith("New first words.")
    assert len(hand.session.decisions) == 1


def test_where_no_other_file_can_be_read_the_open_one_stays(hand: Hand, folder: Path) -> None:
    hand.accept()
    for name in ("2.txt", "4.txt"):
        (folder / name).unlink()
    hand.press("actionNextFile")
    assert hand.name == "1.txt"
    assert len(hand.session.decisions) == 1
    assert hand.window.parts.feedback.messages.texts


def test_a_file_changed_meanwhile_is_read_anew(hand: Hand, folder: Path) -> None:
    hand.settle()
    (folder / "2.txt").write_text("Another text with husband or wife forces.", encoding="utf-8")
    hand.press("actionNextFile")
    assert hand.session.source == "Another text with husband or wife forces."
    assert [suspect.phrase for suspect in hand.session.suspects] == ["husband or wife forces"]


def test_a_file_changed_after_it_was_left_keeps_what_still_fits(hand: Hand, folder: Path) -> None:
    hand.accept()
    hand.press("actionNextFile")
    new = "New words first. " + MARKED.format(1)
    (folder / "1.txt").write_text(new, encoding="utf-8")
    hand.press("actionPreviousFile")
    assert hand.session.source == new
    assert [d.text for d in hand.session.decisions] == ["partner forces"]


def test_decisions_that_cannot_be_remembered_stay_here_and_in_the_journal(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    from unspin_gui.core.errors import StoreError  # noqa: PLC0415

    hand.accept()

    def full(*_: object) -> Path:
        raise StoreError("state", "no space left on the disk")

    monkeypatch.setattr("unspin_gui.store.review.decisions_file.save_decisions", full)
    hand.press("actionNextFile")
    journals = hand.window.parts.services.paths.journals
    hand.qtbot.waitUntil(lambda: bool(hand.window.parts.feedback.messages.texts))
    assert any(b"partner forces" in file.read_bytes() for file in journals.glob("*.journal"))
    hand.press("actionPreviousFile")
    assert len(hand.session.decisions) == 1
    assert any("no space" in text for text in hand.window.parts.feedback.messages.texts)


# ---- saving ---------------------------------------------------------------------------------


def test_save_all_writes_the_corrected_texts(hand: Hand, folder: Path) -> None:
    hand.accept()
    hand.press("actionNextFile")
    hand.accept()
    hand.press("actionSaveAllFiles")
    for number in (1, 2):
        text = (folder / f"{number}.corrected.txt").read_text(encoding="utf-8")
        assert text == MARKED.format(number).replace("husband or wife forces", "partner forces")
        assert hand.state(f"{number}.txt")[3] is False
    assert not (folder / "4.corrected.txt").exists()
    hand.press("actionPreviousFile")
    assert not hand.session.history.is_dirty


def test_save_all_saves_again_over_its_own_file_only(hand: Hand, folder: Path) -> None:
    for number in (2, 4):
        (folder / f"{number}.corrected.txt").write_text("somebody else's", encoding="utf-8")
    hand.accept()
    hand.press("actionSaveAllFiles")
    hand.accept()
    hand.press("actionNextFile")
    hand.accept()
    hand.press("actionNextFile")
    hand.press("actionSaveAllFiles")
    first = (folder / "1.corrected.txt").read_text(encoding="utf-8")
    assert first == MARKED.format(1).replace("husband or wife forces", "partner forces").replace(
        "calendar year ago", "year ago"
    )
    assert (folder / "2.corrected.txt").read_text(encoding="utf-8") == "somebody else's"
    assert hand.state("2.txt")[3] is True
    assert "2.corrected.txt" in " ".join(hand.window.parts.feedback.messages.texts)


def test_closing_asks_once_for_all_files(hand: Hand, folder: Path) -> None:
    hand.accept()
    hand.press("actionNextFile")
    hand.accept()
    prompts = hand.window.parts.feedback.prompts
    assert not hand.window.close()
    assert prompts.asked[-1][1][0].text == "2 files of the list"  # type: ignore[attr-defined]
    assert prompts.asked[-1][1][0].kept  # type: ignore[attr-defined]
    prompts.answers["unsaved"] = CloseAnswer(text=True, glossary=False)  # type: ignore[attr-defined]
    hand.window.close()
    hand.qtbot.waitUntil(lambda: hand.window not in MainWindow.opened)
    for number in (1, 2):
        assert (folder / f"{number}.corrected.txt").exists()


def test_another_file_can_be_opened_and_left_again(hand: Hand, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("A text of its own.", encoding="utf-8")
    hand.accept()
    hand.window.open_file(other)
    hand.settle()
    assert hand.name == ""
    assert hand.session.source == "A text of its own."
    assert not hand.session.history.is_dirty
    hand.press("actionNextFile")
    assert hand.name == "1.txt"
    assert len(hand.session.decisions) == 1


def test_the_way_of_a_person_through_many_files_by_keys(
    qtbot: QtBot, open_main: Opener, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number}.txt").write_text(MARKED.format(number), encoding="utf-8")
    window = open_main(folder)
    hand = Hand(qtbot, window)
    seen = []
    for _ in range(30):
        seen.append(hand.name)
        hand.accept()
        hand.press("actionFinishFile")
    assert seen == [f"{number}.txt" for number in range(30)]
    window.parts.files.give_up()
    window.close()
    again = Hand(qtbot, open_main(folder))
    assert {again.state(f"{number}.txt") for number in range(30)} == {("finished", 1, 1, True)}


def test_the_journal_of_the_open_file_holds_what_the_others_taught(hand: Hand) -> None:
    """So a crash loses none of it, though the decisions are in other files."""
    teach(hand, "in town number", "in village number")
    hand.press("actionNextFile")
    hand.accept()
    recovery, journals = hand.window.parts.services.recovery, hand.window.parts.services.paths
    assert recovery.flush()
    (journal,) = journals.journals.glob("*.journal")
    recovered = replay(journal)
    assert recovered is not None
    assert recovered.path is not None
    assert recovered.path.name == "2.txt"
    assert [d.text for d in recovered.document.decisions] == ["partner forces"]
    assert [change.new.phrase for change in recovered.document.edits if change.new] == [
        "in town number"
    ]


def test_a_start_with_a_single_file_loads_nothing_of_the_list(folder: Path) -> None:
    program = """
import sys
from PySide6.QtWidgets import QApplication
from unspin_gui.app import open_window
app = QApplication([])
window = open_window([sys.argv[1]], home=sys.argv[2])
loaded = [m for m in sys.modules if "ui.queue" in m or "file_queue" in m]
window.parts.files.give_up()
window.close()
sys.exit(",".join(loaded) or 0)
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder / "1.txt"), str(folder.parent / "home")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr

"""The Glossary menu in the whole window, down to the files on disk."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fakes import FakePrompts, give_answers
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from unspin_gui.app import open_window
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store.glossary import backups, glossary_file
from unspin_gui.ui.base.unsaved import CloseAnswer
from unspin_gui.ui.window.main_window import MainWindow

MINE = "# our words\n- spun: alpha\n  fix: beta   # the first\n"


@pytest.fixture
def window(qtbot: QtBot, own_home: Path) -> Iterator[MainWindow]:
    path = own_home / "data" / "glossary.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(MINE, encoding="utf-8")
    window = open_window(home=own_home)
    settled(qtbot, window)
    yield window
    window.parts.files.give_up()
    window.close()


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.property("analysing"), timeout=60_000)


def teach(window: MainWindow, phrase: str, fix: str) -> None:
    window.session.edit_glossary([EntryChange(None, Entry(phrase, (fix,)))], f"add {phrase}")


def phrases(path: Path) -> list[str]:
    return [entry.phrase for entry in glossary_file.read(path).glossary.entries]


def waiting(qtbot: QtBot, is_so: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(is_so()), timeout=60_000)


def test_an_import_is_undoable_and_saved_with_a_backup(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    table = tmp_path / "desk.csv"
    table.write_text("spun,fix\n7 days,week\nalpha,gamma\n", encoding="utf-8")
    give_answers(window, open_path=table)
    window.parts.actions["actionImportGlossary"].trigger()
    dialog = window.parts.commands.glossary.dialogs.import_()
    waiting(qtbot, lambda: dialog.plan)
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert window.session.glossary.fixes_of("alpha") == ("beta", "gamma")
    assert window.parts.services.library.is_dirty
    window.parts.actions["actionUndo"].trigger()
    assert window.session.glossary.fixes_of("alpha") == ("beta",)
    window.parts.actions["actionRedo"].trigger()
    window.parts.actions["actionSaveGlossary"].trigger()
    path = window.parts.services.library.path
    assert phrases(path) == ["alpha", "7 days"]
    assert "# our words" in path.read_text(encoding="utf-8")
    assert len(backups.backups_of(path, window.preferences.paths.backups)) == 2


def test_an_earlier_version_is_restored_saved_and_undone(qtbot: QtBot, window: MainWindow) -> None:
    teach(window, "7 days", "week")
    assert window.parts.files.save_glossary()
    window.parts.actions["actionGlossaryBackups"].trigger()
    dialog = window.parts.commands.glossary.dialogs.backups()
    waiting(qtbot, lambda: len(dialog.model.rows) == 2)
    dialog.table.selectRow(1)
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert phrases(window.parts.services.library.path) == ["alpha"]
    window.session.undo()
    assert window.parts.files.save_glossary()
    assert phrases(window.parts.services.library.path) == ["alpha", "7 days"]


def test_a_broken_glossary_is_replaced_by_a_backup(qtbot: QtBot, window: MainWindow) -> None:
    teach(window, "7 days", "week")
    assert window.parts.files.save_glossary()
    path = window.parts.services.library.path
    path.write_text("- spun: [broken\n", encoding="utf-8")
    window.parts.services.library.load()
    settled(qtbot, window)
    waiting(qtbot, lambda: window.parts.services.library.file is None)
    newest = backups.backups_of(path, window.preferences.paths.backups)[0]
    window.parts.commands.glossary.dialogs.restore(newest)
    settled(qtbot, window)
    assert phrases(path) == ["alpha", "7 days"]
    kept = backups.backups_of(path, window.preferences.paths.backups)
    assert any(b"[broken" in one.path.read_bytes() for one in kept)


def test_another_glossary_is_begun_and_the_first_one_offered_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    first, second = window.parts.services.library.path, tmp_path / "second.yaml"
    teach(window, "7 days", "week")
    answer = CloseAnswer(text=False, glossary=True)
    give_answers(window, save_path=tmp_path / "second", unsaved=answer)
    window.parts.actions["actionNewGlossary"].trigger()
    waiting(
        qtbot,
        lambda: (
            window.parts.services.library.path == second
            and not window.parts.services.library.loading
        ),
    )
    assert phrases(first) == ["alpha", "7 days"]
    assert len(window.session.glossary) == 0
    assert not window.parts.services.library.is_dirty
    assert window.preferences.settings.glossary == str(second)
    menu = window.parts.actions.menus["menuRecentGlossaries"]
    assert [act.statusTip() for act in menu.actions()] == [str(first)]
    menu.actions()[0].trigger()
    waiting(
        qtbot,
        lambda: (
            window.parts.services.library.path == first
            and not window.parts.services.library.loading
        ),
    )
    assert len(window.session.glossary) == 2
    assert window.preferences.settings.glossary == ""


def test_a_glossary_that_cannot_be_read_is_not_taken(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    broken, first = tmp_path / "broken.yaml", window.parts.services.library.path
    broken.write_text("- spun: a\n  fix: [b\n", encoding="utf-8")
    give_answers(window, open_path=broken)
    window.parts.actions["actionOpenGlossary"].trigger()
    waiting(qtbot, lambda: window.parts.feedback.messages.texts)
    assert window.parts.feedback.messages.texts[0].startswith(f"{broken}:")
    assert window.parts.services.library.path == first
    assert len(window.session.glossary) == 1


def test_turning_away_from_the_question_keeps_the_present_glossary(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    other, first = tmp_path / "other.yaml", window.parts.services.library.path
    other.write_text("- spun: a\n  fix: b\n", encoding="utf-8")
    teach(window, "7 days", "week")
    prompts = give_answers(window, open_path=other)
    window.parts.actions["actionOpenGlossary"].trigger()
    waiting(qtbot, lambda: "unsaved" in prompts.names)
    assert window.parts.services.library.path == first
    assert window.parts.services.library.is_dirty


def test_a_new_glossary_never_overwrites_one(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    there = tmp_path / "there.yaml"
    there.write_text("- spun: a\n  fix: b\n", encoding="utf-8")
    window.parts.commands.glossary.switch.begin(there)
    assert "never overwritten" in window.parts.feedback.messages.texts[0]
    assert phrases(there) == ["a"]


def test_the_glossary_is_saved_by_itself_when_that_is_wanted(
    qtbot: QtBot, window: MainWindow
) -> None:
    path = window.parts.services.library.path
    teach(window, "7 days", "week")
    assert not window.parts.commands.glossary.autosave._soon.isActive()
    window.preferences.change(autosave_glossary=True)
    waiting(qtbot, lambda: phrases(path) == ["alpha", "7 days"])
    window.session.undo()
    waiting(qtbot, lambda: phrases(path) == ["alpha"])
    assert path.read_text(encoding="utf-8") == MINE
    path.with_name("glossary.yaml.unspin-bak").unlink()
    path.write_text("- spun: [broken\n", encoding="utf-8")
    teach(window, "other", "one")
    waiting(qtbot, lambda: window.parts.feedback.messages.texts)
    assert path.read_text(encoding="utf-8") == "- spun: [broken\n"


def test_statistics_and_export_open_on_the_present_glossary(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.parts.actions["actionGlossaryStatistics"].trigger()
    statistics = window.parts.commands.glossary.dialogs.statistics()
    statistics.kind.setCurrentIndex(1)
    statistics.mine.setChecked(True)
    waiting(qtbot, lambda: statistics.table.rows.rowCount() == 1)
    give_answers(window, save_path=tmp_path / "out.csv")
    window.parts.actions["actionExportGlossary"].trigger()
    export = window.parts.commands.glossary.dialogs.export()
    waiting(qtbot, lambda: export.prospect)
    export.format.setCurrentIndex(export.format.findData("csv"))
    with qtbot.waitSignal(export.exported):
        export.ask_path()
    assert b"alpha,beta" in (tmp_path / "out.csv").read_bytes()


def test_the_present_text_is_offered_as_the_spun_one(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.parts.services.workspace.open_text(
        "He met the bosom peril group 7 days ago.", "spun.txt"
    )
    settled(qtbot, window)
    window.parts.actions["actionLearnFromOriginal"].trigger()
    dialog = window.parts.commands.glossary.dialogs.learn()
    assert dialog.names[0].text() == "This text: spun.txt"
    original = tmp_path / "original.txt"
    original.write_text("He met the breast cancer group a week ago.", encoding="utf-8")
    dialog._prompts = FakePrompts(open_path=original)
    qtbot.mouseClick(dialog.choosers[2], Qt.MouseButton.LeftButton)
    waiting(qtbot, lambda: dialog.model.rows)
    dialog.threshold.setValue(50)
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert window.session.glossary.fixes_of("bosom peril") == ("breast cancer",)


def test_a_glossary_broken_by_another_program_is_taken_in_again_once_it_reads(
    qtbot: QtBot, window: MainWindow
) -> None:
    path, messages = window.parts.services.library.path, window.parts.feedback.messages
    teach(window, "7 days", "week")
    path.write_text("- spun: [broken\n", encoding="utf-8")
    waiting(qtbot, lambda: any(text.startswith(f"{path}:") for text in messages.texts))
    settled(qtbot, window)
    assert window.session.glossary.fixes_of("alpha") == ("beta",)
    assert not window.parts.files.save_glossary()
    assert any("is not overwritten; repair it, or restore" in text for text in messages.texts)
    path.write_text("- spun: alpha\n  fix: gamma\n", encoding="utf-8")
    waiting(qtbot, lambda: window.session.glossary.fixes_of("alpha") == ("gamma",))
    settled(qtbot, window)
    assert not any(text.startswith(f"{path}:") for text in messages.texts)
    assert window.parts.files.save_glossary()
    assert phrases(path) == ["alpha", "7 days"]


def test_an_unsaved_glossary_alone_is_told_beside_the_name(
    open_main: Callable[..., MainWindow],
) -> None:
    window = open_main()
    library = window.parts.services.library
    assert library.summary.endswith("(2)")
    some = [EntryChange(None, Entry(f"odd number {n}", ("even",))) for n in range(998)]
    window.session.edit_glossary(some, "import")
    assert library.summary.endswith("(1,000) *")
    assert window.isWindowModified()
    assert window.windowTitle() == "[*]unspin"  # else Qt would write "unspin* — unspin"

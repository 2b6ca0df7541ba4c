"""Other programs write the source or the target while it is reviewed."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.text.spans import Span
from unspin_gui.store.files import atomic
from unspin_gui.ui.window.main_window import MainWindow

TEXT = "The husband or wife forces met a calendar year ago.\nThe husband or wife forces left.\n"
Open = Callable[..., MainWindow]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def accept(window: MainWindow, which: int = 0) -> None:
    suspects = [s for s in window.session.suspects if "husband" in s.phrase.lower()]
    window.parts.services.review.accept(suspects[which], "partner forces")


def told(window: MainWindow, part: str) -> bool:
    return any(part in text for text in window.parts.feedback.messages.texts)


def choose(qtbot: QtBot, window: MainWindow, text: str) -> None:
    buttons = [b for b in window.parts.feedback.messages.findChildren(QPushButton) if b.isVisible()]
    wanted = next(b for b in buttons if b.text() == text)
    qtbot.mouseClick(wanted, Qt.MouseButton.LeftButton)


def same_size_and_time(path: Path, text: str) -> None:
    info = path.stat()
    assert len(text.encode()) == info.st_size
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns))


def replaced(path: Path, text: str) -> None:
    other = path.with_name("other")
    other.write_text(text, encoding="utf-8")
    other.replace(path)


NEW = TEXT.replace("left", "LEFT")
WRITES = {"in place": Path.write_text, "replaced": replaced, "same": same_size_and_time}


@pytest.mark.parametrize("how", WRITES)
def test_a_change_is_told_and_reloading_keeps_decisions(
    qtbot: QtBot, open_main: Open, article: Path, how: str
) -> None:
    window = open_main(article)
    accept(window)
    WRITES[how](article, NEW)
    window.event(QEvent(QEvent.Type.WindowActivate))
    qtbot.waitUntil(lambda: told(window, "changed by another program"))
    assert window.session.source == TEXT
    choose(qtbot, window, "Reload")
    qtbot.waitUntil(lambda: window.session.source == NEW)
    assert window.session.corrected == NEW.replace("husband or wife", "partner", 1)
    assert told(window, "1 decision kept")
    assert not told(window, "changed by")
    assert window.session.history.is_dirty


def test_the_watcher_lives_through_twenty_replaces(
    qtbot: QtBot, open_main: Open, article: Path
) -> None:
    window = open_main(article)
    for number in range(20):
        replaced(article, f"{TEXT}{number}")
        qtbot.waitUntil(lambda: told(window, "changed by another program"))
        assert str(article) in window.parts.files.on_disk.watch.watched
        choose(qtbot, window, "Keep Mine")
        assert not told(window, "changed by")
    assert window.session.source == TEXT


def test_decisions_without_a_place_are_counted(
    qtbot: QtBot, open_main: Open, article: Path
) -> None:
    window = open_main(article)
    accept(window, 0)
    accept(window, 0)
    article.write_text("The husband or wife forces met a calendar year ago.\n", encoding="utf-8")
    qtbot.waitUntil(lambda: told(window, "changed by"))
    window.parts.actions["actionReload"].trigger()
    qtbot.waitUntil(lambda: told(window, "1 decision kept. 1 decision no longer fits"))
    assert [d.text for d in window.session.decisions] == ["partner forces"]


@pytest.mark.parametrize("again", ["reload", "start over"])
def test_what_the_glossary_was_told_outlives_a_new_beginning(
    qtbot: QtBot, open_main: Open, article: Path, again: str
) -> None:
    window = open_main(article)
    accept(window)
    change = EntryChange(None, Entry("an exchange war", ("a trade war",)))
    window.session.edit_glossary([change], "add a pair")
    if again == "reload":
        article.write_text(NEW, encoding="utf-8")
        window.parts.services.workspace.reload()
        qtbot.waitUntil(lambda: window.session.source == NEW)
    else:
        window.parts.files._start_over()
        assert window.session.decisions == ()
    assert window.session.document.edits == (change,)
    assert window.parts.services.library.is_dirty


def test_reloading_an_unchanged_file_keeps_undo(
    qtbot: QtBot, open_main: Open, article: Path
) -> None:
    window = open_main(article)
    accept(window)
    window.parts.actions["actionReload"].trigger()
    qtbot.waitUntil(lambda: told(window, "1 decision kept"))
    window.parts.actions["actionUndo"].trigger()
    assert window.session.corrected == TEXT


def test_what_is_only_touched_is_not_told(qtbot: QtBot, open_main: Open, article: Path) -> None:
    window = open_main(article)
    answered: list[str] = []
    os.utime(article, (1, 1))
    window.parts.files.on_disk.look_again()
    window.parts.services.tasks.start(lambda: "done", answered.append, print)
    qtbot.waitUntil(lambda: bool(answered))
    assert not told(window, "changed")


def test_a_saved_file_that_is_gone_is_written_again(
    qtbot: QtBot, open_main: Open, article: Path
) -> None:
    window, target = open_main(article), article.with_name("article.corrected.txt")
    accept(window)
    window.parts.actions["actionSave"].trigger()
    target.unlink()
    accept(window)
    window.parts.actions["actionSave"].trigger()
    qtbot.waitUntil(target.exists)
    assert target.read_text(encoding="utf-8") == window.session.corrected
    assert window.parts.feedback.prompts.names == []


def test_a_folder_that_is_gone_is_told(qtbot: QtBot, open_main: Open, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "article.txt").write_text(TEXT, encoding="utf-8")
    window = open_main(folder / "article.txt")
    accept(window)
    window.parts.actions["actionSave"].trigger()
    shutil.rmtree(folder)
    accept(window)
    window.parts.actions["actionSave"].trigger()
    qtbot.waitUntil(lambda: told(window, "its folder does not exist; save somewhere else"))
    assert window.session.corrected.count("partner") == 2
    assert window.parts.feedback.prompts.names == []


def test_a_removed_file_is_told_and_can_still_be_saved(
    qtbot: QtBot, open_main: Open, article: Path
) -> None:
    window = open_main(article)
    accept(window)
    article.unlink()
    qtbot.waitUntil(lambda: told(window, "was removed"))
    window.parts.actions["actionSave"].trigger()
    assert "partner" in article.with_name("article.corrected.txt").read_text(encoding="utf-8")


def test_comparing_shows_both_lines_and_reloads(
    qtbot: QtBot, open_main: Open, article: Path
) -> None:
    window = open_main(article)
    article.write_text(NEW, encoding="utf-8")
    qtbot.waitUntil(lambda: told(window, "changed by"))
    choose(qtbot, window, "Compare")
    qtbot.waitUntil(lambda: window.parts.files.on_disk.dialog is not None)
    dialog = window.parts.files.on_disk.dialog
    view = dialog.findChild(QPlainTextEdit, "differences").toPlainText().split("\n")
    assert "- The husband or wife forces left." in view
    assert "+ The husband or wife forces LEFT." in view
    reload = dialog.findChild(QPushButton, "reloadButton")
    qtbot.mouseClick(reload, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.source == NEW)


def test_both_sides_of_a_comparison_are_read_in_the_encoding_that_was_chosen(
    qtbot: QtBot, open_main: Open, article: Path
) -> None:
    article.write_bytes("One Čapek.\n".encode("cp1250"))
    window = open_main()
    window.parts.services.workspace.open(article, "cp1250")
    qtbot.waitUntil(lambda: window.parts.services.workspace.is_open)
    article.write_bytes("One Čapek more.\n".encode("cp1250"))
    qtbot.waitUntil(lambda: told(window, "changed by"))
    choose(qtbot, window, "Compare")
    qtbot.waitUntil(lambda: window.parts.files.on_disk.dialog is not None)
    view = window.parts.files.on_disk.dialog.findChild(QPlainTextEdit, "differences")
    assert "+ One Čapek more." in view.toPlainText().split("\n")


def test_closing_the_comparison_asks_again(qtbot: QtBot, open_main: Open, article: Path) -> None:
    window = open_main(article)
    article.write_text(NEW, encoding="utf-8")
    qtbot.waitUntil(lambda: told(window, "changed by"))
    choose(qtbot, window, "Compare")
    qtbot.waitUntil(lambda: window.parts.files.on_disk.dialog is not None)
    window.parts.files.on_disk.dialog.reject()
    qtbot.waitUntil(lambda: told(window, "changed by"))


@pytest.mark.parametrize(
    ("answer", "saved"), [("overwrite", True), ("save_as", False), ("", False)]
)
def test_a_target_changed_meanwhile_is_asked_about(
    qtbot: QtBot, open_main: Open, article: Path, answer: str, saved: bool
) -> None:
    other = article.with_name("mine.txt")
    window = open_main(article, changed_on_disk=answer, save_path=other)
    target = article.with_name("article.corrected.txt")
    accept(window)
    window.parts.actions["actionSave"].trigger()
    first = target.read_text(encoding="utf-8")
    same_size_and_time(target, first.replace("left", "LEFT"))
    QApplication.processEvents()
    accept(window)
    window.parts.actions["actionSave"].trigger()
    assert "changed_on_disk" in window.parts.feedback.prompts.names
    assert ("LEFT" not in target.read_text(encoding="utf-8")) == saved
    assert other.is_file() == (answer == "save_as")
    assert window.session.history.is_dirty == (answer == "")


def test_the_source_is_written_over_only_after_asking_and_a_copy_stays(
    qtbot: QtBot, open_main: Open, article: Path
) -> None:
    article.chmod(0o600)
    before = article.read_text(encoding="utf-8")
    window = open_main(article, save_path=article, over_source="overwrite")
    accept(window)
    window.parts.actions["actionSaveAs"].trigger()
    copy = article.with_name("article.original.txt")
    assert window.parts.feedback.prompts.asked[-1] == ("over_source", (article, copy))
    assert "partner" in article.read_text(encoding="utf-8")
    assert copy.read_text(encoding="utf-8") == before
    assert copy.stat().st_mode & 0o777 == 0o600
    accept(window)
    window.parts.actions["actionSave"].trigger()
    assert window.parts.feedback.prompts.names.count("over_source") == 1
    assert not window.session.history.is_dirty
    assert not article.with_name("article.original-2.txt").exists()
    answered: list[str] = []
    window.parts.files.on_disk.look_again()
    window.parts.services.tasks.start(lambda: "done", answered.append, print)
    qtbot.waitUntil(lambda: bool(answered))
    assert not told(window, "changed")


@pytest.mark.parametrize("answer", ["beside", ""])
def test_the_source_is_left_alone_unless_the_user_says_so(
    open_main: Open, article: Path, answer: str
) -> None:
    before = article.read_bytes()
    window = open_main(article, save_path=article, over_source=answer)
    accept(window)
    window.parts.actions["actionSaveAs"].trigger()
    assert article.read_bytes() == before
    assert article.with_name("article.corrected.txt").exists() == (answer == "beside")
    assert window.session.history.is_dirty == (answer == "")
    assert list(article.parent.glob("*.original*")) == []


def test_a_source_changed_meanwhile_is_not_overwritten_unasked(
    open_main: Open, article: Path
) -> None:
    window = open_main(article, save_path=article, over_source="overwrite")
    accept(window)
    same_size_and_time(article, NEW)
    window.parts.actions["actionSaveAs"].trigger()
    assert "changed_on_disk" in window.parts.feedback.prompts.names
    assert article.read_text(encoding="utf-8") == NEW
    assert list(article.parent.glob("*.original*")) == []


def test_what_a_disk_did_not_confirm_is_no_change_by_others(
    open_main: Open, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_folder: Path) -> None:
        raise OSError(errno.EIO, "the disk fails")

    window = open_main(article)
    accept(window)
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "fsync_folder", failing)
        window.parts.actions["actionSave"].trigger()
    assert told(window, "it is written, but")
    assert not told(window, "Not saved")
    assert window.session.history.is_dirty
    accept(window)
    window.parts.actions["actionSave"].trigger()
    assert window.parts.feedback.prompts.names == []
    assert not window.session.history.is_dirty


@pytest.mark.parametrize("change", ["above", "below"])
def test_reloading_stays_where_the_user_is(
    qtbot: QtBot, open_main: Open, tmp_path: Path, change: str
) -> None:
    path = tmp_path / "long.txt"
    lines = [f"Paragraph {n} has words enough for a line of its own." for n in range(200)]
    path.write_text("\n".join(lines), encoding="utf-8")
    window = open_main(path)
    editors, here = window.parts.views.editors, lines[120]
    place = window.session.source.index(here)
    window.parts.services.review.revealed.emit(Span(place, place + len(here)))
    QApplication.processEvents()
    assert window.session.visible.start > 0
    if change == "above":
        new = "\n".join(["A new first line, longer than the others.", "And more."] * 30 + lines)
    else:
        new = "\n".join([*lines, "A new last line."])
    path.write_text(new, encoding="utf-8")
    window.parts.actions["actionReload"].trigger()
    qtbot.waitUntil(lambda: window.session.source == new)
    qtbot.waitUntil(lambda: told(window, "Reloaded"))
    for pane in editors.panes:
        seen = [block.text() for block in pane.visible_blocks()]
        assert here in seen

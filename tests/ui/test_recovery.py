"""What a killed program leaves is there again; what it said it had is never lost."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from unspin_gui.application import opening, recovering
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.text.spans import Span
from unspin_gui.store.files import temp_files
from unspin_gui.store.review import journal
from unspin_gui.store.review.decisions_file import save_decisions
from unspin_gui.store.review.journal import Journal, Recovered
from unspin_gui.ui.base.unsaved import CloseAnswer
from unspin_gui.ui.window import shutdown
from unspin_gui.ui.window.main_window import MainWindow

TEXT = "The husband or wife forces met a calendar year ago.\nThe husband or wife forces left.\n"
ROUNDS = os.environ.get("UNSPIN_KILL_ROUNDS", "1")
ROOT = Path(__file__).resolve().parents[2]
Open = Callable[..., MainWindow]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "texts" / "article.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def journals(own_home: Path) -> Path:
    return own_home / "state" / "journals"


def accept(window: MainWindow) -> None:
    suspect = next(s for s in window.session.suspects if "husband" in s.phrase.lower())
    window.parts.services.review.accept(suspect, "partner forces")


def as_killed_now(journals: Path, to: Path) -> tuple[Recovered, ...]:
    """What would be found if the program were killed at this moment."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(journals, to, ignore=shutil.ignore_patterns("*.lock"))
    return journal.left_behind(to)


def press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    qtbot.waitUntil(window.parts.views.recovery_bar.isVisible)
    wanted = window.parts.views.recovery_bar.findChild(QPushButton, name)
    qtbot.mouseClick(wanted, Qt.MouseButton.LeftButton)


def restore(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, "recoveryRestore")
    qtbot.waitUntil(
        lambda: window.parts.services.workspace.is_open and not window.property("analysing")
    )


def disk_full(_journal: Journal) -> None:
    raise StoreError("x.journal", "the disk is full")


def begun(qtbot: QtBot, journals: Path) -> None:
    """The journal is made ready behind the scenes."""
    qtbot.waitUntil(lambda: any(journals.glob("*.journal")))


def test_an_accepted_fix_outlives_the_program_at_once(
    qtbot: QtBot, open_main: Open, article: Path, journals: Path, tmp_path: Path
) -> None:
    window = open_main(article)
    accept(window)
    [left] = as_killed_now(journals, tmp_path / "copy")
    assert left.document == window.session.document
    window.parts.actions["actionUndo"].trigger()
    [left] = as_killed_now(journals, tmp_path / "copy")
    assert left.document == Document(TEXT)


def test_a_writer_that_waited_does_not_take_the_journal_back(
    qtbot: QtBot,
    open_main: Open,
    article: Path,
    journals: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_main(article)
    keeping = window.parts.services.recovery
    monkeypatch.setattr(keeping, "_write", lambda: None)
    lock = keeping._lock

    @contextmanager
    def overtaken() -> Iterator[None]:
        """While one waits for the lock, another writes what is newer."""
        keeping._lock = lock
        accept(window)
        with lock:
            yield

    keeping._lock = overtaken()
    keeping._record()
    [left] = as_killed_now(journals, tmp_path / "copy")
    assert left.document == window.session.document


def test_typed_text_is_safe_within_a_second_and_a_half(
    qtbot: QtBot, open_main: Open, article: Path, journals: Path, tmp_path: Path
) -> None:
    window = open_main(article)
    begun(qtbot, journals)
    QTest.keyClicks(window.parts.views.editors.corrected, "typed ")
    qtbot.waitUntil(
        lambda: (
            [one.document for one in as_killed_now(journals, tmp_path / "copy")]
            == [window.session.document]
        ),
        timeout=1500,
    )


def test_pasted_text_is_restored_by_the_bar_and_saved_where_the_user_says(
    qtbot: QtBot, open_main: Open, own_home: Path, journals: Path, tmp_path: Path
) -> None:
    window = open_main()
    QApplication.clipboard().setText(TEXT)
    window.parts.actions["actionNewFromClipboard"].trigger()
    qtbot.waitUntil(lambda: not window.property("analysing"))
    accept(window)
    document = window.session.document
    window.parts.services.recovery.flush()
    as_killed_now(journals, tmp_path / "copy")
    window.parts.files.give_up()
    window.close()
    assert not list(journals.glob("*.journal"))
    shutil.copytree(tmp_path / "copy", journals, dirs_exist_ok=True)
    second = open_main(save_path=tmp_path / "saved.txt")
    restore(qtbot, second)
    assert second.session.document == document
    assert second.session.history.is_dirty
    assert second.parts.services.workspace.path is None
    second.parts.actions["actionSave"].trigger()
    assert "partner" in (tmp_path / "saved.txt").read_text(encoding="utf-8")


def leave_behind(article: Path, journals: Path, document: Document) -> None:
    with journal.Journal(journals, document.source, path=article, title="article.txt") as left:
        left.record(document)


def decided(open_main: Open, article: Path) -> Document:
    window = open_main(article)
    accept(window)
    document = window.session.document
    window.parts.files.give_up()
    window.close()
    return document


def test_restored_work_is_in_a_journal_before_the_old_one_goes(
    qtbot: QtBot,
    open_main: Open,
    article: Path,
    journals: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = decided(open_main, article)
    leave_behind(article, journals, document)
    seen: list[list[Document]] = []
    real = journal.discard

    def noting(recovered: Recovered) -> None:
        left = as_killed_now(journals, tmp_path / "copy")
        seen.append([one.document for one in left if one.journal.name != recovered.journal.name])
        real(recovered)

    monkeypatch.setattr(journal, "discard", noting)
    window = open_main()
    restore(qtbot, window)
    assert window.parts.services.workspace.path == article
    assert window.session.document == document
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [[document]]
    assert not window.parts.views.recovery_bar.isVisible()


def test_the_file_of_restored_work_is_read_elsewhere(
    qtbot: QtBot,
    open_main: Open,
    article: Path,
    journals: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    leave_behind(article, journals, decided(open_main, article))
    threads: list[threading.Thread] = []
    real = opening.read_file

    def noting(wish: opening.OpeningRequest) -> opening.Opened:
        threads.append(threading.current_thread())
        return real(wish)

    monkeypatch.setattr(recovering, "read_file", noting)
    restore(qtbot, open_main())
    assert threads
    assert threading.main_thread() not in threads


def test_work_that_is_in_no_new_journal_stays_in_the_old_one(
    qtbot: QtBot, open_main: Open, article: Path, journals: Path
) -> None:
    document = decided(open_main, article)
    leave_behind(article, journals, document)
    window = open_main()
    window.preferences.change(journal=False)
    restore(qtbot, window)
    assert window.session.document == document
    window.parts.files.give_up()
    window.close()
    [left] = journal.left_behind(journals)
    assert left.document == document


@pytest.mark.parametrize("kept", [True, False])
def test_a_crash_report_says_truly_whether_unsaved_work_is_safe(
    open_main: Open, article: Path, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_main(article)
    if not kept:
        window.preferences.change(journal=False)
    assert shutdown._flush_journals()
    accept(window)
    assert shutdown._flush_journals() is kept
    if kept:
        monkeypatch.setattr(Journal, "sync", disk_full)
        assert not shutdown._flush_journals()
        assert "disk is full" in window.parts.feedback.messages.texts[-1]


def test_discarded_work_is_gone(
    qtbot: QtBot, open_main: Open, article: Path, journals: Path
) -> None:
    leave_behind(article, journals, decided(open_main, article))
    window = open_main()
    press(qtbot, window, "recoveryDiscard")
    qtbot.waitUntil(lambda: not list(journals.glob("*.journal")))
    assert not window.parts.views.recovery_bar.isVisible()
    assert not window.parts.services.workspace.is_open


def test_work_that_was_saved_leaves_nothing(
    qtbot: QtBot, open_main: Open, article: Path, journals: Path, tmp_path: Path
) -> None:
    window = open_main(article)
    begun(qtbot, journals)
    accept(window)
    window.parts.actions["actionSave"].trigger()
    assert as_killed_now(journals, tmp_path / "copy") == ()


def test_without_a_journal_nothing_is_written(
    qtbot: QtBot, open_main: Open, article: Path, journals: Path, tmp_path: Path
) -> None:
    window = open_main()
    window.preferences.change(journal=False)
    window.open_file(article)
    qtbot.waitUntil(
        lambda: window.parts.services.workspace.is_open and not window.property("analysing")
    )
    accept(window)
    window.parts.services.recovery.flush()
    assert not list(journals.glob("*"))
    window.preferences.change(journal=True)
    window.parts.services.recovery.flush()
    [left] = as_killed_now(journals, tmp_path / "copy")
    assert left.document == window.session.document
    window.preferences.change(journal=False)
    assert not list(journals.glob("*.journal"))


def given_up_for(window: MainWindow, path: Path) -> None:
    """Another file is opened, and what is unsaved is not to be saved."""
    window.parts.feedback.prompts.answers["unsaved"] = CloseAnswer(text=False, glossary=False)
    window.open_file(path)


def test_a_file_that_does_not_open_leaves_the_journal_of_the_present_one(
    qtbot: QtBot, open_main: Open, article: Path, journals: Path, tmp_path: Path
) -> None:
    window = open_main(article)
    accept(window)
    given_up_for(window, tmp_path / "missing.txt")
    qtbot.waitUntil(lambda: bool(window.parts.feedback.messages.texts))
    accept(window)
    window.parts.services.recovery.flush()
    [left] = as_killed_now(journals, tmp_path / "copy")
    assert left.document == window.session.document


def test_the_journal_goes_once_another_text_has_taken_the_place_of_its_own(
    qtbot: QtBot, open_main: Open, article: Path, journals: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Husband or wife forces", encoding="utf-8")
    earlier = Document("Husband or wife forces", (Decision(Span(0, 22), "Partner forces"),))
    save_decisions(journals.parent / "decisions", other, earlier)
    window = open_main(article)
    accept(window)
    window.parts.services.recovery.flush()
    given_up_for(window, other)
    qtbot.waitUntil(lambda: window.session.document == earlier)
    qtbot.waitUntil(lambda: len(list(journals.glob("*.journal"))) == 1)
    assert as_killed_now(journals, tmp_path / "copy") == ()
    window.parts.actions["actionClose"].trigger()
    qtbot.waitUntil(lambda: not list(journals.glob("*.journal")))


def test_what_killed_programs_left_is_swept_up(
    qtbot: QtBot, open_main: Open, article: Path, own_home: Path
) -> None:
    name = temp_files.temporary_name("article.corrected.txt")
    gone = name.replace(f"-{os.getpid()}-", "-99999999-")
    folders = (article.parent, own_home / "data")
    for folder in folders:
        (folder / gone).write_text("half", encoding="utf-8")
        (folder / name).write_text("of a living program", encoding="utf-8")
    open_main(article)
    qtbot.waitUntil(lambda: not any((folder / gone).exists() for folder in folders))
    assert all((folder / name).exists() for folder in folders)


def test_a_second_window_on_the_same_file_is_told(
    qtbot: QtBot, open_main: Open, article: Path
) -> None:
    first = open_main(article)
    second = open_main(article)
    qtbot.waitUntil(
        lambda: any("another window" in text for text in second.parts.feedback.messages.texts)
    )
    assert not any("another window" in text for text in first.parts.feedback.messages.texts)
    first.close()
    second.parts.actions["actionClose"].trigger()
    third = open_main(article)
    answered: list[str] = []
    third.parts.services.recovery._tasks.start(lambda: "done", answered.append, print)
    qtbot.waitUntil(lambda: bool(answered))
    assert third.parts.feedback.messages.texts == ()


def test_a_review_that_only_ignores_is_remembered(open_main: Open, article: Path) -> None:
    window = open_main(article)
    window.session.ignore(["husband or wife forces"])
    assert not window.session.history.is_dirty
    window.close()
    again = open_main(article)
    assert [s.phrase for s in again.session.suspects] == ["calendar year ago"]
    assert not again.session.history.is_dirty


def test_decisions_come_back_and_can_be_started_over(
    qtbot: QtBot, open_main: Open, article: Path
) -> None:
    window = open_main(article)
    accept(window)
    window.parts.actions["actionSave"].trigger()
    window.close()
    again = open_main(article)
    assert again.parts.feedback.messages.texts == ("1 decision from last time is back.",)
    assert "partner" in again.session.corrected
    assert not again.session.history.is_dirty
    qtbot.mouseClick(
        again.parts.feedback.messages.findChild(QPushButton), Qt.MouseButton.LeftButton
    )
    assert again.session.corrected == TEXT
    again.parts.actions["actionUndo"].trigger()
    assert "partner" in again.session.corrected
    again.parts.actions["actionRedo"].trigger()
    again.parts.actions["actionSave"].trigger()
    again.close()
    third = open_main(article)
    assert third.parts.feedback.messages.texts == ()
    assert third.session.corrected == TEXT


_TYPES = """
import sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from unspin_gui import app
from unspin_gui.application import knowledge_loading, layers
from unspin_gui.ui.base import tasks
from unspin_gui.ui.window.main_window import MainWindow

tasks.PATIENCE = 0.1
knowledge_loading.read_language = lambda _cache: lambda known: known
layers.starter_glossaries = lambda: ()
furnish = MainWindow.furnish

def furnish_and_type(window):
    furnish(window)

    def step():
        if window.parts.services.workspace.is_open:
            timer.stop()
            for _ in range(int(sys.argv[2])):
                window.parts.services.tasks.start(threading.Event().wait, print, print)
            QTest.keyClicks(window.parts.views.editors.corrected, "typed ")
            print("typed", flush=True)

    timer = QTimer(window, interval=5)
    timer.timeout.connect(step)
    timer.start()

MainWindow.furnish = furnish_and_type
sys.exit(app.run([sys.argv[1]]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGTERM")
@pytest.mark.parametrize("stuck", [0, 3])
def test_a_program_told_to_end_writes_its_journal_and_asks_nothing(
    article: Path, own_home: Path, journals: Path, stuck: int
) -> None:
    """Also where disks do not answer that have nothing to do with the journal."""
    command = [sys.executable, "-c", _TYPES, str(article), str(stuck)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"typed\n"
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    [left] = journal.left_behind(journals)
    assert left.document.corrected == f"typed {TEXT}"


def test_a_signal_while_the_journal_is_written_waits_for_that(
    qtbot: QtBot, open_main: Open, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = open_main(article).parts.services.recovery._lock
    handlers: dict[int, Callable[..., object]] = {}
    done: list[object] = []
    monkeypatch.setattr(signal, "signal", handlers.__setitem__)
    monkeypatch.setattr(
        shutdown, "_flush_journals", lambda: done.append(lock.acquire(blocking=False))
    )
    monkeypatch.setattr(shutdown, "QApplication", SimpleNamespace(exit=done.append))
    owner = QObject()
    shutdown._end_on_signals(owner)
    with lock:
        handlers[signal.SIGTERM](signal.SIGTERM, None)
    qtbot.waitUntil(lambda: bool(done))
    lock.release()
    assert done == [True, 0]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked")
def test_killed_programs_lose_nothing_they_had_told() -> None:
    command = [sys.executable, str(ROOT / "tools" / "bench" / "kill.py")]
    command += ["--editing", ROUNDS, "--saving", ROUNDS, "--seed", "3"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    figures = json.loads(done.stdout)
    assert (figures["fixes_lost"], figures["damaged"]) == (0, 0)
    assert figures["typing_lost_s"] <= 1.5


def test_unsaved_work_that_cannot_be_read_is_told_of(
    qtbot: QtBot, open_main: Callable[..., MainWindow], own_home: Path
) -> None:
    file = own_home / "state" / "journals" / "20260101-000000-1-abc.journal"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"no head\n")
    window = open_main()
    qtbot.waitUntil(lambda: any(str(file) in text for text in window.parts.feedback.messages.texts))


def test_pairs_made_without_a_text_outlive_the_program(
    qtbot: QtBot, open_main: Open, journals: Path, tmp_path: Path
) -> None:
    window = open_main()
    change = EntryChange(None, Entry("public gathering", ("press conference",)))
    window.session.edit_glossary([change], "add a pair")
    [left] = as_killed_now(journals, tmp_path / "copy")
    assert left.document.edits == (change,)
    window.session.undo()
    window.parts.services.recovery.restore_wanted.emit(left)
    assert window.session.entry_changes == (change,)
    assert not window.parts.services.workspace.is_open
    qtbot.waitUntil(lambda: not window.parts.services.library.loading)
    assert window.parts.files.save_glossary()
    assert as_killed_now(journals, tmp_path / "copy") == ()


def left_by_a_crash(qtbot: QtBot, window: MainWindow, journals: Path, copy: Path) -> Recovered:
    """What a program that is killed now would leave."""
    for suspect in window.session.suspects:
        window.parts.services.review.accept(suspect, "spouses")
    assert window.parts.services.recovery.flush()
    [left] = as_killed_now(journals, copy)
    return left


def restored_in(qtbot: QtBot, window: MainWindow, left: Recovered) -> None:
    window.parts.files.give_up()
    window.parts.services.workspace.close()
    window.parts.files.restore(left)
    qtbot.waitUntil(lambda: window.parts.services.workspace.is_open)


def polish(lines: int) -> bytes:
    line = "{}: the husband or wife forces met at café łódź.\r\n"
    return "".join(line.format(number) for number in range(lines)).encode("cp1250")


def test_a_chosen_encoding_and_line_ends_come_back(
    qtbot: QtBot, open_main: Open, journals: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(polish(5))
    window = open_main(path)
    window.parts.services.workspace.reload("cp1250")
    qtbot.waitUntil(lambda: "łódź" in window.session.source)
    qtbot.waitUntil(lambda: len(window.session.suspects) == 5)
    left = left_by_a_crash(qtbot, window, journals, tmp_path / "copy")
    assert (left.origin.encoding, left.origin.ends) == ("cp1250", ("\r\n",) * 5)
    for is_there in (True, False):
        if not is_there:
            path.unlink()
        restored_in(qtbot, window, left)
        workspace = window.parts.services.workspace
        assert workspace.path == path
        assert workspace.text_file is not None
        assert workspace.text_file.encoding == "cp1250"
        assert len(window.session.decisions) == 5
        target = tmp_path / f"out-{is_there}.txt"
        assert window.parts.files.save_to(target)
        assert target.read_bytes() == polish(5).replace(b"husband or wife forces", b"spouses")


def document_of(path: Path, *paragraphs: str) -> None:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))


def test_a_document_that_changed_gets_the_decisions_that_still_fit(
    qtbot: QtBot, open_main: Open, journals: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    lines = [
        f"{number}: the husband or wife forces met, said witness {number}." for number in range(6)
    ]
    document_of(path, *lines)
    window = open_main(path)
    left = left_by_a_crash(qtbot, window, journals, tmp_path / "copy")
    document_of(path, *lines[:-1], "A new last line.")
    restored_in(qtbot, window, left)
    file = window.parts.services.workspace.file
    assert file is not None
    assert (file.kind, file.path) == ("docx", path)
    assert len(window.session.decisions) == 5
    [told] = [text for text in window.parts.feedback.messages.texts if "changed" in text]
    assert "1 decision no longer applies" in told
    assert "husband or wife forces" in told
    # The one that is left out comes back as soon as the document holds its old text.
    assert window.parts.files.save_to(tmp_path / "out.docx")
    document_of(path, *lines)
    window.open_file(path)
    qtbot.waitUntil(lambda: len(window.session.decisions) == 6)


def test_the_text_of_a_document_that_is_gone_is_told_to_be_all(
    qtbot: QtBot, open_main: Open, journals: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    document_of(path, "The husband or wife forces met.")
    window = open_main(path)
    left = left_by_a_crash(qtbot, window, journals, tmp_path / "copy")
    path.unlink()
    restored_in(qtbot, window, left)
    assert window.session.corrected == "The spouses met."
    assert any("plain text" in text for text in window.parts.feedback.messages.texts)

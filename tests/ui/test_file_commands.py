"""Opening, saving, leaving and recovery need no window: two values are enough."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot
from serving import Serving

from unspin_gui.store.files.settings_file import load_settings
from unspin_gui.ui.base.unsaved import CloseAnswer
from unspin_gui.ui.files.file_commands import FileCommands
from unspin_gui.ui.session.recovery import Leftover
from unspin_gui.ui.window.main_window import MainWindow

TEXT = "The husband or wife forces met a calendar year ago.\n"
Serve = Callable[..., Serving]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def serve(qtbot: QtBot, own_home: Path, mine: Path, no_language: None) -> Iterator[Serve]:
    made: list[Serving] = []

    def make(**answers: Any) -> Serving:
        serving = Serving(own_home, **answers)
        made.append(serving)
        qtbot.addWidget(serving.messages)
        serving.services.library.load()
        qtbot.waitUntil(lambda: not serving.is_busy)
        return serving

    yield make
    for serving in made:
        serving.stop()


def opened(qtbot: QtBot, serving: Serving, path: Path) -> FileCommands:
    files = FileCommands(serving.services, serving.feedback)
    files.open(path)
    qtbot.waitUntil(lambda: serving.services.workspace.is_open and not serving.is_busy)
    return files


def accept(serving: Serving) -> None:
    session = serving.services.session
    suspect = next(s for s in session.suspects if "husband" in s.phrase)
    serving.services.review.accept(suspect, "partner forces")


def test_what_was_told_of_another_text_is_not_told_of_this_one(
    qtbot: QtBot, serve: Serve, article: Path
) -> None:
    serving = serve()
    files = opened(qtbot, serving, article)
    for key in ("saved", "export", "tracked"):
        serving.messages.warn(f"About {article.name}, {key}.", key=key)
    files.open_data(QMimeData())
    assert serving.messages.texts[0] == "The clipboard contains no text."
    files.open(article)
    qtbot.waitUntil(lambda: not serving.is_busy)
    assert serving.messages.texts == ()


def test_one_file_is_opened_here_and_several_are_asked_for_as_a_list(
    qtbot: QtBot, serve: Serve, article: Path, tmp_path: Path
) -> None:
    others = (tmp_path / "second.txt", tmp_path / "third.txt")
    serving = serve(open_paths=(article,))
    files, asked = FileCommands(serving.services, serving.feedback), list[tuple[Path, ...]]()
    files.list_requested.connect(asked.append)
    files.ask_open()
    qtbot.waitUntil(lambda: serving.services.workspace.is_open)
    assert serving.services.session.source == TEXT
    files.open_all(others)
    files.open_all((tmp_path,))
    assert asked == [others, (tmp_path,)]


def test_apart_every_file_gets_a_window(serve: Serve, article: Path, tmp_path: Path) -> None:
    serving = serve()
    files, asked = FileCommands(serving.services, serving.feedback), list[Path]()
    files.new_window_requested.connect(asked.append)
    files.open_all((article, tmp_path), apart=True)
    assert asked == [article, tmp_path]
    assert not serving.services.workspace.reading


def test_an_opened_file_is_the_first_of_the_recent_ones(
    qtbot: QtBot, serve: Serve, article: Path
) -> None:
    serving = serve()
    opened(qtbot, serving, article)
    preferences = serving.services.preferences
    assert preferences.settings.recent == (str(article),)
    assert load_settings(serving.services.paths.settings) == preferences.settings


def test_text_and_glossary_are_saved_and_told(
    qtbot: QtBot, serve: Serve, article: Path, mine: Path
) -> None:
    serving = serve()
    files = opened(qtbot, serving, article)
    accept(serving)
    serving.services.review.never("calendar year ago")
    assert files.save()
    target = article.with_name("article.corrected.txt")
    assert target.read_text(encoding="utf-8") == TEXT.replace("husband or wife", "partner")
    assert 'keep: "calendar year ago"' in mine.read_text(encoding="utf-8").replace("'", '"')
    assert f"Saved as {target.name}" in serving.told
    assert serving.messages.texts == ()


def test_a_text_that_cannot_be_saved_is_told_of_and_stays_unsaved(
    qtbot: QtBot, serve: Serve, article: Path, tmp_path: Path
) -> None:
    serving = serve()
    files = opened(qtbot, serving, article)
    accept(serving)
    assert not files.save_to(tmp_path / "missing" / "article.txt")
    assert [text.split(".")[0] for text in serving.messages.texts] == ["Not saved"]
    assert serving.services.session.history.is_dirty


@pytest.mark.parametrize("save", [True, False])
def test_leaving_asks_once_and_goes_on_when_that_is_settled(
    qtbot: QtBot, serve: Serve, article: Path, save: bool
) -> None:
    serving = serve(unsaved=CloseAnswer(text=save, glossary=False))
    files, left = opened(qtbot, serving, article), list[bool]()
    accept(serving)
    files.when_settled(lambda: left.append(True))
    qtbot.waitUntil(lambda: left == [True])
    assert serving.prompts.names == ["unsaved"]
    assert article.with_name("article.corrected.txt").exists() == save


def test_who_turns_away_from_the_question_stays(qtbot: QtBot, serve: Serve, article: Path) -> None:
    serving = serve()
    files, left = opened(qtbot, serving, article), list[bool]()
    accept(serving)
    files.when_settled(lambda: left.append(True))
    assert serving.prompts.names == ["unsaved"]
    assert left == []
    assert serving.services.session.history.is_dirty


def test_work_that_a_killed_program_left_is_found_and_restored(
    qtbot: QtBot, serve: Serve, article: Path
) -> None:
    killed = serve()
    opened(qtbot, killed, article)
    accept(killed)
    document = killed.services.session.document
    killed.services.recovery.flush()
    killed.services.recovery._journal.close()
    killed.stop()
    serving, found = serve(), list[list[Leftover]]()
    files = FileCommands(serving.services, serving.feedback)
    recovery, settled = serving.services.recovery, list[Leftover]()
    recovery.found.connect(found.append)
    recovery.settled.connect(settled.append)
    recovery.look()
    qtbot.waitUntil(lambda: bool(found))
    [[leftover]] = found
    assert (leftover.title, leftover.changes) == ("article.txt", 1)
    recovery.restore(leftover)
    qtbot.waitUntil(lambda: settled == [leftover])
    assert serving.services.session.document == document
    assert not files.may_close(lambda: None)
    qtbot.waitUntil(lambda: not leftover.journal.exists())


def test_settings_that_cannot_be_written_hold_all_the_same_and_are_told_of(
    serve: Serve, own_home: Path
) -> None:
    serving = serve()
    _files = FileCommands(serving.services, serving.feedback)
    (own_home / "config").write_text("a file where the folder should be")
    serving.services.preferences.change(line_numbers=True)
    assert serving.services.preferences.settings.line_numbers
    assert any("config" in text for text in serving.messages.texts)


@pytest.mark.parametrize("text", ["", "\n \t\n"])
def test_a_file_without_text_says_so(
    open_main: Callable[..., MainWindow], tmp_path: Path, text: str
) -> None:
    path = tmp_path / "empty.txt"
    path.write_text(text, encoding="utf-8")
    window = open_main(path)
    assert window.parts.feedback.messages.texts == ("This file contains no text.",)

"""A folder is screened from the window, and what seems spun becomes the list of files."""

from pathlib import Path
from threading import Event

import pytest
from listed_files import MARKED, PLAIN, Hand, Opener, make_folder
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from unspin_gui.application.screening import screened_folder
from unspin_gui.application.screening.local_runner import LocalRunner
from unspin_gui.core.errors import StoreError
from unspin_gui.ui.queue.folder_screening import FolderScreening
from unspin_gui.ui.window.main_window import MainWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three texts with two marks each, one without any, and one that cannot be read."""
    made = make_folder(tmp_path / "texts")
    (made / "2.txt").write_text(MARKED.format(2) + " A calendar year ago.", encoding="utf-8")
    (made / "5.docx").write_bytes(b"PK\x03\x04 damaged")
    return made


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, mine: Path) -> None:
    """Only the user's phrases are looked for: the processes need not load the language."""
    options = screened_folder.ScreenOptions(depth="known", glossaries=(str(mine),))
    monkeypatch.setattr(screened_folder, "ScreenOptions", lambda: options)


def screening_of(window: MainWindow) -> FolderScreening:
    screening = window.parts.queue.screening
    assert screening is not None
    return screening


def screened(qtbot: QtBot, window: MainWindow) -> FolderScreening:
    """Screen the folder of the window's answers, to the end."""
    window.parts.actions["actionScreenFolder"].trigger()
    screening = screening_of(window)
    qtbot.waitUntil(lambda: screening.dialog is None, timeout=60_000)
    return screening


def test_what_seems_spun_is_listed(qtbot: QtBot, open_main: Opener, folder: Path) -> None:
    window = open_main(folder=folder)
    screened(qtbot, window)
    hand = Hand(qtbot, window)
    told = window.parts.feedback.messages.texts  # where it stays, though a file is opened
    assert hand.column(0) == ["2.txt", "1.txt", "4.txt"]
    assert hand.name == "2.txt"
    assert "Screened: 5; listed as likely spun: 3; could not be read: 1" in told


def test_records_are_listed_as_files(qtbot: QtBot, open_main: Opener, tmp_path: Path) -> None:
    place = tmp_path / "records"
    place.mkdir()
    lines = [f'{{"id": "r{n}", "text": "{text}"}}' for n, text in enumerate([PLAIN, MARKED])]
    (place / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    window = open_main(folder=place)
    screened(qtbot, window)
    Hand(qtbot, window)
    assert window.session.source == MARKED


def test_the_second_time_only_what_changed_is_needed(
    qtbot: QtBot, open_main: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_main(folder=folder)
    screened(qtbot, window)
    made = list[LocalRunner]()
    submit = LocalRunner.submit
    monkeypatch.setattr(
        LocalRunner, "submit", lambda self, task: (made.append(self), submit(self, task))
    )
    screened(qtbot, window)
    assert made == []
    (folder / "3.txt").write_text(MARKED.format(3), encoding="utf-8")
    screened(qtbot, window)
    assert made
    assert sorted(Hand(qtbot, window).column(0)) == ["1.txt", "2.txt", "3.txt", "4.txt"]


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[LocalRunner]]:
    """Workers that never answer; lists those that were asked, and those that were closed."""
    told = dict[str, list[LocalRunner]](asked=[], closed=[])
    close = LocalRunner.close

    def finished(self: LocalRunner, wait: float) -> list[object]:
        told["asked"].append(self)
        return [][: Event().wait(wait)]

    monkeypatch.setattr(LocalRunner, "finished", finished)
    monkeypatch.setattr(
        LocalRunner, "close", lambda self: (close(self), told["closed"].append(self))
    )
    return told


def test_cancelled_the_window_stays_as_it_was(
    qtbot: QtBot, open_main: Opener, folder: Path, held: dict[str, list[LocalRunner]]
) -> None:
    window = open_main(folder / "1.txt", folder=folder)
    window.parts.actions["actionScreenFolder"].trigger()
    screening = screening_of(window)
    dialog = screening.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.maximum() == 5 and bool(held["asked"]), timeout=20_000)
    dialog.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: screening.dialog is None, timeout=20_000)
    assert held["closed"] == held["asked"][:1]
    assert not window.parts.queue.is_open
    assert window.session.source == MARKED.format(1)


def test_a_closing_window_ends_it(
    qtbot: QtBot, open_main: Opener, folder: Path, held: dict[str, list[LocalRunner]]
) -> None:
    window = open_main(folder=folder)
    window.parts.actions["actionScreenFolder"].trigger()
    dialog = screening_of(window).dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.maximum() == 5 and bool(held["asked"]), timeout=20_000)
    window.close()
    assert held["closed"] == held["asked"][:1]


@pytest.mark.parametrize("texts", [[], [PLAIN]])
def test_without_a_spun_document_the_window_says_so(
    qtbot: QtBot, open_main: Opener, tmp_path: Path, texts: list[str]
) -> None:
    place = tmp_path / "plain"
    place.mkdir()
    for number, text in enumerate(texts):
        (place / f"{number}.txt").write_text(text, encoding="utf-8")
    window = open_main(folder=place)
    screened(qtbot, window)
    [told] = window.parts.feedback.messages.texts
    assert ("looks spun" if texts else "contains no texts") in told
    assert not window.parts.queue.is_open


def test_what_goes_wrong_is_one_sentence(
    qtbot: QtBot, open_main: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise StoreError(folder, "the disk is full")

    monkeypatch.setattr(screened_folder, "start", full)
    window = open_main(folder=folder)
    screened(qtbot, window)
    assert window.parts.feedback.messages.texts == (f"{folder}: the disk is full",)
    assert not window.parts.queue.is_open

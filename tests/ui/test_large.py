"""Large texts, and files that take long to read."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from unspin_gui.application import opening
from unspin_gui.ui.files import large_file_notice
from unspin_gui.ui.window.main_window import MainWindow

Open = Callable[..., MainWindow]
TEXT = "The husbands or wife forces left.\n"


def choose(qtbot: QtBot, window: MainWindow, text: str) -> None:
    wanted = next(
        b for b in window.parts.feedback.messages.findChildren(QPushButton) if b.text() == text
    )
    qtbot.mouseClick(wanted, Qt.MouseButton.LeftButton)


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.property("analysing"), timeout=60_000)


def test_a_large_text_says_what_is_switched_off(
    qtbot: QtBot, open_main: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_file_notice, "LARGE", 30)
    path, small = tmp_path / "large.txt", tmp_path / "small.txt"
    path.write_text(TEXT, encoding="utf-8")
    small.write_text("husbands or wife forces", encoding="utf-8")
    window = open_main(path)
    assert any("near matches" in text for text in window.parts.feedback.messages.texts)
    assert window.session.suspects == ()
    choose(qtbot, window, "Search for Them Anyway")
    settled(qtbot, window)
    assert [s.kind for s in window.session.suspects] == ["near"]
    window.open_file(path)
    settled(qtbot, window)
    assert window.session.suspects == ()
    window.open_file(small)
    qtbot.waitUntil(lambda: window.parts.services.workspace.path == small)
    settled(qtbot, window)
    assert [s.kind for s in window.session.suspects] == ["near"]
    assert not any("near matches" in text for text in window.parts.feedback.messages.texts)


def test_a_long_paragraph_is_told_and_can_be_reviewed(
    qtbot: QtBot, open_main: Open, tmp_path: Path
) -> None:
    path = tmp_path / "long.txt"
    path.write_text("plain words " * 3_000 + "husband or wife forces", encoding="utf-8")
    window = open_main(path)
    assert "very long paragraphs" in window.parts.feedback.messages.texts[0]
    window.parts.services.review.accept(window.session.suspects[0], "partner forces")
    window.parts.actions["actionSave"].trigger()
    saved = path.with_name("long.corrected.txt").read_text(encoding="utf-8")
    assert saved == "plain words " * 3_000 + "partner forces"


def test_the_marks_of_a_long_paragraph_follow_after_a_pause(
    qtbot: QtBot, open_main: Open, tmp_path: Path
) -> None:
    path = tmp_path / "long.txt"
    path.write_text("plain words " * 3_000 + "husband or wife forces", encoding="utf-8")
    window = open_main(path)
    layout = window.parts.views.editors.source.document().firstBlock().layout()
    qtbot.waitUntil(lambda: [one.length for one in layout.formats()] == [22])
    window.session.keep(window.session.suspects)
    assert len(layout.formats()) == 1
    qtbot.waitUntil(lambda: not layout.formats())


@pytest.mark.parametrize(
    ("text", "is_long"),
    [("", False), ("x" * 32_000, False), ("x" * 32_001, True), (("x" * 32_000 + "\n") * 3, False)]
    + [("\n" * 70_000 + "x" * 32_001 + "\n" * n, True) for n in (0, 1, 40_000)],
)
def test_long_paragraphs_are_found(text: str, is_long: bool) -> None:
    assert large_file_notice.has_long_paragraph(text) is is_long


def test_reading_that_takes_long_can_be_given_up(
    qtbot: QtBot, open_main: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, slow = tmp_path / "one.txt", tmp_path / "slow.txt"
    for one in (path, slow):
        one.write_text(TEXT + one.name, encoding="utf-8")
    window = open_main(path)
    go_on, read = threading.Event(), threading.Event()
    real = opening.formats.from_bytes

    def slowly(*args: object, **more: object) -> object:
        go_on.wait(20)
        read.set()
        return real(*args, **more)

    monkeypatch.setattr(opening.formats, "from_bytes", slowly)
    window.open_file(slow)
    qtbot.waitUntil(lambda: window.parts.feedback.messages.texts == ("Opening “slow.txt”…",))
    choose(qtbot, window, "Cancel")
    assert not window.parts.services.workspace.reading
    go_on.set()
    qtbot.waitUntil(read.is_set)
    settled(qtbot, window)
    window.parts.services.tasks.wait(lambda: None)
    assert window.parts.services.workspace.path == path
    assert window.parts.feedback.messages.texts == ()


def test_the_file_asked_for_last_is_the_one_that_opens(
    qtbot: QtBot, open_main: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, quick = tmp_path / "slow.txt", tmp_path / "quick.txt"
    for one in (slow, quick):
        one.write_text(TEXT + one.name, encoding="utf-8")
    window = open_main()
    quick_is_open, slow_is_read = threading.Event(), threading.Event()
    real = opening.formats.from_bytes

    def wait_for_the_other(path: Path, *args: object, **more: object) -> object:
        if path == slow:
            quick_is_open.wait(20)
            slow_is_read.set()
        return real(path, *args, **more)

    monkeypatch.setattr(opening.formats, "from_bytes", wait_for_the_other)
    window.open_file(slow)
    window.open_file(quick)
    qtbot.waitUntil(lambda: window.parts.services.workspace.path == quick)
    quick_is_open.set()
    qtbot.waitUntil(slow_is_read.is_set)
    window.parts.services.tasks.wait(lambda: None)
    settled(qtbot, window)
    assert window.parts.services.workspace.path == quick

"""A text that is not English is told, until another one is opened."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from unspin_gui.application.findings import Found
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.session.scheduler import AnalysisScheduler
from unspin_gui.ui.window.main_window import MainWindow


def test_it_is_told_until_another_text_is_opened(
    qtbot: QtBot, open_main: Callable[..., MainWindow], tmp_path: Path
) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"Der Hund {name}", encoding="utf-8")
    window = open_main(tmp_path / "one.txt")
    session = window.session
    found = Found(session.document, session.knowledge, {}, 1.0, last=True, foreign=(Span(0, 16),))
    session.findChild(AnalysisScheduler).found.emit(found)
    assert any("not English" in text for text in window.parts.feedback.messages.texts)
    window.open_file(tmp_path / "two.txt")
    qtbot.waitUntil(
        lambda: not any("not English" in text for text in window.parts.feedback.messages.texts)
    )

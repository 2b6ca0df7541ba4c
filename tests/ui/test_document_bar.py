"""What the whole text seems to be, and the user's word on it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from unspin_gui.application.findings import Found
from unspin_gui.ui.session.scheduler import AnalysisScheduler
from unspin_gui.ui.window.document_bar import DocumentBar
from unspin_gui.ui.window.main_window import MainWindow


@pytest.fixture
def window(open_main: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    path = tmp_path / "a.txt"
    path.write_text("The husband or wife forces left.", encoding="utf-8")
    return open_main(path)


def judge(window: MainWindow, probability: float | None, hidden: int = 0) -> DocumentBar:
    """As if the text had been read and found to be that."""
    session = window.session
    found = Found(
        session.document, session.knowledge, {}, 1.0, last=True, probability=probability,
        hidden=hidden,
    )  # fmt: skip
    session.findChild(AnalysisScheduler).found.emit(found)
    bar = window.findChild(DocumentBar, "documentBar")
    assert session.document_probability == probability
    return bar


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.993, "This text is almost certainly spun (over 99 %)."),
        (0.8, "This text is probably spun (80 %)."),
        (0.5, "This text, or parts of it, may be spun (50 %)."),
        (0.1, "This text is probably not spun (10 %)."),
        (0.0, "This text is almost certainly not spun (under 1 %)."),
    ],
)
def test_the_probability_is_told_in_plain_words(
    window: MainWindow, probability: float, words: str
) -> None:
    bar = judge(window, probability)
    assert bar.label.text() == words
    assert bar.isVisible()
    assert not bar.show_weaker.isVisible()
    assert bar.is_spun.isVisible() == (probability < 0.95)


@pytest.mark.parametrize(
    ("hidden", "words"),
    [(1, "1 weaker hint is hidden."), (50, "50 weaker hints are hidden.")],
)
def test_hidden_hints_are_counted_and_offered(window: MainWindow, hidden: int, words: str) -> None:
    bar = judge(window, 0.5, hidden)
    assert bar.label.text().endswith(words)
    assert bar.show_weaker.isVisible()


def test_a_text_that_cannot_be_judged_has_no_bar(window: MainWindow) -> None:
    assert judge(window, None).isHidden()
    assert judge(window, None, 3).label.text() == "3 weaker hints are hidden."


def test_the_bar_goes_with_its_text(qtbot: QtBot, window: MainWindow) -> None:
    bar = judge(window, 0.9)
    window.parts.actions["actionClose"].trigger()
    qtbot.waitUntil(bar.isHidden)
    assert window.session.document_probability is None


def test_weaker_hints_lower_the_threshold_until_another_text(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    session = window.session
    usual = session.knowledge.options.min_score
    qtbot.mouseClick(judge(window, 0.5, 4).show_weaker, Qt.MouseButton.LeftButton)
    assert session.knowledge.options.min_score == pytest.approx(0.2)
    assert window.parts.actions["actionShowWeaker"].isChecked()
    assert not session.history.can_undo
    other = tmp_path / "b.txt"
    other.write_text("Another text.", encoding="utf-8")
    window.open_file(other)
    qtbot.waitUntil(lambda: session.source == "Another text.")
    assert session.knowledge.options.min_score == usual
    assert not window.parts.actions["actionShowWeaker"].isChecked()


def test_calling_a_text_spun_is_an_act(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    bar = judge(window, 0.12)
    qtbot.mouseClick(bar.is_spun, Qt.MouseButton.LeftButton)
    assert session.document.assume == "spun"
    assert session.knowledge.options.assume == "spun"
    judge(window, 0.12)
    assert bar.label.text() == "You marked this text as spun (estimate: 12 %)."
    assert window.parts.actions["actionTextIsSpun"].isChecked()
    assert session.history.undo_label == "mark the text as spun"
    session.undo()
    assert session.knowledge.options.assume == "auto"
    assert not window.parts.actions["actionTextIsSpun"].isChecked()


def test_the_word_is_remembered_with_the_file(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, open_main: Callable[..., MainWindow]
) -> None:
    window.parts.actions["actionTextIsSpun"].trigger()
    window.parts.files.saving.remember()
    again = open_main(tmp_path / "a.txt")
    assert again.session.document.assume == "spun"
    assert again.session.knowledge.options.assume == "spun"

"""Leaving a review with unsaved work, and opening another while one is saved."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from unspin_gui.core.text.spans import Span
from unspin_gui.ui.base.unsaved import CloseAnswer
from unspin_gui.ui.window.main_window import MainWindow

Open = Callable[..., MainWindow]
BOTH = CloseAnswer(text=True, glossary=True)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text("The husband or wife forces left a calendar year ago.", encoding="utf-8")
    return path


def reworded(window: MainWindow) -> None:
    window.parts.services.review.accept(window.session.suspects[0], "allied forces")


def is_closed(window: MainWindow) -> bool:
    return not isValid(window) or not window.isVisible()


def test_closing_asks_before_a_strangers_file_is_overwritten(
    qtbot: QtBot, open_main: Open, article: Path
) -> None:
    target = article.with_name("article.corrected.txt")
    target.write_text("someone else's", encoding="utf-8")
    window = open_main(article, unsaved=BOTH)
    reworded(window)
    window.close()
    assert window.parts.feedback.prompts.names == ["unsaved", "overwrite"]
    assert window.isVisible()
    assert target.read_text(encoding="utf-8") == "someone else's"
    window.parts.feedback.prompts.answers["overwrite"] = True
    window.close()
    assert "allied forces" in target.read_text(encoding="utf-8")
    qtbot.waitUntil(lambda: is_closed(window))


def test_a_text_without_a_file_is_saved_as_and_closed(
    qtbot: QtBot, open_main: Open, tmp_path: Path, mine: Path
) -> None:
    target = tmp_path / "pasted.txt"
    window = open_main(unsaved=BOTH, save_path=target)
    window.parts.services.workspace.open_text("The husband or wife forces left.", "Pasted text")
    window.session.rewrite(window.session.visible, "Yes. ")
    window.close()
    assert target.read_text(encoding="utf-8").startswith("Yes. ")
    qtbot.waitUntil(lambda: is_closed(window))


def test_an_unticked_glossary_is_not_saved(open_main: Open, article: Path, mine: Path) -> None:
    before = mine.read_text(encoding="utf-8")
    window = open_main(article, unsaved=CloseAnswer(text=True, glossary=False))
    reworded(window)
    window.close()
    assert "allied" in article.with_name("article.corrected.txt").read_text(encoding="utf-8")
    assert mine.read_text(encoding="utf-8") == before


def test_another_file_waits_until_the_first_is_saved(
    qtbot: QtBot, open_main: Open, article: Path, tmp_path: Path, mine: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another text.", encoding="utf-8")
    window = open_main(article)
    reworded(window)
    window.parts.services.workspace.open(other)
    window.parts.actions["actionSave"].trigger()
    qtbot.waitUntil(lambda: window.session.source == "Another text.")
    saved = article.with_name("article.corrected.txt").read_text(encoding="utf-8")
    assert saved.startswith("The allied forces")
    assert "allied forces" in mine.read_text(encoding="utf-8")
    assert (
        window.parts.services.workspace.corrected.default_target()
        == tmp_path / "other.corrected.txt"
    )
    assert window.parts.services.workspace.corrected.written is None


@pytest.mark.parametrize("given_up", [False, True])
def test_what_is_done_while_another_file_is_read_is_asked_about(
    qtbot: QtBot, open_main: Open, article: Path, tmp_path: Path, given_up: bool
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another text.", encoding="utf-8")
    window = open_main(article, unsaved=CloseAnswer(text=False, glossary=False))
    if not given_up:
        del window.parts.feedback.prompts.answers["unsaved"]
    window.open_file(other)
    window.session.rewrite(Span(0, 0), "Written meanwhile. ")
    qtbot.waitUntil(lambda: not window.parts.services.workspace.reading)
    assert window.parts.feedback.prompts.names == ["unsaved"]
    if given_up:
        qtbot.waitUntil(lambda: window.session.corrected == "Another text.")
    else:
        assert window.parts.services.workspace.path == article
        assert window.session.corrected.startswith("Written meanwhile. The husband")


def test_what_one_text_taught_stays_when_the_next_is_saved(
    qtbot: QtBot, open_main: Open, article: Path, tmp_path: Path, mine: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("A calendar year ago.", encoding="utf-8")
    window = open_main(article)
    reworded(window)
    window.parts.actions["actionSave"].trigger()
    assert "allied forces" in mine.read_text(encoding="utf-8")
    window.open_file(other)
    qtbot.waitUntil(lambda: window.parts.services.workspace.path == other)
    qtbot.waitUntil(lambda: not window.property("analysing"), timeout=60_000)
    assert not window.parts.services.library.is_dirty
    window.parts.services.review.accept(window.session.suspects[0], "twelve months ago")
    window.parts.actions["actionSave"].trigger()
    saved = mine.read_text(encoding="utf-8")
    assert "allied forces" in saved
    assert "twelve months ago" in saved

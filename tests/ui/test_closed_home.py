"""A home folder that lets no one look into it: the review goes on without what lies there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fakes import give_answers
from pytestqt.qtbot import QtBot

from unspin_gui.app import open_window
from unspin_gui.application import knowledge_loading
from unspin_gui.core.detection.knowledge import Knowledge

TEXT = "The husband or wife forces left.\n"


def test_a_text_is_reviewed_and_saved(qtbot: QtBot, no_language: None, tmp_path: Path) -> None:
    article, home = tmp_path / "article.txt", tmp_path / ("x" * 300)
    article.write_text(TEXT, encoding="utf-8")
    window = open_window([article], home=home)
    give_answers(window)
    qtbot.waitUntil(lambda: not window.property("analysing"), timeout=60_000)
    assert window.session.source == TEXT
    assert any("the name is too long" in text for text in window.parts.feedback.messages.texts)
    window.parts.views.editors.corrected.insertPlainText("X")
    window.parts.actions["actionSave"].trigger()
    assert (tmp_path / "article.corrected.txt").read_text(encoding="utf-8") == f"X{TEXT}"
    window.parts.files.on_disk.look_again()
    window.parts.services.library.look_again()
    window.parts.files.give_up()
    assert window.close()


def test_language_data_are_kept_in_the_home_folder_too(
    qtbot: QtBot, no_language: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("UNSPIN_HOME", "UNSPIN_CACHE"):
        monkeypatch.delenv(name)
    places: list[Path] = []

    def reading(cache: Path) -> Callable[[Knowledge], Knowledge]:
        places.append(cache)
        return lambda known: known

    monkeypatch.setattr(knowledge_loading, "read_language", reading)
    window = open_window(home=tmp_path / "mine")
    qtbot.waitUntil(lambda: not window.property("analysing"), timeout=60_000)
    assert places == [tmp_path / "mine" / "cache"]
    assert window.close()

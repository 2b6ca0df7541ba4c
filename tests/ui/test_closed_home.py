"""A home folder that lets no one look into it: the review goes on without what lies there."""

from pathlib import Path

from fakes import FakePrompts
from pytestqt.qtbot import QtBot

from unspin_gui.app import open_window

TEXT = "The husband or wife forces left.\n"


def test_a_text_is_reviewed_and_saved(qtbot: QtBot, no_language: None, tmp_path: Path) -> None:
    article, home = tmp_path / "article.txt", tmp_path / ("x" * 300)
    article.write_text(TEXT, encoding="utf-8")
    window = open_window([article], home=home)
    window.prompts = FakePrompts()
    qtbot.waitUntil(lambda: not window.property("analysing"), timeout=60_000)
    assert window.session.source == TEXT
    assert any("the name is too long" in text for text in window.messages.texts)
    window.desk.corrected.insertPlainText("X")
    window.actions_["actionSave"].trigger()
    assert (tmp_path / "article.corrected.txt").read_text(encoding="utf-8") == f"X{TEXT}"
    window.filing.on_disk.look_again()
    window.library.look_again()
    window.filing.give_up()
    assert window.close()

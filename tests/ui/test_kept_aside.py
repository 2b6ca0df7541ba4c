"""Files of the program's own that it cannot use: nothing of them is lost, and that is said."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from unspin_gui.application.glossary_saving import sizes_file
from unspin_gui.core.document.document import Document
from unspin_gui.paths import user_paths
from unspin_gui.store.review.decisions_file import save_decisions
from unspin_gui.ui.window.main_window import MainWindow

Open = Callable[..., MainWindow]
TEXT = "The husband or wife forces left.\n"


def test_preferences_of_a_newer_version_are_kept(
    qtbot: QtBot, open_main: Open, own_home: Path
) -> None:
    path = own_home / "config" / "settings.json"
    path.parent.mkdir(parents=True)
    path.write_text('{"version": 2, "theme": "of tomorrow"}')
    window = open_main()
    kept = path.with_name("settings.json.broken")
    qtbot.waitUntil(lambda: any(kept.name in text for text in window.parts.feedback.messages.texts))
    window.preferences.use(window.preferences.settings)
    assert kept.read_text() == '{"version": 2, "theme": "of tomorrow"}'


def test_decisions_of_a_newer_version_are_kept(
    open_main: Open, own_home: Path, tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    folder = own_home / "state" / "decisions"
    record = save_decisions(folder, article, Document(TEXT, ignored=("wife",)))
    left = record.read_text().replace('"version": 1', '"version": 2')
    record.write_text(left)
    window = open_main(article)
    kept = record.with_name(f"{record.name}.broken")
    assert any(kept.name in text for text in window.parts.feedback.messages.texts)
    window.parts.services.review.keep(window.session.suspects)
    window.parts.actions["actionSave"].trigger()
    assert kept.read_text() == left
    assert '"version": 1' in record.read_text()


@pytest.mark.parametrize("name", ["usage.json", "sizes"])
def test_counts_of_a_newer_version_are_kept(
    qtbot: QtBot, open_main: Open, own_home: Path, tmp_path: Path, name: str
) -> None:
    paths = user_paths(own_home)
    path = paths.usage if name == "usage.json" else sizes_file(paths.glossary, paths)
    path.parent.mkdir(parents=True)
    path.write_text('{"version": 2}')
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    window = open_main(article)
    window.session.accept(window.session.suspects[0], "spouse")
    window.parts.files.save_glossary()
    window.parts.commands.glossary.usage.flush()
    kept = path.with_name(f"{path.name}.broken")
    qtbot.waitUntil(lambda: any(kept.name in text for text in window.parts.feedback.messages.texts))
    assert kept.read_text() == '{"version": 2}'
    assert "version" not in path.read_text()

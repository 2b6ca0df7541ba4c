"""Whole windows for the tests that want one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fakes import give_answers
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from unspin_gui.app import open_window
from unspin_gui.ui.base.gui_collector import GuiCollector, collect_on
from unspin_gui.ui.base.languages import speak
from unspin_gui.ui.window.main_window import MainWindow

_GLOSSARY = """\
# unspin glossary 1
- spun: "husband or wife forces"
  fix: ["partner forces"]
- spun: 'calendar year ago'
  fix: year ago
"""


@pytest.fixture(autouse=True)
def collected_here(qapp: QApplication) -> Iterator[None]:
    """What a test leaves behind is collected on this thread, as in the program."""
    collect_on(qapp)
    yield
    qapp.findChild(GuiCollector).collect()


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> None:
    """The plural forms, which a window loads, for widgets without one."""
    speak("en")


@pytest.fixture
def no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows without language data and starters: what `mine` knows is found, and no more."""
    monkeypatch.setattr(
        "unspin_gui.application.knowledge_loading.read_language",
        lambda _cache: lambda known: known,
    )
    monkeypatch.setattr("unspin_gui.application.layers.starter_glossaries", lambda: ())


@pytest.fixture
def mine(own_home: Path) -> Path:
    """The user's glossary, with two entries."""
    path = own_home / "data" / "glossary.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(_GLOSSARY, encoding="utf-8")
    return path


@pytest.fixture
def open_main(
    qtbot: QtBot, own_home: Path, mine: Path, no_language: None
) -> Iterator[Callable[..., MainWindow]]:
    """Opens windows on files; `prompts` holds the answers to questions (see FakePrompts)."""
    windows: list[MainWindow] = []

    def open_(*files: Path, **prompts: object) -> MainWindow:
        window = open_window(files, home=own_home)
        give_answers(window, **prompts)
        windows.append(window)
        qtbot.waitUntil(lambda: not window.property("analysing"), timeout=60_000)
        return window

    yield open_
    for window in windows:
        if isValid(window) and window.isVisible():
            window.parts.files.give_up()
            window.close()

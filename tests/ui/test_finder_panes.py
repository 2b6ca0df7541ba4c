"""Finding and replacing in the real panes of a real session."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from unspin_gui.ui.panes.corrected_pane import CorrectedPane
from unspin_gui.ui.panes.find_bar import FindBar
from unspin_gui.ui.panes.finder import Finder
from unspin_gui.ui.panes.source_pane import SourcePane
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.theme import Theme

TEXT = "😀 One dog.\n\nTwo dogs 😀 and a DOG.\n"


@dataclass
class Scene:
    session: Session
    source: SourcePane
    corrected: CorrectedPane
    bar: FindBar
    finder: Finder


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    session = Session()
    theme = Theme(session)
    panes = SourcePane(session, theme), CorrectedPane(session, theme)
    bar = FindBar()
    for widget in (*panes, bar):
        qtbot.addWidget(widget)
        widget.show()
    session.open(TEXT)
    return Scene(session, *panes, bar, Finder(session, panes[1], bar))


def test_the_place_is_selected_in_the_pane(scene: Scene, qtbot: QtBot) -> None:
    scene.finder.open_for(scene.source)
    qtbot.keyClicks(scene.bar.needle, "dog")
    qtbot.keyClick(scene.bar.needle, Qt.Key.Key_Return)
    assert scene.source.textCursor().selectedText() == "dog"
    assert scene.source.selection.start == TEXT.index("dogs")
    assert len(scene.source.extraSelections()) == 3


def test_replace_all_is_one_step_of_undo(scene: Scene, qtbot: QtBot) -> None:
    scene.finder.open_for(scene.corrected, replace=True)
    qtbot.keyClicks(scene.bar.needle, "dog")
    qtbot.keyClicks(scene.bar.new, "cat")
    scene.finder.replace_all()
    replaced = "😀 One cat.\n\nTwo cats 😀 and a cat.\n"
    assert scene.session.corrected == replaced
    assert scene.corrected.toPlainText() == replaced
    scene.session.undo()
    assert scene.session.corrected == TEXT
    assert scene.corrected.toPlainText() == TEXT


def test_replacing_one_by_one_to_the_end(scene: Scene, qtbot: QtBot) -> None:
    scene.finder.open_for(scene.corrected, replace=True)
    qtbot.keyClicks(scene.bar.needle, "dog")
    scene.bar.new.setText("😀😀")
    for _ in range(3):
        scene.finder.replace_one()
    assert scene.corrected.toPlainText() == TEXT.replace("dog", "😀😀").replace("DOG", "😀😀")
    assert scene.bar.count.text() == "Not found"


def test_typing_in_the_pane_moves_the_places(scene: Scene, qtbot: QtBot) -> None:
    scene.finder.open_for(scene.corrected)
    qtbot.keyClicks(scene.bar.needle, "two")
    scene.corrected.put_caret(0)
    qtbot.keyClicks(scene.corrected, "Now ")
    qtbot.waitUntil(lambda: scene.bar.count.text().endswith("/1"))
    scene.finder.find_next()
    assert scene.corrected.textCursor().selectedText() == "Two"

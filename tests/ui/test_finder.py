"""Finding and replacing through the bar, with keys and clicks."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from unspin_gui.core.document.change import rewrite
from unspin_gui.core.document.document import Document
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.find_bar import FindBar
from unspin_gui.ui.panes.finder import Finder

SOURCE = "One dog.\nTwo dogs.\nThree Dogs."


class Acts(QObject):
    """Stands for the session: a document and a list of what was done."""

    document_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.document = Document(SOURCE)
        self.labels: list[str] = []

    @property
    def text(self) -> str:
        return self.document.corrected

    def rewrite(self, place: Span, text: str) -> None:
        self.rewrite_all([(place, text)], "rewrite")

    def rewrite_all(self, edits: Sequence[tuple[Span, str]], label: str) -> None:
        for place, text in reversed(edits):
            self.document = rewrite(self.document, place, text)
        self.labels.append(label)
        self.document_changed.emit(None)


@dataclass
class Text:
    text: str


class Pane(QWidget):
    def __init__(self, side: Acts | Text) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.side = side
        self.caret = 0
        self.selection = Span(0, 0)
        self.hits: tuple[Span, ...] = ()
        self.current = -1

    def show_hits(self, spans: Sequence[Span], current: int = -1) -> None:
        self.hits, self.current = tuple(spans), current


@dataclass
class Scene:
    acts: Acts
    source: Pane
    corrected: Pane
    bar: FindBar
    finder: Finder


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    acts = Acts()
    bar = FindBar()
    qtbot.addWidget(bar)
    panes = Pane(Text(SOURCE)), Pane(acts)
    for pane in panes:
        qtbot.addWidget(pane)
    return Scene(acts, *panes, bar, Finder(acts, panes[1], bar))


def look(scene: Scene, qtbot: QtBot, text: str, *, replace: bool = False) -> None:
    scene.finder.open_for(scene.corrected, replace=replace)
    scene.bar.needle.clear()
    qtbot.keyClicks(scene.bar.needle, text)


def press(scene: Scene, qtbot: QtBot, name: str) -> None:
    qtbot.mouseClick(scene.bar.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_typing_finds_and_counts(scene: Scene, qtbot: QtBot) -> None:
    look(scene, qtbot, "dog")
    assert scene.bar.count.text() == "1/3"
    assert len(scene.corrected.hits) == 3
    assert scene.corrected.current == 0


def test_return_goes_on_and_round(scene: Scene, qtbot: QtBot) -> None:
    look(scene, qtbot, "dog")
    for count in ("2/3", "3/3", "1/3"):
        qtbot.keyClick(scene.bar.needle, Qt.Key.Key_Return)
        assert scene.bar.count.text() == count


def test_shift_return_goes_back(scene: Scene, qtbot: QtBot) -> None:
    look(scene, qtbot, "dog")
    qtbot.keyClick(scene.bar.needle, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert scene.bar.count.text() == "3/3"


def test_search_begins_at_the_caret(scene: Scene, qtbot: QtBot) -> None:
    scene.corrected.selection = Span(10, 10)
    look(scene, qtbot, "dog")
    assert scene.bar.count.text() == "2/3"


def test_selected_words_are_looked_for(scene: Scene) -> None:
    scene.source.selection = Span(4, 7)
    scene.finder.open_for(scene.source)
    assert scene.bar.needle.text() == "dog"
    assert scene.source.current == 0


def test_switches_change_what_is_found(scene: Scene, qtbot: QtBot) -> None:
    look(scene, qtbot, "dog")
    scene.bar.case.click()
    assert scene.bar.count.text() == "1/2"
    scene.bar.word.click()
    assert scene.bar.count.text() == "1/1"


def test_broken_pattern_is_told(scene: Scene, qtbot: QtBot) -> None:
    look(scene, qtbot, "(")
    scene.bar.pattern.click()
    assert scene.bar.count.text().startswith("Not a valid pattern: missing")
    assert scene.corrected.hits == ()


def test_escape_closes_and_clears(scene: Scene, qtbot: QtBot) -> None:
    look(scene, qtbot, "dog")
    qtbot.keyClick(scene.bar.needle, Qt.Key.Key_Escape)
    assert not scene.bar.isVisible()
    assert scene.corrected.hits == ()


def test_replace_one_after_the_other(scene: Scene, qtbot: QtBot) -> None:
    look(scene, qtbot, "dog", replace=True)
    scene.bar.new.setFocus()
    qtbot.keyClicks(scene.bar.new, "cat")
    qtbot.keyClick(scene.bar.new, Qt.Key.Key_Return)
    assert scene.acts.text.startswith("One cat.\nTwo dogs.")
    assert scene.bar.count.text() == "1/2"
    press(scene, qtbot, "replaceOne")
    assert scene.acts.text == "One cat.\nTwo cats.\nThree Dogs."


def test_replacing_by_what_is_looked_for_ends(scene: Scene, qtbot: QtBot) -> None:
    look(scene, qtbot, "dog", replace=True)
    qtbot.keyClicks(scene.bar.new, "dogdog")
    press(scene, qtbot, "replaceOne")
    assert scene.bar.count.text() == "3/4"


def test_replace_all_is_one_act(scene: Scene, qtbot: QtBot) -> None:
    look(scene, qtbot, "dog", replace=True)
    qtbot.keyClicks(scene.bar.new, "cat")
    press(scene, qtbot, "replaceAll")
    assert scene.acts.text == "One cat.\nTwo cats.\nThree cats."
    assert scene.acts.labels == ["replace “dog” (3 places)"]
    assert scene.bar.count.text() == "3 replaced"


def test_source_is_never_replaced(scene: Scene, qtbot: QtBot) -> None:
    scene.finder.open_for(scene.source)
    qtbot.keyClicks(scene.bar.needle, "dog")
    scene.finder.replace_one()
    scene.finder.replace_all()
    assert scene.acts.labels == []


def test_an_edit_elsewhere_moves_the_places(scene: Scene, qtbot: QtBot) -> None:
    look(scene, qtbot, "dog")
    scene.acts.rewrite(Span(0, 3), "Eleven")
    qtbot.waitUntil(lambda: scene.corrected.hits[0] == Span(7, 10))


def test_after_an_edit_the_place_is_shown_before_it_is_replaced(scene: Scene, qtbot: QtBot) -> None:
    look(scene, qtbot, "dog", replace=True)
    qtbot.keyClicks(scene.bar.new, "cat")
    scene.acts.rewrite(Span(0, 3), "Eleven")
    scene.finder.replace_one()
    assert scene.acts.text.startswith("Eleven dog.")
    scene.finder.replace_one()
    assert scene.acts.text.startswith("Eleven cat.")


def test_next_opens_a_closed_bar(scene: Scene, qtbot: QtBot) -> None:
    look(scene, qtbot, "dog")
    scene.finder.close()
    scene.finder.find_next()
    assert scene.bar.isVisible()
    assert scene.bar.count.text() == "1/3"


def test_tab_leads_from_what_to_find_to_what_replaces_it(qtbot: QtBot) -> None:
    bar = FindBar()
    qtbot.addWidget(bar)
    bar.open_with("dog", replace=True)
    qtbot.waitUntil(bar.isActiveWindow)
    fields = (bar.needle, bar.new, bar.replace_button, bar.replace_all_button, bar.case)
    for here, there in pairwise(fields):
        here.setFocus()
        bar.replace_button.setEnabled(True)
        bar.replace_all_button.setEnabled(True)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        assert there.hasFocus()
    bar.open_with("dog", replace=False)
    qtbot.keyClick(bar.needle, Qt.Key.Key_Tab)
    assert bar.case.hasFocus()


def test_escape_closes_even_where_the_window_uses_it(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    bar = FindBar()
    window.setCentralWidget(bar)
    cancelled: list[str] = []
    QShortcut(QKeySequence("Esc"), window).activated.connect(lambda: cancelled.append("x"))
    window.show()
    bar.open_with("dog", replace=False)
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(bar.close_wanted):
        qtbot.keyClick(bar.needle, Qt.Key.Key_Escape)
    assert cancelled == []

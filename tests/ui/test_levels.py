"""Twin paragraphs stand level while one scrolls, whatever is done to the text or the window."""

import random
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from unspin_gui.core.document.document import Decision
from unspin_gui.core.text.spans import Span
from unspin_gui.paths import resources
from unspin_gui.ui.panes.block_layout import blank_above
from unspin_gui.ui.panes.editor_area import EditorArea
from unspin_gui.ui.panes.positions import block_span
from unspin_gui.ui.panes.twins import Twins
from unspin_gui.ui.session.review_loop import ReviewLoop
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.theme import Theme

Area = Callable[[str, int, int], EditorArea]


def made_text(dice: random.Random, paragraphs: int) -> str:
    """Headings, blank lines and paragraphs from one line to many."""
    lines = []
    for number in range(paragraphs):
        words = dice.choice((0, 2, 9, 40, 120))
        lines.append(" ".join(f"{number}" + "n" * dice.randint(1, 8) for _ in range(words)))
    return "\n".join(lines)


def fixes(dice: random.Random, text: str) -> list[Decision]:
    """Longer and shorter wordings, paragraphs divided, joined and deleted."""
    made, at = list[Decision](), 0
    for line in text.split("\n")[:-1]:
        kind, middle = dice.randint(0, 6), line.find(" ", len(line) // 3)
        if line and kind == 0:
            made.append(Decision(Span(at, at + len(line) + 1), "", "edited"))
        elif line and kind == 1:
            made.append(Decision(Span(at + len(line), at + len(line) + 1), " ", "edited"))
        elif middle > 0 and kind == 2:
            made.append(Decision(Span(at + middle, at + middle + 1), "\n", "edited"))
        elif middle > 0 and kind == 3:
            made.append(Decision(Span(at + middle, at + len(line)), " end.", "edited"))
        elif middle > 0 and kind < 6:
            longer = " a longer wording" * dice.randint(1, 30)
            made.append(Decision(Span(at + middle, at + middle), longer, "edited"))
        at += len(line) + 1
    return made


@pytest.fixture
def area(qtbot: QtBot) -> Iterator[Area]:
    made: list[tuple[Session, EditorArea]] = []

    def make(text: str, width: int, height: int) -> EditorArea:
        session = Session()
        editors = EditorArea(session, ReviewLoop(session), Theme())
        qtbot.addWidget(editors)
        made.append((session, editors))
        editors.resize(width, height)
        editors.show()
        session.open(text)
        paint()
        return editors

    yield make
    for session, editors in made:
        session.close()
        editors.close()


def paint() -> None:
    """Let what has changed be laid out and painted, as the event loop does."""
    QApplication.processEvents()


def twins_on_screen(area: EditorArea) -> Iterator[tuple[Twins, tuple[float, float]]]:
    """The twins of which one begins on screen, with the tops of their first lines in pixels."""
    bottom = max(pane.viewport().height() for pane in area.panes)
    for block in area.source.visible_blocks():
        twins = area.link.twins.at(block)
        if twins is not None:
            tops = [p.block_top(b) + blank_above(b) for p, b in zip(area.panes, twins, strict=True)]
            if max(tops) >= 0 and min(tops) < bottom:
                yield twins, (tops[0], tops[1])


def drift(area: EditorArea, seen: set[int] | None = None) -> float:
    """The greatest difference between twins on screen, in lines; adds the twins to `seen`."""
    found = list(twins_on_screen(area))
    if seen is not None:
        seen |= {twins.left.blockNumber() for twins, _ in found}
    tops = [tops for _, tops in found]
    return max((abs(a - b) for a, b in tops), default=0.0) / area.source.fontMetrics().lineSpacing()


def scrolled(area: EditorArea, side: int, step: int = 1) -> Iterator[int]:
    """Scroll a pane from its top to its end."""
    bar, value = area.panes[side].verticalScrollBar(), 0
    while value <= bar.maximum():
        bar.setValue(value)
        paint()
        yield value
        value += step


@pytest.mark.parametrize("size", [(420, 300), (900, 500), (1900, 900)])
@pytest.mark.parametrize("side", [0, 1])
def test_twins_of_a_long_text_are_level_at_every_scroll_position(
    area: Area, size: tuple[int, int], side: int
) -> None:
    dice = random.Random(sum(size))  # noqa: S311
    text = made_text(dice, 60)
    editors = area(text, *size)
    editors.session.decide(fixes(dice, text))
    seen = set[int]()
    for value in scrolled(editors, side):
        assert drift(editors, seen) <= 1, value
    assert len(seen) > 30


@pytest.mark.parametrize("width", [500, 800, 1400])
def test_twins_of_the_sample_are_level_while_it_is_settled(area: Area, width: int) -> None:
    text = (resources() / "samples" / "sample.txt").read_text(encoding="utf-8")
    editors = area(text, width, 400)
    dice = random.Random(width)  # noqa: S311
    words = [k for k in range(1, len(text)) if text[k - 1] == " " and text[k].isalpha()]
    for place in dice.sample(words, 30):
        end = text.find(" ", place)
        fix = "another wording here " * dice.randint(0, 6) + "x"
        editors.session.decide(Decision(Span(place, end), fix, "edited"))
        for _ in scrolled(editors, dice.randint(0, 1), 7):
            assert drift(editors) <= 1


def test_twins_stay_level_through_keys_zoom_and_size(qtbot: QtBot, area: Area) -> None:
    dice = random.Random(5)  # noqa: S311
    text = made_text(dice, 40)
    editors = area(text, 900, 500)
    pane = editors.corrected
    keys = [Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Backspace]
    for round_ in range(12):
        pane.verticalScrollBar().setValue(dice.randint(0, pane.verticalScrollBar().maximum()))
        block = dice.choice(list(pane.visible_blocks()))
        pane.put_caret(block_span(block, pane.side.offsets).start)
        for key in dice.choices(keys, k=15):
            qtbot.keyClick(pane, key)
            paint()
            assert drift(editors) <= 1
            assert pane.viewport().rect().intersects(pane.cursorRect())
        editors.set_text_font(QFont(pane.font().family(), dice.choice((9, 12, 20))))
        editors.resize(dice.randint(400, 1500), dice.randint(200, 900))
        paint()
        assert drift(editors) <= 1, round_
    while editors.session.history.can_undo:
        editors.session.undo()
        paint()
        assert drift(editors) <= 1


@pytest.mark.parametrize("fix", ["long " * 60, "long " * 400, "x", ""])
@pytest.mark.parametrize("side", [0, 1])
def test_each_pane_can_be_scrolled_to_the_end_of_the_text(area: Area, fix: str, side: int) -> None:
    text = "one line\n" * 30 + "word " * 60
    editors = area(text, 700, 300)
    editors.session.decide(Decision(Span(text.index("word"), len(text)), fix, "edited"))
    leader = editors.panes[side]
    for _ in range(3):  # the end comes into view, and with it how far it is
        leader.verticalScrollBar().setValue(leader.verticalScrollBar().maximum())
        paint()
    assert drift(editors) <= 1
    seen = (leader,) if len(fix) > 1000 else editors.panes
    for pane in seen:
        last = pane.document().lastBlock()
        end = pane.block_top(last) + pane.blockBoundingRect(last).height()
        assert end <= pane.viewport().height() + pane.document().documentMargin()


def test_nothing_is_evened_out_once_scrolling_is_not_locked(area: Area) -> None:
    text = "word " * 100 + "\nnext\n" + "word " * 500
    editors = area(text, 700, 300)
    editors.session.decide(Decision(Span(0, 490), "short", "edited"))
    paint()
    block = editors.corrected.document().findBlockByNumber(1)
    assert blank_above(block) > 0
    editors.link.locked = False
    paint()
    assert blank_above(block) == 0
    editors.corrected.verticalScrollBar().setValue(4)
    assert editors.source.verticalScrollBar().value() == 0
    editors.corrected.verticalScrollBar().setValue(0)
    editors.link.locked = True
    paint()
    assert blank_above(block) > 0
    assert drift(editors) <= 1


def test_one_pane_alone_has_no_blanks(area: Area) -> None:
    text = "word " * 100 + "\nnext"
    editors = area(text, 700, 300)
    editors.session.decide(Decision(Span(0, 10), "long " * 300, "edited"))
    paint()
    block = editors.source.document().findBlockByNumber(1)
    assert blank_above(block) > 0
    editors.set_view(marks=False, original=True)
    paint()
    assert blank_above(block) == 0


def test_a_mark_far_away_costs_no_layout_of_what_is_between(area: Area) -> None:
    text = "\n".join(f"paragraph {number}" for number in range(3000))
    editors = area(text, 900, 500)
    editors.session.make_current(Span(len(text) - 4, len(text)))
    paint()
    for pane in editors.panes:
        between = pane.document().findBlockByNumber(1500)
        assert not between.layout().lineCount()

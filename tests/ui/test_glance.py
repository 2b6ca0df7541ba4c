"""What is told when the pointer rests on a mark, and what is lit in the other pane."""

from collections.abc import Iterator

import pytest
from opened import open_session
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from unspin_gui.core.document.document import Decision
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes import glance
from unspin_gui.ui.panes.editor_area import EditorArea
from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.session.review_loop import ReviewLoop
from unspin_gui.ui.widgets.theme import Theme

PHRASE = "husband or wife forces"


@pytest.fixture
def area(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[EditorArea]:
    monkeypatch.setattr(glance, "DELAY", 20)
    session = open_session(qtbot)
    made = EditorArea(session, ReviewLoop(session), Theme())
    qtbot.addWidget(made)
    for pane in made.panes:
        pane.setPlainText(session.source)
    made.resize(900, 500)
    made.show()
    yield made
    QToolTip.hideText()
    session.close()


def span_of(area: EditorArea, phrase: str) -> Span:
    start = area.session.source.casefold().index(phrase.casefold())
    return Span(start, start + len(phrase))


def move(pane: Pane, at: QPoint, held: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    where = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, pane.viewport().mapToGlobal(where), Qt.MouseButton.NoButton,
        held, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(pane.viewport(), event)


def rest_on(qtbot: QtBot, area: EditorArea, pane: Pane, phrase: str) -> str:
    move(pane, pane.rects(span_of(area, phrase))[0].center())
    qtbot.waitUntil(lambda: area.glance.mark is not None, timeout=10_000)
    assert QToolTip.isVisible()
    return QToolTip.text()


def test_a_mark_is_told_with_its_first_fixes_and_their_source(
    qtbot: QtBot, area: EditorArea
) -> None:
    text = rest_on(qtbot, area, area.source, "counterfeit consciousness")
    assert "“counterfeit consciousness”" in text
    assert "known phrase" in text
    assert [line[:2] for line in text.split("<br>")[1:]] == ["1.", "2.", "3."]
    assert "“artificial intelligence” <i>(science)</i>" in text


@pytest.mark.parametrize("side", [0, 1])
def test_the_partner_in_the_other_pane_is_lit(qtbot: QtBot, area: EditorArea, side: int) -> None:
    here, other = area.panes[side], area.panes[1 - side]
    rest_on(qtbot, area, here, PHRASE)
    assert (here.lit, other.lit) == (None, span_of(area, PHRASE))


def test_a_settled_place_tells_what_stood_there(qtbot: QtBot, area: EditorArea) -> None:
    session = area.session
    session.accept(next(s for s in session.suspects if s.phrase == "7 days"), "week")
    assert session.corrected == area.corrected.held_between(0, len(session.corrected))
    text = rest_on(qtbot, area, area.corrected, "7 days")
    assert "Original: <b>“7 days”</b>" in text
    assert "Now: “week”" in text
    assert "Suggested by: my glossary" in text
    assert area.source.lit == span_of(area, "7 days")


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        (("a <b>wife</b>", "accepted"), ("Now: “a &lt;b&gt;wife&lt;/b&gt;”", "Your own wording")),
        (("soldiers", "edited"), ("Now: “soldiers”", "Typed by you")),
        (("", "accepted"), ("Original: <b>“Husband or wife forces”</b>", "Deleted")),
    ],
)
def test_whence_a_wording_comes(
    qtbot: QtBot, area: EditorArea, decision: tuple[str, str], told: tuple[str, ...]
) -> None:
    text, state = decision
    area.session.decide(Decision(span_of(area, PHRASE), text, state))  # type: ignore[arg-type]
    shown = rest_on(qtbot, area, area.source, PHRASE)
    assert all(part in shown for part in told), shown


def test_kept_places_are_told_where_they_are_shown(qtbot: QtBot, area: EditorArea) -> None:
    area.set_show_kept(shown=True)
    area.session.keep([s for s in area.session.suspects if s.span == span_of(area, PHRASE)])
    assert "Kept as it is" in rest_on(qtbot, area, area.source, PHRASE)


def test_nothing_is_told_beside_a_mark_nor_while_words_are_selected(
    qtbot: QtBot, area: EditorArea
) -> None:
    on_mark = area.source.rects(span_of(area, PHRASE))[0].center()
    beside = area.source.rects(span_of(area, "Researchers"))[0].center()
    rest = area.glance._rest
    with qtbot.waitSignal(rest.timeout, timeout=10_000):
        move(area.source, beside)
    assert area.glance.mark is None
    move(area.source, on_mark)
    assert rest.isActive()
    move(area.source, on_mark, Qt.MouseButton.LeftButton)
    assert not rest.isActive()
    assert area.glance.mark is None


@pytest.mark.parametrize("end", ["beside", "key", "scroll", "leave", "act"])
def test_it_ends_with_whatever_comes_next(qtbot: QtBot, area: EditorArea, end: str) -> None:
    pane = area.source
    rest_on(qtbot, area, pane, PHRASE)
    if end == "beside":
        move(pane, pane.rects(span_of(area, "Researchers"))[0].center())
    elif end == "key":
        qtbot.keyClick(pane, Qt.Key.Key_Down)
    elif end == "scroll":
        pane.verticalScrollBar().valueChanged.emit(0)
    elif end == "leave":
        QApplication.sendEvent(pane.viewport(), QEvent(QEvent.Type.Leave))
    else:
        area.session.keep(area.session.suspects)
    assert area.glance.mark is None
    assert [one.lit for one in area.panes] == [None, None]
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_moving_within_the_mark_keeps_it(qtbot: QtBot, area: EditorArea) -> None:
    rest_on(qtbot, area, area.source, PHRASE)
    rect = area.source.rects(span_of(area, PHRASE))[0]
    move(area.source, rect.center() + QPoint(3, 1))
    assert area.glance.mark is not None

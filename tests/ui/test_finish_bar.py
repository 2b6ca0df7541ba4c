"""The summary at the end."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.help.finish_bar import FinishBar, ReviewSummary, summary_of
from unspin_gui.ui.help.guidance import are_weak


@pytest.fixture
def bar(qtbot: QtBot) -> FinishBar:
    bar = FinishBar()
    qtbot.addWidget(bar)
    bar.show_summary(ReviewSummary(40, 7, 10, 12))
    return bar


def test_it_tells_all_figures(bar: FinishBar) -> None:
    assert bar.label.text() == (
        "All done: 57 places resolved. 40 accepted, 7 edited, 10 kept. "
        "The glossary learnt 12 pairs."
    )


def test_decisions_are_counted_by_state() -> None:
    document = Document(
        "a b c",
        (
            Decision(Span(0, 1), "x"),
            Decision(Span(2, 3), "y", "edited"),
            Decision(Span(4, 5), "c", "kept"),
        ),
    )
    assert summary_of(document, 2, 5) == ReviewSummary(1, 1, 3, 5)


def test_save_is_asked_for_once(bar: FinishBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.save_requested):
        qtbot.mouseClick(bar.save, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_it_goes_once_the_text_is_saved_another_way(bar: FinishBar) -> None:
    bar.show_summary(ReviewSummary(1, 0, 0, 0))
    bar.on_saved()
    assert bar.isHidden()
    bar.show_rest(weak(0.5, 0.6))
    bar.on_saved()
    assert not bar.isHidden()


def test_it_can_be_silenced(bar: FinishBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.silenced):
        bar.again.click()
    assert not bar.isVisible()


def test_cross_closes_without_silencing(bar: FinishBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.silenced):
        qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def weak(*scores: float) -> list[Suspect]:
    return [Suspect(Span(k, k + 1), "a", "unfit", score, None) for k, score in enumerate(scores)]


def test_it_offers_to_ignore_what_is_weak(bar: FinishBar, qtbot: QtBot) -> None:
    bar.show_rest(weak(0.5, 0.6, 0.97))
    assert bar.isVisible()
    assert bar.label.text().startswith("3 places are left (2 below 80 %)")
    assert bar.weak.text() == "Ignore the 2 below 80 %"
    assert not bar.save.isVisible()
    for button, bound in ((bar.weak, 80), (bar.all, 101)):
        with qtbot.waitSignal(bar.ignore_requested) as asked:
            button.click()
        assert asked.args == [bound]


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ((0.5,) * 4, False),
        ((0.5,) * 5, True),
        ((0.5,) * 5 + (0.97,), True),
        ((0.5,) * 5 + (0.97,) * 2, False),
        ((0.5,) * 25 + (0.97,) * 11, False),
        ((), False),
    ],
)
def test_the_end_is_near_once_hardly_a_strong_mark_is_left(
    scores: tuple[float, ...], *, expected: bool
) -> None:
    assert are_weak(weak(*scores)) is expected


def test_where_all_is_weak_there_is_one_button(bar: FinishBar) -> None:
    bar.show_rest(weak(0.5, 0.6))
    assert not bar.weak.isVisible()
    assert bar.all.isVisible()
    bar.show_summary(ReviewSummary(1, 0, 2, 0))
    assert bar.save.isVisible()
    assert not bar.all.isVisible()

"""Where the review is: the current mark follows the caret, and undo leads back to its place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.pane_events import MenuWish
from unspin_gui.ui.window.main_window import MainWindow

LINE = "In year {0} the husband or wife forces met a calendar year ago."
TEXT = "\n".join(LINE.format(year) for year in range(9))


@pytest.fixture
def window(open_main: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return open_main(path)


def spans(window: MainWindow) -> list[Span]:
    return [suspect.span for suspect in window.session.suspects]


def test_the_first_step_goes_to_the_first_mark_after_the_caret(window: MainWindow) -> None:
    window.parts.views.editors.corrected.put_caret(TEXT.index("year 4"))
    window.parts.services.review.next()
    assert window.session.current == spans(window)[8]
    window.parts.views.editors.source.put_caret(TEXT.index("year 4"))
    window.parts.services.review.previous()
    assert window.session.current == spans(window)[7]


def test_behind_a_mark_a_word_is_deleted_not_ignored(qtbot: QtBot, window: MainWindow) -> None:
    third, pane = spans(window)[2], window.parts.views.editors.corrected
    pane.put_caret(third.end)
    qtbot.keyClick(pane, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert [d.state for d in window.session.decisions] == ["edited"]
    window.session.undo()
    window.parts.services.review.reveal(third)
    qtbot.keyClick(pane, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert [d.state for d in window.session.decisions] == ["kept"]


def test_the_mark_under_the_caret_is_the_current_one(window: MainWindow) -> None:
    third = spans(window)[2]
    window.parts.views.editors.corrected.put_caret(third.start + 3)
    assert window.session.current == third
    window.parts.views.editors.corrected.put_caret(third.end + 2)
    assert window.session.current is None
    window.parts.services.review.accept_best()
    assert not window.session.decisions
    assert window.session.current == spans(window)[3]


@pytest.mark.parametrize("act", ["actionAcceptBest", "actionIgnoreHere", "actionIgnoreInDocument"])
def test_undo_and_redo_lead_back_to_their_place(window: MainWindow, act: str) -> None:
    first = spans(window)[0]
    window.parts.services.review.reveal(first)
    window.parts.actions[act].trigger()
    assert window.session.current == spans(window)[0] != first
    window.parts.actions["actionUndo"].trigger()
    assert window.session.current == first
    window.parts.actions["actionRedo"].trigger()
    assert first.touches(
        Span(window.parts.views.editors.source.caret, window.parts.views.editors.source.caret)
    )


def test_what_was_done_is_told_with_the_key_that_undoes_it(window: MainWindow) -> None:
    window.preferences.change(shortcuts={"actionUndo": "Ctrl+J"})
    window.parts.services.review.show_popup(spans(window)[0])
    told: list[str] = []
    window.parts.services.review.told.connect(told.append)
    window.parts.popup_control.popup.accept("ally forces", advance=True)
    assert told[0].startswith(
        "Accept “husband or wife forces” → “ally forces” (glossary +1) (Ctrl+J undoes it)"
        " · “calendar year ago” → “year ago”: "
    )
    assert window.parts.popup_control.popup.isVisible()


def test_a_button_takes_back_no_other_act(window: MainWindow) -> None:
    window.parts.actions["actionIgnoreRemaining"].trigger()
    assert any("ignored" in text for text in window.parts.feedback.messages.texts)
    window.session.rewrite(Span(0, 0), "x")
    assert window.parts.feedback.messages.texts == ()


def test_a_long_wording_does_not_widen_the_menu(window: MainWindow) -> None:
    window.session.accept(window.session.suspects[0], "words & words " * 40)
    text = window.parts.actions["actionUndo"].text()
    assert text.startswith("&Undo accept “husband or wife forces” → “words && wo")
    assert len(text) < 80


def test_undo_of_typing_leaves_the_caret_where_it_began(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.parts.views.editors.corrected
    pane.put_caret(TEXT.index("met a") + 1)
    qtbot.keyClicks(pane, "xy")
    pane.put_caret(0)
    window.session.undo()
    assert pane.caret == TEXT.index("met a") + 1
    assert window.session.current is None


def test_a_click_beside_the_popup_is_a_click_where_it_goes(
    qtbot: QtBot, window: MainWindow
) -> None:
    first, *others = spans(window)
    window.parts.services.review.show_popup(first)
    corrected, popup = window.parts.views.editors.corrected, window.parts.popup_control.popup

    def on_popup(at: QPoint) -> QPoint:
        return popup.mapFromGlobal(corrected.viewport().mapToGlobal(at))

    places = {corrected.rects(other)[0].center(): other for other in others}
    beside = [at for at in places if not popup.rect().contains(on_popup(at))]
    qtbot.mouseClick(popup, Qt.MouseButton.LeftButton, pos=on_popup(beside[0]))
    assert popup.isVisible()
    assert window.session.current == places[beside[0]]
    corner = corrected.viewport().rect().bottomRight()
    popup.move(popup.pos() - QPoint(0, max(0, popup.rect().bottom() + 1 - on_popup(corner).y())))
    there = corrected.cursorForPosition(corner).position()
    assert corrected.caret != there
    qtbot.mouseClick(popup, Qt.MouseButton.LeftButton, pos=on_popup(corner))
    assert not popup.isVisible()
    assert corrected.caret == there


def test_a_double_click_on_a_mark_selects_the_word(qtbot: QtBot, window: MainWindow) -> None:
    corrected, popup = window.parts.views.editors.corrected, window.parts.popup_control.popup
    rect = corrected.rects(spans(window)[0])[0]
    at = rect.center()
    qtbot.mouseClick(corrected.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert popup.isVisible()
    again = popup.mapFromGlobal(corrected.viewport().mapToGlobal(at))
    qtbot.mousePress(popup, Qt.MouseButton.LeftButton, pos=again)
    assert not popup.isVisible()
    assert corrected.textCursor().selectedText() in ["husband", "or", "wife", "forces"]


def test_the_source_alone_has_the_popup(window: MainWindow) -> None:
    window.parts.actions["actionViewOriginal"].trigger()
    window.parts.services.review.next()
    window.parts.actions["actionShowSuggestions"].trigger()
    source, popup = window.parts.views.editors.source, window.parts.popup_control.popup
    assert window.parts.views.editors.focused is source
    rects = source.rects(spans(window)[0])
    at = source.viewport().mapToGlobal(rects[-1].bottomLeft())
    assert 0 < popup.y() - at.y() < 20
    assert popup.x() <= source.viewport().mapToGlobal(rects[0].topLeft()).x()


def test_another_text_is_reviewed_from_its_start(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.parts.views.editors.corrected.put_caret(len(TEXT))
    other = tmp_path / "other.txt"
    other.write_text("The husband or wife forces met a calendar year ago.", encoding="utf-8")
    window.open_file(other)
    qtbot.waitUntil(lambda: len(window.session.suspects) == 2)
    assert window.parts.services.review.place == Span(0, 0)


def test_the_menu_key_is_for_the_mark_at_the_caret(window: MainWindow) -> None:
    first, pane = spans(window)[0], window.parts.views.editors.corrected
    pane.put_caret(first.start + 2)
    wishes: list[MenuWish] = []
    pane.menu_wanted.connect(wishes.append)
    beside = pane.viewport().rect().bottomRight()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, beside, beside)
    QApplication.sendEvent(pane.viewport(), event)
    window.findChild(QMenu, "paneMenu").close()
    assert [wish.mark and wish.mark.span for wish in wishes] == [first]


def menu_on(window: MainWindow, span: Span) -> QMenu:
    """The menu under the pointer on a mark of the corrected text."""
    pane = window.parts.views.editors.corrected
    at = pane.rects(span)[0].center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, pane.viewport().mapToGlobal(at))
    QApplication.sendEvent(pane.viewport(), event)
    menu = window.findChild(QMenu, "paneMenu")
    assert menu is not None
    return menu


def test_the_menu_is_about_what_is_under_the_pointer(window: MainWindow) -> None:
    first, second = spans(window)[0], spans(window)[3]
    window.parts.views.editors.corrected.put_caret(first.start + 2)
    menu = menu_on(window, second)
    assert menu.actions()[0].text() == "“calendar year ago” → “year ago”"
    show = next(a for a in menu.actions() if a.text() == "&Show Suggestions")
    show.trigger()
    menu.close()
    popup = window.parts.popup_control.popup
    assert popup.isVisible()
    assert popup.body.mark is not None
    assert popup.body.mark.span == second
    assert not window.parts.services.review.by_keys


def test_a_fix_in_the_menu_is_put_in_there(window: MainWindow) -> None:
    first, second = spans(window)[0], spans(window)[3]
    window.parts.views.editors.corrected.put_caret(first.start + 2)
    menu = menu_on(window, second)
    menu.actions()[0].trigger()
    menu.close()
    assert [decision.span for decision in window.session.decisions] == [second]


def test_going_on_while_the_text_is_read_says_so(window: MainWindow) -> None:
    review, told = window.parts.services.review, list[str]()
    window.parts.actions["actionIgnoreRemaining"].trigger()
    review.told.connect(told.append)
    review.next()
    window.parts.views.progress.loading = True
    review.next()
    assert told == [
        "Nothing left to review",
        "Nothing more has been found yet; the text is still being read",
    ]


def test_undo_of_many_places_leaves_view_and_caret(
    open_main: Callable[..., MainWindow], tmp_path: Path
) -> None:
    path = tmp_path / "long.txt"
    path.write_text("\n".join(f"paragraph {n} has a word" for n in range(300)), encoding="utf-8")
    window = open_main(path)
    session, pane = window.session, window.parts.views.editors.corrected
    here = session.source.index("paragraph 280") + 3
    pane.put_caret(here)
    pane.centerCursor()
    QApplication.processEvents()
    top = pane.firstVisibleBlock().blockNumber()
    assert top > 200
    text = session.corrected
    places = [Span(k, k + 4) for k in range(len(text)) if text.startswith("word", k)]
    session.rewrite_all([(place, "longer wording") for place in places], "replace")
    for act in (None, session.undo, session.redo, session.undo):
        if act is not None:
            act()
        QApplication.processEvents()
        assert pane.firstVisibleBlock().blockNumber() == top
        assert session.corrected[pane.caret - 3 :].startswith("paragraph 280")
    assert session.corrected == session.source

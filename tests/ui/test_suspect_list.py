"""The list: grouped by phrase, filtered, and many rows settled as one step."""

from collections.abc import Iterator

import pytest
from opened import NotingReview, open_session, settle
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from unspin_gui.application.suspect_rows import Filter, OpenRows
from unspin_gui.core.suspects import Candidate, Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.suspects.progress import Progress
from unspin_gui.ui.suspects.suspect_list import SuspectList
from unspin_gui.ui.suspects.suspects_model import COUNT, FIX, PHRASE, SCORE, STATE, SuspectModel
from unspin_gui.ui.widgets.theme import Theme

Key, Role = Qt.Key, Qt.ItemDataRole
AI, WEEK, FORCES = "counterfeit consciousness", "7 days", "Husband or wife forces"


@pytest.fixture
def listed(qtbot: QtBot, qapp: QApplication) -> Iterator[SuspectList]:
    session = open_session(qtbot)
    listed = SuspectList(session, NotingReview(session), Theme(qapp), Progress(session))
    qtbot.addWidget(listed)
    listed.resize(460, 400)
    listed.show()
    listed.table.setFocus()
    yield listed
    session.close()


def phrases(listed: SuspectList) -> list[str]:
    return [row.phrase for row in listed.model.rows]


def select(listed: SuspectList, *numbers: int) -> None:
    model = listed.table.selectionModel()
    model.clear()
    flags = QItemSelectionModel.SelectionFlag
    for number in numbers:
        index = listed.model.index(number, 0)
        model.setCurrentIndex(index, flags.Select | flags.Rows)


def show_tab(listed: SuspectList, number: int) -> None:
    listed.tabs.setCurrentIndex(number)


def test_suspects_are_grouped_by_phrase_with_counts(listed: SuspectList) -> None:
    assert phrases(listed) == [AI, WEEK, FORCES]
    assert [listed.model.index(n, COUNT).data() for n in range(3)] == ["3", "", ""]
    assert listed.model.index(0, FIX).data() == "artificial intelligence"
    assert listed.model.index(0, SCORE).data() == "97 %"
    assert listed.tabs.tabText(0).endswith("5")


def test_a_row_gives_its_first_place_and_is_spoken_in_full(listed: SuspectList) -> None:
    first = listed.session.suspects[0].span
    index = listed.model.index(0, 0)
    assert index.data(Role.UserRole) == (first.start, first.end)
    spoken = f"{AI}, suspected, 3 places, line 1, best: artificial intelligence"
    assert index.data(Role.AccessibleTextRole) == spoken
    assert listed.model.index(1, 0).data(Role.AccessibleTextRole).startswith("7 days, suspected, 1")


def test_a_double_click_opens_one_place_after_the_other(listed: SuspectList, qtbot: QtBot) -> None:
    places = [s.span for s in listed.session.suspects if s.phrase.lower() == AI]
    select(listed, 0)
    point = listed.table.visualRect(listed.model.index(0, 0)).center()
    for expected in (places[0], places[1], places[2], places[0]):
        listed.review.calls.clear()
        qtbot.mouseClick(listed.table.viewport(), Qt.MouseButton.LeftButton, pos=point)
        qtbot.mouseDClick(listed.table.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert ("show_popup", expected) in listed.review.calls
        listed.session.make_current(expected)


def test_enter_accepts_and_the_next_row_is_selected(listed: SuspectList, qtbot: QtBot) -> None:
    select(listed, 0)
    qtbot.keyClick(listed.table, Key.Key_Return)
    assert listed.session.corrected.startswith("Researchers built an artificial intelligence")
    assert [row.phrase for row in listed.selected] == [WEEK]
    assert listed.review.calls[-1] == ("reveal", listed.session.suspects[0].span)
    qtbot.keyClick(listed.table, Key.Key_Return)
    assert [row.phrase for row in listed.selected] == [FORCES]
    assert listed.table.hasFocus()
    qtbot.keyClick(listed.table, Key.Key_Delete)
    assert listed.selected == []
    assert listed.session.suspects == ()
    assert listed.table.hasFocus()


def test_a_digit_chooses_what_is_listed_below(listed: SuspectList, qtbot: QtBot) -> None:
    select(listed, 0)
    assert listed.choices.text().startswith("1 artificial intelligence   2 AI   3 machine mind")
    qtbot.keyClick(listed.table, Key.Key_9)
    assert listed.session.decisions == ()
    qtbot.keyClick(listed.table, Key.Key_3)
    assert listed.session.corrected.count("machine mind") + listed.session.corrected.count(
        "Machine mind"
    ) == len(listed.session.decisions)
    assert [row.phrase for row in listed.selected] == [WEEK]


def test_the_row_in_use_shows_its_place(listed: SuspectList, qtbot: QtBot) -> None:
    select(listed, 0)
    listed.review.calls.clear()
    qtbot.keyClick(listed.table, Key.Key_Down)
    place = next(s.span for s in listed.session.suspects if s.phrase == WEEK)
    assert listed.review.calls == [("reveal", place)]


def test_the_rest_can_be_ignored_at_once(listed: SuspectList) -> None:
    menu = listed.rest.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Ignore all 5 remaining"]
    menu.actions()[0].trigger()
    assert listed.review.calls == [("keep_rest", 101, 5)]


def test_a_click_shows_the_place_and_a_double_click_its_suggestions(
    listed: SuspectList, qtbot: QtBot
) -> None:
    point = listed.table.visualRect(listed.model.index(1, 0)).center()
    viewport = listed.table.viewport()
    place = listed.session.suspects[1].span
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    assert listed.review.calls == [("reveal", place)]
    listed.session.make_current(place)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    assert ("show_popup", place) in listed.review.calls


def test_del_ignores_all_selected_places_as_one_step(listed: SuspectList, qtbot: QtBot) -> None:
    select(listed, 0, 1)
    qtbot.keyClick(listed.table, Key.Key_Delete)
    assert len(listed.session.decisions) == 4
    assert {d.state for d in listed.session.decisions} == {"kept"}
    qtbot.waitUntil(lambda: phrases(listed) == [FORCES])
    listed.session.undo()
    assert listed.session.decisions == ()


def test_accept_takes_what_the_rows_show_as_one_step(listed: SuspectList, qtbot: QtBot) -> None:
    qtbot.keyClick(listed.table, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert listed.first.text() == "Accept 5"
    qtbot.mouseClick(listed.first, Qt.MouseButton.LeftButton)
    text = listed.session.corrected
    assert text.startswith(
        "Researchers built an artificial intelligence for AT&T, and it took week"
    )
    assert "\n\nArtificial intelligence is here to stay. Partner forces agreed." in text
    listed.session.undo()
    assert listed.session.corrected == listed.session.source


def test_text_filters_phrases_and_fixes_and_the_review(listed: SuspectList, qtbot: QtBot) -> None:
    listed.bar.text.setText("PARTNER")
    qtbot.waitUntil(lambda: phrases(listed) == [FORCES])
    passing = [s.phrase for s in listed.session.suspects if listed.review.filter(s)]
    assert passing == [FORCES]
    listed.bar.clear()
    assert len(phrases(listed)) == 3
    assert all(listed.review.filter(s) for s in listed.session.suspects)


def test_kind_and_score_filter_the_review_too(listed: SuspectList, qtbot: QtBot) -> None:
    listed.bar.score.setValue(98)
    qtbot.waitUntil(lambda: phrases(listed) == [WEEK])
    assert [s.phrase for s in listed.session.suspects if listed.review.filter(s)] == [WEEK]
    listed.bar.kind.setCurrentIndex(listed.bar.kind.findData("near"))
    listed.bar.kind.activated.emit(listed.bar.kind.currentIndex())
    assert phrases(listed) == []
    assert listed.summary.text() == "Nothing here"


def test_the_scope_of_what_is_ignored_is_told_in_a_narrow_list(listed: SuspectList) -> None:
    listed.resize(300, 400)
    assert listed.table.isColumnHidden(STATE)
    listed.session.ignore([AI])
    show_tab(listed, 2)
    assert not listed.table.isColumnHidden(STATE)
    assert listed.model.index(0, STATE).data() == "in this document"


def test_done_lists_fixes_and_restores_them(listed: SuspectList, qtbot: QtBot) -> None:
    listed.session.accept(listed.session.suspects[1], "week")
    show_tab(listed, 1)
    assert phrases(listed) == [WEEK]
    assert "now: week" in listed.model.index(0, 0).data(Role.AccessibleTextRole)
    select(listed, 0)
    qtbot.mouseClick(listed.first, Qt.MouseButton.LeftButton)
    assert listed.session.decisions == ()


def test_ignored_names_scopes_and_takes_them_back(listed: SuspectList, qtbot: QtBot) -> None:
    session = listed.session
    session.keep([session.suspects[1]])
    session.ignore([AI])
    session.never_flag("husband or wife forces")
    settle(qtbot, session)
    show_tab(listed, 2)
    states = [listed.model.state_in_words(row) for row in listed.model.rows]
    assert states == ["here", "in this document", "never flagged"]
    assert (
        listed.model.index(1, 0)
        .data(Role.AccessibleTextRole)
        .startswith("counterfeit consciousness, ignored in this document")
    )
    select(listed, 0, 1, 2)
    assert listed.first.text() == "Flag again"
    qtbot.mouseClick(listed.first, Qt.MouseButton.LeftButton)
    assert session.decisions == ()
    assert session.document.ignored == ()
    assert session.document.never == ()
    session.undo()
    assert [d.state for d in session.decisions] == ["kept"]
    assert session.document.ignored == (AI,)
    assert session.document.never == ("husband or wife forces",)


def test_headers_sort_and_the_third_click_gives_the_order_of_the_text(listed: SuspectList) -> None:
    listed.model.sort(0, Qt.SortOrder.AscendingOrder)
    assert phrases(listed) == [WEEK, AI, FORCES]
    listed.model.sort(COUNT, Qt.SortOrder.DescendingOrder)
    assert phrases(listed)[0] == AI
    listed.model.sort(-1)
    assert phrases(listed) == [AI, WEEK, FORCES]


def test_selection_survives_a_change_elsewhere(listed: SuspectList, qtbot: QtBot) -> None:
    select(listed, 2)
    listed.session.accept(listed.session.suspects[1], "week")
    qtbot.waitUntil(lambda: phrases(listed) == [AI, FORCES])
    assert [row.phrase for row in listed.selected] == [FORCES]


def test_the_current_mark_is_selected_while_the_list_is_not_in_use(listed: SuspectList) -> None:
    listed.bar.text.setFocus()
    listed.session.make_current(listed.session.suspects[1].span)
    assert [row.phrase for row in listed.selected] == [WEEK]


def test_the_list_follows_the_keys_of_the_review_while_it_has_the_focus(
    listed: SuspectList,
) -> None:
    listed.table.clearSelection()  # as a click below the rows does
    listed.session.make_current(listed.session.suspects[1].span)
    assert [row.phrase for row in listed.selected] == [WEEK]
    select(listed, 0, 2)
    listed.session.make_current(listed.session.suspects[1].span)
    assert [row.phrase for row in listed.selected] == [AI, FORCES]


def test_a_narrow_list_leaves_room_to_type_a_filter(listed: SuspectList, qtbot: QtBot) -> None:
    bar = listed.bar
    wide, words = bar.height(), bar.fontMetrics().horizontalAdvance("some words")
    assert bar.text.width() >= words
    listed.resize(230, 400)
    qtbot.waitUntil(lambda: bar.height() > wide)
    assert bar.text.width() >= words
    assert bar.kind.width() >= bar.kind.minimumSizeHint().width()
    listed.resize(460, 400)
    qtbot.waitUntil(lambda: bar.height() == wide)
    assert bar.text.width() >= words


@pytest.mark.parametrize("width", [200, 230, 300, 460])
def test_phrase_and_fix_can_be_read_however_narrow_the_list_is(
    listed: SuspectList, qtbot: QtBot, width: int
) -> None:
    header, metrics = listed.table.horizontalHeader(), listed.table.fontMetrics()
    listed.resize(width, 400)
    qtbot.waitUntil(lambda: header.length() <= listed.table.viewport().width() + 2)
    for column in (PHRASE, FIX):
        assert header.sectionSize(column) >= metrics.horizontalAdvance("some words")
    assert listed.table.isColumnHidden(SCORE) is (width < 250)


def test_a_great_count_is_not_cut_off(listed: SuspectList) -> None:
    header, before = listed.table.horizontalHeader(), listed.table.columnWidth(COUNT)
    assert listed.table.set_most("12,345")
    assert header.sectionSize(COUNT) > before
    assert header.sectionSize(COUNT) > header.fontMetrics().horizontalAdvance("12,345")
    listed.refresh()
    assert listed.table.columnWidth(COUNT) == before


def test_the_row_that_comes_back_with_the_current_mark_is_selected(
    listed: SuspectList, qtbot: QtBot
) -> None:
    listed.bar.text.setFocus()
    session, week = listed.session, listed.session.suspects[1]
    session.accept(week, "week")
    qtbot.waitUntil(lambda: phrases(listed) == [AI, FORCES])
    session.undo()
    session.make_current(week.span)  # as the review does, before the list has its row again
    qtbot.waitUntil(lambda: phrases(listed) == [AI, WEEK, FORCES])
    assert [row.phrase for row in listed.selected] == [WEEK]
    assert listed.first.isEnabled()


def test_the_menu_has_every_scope(listed: SuspectList) -> None:
    select(listed, 0)
    listed.table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = listed.findChild(QMenu, "suspectMenu")
    texts = [action.text() for action in menu.actions()]
    assert texts[1:4] == ["Ignore 3 here", "Ignore in this document", "Never flag (glossary)"]
    listed.review.calls.clear()
    menu.actions()[2].trigger()
    menu.close()
    assert listed.review.calls == [("ignore", AI)]


def many(count: int) -> tuple[Suspect, ...]:
    fixes = (Candidate("fix", 1.0, "thesaurus"),)
    return tuple(
        Suspect(Span(20 * k, 20 * k + 9), f"phrase {k}", "unfit", k % 50 / 100 + 0.5, None, fixes)
        for k in range(count)
    )


def test_of_many_rows_only_those_that_changed_are_made_anew() -> None:
    suspects, rows = many(10_000), OpenRows()
    before = rows.rows(suspects)
    after = rows.rows(suspects[:5000] + suspects[5001:])
    assert list(map(id, after)) == list(map(id, before[:5000] + before[5001:]))


def test_rows_that_differ_are_swapped_and_no_others(qtbot: QtBot, qapp: QApplication) -> None:
    model = SuspectModel(Theme(qapp))
    rows = OpenRows().rows(many(50))
    model.show_rows(rows)
    removed, inserted = [], []
    model.rowsRemoved.connect(lambda _p, first, last: removed.append((first, last)))
    model.rowsInserted.connect(lambda _p, first, last: inserted.append((first, last)))
    model.show_rows(rows[:10] + rows[11:])
    assert (removed, inserted) == ([(10, 10)], [])
    model.show_rows(rows)
    assert (removed, inserted) == ([(10, 10)], [(10, 10)])
    model.set_filter(Filter(score=0.9))
    assert 0 < model.rowCount() < 50

"""The popup: all by keyboard, everything always there, never over its phrase."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened import NotingReview, open_session, settle
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from unspin_gui.core.document.document import Decision
from unspin_gui.core.document.marks import Mark
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.popup.popup_parts import ActionButton
from unspin_gui.ui.popup.popup_place import place_beside
from unspin_gui.ui.popup.suggestion_popup import SuggestionPopup
from unspin_gui.ui.session.reasons import reason_in_words
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.theme import Theme

Key, Mod = Qt.Key, Qt.KeyboardModifier
ANCHOR = QRect(120, 100, 160, 20)
AI = "counterfeit consciousness"


@dataclass
class Stage:
    session: Session
    review: NotingReview
    window: QMainWindow
    pane: QPlainTextEdit
    popup: SuggestionPopup
    qtbot: QtBot

    def open(self, number: int = 0) -> Suspect:
        suspect = self.session.suspects[number]
        self.popup.open_at(Mark(suspect.span, "suspected", suspect=suspect), ANCHOR, self.pane)
        return suspect

    def open_decided(self, text: str = "AI") -> None:
        suspect = self.session.suspects[0]
        self.session.accept(suspect, text)
        settle(self.qtbot, self.session)
        decision = self.session.decisions[0]
        self.popup.open_at(Mark(decision.span, "accepted", decision=decision), ANCHOR, self.pane)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        focused = self.popup.focusWidget()
        assert focused is not None
        self.qtbot.keyClick(focused, key, modifiers)

    @property
    def shown(self) -> list[str]:
        return [self.popup.list.item(n).text() for n in range(self.popup.list.count())]


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication) -> Iterator[Stage]:
    session = open_session(qtbot)
    window = QMainWindow()
    pane = QPlainTextEdit("\n".join(["a line"] * 300))
    pane.setObjectName("correctedPane")
    window.setCentralWidget(pane)
    review = NotingReview(session)
    popup = SuggestionPopup(session, review, Theme(qapp), window)
    qtbot.addWidget(window)
    window.show()
    yield Stage(session, review, window, pane, popup, qtbot)
    popup.close()
    session.close()


def test_opens_focused_with_the_first_of_five_selected(stage: Stage) -> None:
    stage.open()
    assert stage.popup.isVisible()
    assert stage.popup.list.hasFocus()
    assert stage.popup.list.currentRow() == 0
    assert stage.shown[0] == "artificial intelligence"
    assert len(stage.shown) == 5
    assert "2 more" in stage.popup.more.text()


def test_shows_the_letter_case_that_will_be_inserted(stage: Stage) -> None:
    stage.open(3)
    assert stage.shown[0] == "Artificial intelligence"


def test_enter_accepts_the_selected_one(stage: Stage) -> None:
    stage.open()
    stage.press(Key.Key_Down)
    stage.press(Key.Key_Return)
    assert stage.review.calls == [("accept", AI, "AI", True, False, False)]
    assert not stage.popup.isVisible()
    assert "built an AI for" in stage.session.corrected


@pytest.mark.parametrize("number", [1, 3, 5])
def test_a_digit_accepts_that_one(stage: Stage, number: int) -> None:
    stage.open()
    wanted = stage.shown[number - 1]
    stage.press(Key(Key.Key_0 + number))
    assert stage.review.calls[0][:3] == ("accept", AI, wanted)


def test_a_digit_without_a_suggestion_does_nothing(stage: Stage) -> None:
    stage.open(1)
    before = stage.pane.toPlainText()
    stage.press(Key.Key_4)
    assert stage.review.calls == []
    assert stage.pane.toPlainText() == before


def test_shift_enter_accepts_all_identical(stage: Stage) -> None:
    stage.open()
    assert stage.popup.body.rows.rows["identical"].text() == "Accept all 3 identical"
    stage.press(Key.Key_Return, Mod.ShiftModifier)
    assert stage.review.calls == [
        ("accept", AI, "artificial intelligence", True, True, False)
    ]  # fmt: skip


def test_ctrl_enter_accepts_and_opens_on_the_next(stage: Stage) -> None:
    stage.open()
    stage.press(Key.Key_Enter, Mod.ControlModifier | Mod.KeypadModifier)
    assert stage.review.calls == [
        *(("accept", AI, "artificial intelligence", True, False, False), ("by keys",))
    ]


@pytest.mark.parametrize(
    ("key", "call"),
    [
        (Key.Key_I, ("keep", [AI])),
        (Key.Key_D, ("ignore", AI)),
        (Key.Key_N, ("never", AI)),
    ],
)
def test_letters_ignore_in_three_scopes(stage: Stage, key: Qt.Key, call: tuple[object]) -> None:
    stage.open()
    stage.press(key)
    assert stage.review.calls == [call]
    assert not stage.popup.isVisible()


def test_the_keys_of_next_and_previous_go_on_with_the_popup(stage: Stage) -> None:
    for name, key in (("actionNextSuspect", "F8"), ("actionPreviousSuspect", "Ctrl+J")):
        QAction(name, stage.window, objectName=name, shortcut=QKeySequence(key))
    stage.open()
    stage.press(Key.Key_F8)
    stage.press(Key.Key_J, Mod.ControlModifier)
    assert stage.review.calls == [("next", True), ("previous", True)]
    assert stage.popup.isVisible()


def test_escape_closes_and_changes_nothing(stage: Stage) -> None:
    stage.open()
    stage.press(Key.Key_Escape)
    assert not stage.popup.isVisible()
    assert stage.review.calls == []


@pytest.mark.parametrize(
    ("key", "modifier", "text"),
    [
        (Key.Key_X, Mod.NoModifier, "x"),
        (Key.Key_R, Mod.NoModifier, "r"),
        (Key.Key_Comma, Mod.NoModifier, ","),
        (Key.Key_I, Mod.ShiftModifier, "I"),
        (Key.Key_N, Mod.ShiftModifier, "N"),
    ],
)
def test_other_letters_begin_the_own_wording(
    stage: Stage, key: Qt.Key, modifier: Qt.KeyboardModifier, text: str
) -> None:
    stage.open()
    before = stage.pane.toPlainText()
    stage.press(key, modifier)
    assert stage.popup.own.field.hasFocus()
    assert stage.popup.own.field.text().lower() == text.lower()
    assert stage.pane.toPlainText() == before
    assert stage.review.calls == []


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_7, Key.Key_0, Key.Key_Left])
def test_keys_that_mean_nothing_here_do_nothing(stage: Stage, key: Qt.Key) -> None:
    stage.open()
    before = stage.pane.toPlainText()
    stage.press(key)
    assert stage.popup.isVisible()
    assert stage.popup.list.hasFocus()
    assert stage.pane.toPlainText() == before
    assert stage.review.calls == []


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_an_emptied_wording_deletes_the_phrase_and_its_gap(stage: Stage, key: Qt.Key) -> None:
    stage.open(1)
    stage.press(key)
    assert stage.popup.own.field.placeholderText() == "Enter deletes “7 days”"
    assert "it took<b></b>." in stage.popup.body.preview.text()
    stage.press(Key.Key_Return)
    assert stage.review.calls == [("accept", "7 days", "", False, False, False)]
    assert "and it took. The" in stage.session.corrected


def test_what_was_typed_and_taken_away_deletes(stage: Stage) -> None:
    stage.open(1)
    stage.press(Key.Key_X)
    stage.press(Key.Key_Backspace)
    stage.press(Key.Key_Return)
    assert stage.review.calls == [("accept", "7 days", "", False, False, False)]


def test_a_deleted_place_offers_its_fixes_and_gets_its_space_again(stage: Stage) -> None:
    suspect = stage.session.suspects[1]
    stage.session.accept(suspect, "", remember=False)
    decision = stage.session.decisions[0]
    stage.popup.open_at(Mark(decision.span, "accepted", decision=decision), ANCHOR, stage.pane)
    assert stage.shown == ["week"]
    stage.press(Key.Key_1)
    assert "and it took a week. The" in stage.session.corrected or (
        "and it took week. The" in stage.session.corrected
    )


def test_right_shows_suggestions_for_all_digits(stage: Stage) -> None:
    stage.open()
    stage.press(Key.Key_Right)
    assert stage.shown[5:] == ["android", "automaton"]
    stage.press(Key.Key_7)
    assert stage.review.calls[0][2] == "automaton"


def test_the_foot_tells_the_state_and_its_keys(stage: Stage) -> None:
    stage.open()
    assert stage.popup.body.foot.state.isHidden()
    stage.review.by_keys = True
    stage.open()
    assert stage.popup.body.foot.state.text() == "Review by keys: 5 left"
    for key in ("Digits", "I, D, N", "Letters", "Esc"):
        assert key in stage.popup.body.foot.accessibleName(), key


@pytest.mark.parametrize("returned", [True, False])
def test_the_keyboard_is_asked_back_only_where_it_was_lost(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, *, returned: bool
) -> None:
    """To ask for it in vain loses the keys that are typed until the window manager answers."""
    stage.open()
    asked: list[str] = []
    monkeypatch.setattr(stage.window, "isActiveWindow", lambda: returned)
    monkeypatch.setattr(stage.window, "activateWindow", lambda: asked.append("asked"))
    monkeypatch.setattr(
        QGuiApplication, "applicationState", lambda: Qt.ApplicationState.ApplicationActive
    )
    stage.press(Key.Key_Escape)
    assert not stage.popup.isVisible()
    assert bool(asked) is not returned


def test_the_foot_counts_on_while_the_text_is_being_read(stage: Stage) -> None:
    stage.review.by_keys = True
    stage.open()
    stage.review.filter = lambda suspect: suspect.phrase == AI
    here = stage.session.suspects[0].span
    stage.session.suspects_found.emit((here,))
    same = [s for s in stage.session.suspects if s.phrase == AI]
    assert 0 < len(same) < 5
    assert stage.popup.body.foot.state.text() == f"Review by keys: {len(same)} left"


def test_a_key_of_a_window_action_closes_and_does_it(stage: Stage) -> None:
    done = []
    undo = QAction("Undo", stage.window, shortcut=QKeySequence("Ctrl+Z"))
    undo.triggered.connect(lambda: done.append(1))
    stage.open()
    stage.press(Key.Key_Z, Mod.ControlModifier)
    assert done == [1]
    assert not stage.popup.isVisible()


def test_tab_reaches_the_own_wording_and_enter_takes_it(stage: Stage) -> None:
    stage.open()
    stage.press(Key.Key_Tab)
    assert stage.popup.own.field.hasFocus()
    stage.qtbot.keyClicks(stage.popup.own.field, "din <b>")
    assert "<b>din &lt;b&gt;</b>" in stage.popup.body.preview.text()
    stage.popup.own.completer.popup().hide()
    stage.press(Key.Key_Return)
    assert stage.review.calls == [("accept", AI, "din <b>", True, False, False)]


def test_tab_goes_down_as_the_eye_does(stage: Stage) -> None:
    stage.open()
    assert stage.popup.more.isVisible()
    places = [stage.popup.list.mapToGlobal(QPoint()).y()]
    while stage.popup.focusWidget() is not stage.popup.list or len(places) == 1:
        stage.press(Key.Key_Tab)
        focused = stage.popup.focusWidget()
        assert focused is not None
        places.append(focused.mapToGlobal(QPoint()).y())
        assert len(places) < 20
    assert len(places) > 6
    assert places[:-1] == sorted(places[:-1])


def test_the_first_suggestion_is_said_when_it_opens(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def note(event: QAccessibleEvent) -> None:
        if event.object() is stage.popup.list:
            inside = QAccessible.queryAccessibleInterface(stage.popup.list).child(event.child())
            said.append(inside.text(QAccessible.Text.Name))

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    stage.open()
    stage.qtbot.waitUntil(lambda: bool(said))
    assert said == ["1: artificial intelligence, science"]


def test_an_empty_own_wording_is_not_accepted(stage: Stage) -> None:
    stage.open()
    stage.press(Key.Key_Tab)
    stage.press(Key.Key_Return)
    assert stage.review.calls == []
    assert stage.popup.isVisible()


def test_own_wording_completes_over_the_fixes_of_the_glossaries(stage: Stage) -> None:
    stage.open()
    stage.press(Key.Key_Tab)
    completer = stage.popup.own.completer
    completer.setCompletionPrefix("partn")
    assert completer.currentCompletion() == "partner forces"


def test_remember_can_be_switched_off_for_one_fix(stage: Stage) -> None:
    stage.open()
    stage.popup.own.remember.setChecked(False)
    stage.press(Key.Key_1)
    assert stage.review.calls[0][3] is False
    stage.open(0)
    assert stage.popup.own.remember.isChecked()


def test_the_box_says_what_is_learnt_and_offers_the_wider_form(stage: Stage) -> None:
    stage.open()
    own = stage.popup.own
    assert own.remember.text() == "Already in a glossary"
    assert not own.widely.isVisible()
    place = Span(stage.session.source.index("took"), stage.session.source.index("took") + 4)
    stage.popup.open_new(place, ANCHOR, stage.pane)
    stage.qtbot.keyClicks(own.field, "lasted")
    assert own.remember.text() == "Remember: prefer “lasted” for “took”"
    assert own.widely.isVisible()
    own.widely.click()
    own.field.setFocus()
    stage.press(Key.Key_Return)
    assert stage.review.calls[-1][:4] == ("accept", "took", "lasted", "widely")


def test_a_click_on_a_suggestion_accepts_it(stage: Stage) -> None:
    stage.open()
    place = stage.popup.list.visualItemRect(stage.popup.list.item(1)).center()
    viewport = stage.popup.list.viewport()
    stage.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert stage.review.calls[0][:3] == ("accept", AI, "AI")


def test_the_rest_is_in_a_menu_with_its_signs_kept(stage: Stage, qtbot: QtBot) -> None:
    stage.open()
    stage.qtbot.mouseClick(stage.popup.more, Qt.MouseButton.LeftButton)
    menu = stage.popup.findChild(QMenu, "moreSuggestions")
    assert [action.data() for action in menu.actions()] == ["android", "automaton"]
    menu.actions()[1].trigger()
    assert stage.review.calls[0][2] == "automaton"


def test_document_text_is_never_markup(stage: Stage) -> None:
    stage.open()
    assert stage.shown[3] == "R&D <b>mind</b>"
    stage.popup.list.setCurrentRow(3)
    assert "AT&amp;T" in stage.popup.body.preview.text()
    assert "<b>a R&amp;D &lt;b&gt;mind&lt;/b&gt;</b>" in stage.popup.body.preview.text() or (
        "<b>an R&amp;D &lt;b&gt;mind&lt;/b&gt;</b>" in stage.popup.body.preview.text()
    )
    assert stage.popup.body.header.phrase.textFormat() == Qt.TextFormat.PlainText


def test_the_preview_follows_the_selection(stage: Stage) -> None:
    stage.open()
    assert "built <b>an artificial intelligence</b> for" in stage.popup.body.preview.text()
    stage.press(Key.Key_Down)
    stage.press(Key.Key_Down)
    assert "<b>machine mind</b>" in stage.popup.body.preview.text()


@pytest.mark.parametrize("closed", [True, False])
def test_the_preview_shows_the_selected_suggestion_after_own_wording(
    stage: Stage, closed: bool
) -> None:
    stage.open()
    stage.press(Key.Key_Tab)
    stage.qtbot.keyClicks(stage.popup.own.field, "zeal")
    assert "<b>zeal</b>" in stage.popup.body.preview.text()
    if closed:
        stage.popup.close()
    stage.open(1)
    assert stage.popup.list.currentRow() == 0
    assert f"<b>{stage.shown[0]}</b>" in stage.popup.body.preview.text()


def test_all_actions_are_there_without_suggestions(stage: Stage) -> None:
    suspect = Suspect(Span(0, 11), "Researchers", "unfit", 0.6, None)
    stage.popup.open_at(Mark(suspect.span, "suspected", suspect=suspect), ANCHOR, stage.pane)
    assert stage.shown == []
    for name in ("identical", "here", "document", "never", "entry", "restore"):
        assert stage.popup.body.rows.rows[name].isVisible(), name
    assert stage.popup.own.field.isVisible()
    stage.press(Key.Key_Return)
    assert stage.review.calls == []
    stage.press(Key.Key_I)
    assert stage.review.calls == [("keep", ["Researchers"])]


def test_it_is_wide_enough_for_long_words_and_their_keys(stage: Stage) -> None:
    rows = stage.popup.findChildren(ActionButton)
    rows[-1].rename("Den Eintrag des Glossars in einem anderen Fenster bearbeiten")
    stage.open()
    QApplication.processEvents()
    assert all(row.width() >= row.sizeHint().width() for row in rows)


def test_why_and_score_are_told(stage: Stage) -> None:
    suspect = stage.open()
    assert "97 %" in stage.popup.body.header.facts.text()
    assert suspect.reason is not None
    assert stage.popup.body.header.reason.text() == reason_in_words(suspect.reason)


def test_a_decided_place_offers_restore_and_other_fixes(stage: Stage) -> None:
    stage.open_decided()
    assert "artificial intelligence" in stage.shown
    spoken = stage.popup.list.item(stage.shown.index("AI"))
    assert "current choice" in str(spoken.data(Qt.ItemDataRole.AccessibleTextRole))
    stage.press(Key.Key_R)
    assert stage.review.calls == [("restore", ("an AI",))]
    assert stage.session.decisions == ()


def test_another_fix_for_a_decided_place_keeps_its_article_right(stage: Stage) -> None:
    stage.open_decided()
    stage.press(Key(Key.Key_1 + stage.shown.index("machine mind")))
    assert "Researchers built a machine mind for AT&T" in stage.session.corrected
    assert len(stage.session.decisions) == 1


def test_words_marked_by_hand_begin_in_the_own_wording(stage: Stage) -> None:
    start = stage.session.source.index("here to stay")
    stage.popup.open_new(Span(start, start + 12), ANCHOR, stage.pane)
    assert stage.popup.own.field.hasFocus()
    stage.qtbot.keyClicks(stage.popup.own.field, "lasting")
    stage.popup.own.completer.popup().hide()
    stage.press(Key.Key_Return)
    assert stage.review.calls == [("accept", "here to stay", "lasting", True, False, False)]


def test_scrolling_or_resizing_the_pane_closes_it(stage: Stage) -> None:
    stage.open()
    stage.pane.verticalScrollBar().setValue(20)
    assert not stage.popup.isVisible()
    stage.open()
    stage.pane.resize(stage.pane.width() - 40, stage.pane.height())
    assert not stage.popup.isVisible()


def test_another_change_of_the_text_closes_it(stage: Stage) -> None:
    stage.open()
    stage.session.accept(stage.session.suspects[1], "week")
    assert not stage.popup.isVisible()


def test_it_does_not_cover_its_phrase_and_is_one_and_the_same(stage: Stage) -> None:
    stage.open()
    first = stage.popup.geometry()
    assert not first.intersects(ANCHOR)
    stage.open(1)
    assert not stage.popup.geometry().intersects(ANCHOR)
    assert stage.popup.parentWidget() is stage.window


@pytest.mark.parametrize(
    ("anchor", "below"), [(QRect(100, 100, 80, 20), True), (QRect(100, 700, 80, 20), False)]
)
def test_it_flips_above_where_there_is_no_room(anchor: QRect, below: bool) -> None:
    rect = place_beside(QSize(400, 420), anchor, QRect(0, 0, 1280, 800))
    assert (rect.top() > anchor.bottom()) is below
    assert (rect.bottom() < anchor.top()) is not below


@given(
    st.builds(QPoint, st.integers(0, 1200), st.integers(0, 760)),
    st.builds(QSize, st.integers(5, 900), st.integers(10, 200)),
    st.builds(QSize, st.integers(200, 500), st.integers(80, 700)),
)
def test_wherever_the_phrase_is_it_stays_readable(
    corner: QPoint, phrase: QSize, size: QSize
) -> None:
    screen = QRect(0, 0, 1280, 800)
    anchor = QRect(corner, phrase).intersected(screen)
    rect = place_beside(size, anchor, screen)
    assert not rect.intersects(anchor)
    assert screen.left() <= rect.left() <= screen.right()
    assert rect.height() > 0


def test_it_is_as_high_as_its_content_each_time(stage: Stage) -> None:
    stage.open(0)
    tall = stage.popup.height()
    stage.open(1)
    assert stage.popup.height() == stage.popup.body.wanted_height()
    assert stage.popup.height() < tall
    stage.open(0)
    assert stage.popup.height() == tall


def test_where_there_is_little_room_less_is_shown(stage: Stage) -> None:
    stage.open()
    body = stage.popup.body
    body.fit(body.wanted_height())
    assert (len(stage.shown), body.preview.isVisible()) == (5, True)
    body.fit(body.wanted_height() - 1)
    assert (len(stage.shown), body.preview.isVisible()) == (5, False)
    assert body.acts.isVisible()
    body.fit(body.wanted_height() - 1)
    assert (len(stage.shown), body.acts.isVisible()) == (5, False)
    least = body.wanted_height() - 2 * body.list.sizeHintForRow(0)
    body.fit(least)
    assert len(stage.shown) == 3
    assert body.wanted_height() <= least
    assert [s.text for s in body.rest] == [s.text for s in body.found[3:]]
    stage.open()
    assert (len(stage.shown), body.preview.isVisible()) == (5, True)
    assert body.acts.isVisible()


def test_inserted_words_are_named_and_nothing_is_learnt_from_them(stage: Stage) -> None:
    stage.session.decide(Decision(Span(11, 11), " gladly", "edited"))
    decision = stage.session.decisions[0]
    stage.popup.open_at(Mark(decision.span, "edited", decision=decision), ANCHOR, stage.pane)
    assert stage.popup.body.header.phrase.text() == "Inserted: “gladly”"
    assert not stage.popup.own.remember.isChecked()
    stage.press(Key.Key_R)
    assert stage.session.corrected == stage.session.source


def test_a_deleted_phrase_is_previewed_as_deleted(stage: Stage) -> None:
    suspect = stage.session.suspects[1]
    stage.session.decide(Decision(suspect.span, "", "edited"))
    decision = stage.session.decisions[0]
    stage.popup.open_at(Mark(decision.span, "edited", decision=decision), ANCHOR, stage.pane)
    stage.press(Key.Key_Tab)
    stage.press(Key.Key_Up)
    stage.press(Key.Key_Delete)
    assert "it took<b></b>." in stage.popup.body.preview.text()

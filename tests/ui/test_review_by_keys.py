"""The review that goes on by keys: each key settles a place and opens the next."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from unspin_gui.core.text.spans import Span
from unspin_gui.ui.popup.suggestion_popup import SuggestionPopup
from unspin_gui.ui.window.main_window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier
LINE = "In year {0} the husband or wife forces met a calendar year ago."
TEXT = "\n".join(LINE.format(year) for year in range(9))
SHIFTED = Mod.ControlModifier | Mod.ShiftModifier


@pytest.fixture
def window(open_main: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return open_main(path)


class Keys:
    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.session = window.session

    @property
    def popup(self) -> SuggestionPopup:
        return self.window.parts.popup_control.popup

    @property
    def place(self) -> Span:
        """Where the popup is open."""
        assert self.popup.isVisible()
        mark = self.popup.body.mark
        assert mark is not None
        return mark.span

    def __call__(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
        popup = self.popup
        focus = popup.focusWidget() if popup.isVisible() else QApplication.focusWidget()
        self.qtbot.keyClick(focus or self.window, key, modifier)

    def begin(self) -> list[Span]:
        places = [suspect.span for suspect in self.session.suspects]
        self(Key.Key_Period, Mod.ControlModifier)
        assert self.place == places[0]
        return places


@pytest.fixture
def keys(window: MainWindow, qtbot: QtBot) -> Keys:
    return Keys(window, qtbot)


@pytest.mark.parametrize(
    ("key", "modifier", "state"),
    [
        (Key.Key_1, Mod.NoModifier, "accepted"),
        (Key.Key_Return, Mod.NoModifier, "accepted"),
        (Key.Key_Return, Mod.ControlModifier, "accepted"),
        (Key.Key_I, Mod.NoModifier, "kept"),
        (Key.Key_Backspace, Mod.ControlModifier, "kept"),
    ],
)
def test_one_key_settles_a_place_and_opens_the_next(
    keys: Keys, key: Qt.Key, modifier: Qt.KeyboardModifier, state: str
) -> None:
    places = keys.begin()
    for n in range(3):
        keys(key, modifier)
        assert keys.place == places[n + 1]
    assert [decision.state for decision in keys.session.decisions] == [state] * 3


@pytest.mark.parametrize("key", [Key.Key_D, Key.Key_N])
def test_a_phrase_is_settled_wherever_it_is(keys: Keys, key: Qt.Key) -> None:
    places = keys.begin()
    keys(key)
    assert keys.place == places[1]
    assert len(keys.session.suspects) == 9


def test_the_last_place_ends_it_and_letters_are_text_again(keys: Keys) -> None:
    keys.begin()
    keys(Key.Key_D)
    keys(Key.Key_D)
    assert not keys.popup.isVisible()
    assert not keys.window.parts.services.review.by_keys
    before = keys.session.corrected
    keys(Key.Key_I)
    assert len(keys.session.corrected) == len(before) + 1


def test_escape_ends_it(keys: Keys) -> None:
    keys.begin()
    keys(Key.Key_1)
    keys(Key.Key_Escape)
    assert not keys.popup.isVisible()
    keys(Key.Key_Return, Mod.ControlModifier)
    assert not keys.popup.isVisible()


def test_a_click_into_the_text_ends_it(keys: Keys) -> None:
    places = keys.begin()
    keys(Key.Key_1)
    pane = keys.window.parts.views.editors.corrected
    points = {p: pane.viewport().mapToGlobal(pane.rects(p)[0].center()) for p in places[2:]}
    at = {p: keys.popup.mapFromGlobal(point) for p, point in points.items()}
    place = next(p for p, point in at.items() if not keys.popup.rect().contains(point))
    keys.qtbot.mouseClick(keys.popup, Qt.MouseButton.LeftButton, pos=at[place])
    assert keys.place == place
    keys(Key.Key_1)
    assert not keys.popup.isVisible()


def test_undo_leads_back_and_goes_on(keys: Keys) -> None:
    places = keys.begin()
    keys(Key.Key_1)
    keys(Key.Key_I)
    keys(Key.Key_Z, Mod.ControlModifier)
    assert keys.place == places[1]
    keys(Key.Key_Z, Mod.ControlModifier)
    assert keys.place == places[0]
    assert keys.session.decisions == ()
    keys(Key.Key_Y, Mod.ControlModifier)
    assert len(keys.session.decisions) == 1


def test_skipping_goes_on_and_restoring_stays(keys: Keys) -> None:
    places = keys.begin()
    keys(Key.Key_F8)
    assert keys.place == places[1]
    keys(Key.Key_1)
    keys(Key.Key_F8, Mod.ShiftModifier)
    assert keys.place == places[0]


@pytest.mark.parametrize("word", ["partner", "Interim", "national", "deployed", "20,000", "(sic)"])
def test_any_wording_can_be_typed(keys: Keys, word: str) -> None:
    """Tab first where its first sign stands for something else."""
    places = keys.begin()
    if word[0] in "idn0123456789":
        keys(Key.Key_Tab)
    for sign in word:
        held = Mod.ShiftModifier if sign.isupper() else Mod.NoModifier
        keys.qtbot.keyClicks(keys.popup.focusWidget(), sign, held)
    keys.popup.own.completer.popup().hide()
    keys(Key.Key_Return)
    assert f"the {word} met" in keys.session.corrected
    assert keys.place == places[1]
    assert keys.popup.list.hasFocus()
    assert "<b>" in keys.popup.body.preview.text()


def test_the_popup_stays_when_the_texts_get_another_size(keys: Keys) -> None:
    places = keys.begin()
    keys.window.resize(keys.window.width() - 90, keys.window.height() - 60)
    keys.qtbot.waitUntil(keys.popup.isVisible)
    assert keys.place == places[0]
    keys(Key.Key_1)
    assert keys.place == places[1]


def test_after_three_ignored_the_weak_rest_is_offered(keys: Keys) -> None:
    review = keys.window.parts.services.review
    keys.begin()
    keys(Key.Key_I)
    keys(Key.Key_1)
    keys(Key.Key_I)
    keys(Key.Key_I)
    assert review.offer is None
    assert keys.popup.body.rest_row.isHidden()
    keys(Key.Key_0)
    assert len(keys.session.decisions) == 4


def test_a_click_begins_nothing(keys: Keys) -> None:
    pane = keys.window.parts.views.editors.corrected
    first = keys.session.suspects[0].span
    keys.qtbot.mouseClick(
        pane.viewport(), Qt.MouseButton.LeftButton, pos=pane.rects(first)[0].center()
    )
    assert keys.place == first
    keys(Key.Key_I)
    assert not keys.popup.isVisible()


@pytest.mark.parametrize(("key", "modifier", "at"), [
    (Key.Key_F8, Mod.NoModifier, 0),
    (Key.Key_F8, Mod.ShiftModifier, -1),
])  # fmt: skip
@pytest.mark.parametrize("pane", ["corrected", "source", "list"])
def test_next_and_previous_open_the_suggestions(
    keys: Keys, key: Qt.Key, modifier: Qt.KeyboardModifier, at: int, pane: str
) -> None:
    """A digit then picks one; it is never typed into the text that lies below."""
    views = keys.window.parts.views
    focused = {"list": views.suspects.table, **vars(views.editors)}[pane]
    focused.setFocus()
    place = keys.session.suspects[at].span
    keys(key, modifier)
    assert keys.place == place
    keys(Key.Key_1)
    [decision] = keys.session.decisions
    assert (decision.span, decision.state) == (place, "accepted")
    assert "1" not in decision.text


def test_keys_sent_to_the_window_belong_to_the_open_popup(keys: Keys) -> None:
    places = [suspect.span for suspect in keys.session.suspects]
    for place in places[:3]:
        keys.qtbot.keyClick(keys.window, Key.Key_F8)
        assert keys.place == place
    keys.qtbot.keyClick(keys.window, Key.Key_Return, Mod.ControlModifier)
    assert keys.session.decisions[0].span == places[2]
    keys.qtbot.keyClick(keys.window, Key.Key_Escape)
    assert not keys.popup.isVisible()


def test_a_button_of_the_tool_bar_needs_one_click_while_the_popup_is_open(keys: Keys) -> None:
    places = keys.begin()
    bar = keys.window.parts.actions.tool_bar
    button = bar.widgetForAction(keys.window.parts.actions["actionNextSuspect"])
    at = keys.popup.mapFromGlobal(button.mapToGlobal(button.rect().center()))
    keys.qtbot.mouseClick(keys.popup, Qt.MouseButton.LeftButton, pos=at)
    assert keys.place == places[1]


def test_marks_of_any_state_are_visited_without_the_popup(keys: Keys) -> None:
    keys(Key.Key_F8, Mod.ControlModifier)
    assert not keys.popup.isVisible()
    assert keys.session.current == keys.session.suspects[0].span


def test_a_key_with_control_leaves_the_row_of_the_present_mark_alone_selected(keys: Keys) -> None:
    suspects = keys.session.suspects
    for suspect in suspects[:2]:
        keys(Key.Key_F8, Mod.ControlModifier)
        assert keys.session.current == suspect.span
        [row] = keys.window.parts.views.suspects.selected
        assert suspect.span in row.spans


@pytest.mark.parametrize("tab", [False, True])
def test_to_show_suggestions_again_leads_back_to_them(keys: Keys, *, tab: bool) -> None:
    """The popup stays as it is: to close and reopen it would tell that the review ended."""
    places = keys.begin()
    if tab:
        keys(Key.Key_Tab)
    shown: list[str] = []
    keys.window.parts.services.review.popup_done.connect(lambda: shown.append("done"))
    keys(Key.Key_Period, Mod.ControlModifier)
    assert keys.place == places[0]
    assert keys.popup.list.hasFocus()
    assert shown == []

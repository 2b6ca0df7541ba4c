"""Both panes always show the session, whatever is done in whatever order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from unspin_gui.core.document.document import Decision, Pair
from unspin_gui.core.text.spans import Span
from unspin_gui.store.files import text_file
from unspin_gui.ui.panes.corrected_pane import CorrectedPane
from unspin_gui.ui.panes.positions import Offsets, cursor_over, shown
from unspin_gui.ui.panes.source_pane import SourcePane
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.theme import Theme

SOURCE = (
    "The rocket hearth 😀 has enhanced.\nTheir husband or wife forces left.\n\n"
    "A calendar year back."
)
PanesOf = tuple[Session, SourcePane, CorrectedPane]
TEXTS = st.text(alphabet="ab .\n😀e\u0301\u00a0\u2028x", max_size=8)


def held(pane: SourcePane | CorrectedPane) -> str:
    return pane.held_between(0, len(pane.side.text) + 50)


@pytest.fixture
def panes(qtbot: QtBot) -> Iterator[PanesOf]:
    session, theme = Session(), Theme()
    left, right = SourcePane(session, theme), CorrectedPane(session, theme)
    for pane in (left, right):
        qtbot.addWidget(pane)
        pane.resize(400, 300)
        pane.show()
    session.open(SOURCE)
    yield session, left, right
    session.close()


def accept(session: Session, phrase: str, fix: str) -> None:
    start = session.source.index(phrase)
    span = Span(start, start + len(phrase))
    session.decide(Decision(span, fix, "accepted", Pair(phrase, fix)))


def test_typing_after_an_emoji_becomes_a_decision(qtbot: QtBot, panes: PanesOf) -> None:
    session, left, right = panes
    right.put_caret(SOURCE.index(" has"))
    qtbot.keyClicks(right, "!!")
    assert session.corrected == SOURCE.replace(" has", "!! has")
    assert held(right) == session.corrected
    assert held(left) == SOURCE
    session.undo()
    assert held(right) == session.corrected == SOURCE


@pytest.mark.parametrize("typed", ["X", "😀", "\n"])
@pytest.mark.parametrize("removed", [0, 1])
def test_what_is_put_inside_a_pair_leaves_the_character_whole(
    panes: PanesOf, typed: str, removed: int
) -> None:
    session, _, right = panes
    inside = SOURCE.index("😀") + 1
    units = Offsets(SOURCE, flat=True)
    cursor_over(right.document(), Span(inside, inside + removed), units).insertText(typed)
    emoji = "" if removed else "😀"
    assert session.corrected == SOURCE.replace("😀", typed + emoji)
    assert held(right) == session.corrected
    session.undo()
    assert held(right) == session.corrected == SOURCE


def commit(pane: CorrectedPane, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(pane, event)


def test_an_input_method_leaves_the_character_at_the_caret_whole(panes: PanesOf) -> None:
    session, _, right = panes
    inside = SOURCE.index("😀") + 1
    right.setTextCursor(cursor_over(right.document(), Span(inside, inside), Offsets("", flat=True)))
    commit(right, "é")
    assert session.corrected == SOURCE.replace("😀", "é😀")
    assert held(right) == session.corrected


@pytest.mark.parametrize("broken", ["\ud83d", "x\ude00", "\ud83dy\ud83d"])
def test_half_a_character_is_left_out_however_it_comes(panes: PanesOf, broken: str) -> None:
    session, _, right = panes
    for place in (0, SOURCE.index("has"), len(SOURCE)):
        right.put_caret(place)
        right.textCursor().insertText(broken)
        commit(right, broken)
        assert held(right) == session.corrected
    letters = broken.replace("\ud83d", "").replace("\ude00", "")
    assert len(session.corrected) == len(SOURCE) + 6 * len(letters)


def test_an_accepted_fix_is_shown_and_undone(panes: PanesOf) -> None:
    session, _, right = panes
    accept(session, "rocket hearth", "rocket fire")
    assert held(right).startswith("The rocket fire 😀")
    session.undo()
    assert held(right) == SOURCE
    session.redo()
    assert held(right) == session.corrected != SOURCE


def test_joining_and_splitting_paragraphs(qtbot: QtBot, panes: PanesOf) -> None:
    session, _, right = panes
    right.put_caret(SOURCE.index("\n"))
    qtbot.keyClick(right, Qt.Key.Key_Delete)
    assert session.corrected == SOURCE.replace("enhanced.\n", "enhanced.")
    qtbot.keyClick(right, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert session.corrected == SOURCE
    assert session.decisions == ()
    assert right.document().blockCount() == SOURCE.count("\n") + 1


def test_pasting_over_everything_keeps_the_source(panes: PanesOf) -> None:
    session, left, right = panes
    right.selectAll()
    QApplication.clipboard().setText("New\r\ntext 😀")
    right.paste()
    assert session.corrected == "New\ntext 😀"
    assert held(left) == SOURCE
    session.undo()
    assert held(right) == SOURCE


@pytest.mark.parametrize("copied", ["New text\0", "\0New\0 text", "New\ud83d text"])
def test_what_no_file_can_hold_is_not_pasted(panes: PanesOf, copied: str) -> None:
    session, _, right = panes
    right.selectAll()
    data = QMimeData()
    data.setText(copied)
    right.insertFromMimeData(data)
    assert session.corrected == "New text"


def test_typing_merges_until_another_act(qtbot: QtBot, panes: PanesOf) -> None:
    session, _, right = panes
    right.put_caret(len(SOURCE))
    qtbot.keyClicks(right, " Yes")
    accept(session, "calendar year back", "year ago")
    right.put_caret(len(session.corrected))
    qtbot.keyClicks(right, "s")
    session.undo()
    assert session.corrected.endswith("year ago. Yes")
    session.undo()
    assert session.corrected.endswith("calendar year back. Yes")
    session.undo()
    assert session.corrected == SOURCE


def test_the_source_cannot_be_typed_into(qtbot: QtBot, panes: PanesOf) -> None:
    session, left, _ = panes
    qtbot.keyClicks(left, "abc")
    qtbot.keyClick(left, Qt.Key.Key_Delete)
    assert held(left) == session.source == SOURCE


@pytest.mark.parametrize("text", ["", "a", "😀", "a😀b😀😀c", "é\u0301x", "😀" * 40])
def test_offsets_there_and_back(text: str) -> None:
    offsets = Offsets(text)
    assert offsets.utf16_size == len(text.encode("utf-16-le")) // 2
    for place in range(len(text) + 1):
        assert offsets.utf16(place) == len(text[:place].encode("utf-16-le")) // 2
        assert offsets.place(offsets.utf16(place)) == place


def test_characters_that_qt_would_swallow_keep_their_place(panes: PanesOf) -> None:
    session, left, right = panes
    text = "\ufeffa\ufdd0b\u00a0c\u2028d\x0be\x0cf\x85g\x1ch"
    session.open(text)
    assert held(left) == held(right) == shown(text)
    assert len(shown(text)) == len(text)
    assert session.corrected == text


def test_every_character_comes_through_both_panes_and_back_to_disk(
    panes: PanesOf, tmp_path: Path
) -> None:
    """All of the first plane, and of the others every 61st: all of them take half a minute."""
    numbers = [*range(0xD800), *range(0xE000, 0x10000), *range(0x10000, 0x110000, 61)]
    signs = [chr(number) for number in numbers]
    lines = ("".join(signs[n : n + 1000]) for n in range(0, len(signs), 1000))
    data = "\n".join(lines).encode()
    path = tmp_path / "all.txt"
    path.write_bytes(data)
    file = text_file.read(path, "utf-8", replace=True)  # NUL is among them
    session, left, right = panes
    left.hide()
    right.hide()  # painting all scripts of the world takes long
    session.open(file.text)
    assert held(left) == held(right) == shown(file.text)
    right.put_caret(len(file.text))
    right.insertPlainText("X")
    right.put_caret(0)
    right.insertPlainText("X")
    assert session.corrected == f"X{file.text}X"
    assert held(right) == shown(session.corrected)
    text_file.write(path, session.corrected, file)
    assert path.read_bytes() == b"X" + data + b"X"


class Panes(RuleBasedStateMachine):
    """Random acts and edits, by session and by pane."""

    @initialize()
    def open(self) -> None:
        self.session, self.theme = Session(), Theme()
        self.left = SourcePane(self.session, self.theme)
        self.right = CorrectedPane(self.session, self.theme)
        self.session.open(SOURCE)

    @rule(a=st.integers(0, 120), size=st.integers(0, 9), text=TEXTS)
    def type(self, a: int, size: int, text: str) -> None:
        end = len(self.session.corrected)
        span = Span(min(a, end), min(a + size, end))
        plain = self.session.corrected
        cursor = cursor_over(self.right.document(), span, self.right.side.offsets)
        cursor.insertText(text)
        assert self.session.corrected == plain[: span.start] + text + plain[span.end :]

    @rule(a=st.integers(0, 80), size=st.integers(1, 9), text=TEXTS)
    def accept(self, a: int, size: int, text: str) -> None:
        end = len(self.session.source)
        span = Span(min(a, end - 1), min(a + size, end))
        self.session.decide(Decision(span, text))

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @invariant()
    def shows_the_session(self) -> None:
        if hasattr(self, "session"):
            assert held(self.right) == shown(self.session.corrected)
            assert held(self.left) == shown(SOURCE)

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.session.close()


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """The state machine needs the application."""


TestPanes = Panes.TestCase
TestPanes.settings = settings(
    max_examples=40, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)


def test_a_swap_of_equal_size_is_patched(panes: PanesOf) -> None:
    session, _, right = panes
    session.open("one two one")
    session.decide([Decision(Span(0, 3), ""), Decision(Span(8, 11), "one one")])
    session.undo()
    session.decide([Decision(Span(0, 4), ""), Decision(Span(8, 11), "one two")])
    assert held(right) == session.corrected == "two one two"


def test_marks_are_painted_on_screen_at_once_and_elsewhere_when_it_is_shown(
    qtbot: QtBot, panes: PanesOf
) -> None:
    session, left, right = panes
    line = "The husband or wife forces left.\n"
    session.open(line * 1000)
    spans = [Span(len(line) * k + 4, len(line) * k + 26) for k in range(1000)]
    session.decide([Decision(span, "army") for span in spans])

    def marked(pane: SourcePane | CorrectedPane, number: int) -> list[tuple[int, int]]:
        layout = pane.document().findBlockByNumber(number).layout()
        return [(one.start, one.length) for one in layout.formats()]

    assert marked(left, 0) == marked(left, 3) == [(4, 22)]
    assert marked(right, 0) == [(4, 4)]
    assert not marked(left, 990)
    left.verticalScrollBar().setValue(990)
    qtbot.waitUntil(lambda: marked(left, 990) == [(4, 22)])
    session.undo()
    assert not marked(left, 990)
    left.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: not marked(left, 0))


def test_a_line_that_breaks_without_a_space_is_framed_to_its_end(panes: PanesOf) -> None:
    session, _, right = panes
    session.open("w" * 200 + " it is professional-Iranian\nend")
    first, *middle, last = right.rects(Span(0, 200))
    assert all(rect.left() == first.left() for rect in (*middle, last))
    assert all(abs(rect.width() - first.width()) < 2 for rect in middle)
    assert first.width() > right.viewport().width() * 0.8
    tops = [rect.top() for rect in (first, *middle, last)]
    assert tops == sorted(set(tops))
    (empty,) = right.rects(Span(200, 200))
    assert empty.top() == last.top()
    assert abs(empty.left() - last.right()) < 2
    whole = right.rects(Span(0, len(session.source)))
    assert whole[: len(middle) + 1] == [first, *middle]
    assert whole[-1].left() == first.left()

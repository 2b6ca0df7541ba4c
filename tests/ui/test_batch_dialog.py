"""Accept all: what is ticked is what is replaced, as one step."""

from collections.abc import Iterator

import pytest
from opened import TEXT, NotingReview, open_session, settle
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from unspin_gui.application.findings import Findings, Found
from unspin_gui.core.document.document import Decision
from unspin_gui.core.suspects import THESAURUS, Candidate, Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.batch.batch_dialog import BatchDialog
from unspin_gui.ui.batch.batch_model import (
    COUNT,
    FIX,
    ORIGIN,
    PHRASE,
    RIGHT,
    BatchModel,
    batch_rows,
)
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.theme import Theme

Role, Check = Qt.ItemDataRole, Qt.CheckState
AI = "counterfeit consciousness"


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication) -> Iterator[Session]:
    Theme(qapp)
    session = open_session(qtbot)
    yield session
    session.close()


def opened(qtbot: QtBot, session: Session) -> BatchDialog:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = BatchDialog(session, NotingReview(session), window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.open()
    dialog.keep = window
    return dialog


def ticks(dialog: BatchDialog) -> dict[str, bool]:
    return {row.phrase: row.ticked for row in dialog.model.rows}


def suspect(phrase: str, kind: str, score: float, layer: str = "", fix: str = "plain") -> Suspect:
    candidates = (Candidate(fix, 1.0, layer),) if fix else ()
    return Suspect(Span(0, len(phrase)), phrase, kind, score, None, candidates, None, layer)


def test_own_glossary_and_fixes_likely_right_are_ticked() -> None:
    model = BatchModel(
        batch_rows(
            [
                suspect("mine", "known", 0.6, "my glossary"),
                suspect("starter high", "known", 0.97, "science"),
                suspect("starter low", "known", 0.75, "science"),
                suspect("near low", "near", 0.7, "my glossary"),
                suspect("near high", "near", 0.95, "science"),
                suspect("unfit low", "unfit", 0.7),
                suspect("without", "unfit", 0.99, fix=""),
            ],
            {"my glossary"},
        )
    )
    model.tick_from(0.9)
    assert [row.phrase for row in model.rows if row.ticked] == ["mine", "starter high", "near high"]


def shares(phrase: str, score: float, first: float, second: float) -> Suspect:
    candidates = (Candidate("plain", first, THESAURUS), Candidate("other", second, THESAURUS))
    return Suspect(Span(0, len(phrase)), phrase, "unfit", score, None, candidates)


def test_a_surely_spun_phrase_whose_fix_is_a_guess_is_not_ticked() -> None:
    model = BatchModel(
        batch_rows(
            [
                shares("clear", 0.93, 0.9, 0.02),
                shares("guess", 0.99, 0.12, 0.11),
                shares("honest", 0.2, 0.9, 0.02),
            ],
            (),
        )
    )
    model.tick_from(0.5)
    assert [row.phrase for row in model.rows if row.ticked] == ["clear"]
    told = [model.index(row, RIGHT).data() for row in range(3)]
    assert told[0] > "50 %" > told[1]
    model.setData(model.index(0, FIX), "other", Role.EditRole)
    assert model.index(0, RIGHT).data() == ""


def test_a_fix_that_is_not_the_first_of_all_places_is_not_ticked() -> None:
    same, differs = shares("clear", 0.97, 0.9, 0.02), shares("clear", 0.97, 0.02, 0.9)
    turned = differs._replace(candidates=differs.candidates[::-1])
    model = BatchModel(batch_rows([same, turned], ()))
    model.tick_from(0.5)
    assert not model.taken


def test_the_button_counts_places_and_phrases_live(qtbot: QtBot, session: Session) -> None:
    dialog = opened(qtbot, session)
    assert dialog.replace.text() == "&Replace 5 in 3 phrases"
    dialog.model.setData(dialog.model.index(0, PHRASE), Check.Unchecked.value, Role.CheckStateRole)
    assert dialog.replace.text() == "&Replace 2 in 2 phrases"
    qtbot.mouseClick(dialog.ticks.none, Qt.MouseButton.LeftButton)
    assert not dialog.replace.isEnabled()
    dialog.close()


def test_replacing_is_one_step_that_learns(qtbot: QtBot, session: Session) -> None:
    dialog = opened(qtbot, session)
    with qtbot.waitSignal(dialog.replaced, timeout=1000) as told:
        qtbot.mouseClick(dialog.replace, Qt.MouseButton.LeftButton)
    assert told.args == [5]
    assert "built an artificial intelligence for" in session.corrected
    assert (
        "\n\nArtificial intelligence is here to stay. Partner forces agreed." in session.corrected
    )
    assert {lesson.form for lesson in session.document.lessons} == {"known"}
    session.undo()
    assert session.corrected == TEXT
    assert not session.document.lessons


def test_a_typed_fix_ticks_its_row_and_is_what_is_replaced(qtbot: QtBot, session: Session) -> None:
    dialog = opened(qtbot, session)
    dialog.model.tick_all(ticked=False)
    dialog.table.selectRow(0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_F2)
    editor = dialog.table.viewport().findChild(QLineEdit)
    editor.clear()
    qtbot.keyClicks(editor, "learning <machine>")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [r.ticked for r in dialog.model.rows] == [True, False, False])
    assert "<b>Learning &lt;machine&gt;</b>" in dialog.places.item(2).data(Role.UserRole + 1)
    dialog.accept()
    assert session.corrected.count("learning <machine>") == 2
    assert "Learning <machine> is here" in session.corrected
    assert "7 days" in session.corrected


def test_one_place_can_be_left_out(qtbot: QtBot, session: Session) -> None:
    dialog = opened(qtbot, session)
    dialog.table.selectRow(0)
    dialog.places.item(1).setCheckState(Check.Unchecked)
    assert dialog.model.index(0, COUNT).data() == "2 of 3"
    assert dialog.replace.text() == "&Replace 4 in 3 phrases"
    dialog.accept()
    assert "The counterfeit consciousness worked." in session.corrected
    assert "built an artificial intelligence" in session.corrected


def test_leaving_out_all_places_takes_the_tick_away(qtbot: QtBot, session: Session) -> None:
    dialog = opened(qtbot, session)
    dialog.table.selectRow(1)
    dialog.places.item(0).setCheckState(Check.Unchecked)
    assert ticks(dialog)["7 days"] is False
    dialog.model.setData(dialog.model.index(1, PHRASE), Check.Checked.value, Role.CheckStateRole)
    assert dialog.places.item(0).checkState() == Check.Checked
    dialog.close()


def test_the_threshold_leaves_alone_what_was_set_by_hand(qtbot: QtBot, session: Session) -> None:
    dialog = opened(qtbot, session)
    dialog.model.setData(dialog.model.index(2, PHRASE), Check.Unchecked.value, Role.CheckStateRole)
    dialog.ticks.threshold.setValue(99)
    assert ticks(dialog) == {AI: False, "7 days": True, "Husband or wife forces": False}
    dialog.ticks.threshold.setValue(60)
    assert ticks(dialog) == {AI: True, "7 days": True, "Husband or wife forces": False}
    dialog.close()


def test_decided_places_are_not_touched(qtbot: QtBot, session: Session) -> None:
    first = session.suspects[0].span
    session.decide(Decision(first, "my own words", "edited"))
    settle(qtbot, session)
    dialog = opened(qtbot, session)
    late = session.suspects[0]
    session.decide(Decision(late.span, "a fortnight", "edited"))
    dialog.accept()
    assert "my own words" in session.corrected
    assert "a fortnight" in session.corrected
    assert "The artificial intelligence worked" in session.corrected


def test_the_filter_of_the_review_holds_here_too(qtbot: QtBot, session: Session) -> None:
    review = NotingReview(session)
    review.filter = lambda suspect: suspect.phrase == "7 days"
    dialog = BatchDialog(session, review)
    qtbot.addWidget(dialog)
    assert list(ticks(dialog)) == ["7 days"]


def test_without_suspects_it_says_so(qtbot: QtBot, session: Session) -> None:
    session.keep(session.suspects)
    dialog = opened(qtbot, session)
    assert dialog.told.text() == "Nothing is left to replace."
    assert not dialog.replace.isEnabled()
    dialog.close()


def test_rows_are_spoken_in_full(qtbot: QtBot, session: Session) -> None:
    dialog = opened(qtbot, session)
    spoken = dialog.model.index(0, PHRASE).data(Role.AccessibleTextRole)
    assert spoken == f"{AI}, fix: artificial intelligence, 3 places, right at 97 %"
    dialog.close()


def test_a_fix_is_chosen_among_the_suggestions(qtbot: QtBot, session: Session) -> None:
    dialog = opened(qtbot, session)
    dialog.table.selectRow(0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_F2)
    field = dialog.table.viewport().findChild(QComboBox)
    offered = [field.itemText(k) for k in range(field.count())]
    assert offered[:3] == ["artificial intelligence", "AI", "machine mind"]
    assert field.currentText() == "artificial intelligence"
    field.setCurrentIndex(2)
    field.activated.emit(2)
    assert dialog.model.index(0, FIX).data() == "machine mind"
    assert dialog.model.index(0, ORIGIN).data() == "science"
    dialog.accept()
    assert "built a machine mind for" in session.corrected
    assert "\n\nMachine mind is here" in session.corrected


def test_the_list_drops_down_where_the_mouse_asks(qtbot: QtBot, session: Session) -> None:
    dialog = opened(qtbot, session)
    at = dialog.table.visualRect(dialog.model.index(0, FIX)).center()
    left, viewport = Qt.MouseButton.LeftButton, dialog.table.viewport()
    qtbot.mouseClick(viewport, left, pos=at)
    qtbot.mouseDClick(viewport, left, pos=at)
    field = viewport.findChild(QComboBox)
    qtbot.waitUntil(lambda: field.view().isVisible())
    field.hidePopup()
    dialog.close()


def test_what_comes_while_it_is_open_is_taken_in(qtbot: QtBot, session: Session) -> None:
    whole = session.opinions
    session.opinions = Findings(session.source, passages=whole.passages)
    dialog = opened(qtbot, session)
    assert dialog.model.rows == []
    parts = {k: whole.marks(session.document, p.span) for k, p in enumerate(whole.passages)}
    for number, marks in parts.items():
        found = {number: tuple(mark.suspect for mark in marks)}
        arrive(session, found, last=number == len(parts) - 1)
        if number == 0:
            assert "still being read" in dialog.coming.text()
            assert not dialog.coming.isHidden()
            dialog.model.setData(dialog.model.index(1, FIX), "fortnight")
            dialog.table.selectRow(1)
    assert list(ticks(dialog)) == [AI, "7 days", "Husband or wife forces"]
    assert dialog.model.index(1, FIX).data() == "fortnight"
    assert dialog.table.currentIndex().row() == 1
    assert dialog.coming.isHidden()
    dialog.close()


def test_phrases_have_more_room_than_places(qtbot: QtBot, session: Session) -> None:
    dialog = opened(qtbot, session)
    qtbot.waitExposed(dialog)
    assert dialog.table.height() > 1.5 * dialog.places.height()
    dialog.close()


def arrive(session: Session, found: dict[int, tuple[Suspect, ...]], *, last: bool) -> None:
    """As if the worker had read these passages."""
    session.reading._running = True
    told = Found(session.document, session.knowledge, found, 1.0 if last else 0.4, last=last)
    session.reading.found.emit(told)

"""The form of a pair."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.ui.glossary.editor.pair_form import PairAnswer, PairDialog, PairForm

FULL = Entry(
    "7 days",
    ("week", "seven days"),
    note="spinner",
    tags=("news", "time"),
    case="exact",
    added="2026-01-01",
    unless=("a 7 day",),
    only_with=("match", "game"),
    line=7,
)


WISH = Entry("confronted", ("faced",), only_with=("rocket hearth",), prefer=True)


@pytest.fixture
def form(qtbot: QtBot) -> PairForm:
    form = PairForm(["mine", "team"])
    qtbot.addWidget(form)
    return form


@pytest.mark.parametrize("entry", [FULL, Entry("big data", keep=True), Entry("a", ("b",)), WISH])
def test_an_entry_comes_back_as_it_was(form: PairForm, entry: Entry) -> None:
    form.set_entry(entry)
    assert form.entry() == entry


def test_typed_fields_become_an_entry(form: PairForm, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.spun, "  calendar   year ago ")
    for line in ("last year", "", "a year ago", "last year"):
        qtbot.keyClicks(form.fixes, line)
        qtbot.keyClick(form.fixes, Qt.Key.Key_Return)
    qtbot.keyClicks(form.tags, "news,,  time ")
    assert form.entry() == Entry(
        "calendar year ago", ("last year", "a year ago"), tags=("news", "time")
    )


@pytest.mark.parametrize(
    ("entry", "part"),
    [
        (Entry("", ("b",)), "at least one word"),
        (Entry("...", ()), "at least one"),
        (Entry("a"), "at least one fix"),
        (Entry("a", ("a",)), "its own fix"),
        (Entry("a", ("b",)), ""),
        (Entry("a", keep=True), ""),
    ],
)
def test_what_cannot_be_taken_is_told(form: PairForm, entry: Entry, part: str) -> None:
    form.set_entry(entry)
    assert part in form.problem()
    assert bool(form.problem()) == bool(part)


def test_duplicate_and_endless_pairs_are_warned_of(form: PairForm) -> None:
    known = Glossary("mine", [Entry("7 Days", ("week",))])
    form.set_entry(Entry("7 days", ("x",)), known)
    assert form.hint.text() == "Already in the glossary: week"
    form.set_entry(Entry("days", ("seven days",)), known)
    assert form.hint.text() == "“seven days” would be flagged again."


def test_one_target_is_not_asked_for(qtbot: QtBot) -> None:
    form = PairForm(["mine"])
    qtbot.addWidget(form)
    form.show()
    assert not form.target.isVisible()


def test_never_flag_needs_no_fix(form: PairForm, qtbot: QtBot) -> None:
    form.set_entry(FULL)
    form.keep.click()
    assert not form.fixes.isEnabled()
    assert form.entry().keep
    assert form.entry().fixes == ()


def test_an_ordinary_word_may_only_prefer_its_fixes(form: PairForm) -> None:
    form.set_entry(WISH)
    assert form.prefer.isChecked()
    form.prefer.click()
    assert form.entry() == WISH._replace(prefer=False)
    form.prefer.click()
    form.keep.click()
    assert not form.prefer.isEnabled()
    assert form.entry() == WISH._replace(fixes=(), prefer=False, keep=True)


def test_dialog_gives_the_pair_by_keyboard(qtbot: QtBot) -> None:
    form = PairForm(["mine", "team"])
    form.set_entry(Entry("7 days"))
    dialog = PairDialog("Add", form)
    qtbot.addWidget(dialog)
    answers: list[PairAnswer] = []
    dialog.answered.connect(answers.append)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert answers == []
    qtbot.keyClicks(form.fixes, "week")
    qtbot.keyClick(form.fixes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [PairAnswer(Entry("7 days", ("week",)), "mine")]
    assert not dialog.isVisible()


def test_every_field_has_a_name(form: PairForm) -> None:
    fields = (form.spun, form.fixes, form.note, form.tags, form.only_with, form.unless)
    assert all(field.accessibleName() for field in fields)


def test_what_the_user_does_not_touch_stays_to_the_letter(form: PairForm) -> None:
    entry = Entry("7  days", ("week",), tags=("a, b",), only_with=("x; y", "z"), note=" kept ")
    form.set_entry(entry)
    assert form.entry() == entry
    form.note.setText("new")
    assert form.entry() == entry._replace(note="new")

"""The editor offers to look through ordinary words that are flagged in every text."""

from collections.abc import Iterator

import pytest
from owners import Owner
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.glossary.editor.glossary_editor import GlossaryEditor

LIKELY = Entry("likely", ("possible",))
MINE = (
    LIKELY,
    Entry("zorblat", ("war",)),
    Entry("rocket hearth", ("rocket fire",)),
    Entry("exceptional", ("exclusive",), only_with=("rocket hearth",)),
    Entry("companions", ("partners",), prefer=True),
    Entry("sound", keep=True),
    Entry("assaults", ("attacks",), enabled=False),
)


@pytest.fixture
def owner() -> Owner:
    owner = Owner(MINE)
    owner.words = frozenset(("likely", "rocket", "exceptional", "companions", "sound", "assaults"))
    return owner


@pytest.fixture
def editor(qtbot: QtBot, owner: Owner) -> Iterator[GlossaryEditor]:
    tasks = Tasks()
    editor = GlossaryEditor(owner, tasks)
    qtbot.addWidget(editor)
    editor.show()
    qtbot.waitUntil(editor.ordinary.isVisible)
    yield editor
    tasks.close()


def press(editor: GlossaryEditor, text: str) -> None:
    buttons = editor.ordinary.findChildren(QPushButton)
    next(one for one in buttons if one.text().replace("&", "") == text).click()


def test_only_single_ordinary_words_without_conditions_are_meant(editor: GlossaryEditor) -> None:
    assert editor.ordinary.label.text().startswith("1 ordinary word")
    press(editor, "Show Them")
    assert [editor.model.row(n).entry for n in range(editor.model.rowCount())] == [LIKELY]


def test_they_become_preferences_as_one_act(
    qtbot: QtBot, editor: GlossaryEditor, owner: Owner
) -> None:
    press(editor, "Only Prefer Their Fixes")
    assert owner.history[-1].entries_of("likely")[0].prefer
    assert owner.labels == ["only prefer the fixes of “likely”"]
    qtbot.waitUntil(lambda: not editor.ordinary.isVisible())


def test_left_once_they_are_not_offered_again(
    qtbot: QtBot, editor: GlossaryEditor, owner: Owner
) -> None:
    press(editor, "Keep Them")
    assert owner.history[-1].entries == MINE
    editor.reload()
    qtbot.waitUntil(lambda: not editor.ordinary.isVisible())
    assert not owner.reviews_ordinary()

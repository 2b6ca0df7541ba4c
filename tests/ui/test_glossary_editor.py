"""The glossary editor, by keys and clicks."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from unspin_gui.application.entry_table import ON, Layer
from unspin_gui.core.glossary.changes import EntryChange, with_changes
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.store.glossary.usage import Count, Usage
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.glossary.editor.glossary_editor import GlossaryEditor
from unspin_gui.ui.glossary.editor.layer_list import LayerOrder
from unspin_gui.ui.glossary.editor.pair_form import PairDialog

ENTRIES = (Entry("7 days", ("week",)), Entry("alpha", ("beta",)), Entry("beta", ("gamma",)))
TEAM = Glossary("team", [Entry("Section of Defense", ("Department of Defense",))])
NEWS = Glossary("news", [Entry("calendar year ago", ("last year",))])


class Owner(QObject):
    """Stands for session and library: layers and a history of own glossaries."""

    glossaries_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.history = [Glossary("mine", ENTRIES, mine=True)]
        self.labels: list[str] = []
        self.others = [Layer("team", TEAM), Layer("news", NEWS)]

    def layers(self) -> Sequence[Layer]:
        return (*self.others, Layer("mine", self.history[-1], writable=True))

    def uses(self) -> Mapping[str, int]:
        return {"7 days": 2}

    def read_usage(self, done: Callable[[Usage], object]) -> None:
        done(Usage({"alpha": Count(2, 0, "2026-01-05")}))

    def edit_glossary(self, changes: Sequence[EntryChange], label: str) -> None:
        self.history.append(with_changes(self.history[-1], changes))
        self.labels.append(label)
        self.glossaries_changed.emit()

    def order_layers(self, order: LayerOrder) -> None:
        named = {layer.name: layer.glossary for layer in self.others}
        self.others = [Layer(n, named[n], enabled=n not in order.off) for n in order.names]
        self.glossaries_changed.emit()

    def reviews_ordinary(self) -> bool:
        return True

    def vocabulary(self) -> frozenset[str]:
        return frozenset()

    def leave_ordinary(self) -> None:
        """Not needed here."""

    def undo_actions(self) -> list[QAction]:
        undo = QAction("Undo", self, shortcut=QKeySequence("Ctrl+Z"))
        undo.triggered.connect(self._undo)
        return [undo]

    def _undo(self) -> None:
        self.history.pop()
        self.glossaries_changed.emit()


@pytest.fixture
def owner() -> Owner:
    return Owner()


@pytest.fixture
def editor(qtbot: QtBot, owner: Owner) -> Iterator[GlossaryEditor]:
    tasks = Tasks()
    editor = GlossaryEditor(owner, tasks)
    qtbot.addWidget(editor)
    editor.show()
    qtbot.waitUntil(editor.isActiveWindow)
    yield editor
    tasks.close()


def shown(editor: GlossaryEditor) -> list[str]:
    model = editor.model
    return [model.row(k).entry.phrase for k in range(model.rowCount())]


def press(editor: GlossaryEditor, qtbot: QtBot, name: str) -> None:
    qtbot.mouseClick(editor.findChild(QPushButton, f"glossary{name}"), Qt.MouseButton.LeftButton)


def fill(editor: GlossaryEditor, qtbot: QtBot, spun: str, fix: str) -> None:
    dialog = editor.findChild(PairDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    if spun:
        qtbot.keyClicks(dialog.form.spun, spun)
    dialog.form.fixes.clear()
    qtbot.keyClicks(dialog.form.fixes, fix)
    qtbot.keyClick(dialog.form.fixes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: editor.findChild(PairDialog) is None)


def test_add(editor: GlossaryEditor, owner: Owner, qtbot: QtBot) -> None:
    press(editor, qtbot, "Add")
    fill(editor, qtbot, "golf", "delta")
    assert owner.history[-1].entries[-1] == Entry("golf", ("delta",))
    assert [row.entry.phrase for row in editor.table.rows()] == ["golf"]
    assert owner.labels == ["add “golf”"]


def test_edit_by_return_key(editor: GlossaryEditor, owner: Owner, qtbot: QtBot) -> None:
    editor.table.selectRow(0)
    qtbot.keyClick(editor.table, Qt.Key.Key_Return)
    fill(editor, qtbot, "", "a week")
    assert owner.history[-1].entries[0] == Entry("7 days", ("a week",))
    assert shown(editor)[0] == "7 days"


def test_edit_of_a_read_only_entry_makes_an_own_one(
    editor: GlossaryEditor, owner: Owner, qtbot: QtBot
) -> None:
    editor.table.select_phrase("Section of Defense")
    assert not editor.findChild(QPushButton, "glossaryDelete").isEnabled()
    press(editor, qtbot, "Edit")
    fill(editor, qtbot, "", "Pentagon")
    assert owner.history[-1].entries[-1] == Entry("Section of Defense", ("Pentagon",))
    assert len(TEAM) == 1


def test_duplicate_needs_another_phrase_or_fix(
    editor: GlossaryEditor, owner: Owner, qtbot: QtBot
) -> None:
    editor.table.selectRow(0)
    press(editor, qtbot, "Duplicate")
    fill(editor, qtbot, " ago", "last week")
    assert owner.history[-1].entries[-1] == Entry("7 days ago", ("last week",))


def test_delete_several_and_undo(editor: GlossaryEditor, owner: Owner, qtbot: QtBot) -> None:
    editor.table.select(ENTRIES[:2])
    qtbot.keyClick(editor.table, Qt.Key.Key_Delete)
    assert owner.history[-1].entries == ENTRIES[2:]
    assert owner.labels == ["delete 2 pairs"]
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown(editor)[:3] == ["7 days", "alpha", "beta"]


def test_switch_off_and_on_keeps_the_selection(
    editor: GlossaryEditor, owner: Owner, qtbot: QtBot
) -> None:
    editor.table.selectRow(0)
    press(editor, qtbot, "Switch")
    assert not owner.history[-1].entries[0].enabled
    assert editor.findChild(QPushButton, "glossarySwitch").text() == "S&witch On"
    press(editor, qtbot, "Switch")
    assert owner.history[-1].entries[0].enabled


def test_click_on_a_tick_switches(editor: GlossaryEditor, owner: Owner, qtbot: QtBot) -> None:
    place = editor.table.visualRect(editor.model.index(0, ON)).topLeft() + QPoint(10, 13)
    qtbot.mouseClick(editor.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: not owner.history[-1].entries[0].enabled)


def test_clashes_are_found_and_told(editor: GlossaryEditor, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: editor.model.index(1, 0).data() == "⚠ alpha")
    editor.table.selectRow(1)
    assert editor.details.text() == "“beta” contains the spun phrase “beta”."
    editor.bar.kind.setCurrentIndex(1)
    assert shown(editor) == ["alpha"]


def test_phrases_with_several_entries_are_told_with_their_lines(
    editor: GlossaryEditor, owner: Owner, qtbot: QtBot
) -> None:
    banner = editor.repeated
    qtbot.waitUntil(lambda: editor.model.index(1, 0).data() == "⚠ alpha")
    assert not banner.isVisible()
    saved = [Entry("7 days", ("a week",), line=3), Entry("7 Days", ("seven days",), line=9)]
    owner.edit_glossary([EntryChange(None, entry) for entry in saved], "import")
    qtbot.waitUntil(banner.isVisible)
    assert banner.label.text() == (
        "1 phrase has several entries in your glossary: “7 days” (lines 3, 9)"
    )
    qtbot.mouseClick(banner.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sorted(shown(editor)) == ["7 Days", "7 days", "7 days", "alpha"])
    owner.edit_glossary([EntryChange(entry, None) for entry in saved], "tidy")
    qtbot.waitUntil(lambda: not banner.isVisible())


def test_of_many_phrases_with_several_entries_the_first_are_named(
    editor: GlossaryEditor, owner: Owner, qtbot: QtBot
) -> None:
    pairs = [Entry(f"phrase {n}", (fix,)) for n in range(5) for fix in ("one", "two")]
    owner.edit_glossary([EntryChange(None, entry) for entry in pairs], "import")
    qtbot.waitUntil(editor.repeated.isVisible)
    assert editor.repeated.label.text() == (
        "5 phrases have several entries in your glossary: “phrase 0”; “phrase 1”; “phrase 2”; …"
    )


def test_what_was_never_used_is_shown_and_told(
    editor: GlossaryEditor, owner: Owner, qtbot: QtBot
) -> None:
    editor.bar.kind.setCurrentIndex(editor.bar.kind.findData("unused"))
    qtbot.waitUntil(lambda: editor.model.rowCount() > 0)
    found = [editor.model.row(k).entry for k in range(editor.model.rowCount())]
    assert found == [ENTRIES[2]]  # "7 days" is in the text, "alpha" was accepted twice
    editor.table.selectRow(0)
    assert editor.details.text().endswith("Not used so far.")


def test_filter(editor: GlossaryEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor.filter, "week")
    assert shown(editor) == ["7 days"]
    assert editor.details.text() == "1 entry shown."


def test_show_phrase_opens_its_form(editor: GlossaryEditor) -> None:
    editor.show_phrase("Alpha")
    assert editor.findChild(PairDialog).form.spun.text() == "alpha"


def test_glossaries_are_switched_and_ordered(
    editor: GlossaryEditor, owner: Owner, qtbot: QtBot
) -> None:
    names = [editor.layers.list.item(k).text() for k in range(3)]
    assert names == ["mine (3)", "news (1)", "team (1)"]
    editor.layers.list.setCurrentRow(2)
    qtbot.mouseClick(editor.layers.up, Qt.MouseButton.LeftButton)
    assert [layer.name for layer in owner.others] == ["news", "team"]
    editor.layers.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: not owner.others[1].enabled)


def test_own_glossary_stays_on_top(editor: GlossaryEditor) -> None:
    editor.layers.list.setCurrentRow(0)
    assert not editor.layers.up.isEnabled()
    assert not editor.layers.down.isEnabled()
    editor.layers.list.setCurrentRow(1)
    assert not editor.layers.up.isEnabled()
    assert editor.layers.down.isEnabled()


def test_it_follows_what_is_learnt_elsewhere(editor: GlossaryEditor, owner: Owner) -> None:
    owner.edit_glossary([EntryChange(None, Entry("new", ("old",)))], "")
    assert "new" in shown(editor)


def test_an_empty_table_says_why(editor: GlossaryEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor.filter, "zzzz")
    told = editor.table.viewport().grab().toImage()
    assert "“zzzz”" in editor.table.why_empty
    middle = {told.pixel(x, told.height() // 2) for x in range(told.width())}
    assert len(middle) > 3
    editor.filter.clear()
    editor.bar.kind.setCurrentIndex(editor.bar.kind.findData("off"))
    assert editor.table.why_empty == "No entry is switched off."


def test_a_search_for_clashes_ends_with_the_editor(editor: GlossaryEditor, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: editor.model.index(1, 0).data() == "⚠ alpha")
    editor.reload()
    editor.hide()
    qtbot.waitUntil(lambda: not editor._tasks._jobs)  # what was begun is answered
    assert editor.model.index(1, 0).data() == "alpha"
    editor.show()
    qtbot.waitUntil(lambda: editor.model.index(1, 0).data() == "⚠ alpha")

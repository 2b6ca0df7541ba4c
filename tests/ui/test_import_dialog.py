"""Importing pairs, by mouse and keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes import FakePrompts
from owners import Owner
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from unspin_gui.application.import_plan import ImportPlan, changes_of, count_of, turned, united
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.store.exchange import Clash
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.glossary.editor.entry_acts import own_glossary
from unspin_gui.ui.glossary.exchange.import_dialog import ImportDialog
from unspin_gui.ui.widgets.rows_table import RowsTable

TABLE = """\
spun;fix;remark
calendar year ago;last year;from the desk
7 days;seven days;
counterfeit consciousness;artificial intelligence;
;nothing;
same;same;
"""


@pytest.fixture
def owner() -> Owner:
    return Owner()


@pytest.fixture
def dialog(qtbot: QtBot, owner: Owner) -> Iterator[ImportDialog]:
    tasks = Tasks()
    dialog = ImportDialog(owner, tasks, FakePrompts())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    yield dialog
    tasks.close()


def load(qtbot: QtBot, dialog: ImportDialog, path: Path) -> ImportPlan:
    dialog.load(path)
    qtbot.waitUntil(lambda: dialog.plan is not None and dialog.plan.path == path)
    assert dialog.plan is not None
    return dialog.plan


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "desk.csv"
    path.write_bytes(TABLE.encode("cp1252"))
    return path


def press(qtbot: QtBot, dialog: ImportDialog, name: str) -> None:
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_a_table_is_read_looked_through_and_taken_as_one_act(
    qtbot: QtBot, dialog: ImportDialog, owner: Owner, table: Path
) -> None:
    plan = load(qtbot, dialog, table)
    assert (plan.format, len(plan.new), len(plan.clashes), plan.known) == ("csv", 1, 1, 1)
    assert [one.reason for one in plan.skipped] == [
        "the phrase is missing", "phrase and fix are the same",
    ]  # fmt: skip
    summary = "New: 1. With fixes that differ from yours: 1. Already known: 1. Skipped: 2."
    assert dialog.summary.text().startswith(summary)
    assert "semicolons" in dialog.about.text()
    with qtbot.waitSignal(dialog.imported) as told:
        press(qtbot, dialog, "importTake")
    assert told.args == [2]
    assert owner.mine["calendar year ago"] == ("last year",)
    assert owner.mine["7 days"] == ("week", "seven days")
    assert owner.labels == ["import 2 pairs from desk.csv"]
    assert not dialog.isVisible()


def test_return_goes_on_to_import_once_a_file_is_chosen(
    qtbot: QtBot, dialog: ImportDialog, owner: Owner, table: Path
) -> None:
    dialog.choose.setFocus()
    load(qtbot, dialog, table)
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.take)
    dialog.fresh.setFocus()
    load(qtbot, dialog, table)
    assert dialog.focusWidget() is dialog.fresh


def test_ordinary_words_are_taken_only_on_purpose(
    qtbot: QtBot, dialog: ImportDialog, owner: Owner, tmp_path: Path
) -> None:
    """Learning does not flag them in every text either; conditions make them harmless."""
    owner.words = frozenset(("likely", "regulation", "safety"))
    owner.is_asked = False
    path = tmp_path / "wide.csv"
    path.write_text(
        "phrase,fix,only_with\nlikely,possible,\nrocket hearth,rocket fire,\n"
        "regulation,law,\nsafety,security,rocket hearth\n",
        encoding="utf-8",
    )
    plan = load(qtbot, dialog, path)
    assert [plan.new[n].phrase for n in sorted(plan.ordinary)] == ["likely", "regulation"]
    assert dialog.take.text() == "&Import 2 pairs"
    assert "Not ticked: 2. 2 new phrases are ordinary words" in dialog.summary.text()
    dialog.fresh.rows.tick([row for row in dialog.fresh.rows.rows if not row.ticked][:1], on=True)
    press(qtbot, dialog, "importTake")
    assert {"likely", "rocket hearth", "safety"} <= set(owner.mine)
    assert "regulation" not in owner.mine


@pytest.mark.parametrize(
    ("choice", "fixes", "count"), [("mine", ("week",), 1), ("theirs", ("seven days",), 2)]
)
def test_a_clash_is_settled_by_the_user(
    qtbot: QtBot, dialog: ImportDialog, table: Path, choice: str, fixes: object, count: int
) -> None:
    load(qtbot, dialog, table)
    dialog.tabs.setCurrentIndex(1)
    press(qtbot, dialog, f"importKeep_{choice}")
    assert count_of(dialog.plan or ImportPlan(table, ""), dialog.choices) == count
    press(qtbot, dialog, "importTake")
    assert own_glossary(dialog._owner).fixes_of("7 days") == fixes


def test_columns_are_named_by_the_user_with_the_keyboard(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "turned.tsv"
    path.write_text("last year\tcalendar year ago\nweek\tsept days\n", encoding="utf-8")
    assert load(qtbot, dialog, path).new[0].phrase == "last year"
    choices = [box for box in dialog.preview.findChildren(QComboBox) if box.isVisible()]
    assert [box.currentData() for box in choices] == ["spun", "fix"]
    assert choices[0].accessibleName() == "Content of Column 1"
    choices[0].setFocus()
    qtbot.keyClicks(choices[0], "F")
    qtbot.waitUntil(lambda: dialog.preview.columns == {"fix": 0})
    qtbot.keyClicks(choices[1], "Spun")
    wanted = Entry("calendar year ago", ("last year",))
    qtbot.waitUntil(lambda: dialog.plan is not None and wanted in dialog.plan.new)


TERMS = """<tbx style="dct" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
{}</body></text></tbx>"""
TERM = """<conceptEntry><langSec xml:lang="en"><termSec><term>right {0}</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>wrong {0}</term></termSec></langSec></conceptEntry>"""


def test_the_direction_and_ten_pairs_are_shown_and_can_be_turned(
    qtbot: QtBot, dialog: ImportDialog, owner: Owner, tmp_path: Path
) -> None:
    path = tmp_path / "terms.tbx"
    path.write_text(TERMS.format("".join(TERM.format(n) for n in range(12))), encoding="utf-8")
    load(qtbot, dialog, path)
    shown = dialog.first.rows
    assert dialog.first.isVisible()
    assert not dialog.preview.isVisible()
    assert dialog.direction.told.text() == "“right 0” is spun and becomes “wrong 0”"
    assert [row.cells for row in shown.rows] == [[f"right {n}", f"wrong {n}"] for n in range(10)]
    assert "wrong 0" not in owner.mine
    for first in ("wrong", "right", "wrong"):
        press(qtbot, dialog, "importSwap")
        told = f"“{first} 0” is spun"
        qtbot.waitUntil(lambda told=told: dialog.direction.told.text().startswith(told))
        assert shown.rows[9].cells[0] == f"{first} 9"
    press(qtbot, dialog, "importTake")
    assert owner.mine["wrong 11"] == ("right 11",)


def test_the_columns_of_a_table_are_turned(
    qtbot: QtBot, dialog: ImportDialog, owner: Owner, tmp_path: Path
) -> None:
    path = tmp_path / "house.csv"
    path.write_text("spun,fix,note\ngood,bad,n\n", encoding="utf-8")
    load(qtbot, dialog, path)
    assert dialog.direction.told.text() == "“good” is spun and becomes “bad”"
    assert not dialog.first.isVisible()
    qtbot.keyClick(dialog.direction.swap, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.preview.columns == {"fix": 0, "spun": 1, "note": 2})
    assert dialog.direction.told.text() == "“bad” is spun and becomes “good”"
    press(qtbot, dialog, "importTake")
    assert owner.mine["bad"] == ("good",)


def test_a_next_file_is_read_in_its_own_direction(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path, table: Path
) -> None:
    path = tmp_path / "terms.tbx"
    path.write_text(TERMS.format(TERM.format(0)), encoding="utf-8")
    load(qtbot, dialog, path)
    press(qtbot, dialog, "importSwap")
    qtbot.waitUntil(lambda: dialog.direction.told.text().startswith("“wrong 0”"))
    load(qtbot, dialog, table)
    load(qtbot, dialog, path)
    assert dialog.direction.told.text().startswith("“right 0”")
    dialog.begin()
    assert dialog.direction.told.text() == ""
    assert not dialog.direction.swap.isEnabled()


def test_a_file_that_cannot_be_read_is_told_and_the_next_one_is_read(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path, table: Path
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("- spun: [\n", encoding="utf-8")
    dialog.load(broken)
    qtbot.waitUntil(lambda: bool(dialog.messages.texts))
    assert dialog.messages.texts[0].startswith(f"{broken}:")
    assert not dialog.take.isEnabled()
    load(qtbot, dialog, table)
    assert dialog.messages.texts == ()
    assert dialog.take.isEnabled()


def test_the_file_is_asked_for_and_markup_in_it_is_shown_as_it_is(
    qtbot: QtBot, owner: Owner, tmp_path: Path
) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("spun,fix\n<b>AT&T</b>,R&D\n", encoding="utf-8")
    tasks, prompts = Tasks(), FakePrompts(open_path=path)
    dialog = ImportDialog(owner, tasks, prompts)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.choose, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.plan is not None)
    table = dialog.findChild(RowsTable, "importNew")
    assert table.model().index(0, 0).data() == "<b>AT&T</b>"
    assert table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Fixes: R&D")
    tasks.close()


def test_two_clashes_of_one_entry_follow_one_another() -> None:
    mine = Entry("7 days", ("week",))
    theirs = Entry("7 days", ("seven days",)), Entry("7 days", (), keep=True)
    plan = ImportPlan(Path(), "csv", clashes=tuple(Clash(mine, one) for one in theirs))
    first, second = changes_of(plan, ["both", "theirs"])
    assert first.new == Entry("7 days", ("week", "seven days"))
    assert (second.old, second.new) == (first.new, Entry("7 days", (), keep=True))


def test_entries_of_one_phrase_become_one() -> None:
    some = [Entry("7 Days", ("week",)), Entry("7 days", ("seven days", "week")), Entry("a", ("b",))]
    assert united(some) == (Entry("7 Days", ("week", "seven days")), Entry("a", ("b",)))
    assert Glossary("", united(some)).fixes_of("7 days") == ("week", "seven days")


def test_turning_makes_a_phrase_of_each_fix() -> None:
    keep = Entry("k", keep=True)
    some = [Entry("a", ("b", "c"), note="n"), keep]
    assert turned(some) == (Entry("b", ("a",), note="n"), Entry("c", ("a",), note="n"), keep)
    assert turned(turned(some)) == (
        Entry("a", ("b",), note="n"),
        Entry("a", ("c",), note="n"),
        keep,
    )


def test_a_pair_without_its_tick_is_left_out(
    dialog: ImportDialog, owner: Owner, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("spun,fix\nalpha,beta\ngamma,delta\n")
    dialog.load(path)
    qtbot.waitUntil(lambda: dialog.take.text() == "&Import 2 pairs")
    dialog.fresh.setFocus()
    dialog.fresh.selectRow(0)
    qtbot.keyClick(dialog.fresh, Qt.Key.Key_Space)
    assert dialog.take.text() == "&Import 1 pair"
    assert "Not ticked: 1" in dialog.summary.text()
    dialog.accept()
    assert "gamma" in owner.mine
    assert "alpha" not in owner.mine

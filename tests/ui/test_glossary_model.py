"""The table of entries."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from unspin_gui.application.entry_table import (
    HERE,
    ON,
    SPUN,
    EntryFindings,
    EntryQuery,
    EntryRows,
    Layer,
    arranged,
)
from unspin_gui.application.glossary_conflicts import EntryConflict
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.ui.glossary.editor.entries_model import GlossaryModel

MINE = Glossary(
    "mine",
    [
        Entry("7 days", ("week", "seven days"), note="seen", tags=("time",)),
        Entry("alpha", ("beta",), enabled=False),
        Entry("big data", keep=True),
    ],
    mine=True,
)
TEAM = Glossary("team", [Entry("Section of Defense", ("Department of Defense",), case="exact")])
LAYERS = (Layer("team", TEAM), Layer("mine", MINE, writable=True))


@pytest.fixture
def model() -> GlossaryModel:
    model = GlossaryModel()
    model.set_layers(LAYERS, {"7 days": 3})
    return model


def column(model: GlossaryModel, number: int = SPUN) -> list[str]:
    return [model.index(k, number).data() for k in range(model.rowCount())]


def test_own_entries_come_first(model: GlossaryModel) -> None:
    assert column(model) == ["7 days", "alpha", "big data", "Section of Defense"]


def test_a_row_in_cells(model: GlossaryModel) -> None:
    assert [model.index(0, k).data() for k in range(8)] == [
        *("7 days", "week, seven days", "", "seen", "time", "", "mine", "3")
    ]
    assert model.index(2, 1).data() == "never flagged"


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        ({"text": "WEEK"}, ["7 days"]),
        ({"text": "time"}, ["7 days"]),
        ({"layer": "team"}, ["Section of Defense"]),
        ({"show": "off"}, ["alpha"]),
        ({"show": "here"}, ["7 days"]),
        ({"text": "nothing"}, []),
        ({}, ["7 days", "alpha", "big data", "Section of Defense"]),
    ],
)
def test_filter(model: GlossaryModel, wanted: dict[str, str], rows: list[str]) -> None:
    model.show_only(**wanted)  # type: ignore[arg-type]
    assert column(model) == rows


def test_sorting(model: GlossaryModel) -> None:
    model.sort(SPUN, Qt.SortOrder.DescendingOrder)
    assert column(model)[0] == "Section of Defense"
    model.sort(HERE, Qt.SortOrder.DescendingOrder)
    assert column(model)[0] == "7 days"
    model.sort(-1)
    assert column(model)[1] == "alpha"


def test_clashes_are_marked_told_and_filtered(model: GlossaryModel) -> None:
    model.set_clashes({0: (EntryConflict("chain", "week", "wek"),)})
    assert column(model)[0] == "⚠ 7 days"
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "“week” contains the spun phrase “wek”."
    model.show_only(show="clashes")
    assert len(column(model)) == 1


def test_rows_are_spoken_in_full(model: GlossaryModel) -> None:
    model.set_clashes({1: (EntryConflict("duplicate", other="gamma"),)})
    spoken = [model.index(k, 0).data(Qt.ItemDataRole.AccessibleTextRole) for k in range(2)]
    assert spoken == [
        "7 days, week, seven days, mine, 3 places here",
        "alpha, beta, mine, switched off, Occurs twice in the glossary; the other one has: gamma",
    ]


def test_only_own_entries_can_be_ticked(model: GlossaryModel, qtbot: QtBot) -> None:
    checkable = Qt.ItemFlag.ItemIsUserCheckable
    assert model.flags(model.index(0, ON)) & checkable
    assert not model.flags(model.index(3, ON)) & checkable
    with qtbot.waitSignal(model.switch_requested) as told:
        model.setData(model.index(1, ON), 2, Qt.ItemDataRole.CheckStateRole)
    assert told.args[0].entry.phrase == "alpha"
    assert told.args[1] is True


def test_many_rows_are_put_in_order_elsewhere_and_the_last_wish_counts() -> None:
    entries = [Entry(f"phrase {k} of many", (f"fix {k}",), note="n") for k in range(30_000)]
    started: list[Callable[[], None]] = []
    model = GlossaryModel(lambda arrange, take: started.append(lambda: take(arrange())))
    model.set_layers([Layer("mine", Glossary("mine", entries), writable=True)], {})
    started.pop()()
    assert model.rowCount() == 30_000
    model.show_only("phrase 88")
    model.show_only("phrase 899")
    done: list[int] = []
    model.when_ready(lambda: done.append(model.rowCount()))
    assert model.rowCount() == 30_000
    first, second = started
    second()
    first()
    assert done == [11]
    assert model.rowCount() == 11
    assert model.find([entries[8991]]) == [2]


@pytest.mark.parametrize("backwards", [False, True])
def test_rows_are_sorted_in_portions_as_at_once(*, backwards: bool) -> None:
    entries = [Entry(f"{k * 7919 % 10_007:05}", ("x",)) for k in range(10_007)]
    rows = EntryRows([Layer("mine", Glossary("mine", entries), writable=True)])
    shown = arranged(rows, EntryQuery(column=SPUN, backwards=backwards), EntryFindings()).shown
    phrases = [rows[k].entry.phrase for k in shown]
    assert phrases == sorted(phrases, reverse=backwards)

"""Statistics of the glossary: what is counted, how it is shown, and the chart."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from owners import Owner
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from unspin_gui.application.glossary_statistics import Facts, facts_of, points_of
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store.glossary.size_history import Size
from unspin_gui.store.glossary.usage import Count, Usage
from unspin_gui.ui.glossary.growth_chart import GrowthChart, steps_of
from unspin_gui.ui.glossary.statistics_dialog import StatisticsDialog

USAGE = Usage().plus(
    [
        ("7 days", Count(2, 0, "2026-03-02")),
        ("Counterfeit Consciousness", Count(5, 1, "2026-03-04")),
        ("section of defense", Count(0, 3, "2026-01-09")),
    ]
)
SIZES = (Size("2026-03-01", 1), Size("2026-03-05", 3))


class Counter:
    """Hands facts over at once."""

    def facts(self, done: Callable[[Facts], object]) -> None:
        done(facts_of(Owner().layers(), USAGE, SIZES, "2026-03-05"))


@pytest.fixture
def dialog(qtbot: QtBot) -> StatisticsDialog:
    dialog = StatisticsDialog(Counter())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.reload()
    return dialog


@pytest.fixture
def restored_locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


def shown(dialog: StatisticsDialog) -> list[str]:
    return [str(row.cells[0]) for row in dialog.table.rows.shown]


def test_the_most_useful_come_first_and_the_never_used_are_told(
    qtbot: QtBot, dialog: StatisticsDialog
) -> None:
    assert shown(dialog) == ["counterfeit consciousness", "7 days"]
    assert "Of 4 entries, 1 was never" in dialog.told.text()
    dialog.kind.setFocus()
    qtbot.keyClick(dialog.kind, Qt.Key.Key_Down)
    assert shown(dialog) == ["big data"]
    qtbot.keyClick(dialog.kind, Qt.Key.Key_Down)
    assert shown(dialog) == ["Section of Defense", "counterfeit consciousness"]
    qtbot.keyClick(dialog.mine, Qt.Key.Key_Space)
    assert shown(dialog) == ["counterfeit consciousness"]


def test_statistics_without_any_use_say_how_it_begins(qtbot: QtBot) -> None:
    class Beginner:
        def facts(self, done: Callable[[Facts], object]) -> None:
            done(facts_of(Owner().layers(), Usage(), (), "2026-03-05"))

    dialog = StatisticsDialog(Beginner())
    qtbot.addWidget(dialog)
    dialog.reload()
    assert dialog.table.accessibleDescription().startswith("Nothing has been counted yet.")
    assert "3 entries on" in dialog.chart.words


def test_a_click_on_a_header_sorts_by_the_figure(qtbot: QtBot, dialog: StatisticsDialog) -> None:
    dialog.kind.setCurrentIndex(3)
    dialog.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert shown(dialog)[:2] == ["counterfeit consciousness", "7 days"]
    spoken = dialog.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Accepted: 5, Rejected: 1" in spoken


@pytest.mark.parametrize(
    ("locale", "day"),
    [(QLocale.c(), "2026-03-04"), (QLocale("en_GB"), "04/03/2026"), (QLocale("de"), "04.03.26")],
)
def test_days_are_as_the_system_writes_them(
    dialog: StatisticsDialog, restored_locale: None, locale: QLocale, day: str
) -> None:
    QLocale.setDefault(locale)
    dialog.reload()
    assert dialog.table.model().index(0, 4).data() == day


def test_return_asks_for_the_entry(qtbot: QtBot, dialog: StatisticsDialog) -> None:
    dialog.table.setFocus()
    with qtbot.waitSignal(dialog.entry_wanted) as told:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert told.args == ["counterfeit consciousness"]


def test_days_before_the_first_note_come_from_the_entries() -> None:
    entries = [Entry("a", ("b",), added="2026-02-01"), Entry("c", ("d",), added="2026-02-03")]
    assert points_of((Size("2026-03-01", 7),), entries) == (
        (date(2026, 2, 1), 6), (date(2026, 2, 3), 7), (date(2026, 3, 1), 7),
    )  # fmt: skip
    assert points_of((Size("no day", 7),), [Entry("x", ("y",), added="once")]) == ()


@pytest.mark.parametrize("most", [0, 1, 3, 4, 5, 7, 39, 41, 99, 1234, 100_000])
def test_the_lines_reach_above_the_curve_and_are_few(most: int) -> None:
    steps = steps_of(most)
    assert steps[0] == 0
    assert 2 <= len(steps) <= 6
    assert steps[-1] >= most


def test_the_chart_is_drawn_in_the_palettes_colours_and_told_in_words(qtbot: QtBot) -> None:
    chart = GrowthChart()
    qtbot.addWidget(chart)
    palette = chart.palette()
    palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.red)
    chart.setPalette(palette)
    chart.resize(400, 160)
    assert "begins with the first saved pair" in chart.accessibleDescription()
    chart.show_points([(date(2026, 3, 1), 2), (date(2026, 3, 9), 40)])
    assert "From 2 entries" in chart.accessibleDescription()
    picture = chart.grab().toImage()
    row = [picture.pixelColor(x, y) for x in range(picture.width()) for y in (20, 40, 80)]
    assert any(colour.red() > 240 and colour.green() < 20 for colour in row)

"""Statistics: which pairs are useful, which are never used, and how the glossary grew."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.application.glossary_statistics import Facts, Kind, Used
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.base.dates import shown_day
from unspin_gui.ui.glossary.growth_chart import GrowthChart
from unspin_gui.ui.widgets.labels import PushButton, plain_label, resize_on_screen
from unspin_gui.ui.widgets.row_selection import select_row
from unspin_gui.ui.widgets.rows_model import Figure, RowsModel, TableRow
from unspin_gui.ui.widgets.rows_table import RowsTable


class Counter(Protocol):
    """Provides the statistics."""

    def facts(self, done: Callable[[Facts], object]) -> None:
        """Compute the statistics off the GUI thread and pass them on."""


class StatisticsDialog(QDialog):
    """Not modal.

    Signals: entry_wanted(str): show the entry of this phrase in the glossary editor.
    """

    entry_wanted = Signal(str)

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statisticsDialog")
        self.setWindowTitle(self.tr("Statistics of the glossary"))
        self._counter = counter
        self._facts: Facts | None = None
        self._asked: object = None
        self.chart = GrowthChart()
        self.told = plain_label("")
        self.told.setObjectName("statisticsTold")
        self.kind, self.mine = QComboBox(), QCheckBox(self.tr("Only &my glossary"))
        headers = (
            *(self.tr("Phrase"), self.tr("Fixes"), self.tr("Accepted"), self.tr("Rejected")),
            *(self.tr("Last used"), self.tr("Glossary")),
        )
        self.table = RowsTable(
            RowsModel(headers, self), "statisticsTable", self.tr("How the entries are used")
        )
        self._build()
        self._connect()
        resize_on_screen(self, 860, 640)

    def _build(self) -> None:
        self.kind.setObjectName("statisticsKind")
        self.kind.setAccessibleName(self.tr("Which entries"))
        kinds: tuple[tuple[Kind, str], ...] = (
            ("useful", self.tr("Most useful")),
            ("never", self.tr("Never used")),
            ("rejected", self.tr("Most often rejected")),
            ("all", self.tr("All entries")),
        )
        for kind, text in kinds:
            self.kind.addItem(text, kind)
        self.mine.setObjectName("statisticsMine")
        samples = ("a phrase of four or five words", "", "Accepted", "Rejected", "30.09.2026")
        self.table.set_widths((*samples, "my glossary"), stretched=(0, 1))
        self.table.set_sortable()
        top = QHBoxLayout()
        top.addWidget(self.kind)
        top.addWidget(self.mine)
        top.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.edit = PushButton(self.tr("&Show Entry"))
        self.edit.setObjectName("statisticsEdit")
        buttons.addButton(self.edit, role)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.chart)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._show)
        self.mine.toggled.connect(self._show)
        self.table.chosen.connect(self._on_row)
        self.table.entered.connect(self._on_edit)
        self.edit.clicked.connect(self._on_edit)
        self._on_row()

    @Slot()
    def reload(self) -> None:
        """Compute the statistics again."""
        asked = self._asked = object()
        self.told.setText(self.tr("Counting…"))
        self.table.say_when_empty(self.told.text())

        def done(facts: Facts) -> None:
            if asked is self._asked:
                self._facts = facts
                self.chart.show_points(facts.points)
                self._show()

        self._counter.facts(done)

    @Slot()
    def _show(self) -> None:
        if self._facts is None:
            return
        shown = self._facts.of(self.kind.currentData(), mine=self.mine.isChecked())
        self.table.rows.set_rows(map(self._row, shown))
        never = len(self._facts.of("never", mine=self.mine.isChecked()))
        total = len(self._facts.of("all", mine=self.mine.isChecked()))
        text = self.tr("{0} shown. Of {1} entries, %Ln were never accepted or rejected.", "", never)
        self.told.setText(text.format(number(len(shown)), number(total)))
        self.table.say_when_empty(self._why_empty(total=total, used=total - never))
        if shown:
            select_row(self.table, 0)

    def _why_empty(self, *, total: int, used: int) -> str:
        if not total:
            return self.tr("The glossary is empty. Fixes that you accept are added automatically.")
        if used:
            return self.tr("No entry of this kind.")
        return self.tr(
            "Nothing has been counted yet.\n\nAccept a suggestion, or ignore a mark "
            "that a glossary made: from then on you see here which entries help "
            "most, which are rejected and which are never used."
        )

    def _row(self, used: Used) -> TableRow:
        entry, count = used.entry, used.tally
        fixes = self.tr("(never flag)") if entry.keep else " | ".join(entry.fixes)
        day = QDate.fromString(count.last, "yyyy-MM-dd")
        figures = (
            Figure(number(count.accepted) if count.accepted else "", count.accepted),
            Figure(number(count.rejected) if count.rejected else "", count.rejected),
            Figure(shown_day(day), day.toJulianDay() if day.isValid() else 0),
        )
        return TableRow([entry.phrase, fixes, *figures, used.layer.name], used)

    @Slot()
    def _on_row(self) -> None:
        self.edit.setEnabled(self.table.current is not None)

    @Slot()
    def _on_edit(self) -> None:
        row = self.table.current
        if row is not None:
            self.entry_wanted.emit(row.thing.entry.phrase)

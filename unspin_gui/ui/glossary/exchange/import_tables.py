"""The tables of an import: new entries, conflicts, skipped lines."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from unspin_gui.application.import_plan import Choice, ImportPlan
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store.exchange import Clash, Skipped
from unspin_gui.ui.base.translating import tr
from unspin_gui.ui.base.wording import in_words
from unspin_gui.ui.widgets.labels import button, quiet
from unspin_gui.ui.widgets.rows_model import Figure, RowsModel, TableRow
from unspin_gui.ui.widgets.rows_table import RowsTable

_FIXES, _CHOICE = 1, 3


class EntryTable(RowsTable):
    """Entries with their fixes, notes and conditions; wanted ones are ticked."""

    def show_plan(self, plan: ImportPlan | None) -> None:
        """Show the new entries, ticked unless they would flag an ordinary word everywhere."""
        new, ordinary = (plan.new, plan.ordinary) if plan else ((), frozenset())
        self.rows.set_rows(
            TableRow(list(entry_cells(one)), one, ticked=number not in ordinary)
            for number, one in enumerate(new)
        )

    @property
    def chosen_entries(self) -> tuple[Entry, ...]:
        """The ticked entries."""
        return tuple(row.thing for row in self.rows.ticked)


class SkippedTable(RowsTable):
    """What did not become an entry, and why."""

    def show_skipped(self, skipped: Iterable[Skipped]) -> None:
        """Show these lines."""
        self.rows.set_rows(
            TableRow([Figure(str(one.line or ""), one.line), one.text, in_words(one.reason)], one)
            for one in skipped
        )


class FirstPairs(RowsTable):
    """The first pairs of a file that is not a table, to show which side is the phrase."""

    def show_pairs(self, entries: Iterable[Entry]) -> None:
        """Show these pairs."""
        self.rows.set_rows(TableRow([one.phrase, fixes_text(one)], one) for one in entries)


def first_pairs() -> FirstPairs:
    """An empty table for the first pairs."""
    table = FirstPairs(RowsModel(()), "importFirst", "")
    table.setAccessibleName(tr("The file's first pairs"))
    _head(table, (tr("Spun phrase"), tr("Becomes")), ("a phrase of four words", ""))
    return table


def new_table() -> EntryTable:
    """An empty table for entries."""
    model = RowsModel((), ticks=True)
    table = EntryTable(model, "importNew", "")
    table.setAccessibleName(tr("New pairs"))
    headers = (tr("Phrase"), tr("Fixes"), tr("Note"), tr("Conditions"))
    _head(table, headers, ("a phrase of four words", "", "auto-blog spinner", "only with: 0000"))
    return table


def skipped_table() -> SkippedTable:
    """An empty table for what was skipped."""
    model = RowsModel(())
    table = SkippedTable(model, "importSkipped", "")
    table.setAccessibleName(tr("Skipped lines"))
    headers = (tr("Line"), tr("Text"), tr("Reason"))
    _head(table, headers, ("00000", "", "the key is a pattern, not plain words"))
    return table


def _head(table: RowsTable, headers: Sequence[str], samples: Sequence[str]) -> None:
    table.rows.setParent(table)
    table.rows.set_rows((), headers)
    table.set_widths(samples, stretched=(_FIXES,))
    table.set_sortable()


class Clashes(QWidget):
    """Phrases that the glossary has with other fixes, and what to do with each.

    Signals: changed(): a choice was changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clashes: tuple[Clash, ...] = ()
        self._rows: list[TableRow] = []
        headers = (self.tr("Phrase"), self.tr("Mine"), self.tr("Theirs"), self.tr("Import"))
        self.table = RowsTable(RowsModel(headers, self), "importClashes", self.tr("Clashes"))
        samples = ("a phrase of four words", "", "", "take both, mine first")
        self.table.set_widths(samples, stretched=(1, 2))
        self._words: dict[Choice, str] = {
            "mine": self.tr("keep mine"),
            "theirs": self.tr("take theirs"),
            "both": self.tr("take both, mine first"),
        }
        row = QHBoxLayout()
        row.addWidget(quiet(self.tr("For the selected rows, or all when none is selected:")), 1)
        acts: tuple[tuple[Choice, str], ...] = (
            ("mine", self.tr("Keep &mine")),
            ("theirs", self.tr("Take &theirs")),
            ("both", self.tr("Take &both")),
        )
        for choice, text in acts:
            made = button(text, partial(self.choose, choice))
            made.setObjectName(f"importKeep_{choice}")
            row.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(row)
        column.addWidget(self.table, 1)

    @property
    def choices(self) -> list[Choice]:
        """The choice for each conflict, in order."""
        return [row.thing for row in self._rows]

    def show_clashes(self, clashes: tuple[Clash, ...]) -> None:
        """Show these conflicts, keeping choices already made for them."""
        if clashes != self._clashes:
            self._clashes = clashes
            self._rows = [self._row(clash) for clash in clashes]
            self.table.rows.set_rows(self._rows)

    def _row(self, clash: Clash) -> TableRow:
        mine, theirs = (fixes_text(entry) or self.tr("never flag") for entry in clash)
        return TableRow([clash.mine.phrase, mine, theirs, self._words["both"]], "both")

    def choose(self, choice: Choice) -> None:
        """Choose for the selected rows, or for all if none is selected."""
        for row in self.table.selected or self._rows:
            row.thing = choice
            row.cells[_CHOICE] = self._words[choice]
        self.table.rows.refresh()
        self.changed.emit()


def entry_cells(entry: Entry) -> tuple[str, str, str, str]:
    """Phrase, fixes, note and conditions of an entry."""
    conditions = [tr("unless: {0}").format(", ".join(entry.unless))] if entry.unless else []
    if entry.only_with:
        conditions.append(tr("only with: {0}").format(", ".join(entry.only_with)))
    fixes = tr("never flagged") if entry.keep else fixes_text(entry)
    return entry.phrase, fixes, entry.note, "; ".join(conditions)


def fixes_text(entry: Entry) -> str:
    """The fixes of an entry in one line."""
    return " | ".join(entry.fixes)

"""The entries of all glossaries as a table, filtered and sorted off the GUI thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from unspin_gui.application.entry_table import (
    CASE,
    FIXES,
    HERE,
    LAYER,
    NOTE,
    ON,
    SPUN,
    TAGS,
    Arrangement,
    EntryFindings,
    EntryQuery,
    EntryRow,
    EntryRows,
    Layer,
    Show,
    arranged,
)
from unspin_gui.application.glossary_conflicts import EntryConflict
from unspin_gui.core.glossary.entry import Entry

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
Arrange: TypeAlias = Callable[[], Arrangement]
Start: TypeAlias = Callable[[Arrange, Callable[[Arrangement], None]], object]
"""Runs a function on another thread and delivers its result."""

_FEW = 20_000
"""Up to this many rows are arranged at once, which takes a few milliseconds."""


class GlossaryModel(QAbstractTableModel):
    """Rows of the user's own glossary first, then those of the others, highest layer first.

    Many rows are arranged by `start` on another thread; until then the previous ones are shown.

    Signals: switch_requested(Row, bool): the check box of an own entry was clicked.
    """

    switch_requested = Signal(object, bool)

    def __init__(self, start: Start | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._start: Start = start or _at_once
        self._rows = EntryRows()
        self._findings = EntryFindings()
        self._wish = EntryQuery()
        self._order: Arrangement = arranged(self._rows, self._wish, self._findings)
        self._asked: object = None
        self._waiting: list[Callable[[], object]] = []
        self._givers: dict[int, Callable[[EntryRow, int], object]] = {
            _Role.DisplayRole: self._cell,
            _Role.ToolTipRole: self._tip,
            _Role.CheckStateRole: _tick,
            _Role.AccessibleTextRole: self._spoken,
            _Role.TextAlignmentRole: _alignment,
        }

    # ---- what is in it --------------------------------------------------------------------

    def set_layers(self, layers: Sequence[Layer], uses: Mapping[str, int]) -> None:
        """Show these glossaries, given lowest first.

        `uses` counts the places in the document by case-folded phrase.
        """
        strongest_first = layers[::-1]
        own_first = sorted(strongest_first, key=lambda layer: not layer.writable)
        self._findings = EntryFindings(uses)
        self._rows = EntryRows(own_first)
        self._arrange()

    def set_clashes(self, clashes: Mapping[int, tuple[EntryConflict, ...]]) -> None:
        """Show what is wrong with entries of the user's own glossary, by their numbers."""
        self._findings = replace(self._findings, clashes=clashes)
        if self._wish.show == "clashes":
            self._arrange()
        elif self._order.shown:
            self.dataChanged.emit(self.index(0, SPUN), self.index(self.rowCount() - 1, SPUN))

    def set_unused(self, numbers: frozenset[int]) -> None:
        """Set which entries of the user's own glossary were never accepted or rejected."""
        self._findings = replace(self._findings, unused=numbers)
        if self._wish.show == "unused":
            self._arrange()

    def set_ordinary(self, numbers: frozenset[int]) -> None:
        """Set which own entries flag an ordinary word in every text."""
        self._findings = replace(self._findings, ordinary=numbers)
        if self._wish.show == "ordinary":
            self._arrange()

    def show_only(self, text: str = "", layer: str = "", show: Show = "all") -> None:
        """Show only rows with `text` somewhere, of one layer (empty: all), of one kind."""
        self._wish = self._wish._replace(text=text, layer=layer, show=show)
        self._arrange()

    @property
    def wish(self) -> EntryQuery:
        """The current query."""
        return self._wish

    def _arrange(self) -> None:
        """Arrange the rows; a later query makes an earlier one void."""
        rows, wish, findings = self._rows, self._wish, self._findings
        asked = self._asked = object()

        def take(order: Arrangement) -> None:
            if asked is self._asked:
                self._take(order)

        start = self._start if len(rows) > _FEW else _at_once
        start(lambda: arranged(rows, wish, findings), take)

    def _take(self, order: Arrangement) -> None:
        self._asked = None
        self.beginResetModel()
        self._order = order
        self.endResetModel()
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def when_ready(self, act: Callable[[], object]) -> None:
        """Call `act` once the rows wanted are shown, or at once if they are."""
        if self._asked is None:
            act()
        else:
            self._waiting.append(act)

    def row(self, number: int) -> EntryRow:
        """The row shown at a position, counted from the top."""
        return self._order.rows[self._order.shown[number]]

    def find(self, entries: Sequence[Entry]) -> list[int]:
        """The positions of these entries, from top to bottom."""
        rows, _, places = self._order
        return sorted({places[k] for k in rows.numbers_of(entries) if k in places})

    def find_phrase(self, phrase: str) -> int:
        """The position of the first entry for a phrase, in any letter case; -1 if there is none."""
        wanted = phrase.casefold()
        rows, shown, _ = self._order
        found = (n for n, k in enumerate(shown) if rows[k].entry.phrase.casefold() == wanted)
        return next(found, -1)

    def uses_of(self, entry: Entry) -> int:
        """How many places in the document contain this entry's phrase."""
        return self._findings.uses_of(entry)

    def clashes_of(self, row: EntryRow) -> tuple[EntryConflict, ...]:
        """What is wrong with an entry of the user's own glossary."""
        return self._findings.clashes_of(row)

    def is_unused(self, row: EntryRow) -> bool:
        """Whether an entry of the user's own glossary was never used, nor would be in this text."""
        return self._findings.is_unused(row)

    def words_of(self, row: EntryRow) -> str:
        """The row's conflicts as sentences."""
        return "\n".join(self._sentence(clash) for clash in self.clashes_of(row))

    def _sentence(self, clash: EntryConflict) -> str:
        sentences = {
            "duplicate": self.tr("Occurs twice in the glossary; the other one has: {1}"),
            "same": self.tr("“{0}” is the phrase itself."),
            "again": self.tr("“{0}” contains the phrase and would be flagged again."),
            "chain": self.tr("“{0}” contains the spun phrase “{1}”."),
        }
        return sentences[clash.kind].format(clash.fix, clash.other)

    # ---- for the view ---------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """The number of rows shown (called by Qt)."""
        return 0 if parent.isValid() else len(self._order.shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Eight (called by Qt)."""
        return 0 if parent.isValid() else 8

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """The value of a cell for a role (called by Qt)."""
        give = self._givers.get(role)
        return None if give is None else give(self.row(index.row()), index.column())

    def _cell(self, row: EntryRow, column: int) -> str:
        entry = row.entry
        if column == SPUN:
            return f"⚠ {entry.phrase}" if self.clashes_of(row) else entry.phrase
        if column == FIXES:
            return self._fixes(entry)
        if column == CASE:
            return self.tr("exact") if entry.case == "exact" else ""
        if column in (ON, HERE):
            return str(self.uses_of(entry) or "") if column == HERE else ""
        return {NOTE: entry.note, TAGS: ", ".join(entry.tags), LAYER: row.layer.name}[column]

    def _fixes(self, entry: Entry) -> str:
        fixes = ", ".join(entry.fixes)
        if entry.keep:
            return self.tr("never flagged")
        return self.tr("only preferred: {0}").format(fixes) if entry.prefer else fixes

    def _tip(self, row: EntryRow, column: int) -> str | None:
        return self.words_of(row) or (self._cell(row, column) if column != ON else None) or None

    def _spoken(self, row: EntryRow, _column: int = 0) -> str:
        parts = [row.entry.phrase, self._cell(row, FIXES), row.layer.name]
        if not row.entry.enabled:
            parts.append(self.tr("switched off"))
        uses = self.uses_of(row.entry)
        parts += [self.tr("%Ln places here", "", uses)] if uses else []
        return ", ".join([*parts, *filter(None, [self.words_of(row)])])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """The names of the columns (called by Qt)."""
        if orientation != Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        return (
            *(self.tr("Spun"), self.tr("Fixes"), self.tr("Case"), self.tr("Note")),
            *(self.tr("Tags"), self.tr("On"), self.tr("Glossary"), self.tr("Here")),
        )[section]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Own entries can be ticked (called by Qt)."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == ON and self.row(index.row()).layer.writable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        """Request a change of a check box; the table follows once it is granted (called by Qt)."""
        if role != _Role.CheckStateRole:
            return False
        row, on = self.row(index.row()), Qt.CheckState(value) == Qt.CheckState.Checked
        QTimer.singleShot(0, self, lambda: self.switch_requested.emit(row, on))
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows by a column; -1 for the order of the files (called by Qt)."""
        backwards = order == Qt.SortOrder.DescendingOrder
        if (column, backwards) != (self._wish.column, self._wish.backwards):
            self._wish = self._wish._replace(column=column, backwards=backwards)
            self._arrange()


def _at_once(arrange: Arrange, take: Callable[[Arrangement], None]) -> None:
    take(arrange())


def _tick(row: EntryRow, column: int) -> Qt.CheckState | None:
    if column != ON:
        return None
    return Qt.CheckState.Checked if row.entry.enabled else Qt.CheckState.Unchecked


def _alignment(_row: EntryRow, column: int) -> Qt.AlignmentFlag | None:
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter if column == HERE else None

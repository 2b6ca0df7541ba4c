"""The entries of all glossaries as a table: filtered and sorted here, for 50,000 rows and more."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from unspin_gui.core.glossary import Entry, Glossary
from unspin_gui.ui.glossaries.clashes import Clash

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
Show = Literal["all", "clashes", "here", "unused", "off"]
SPUN, FIXES, CASE, NOTE, TAGS, ON, LAYER, HERE = range(8)


@dataclass(frozen=True, slots=True)
class Layer:
    """A glossary as the editor shows it; one is `writable`: the user's own."""

    name: str
    glossary: Glossary
    path: Path | None = None
    writable: bool = False
    enabled: bool = True


class Row(NamedTuple):
    """An entry, its layer, and its number in the layer's glossary."""

    entry: Entry
    layer: Layer
    number: int


class _Rows(Sequence[Row]):
    """The entries of layers one after the other; a row is made when it is looked at."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        self._layers = layers
        self._starts = [*accumulate((len(layer.glossary) for layer in layers), initial=0)]

    def __len__(self) -> int:
        return self._starts[-1]

    def __getitem__(self, number: int) -> Row:  # type: ignore[override]
        which = bisect_right(self._starts, number) - 1
        layer, place = self._layers[which], number - self._starts[which]
        return Row(layer.glossary.entries[place], layer, place)

    def of(self, phrases: set[str]) -> Iterator[tuple[int, Row]]:
        """The numbered rows of some phrases."""
        for first, layer in zip(self._starts, self._layers, strict=False):
            for place, entry in enumerate(layer.glossary.entries):
                if entry.phrase in phrases:
                    yield first + place, Row(entry, layer, place)

    def __iter__(self) -> Iterator[Row]:
        for layer in self._layers:
            for place, entry in enumerate(layer.glossary.entries):
                yield Row(entry, layer, place)


class GlossaryModel(QAbstractTableModel):
    """Rows of the user's own glossary first, then those of the others, the strongest first.

    Signals: switch_requested(Row, bool): the tick of an own entry was clicked.
    """

    switch_requested = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(())
        self._texts: list[str] = []
        self._shown: list[int] = []
        self._uses: Mapping[str, int] = {}
        self._clashes: Mapping[int, tuple[Clash, ...]] = {}
        self._unused: frozenset[int] = frozenset()
        self._wanted: tuple[str, str, Show] = ("", "", "all")
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self._givers: dict[int, Callable[[Row, int], object]] = {
            _Role.DisplayRole: self._cell,
            _Role.ToolTipRole: self._tip,
            _Role.CheckStateRole: _tick,
            _Role.AccessibleTextRole: self._spoken,
            _Role.TextAlignmentRole: _alignment,
        }

    # ---- what is in it --------------------------------------------------------------------

    def set_layers(self, layers: Sequence[Layer], uses: Mapping[str, int]) -> None:
        """Show these glossaries, given lowest first.

        `uses` counts the places of the document by case-folded phrase.
        """
        strongest_first = layers[::-1]
        own_first = sorted(strongest_first, key=lambda layer: not layer.writable)
        self._uses = uses
        self._clashes, self._unused = {}, frozenset()
        self._rows = _Rows(own_first)
        self._texts = []
        self._refresh()

    def set_clashes(self, clashes: Mapping[int, tuple[Clash, ...]]) -> None:
        """Show what is wrong with entries of the user's own glossary, by their numbers."""
        self._clashes = clashes
        if self._wanted[2] == "clashes":
            self._refresh()
        elif self._shown:
            self.dataChanged.emit(self.index(0, SPUN), self.index(len(self._shown) - 1, SPUN))

    def set_unused(self, numbers: frozenset[int]) -> None:
        """Which entries of the user's own glossary nobody ever accepted or rejected."""
        self._unused = numbers
        if self._wanted[2] == "unused":
            self._refresh()

    def show_only(self, text: str = "", layer: str = "", show: Show = "all") -> None:
        """Show only rows that have `text` somewhere, of one layer (empty: all), of one kind."""
        self._wanted = (text.casefold(), layer, show)
        self._refresh()

    def _refresh(self) -> None:
        self.beginResetModel()
        text, layer, show = self._wanted
        kept: range | list[int] = range(len(self._rows))
        if text:
            self._texts = self._texts or [_searched(row.entry) for row in self._rows]
            kept = [k for k in kept if text in self._texts[k]]
        if layer:
            kept = [k for k in kept if self._rows[k].layer.name == layer]
        if show != "all":
            kept = [k for k in kept if self._is_kind(self._rows[k], show)]
        self._shown = list(kept)
        self._sort()
        self.endResetModel()

    def _is_kind(self, row: Row, show: Show) -> bool:
        if show == "clashes":
            return bool(self.clashes_of(row))
        if show == "here":
            return self.uses_of(row.entry) > 0
        if show == "unused":
            return self.is_unused(row)
        return not row.entry.enabled

    def _sort(self) -> None:
        column, order = self._order
        if column >= 0:
            key = self._keys()[column]
            backwards = order == Qt.SortOrder.DescendingOrder
            self._shown.sort(key=lambda k: key(self._rows[k]), reverse=backwards)

    def _keys(self) -> tuple[Callable[[Row], str | int], ...]:
        return (
            lambda row: row.entry.phrase.casefold(),
            lambda row: ", ".join(row.entry.fixes).casefold(),
            lambda row: row.entry.case,
            lambda row: row.entry.note.casefold(),
            lambda row: ", ".join(row.entry.tags).casefold(),
            lambda row: row.entry.enabled,
            lambda row: row.layer.name,
            lambda row: self.uses_of(row.entry),
        )

    def row(self, index: _Index) -> Row:
        """The row of an index."""
        return self._rows[self._shown[index.row()]]

    def find(self, entries: Sequence[Entry]) -> list[int]:
        """The shown rows of these entries, from top to bottom."""
        phrases = {entry.phrase for entry in entries}
        wanted = {k for k, row in self._rows.of(phrases) if row.entry in entries}
        return [place for place, k in enumerate(self._shown) if k in wanted]

    def uses_of(self, entry: Entry) -> int:
        """How many places of the document have this entry's phrase."""
        return self._uses.get(entry.phrase.casefold(), 0)

    def clashes_of(self, row: Row) -> tuple[Clash, ...]:
        """What is wrong with an entry of the user's own glossary."""
        return self._clashes.get(row.number, ()) if row.layer.writable else ()

    def is_unused(self, row: Row) -> bool:
        """Whether an entry of the user's own glossary was never used, nor would be in this text."""
        return row.layer.writable and row.number in self._unused and not self.uses_of(row.entry)

    def words_of(self, row: Row) -> str:
        """Its clashes as sentences."""
        return "\n".join(self._sentence(clash) for clash in self.clashes_of(row))

    def _sentence(self, clash: Clash) -> str:
        sentences = {
            "duplicate": self.tr("Twice in the glossary; the other one has: {1}"),
            "same": self.tr("“{0}” is the phrase itself."),
            "again": self.tr("“{0}” holds the phrase and would be flagged again."),
            "chain": self.tr("“{0}” holds the spun phrase “{1}”."),
        }
        return sentences[clash.kind].format(clash.fix, clash.other)

    # ---- for the view ---------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Rows that are shown (called by Qt)."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Eight (called by Qt)."""
        return 0 if parent.isValid() else 8

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """What a cell shows, ticks, tells and says (called by Qt)."""
        give = self._givers.get(role)
        return None if give is None else give(self.row(index), index.column())

    def _cell(self, row: Row, column: int) -> str:
        entry = row.entry
        if column == SPUN:
            return f"⚠ {entry.phrase}" if self.clashes_of(row) else entry.phrase
        if column == FIXES:
            return self.tr("never flagged") if entry.keep else ", ".join(entry.fixes)
        if column == CASE:
            return self.tr("exact") if entry.case == "exact" else ""
        if column == ON:
            return ""
        if column == HERE:
            return str(self.uses_of(entry) or "")
        return {NOTE: entry.note, TAGS: ", ".join(entry.tags), LAYER: row.layer.name}[column]

    def _tip(self, row: Row, column: int) -> str | None:
        return self.words_of(row) or (self._cell(row, column) if column != ON else None) or None

    def _spoken(self, row: Row, _column: int = 0) -> str:
        parts = [row.entry.phrase, self._cell(row, FIXES), row.layer.name]
        if not row.entry.enabled:
            parts.append(self.tr("switched off"))
        uses = self.uses_of(row.entry)
        parts += [self.tr("{0} places here").format(uses)] if uses else []
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
        if index.column() == ON and self.row(index).layer.writable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        """A click on a tick is a wish; the table follows when it was granted (called by Qt)."""
        if role != _Role.CheckStateRole:
            return False
        row, on = self.row(index), Qt.CheckState(value) == Qt.CheckState.Checked
        QTimer.singleShot(0, self, lambda: self.switch_requested.emit(row, on))
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; -1 for the order of the files (called by Qt)."""
        if (column, order) != self._order:
            self._order = (column, order)
            self._refresh()


def _tick(row: Row, column: int) -> Qt.CheckState | None:
    if column != ON:
        return None
    return Qt.CheckState.Checked if row.entry.enabled else Qt.CheckState.Unchecked


def _alignment(_row: Row, column: int) -> Qt.AlignmentFlag | None:
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter if column == HERE else None


def _searched(entry: Entry) -> str:
    parts = (entry.phrase, *entry.fixes, entry.note, *entry.tags)
    return "\n".join(parts).casefold()

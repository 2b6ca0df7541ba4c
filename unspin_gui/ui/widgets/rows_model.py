"""Rows of plain cells that can be ticked, sorted and filtered."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal

from unspin_gui.ui.widgets.cells_model import (
    CellsModel,
    Index,
    Role,
    aligned,
    as_hint,
    check_state,
)

_LONGEST = 300
"""Characters of a cell that are shown; its tool tip shows more."""


class Figure(NamedTuple):
    """A centred cell that is sorted by a number."""

    text: str
    value: float


Cell: TypeAlias = str | Figure


@dataclass(slots=True, eq=False)
class TableRow:
    """A row: its cells, what it represents, and whether it is ticked.

    `by_hand` says that the user ticked or edited it.
    """

    cells: list[Cell]
    thing: Any = None
    ticked: bool = False
    by_hand: bool = False


class RowsModel(CellsModel[TableRow]):
    """Rows under headers; with `ticks` the first column has check boxes, `editable` can be edited.

    Signals:
        ticks_changed(): other rows are ticked.
        written(Row): the user edited the row's text.
    """

    ticks_changed = Signal()
    written = Signal(object)

    def __init__(
        self,
        headers: Sequence[str],
        parent: QObject | None = None,
        *,
        ticks: bool = False,
        editable: int = -1,
    ) -> None:
        super().__init__(len(headers), parent)
        self.rows: list[TableRow] = []
        self._headers = list(headers)
        self._ticks = ticks
        self._editable = editable
        self._filter: Callable[[TableRow], bool] | None = None
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        self.readers = {
            Role.DisplayRole: lambda row, column: text_of(row.cells[column])[:_LONGEST],
            Role.EditRole: lambda row, column: text_of(row.cells[column]),
            Role.ToolTipRole: _hint,
            Role.AccessibleTextRole: self._spoken,
            Role.CheckStateRole: self._check,
        }

    # ---- contents -----------------------------------------------------------------------

    def set_rows(self, rows: Iterable[TableRow], headers: Sequence[str] | None = None) -> None:
        """Show other rows, sorted and filtered as before."""
        self.beginResetModel()
        self.rows = list(rows)
        if headers is not None:
            self._headers = list(headers)
            self._columns = len(self._headers)
        self._arrange()
        self.endResetModel()

    def show_only(self, wanted: Callable[[TableRow], bool] | None) -> None:
        """Show only the rows that are wanted."""
        self.beginResetModel()
        self._filter = wanted
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 restores the original order (called by Qt)."""
        self.beginResetModel()
        self._sorted = (column, order) if column >= 0 else None
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        wanted = self._filter
        self.shown = [row for row in self.rows if wanted is None or wanted(row)]
        if self._sorted:
            column, order = self._sorted
            self.shown.sort(
                key=lambda row: _key(row.cells[column]),
                reverse=order == Qt.SortOrder.DescendingOrder,
            )

    # ---- ticks --------------------------------------------------------------------------

    @property
    def ticked(self) -> list[TableRow]:
        """The ticked rows in their original order, shown or not."""
        return [row for row in self.rows if row.ticked]

    def tick(self, rows: Iterable[TableRow], *, on: bool) -> None:
        """Tick or untick these rows, as if by the user's hand."""
        for row in rows:
            row.ticked, row.by_hand = on, True
        self._told_ticks()

    def tick_where(self, wanted: Callable[[TableRow], bool]) -> None:
        """Tick the rows that are wanted, except those the user has set."""
        for row in self.rows:
            if not row.by_hand:
                row.ticked = wanted(row)
        self._told_ticks()

    def _told_ticks(self) -> None:
        self.refresh()
        self.ticks_changed.emit()

    # ---- for the view -------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be ticked or edited (called by Qt)."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._ticks and index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() == self._editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401
        """Tick a row, or edit it, which also ticks it (called by Qt)."""
        row = self.shown[index.row()]
        if role == Role.CheckStateRole:
            self.tick([row], on=Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        text = " ".join(str(value).split())
        if role != Role.EditRole or text == text_of(row.cells[index.column()]):
            return False
        row.cells[index.column()] = text
        self.tick([row], on=bool(text))
        self.written.emit(row)
        return True

    def header_names(self, role: int) -> Sequence[str] | None:
        """The headers as given."""
        return self._headers if role == Role.DisplayRole else None

    def alignment(self, row: TableRow | None, column: int) -> Qt.AlignmentFlag:
        """Centred for figures."""
        return aligned(centred=row is not None and isinstance(row.cells[column], Figure))

    # ---- cells --------------------------------------------------------------------------

    def _check(self, row: TableRow, column: int) -> Qt.CheckState | None:
        if not self._ticks or column:
            return None
        return check_state(on=row.ticked)

    def _spoken(self, row: TableRow, column: int) -> str:
        """The first cell is read out for the whole row."""
        if column:
            return text_of(row.cells[column])
        named = zip(self._headers[1:], row.cells[1:], strict=False)
        rest = [f"{name}: {text_of(cell)}" for name, cell in named if text_of(cell)]
        return ", ".join([text_of(row.cells[0]), *rest])


def text_of(cell: Cell) -> str:
    """A cell as displayed."""
    return cell if isinstance(cell, str) else cell.text


def _key(cell: Cell) -> tuple[float, str]:
    return (0.0, cell.casefold()) if isinstance(cell, str) else (cell.value, cell.text)


def _hint(row: TableRow, column: int) -> str | None:
    text = text_of(row.cells[column])
    return as_hint(text[: 10 * _LONGEST]) if len(text) > 20 else None

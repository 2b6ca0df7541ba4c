"""The common base of the table models: rows under headers, with a reader for each cell role."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Row = TypeVar("Row")
_NO_PARENT = QModelIndex()


class CellsModel(QAbstractTableModel, Generic[Row]):
    """Shows the rows in `shown`; `readers` give a cell's value for a role, by row and column.

    The columns `centred` are centred. Subclasses set `readers` and change `shown`.
    """

    def __init__(
        self, columns: int, parent: QObject | None = None, *, centred: Collection[int] = ()
    ) -> None:
        super().__init__(parent)
        self.shown: list[Row] = []
        self._columns = columns
        self._centred = frozenset(centred)
        self.readers: dict[int, Callable[[Row, int], Any]] = {}

    def header_names(self, role: int) -> Sequence[str] | None:
        """The names of the columns for a role; asked every time, since the language may change."""
        raise NotImplementedError

    def alignment(self, _row: Row | None, column: int) -> Qt.AlignmentFlag:
        """The alignment of a cell or, without a row, of its header."""
        return aligned(centred=column in self._centred)

    def refresh(self) -> None:
        """Report that the cells of these rows have changed."""
        if self.shown:
            last = self.index(len(self.shown) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # ---- QAbstractTableModel ------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """The number of rows shown (called by Qt)."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """The number of columns (called by Qt)."""
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        """The value of a cell (called by Qt)."""
        if not index.isValid():
            return None
        if role == Role.TextAlignmentRole:
            return self.alignment(self.shown[index.row()], index.column())
        reader = self.readers.get(role)
        return None if reader is None else reader(self.shown[index.row()], index.column())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:  # noqa: ANN401
        """The names of the columns (called by Qt)."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self._columns:
            return None
        if role == Role.TextAlignmentRole:
            return self.alignment(self.shown[0] if self.shown else None, section)
        names = self.header_names(role)
        return None if names is None else names[section]


def aligned(*, centred: bool) -> Qt.AlignmentFlag:
    """Centred for figures, left-aligned for words."""
    side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def as_hint(text: str) -> str:
    """A text as a tool tip that wraps its lines."""
    import html  # noqa: PLC0415 - slow to import, not needed to start

    return f"<p>{html.escape(text)}</p>"


def check_state(*, on: bool) -> Qt.CheckState:
    """A tick, or none."""
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked

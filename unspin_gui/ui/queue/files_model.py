"""The rows of the list of files, as a table model."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon

from unspin_gui.application.file_queue import QueueKey, QueueRow
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.queue.files_words import spun_in_words, state_in_words
from unspin_gui.ui.widgets.cells_model import Role, as_hint
from unspin_gui.ui.widgets.rows_model import Cell, Figure, RowsModel, TableRow

NAME, MARKS, DONE, SPUN, WORDS, FORMAT = range(6)
_UNKNOWN = -1.0


class FilesModel(RowsModel):
    """A row for each file; `icon` draws an icon by name. `Qt.UserRole` gives the path."""

    def __init__(self, icon: Callable[[str], QIcon], parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._icon = icon
        self._by_key: dict[QueueKey, TableRow] = {}
        names = (self.tr("File"), self.tr("Marks"), self.tr("Done"), self.tr("Spun?"))
        self.set_rows((), (*names, self.tr("Words"), self.tr("Format")))
        self.readers |= {
            Role.UserRole: lambda row, _column: str(row.thing.path),
            Role.DecorationRole: self._picture,
            Role.ToolTipRole: self._tip,
            Role.AccessibleTextRole: self._read_out,
        }

    # ---- contents -----------------------------------------------------------------------

    @property
    def keys(self) -> list[QueueKey]:
        """The files in the order shown."""
        return [row.thing.key for row in self.shown]

    def follow(self, rows: Sequence[QueueRow]) -> None:
        """Show these rows in this order, unless the user sorted them by a column."""
        known, self._by_key = self._by_key, {}
        for row in rows:
            made = known.get(row.key)
            if made is None:
                made = TableRow(self._cells(row), row)
            elif made.thing != row:
                made.thing, made.cells = row, self._cells(row)
            self._by_key[row.key] = made
        if known.keys() == self._by_key.keys():
            self._reorder(list(self._by_key.values()))
        else:
            self.set_rows(self._by_key.values())

    def _reorder(self, rows: list[TableRow]) -> None:
        """Show the same rows in another order; selection and view stay where they are."""
        self.layoutAboutToBeChanged.emit()
        before = self.shown
        self.rows = rows
        self._arrange()
        at = {id(row): number for number, row in enumerate(self.shown)}
        old = self.persistentIndexList()
        new = [self.index(at[id(before[one.row()])], one.column()) for one in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def row_of(self, key: QueueKey | None) -> int:
        """The number of the row of a file; -1 if it has none."""
        made = self._by_key.get(key) if key is not None else None
        return self.shown.index(made) if made is not None else -1

    # ---- cells --------------------------------------------------------------------------

    def _cells(self, row: QueueRow) -> list[Cell]:
        return [
            row.name,
            _figure(row.suspects),
            Figure(number(row.done) if row.done else "", row.done),
            Figure(spun_in_words(row), _UNKNOWN if row.probability is None else row.probability),
            _figure(row.words),
            row.path.suffix.lstrip(".").upper(),
        ]

    def _picture(self, row: TableRow, column: int) -> QIcon | None:
        return self._icon(f"file-{row.thing.state}") if column == NAME else None

    def _tip(self, row: TableRow, column: int) -> str | None:
        file: QueueRow = row.thing
        if column == SPUN and file.probability is not None:
            return as_hint(self.tr("{0} %").format(round(100 * file.probability)))
        return as_hint(file.error or f"{file.path} - {state_in_words(file)}")

    def _read_out(self, row: TableRow, column: int) -> str:
        """Return the whole row with its state for the first cell, to be read out in one go."""
        spoken = self._spoken(row, column)
        return spoken if column else f"{spoken}, {row.thing.error or state_in_words(row.thing)}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """Headers, with what they mean as tool tips (called by Qt)."""
        if role == Role.ToolTipRole and section == SPUN:
            return self.tr("Whether the document as a whole reads as spun")
        return super().headerData(section, orientation, role)


def _figure(count: int | None) -> Figure:
    return Figure("", _UNKNOWN) if count is None else Figure(number(count), count)

"""A table as found in a file, with a choice above each column of what it contains."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from unspin_gui.store.exchange import TablePreview
from unspin_gui.ui.actions.action_rows import tr
from unspin_gui.ui.widgets.rows_model import Cell, RowsModel, TableRow
from unspin_gui.ui.widgets.rows_table import RowsTable

_FIELDS: tuple[tuple[str, str], ...] = (
    ("", tr("(left out)")),
    ("spun", tr("Spun phrase")),
    ("fix", tr("Fix")),
    ("note", tr("Note")),
    ("tags", tr("Tags")),
    ("case", tr("Letter case")),
    ("added", tr("Date")),
    ("source", tr("Source")),
    ("unless", tr("Unless")),
    ("only_with", tr("Only with")),
    ("condition", tr("Conditions")),
    ("keep", tr("Never flag")),
    ("enabled", tr("Switched on")),
)
_MOST_COLUMNS = 40
_MOST_ROWS = 20


class ColumnTable(RowsTable):
    """The first rows of a table; the first one contains the choices.

    Signals: columns_changed(dict[str, int]): the user has assigned fields to columns.
    """

    columns_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        model = RowsModel(())
        super().__init__(model, "importPreview", "", parent)
        model.setParent(self)
        self.setAccessibleName(self.tr("The file's columns"))
        self._choices: list[QComboBox] = []

    @property
    def columns(self) -> dict[str, int]:
        """The chosen columns by field."""
        chosen = ((choice.currentData(), n) for n, choice in enumerate(self._choices))
        return {field: n for field, n in chosen if field}

    def show_preview(self, seen: TablePreview, columns: dict[str, int]) -> None:
        """Show a file's first rows, with these columns chosen."""
        if self._choices and self.columns == columns and self._is_shown(seen):
            return
        width = min(_MOST_COLUMNS, max(map(len, (seen.header, *seen.rows)), default=0))
        headers = [_name(seen.header, n) for n in range(width)]
        self._choices = []
        blank = TableRow([""] * width, thing=seen)
        rows = [TableRow(_padded(cells, width)) for cells in seen.rows[:_MOST_ROWS]]
        self.rows.set_rows([blank, *rows], headers)
        fields = {n: field for field, n in columns.items()}
        for n, header in enumerate(headers):
            choice = self._choice(header, fields.get(n, ""))
            self.setIndexWidget(self.rows.index(0, n), choice)
            self._choices.append(choice)
            self.setColumnWidth(n, max(150, choice.sizeHint().width() + 8))
        if self._choices:
            self.verticalHeader().resizeSection(0, self._choices[0].sizeHint().height() + 2)

    def _is_shown(self, seen: TablePreview) -> bool:
        return bool(self.rows.rows) and self.rows.rows[0].thing == seen

    def _choice(self, header: str, field: str) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(self.tr("Content of {0}").format(header))
        for name, label in _FIELDS:
            choice.addItem(QCoreApplication.translate("", label), name)
        choice.setCurrentIndex(max(0, choice.findData(field)))
        choice.activated.connect(partial(self._on_chosen, choice))
        return choice

    def _on_chosen(self, chosen: QComboBox, _index: int) -> None:
        """Assign a field to one column only."""
        for choice in self._choices:
            if choice is not chosen and choice.currentData() == chosen.currentData():
                choice.setCurrentIndex(0)
        self.columns_changed.emit(self.columns)


def _name(header: tuple[str, ...], number: int) -> str:
    title = header[number].strip() if number < len(header) else ""
    return title or QCoreApplication.translate("ColumnTable", "Column {0}").format(number + 1)


def _padded(cells: tuple[str, ...], width: int) -> list[Cell]:
    return [*cells[:width], *([""] * (width - len(cells)))]

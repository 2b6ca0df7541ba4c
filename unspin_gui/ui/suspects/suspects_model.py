"""The table behind the list of suspects; it filters and sorts its rows itself.

A QSortFilterProxyModel would call into Python for every row and every comparison, which for ten
thousand rows takes seconds instead of milliseconds.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from unspin_gui.application.suspect_rows import Filter, SuspectRow
from unspin_gui.core.document.document import Document
from unspin_gui.core.text.spans import shared_ends
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.session.places_in_words import places_in_words
from unspin_gui.ui.widgets.cells_model import CellsModel, Index, Role, as_hint
from unspin_gui.ui.widgets.theme import Theme

PHRASE, COUNT, FIX, SCORE, STATE, PLACE = range(6)

_ORDERS: dict[int, Callable[[SuspectRow], Any]] = {
    PHRASE: lambda row: row.phrase.casefold(),
    COUNT: lambda row: row.times,
    FIX: lambda row: row.fix.casefold(),
    SCORE: lambda row: row.score,
    STATE: lambda row: row.scope or row.kind or row.state,
    PLACE: lambda row: row.place,
}


class SuspectModel(CellsModel[SuspectRow]):
    """The rows of one tab. Qt.UserRole of column 0 is the first place, (start, end)."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(6, parent, centred=(COUNT, SCORE))
        self._theme = theme
        self.document = Document("")  # the document whose pages, cues or lines are named
        self._all: list[SuspectRow] = []
        self._filter = Filter()
        self._order: tuple[int, bool] = (-1, False)
        self.readers = {
            Role.DisplayRole: self._display,
            Role.ToolTipRole: self._tip,
            Role.DecorationRole: self._picture,
            Role.UserRole: _place,
            Role.AccessibleTextRole: self._spoken,
        }

    # ---- rows ---------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[SuspectRow]) -> None:
        """Replace the rows; selected rows that are still present stay selected."""
        self._all = list(rows)
        self._swap(self._wanted())

    def set_filter(self, wanted: Filter) -> None:
        """Show the rows that pass."""
        self._filter = wanted
        self._swap(self._wanted())

    def row(self, index: Index) -> SuspectRow:
        """The row of an index."""
        return self.shown[index.row()]

    @property
    def rows(self) -> Sequence[SuspectRow]:
        """The rows shown, in order."""
        return self.shown

    def number_at(self, place: tuple[int, int]) -> int | None:
        """The number of the row with this place."""
        return next((k for k, row in enumerate(self.shown) if place in row.spans), None)

    def _wanted(self) -> list[SuspectRow]:
        rows = list(self._all)
        if self._filter != Filter():
            rows = [row for row in rows if self._filter.lets_row(row)]
        column, down = self._order
        if column in _ORDERS:
            rows.sort(key=_ORDERS[column], reverse=down)
        return rows

    def _swap(self, new: list[SuspectRow]) -> None:
        """Replace only the rows that differ, so that selection and scrolling survive."""
        old = self.shown
        head, tail = shared_ends([row.key for row in old], [row.key for row in new])
        if len(old) > head + tail:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self.shown = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if len(new) > head + tail:
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self.shown = new
            self.endInsertRows()
        self.shown = new
        self.refresh()

    # ---- for the view -------------------------------------------------------------------

    def header_names(self, role: int) -> Sequence[str] | None:
        """Phrase, count, fix, score, state, place."""
        names: dict[int, Sequence[str]] = {
            Role.DisplayRole: (
                self.tr("Phrase"), "×", self.tr("Fix"), self.tr("Score"), self.tr("State"),
                self.tr("Place"),
            ),
            Role.AccessibleTextRole: (
                self.tr("Phrase"), self.tr("Places"), self.tr("Fix"), self.tr("Score"),
                self.tr("State"), self.tr("Place"),
            ),
        }  # fmt: skip
        return names.get(role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 sorts by place (called by Qt)."""
        self._order = (column, order == Qt.SortOrder.DescendingOrder)
        self._swap(self._wanted())

    # ---- cells --------------------------------------------------------------------------

    def _display(self, row: SuspectRow, column: int) -> str:
        if column == PHRASE:
            return row.phrase
        if column == COUNT:
            return number(row.times) if row.times != 1 else ""
        if column == FIX:
            return row.fix
        if column == SCORE:
            return f"{round(100 * row.score)} %" if row.score else ""
        if column == PLACE:
            return places_in_words(self.document, row.spans[:1])
        return self.state_in_words(row)

    def state_in_words(self, row: SuspectRow) -> str:
        """The kind, state or scope of a row."""
        words = {
            "known": self.tr("known"),
            "near": self.tr("near"),
            "unfit": self.tr("does not fit"),
            "accepted": self.tr("accepted"),
            "edited": self.tr("edited"),
            "here": self.tr("here"),
            "document": self.tr("in this document"),
            "never": self.tr("never flagged"),
        }
        return words.get(row.scope or row.kind or row.state, row.state)

    def _tip(self, row: SuspectRow, column: int) -> str | None:
        if column == PLACE:
            return places_in_words(self.document, row.spans)
        if column not in (PHRASE, FIX):
            return None
        return as_hint(row.phrase if column == PHRASE else row.fix)

    def _picture(self, row: SuspectRow, column: int) -> Any:  # noqa: ANN401
        return self._theme.mark_icon(row.state, row.kind) if column == PHRASE else None

    def _spoken(self, row: SuspectRow, column: int) -> str:
        """The whole row for the first column, so that it is read out in one go."""
        if column != PHRASE:
            return self._display(row, column)
        state = self.tr("suspected") if row.state == "suspected" else self.state_in_words(row)
        if row.scope in ("here", "document"):
            state = self.tr("ignored {0}").format(self.state_in_words(row))
        places = self.tr("%Ln places", "", row.times)
        parts = [row.phrase, state, places]
        if row.spans:
            parts.append(places_in_words(self.document, row.spans[:1]))
        if row.fix:
            best = self.tr("best: {0}") if row.suspects else self.tr("now: {0}")
            parts.append(best.format(row.fix))
        return ", ".join(parts)


def _place(row: SuspectRow, column: int) -> tuple[int, int] | None:
    spans = row.spans if column == PHRASE else ()
    return (spans[0].start, spans[0].end) if spans else None

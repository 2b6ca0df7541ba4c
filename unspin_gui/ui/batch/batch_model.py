"""The table of the batch dialog: phrases, each with the fix for all its places."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from unspin_gui.application.suspect_rows import OpenRows
from unspin_gui.core.detection.first_fix import first_fix_probability
from unspin_gui.core.document.accept import wording_at
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.tokens import fit_case
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.session.provenance import source_in_words
from unspin_gui.ui.widgets.cells_model import CellsModel, Index, Role, as_hint, check_state

PHRASE, FIX, COUNT, RIGHT, ORIGIN = range(5)
SUGGESTIONS_ROLE = Qt.ItemDataRole.UserRole + 1
_MOST = 9


@dataclass(slots=True)
class BatchRow:
    """A phrase: its places, their fix, and which of them are left out.

    `right` is the probability that the fix is the original, the lowest of its places; `by_hand`
    says that the user ticked or edited it.
    """

    phrase: str
    suspects: tuple[Suspect, ...]
    fix: str
    right: float
    mine: bool
    ticked: bool = False
    by_hand: bool = False
    written: bool = False
    left_out: set[int] = field(default_factory=set)

    @property
    def identity(self) -> object:
        """The key that distinguishes it from other rows."""
        return self.phrase

    @property
    def taken(self) -> list[Suspect]:
        """The places to be replaced if the row is ticked."""
        return [s for k, s in enumerate(self.suspects) if k not in self.left_out]

    @property
    def suggestions(self) -> list[str]:
        """Return the fixes to choose from, best first."""
        return list(dict.fromkeys(c.text for c in self.suspects[0].candidates))[:_MOST]

    @property
    def source(self) -> str:
        """Where the fix comes from; empty if it was typed, or there is none."""
        found = (c.source for c in self.suspects[0].candidates if c.text == self.fix)
        return next(found, "")

    def write(self, text: str) -> None:
        """Set another fix: one of the suggestions, or what the user typed."""
        self.fix, self.ticked = text, bool(text)
        self.written = bool(text) and text not in self.suggestions

    def keep(self, old: "BatchRow") -> None:
        """Keep what the user set while fewer places were known."""
        gone = {old.suspects[k].span for k in old.left_out}
        self.left_out = {k for k, suspect in enumerate(self.suspects) if suspect.span in gone}
        if old.by_hand:
            self.fix, self.ticked, self.written = old.fix, old.ticked, old.written
            self.by_hand = True

    def wording(self, suspect: Suspect, source: str) -> str:
        """The replacement for a place; what the user typed keeps its letter case."""
        if self.written:
            return fit_case(self.fix, source, suspect.span)
        return wording_at(source, suspect, self.fix)


def batch_rows(suspects: Iterable[Suspect], own_layers: Collection[str]) -> list[BatchRow]:
    """The suspects by phrase; those of the user's own glossaries are recognised by layer."""
    return [
        BatchRow(
            row.phrase,
            row.suspects,
            row.fix,
            min(_probability(suspect, row.fix) for suspect in row.suspects),
            row.kind == "known" and _is_sure(row.suspects[0], own_layers),
        )
        for row in OpenRows().rows(suspects)
    ]


def _is_sure(suspect: Suspect, own_layers: Collection[str]) -> bool:
    """Whether the user's own glossary has the fix without conditions."""
    entry = suspect.entry
    return suspect.layer in own_layers and not (entry is not None and entry.prefer)


def _probability(suspect: Suspect, fix: str) -> float:
    """Return the probability that a fix is right; 0 if it is not the first fix of the place."""
    best = suspect.candidates[:1]
    return first_fix_probability(suspect) if best and best[0].text == fix else 0.0


class BatchModel(CellsModel[BatchRow]):
    """Check boxes and fixes, before they are applied.

    Signals:
        ticks_changed(): the number of places to be replaced has changed.
        places_changed(): the places of a row read differently.
    """

    ticks_changed = Signal()
    places_changed = Signal()

    def __init__(
        self, rows: Sequence[BatchRow], parent: QObject | None = None, *, columns: int = 5
    ) -> None:
        super().__init__(columns, parent, centred=(COUNT, RIGHT))
        self.rows = self.shown = list(rows)
        self.readers = {
            Role.DisplayRole: self._display,
            Role.EditRole: lambda row, _column: row.fix,
            Role.ToolTipRole: self._tip,
            Role.CheckStateRole: _check,
            Role.AccessibleTextRole: self._spoken,
            SUGGESTIONS_ROLE: lambda row, _column: row.suggestions,
        }

    def take(self, rows: Sequence[BatchRow]) -> None:
        """Show these rows, keeping what the user set for their phrases."""
        known = {row.identity: row for row in self.rows}
        for row in rows:
            if row.identity in known:
                row.keep(known[row.identity])
        self.beginResetModel()
        self.rows = self.shown = list(rows)
        self.endResetModel()

    # ---- ticks --------------------------------------------------------------------------

    def tick_from(self, probability: float) -> None:
        """Tick own entries and fixes this likely to be right, except rows set by the user."""
        for row in self.rows:
            if not row.by_hand:
                row.ticked = bool(row.fix) and (row.mine or row.right >= probability)
        self._changed()

    def tick_all(self, *, ticked: bool) -> None:
        """Tick every row that has a fix, or untick all rows."""
        for row in self.rows:
            row.ticked = ticked and bool(row.fix)
            row.by_hand = True
        self._changed()

    def leave_out(self, number: int, places: set[int]) -> None:
        """Leave these places of a row unchanged."""
        row = self.rows[number]
        row.left_out = places
        if not row.taken:
            row.ticked, row.by_hand = False, True
        self._changed()

    @property
    def taken(self) -> list[tuple[BatchRow, Suspect]]:
        """The places to be replaced."""
        return [(row, s) for row in self.rows if row.ticked for s in row.taken]

    @property
    def phrases(self) -> int:
        """How many phrases are ticked."""
        return sum(row.ticked and bool(row.taken) for row in self.rows)

    def _changed(self) -> None:
        self.refresh()
        self.ticks_changed.emit()

    # ---- for the view -------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The phrase can be ticked, the fix edited (called by Qt)."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == PHRASE:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() == FIX:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401
        """Tick a row, or edit its fix, which also ticks it (called by Qt)."""
        row = self.rows[index.row()]
        if role == Role.CheckStateRole and index.column() == PHRASE:
            row.ticked = bool(row.fix) and Qt.CheckState(value) == Qt.CheckState.Checked
            if row.ticked and not row.taken:
                row.left_out = set()
        elif role == Role.EditRole and index.column() == FIX:
            text = " ".join(str(value).split())
            if text == row.fix:
                return False
            row.write(text)
        else:
            return False
        row.by_hand = True
        self._changed()
        self.places_changed.emit()
        return True

    def header_names(self, role: int) -> Sequence[str] | None:
        """Phrase, fix, count, how likely it is right, origin."""
        if role != Role.DisplayRole:
            return None
        return (
            self.tr("Phrase"), self.tr("Fix (double-click or F2 to change)"),
            self.tr("Places"), self.tr("Right"), self.tr("From"),
        )  # fmt: skip

    # ---- cells --------------------------------------------------------------------------

    def _display(self, row: BatchRow, column: int) -> str:
        if column == PHRASE:
            return row.phrase
        if column == FIX:
            return row.fix
        if column == COUNT:
            all_of_them = len(row.suspects)
            if not row.left_out:
                return number(all_of_them)
            return self.tr("{0} of {1}").format(number(len(row.taken)), number(all_of_them))
        return _percentage(row) if column == RIGHT else self._origin(row)

    def _origin(self, row: BatchRow) -> str:
        if row.written:
            return self.tr("typed by you")
        return source_in_words(row.source or row.suspects[0].layer)

    def _tip(self, row: BatchRow, column: int) -> str | None:
        if column not in (PHRASE, FIX):
            return None
        return as_hint(row.phrase if column == PHRASE else row.fix)

    def _spoken(self, row: BatchRow, column: int) -> str:
        if column != PHRASE:
            return self._display(row, column)
        fix = row.fix or self.tr("no fix yet")
        places = self.tr("%Ln places", "", len(row.taken))
        message = self.tr("{0}, fix: {1}, {2}").format(row.phrase, fix, places)
        right = _percentage(row)
        return self.tr("{0}, right at {1}").format(message, right) if right else message


def _percentage(row: BatchRow) -> str:
    """How likely the first suggestion is right; empty for any other fix."""
    first = row.suspects[0].candidates[:1]
    return f"{round(100 * row.right)} %" if first and row.fix == first[0].text else ""


def _check(row: BatchRow, column: int) -> Qt.CheckState | None:
    return check_state(on=row.ticked) if column == PHRASE else None

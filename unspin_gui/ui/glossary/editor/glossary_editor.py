"""The glossary editor (Ctrl+G): every entry of every glossary; the user's own can be changed."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.application.entry_table import Arrangement, EntryRow, Layer
from unspin_gui.application.glossary_conflicts import (
    EntryConflict,
    Repeated,
    find_repeated,
    find_unused,
)
from unspin_gui.core.errors import UnspinError
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store.glossary.usage import Usage
from unspin_gui.ui.base.counting import number
from unspin_gui.ui.base.tasks import Tasks
from unspin_gui.ui.glossary.editor.clash_search import ClashSearch
from unspin_gui.ui.glossary.editor.entries_model import GlossaryModel
from unspin_gui.ui.glossary.editor.entries_table import SELECTED, GlossaryTable
from unspin_gui.ui.glossary.editor.entry_acts import GlossaryActs, GlossaryOwner, own_glossary
from unspin_gui.ui.glossary.editor.filter_bar import EntryFilterBar
from unspin_gui.ui.glossary.editor.layer_list import LayerList
from unspin_gui.ui.glossary.editor.ordinary_banner import OrdinaryBanner
from unspin_gui.ui.glossary.editor.repeated_banner import RepeatedBanner
from unspin_gui.ui.widgets.labels import button, plain_label, resize_on_screen


class GlossaryEditor(QDialog):
    """Not modal; follows what the session learns while it is open."""

    def __init__(self, owner: GlossaryOwner, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("glossaryEditor")
        self.setWindowTitle(self.tr("Glossary"))
        self._owner = owner
        self._tasks = tasks
        self._stale = True
        self._search = ClashSearch(tasks, self)
        self.acts = GlossaryActs(owner, self)
        self.model = GlossaryModel(self._start, self)
        self.table = GlossaryTable(self.model)
        self.bar = EntryFilterBar()
        self.filter = self.bar.words
        self.layers = LayerList()
        self.repeated = RepeatedBanner(self.bar.show_clashes)
        self.ordinary = OrdinaryBanner(owner, self.acts, self.model, self.bar.show_ordinary)
        self.details = plain_label("", selectable=True)
        self.details.setObjectName("glossaryDetails")
        self._buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self._connect()
        resize_on_screen(self, 1080, 640)

    # ---- what it looks like ---------------------------------------------------------------

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(self.layers)
        split.setSizes([820, 220])
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.repeated)
        column.addWidget(self.ordinary)
        column.addWidget(self.bar)
        column.addWidget(split, 1)
        column.addWidget(self.details)
        column.addLayout(self._button_row())

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        acts = (
            ("Add", self.tr("&Add…"), self.add),
            ("Edit", self.tr("&Edit…"), self.edit),
            ("Duplicate", self.tr("Dup&licate…"), self.duplicate),
            ("Switch", self.tr("S&witch Off"), self.switch),
            ("Delete", self.tr("&Delete"), self.delete),
        )
        for name, text, act in acts:
            made = button(text, act)
            made.setObjectName(f"glossary{name}")
            self._buttons[name] = made
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(button(self.tr("Close"), self.close))
        return row

    def _connect(self) -> None:
        self.bar.changed.connect(self._on_filter_changed)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.table.edit_requested.connect(self.edit)
        self.table.delete_requested.connect(self.delete)
        self.model.switch_requested.connect(self._on_switch_requested)
        self.acts.changed.connect(self._on_changed)
        self._search.found.connect(self._on_clashes_found)
        self._search.moved.connect(self._on_search_moved)
        self.layers.order_changed.connect(self._owner.order_layers)
        self._owner.glossaries_changed.connect(self._on_glossaries_changed)
        self.addActions(self._owner.undo_actions())
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.filter.setFocus)

    # ---- following the owner ----------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed while the editor was closed (called by Qt)."""
        super().showEvent(event)
        if self._stale:
            self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop searching for conflicts, which nobody sees now (called by Qt)."""
        super().hideEvent(event)
        if self._search.is_active:
            self._search.cancel()
            self._stale = True

    @Slot()
    def _on_glossaries_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Reload the glossaries, keeping the selection."""
        self._stale = False
        selected = [row.entry for row in islice(self.table.rows(), SELECTED)]
        top = self.table.verticalScrollBar().value()
        layers = self._owner.layers()
        self.model.set_layers(layers, self._owner.uses())
        self.layers.set_layers(layers)
        self.bar.offer(layers)
        self.model.when_ready(partial(self._show_again, selected, top))
        self._look_for_clashes(layers)
        self.ordinary.look(self._tasks)
        self._owner.read_usage(self._look_for_unused)

    def _start(
        self, arrange: Callable[[], Arrangement], take: Callable[[Arrangement], None]
    ) -> None:
        self._tasks.start(arrange, take, _pass_over)

    def _show_again(self, selected: Sequence[Entry], top: int) -> None:
        self.table.select(selected)
        self._on_selection_changed()
        self.table.verticalScrollBar().setValue(top)

    def _look_for_clashes(self, layers: Sequence[Layer]) -> None:
        others = [layer.glossary for layer in layers if layer.enabled and not layer.writable]
        self._search.start(own_glossary(self._owner), others)

    @Slot(object)
    def _on_clashes_found(self, clashes: dict[int, tuple[EntryConflict, ...]]) -> None:
        self.model.set_clashes(clashes)
        self.model.when_ready(self._on_selection_changed)
        mine = own_glossary(self._owner)

        def report(repeated: Repeated) -> None:
            if own_glossary(self._owner).entries == mine.entries:
                self.repeated.tell(repeated)

        self._tasks.start(lambda: find_repeated(mine, clashes), report, _pass_over)

    @Slot(int)
    def _on_search_moved(self, percent: int) -> None:
        if self._search.is_active and len(self.table.chosen) != 1:
            message = self.tr("{0} Looking for clashes: {1} %.")
            self.details.setText(message.format(self._details(self.table.chosen), percent))

    def _look_for_unused(self, usage: Usage) -> None:
        mine = own_glossary(self._owner)

        def done(numbers: frozenset[int]) -> None:
            if own_glossary(self._owner).entries == mine.entries:
                self.model.set_unused(numbers)
                self.model.when_ready(self._on_selection_changed)

        self._tasks.start(lambda: find_unused(mine, usage), done, _pass_over)

    # ---- selection --------------------------------------------------------------------------

    def show_phrase(self, phrase: str) -> None:
        """Show the entry for a phrase in its form, at the popup's request."""
        self.show()
        self.raise_()
        self.filter.setText(phrase)
        self.model.when_ready(partial(self._edit_phrase, phrase))

    def _edit_phrase(self, phrase: str) -> None:
        if self.table.select_phrase(phrase):
            self.edit()

    @Slot()
    def _on_filter_changed(self) -> None:
        layer, kind = self.bar.layer.currentData(), self.bar.kind.currentData()
        self.model.show_only(self.filter.text().strip(), layer, kind)
        self.model.when_ready(self._on_selection_changed)

    @Slot()
    def _on_selection_changed(self) -> None:
        chosen = self.table.chosen
        is_own = any(True for _ in self.table.own_rows())
        for name in ("Edit", "Duplicate"):
            self._buttons[name].setEnabled(len(chosen) == 1)
        for name in ("Switch", "Delete"):
            self._buttons[name].setEnabled(is_own)
        is_off = is_own and self._are_off
        self._buttons["Switch"].setText(self.tr("S&witch On") if is_off else self.tr("S&witch Off"))
        self.details.setText(self._details(chosen))

    @property
    def _are_off(self) -> bool:
        """Whether all selected own entries are disabled."""
        return not any(row.entry.enabled for row in self.table.own_rows())

    def _details(self, chosen: Sequence[int]) -> str:
        if len(chosen) != 1:
            count = self.model.rowCount()
            if not chosen:
                return self.tr("%Ln entries shown.", "", count)
            text = self.tr("%Ln entries shown, {0} selected.", "", count)
            return text.format(number(len(chosen)))
        row = self.model.row(chosen[0])
        if not row.layer.writable:
            return self.tr(
                "Read-only: editing creates an entry of your own, which takes precedence."
            )
        notices = [self.model.words_of(row) or row.entry.note or self.tr("No clashes.")]
        if self.model.is_unused(row):
            notices.append(self.tr("Not used so far."))
        return "  ·  ".join(notices)

    # ---- acts -------------------------------------------------------------------------------

    @Slot()
    def add(self) -> None:
        """Ask for a new pair."""
        self.acts.add()

    @Slot()
    def edit(self) -> None:
        """Change the selected entry."""
        chosen = self.table.chosen
        if len(chosen) == 1:
            self.acts.edit(self.model.row(chosen[0]))

    @Slot()
    def duplicate(self) -> None:
        """Ask for a new pair that starts as a copy of the selected one."""
        chosen = self.table.chosen
        if len(chosen) == 1:
            self.acts.add(self.model.row(chosen[0]).entry)

    @Slot()
    def switch(self) -> None:
        """Disable the selected own entries, or enable them if all are disabled."""
        self.acts.switch(list(self.table.own_rows()), on=self._are_off)

    @Slot()
    def delete(self) -> None:
        """Delete the selected own entries."""
        self.acts.delete(list(self.table.own_rows()))

    @Slot(object, bool)
    def _on_switch_requested(self, row: EntryRow, on: bool) -> None:  # noqa: FBT001
        self.acts.switch([row], on=on)

    @Slot(object)
    def _on_changed(self, entries: tuple[Entry, ...]) -> None:
        if entries:
            self.model.when_ready(partial(self.table.select, entries))


def _pass_over(_error: UnspinError) -> None:
    """Do nothing: a search for conflicts raises no UnspinError."""

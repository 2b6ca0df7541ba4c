"""The glossary editor (Ctrl+G): every entry of every glossary; the user's own can be changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.core.errors import UnspinError
from unspin_gui.core.glossary import Entry
from unspin_gui.store.usage import Usage
from unspin_gui.ui.glossaries.acts import GlossaryActs, GlossaryOwner, own_glossary
from unspin_gui.ui.glossaries.clashes import Clash, find_clashes, find_unused
from unspin_gui.ui.glossaries.layer_list import LayerList
from unspin_gui.ui.glossaries.model import GlossaryModel, Layer, Row, Show
from unspin_gui.ui.glossaries.table import GlossaryTable
from unspin_gui.ui.looks.labels import button, plain_label, resize_on_screen
from unspin_gui.ui.tasks import Tasks


class GlossaryEditor(QDialog):
    """Not modal; keeps up with what the session learns while it is open."""

    def __init__(self, owner: GlossaryOwner, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("glossaryEditor")
        self.setWindowTitle(self.tr("Glossary"))
        self._owner = owner
        self._tasks = tasks
        self._stale = True
        self.acts = GlossaryActs(owner, self)
        self.model = GlossaryModel(self)
        self.table = GlossaryTable(self.model)
        self.filter = QLineEdit()
        self.layer = QComboBox()
        self.show_kind = QComboBox()
        self.layers = LayerList()
        self.details = plain_label("", selectable=True)
        self.details.setObjectName("glossaryDetails")
        self._buttons: dict[str, QPushButton] = {}
        self._set_up_filter()
        self._lay_out()
        self._connect()
        resize_on_screen(self, 1080, 640)

    # ---- what it looks like ---------------------------------------------------------------

    def _set_up_filter(self) -> None:
        self.filter.setObjectName("glossaryFilter")
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setPlaceholderText(self.tr("Filter: phrase, fix, note or tag"))
        self.filter.setClearButtonEnabled(True)
        self.layer.setAccessibleName(self.tr("Glossary"))
        self.layer.addItem(self.tr("All glossaries"), "")
        self.show_kind.setObjectName("glossaryShow")
        self.show_kind.setAccessibleName(self.tr("Which entries"))
        kinds: tuple[tuple[Show, str], ...] = (
            ("all", self.tr("All entries")),
            ("clashes", self.tr("Only with clashes")),
            ("here", self.tr("Only those in this text")),
            ("unused", self.tr("Only never used")),
            ("off", self.tr("Only switched off")),
        )
        for kind, text in kinds:
            self.show_kind.addItem(text, kind)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.filter, 1)
        top.addWidget(self.show_kind)
        top.addWidget(self.layer)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(self.layers)
        split.setSizes([820, 220])
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        column.addLayout(top)
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
        self.filter.textChanged.connect(self._on_filter_changed)
        self.layer.currentIndexChanged.connect(self._on_filter_changed)
        self.show_kind.currentIndexChanged.connect(self._on_filter_changed)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.table.edit_requested.connect(self.edit)
        self.table.delete_requested.connect(self.delete)
        self.model.switch_requested.connect(self._on_switch_requested)
        self.acts.changed.connect(self._on_changed)
        self.layers.order_changed.connect(self._owner.order_layers)
        self._owner.glossaries_changed.connect(self._on_glossaries_changed)
        self.addActions(self._owner.undo_actions())
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.filter.setFocus)

    # ---- following the owner ----------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed while it was closed (called by Qt)."""
        super().showEvent(event)
        if self._stale:
            self.reload()

    @Slot()
    def _on_glossaries_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Show the glossaries as they are; the selection stays."""
        self._stale = False
        selected = [row.entry for row in self.table.rows()]
        top = self.table.verticalScrollBar().value()
        layers = self._owner.layers()
        self.model.set_layers(layers, self._owner.uses())
        self.layers.set_layers(layers)
        self._fill_layer_choice(layers)
        self.table.select(selected)
        self._on_selection_changed()
        self.table.verticalScrollBar().setValue(top)
        self._look_for_clashes(layers)
        self._owner.read_usage(self._look_for_unused)

    def _fill_layer_choice(self, layers: Sequence[Layer]) -> None:
        names = [layer.name for layer in reversed(layers)]
        shown = [self.layer.itemData(k) for k in range(1, self.layer.count())]
        if names != shown:
            while self.layer.count() > 1:
                self.layer.removeItem(1)
            for name in names:
                self.layer.addItem(name, name)

    def _look_for_clashes(self, layers: Sequence[Layer]) -> None:
        mine = own_glossary(self._owner)
        others = [layer.glossary for layer in layers if layer.enabled and not layer.writable]

        def done(clashes: dict[int, tuple[Clash, ...]]) -> None:
            if own_glossary(self._owner).entries == mine.entries:
                self.model.set_clashes(clashes)
                self._on_selection_changed()

        self._tasks.start(lambda: find_clashes(mine, others), done, _pass_over)

    def _look_for_unused(self, usage: Usage) -> None:
        mine = own_glossary(self._owner)

        def done(numbers: frozenset[int]) -> None:
            if own_glossary(self._owner).entries == mine.entries:
                self.model.set_unused(numbers)
                self._on_selection_changed()

        self._tasks.start(lambda: find_unused(mine, usage), done, _pass_over)

    # ---- selection --------------------------------------------------------------------------

    def show_phrase(self, phrase: str) -> None:
        """Show the entry of a phrase, as the popup asks for it, in its form."""
        self.show()
        self.raise_()
        self.filter.setText(phrase)
        if self.table.select_phrase(phrase):
            self.edit()

    @Slot()
    def _on_filter_changed(self) -> None:
        self.model.show_only(
            self.filter.text().strip(), self.layer.currentData(), self.show_kind.currentData()
        )
        self._on_selection_changed()

    @Slot()
    def _on_selection_changed(self) -> None:
        rows, own = self.table.rows(), self.table.own_rows()
        self._buttons["Edit"].setEnabled(len(rows) == 1)
        self._buttons["Duplicate"].setEnabled(len(rows) == 1)
        for name in ("Switch", "Delete"):
            self._buttons[name].setEnabled(bool(own))
        off = bool(own) and not any(row.entry.enabled for row in own)
        self._buttons["Switch"].setText(self.tr("S&witch On") if off else self.tr("S&witch Off"))
        self.details.setText(self._details(rows))

    def _details(self, rows: Sequence[Row]) -> str:
        if len(rows) != 1:
            shown = self.tr("{0} entries shown").format(self.model.rowCount())
            return self.tr("{0}, {1} selected").format(shown, len(rows)) if rows else shown
        if not rows[0].layer.writable:
            return self.tr("Read-only: editing makes an entry of your own, which then counts.")
        told = [self.model.words_of(rows[0]) or rows[0].entry.note or self.tr("No clashes.")]
        if self.model.is_unused(rows[0]):
            told.append(self.tr("Never used so far."))
        return "  ·  ".join(told)

    # ---- acts -------------------------------------------------------------------------------

    @Slot()
    def add(self) -> None:
        """Ask for a new pair."""
        self.acts.add()

    @Slot()
    def edit(self) -> None:
        """Change the selected entry."""
        rows = self.table.rows()
        if len(rows) == 1:
            self.acts.edit(rows[0])

    @Slot()
    def duplicate(self) -> None:
        """Ask for a new pair that begins like the selected one."""
        rows = self.table.rows()
        if len(rows) == 1:
            self.acts.add(rows[0].entry)

    @Slot()
    def switch(self) -> None:
        """Switch the selected own entries off, or on when all are off."""
        own = self.table.own_rows()
        self.acts.switch(own, on=not any(row.entry.enabled for row in own))

    @Slot()
    def delete(self) -> None:
        """Delete the selected own entries."""
        self.acts.delete(self.table.own_rows())

    @Slot(object, bool)
    def _on_switch_requested(self, row: Row, on: bool) -> None:  # noqa: FBT001
        self.acts.switch([row], on=on)

    @Slot(object)
    def _on_changed(self, entries: tuple[Entry, ...]) -> None:
        if entries:
            self.table.select(entries)


def _pass_over(_error: UnspinError) -> None:
    """Looking for clashes raises no UnspinError."""

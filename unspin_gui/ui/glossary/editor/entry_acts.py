"""The commands on entries: each is filled in with the form, then applied as one undo step."""

from collections.abc import Callable, Container, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from unspin_gui.application.entry_table import EntryRow, Layer
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.store.glossary.usage import Usage
from unspin_gui.ui.base.wording import quoted
from unspin_gui.ui.glossary.editor.layer_list import LayerOrder
from unspin_gui.ui.glossary.editor.pair_form import PairAnswer, PairDialog, PairForm
from unspin_gui.ui.widgets.labels import announce


class GlossaryOwner(Protocol):
    """Provides the glossaries: the session and the library behind it."""

    glossaries_changed: SignalInstance

    def layers(self) -> Sequence[Layer]:
        """The glossaries, lowest first; one of them is the user's own."""

    def uses(self) -> Mapping[str, int]:
        """How many places in the document contain each phrase, case-folded."""

    def read_usage(self, done: Callable[[Usage], object]) -> None:
        """Pass on how often each entry was accepted and rejected, read off the GUI thread."""

    def edit_glossary(self, changes: Sequence[EntryChange], label: str) -> None:
        """Change the user's own glossary: one step, undoable like any other."""

    def order_layers(self, order: LayerOrder) -> None:
        """Enable, disable and order the other glossaries."""

    def vocabulary(self) -> Container[str]:
        """The ordinary words of English, folded; none without language data."""

    def reviews_ordinary(self) -> bool:
        """Whether ordinary words may still be offered for review."""

    def leave_ordinary(self) -> None:
        """Do not offer again to review ordinary words."""

    def undo_actions(self) -> list[QAction]:
        """The undo and redo actions, with their keys."""


def own_glossary(owner: GlossaryOwner) -> Glossary:
    """The user's own glossary."""
    return next((layer.glossary for layer in owner.layers() if layer.writable), Glossary(""))


class GlossaryActs(QObject):
    """Adds, edits, enables, disables and deletes entries of the user's own glossary.

    Signals: changed(tuple[Entry, ...]): these entries are new or have changed.
    """

    changed = Signal(object)

    def __init__(self, owner: GlossaryOwner, window: QWidget) -> None:
        super().__init__(window)
        self._owner = owner
        self._window = window

    def add(self, like: Entry | None = None) -> None:
        """Ask for a new pair, which may start as a copy of an entry."""
        self._ask(self.tr("Add a pair"), None, (like or Entry(""))._replace(line=0))

    def edit(self, row: EntryRow) -> None:
        """Ask how to change an entry; one from a read-only glossary is copied to the user's own."""
        if row.layer.writable:
            self._ask(self.tr("Edit a pair"), row.entry, row.entry)
        else:
            self._ask(self.tr("Make this pair your own"), None, row.entry._replace(line=0))

    def _ask(self, title: str, old: Entry | None, entry: Entry) -> None:
        mine = own_glossary(self._owner)
        form = PairForm([mine.name])
        form.set_entry(entry, mine)
        dialog = PairDialog(title, form, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.answered.connect(lambda answer: self._take(old, answer))
        dialog.open()

    def _take(self, old: Entry | None, answer: PairAnswer) -> None:
        if old != answer.entry:
            verb = self.tr("edit “{0}”") if old else self.tr("add “{0}”")
            change = EntryChange(old, answer.entry)
            self._change([change], verb.format(answer.entry.phrase))

    def switch(self, rows: Sequence[EntryRow], *, on: bool) -> None:
        """Enable or disable own entries."""
        some = [row.entry for row in rows if row.layer.writable and row.entry.enabled != on]
        verb = self.tr("switch on {0}") if on else self.tr("switch off {0}")
        changes = [EntryChange(entry, entry._replace(enabled=on)) for entry in some]
        self._change(changes, verb.format(self._named(some)))

    def delete(self, rows: Sequence[EntryRow]) -> None:
        """Delete own entries; undo restores them."""
        gone = [row.entry for row in rows if row.layer.writable]
        label = self.tr("delete {0}").format(self._named(gone))
        self._change([EntryChange(entry, None) for entry in gone], label)

    def prefer(self, entries: Sequence[Entry]) -> None:
        """Make entries only rank fixes, and no longer flag their phrases in every text."""
        changes = [EntryChange(entry, entry._replace(prefer=True)) for entry in entries]
        label = self.tr("only prefer the fixes of {0}").format(self._named(entries))
        self._change(changes, label)

    def _change(self, changes: Sequence[EntryChange], label: str) -> None:
        if changes:
            self._owner.edit_glossary(changes, label)
            announce(self._window, label)
            self.changed.emit(tuple(change.new for change in changes if change.new))

    def _named(self, entries: Sequence[Entry]) -> str:
        if len(entries) == 1:
            return quoted(entries[0].phrase)
        return self.tr("%Ln pairs", "", len(entries))

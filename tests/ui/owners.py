"""An owner of glossaries for dialogs that change them."""

from collections.abc import Callable, Container, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from unspin_gui.application.entry_table import Layer
from unspin_gui.core.glossary.changes import EntryChange, with_changes
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.store.glossary.usage import Count, Usage
from unspin_gui.ui.glossary.editor.layer_list import LayerOrder

ENTRIES = (
    Entry("7 days", ("week",)),
    Entry("counterfeit consciousness", ("artificial intelligence",), note="a classic"),
    Entry("big data", keep=True),
)
TEAM = Glossary("team", [Entry("Section of Defense", ("Department of Defense",), case="exact")])


class Owner(QObject):
    """Stands for session and library: layers, and a history of own glossaries."""

    glossaries_changed = Signal()

    def __init__(self, entries: Sequence[Entry] = ENTRIES) -> None:
        super().__init__()
        self.history = [Glossary("mine", entries, mine=True)]
        self.labels: list[str] = []
        self.words = frozenset[str]()
        self.is_asked = True

    @property
    def mine(self) -> dict[str, tuple[str, ...]]:
        """The fixes by phrase, as they are now."""
        return {entry.phrase: entry.fixes for entry in self.history[-1].entries}

    def layers(self) -> Sequence[Layer]:
        return (Layer("team", TEAM), Layer("mine", self.history[-1], writable=True))

    def uses(self) -> Mapping[str, int]:
        return {}

    def read_usage(self, done: Callable[[Usage], object]) -> None:
        done(Usage({"alpha": Count(2, 0, "2026-01-05")}))

    def edit_glossary(self, changes: Sequence[EntryChange], label: str) -> None:
        self.history.append(with_changes(self.history[-1], changes))
        self.labels.append(label)
        self.glossaries_changed.emit()

    def order_layers(self, order: LayerOrder) -> None:
        """Not needed here."""

    def vocabulary(self) -> Container[str]:
        return self.words

    def reviews_ordinary(self) -> bool:
        return self.is_asked

    def leave_ordinary(self) -> None:
        self.is_asked = False

    def undo_actions(self) -> list[QAction]:
        undo = QAction("Undo", self, shortcut=QKeySequence("Ctrl+Z"))
        undo.triggered.connect(self._undo)
        return [undo]

    def _undo(self) -> None:
        self.history.pop()
        self.glossaries_changed.emit()

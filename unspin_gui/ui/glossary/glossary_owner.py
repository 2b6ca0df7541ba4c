"""The glossaries as the editor sees them: layers, uses in this document, changes."""

from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.store.glossary.usage import Usage
from unspin_gui.ui.glossary.usage_log import UsageLog
from unspin_gui.ui.session.services import Services

if TYPE_CHECKING:
    from unspin_gui.application.entry_table import Layer
    from unspin_gui.ui.glossary.editor.layer_list import LayerOrder

_ORDINARY = "ordinary_words"


class GlossaryLayers(QObject):
    """Presents session and library together as the owner of glossaries.

    Signals: glossaries_changed(): entries, layers or their order have changed.
    """

    glossaries_changed = Signal()

    def __init__(
        self, services: Services, usage: UsageLog, undo_actions: Sequence[QAction]
    ) -> None:
        super().__init__(services.session)
        self._services = services
        self.usage = usage
        self._undo_actions = undo_actions
        self._session = services.session
        self._session.knowledge_changed.connect(self.glossaries_changed)
        services.library.changed.connect(self.glossaries_changed)

    def layers(self) -> "Sequence[Layer]":
        """The glossaries, lowest first, the user's own last."""
        from unspin_gui.application.entry_table import Layer  # noqa: PLC0415 - not needed to start

        library = self._services.library
        others = [
            Layer(g.glossary.name, g.glossary, g.path, enabled=g.used) for g in library.others
        ]
        mine = self._session.glossary
        return (*others, Layer(mine.name, mine, library.path, writable=True))

    def uses(self) -> Mapping[str, int]:
        """How many places in the document contain each phrase, case-folded."""
        open_ones = (s.entry.phrase for s in self._session.suspects if s.entry is not None)
        settled = (d.learn.phrase for d in self._session.decisions if d.learn is not None)
        return Counter(phrase.casefold() for phrase in (*open_ones, *settled))

    def read_usage(self, done: Callable[[Usage], object]) -> None:
        """Pass on how often each entry was accepted and rejected, read off the GUI thread."""
        self.usage.read(done)

    def edit_glossary(self, changes: Sequence[EntryChange], label: str) -> None:
        """Change the user's own glossary: one step, undoable like any other."""
        self._session.edit_glossary(changes, label)

    def order_layers(self, order: "LayerOrder") -> None:
        """Enable, disable and order the read-only glossaries."""
        self._services.preferences.change(starters=order.names, starters_off=order.off)

    def vocabulary(self) -> Container[str]:
        """The words of the language model."""
        base = self._session.base
        return () if base is None or base.reader is None else base.reader.model.words

    def reviews_ordinary(self) -> bool:
        """Whether the user has not decided about ordinary words yet."""
        return _ORDINARY not in self._services.preferences.settings.hints_dismissed

    def leave_ordinary(self) -> None:
        """Do not offer again to look through ordinary words."""
        dismissed = self._services.preferences.settings.hints_dismissed
        self._services.preferences.change(hints_dismissed=(*dismissed, _ORDINARY))

    def undo_actions(self) -> list[QAction]:
        """The window's undo and redo actions, with their keys."""
        return list(self._undo_actions)

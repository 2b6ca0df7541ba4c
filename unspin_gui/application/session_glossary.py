"""Adds what the present document teaches to the glossaries, as a layer of its own."""

from collections.abc import Iterable
from dataclasses import replace

from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.document import Document
from unspin_gui.core.glossary.changes import EntryChange, changes_for, with_changes
from unspin_gui.core.glossary.glossary import Glossary


class Learnt:
    """What a document teaches: a cache computed from its decisions, never saved.

    `base` is what was loaded, `knowledge` the same together with what the document teaches.
    """

    def __init__(self) -> None:
        self.base: Knowledge | None = None
        self.knowledge: Knowledge | None = None
        self._known: tuple[object, object, tuple[EntryChange, ...]] = (None, None, ())
        self._made: tuple[object, object, Glossary] = (None, None, Glossary(""))
        self._rests_on: tuple[Knowledge, tuple[EntryChange, ...]] | None = None

    def changes(self, document: Document) -> tuple[EntryChange, ...]:
        """What a document changes in the user's glossary."""
        if self._known[0] is not document or self._known[1] is not self.base:
            changes = changes_for(self._mine, document.fixes, document.never, document.edits)
            self._known = (document, self.base, changes)
        return self._known[2]

    def glossary(self, document: Document) -> Glossary:
        """The user's glossary together with what the present document teaches."""
        mine, changes = self._mine, self.changes(document)
        if self._made[0] is not mine or self._made[1] is not changes:
            self._made = (mine, changes, with_changes(mine, changes))
        return self._made[2]

    def unkeeping(self, phrases: Iterable[str]) -> tuple[EntryChange, ...]:
        """The changes that remove the user's entries never to flag these phrases."""
        entries = [entry for phrase in phrases for entry in self._mine.entries_of(phrase)]
        return tuple(EntryChange(entry, None) for entry in entries if entry.keep)

    def follow(self, document: Document) -> bool:
        """Update `knowledge` to the document; returns whether it changed."""
        if self.base is None:
            return False
        rests_on = (self.base, self.changes(document))
        if rests_on == self._rests_on:
            return False
        self._rests_on = rests_on
        others = tuple(g for g in self.base.glossaries if not g.mine)
        self.knowledge = replace(self.base, glossaries=(*others, self.glossary(document)))
        return True

    @property
    def _mine(self) -> Glossary:
        """The user's glossary as it was when the document was opened."""
        mine = [g for g in self.base.glossaries if g.mine] if self.base else []
        return mine[-1] if mine else Glossary("my glossary", mine=True)

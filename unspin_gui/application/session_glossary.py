"""Adds what the open document teaches to the glossaries, as a layer of its own."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from unspin_gui.core.detection.knowledge import WEAKEST, Knowledge, Options
from unspin_gui.core.detection.lessons import SIGNS, Oddness, is_said
from unspin_gui.core.document.document import Document
from unspin_gui.core.glossary.changes import EntryChange, changes_for, with_changes
from unspin_gui.core.glossary.glossary import Glossary


class _Changes(NamedTuple):
    """What a document changes: as stored in the user's glossary, and as it applies here."""

    kept: tuple[EntryChange, ...]
    here: tuple[EntryChange, ...]


class Learnt:
    """What a document teaches: a cache computed from its decisions, never saved.

    `base` is what was loaded; `knowledge` adds what the document teaches and what the user says
    about it as a whole. `carried` is what other documents have taught since the glossary was saved.
    `shows_weaker` lowers the threshold for this document.
    """

    def __init__(self) -> None:
        self.base: Knowledge | None = None
        self.knowledge: Knowledge | None = None
        self.carried: tuple[EntryChange, ...] = ()
        self._known: tuple[object, object, object, _Changes] = (None, None, None, _Changes((), ()))
        self._with_carried: tuple[object, object, Glossary] = (None, None, Glossary(""))
        self._odd: tuple[object, Oddness] = (None, Oddness(Knowledge()))
        self._made: tuple[object, object, Glossary] = (None, None, Glossary(""))
        self.shows_weaker = False
        self._rests_on: object = None

    def changes(self, document: Document) -> tuple[EntryChange, ...]:
        """What a document changes in the user's glossary, beyond what is carried."""
        return self._all(document).kept

    @property
    def carried_changes(self) -> tuple[EntryChange, ...]:
        """The carried changes not yet in the user's glossary, which may have been saved since."""
        if not self.carried:
            return ()
        return changes_for(self._saved, (), edits=self.carried)

    def _all(self, document: Document) -> "_Changes":
        # Which phrases are odd depends on the language, which may be loaded after the glossaries.
        now = (document, self._mine, self.base)
        if any(one is not other for one, other in zip(self._known, now, strict=False)):
            self._known = (*now, self._worked_out(document))
        return self._known[3]

    def _worked_out(self, document: Document) -> "_Changes":
        """Which of the document's lessons are new, and which apply to the document itself.

        What other glossaries contain is not copied. An ordinary word learnt here is no evidence for
        itself: in this document it only ranks fixes.
        """
        mine, rest = self._mine, (document.never, document.edits)
        others = [g for g in self.base.glossaries if not g.mine] if self.base else []
        plain = [pair for pair, form in document.lessons if form == "phrase"]
        pairs = [pair for pair in plain if not is_said(pair, others)]
        preferred = [pair for pair, form in document.lessons if form == "preference"]
        here = changes_for(mine, pairs, *rest, preferred=preferred)
        if not preferred:
            return _Changes(here, here)
        signs = tuple(islice(self._signs(document), SIGNS))
        return _Changes(changes_for(mine, pairs, *rest, preferred=preferred, signs=signs), here)

    def _signs(self, document: Document) -> Iterator[str]:
        """The phrases taught by the document that genuine prose does not contain."""
        if self._odd[0] is not self.base:
            self._odd = (self.base, Oddness(self.base or Knowledge()))
        for pair, form in document.lessons:
            if form != "preference" and self._odd[1].is_odd_phrase(pair.phrase):
                yield pair.phrase

    def glossary(self, document: Document) -> Glossary:
        """The user's glossary together with what the open document teaches."""
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
        changes = self._all(document).here
        rests_on = (self.base, self._mine, changes, document.assume, self.shows_weaker)
        if rests_on == self._rests_on:
            return False
        self._rests_on = rests_on
        others = tuple(g for g in self.base.glossaries if not g.mine)
        self.knowledge = self.base._replace(
            glossaries=(*others, with_changes(self._mine, changes)),
            options=self._options(self.base.options, document),
        )
        return True

    def _options(self, base: Options, document: Document) -> Options:
        """What is flagged in this document: as the preferences say, unless the user said more."""
        options = base._replace(assume=document.assume)
        if self.shows_weaker:
            options = options._replace(min_score=min(options.min_score, WEAKEST))
        return options

    @property
    def _mine(self) -> Glossary:
        """The user's glossary as it was when the document was opened, with what is carried."""
        if self._with_carried[:2] != (self.base, self.carried):
            mine = self._saved
            changes = self.carried_changes
            made = with_changes(mine, changes) if changes else mine
            self._with_carried = (self.base, self.carried, made)
        return self._with_carried[2]

    @property
    def _saved(self) -> Glossary:
        """The user's glossary as it was loaded."""
        mine = [g for g in self.base.glossaries if g.mine] if self.base else []
        return mine[-1] if mine else Glossary("my glossary", mine=True)


def changes_of(base: Knowledge, document: Document) -> tuple[EntryChange, ...]:
    """What a document that is not open changes in the user's glossary."""
    learnt = Learnt()
    learnt.base = base
    return learnt.changes(document)

"""Undo as a list of differences: one history for the text, the decisions and what is learnt.

Each step stores only what it changed, never a text or a whole Document, so that undo can reach back
to the start of a session however long.
"""

from typing import Generic, NamedTuple, TypeVar

from unspin_gui.core.document.change import shared_objects
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.suspects import Assumption

T = TypeVar("T")


class _Splice(NamedTuple, Generic[T]):
    """Replaces the items between the first `head` and the common rest."""

    head: int = 0
    old: tuple[T, ...] = ()
    new: tuple[T, ...] = ()

    def made(self, items: tuple[T, ...]) -> tuple[T, ...]:
        """Return the items with the splice applied."""
        if not self.old and not self.new:
            return items
        return (*items[: self.head], *self.new, *items[self.head + len(self.old) :])

    def reverse(self) -> "_Splice[T]":
        """The inverse splice."""
        return _Splice(self.head, self.new, self.old)


def _splice(old: tuple[T, ...], new: tuple[T, ...]) -> _Splice[T]:
    if old is new:
        return _Splice()
    head, tail = shared_objects(old, new)
    return _Splice(head, old[head : len(old) - tail], new[head : len(new) - tail])


class HistoryStep(NamedTuple):
    """What an action changed, by field; steps with the same `merge` key are merged (typing)."""

    label: str
    merge: object
    decisions: _Splice[Decision]
    ignored: _Splice[str]
    never: _Splice[str]
    edits: _Splice[EntryChange]
    assume: _Splice[Assumption]

    def made(self, document: Document) -> Document:
        """Apply the step to the Document it was recorded on."""
        head, old, new = self.decisions
        after = document.spliced(head, head + len(old), new) if old or new else document
        others = (self.ignored, self.never, self.edits, self.assume)
        if not any(one.old or one.new for one in others):
            return after
        (assume,) = self.assume.made((after.assume,))
        return after.like(
            Document(
                after.source,
                ignored=self.ignored.made(after.ignored),
                never=self.never.made(after.never),
                edits=self.edits.made(after.edits),
                assume=assume,
                places=after.places,
                roles=after.roles,
            )
        )

    def reverse(self) -> "HistoryStep":
        """The inverse step."""
        return HistoryStep(
            self.label,
            self.merge,
            self.decisions.reverse(),
            self.ignored.reverse(),
            self.never.reverse(),
            self.edits.reverse(),
            self.assume.reverse(),
        )


def _step(before: Document, after: Document, label: str, merge: object) -> HistoryStep:
    return HistoryStep(
        label,
        merge,
        _splice(before.decisions, after.decisions),
        _splice(before.ignored, after.ignored),
        _splice(before.never, after.never),
        _splice(before.edits, after.edits),
        _splice((before.assume,), (after.assume,)),
    )


class History(NamedTuple):
    """The history of a session: the steps to the current Document, and the undone ones.

    Compared by identity. `saved` is the Document as last written to disk, or as opened if it has
    not been saved. The last item of `future` is the step undone last.
    """

    document: Document
    saved: Document
    past: tuple[HistoryStep, ...] = ()
    future: tuple[HistoryStep, ...] = ()

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __hash__(self) -> int:
        return id(self)

    def push(self, document: Document, label: str, *, merge: object = None) -> "History":
        """Return the history with one more step; undone steps are dropped.

        A step with the same `merge` key as the current one is merged with it (typing). The places
        of the file are kept: a Document made elsewhere, as by recovery, may lack them.
        """
        past, before = self.past, self.document
        document = document.with_places(before.places, before.roles)
        if merge is not None and past and past[-1].merge == merge:
            before = past[-1].reverse().made(before)
            past = past[:-1]
        return self._replace(
            document=document,
            past=(*past, _step(before, document, label, merge)),
            future=(),
        )

    def closed(self) -> "History":
        """Return the history with its current step closed to merging."""
        if not self.past or self.past[-1].merge is None:
            return self
        return self._replace(past=(*self.past[:-1], self.past[-1]._replace(merge=None)))

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self.past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to redo."""
        return bool(self.future)

    @property
    def undo_label(self) -> str:
        """The label of the step that undo reverts; empty if there is none."""
        return self.past[-1].label if self.past else ""

    @property
    def redo_label(self) -> str:
        """The label of the step that redo repeats; empty if there is none."""
        return self.future[-1].label if self.future else ""

    def undone(self) -> "History":
        """Return the history one step back, or unchanged at its beginning."""
        if not self.past:
            return self
        *_, step = self.past
        document = step.reverse().made(self.document)
        return self._replace(
            document=document, past=self.past[:-1], future=(*self.future, step)
        ).closed()

    def redone(self) -> "History":
        """Return the history one step forward, or unchanged at its end."""
        if not self.future:
            return self
        step = self.future[-1]
        document = step.made(self.document)
        return self._replace(
            document=document, past=(*self.past, step), future=self.future[:-1]
        ).closed()

    def mark_saved(self) -> "History":
        """Return the history with its current Document marked as the one on disk."""
        return self.closed()._replace(saved=self.document)

    def without_learning(self) -> "History":
        """Return the history with all decisions but nothing for a glossary to learn."""
        unlearnt = _Unlearning()
        return self._replace(
            document=unlearnt.document(self.document),
            saved=unlearnt.document(self.saved),
            past=tuple(map(unlearnt.step, self.past)),
            future=tuple(map(unlearnt.step, self.future)),
        )

    @property
    def is_dirty(self) -> bool:
        """Whether the corrected text differs from the one on disk (or from the one opened)."""
        return self.document.decisions != self.saved.decisions and (
            self.document.corrected != self.saved.corrected
        )


class _Unlearning:
    """Removes what is learnt; each decision stays one object wherever it occurs."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Decision, Decision]] = {}

    def _decision(self, decision: Decision) -> Decision:
        if decision.learn is None:
            return decision
        made = self._known.get(id(decision))
        if made is None:
            made = self._known[id(decision)] = (
                decision,
                decision._replace(learn=None, lesson=None),
            )
        return made[1]

    def document(self, document: Document) -> Document:
        return document._replace(
            decisions=tuple(map(self._decision, document.decisions)), never=(), edits=()
        )

    def step(self, step: HistoryStep) -> HistoryStep:
        head, old, new = step.decisions
        decisions = _Splice(head, tuple(map(self._decision, old)), tuple(map(self._decision, new)))
        return step._replace(decisions=decisions, never=_Splice(), edits=_Splice())


def start_history(document: Document) -> History:
    """Start the history of a newly opened Document."""
    return History(document, document)

"""Undo as a list of Documents: one history for text, decisions and what is learnt."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from unspin_gui.core.document.document import Document

LONGEST = 500
"""Steps that are kept."""


class HistoryStep(NamedTuple):
    """A Document, and the act that led to it."""

    document: Document
    label: str
    merge: object = None


@dataclass(frozen=True, slots=True)
class History:
    """The Documents of a session; the one at `at` is the present one.

    `saved` is the Document as last written to disk, or as opened when it never was; the step
    that led to it may be forgotten already.
    """

    steps: tuple[HistoryStep, ...]
    saved: Document
    at: int = 0

    @property
    def document(self) -> Document:
        """The present Document."""
        return self.steps[self.at].document

    def push(self, document: Document, label: str, *, merge: object = None) -> "History":
        """The history with one more step; undone steps are forgotten.

        A step with the same `merge` key as the present one takes its place (typing).
        """
        steps = self.steps[: self.at + 1]
        if merge is not None and self.at and steps[-1].merge == merge:
            steps = steps[:-1]
        steps = (*steps, HistoryStep(document, label, merge))[-LONGEST - 1 :]
        return replace(self, steps=steps, at=len(steps) - 1)

    def closed(self) -> "History":
        """The history in which the next step does not merge with the present one."""
        present = self.steps[self.at]._replace(merge=None)
        return replace(self, steps=(*self.steps[: self.at], present, *self.steps[self.at + 1 :]))

    @property
    def can_undo(self) -> bool:
        """Whether there is an act to take back."""
        return self.at > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is an act to do again."""
        return self.at + 1 < len(self.steps)

    @property
    def undo_label(self) -> str:
        """The act that undo takes back; empty when there is none."""
        return self.steps[self.at].label if self.can_undo else ""

    @property
    def redo_label(self) -> str:
        """The act that redo does again; empty when there is none."""
        return self.steps[self.at + 1].label if self.can_redo else ""

    def undone(self) -> "History":
        """One step back, or the same where there is none."""
        return replace(self, at=max(0, self.at - 1)).closed()

    def redone(self) -> "History":
        """One step forward, or the same where there is none."""
        return replace(self, at=min(len(self.steps) - 1, self.at + 1)).closed()

    def mark_saved(self) -> "History":
        """The history whose present Document is the one on disk."""
        return replace(self.closed(), saved=self.document)

    def mapped(self, alter: Callable[[Document], Document]) -> "History":
        """The history with every Document altered; steps that differ no more stay as steps."""
        altered = {id(step.document): alter(step.document) for step in self.steps}
        steps = tuple(step._replace(document=altered[id(step.document)]) for step in self.steps)
        saved = altered.get(id(self.saved)) or alter(self.saved)
        return replace(self, steps=steps, saved=saved)

    @property
    def is_dirty(self) -> bool:
        """Whether the corrected text differs from the one on disk (or from the one opened)."""
        return self.document.decisions != self.saved.decisions and (
            self.document.corrected != self.saved.corrected
        )


def start_history(document: Document) -> History:
    """The history of a Document that was just opened."""
    return History((HistoryStep(document, ""),), document)

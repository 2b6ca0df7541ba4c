"""Accepts fixes in a file of the queue that is not open."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from unspin_gui.application.file_queue.kept_review import KeptReview
from unspin_gui.application.file_queue.leaving import note_on
from unspin_gui.application.file_queue.queue_row import QueueRow, State
from unspin_gui.application.file_queue.reading_ahead import history_of
from unspin_gui.application.opening import OpeningRequest, read
from unspin_gui.application.session_glossary import changes_of
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.detection.lessons import Wish, with_lessons
from unspin_gui.core.document.accept import decision_for
from unspin_gui.core.document.document import Document
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.paths import UserPaths
from unspin_gui.store.review.decisions_file import save_decisions


class Acceptance(NamedTuple):
    """What to accept in a file: `wishes` gives it for the text, `label` names the undo step.

    With `remember` the glossary learns it; `base` is the knowledge that this is based on.
    """

    wishes: Callable[[str], Sequence[Wish]]
    label: str
    remember: bool
    base: Knowledge


class Accepted(NamedTuple):
    """The review of the file afterwards, its row, and the changes to the user's glossary."""

    kept: KeptReview
    row: QueueRow
    changes: tuple[EntryChange, ...]
    places: int


def accept_in(
    row: QueueRow, kept: KeptReview | None, wanted: Acceptance, paths: UserPaths
) -> Accepted:
    """Accept what still fits as one undo step, and remember it; raises StoreError."""
    reading = read(OpeningRequest(row.path), paths.decisions)
    history = history_of(reading, kept, unsaved=row.unsaved)
    document = history.document
    decided = _accepted(document, wanted)
    places = len(decided.decisions) - len(document.decisions)
    if places:
        history = history.push(decided, wanted.label)
        save_decisions(paths.decisions, row.path, decided)
    left = None if row.suspects is None else max(0, row.suspects - places)
    state: State = "finished" if left == 0 else row.state
    new = replace(row, done=len(decided.decisions), suspects=left, state=state, unsaved=True)
    if places:
        note_on(new, reading.file.file.token, paths.progress)()
    changes = changes_of(wanted.base, decided)
    return Accepted(KeptReview.of(history), new if places else row, changes, places)


def _accepted(document: Document, wanted: Acceptance) -> Document:
    """The document with the fixes of all places that are still as they were, and undecided."""
    source = document.source
    wishes = [
        (suspect, text)
        for suspect, text in wanted.wishes(source)
        if source[slice(*suspect.span)] == suspect.phrase and document.at(suspect.span) is None
    ]
    made = [
        decision_for(source, s, text, remember=wanted.remember, room=document.room(s.span))
        for s, text in wishes
    ]
    lessons = with_lessons(source, made, (s for s, _ in wishes), wanted.base, wanted.remember)
    return document.with_decisions(lessons)

"""Fills a queue: the files of folders, with what is remembered about them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from unspin_gui.application.file_queue.queue_row import QueueRow, State
from unspin_gui.application.folder_listing import texts_below
from unspin_gui.store.files import atomic
from unspin_gui.store.review.progress_notes import NotesFolder, ProgressNote, is_at

_STATES: dict[str, State] = {"unread": "unread", "work": "work", "finished": "finished"}


def listed(places: Iterable[Path]) -> Iterator[Path]:
    """The files named, and the texts in the folders named and below, each once."""
    seen: set[Path] = set()
    for place in places:
        inside = map(Path, texts_below(str(place))) if place.is_dir() else iter((place,))
        for path in inside:
            if path not in seen:
                seen.add(path)
                yield path


def filled(places: Iterable[Path], notes: Path) -> Iterator[QueueRow]:
    """A row for each file; `notes` is the folder with the notes of earlier sessions."""
    known = NotesFolder(notes)
    for path in listed(places):
        note = known.find(path)
        yield QueueRow(path) if note is None else _remembered(path, note)


def _remembered(path: Path, note: ProgressNote) -> QueueRow:
    """The row of a file with this content, if it is the same file or was renamed.

    A copy of the file that the note is about keeps the counts, but still needs work.
    """
    if not is_at(note, path) and atomic.is_there(note.path):
        left = None if note.suspects is None else note.suspects + note.done
        return QueueRow(path, words=note.words, suspects=left, probability=note.probability)
    return QueueRow(
        path,
        words=note.words,
        suspects=note.suspects,
        done=note.done,
        probability=note.probability,
        state=_STATES[note.state],
        unsaved=note.unsaved,
        opened=int(note.state == "work"),
    )

"""Writes the corrected text of a file of the queue that is not open."""

from collections.abc import Callable
from pathlib import Path

from unspin_gui.application.file_queue.kept_review import KeptReview
from unspin_gui.application.file_queue.leaving import note_on
from unspin_gui.application.file_queue.queue_row import QueueRow
from unspin_gui.application.file_queue.reading_ahead import document_of
from unspin_gui.application.opening import FileReading, OpeningRequest, read
from unspin_gui.application.outputs import edits_of
from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.paths import UserPaths
from unspin_gui.store import formats
from unspin_gui.store.files import atomic
from unspin_gui.store.review.progress_notes import NotesFolder


def save_corrected(
    row: QueueRow,
    kept: KeptReview | None,
    paths: UserPaths,
    refuse: Callable[[Path], object] = lambda _path: None,
) -> Path:
    """Write the corrected text beside the file, and note that; returns its path.

    `refuse` raises StoreError for a path where no document may be written. An existing file is
    overwritten only if this program wrote it. Raises StoreError.
    """
    reading = read(OpeningRequest(row.path), paths.decisions)
    document, file = document_of(reading, kept), reading.file
    target = formats.default_target(file.path)
    refuse(target)
    expect = _expected(row, reading, target, paths.progress)
    written = formats.write(target, file, edits_of(document), expect=expect)
    note_on(row, file.file.token, paths.progress, written.file.token)()
    return target


def _expected(row: QueueRow, reading: FileReading, target: Path, notes: Path) -> str:
    """The token of the file that may be overwritten; raises StoreError if it is not our own."""
    there = atomic.token_on_disk(target)
    if there == atomic.ABSENT:
        return there
    note = NotesFolder(notes).find(row.path)
    own = {reading.written.file.token if reading.written else "", note.written if note else ""}
    if there not in own:
        reason = Message(
            "this file already exists and does not belong to this review; open the text to save it"
        )
        raise StoreError(target, reason)
    return there

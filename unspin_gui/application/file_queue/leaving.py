"""What is written about a file of the queue when the user leaves it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from unspin_gui.application.file_queue.queue_row import QueueRow
from unspin_gui.application.file_queue.reading_ahead import ReadFile
from unspin_gui.core.errors import StoreError
from unspin_gui.store.review.progress_notes import ProgressNote, save_note


def note_on(row: QueueRow, token: str, notes: Path, written: str = "") -> Callable[[], None]:
    """Return a function that notes the progress of the file with this content; raises StoreError.

    `written` is the content token of the corrected file.
    """

    def write() -> None:
        try:
            size = row.path.stat().st_size
        except OSError:
            return  # it vanished; its decisions are remembered, and it may come back
        save_note(
            notes,
            ProgressNote(
                path=str(row.path.absolute()),
                size=size,
                token=token,
                words=row.words or 0,
                suspects=row.suspects,
                done=row.done,
                probability=row.probability,
                state=row.state,
                unsaved=row.unsaved,
                written=written,
            ),
        )

    return write


def note_counts(read: ReadFile, notes: Path) -> None:
    """Note the counts, so that reopening the folder need not count again; failing does no harm.

    A file with decisions of earlier sessions was in progress.
    """
    counts, path = read.counts, read.reading.file.path
    row = QueueRow(path, state="work" if counts.done else "unread", **counts._asdict())
    with suppress(StoreError):
        note_on(row, read.reading.file.file.token, notes)()

"""What is reported of a file of the queue."""

from collections.abc import Callable
from pathlib import Path

from unspin_gui.application.file_queue.kept_review import KeptReview
from unspin_gui.application.file_queue.queue_row import QueueRow
from unspin_gui.application.file_queue.reading_ahead import read_whole
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.document import Document
from unspin_gui.core.errors import StoreError
from unspin_gui.core.suspects import Suspect
from unspin_gui.store.report import FileReport, report_of


def report_on(
    row: QueueRow,
    words: tuple[str, str],
    kept: KeptReview | None,
    decisions: Path,
    knowledge: Knowledge,
    is_wanted: Callable[[], bool],
) -> FileReport:
    """Read a file again and report all its places; `words` are its state and what it seems to be.

    A file that cannot be read is reported as such.
    """
    try:
        read = read_whole(row.path, decisions, knowledge, kept, is_wanted)
    except StoreError as error:
        return FileReport(row.name, words[0], error=str(error))
    if read is None:
        return FileReport(row.name, *words)
    return report_of_document(row, words, read.document, read.findings.all)


def report_of_document(
    row: QueueRow, words: tuple[str, str], document: Document, suspects: tuple[Suspect, ...]
) -> FileReport:
    """Report the places of a document."""
    data = report_of(document, suspects, name=row.name, date="")
    return FileReport(row.name, *words, data.words, data.items, data.learnt)

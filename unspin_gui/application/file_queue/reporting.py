"""What is reported about a file of the queue."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from unspin_gui.application.file_queue.kept_review import KeptReview
from unspin_gui.application.file_queue.queue_row import QueueRow
from unspin_gui.application.file_queue.reading_ahead import read_whole
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.document import Document
from unspin_gui.core.errors import StoreError
from unspin_gui.core.suspects import Suspect
from unspin_gui.store.report import ENGLISH, FileReport, Wording, report_of


class FileWords(NamedTuple):
    """The words for a file: its state, its verdict, and everything else in the report."""

    state: str
    spun: str
    wording: Wording = ENGLISH


def report_on(
    row: QueueRow,
    words: FileWords,
    kept: KeptReview | None,
    decisions: Path,
    knowledge: Knowledge,
    is_wanted: Callable[[], bool],
) -> FileReport:
    """Read a file again and report all its places.

    A file that cannot be read is reported as such.
    """
    try:
        read = read_whole(row.path, decisions, knowledge, kept, is_wanted)
    except StoreError as error:
        return FileReport(row.name, words.state, error=words.wording.tell(error))
    if read is None:
        return FileReport(row.name, words.state, words.spun)
    return report_of_document(row, words, read.document, read.findings.all)


def report_of_document(
    row: QueueRow, words: FileWords, document: Document, suspects: tuple[Suspect, ...]
) -> FileReport:
    """Report the places of a document."""
    data = report_of(document, suspects, name=row.name, date="", wording=words.wording)
    return FileReport(row.name, words.state, words.spun, data.words, data.items, data.learnt)

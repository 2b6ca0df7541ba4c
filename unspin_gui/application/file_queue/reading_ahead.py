"""Reads a file of the queue before the user gets to it: its text, its marks, and their number."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from unspin_gui.application.analysis_run import AnalysisMemory, AnalysisRequest, analyse
from unspin_gui.application.file_queue.kept_review import KeptReview
from unspin_gui.application.findings import Findings
from unspin_gui.application.opening import FileReading, OpeningRequest, read
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.document import Document
from unspin_gui.core.document.history import History, start_history
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import word_count

Stamp = tuple[int, int] | None


class FileCounts(NamedTuple):
    """What a row of the queue shows about a file that was read."""

    words: int
    suspects: int
    done: int
    probability: float | None


class ReadFile(NamedTuple):
    """A file as read, with the decisions on it and everything found in it.

    `stamp` is its time and size just before it was read.
    """

    reading: FileReading
    document: Document
    findings: Findings
    memory: AnalysisMemory
    stamp: Stamp

    @property
    def counts(self) -> FileCounts:
        """The sums for its row."""
        found, document = self.findings, self.document
        return FileCounts(
            word_count(document.source),
            len(found.open(document)),
            len(document.decisions),
            found.probability,
        )

    @property
    def is_current(self) -> bool:
        """Whether the file still seems to be the same."""
        return stamp_of(self.reading.file.path) == self.stamp


def stamp_of(path: Path) -> Stamp:
    """The time and size of a file; None if they cannot be determined."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size


def read_whole(
    path: Path,
    decisions: Path,
    knowledge: Knowledge,
    kept: KeptReview | None = None,
    is_wanted: Callable[[], bool] = lambda: True,
) -> ReadFile | None:
    """Read a file and look for its suspects; None as soon as `is_wanted` returns False.

    `decisions` is the folder with those of earlier sessions; those in `kept` are newer. Raises
    StoreError.
    """
    stamp = stamp_of(path)
    reading = read(OpeningRequest(path), decisions)
    document = document_of(reading, kept)
    passages = reading.passages or ()
    findings = Findings(document.source, reading.file.skip, passages)
    memory = AnalysisMemory()
    request = AnalysisRequest(document, findings.passages, knowledge, Span(0, 0))
    for found in analyse(request, memory, is_wanted):
        findings.take(found)
    read_to_end = findings.judged and is_wanted()
    return ReadFile(reading, document, findings, memory, stamp) if read_to_end else None


def document_of(reading: FileReading, kept: KeptReview | None) -> Document:
    """Return the text with its decisions: those kept if the text is the same, or those recalled."""
    return history_of(reading, kept, unsaved=False).document


def history_of(reading: FileReading, kept: KeptReview | None, *, unsaved: bool) -> History:
    """Return the history to continue: the one kept if it is of the same text, or a new one.

    `unsaved` says that recalled decisions are not in a corrected file.
    """
    text, places = reading.file.text, reading.file.places
    history = kept.resumed(text) if kept is not None else None
    if history is not None:
        return history
    blank = Document(text).with_places(places)
    if reading.recalled is None:
        return start_history(blank)
    made = reading.recalled.apply(text).with_places(places)
    return History(made, saved=blank if unsaved else made)

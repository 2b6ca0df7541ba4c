"""The rows of Accept All in all files: phrases of one file, with places as they would read."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject

from unspin_gui.application.file_queue import QueueKey
from unspin_gui.application.file_queue.reading_ahead import ReadFile
from unspin_gui.application.sentence_preview import InSentence, in_sentence
from unspin_gui.core.document.accept import decision_for
from unspin_gui.core.document.document import Document
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.batch.batch_model import BatchModel, BatchRow, batch_rows
from unspin_gui.ui.widgets.cells_model import Role

FILE = 5
_NOWHERE = QueueKey(Path())
MOST_SENTENCES = 20
"""Places of a phrase in a file that are shown in their sentences; the others are accepted too."""


@dataclass(slots=True)
class FileBatchRow(BatchRow):
    """A phrase of one file; `sentences` are its first places with the fix that was best then."""

    key: QueueKey = _NOWHERE
    file: str = ""
    sentences: tuple[InSentence, ...] = ()

    @property
    def identity(self) -> object:
        """The phrase in this file."""
        return self.key, self.phrase


class FoundInFile(NamedTuple):
    """The open places of a file: the suspects, and their sentences by span."""

    suspects: tuple[Suspect, ...]
    sentences: dict[Span, InSentence]


def found_in(document: Document, suspects: Sequence[Suspect]) -> FoundInFile:
    """Return the open places of a document (on any thread)."""
    sentences: dict[Span, InSentence] = {}
    times: dict[str, int] = {}
    for suspect in suspects:
        times[suspect.phrase] = times.get(suspect.phrase, 0) + 1
        if times[suspect.phrase] <= MOST_SENTENCES:
            fix = suspect.candidates[0].text if suspect.candidates else suspect.phrase
            room = document.room(suspect.span)
            decision = decision_for(document.source, suspect, fix, remember=False, room=room)
            sentences[suspect.span] = in_sentence(document, decision)
    return FoundInFile(tuple(suspects), sentences)


def found_in_file(read: ReadFile) -> FoundInFile:
    """Return the open places of a file that was read (on any thread)."""
    return found_in(read.document, read.findings.open(read.document))


def rows_of(
    key: QueueKey, name: str, found: FoundInFile, own_layers: Collection[str]
) -> list[FileBatchRow]:
    """The rows of a file."""
    return [
        FileBatchRow(
            row.phrase,
            row.suspects,
            row.fix,
            row.right,
            row.mine,
            key=key,
            file=name,
            sentences=tuple(
                found.sentences[s.span] for s in row.suspects if s.span in found.sentences
            ),
        )
        for row in batch_rows(found.suspects, own_layers)
    ]


class FilesBatchModel(BatchModel):
    """The table of Accept All with one more column: the file."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent, columns=FILE + 1)

    def add(self, rows: Sequence[FileBatchRow]) -> None:
        """Add the rows of one more file."""
        if rows:
            first = len(self.rows)
            self.beginInsertRows(self.index(-1, -1), first, first + len(rows) - 1)
            self.rows += rows  # what is shown is the same list
            self.endInsertRows()

    def header_names(self, role: int) -> Sequence[str] | None:
        """Return the headers for one file, with one for the file name."""
        names = super().header_names(role)
        return (*names, self.tr("File")) if names is not None and role == Role.DisplayRole else None

    def _display(self, row: BatchRow, column: int) -> str:
        if column == FILE and isinstance(row, FileBatchRow):
            return row.file
        return super()._display(row, column)

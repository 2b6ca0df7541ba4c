"""Finds words in the corrected texts of all files."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.application.file_queue import QueueKey
from unspin_gui.application.file_queue.kept_review import KeptReview
from unspin_gui.application.file_queue.reading_ahead import document_of
from unspin_gui.application.opening import OpeningRequest, read
from unspin_gui.core.document.document import Document
from unspin_gui.core.errors import UnspinError
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.search import Query, search
from unspin_gui.ui.queue.across import Across
from unspin_gui.ui.queue.queue_owner import QueueOwner
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.widgets.labels import plain_label, resize_on_screen
from unspin_gui.ui.widgets.row_selection import select_row
from unspin_gui.ui.widgets.rows_model import Figure, RowsModel, TableRow
from unspin_gui.ui.widgets.rows_table import RowsTable

_MOST = 200
"""The most matches shown of one file."""
_AROUND = 40


class FileHit(NamedTuple):
    """A match: its file, its place in the source, its line from 1, and the words around it."""

    key: QueueKey
    span: Span
    line: int
    words: str


class FindInFiles(QDialog):
    """Not modal. Return searches; Return or a double click shows a match.

    Signals: place_wanted(QueueKey, Span): this place of the source of a file.
    """

    place_wanted = Signal(object, object)

    def __init__(self, services: Services, owner: QueueOwner, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("findInFiles")
        self.setWindowTitle(self.tr("Find in all files"))
        self._services = services
        self._owner = owner
        self._hits: list[FileHit] = []
        self._unread = 0
        self.needle = QLineEdit()
        self.needle.setObjectName("filesNeedle")
        self.needle.setAccessibleName(self.tr("Find"))
        self.needle.setPlaceholderText(self.tr("Find"))
        self.case = QCheckBox(self.tr("Match &case"))
        self.word = QCheckBox(self.tr("Whole &words only"))
        self.pattern = QCheckBox(self.tr("Regular e&xpression"))
        self.search = QPushButton(self.tr("&Search"))
        self.search.setObjectName("filesSearch")
        self.told = plain_label("")
        self.told.setObjectName("filesFound")
        headers = (self.tr("File"), self.tr("Line"), self.tr("Text"))
        self.table = RowsTable(RowsModel(headers, self), "filesHits", self.tr("Matches"))
        self.table.set_widths(("a name of a file", "0000", ""), stretched=(2,))
        self.across = Across(self)
        self._lay_out()
        self.search.clicked.connect(self.start)
        self.table.entered.connect(self._on_entered)
        self.across.done.connect(self._on_done)
        self.across.failed.connect(self._on_failed)
        self.across.ended.connect(self._on_ended)
        resize_on_screen(self, 720, 480)

    def _lay_out(self) -> None:
        top, options = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.needle, 1)
        top.addWidget(self.search)
        for box in (self.case, self.word, self.pattern):
            options.addWidget(box)
        options.addStretch(1)
        self.search.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(options)
        column.addWidget(self.table, 1)
        column.addWidget(self.told)

    # ---- searching ----------------------------------------------------------------------

    @property
    def query(self) -> Query:
        """The search that the fields describe."""
        return Query(
            self.needle.text(),
            case=self.case.isChecked(),
            word=self.word.isChecked(),
            pattern=self.pattern.isChecked(),
        )

    @Slot()
    def start(self) -> None:
        """Search all files in their order, the open one as it is now."""
        query = self.query
        if not query.text:
            return
        self._hits, self._unread = [], 0
        if not query.compiled().isValid():
            error = query.compiled().errorString()
            self.told.setText(self.tr("Not a valid pattern: {0}").format(error))
            return
        keys = [row.key for row in self._owner.queue.ordered if row.state != "error"]
        self.across.start(keys, lambda key: self._searching(key, query))

    def _searching(self, key: QueueKey, query: Query) -> Callable[[], list[FileHit]]:
        self.told.setText(self.tr("%Ln files are still to be searched", "", self.across.left))
        kept, decisions = self._owner.kept.get(key), self._services.paths.decisions
        if key == self._owner.current:
            document = self._services.session.document
            return lambda: _hits_in(key, document, query)
        return lambda: _hits_in(key, _document(key, kept, decisions), query)

    @Slot(object, object)
    def _on_done(self, _key: QueueKey, hits: list[FileHit]) -> None:
        if hits:
            self._hits += hits
            self.table.rows.set_rows(self._row(hit) for hit in self._hits)

    @Slot(object, object)
    def _on_failed(self, _key: QueueKey, _error: UnspinError) -> None:
        self._unread += 1

    @Slot()
    def _on_ended(self) -> None:
        if not self._hits:
            self.table.rows.set_rows(())
        files = len({hit.key for hit in self._hits})
        parts = [self.tr("%Ln matches", "", len(self._hits)), self.tr("in %Ln files", "", files)]
        if self._unread:
            parts.append(self.tr("%Ln cannot be read", "", self._unread))
        self.told.setText(", ".join(parts) if self._hits else self.tr("Not found"))
        if self._hits:
            select_row(self.table, 0)
            self.table.setFocus()

    def _row(self, hit: FileHit) -> TableRow:
        row = self._owner.queue.get(hit.key)
        name = row.name if row is not None else hit.key.path.name
        return TableRow([name, Figure(str(hit.line), hit.line), hit.words], hit)

    @Slot()
    def _on_entered(self) -> None:
        if self.table.current is not None:
            hit: FileHit = self.table.current.thing
            self.place_wanted.emit(hit.key, hit.span)

    def open_for(self, text: str) -> None:
        """Show the dialog, with this text to search for unless it is empty."""
        if text:
            self.needle.setText(text)
        self.show()
        self.raise_()
        self.activateWindow()
        self.needle.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.needle.selectAll()


def _document(key: QueueKey, kept: KeptReview | None, decisions: Path) -> Document:
    """A file that is not open, with the decisions on it (on a worker)."""
    return document_of(read(OpeningRequest(key.path), decisions), kept)


def _hits_in(key: QueueKey, document: Document, query: Query) -> list[FileHit]:
    """The matches in a corrected text (on a worker)."""
    text, hits, line, at = document.corrected, list[FileHit](), 1, 0
    for span in search(text, query).spans[:_MOST]:
        line += text.count("\n", at, span.start)
        at = span.start
        around = text[max(0, span.start - _AROUND) : span.end + _AROUND]
        hits.append(FileHit(key, document.to_source(span), line, " ".join(around.split())))
    return hits

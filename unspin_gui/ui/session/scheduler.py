"""Decides when a text is analysed again: at once, or as soon as the user pauses."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from unspin_gui.application.findings import Found
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.change import How
from unspin_gui.core.document.document import Document
from unspin_gui.core.text.passages import Passage
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.session.analysis import Analysis

if TYPE_CHECKING:
    from unspin_gui.application.analysis_run import AnalysisMemory

_IDLE, _AT_ONCE = 250, 20
"""Milliseconds before the analysis after typing, and after any other action."""


class AnalysisScheduler(QObject):
    """Postpones the analysis while the user is busy, and tracks its progress.

    `share` is how much has been read, 0..1, and `again` how much a second time, None if nothing is
    being reread. Signals: due(): the text should be analysed now. found(Found): the result of a
    batch. failed(): it ended with an error, which goes to `sys.excepthook`.
    """

    due = Signal()
    found = Signal(object)
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.share = 1.0
        self.again: float | None = None
        self._running = False
        self._analysis = Analysis(self)
        self._analysis.found.connect(self.found)
        self._analysis.failed.connect(self._on_failed)
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self.due)

    @property
    def is_active(self) -> bool:
        """Whether the text is being analysed, or is about to be."""
        return self._running or self._idle.isActive()

    def begin(
        self, document: Document, passages: Sequence[Passage], knowledge: Knowledge, first: Span
    ) -> None:
        """Analyse a document, starting with the passages in a span of its source."""
        self._idle.stop()
        self._running, self.again = True, None
        self._analysis.request(document, passages, knowledge, first)

    def put_off(self, how: How) -> None:
        """Analyse again soon; results so far are kept, and typing gets the processor first."""
        self._analysis.cancel()
        self.again = None
        self._idle.start(_IDLE if how == "typed" else _AT_ONCE)

    def note(self, found: Found, document: Document) -> None:
        """Record the progress; the analysis ends with the last batch of the current document."""
        if found.again is not None:
            self.again = found.again if found.again < 1 else None
            return
        self.share = found.share
        if found.last and found.knowledge.second is not None:
            self.again = 0.0
        if found.last and found.document is document:
            self._running = False

    def cancel(self) -> None:
        """Stop the analysis, keeping what was found."""
        self._idle.stop()
        self._analysis.cancel()
        self._running, self.again = False, None

    def adopt(self, memory: "AnalysisMemory") -> None:
        """Use the results that were read ahead for the document analysed next."""
        self._analysis.adopt(memory)

    def start_over(self) -> None:
        """Stop reading, and reset the progress."""
        self.cancel()
        self.share = 0.0

    def close(self) -> None:
        """End the worker."""
        self._idle.stop()
        self._analysis.close()

    @Slot(object)
    def _on_failed(self, request: object) -> None:
        if request is self._analysis.latest:
            self._running, self.again = False, None
            self.failed.emit()

"""The worker thread that looks for suspects."""

import sys
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.document import Document
from unspin_gui.core.text.passages import Passage
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.base.tasks import Call, wind_up

if TYPE_CHECKING:
    from unspin_gui.application.analysis_run import AnalysisMemory, AnalysisRequest


class Analysis(QObject):
    """Reads documents one at a time; a newer request cancels the older one.

    Signals:
        found(Found): a batch was read.
        failed(object): this request ended with an error, which goes to `sys.excepthook`.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="unspin-analysis")
        self._due: Future[object] | None = None
        self._closed = False
        self._runs: list[tuple[Future[object], object]] = []
        self._memory: AnalysisMemory | None = None  # used only by the worker's single thread
        self.latest: object = None

    def request(
        self, document: Document, passages: Sequence[Passage], knowledge: Knowledge, first: Span
    ) -> None:
        """Find the suspects of `document`, first those in `first`, a span of the source."""
        from unspin_gui.application.analysis_run import (  # noqa: PLC0415 - not needed to start
            AnalysisMemory,
            AnalysisRequest,
        )

        self.cancel()
        if self._closed:
            return
        if self._memory is None:
            self._memory = AnalysisMemory()
        request = AnalysisRequest(document, passages, knowledge, first)
        memory = self._memory
        self.latest = request
        self._runs = [(done, old) for done, old in self._runs if not done.done()]
        self._due = self._pool.submit(Call(lambda: self._run(request, memory)))
        self._runs.append((self._due, (self, request)))  # neither must be destroyed on the worker
        self._due.add_done_callback(_report)

    def adopt(self, memory: "AnalysisMemory") -> None:
        """Continue with results that another thread has collected and no longer uses."""
        self._memory = memory

    def _run(self, request: "AnalysisRequest", memory: "AnalysisMemory") -> None:
        """Report what a request finds (on the worker)."""
        from unspin_gui.application.analysis_run import analyse  # noqa: PLC0415 - as above

        ended = False
        try:
            for found in analyse(request, memory, lambda: self.latest is request):
                self.found.emit(found)
            ended = True
        finally:
            if not ended:
                self.failed.emit(request)

    def cancel(self) -> None:
        """Cancel the current request within one batch."""
        self.latest = None
        if self._due is not None:
            self._due.cancel()

    def close(self) -> None:
        """Cancel the current request and wait for the worker, but not forever."""
        self.cancel()
        self._closed = True
        wind_up(self._pool, self._runs, all_of_it=False)


def _report(done: "Future[object]") -> None:
    """Pass an error of the worker, which nobody waits for, to the hook for unexpected errors."""
    error = None if done.cancelled() else done.exception()
    if error is not None:
        sys.excepthook(type(error), error, error.__traceback__)

"""The worker that looks for suspects, and nothing else."""

import sys
import time
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from unspin_gui.application.findings import Found
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.glossary.conditions import DocumentWords
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.passages import Passage
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.base.tasks import Call, wind_up

if TYPE_CHECKING:
    from unspin_gui.core.detection.detector import Finding
    from unspin_gui.core.noisy_channel.reader import NoisyChannelReader

_BATCH_SECONDS = 0.05

_Key = tuple[Passage, tuple[Decision, ...]]


@dataclass
class _Memory:
    """What the worker has worked out for one opened source and one knowledge."""

    passages: Sequence[Passage] = ()
    knowledge: Knowledge | None = None
    document_words: DocumentWords = field(default_factory=lambda: DocumentWords(""))
    reader: "NoisyChannelReader | None" = None
    reading: Knowledge | None = None
    findings: "dict[_Key, Finding]" = field(default_factory=dict)
    told: dict[int, tuple[Suspect, ...]] = field(default_factory=dict)


class Analysis(QObject):
    """Reads documents one at a time; a newer request ends the older one.

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
        self._runs: list[tuple[Future[object], _AnalysisRun]] = []
        self._memory = _Memory()
        self.latest: object = None

    def request(
        self, document: Document, passages: Sequence[Passage], knowledge: Knowledge, first: Span
    ) -> None:
        """Find the suspects of `document`; those in `first` (a span of the source) come first."""
        self.cancel()
        if self._closed:
            return
        run = _AnalysisRun(self, self._memory, document, passages, knowledge, first)
        self.latest = run
        self._runs = [(done, old) for done, old in self._runs if not done.done()]
        self._due = self._pool.submit(Call(run.run))
        self._runs.append((self._due, run))
        self._due.add_done_callback(_report)

    def cancel(self) -> None:
        """End the present request within one batch."""
        self.latest = None
        if self._due is not None:
            self._due.cancel()

    def close(self) -> None:
        """End the present request and wait for the worker, but not for ever."""
        self.cancel()
        self._closed = True
        wind_up(self._pool, self._runs, all_of_it=False)


def _report(done: "Future[object]") -> None:
    """Hand an error of the worker, which nobody waits for, to the hook for unexpected ones."""
    error = None if done.cancelled() else done.exception()
    if error is not None:
        sys.excepthook(type(error), error, error.__traceback__)


class _AnalysisRun:
    """One request. Runs alone: there is one thread, so the memory is its own."""

    def __init__(
        self,
        owner: Analysis,
        memory: _Memory,
        document: Document,
        passages: Sequence[Passage],
        knowledge: Knowledge,
        first: Span,
    ) -> None:
        self._owner = owner
        self._memory = memory
        self._document = document
        self._passages = passages
        self._knowledge = knowledge
        self._first = first
        self._starts = [passage.start for passage in passages]

    def run(self) -> None:
        """Read what is not known yet in batches, then settle the whole (on the worker)."""
        ended = False
        try:
            self._read()
            ended = True
        finally:
            if not ended:
                self._owner.failed.emit(self)

    def _read(self) -> None:
        from unspin_gui.core.detection.detector import find  # noqa: PLC0415 - not needed to start

        self._remember()
        keys = [(p, self._document.touching(p.span)) for p in self._passages]
        findings = self._memory.findings
        missing = [k for k in self._ordered() if keys[k] not in findings]
        done, size, settle_at = 0, 4, 4
        while done < len(missing):
            if self._owner.latest is not self:
                return
            batch = [keys[k] for k in missing[done : done + size]]
            began = time.perf_counter()
            found = find(
                batch, self._memory.document_words, self._memory.reading or self._knowledge
            )
            findings.update(zip(batch, found, strict=True))
            done += len(batch)
            spent = max(time.perf_counter() - began, 1e-4)
            size = max(1, min(2 * size, int(len(batch) * _BATCH_SECONDS / spent)))
            if done >= settle_at and done < len(missing):
                settle_at = 4 * done
                self._tell(keys, done / len(missing), last=False)
        if self._owner.latest is self:
            self._tell(keys, 1.0, last=True)

    def _remember(self) -> None:
        memory, knowledge = self._memory, self._knowledge
        if memory.passages is not self._passages:
            # Each opening makes passages of its own, also of the same text.
            memory.passages = self._passages
            memory.document_words = DocumentWords(self._document.source)
            memory.told = {}
            memory.knowledge = memory.reader = memory.reading = None
        if memory.knowledge is not knowledge:
            memory.knowledge = knowledge
            memory.findings = {}
            # What was told of older knowledge may never have been taken in.
            memory.told = {}
            memory.reading = replace(knowledge, reader=self._reader())

    def _reader(self) -> "NoisyChannelReader | None":
        """The reader of the present knowledge, with what it has read of this source."""
        from unspin_gui.core.noisy_channel.caching import CachingReader  # noqa: PLC0415 (numpy)

        memory, wanted = self._memory, self._knowledge.reader
        if memory.reader is not wanted:
            memory.reader = wanted
            return CachingReader.of(wanted) if wanted is not None else None
        return memory.reading.reader if memory.reading else None

    def _ordered(self) -> Iterable[int]:
        first = [k for k, p in enumerate(self._passages) if p.span.overlaps(self._first)]
        inside = set(first)
        return [*first, *(k for k in range(len(self._passages)) if k not in inside)]

    def _tell(self, keys: Sequence[_Key], share: float, *, last: bool) -> None:
        from unspin_gui.core.detection.detector import is_english, settle  # noqa: PLC0415 - as above

        known = [self._memory.findings[key] for key in keys if key in self._memory.findings]
        suspects = settle(known, self._knowledge)
        by_passage = {k: tuple(some) for k, some in groupby(suspects, key=self._passage_of)}
        told = self._memory.told
        ready = {k for k, key in enumerate(keys) if key in self._memory.findings}
        changed = {k: by_passage.get(k, ()) for k in ready if by_passage.get(k, ()) != told.get(k)}
        told.update(changed)
        foreign = last and not is_english(known, self._knowledge)
        found = Found(self._document, self._knowledge, changed, share, last, foreign)
        self._owner.found.emit(found)

    def _passage_of(self, suspect: Suspect) -> int:
        return bisect_right(self._starts, suspect.span.start) - 1

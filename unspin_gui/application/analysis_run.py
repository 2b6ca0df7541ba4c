"""One analysis of a document for suspects, in batches and with a cache.

A run reads the passages not known yet, visible ones first, and settles the whole after batches of
growing size: what the user sees comes at once, and a long text is not settled at every step.
"""

import time
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from unspin_gui.application.findings import Found
from unspin_gui.core.detection.foreign import words_of
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.glossary.conditions import DocumentWords
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.passages import Passage
from unspin_gui.core.text.spans import Span

if TYPE_CHECKING:
    from unspin_gui.core.detection.detector import Finding
    from unspin_gui.core.noisy_channel.reader import NoisyChannelReader

_FIRST_BATCH = 4
_BATCH_SECONDS = 0.05

_Key = tuple[Passage, tuple[Decision, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class AnalysisRequest:
    """What to read: the passages of `document`, those that `first` touches before the others."""

    document: Document
    passages: Sequence[Passage]
    knowledge: Knowledge
    first: Span


@dataclass
class AnalysisMemory:
    """Results for one opened source and one knowledge, cached; for use by a single thread."""

    passages: Sequence[Passage] = ()
    knowledge: Knowledge | None = None
    document_words: DocumentWords | None = None
    vocabulary: object = None
    reader: "NoisyChannelReader | None" = None
    reading: Knowledge | None = None
    findings: "dict[_Key, Finding]" = field(default_factory=dict)
    reported: dict[int, tuple[Suspect, ...]] = field(default_factory=dict)

    def prepare(self, request: AnalysisRequest) -> DocumentWords:
        """Drop results for another source or knowledge; returns the words of this source."""
        knowledge = request.knowledge
        if self.passages is not request.passages:
            # Each opening makes passages of its own, even of the same text.
            self.passages = request.passages
            self.reported = {}
            self.knowledge = self.reader = self.reading = self.document_words = None
        if self.knowledge is not knowledge:
            self.knowledge = knowledge
            self.findings = {}
            # What was reported with older knowledge may never have been taken in.
            self.reported = {}
            self.reading = replace(knowledge, reader=self._caching(knowledge.reader))
        vocabulary = knowledge.reader.model.words if knowledge.reader is not None else None
        if self.document_words is None or self.vocabulary is not vocabulary:
            self.document_words, self.vocabulary = words_of(self.passages, knowledge), vocabulary
        return self.document_words

    def _caching(self, wanted: "NoisyChannelReader | None") -> "NoisyChannelReader | None":
        """The reader wanted, with a cache of what it has read of this source."""
        from unspin_gui.core.noisy_channel.caching import CachingReader  # noqa: PLC0415 (numpy)

        if self.reader is not wanted:
            self.reader = wanted
            return CachingReader.of(wanted) if wanted is not None else None
        return self.reading.reader if self.reading else None


def analyse(
    request: AnalysisRequest, memory: AnalysisMemory, is_current: Callable[[], bool]
) -> Iterator[Found]:
    """Read unknown passages in batches and yield what each batch changed, then the final result.

    Stops, without the final result, once `is_current` returns False; it is called before each
    batch.
    """
    from unspin_gui.core.detection.detector import find  # noqa: PLC0415 - not needed to start

    words = memory.prepare(request)
    keys = [(p, request.document.touching(p.span)) for p in request.passages]
    missing = [k for k in _ordered(request) if keys[k] not in memory.findings]
    if missing and not memory.findings and is_current():
        yield _first_look(request, memory, keys, missing[:_FIRST_BATCH])
    done, size, settle_at = 0, _FIRST_BATCH, _FIRST_BATCH
    while done < len(missing):
        if not is_current():
            return
        batch = [keys[k] for k in missing[done : done + size]]
        began = time.perf_counter()
        found = find(batch, words, memory.reading or request.knowledge)
        memory.findings.update(zip(batch, found, strict=True))
        done += len(batch)
        spent = max(time.perf_counter() - began, 1e-4)
        size = max(1, min(2 * size, int(len(batch) * _BATCH_SECONDS / spent)))
        if done >= settle_at and done < len(missing):
            settle_at = 4 * done
            yield _settled(request, memory, keys, done / len(missing))
    if is_current():
        yield _settled(request, memory, keys, 1.0)


def _first_look(
    request: AnalysisRequest, memory: AnalysisMemory, keys: Sequence[_Key], first: Sequence[int]
) -> Found:
    """What the first passages show without near matches, which need an index that takes a while."""
    from unspin_gui.core.detection.detector import find  # noqa: PLC0415 - as above

    knowledge, batch = memory.reading or request.knowledge, [keys[k] for k in first]
    options = replace(knowledge.options, sources=knowledge.options.sources - {"near"})
    found = find(batch, memory.prepare(request), replace(knowledge, options=options))
    memory.findings.update(zip(batch, found, strict=True))
    look = _settled(request, memory, keys, 0.0)
    for key in batch:
        del memory.findings[key]
    return look


def _ordered(request: AnalysisRequest) -> Iterable[int]:
    """The numbers of the passages in the order in which they are read."""
    passages = request.passages
    first = [k for k, p in enumerate(passages) if p.span.overlaps(request.first)]
    inside = set(first)
    return [*first, *(k for k in range(len(passages)) if k not in inside)]


def _settled(
    request: AnalysisRequest, memory: AnalysisMemory, keys: Sequence[_Key], share: float
) -> Found:
    """The changes since the last report; `share` of the missing passages is read, 1 ends it."""
    from unspin_gui.core.detection.detector import (  # noqa: PLC0415 - as above
        document_probability,
        foreign,
        hidden_hints,
        settle,
    )

    knowledge = request.knowledge
    starts = [passage.start for passage in request.passages]
    ready = [k for k, key in enumerate(keys) if key in memory.findings]
    known = [memory.findings[keys[k]] for k in ready]
    by_passage = {
        k: tuple(some)
        for k, some in groupby(
            settle(known, knowledge), key=lambda s: bisect_right(starts, s.span.start) - 1
        )
    }
    before = memory.reported
    changed = {k: by_passage.get(k, ()) for k in ready if by_passage.get(k, ()) != before.get(k)}
    memory.reported.update(changed)
    last = share >= 1
    if not last:
        return Found(request.document, knowledge, changed, share, last)
    return Found(
        request.document,
        knowledge,
        changed,
        share,
        last,
        foreign(known, knowledge),
        document_probability(known, knowledge),
        hidden_hints(known, knowledge),
    )

"""One analysis of a document for suspects, in batches and with a cache.

A run reads the passages not read yet, visible ones first, and combines the results (`settle`) after
batches of growing size: what the user sees comes at once, and a long text is not settled at every
step.
"""

import time
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from unspin_gui.application.findings import Found
from unspin_gui.core.detection.foreign import words_of
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.glossary.conditions import DocumentWords
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.passages import Passage
from unspin_gui.core.text.spans import Span

if TYPE_CHECKING:
    from unspin_gui.core.detection.detector import Finding
    from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
    from unspin_gui.core.noisy_channel.second_reading import SecondReading

_FIRST_BATCH = 4
_BATCH_SECONDS = 0.05
_AGAIN = 2000
"""Code points that are read a second time before the result is reported."""

_SELDOM = 30
"""Further results of the second reading are reported after this multiple of the time that settling
the whole takes.
"""

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
    second: "SecondReading | None" = None
    twice: set[str] = field(default_factory=set)
    settled: "set[_Key]" = field(default_factory=set)
    findings: "dict[_Key, Finding]" = field(default_factory=dict)
    reported: dict[int, tuple[Suspect, ...]] = field(default_factory=dict)

    def prepare(self, request: AnalysisRequest) -> DocumentWords:
        """Drop results for another source or knowledge; returns the words of this source."""
        knowledge = request.knowledge
        if self.passages is not request.passages:
            # Opening a text again makes new passages, even if the text is the same.
            self.passages = request.passages
            self.reported = {}
            self.knowledge = self.reader = self.reading = self.document_words = None
            self.twice = set()
        if self.knowledge is not knowledge:
            self.knowledge = knowledge
            self.findings = {}
            # What was reported for older knowledge may never have been used.
            self.reported = {}
            self.settled = set()
            reader = self._caching(knowledge.reader, knowledge.second)
            self.reading = knowledge._replace(reader=reader, second=None)
        vocabulary = knowledge.reader.model.words if knowledge.reader is not None else None
        if self.document_words is None or self.vocabulary is not vocabulary:
            self.document_words, self.vocabulary = words_of(self.passages, knowledge), vocabulary
        return self.document_words

    def _caching(
        self, wanted: "NoisyChannelReader | None", second: "SecondReading | None"
    ) -> "NoisyChannelReader | None":
        """Return the reader with a cache of its results for this source, read once or twice."""
        from unspin_gui.core.noisy_channel.caching import CachingReader  # noqa: PLC0415 (numpy)

        same = self.reader is wanted and (self.second is second or not self.twice)
        self.second = second
        if same and self.reading is not None:
            return self.reading.reader
        self.reader, self.twice = wanted, set()
        return CachingReader.of(wanted) if wanted is not None else None


def analyse(
    request: AnalysisRequest, memory: AnalysisMemory, is_current: Callable[[], bool]
) -> Iterator[Found]:
    """Read unknown passages in batches and yield what each batch changed, then the final result.

    If there is a model for a second reading, it reads then, and its changes are yielded too. Stops,
    without the final result, once `is_current` returns False; it is called before each batch.
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
        if request.knowledge.second is not None:
            yield from _again(request, memory, keys, is_current)


def _again(
    request: AnalysisRequest,
    memory: AnalysisMemory,
    keys: Sequence[_Key],
    is_current: Callable[[], bool],
) -> Iterator[Found]:
    """Read what was found a second time, and yield what each batch changed."""
    from unspin_gui.core.detection.detector import find, texts_read  # noqa: PLC0415 - as above

    words, knowledge = memory.prepare(request), memory.reading or request.knowledge
    waiting = [k for k in _ordered(request) if keys[k] not in memory.settled]
    if not waiting:
        yield _settled(request, memory, keys, 1.0)._replace(again=1.0)
    pace = _Pace()
    for batch in _of_size(waiting, lambda k: len(keys[k][0].text)):
        some = [keys[k] for k in batch]
        try:
            if not _revise(texts_read(some, words), memory, is_current):
                return
        except LanguageDataError as error:
            if is_current():
                yield _settled(request, memory, keys, 1.0)._replace(again=1.0, failure=error)
            return
        found = find(some, words, knowledge)
        memory.findings.update(zip(some, found, strict=True))
        memory.settled.update(some)
        done = sum(key in memory.settled for key in keys) / len(keys)
        if done == 1.0 or pace.is_due():
            settled = pace.took(lambda: _settled(request, memory, keys, 1.0))
            yield settled._replace(again=done)
        else:
            yield Found(request.document, request.knowledge, {}, 1.0, last=False, again=done)


class _Pace:
    """Says when to settle the whole document again: at once, and later rarely if that takes long.

    Settling is the only step here that holds the interpreter, which the window needs when a key is
    pressed.
    """

    def __init__(self) -> None:
        self._due = 0.0

    def is_due(self) -> bool:
        """Whether it is time."""
        return time.perf_counter() >= self._due

    def took(self, settle: Callable[[], Found]) -> Found:
        """Settle; the next time comes after a multiple of the time that this took."""
        began = time.perf_counter()
        found = settle()
        ended = time.perf_counter()
        self._due = ended + _SELDOM * (ended - began)
        return found


def _revise(texts: Sequence[str], memory: AnalysisMemory, is_current: Callable[[], bool]) -> bool:
    """Replace the first readings of these texts with second ones; False if no longer wanted."""
    from unspin_gui.core.noisy_channel.caching import CachingReader  # noqa: PLC0415 (numpy)

    reader = memory.reading.reader if memory.reading else None
    if not isinstance(reader, CachingReader) or memory.second is None:
        return is_current()
    new = [text for text in texts if text in reader.seen and text not in memory.twice]
    once = [reader.seen[text] for text in new]
    # Texts read before this was cancelled keep their results.
    for text, read in zip(new, memory.second.revised(new, once, is_current), strict=False):
        reader.seen[text] = read
        memory.twice.add(text)
    return is_current()


def _of_size(numbers: Iterable[int], size: Callable[[int], int]) -> Iterator[list[int]]:
    """Group passages into batches of about the length that several threads can read quickly."""
    some, length = list[int](), 0
    for number in numbers:
        some.append(number)
        length += size(number)
        if length >= _AGAIN:
            yield some
            some, length = [], 0
    if some:
        yield some


def _first_look(
    request: AnalysisRequest, memory: AnalysisMemory, keys: Sequence[_Key], first: Sequence[int]
) -> Found:
    """Return what the first passages show without near matches, whose index takes a while."""
    from unspin_gui.core.detection.detector import find  # noqa: PLC0415 - as above

    knowledge, batch = memory.reading or request.knowledge, [keys[k] for k in first]
    options = knowledge.options._replace(sources=knowledge.options.sources - {"near"})
    found = find(batch, memory.prepare(request), knowledge._replace(options=options))
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

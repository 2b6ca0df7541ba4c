"""Checks texts one by one, or many in several processes."""

import argparse
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from unspin_gui.application.examination import examine
from unspin_gui.application.foreign_text import line_ranges
from unspin_gui.cli import options
from unspin_gui.cli.inputs import Source
from unspin_gui.core.detection.changed_words import ChangedWords, changed_words
from unspin_gui.core.detection.ranker import suggest
from unspin_gui.core.document.document import Document
from unspin_gui.core.document.places import Place, place_at
from unspin_gui.core.errors import StoreError
from unspin_gui.core.suspects import Suggestion, Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import word_count
from unspin_gui.store.formats import MarkupError


class CheckedSuspect(NamedTuple):
    """A suspect with its suggestions, best first, reduced to the words that change.

    Phrases of shipped glossaries are reduced in this way; phrases of the user's own are whole.
    """

    suspect: Suspect
    fixes: tuple[Suggestion, ...]
    changed: ChangedWords


class Outcome(NamedTuple):
    """A text as checked; `notices` are sentences about it, `error` says why it was not read.

    `probability` is how likely the whole text was spun, 0..1, None if that cannot be determined;
    `english` whether any of it reads as English; `places` are its pages, cues or chapters;
    `readers` names the models that found its unfit words.
    """

    name: str
    text: str = ""
    found: tuple[CheckedSuspect, ...] = ()
    notices: tuple[str, ...] = ()
    error: str = ""
    probability: float | None = None
    english: bool = True
    places: tuple[Place, ...] = ()
    readers: tuple[str, ...] = ()

    def place_of(self, suspect: Suspect) -> Place | None:
        """The page, cue or chapter of a suspect, where the document has such."""
        return place_at(self.places, suspect.span.start)


class Report(NamedTuple):
    """An outcome, and what this process could not load; `partly` if a glossary is missing."""

    outcome: Outcome
    told: tuple[str, ...]
    partly: bool


class Totals:
    """Totals over all texts; words, which take a while to count, only if they are shown."""

    def __init__(self, *, count_words: bool) -> None:
        self.count_words = count_words
        self.files = self.words = 0
        self.kinds = Counter[str]()

    def add(self, outcome: Outcome) -> None:
        """Count one more text."""
        self.files += 1
        self.words += word_count(outcome.text) if self.count_words else 0
        self.kinds.update(each.suspect.kind for each in outcome.found)

    def __str__(self) -> str:
        kinds = ", ".join(f"{self.kinds[kind]} {kind}" for kind in ("known", "near", "unfit"))
        counts = {"file": self.files, "word": self.words, "suspect": self.kinds.total()}
        parts = (f"{n:,} {what}{'s' * (n != 1)}" for what, n in counts.items())
        return f"{', '.join(parts)} ({kinds})"


class Examiner:
    """Checks texts with knowledge that is loaded once."""

    def __init__(self, flags: argparse.Namespace) -> None:
        loaded = options.load(flags)
        self._flags, self._knowledge = flags, loaded.knowledge
        self._told = tuple(str(error) for error in (*loaded.failures, *loaded.notices))
        self._partly = bool(loaded.failures)

    def examine(self, source: Source) -> Report:
        """Check one text."""
        return Report(self._outcome(source), self._told, self._partly)

    def _outcome(self, source: Source) -> Outcome:
        as_written: tuple[str, ...] = ()
        try:
            file = source.read(self._flags.encoding)
        except MarkupError as error:
            as_written = (f"this is {error.markup}, so it is read as it is written",)
            file = source.read(self._flags.encoding, as_text=True)
        except StoreError as error:
            return Outcome(source.name, error=str(error))
        found = examine(file.text, file.skip, self._knowledge)
        return Outcome(
            source.name,
            file.text,
            self._with_fixes(file.text, found.suspects),
            (*as_written, *_notices(file.text, found.apart, english=found.english)),
            probability=found.probability,
            english=found.english,
            places=file.places,
            readers=self._knowledge.readers,
        )

    def _with_fixes(self, text: str, suspects: Sequence[Suspect]) -> tuple[CheckedSuspect, ...]:
        document, most = Document(text), self._flags.max_suggestions
        shipped = {one.name for one in self._knowledge.glossaries if not one.mine}

        def with_fixes(suspect: Suspect) -> CheckedSuspect:
            fixes = suggest(suspect, document, self._knowledge, limit=most)
            if suspect.layer in shipped:
                return CheckedSuspect(suspect, fixes, changed_words(suspect, fixes))
            whole = ChangedWords(suspect.span, suspect.phrase, fixes)
            return CheckedSuspect(suspect, fixes, whole)

        return tuple(map(with_fixes, suspects))


def _notices(text: str, apart: Sequence[Span], *, english: bool) -> Iterator[str]:
    """Yield notices about passages in which only glossary phrases are searched for."""
    if not apart:
        return
    if not english:
        yield "this is not English, so only glossary phrases are searched for"
    else:
        where = f"lines that are not English prose ({line_ranges(text, apart)})"
        yield f"only glossary phrases are searched for in {where}"


_examiner: Examiner | None = None


def _prepare(flags: argparse.Namespace) -> None:
    global _examiner  # noqa: PLW0603 - what a process of the pool keeps between its texts
    _examiner = Examiner(flags)


def _examine(source: Source) -> Report:
    assert _examiner is not None  # noqa: S101 - _prepare ran in this process
    return _examiner.examine(source)


def examine_all(sources: Sequence[Source], flags: argparse.Namespace) -> Iterator[Report]:
    """Check the texts in order, in `flags.jobs` processes (0: one for each processor)."""
    import os  # noqa: PLC0415

    jobs = min(flags.jobs or os.cpu_count() or 1, len(sources))
    if jobs <= 1:
        yield from map(Examiner(flags).examine, sources)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - slow to import
    from multiprocessing import get_context  # noqa: PLC0415

    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _prepare, (flags,))
    try:
        yield from pool.map(_examine, sources)
    finally:
        pool.shutdown(cancel_futures=True)


def places(text: str) -> Callable[[int], tuple[int, int]]:
    """Return a function from a place in the text to its line and column, both from 1."""
    starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))

    def place_of(place: int) -> tuple[int, int]:
        line = bisect_right(starts, place)
        return line, place - starts[line - 1] + 1

    return place_of

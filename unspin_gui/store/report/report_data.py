"""The content of a report: the two texts, every place flagged or decided, and why."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from unspin_gui.core.document.document import Decision, Document, Pair
from unspin_gui.core.document.marks import open_suspects
from unspin_gui.core.document.places import line_starts
from unspin_gui.core.suspects import THESAURUS, Suggestion, Suspect
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import fold, word_count
from unspin_gui.store.report.report_wording import ENGLISH, Wording

ItemState = Literal["open", "accepted", "edited", "kept"]
STATES: tuple[ItemState, ...] = ("open", "accepted", "edited", "kept")
STATE_WORDS: dict[ItemState, Message] = {
    "open": Message("open"),
    "accepted": Message("accepted"),
    "edited": Message("edited"),
    "kept": Message("kept"),
}
OWN = Message("own wording")
"""The origin of a fix that no suggestion offered."""


@dataclass(frozen=True, slots=True)
class ReportItem:
    """A place in the source that was flagged or decided.

    `span` is its place in the source, `place` in the corrected text; `line` and `column` count from
    1; `cited` is its page, cue, chapter or line as a reader names it, `where` the same for a column
    of places: of a line the number alone. `fix` is the wording now; for an open place it is the
    best suggestion, empty if there is none. `score`, 0..1, and `reason` are the suspect's, None and
    empty if nothing was suspected; `origin` says where the fix comes from.
    """

    number: int
    span: Span
    place: Span
    state: ItemState
    line: int
    column: int
    phrase: str
    cited: str = ""
    where: str = ""
    fix: str = ""
    origin: str = ""
    score: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReportData:
    """A review to be reported; `items` are ordered by place, `date` is shown as given.

    `wording` is the language of its items, and of the report.
    """

    name: str
    date: str
    source: str
    corrected: str
    items: tuple[ReportItem, ...] = ()
    learnt: tuple[Pair, ...] = ()
    glossaries: tuple[str, ...] = ()
    words: int = 0
    wording: Wording = ENGLISH

    @property
    def counts(self) -> dict[ItemState, int]:
        """The number of items in each state."""
        found = Counter(item.state for item in self.items)
        return {state: found[state] for state in STATES}


class _Reading(NamedTuple):
    """The suspects, ordered by place, and what to suggest for them."""

    suspects: Sequence[Suspect]
    starts: Sequence[int]
    suggest: Callable[[Suspect], Sequence[Suggestion]] | None
    wording: Wording

    def at(self, span: Span) -> Suspect | None:
        """The suspect that overlaps `span` most."""
        first = max(0, bisect_left(self.starts, span.start) - 1)
        last = bisect_right(self.starts, span.end)
        near = [s for s in self.suspects[first:last] if s.span.overlaps(span)]
        return max(near, key=lambda s: _shared(s.span, span), default=None)

    def best(self, suspect: Suspect) -> tuple[str, str]:
        """The best suggestion for a suspect and its origin; both may be empty."""
        if self.suggest is not None:
            first = next(iter(self.suggest(suspect)), None)
            return (first.text, self.source_in_words(first.source)) if first else ("", "")
        top = max(suspect.candidates, key=lambda candidate: candidate.score, default=None)
        return (top.text, self.source_in_words(top.source)) if top else ("", "")

    def reason(self, suspect: Suspect | None) -> str:
        """Why a suspect was flagged; empty if there is no reason."""
        reason = suspect.reason if suspect else None
        return "" if reason is None else self.wording.tell(reason)

    def source_in_words(self, source: str) -> str:
        """Where a fix comes from, as shown to the user."""
        return self.wording.tell(Message("thesaurus")) if source == THESAURUS else source

    def origin(self, suspect: Suspect | None, text: str) -> str:
        """Where the fix `text` comes from."""
        own = self.wording.tell(OWN)
        if suspect is None:
            return own
        offered = [(c.text, c.source) for c in suspect.candidates]
        if self.suggest is not None:
            offered += [(s.text, s.source) for s in self.suggest(suspect)]
        wanted = fold(text)
        # The article before the place may have been changed together with it.
        ends = (wanted, wanted.partition(" ")[2])
        return next((self.source_in_words(by) for fix, by in offered if fold(fix) in ends), own)


def report_of(  # noqa: PLR0913 - what a report is made of
    document: Document,
    suspects: Iterable[Suspect],
    *,
    name: str,
    date: str,
    glossaries: Iterable[str] = (),
    suggest: Callable[[Suspect], Sequence[Suggestion]] | None = None,
    wording: Wording = ENGLISH,
) -> ReportData:
    """Make the report of a document and its suspects.

    Include suspects that decisions hide: they give the decisions their reasons and scores.
    `suggest` returns the ranked fixes of a suspect.
    """
    known = sorted(suspects, key=lambda suspect: suspect.span)
    reading = _Reading(known, [s.span.start for s in known], suggest, wording)
    rows = [_undecided(document, one, reading) for one in open_suspects(document, known)]
    rows += [_decided(document, one, reading) for one in document.decisions]
    rows.sort(key=lambda item: item.span)
    return ReportData(
        name,
        date,
        document.source,
        document.corrected,
        tuple(_placed(rows, document, wording)),
        document.fixes,
        tuple(glossaries),
        word_count(document.source),
        wording,
    )


def _undecided(document: Document, suspect: Suspect, reading: _Reading) -> ReportItem:
    fix, origin = reading.best(suspect)
    place = document.to_corrected(suspect.span)
    return ReportItem(
        0,
        suspect.span,
        place,
        "open",
        0,
        0,
        phrase=suspect.phrase,
        fix=fix,
        origin=origin,
        score=suspect.score,
        reason=reading.reason(suspect),
    )


def _decided(document: Document, decision: Decision, reading: _Reading) -> ReportItem:
    suspect = reading.at(decision.span)
    origin = _origin(decision, suspect, reading)
    # A wording that nobody suggested was typed, even if it was typed in the list of suggestions.
    typed = suspect is not None and origin == reading.wording.tell(OWN)
    return ReportItem(
        0,
        decision.span,
        document.place_of(decision),
        "edited" if typed else decision.state,
        0,
        0,
        phrase=document.source[decision.span.start : decision.span.end],
        fix=decision.text,
        origin=origin,
        score=suspect.score if suspect else None,
        reason=reading.reason(suspect),
    )


def _origin(decision: Decision, suspect: Suspect | None, reading: _Reading) -> str:
    if decision.state == "kept":
        return ""
    if decision.state == "edited":
        return reading.wording.tell(OWN)
    return reading.origin(suspect, decision.text)


def _placed(
    rows: Iterable[ReportItem], document: Document, wording: Wording
) -> Iterable[ReportItem]:
    """The items numbered from 1, each with its line, column and what a reader calls its place."""
    starts = line_starts(document.source)
    for number, item in enumerate(rows, 1):
        line = bisect_right(starts, item.span.start)
        column = item.span.start - starts[line - 1] + 1
        place = document.place_at(item.span.start)
        cited = wording.tell(place)
        where = str(place.number) if place.kind == "line" else cited
        yield replace(item, number=number, line=line, column=column, cited=cited, where=where)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)

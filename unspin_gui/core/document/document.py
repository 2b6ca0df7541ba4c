"""The facts: the source as opened, and the user's decisions on it.

The corrected text is the source with each decision's text in its place. Documents are immutable:
every operation returns a new one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from operator import add

from unspin_gui.core.document.decision import Decision, Form, Lesson, Pair, State
from unspin_gui.core.document.document_fields import DocumentFields
from unspin_gui.core.document.places import Place, line_starts, place_at
from unspin_gui.core.document.roles import Role
from unspin_gui.core.document.splice import Splice
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import fold

__all__ = ["Decision", "Document", "Form", "Lesson", "Pair", "State"]


class Document(DocumentFields):
    """The source and everything the user has decided about it; its fields are `DocumentFields`."""

    @cached_property
    def corrected(self) -> str:
        """The text to be saved."""
        splice: Splice | None = self.__dict__.pop("_splice", None)
        if splice is not None:
            return splice.corrected(self)
        return self.text_of(Span(0, len(self.source)), 0, len(self.decisions))

    @cached_property
    def _lines(self) -> list[int]:
        return line_starts(self.source)

    @cached_property
    def _starts(self) -> list[int]:
        return [decision.span.start for decision in self.decisions]

    @cached_property
    def _ends(self) -> list[int]:
        return [decision.span.end for decision in self.decisions]

    @cached_property
    def _growth(self) -> list[int]:
        """By how many code points each decision lengthens the text."""
        return [len(decision.text) - decision.span.size for decision in self.decisions]

    @cached_property
    def _corrected_starts(self) -> list[int]:
        """Where each decision's text starts in the corrected text."""
        return list(map(add, self._starts, accumulate(self._growth, initial=0)))

    @cached_property
    def _first(self) -> dict[Lesson, int]:
        """The first decision that teaches each lesson."""
        first: dict[Lesson, int] = {}
        for decision in self.decisions:
            if lesson := decision.teaches:
                first.setdefault(lesson, decision.span.start)
        return first

    @cached_property
    def lessons(self) -> tuple[Lesson, ...]:
        """What the decisions teach, each lesson once, in text order."""
        return tuple(self._first)

    @cached_property
    def fixes(self) -> tuple[Pair, ...]:
        """The pairs that the glossary is to learn, each once, in text order."""
        return tuple(dict.fromkeys(pair for pair, form in self._first if form != "known"))

    @property
    def is_decided(self) -> bool:
        """Whether the user has decided anything."""
        return bool(self.decisions or self.ignored or self.never or self.assume != "auto")

    def place_at(self, offset: int) -> Place:
        """The page, cue or chapter containing an offset of the source; else its line."""
        if found := place_at(self.places, offset):
            return found
        line = bisect_right(self._lines, offset)
        return Place(self._lines[line - 1], "line", line)

    def touching(self, span: Span) -> tuple[Decision, ...]:
        """The decisions that overlap or border `span`, ordered by place."""
        return self.decisions[self._touched(span)]

    def overlapping(self, span: Span) -> tuple[Decision, ...]:
        """The decisions that share a code point with `span`, or are empty and lie inside it."""
        return tuple(
            d
            for d in self.touching(span)
            if d.span.overlaps(span) or (not d.span.size and span.start < d.span.start < span.end)
        )

    def within(self, span: Span) -> slice:
        """The decisions inside a span that splits none of them, and insertions at its borders."""
        head, tail = bisect_left(self._starts, span.start), bisect_right(self._ends, span.end)
        return slice(head, max(head, tail))

    def grown_before(self, number: int) -> int:
        """By how many code points the decisions before this one lengthen the text."""
        return sum(self._growth[:number])

    def at(self, span: Span) -> Decision | None:
        """The first decision that overlaps `span`, if any."""
        return next(iter(self.overlapping(span)), None)

    def to_corrected(self, span: Span) -> Span:
        """The place in the corrected text of a span of the source.

        A border inside a decision moves out to the decision's own; text inserted at a border is
        left out.
        """
        if not self.decisions:
            return span
        start = self._to_corrected(span.start, end=False)
        end = self._to_corrected(span.end, end=True)
        return Span(min(start, end), max(start, end))

    def to_source(self, span: Span) -> Span:
        """The span of the source behind a place in the corrected text.

        A border inside a decision's text moves out to the decision's own.
        """
        start = self._to_source(span.start, end=False)
        end = self._to_source(span.end, end=True)
        return Span(min(start, end), max(start, end))

    def place_of(self, decision: Decision) -> Span:
        """The place of one of the document's decisions in the corrected text."""
        start = self._corrected_starts[bisect_left(self.decisions, decision.span, key=_span)]
        return Span(start, start + len(decision.text))

    def room(self, span: Span) -> Span:
        """The widest span around `span` that reaches into no decision."""
        before = bisect_right(self._ends, span.start) - 1
        after = bisect_left(self._starts, span.end)
        return Span(
            self._ends[before] if before >= 0 else 0,
            self._starts[after] if after < len(self._starts) else len(self.source),
        )

    def with_decisions(self, new: Iterable[Decision]) -> "Document":
        """Return the document with these decisions added; older ones they overlap are dropped."""
        ordered = sorted(new, key=_span)
        if all(_apart(one.span, other.span) for one, other in pairwise(ordered)):
            return self._with_all(ordered)
        document = self
        for decision in ordered:
            document = document._with_all((decision,))
        return document

    def without(self, gone: Iterable[Decision]) -> "Document":
        """Return the document without these decisions: the source is restored there."""
        drop = set(gone)
        places = [place for place, d in enumerate(self.decisions) if d in drop]
        if not places:
            return self
        head, tail = places[0], places[-1] + 1
        return self.spliced(head, tail, [d for d in self.decisions[head:tail] if d not in drop])

    def ignoring(self, phrases: Iterable[str]) -> "Document":
        """Return the document with these phrases no longer flagged."""
        return self._replace(ignored=_added(self.ignored, phrases))

    def never_flagging(self, phrases: Iterable[str]) -> "Document":
        """Return the document that teaches the glossary never to flag these phrases."""
        return self._replace(never=_added(self.never, phrases))

    def flagging(self, phrases: Iterable[str]) -> "Document":
        """Return the document with these phrases flagged again."""
        gone = set(map(fold, phrases))
        return self._replace(
            ignored=tuple(p for p in self.ignored if p not in gone),
            never=tuple(p for p in self.never if p not in gone),
        )

    def with_places(self, places: tuple[Place, ...], roles: tuple[Role, ...] = ()) -> "Document":
        """Return the document with these places of its file and roles of its paragraphs."""
        same = (self.places, self.roles) == (places, roles)
        return self if same else self._replace(places=places, roles=roles)

    def like(self, other: "Document") -> "Document":
        """Return the document with everything but the decisions taken from another one."""
        document = other._replace(decisions=self.decisions)
        document.__dict__.update(self.__dict__)
        return document

    def _with_all(self, new: Sequence[Decision]) -> "Document":
        """Return the document with these ordered, disjoint decisions added, in one pass."""
        if not new:
            return self
        around = self._touched(Span(new[0].span.start, new[-1].span.end))
        gone: set[Span] = set()
        for decision in new:
            gone.update(d.span for d in self.overlapping(decision.span))
            gone.add(decision.span)
        kept = [d for d in self.decisions[around] if d.span not in gone]
        return self.spliced(around.start, around.stop, sorted([*kept, *new], key=_span))

    def spliced(self, head: int, tail: int, new: Sequence[Decision]) -> "Document":
        """Return the document with its decisions from `head` to `tail` replaced by `new`.

        The order must be kept. Cached properties are updated rather than recomputed, so that one
        decision among thousands costs no more than the first.
        """
        old = self.decisions[head:tail]
        document = self._replace(decisions=(*self.decisions[:head], *new, *self.decisions[tail:]))
        known = document.__dict__
        if "_lines" in self.__dict__:
            known["_lines"] = self._lines
        known["_starts"] = _joined(self._starts, head, tail, [d.span.start for d in new])
        known["_ends"] = _joined(self._ends, head, tail, [d.span.end for d in new])
        growth = [len(d.text) - d.span.size for d in new]
        known["_growth"] = _joined(self._growth, head, tail, growth)
        # Evaluated on demand: a text of megabytes is not copied for every intermediate step.
        if "corrected" in self.__dict__ and (old or new):
            known["_splice"] = Splice(self, head, tail, len(new))
        elif "_splice" in self.__dict__:
            known["_splice"] = self.__dict__["_splice"].then(head, tail, len(new))
        if "_first" in self.__dict__ and self._teaches_the_same(old, new):
            known |= {"_first": self._first, "lessons": self.lessons, "fixes": self.fixes}
        return document

    def text_of(self, span: Span, head: int, tail: int) -> str:
        """The corrected text of a span of the source containing the decisions `head` to `tail`."""
        pieces, at = list[str](), span.start
        for decision in self.decisions[head:tail]:
            pieces += (self.source[at : decision.span.start], decision.text)
            at = decision.span.end
        return "".join((*pieces, self.source[at : span.end]))

    def _teaches_the_same(self, old: Sequence[Decision], new: Sequence[Decision]) -> bool:
        """Whether replacing these decisions leaves the pairs to learn as they are, in order."""
        first = self._first
        taught = ((d.teaches, d.span.start) for d in (*old, *new))
        return all(first.get(lesson, at) < at for lesson, at in taught if lesson)

    def _touched(self, span: Span) -> slice:
        return slice(bisect_left(self._ends, span.start), bisect_right(self._starts, span.end))

    def _to_corrected(self, place: int, *, end: bool) -> int:
        k = (bisect_left if end else bisect_right)(self._starts, place) - 1
        if k < 0:
            return place
        decision, start = self.decisions[k], self._corrected_starts[k]
        past = place - decision.span.end
        if past < 0:
            return start + (len(decision.text) if end else 0)
        return start + len(decision.text) + past

    def _to_source(self, corrected: int, *, end: bool) -> int:
        k = (bisect_left if end else bisect_right)(self._corrected_starts, corrected) - 1
        if k < 0:
            return corrected
        decision = self.decisions[k]
        past = corrected - self._corrected_starts[k] - len(decision.text)
        if past < 0:
            return decision.span.end if end else decision.span.start
        return decision.span.end + past


def _added(folded: tuple[str, ...], phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*folded, *map(fold, phrases)]))


def _joined(known: list[int], head: int, tail: int, new: list[int]) -> list[int]:
    return [*known[:head], *new, *known[tail:]]


def _apart(one: Span, other: Span) -> bool:
    """Whether decisions on two spans, ordered by place, can exist side by side."""
    return one.end <= other.start and one != other


def _span(decision: Decision) -> Span:
    return decision.span

"""What a new Document changed in the corrected text, and how typing becomes a decision."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count
from operator import is_not
from typing import Literal, NamedTuple

from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.text.spans import Span, merged, shared_ends, shared_start

How = Literal["opened", "done", "typed", "undone", "redone"]
"""How a Document came to be the current one."""


class Patch(NamedTuple):
    """One replacement: `span` of the old corrected text, and the text that takes its place."""

    span: Span
    added: str


class Change(NamedTuple):
    """One edit, undo or redo, as reported to every view.

    `patches` lead from the corrected text of `before` to that of `after`, ordered and disjoint;
    `spans` are the places of the source whose decisions changed. There are no patches if another
    source was opened, since everything is new.
    """

    before: Document
    after: Document
    patches: tuple[Patch, ...] = ()
    spans: tuple[Span, ...] = ()
    how: How = "done"


def change_between(before: Document, after: Document, how: How = "done") -> Change:
    """The Change between two Documents with the same source."""
    old, new = differing(before, after)
    other = set(old).symmetric_difference(new)
    spans = merged(decision.span for decision in other)
    parts = zip(_parts(before, spans), _parts(after, spans), strict=True)
    patches = (_patch(start, old, new) for (start, old), (_, new) in parts)
    return Change(before, after, tuple(p for p in patches if p), spans, how)


def differing(before: Document, after: Document) -> tuple[Sequence[Decision], Sequence[Decision]]:
    """The decisions of both, less the prefix and suffix they share."""
    old, new = before.decisions, after.decisions
    head, tail = shared_objects(old, new)
    return old[head : len(old) - tail], new[head : len(new) - tail]


def shared_objects(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """The lengths of the prefix and suffix of identical items that two sequences share."""
    shorter = min(len(old), len(new))
    head = next(compress(count(), map(is_not, old, new)), shorter)
    rest = shorter - head
    ends = map(is_not, reversed(old), reversed(new))
    return head, min(rest, next(compress(count(), ends), rest))


def apply_patches(text: str, patches: Iterable[Patch]) -> str:
    """Return the text with every patch applied."""
    parts, at = [], 0
    for patch in patches:
        parts += [text[at : patch.span.start], patch.added]
        at = patch.span.end
    return "".join([*parts, text[at:]])


def _parts(document: Document, spans: Iterable[Span]) -> Iterator[tuple[int, str]]:
    """For each span, where its corrected text begins, and that text.

    Text inserted at the border of a span belongs to it. The spans are ordered and disjoint, and no
    border lies inside a decision.
    """
    for span in spans:
        inside = document.within(span)
        start = span.start + document.grown_before(inside.start)
        yield start, document.text_of(span, inside.start, inside.stop)


def _patch(start: int, old: str, new: str) -> Patch | None:
    """The patch from `old`, which begins at `start`, to `new`; None where they are equal."""
    head, tail = shared_ends(old, new)
    if head == len(old) == len(new):
        return None
    return Patch(Span(start + head, start + len(old) - tail), new[head : len(new) - tail])


def rewrite(document: Document, place: Span, text: str) -> Document:
    """Return the document after `place` of its corrected text has been overwritten with `text`.

    Whatever the user types, pastes or deletes becomes one *edited* Decision on the source, extended
    to whole words; it absorbs earlier edits that it touches and accepted fixes that it reaches
    into. Where the source is restored, no decision remains.
    """
    absorbed = _absorbed(document, place)
    span = document.to_source(place)
    for decision in absorbed:
        span = Span(min(span.start, decision.span.start), max(span.end, decision.span.end))
    rest = document.without(absorbed)
    around = _around(document, absorbed, span)
    new = (
        document.corrected[around.start : place.start]
        + text
        + document.corrected[place.end : around.end]
    )
    whole = _whole_words(rest, span, new)
    span, new = _trimmed(document.source, *whole)
    if not span.size and any(other.span == span for other in rest.touching(span)):
        span, new = whole  # two insertions at the same place would have no order
    if document.source[span.start : span.end] == new:
        return rest
    return rest.with_decisions([Decision(span, new, "edited")])


def _absorbed(document: Document, place: Span) -> set[Decision]:
    """The decisions that an edit of the corrected text absorbs."""
    absorbed = set()
    for decision in document.touching(document.to_source(place)):
        here = document.place_of(decision)
        inside = here.start < place.end and place.start < here.end
        if inside or (here.touches(place) and (decision.state == "edited" or not decision.text)):
            absorbed.add(decision)
    return absorbed


def _around(document: Document, absorbed: set[Decision], span: Span) -> Span:
    """The corrected place of `span` together with the absorbed decisions."""
    place = document.to_corrected(span)
    for decision in absorbed:
        here = document.place_of(decision)
        place = Span(min(place.start, here.start), max(place.end, here.end))
    return place


def _whole_words(rest: Document, span: Span, new: str) -> tuple[Span, str]:
    """Extend span and text over adjacent letters, as far as there is no decision."""
    source, room = rest.source, rest.room(span)
    start, end = span
    if _is_letter(new[:1]) or _is_letter(source[start : start + 1]):
        while start > room.start and _is_letter(source[start - 1]):
            start -= 1
    if _is_letter(new[-1:]) or _is_letter(source[end - 1 : end]):
        while end < room.end and _is_letter(source[end]):
            end += 1
    return Span(start, end), source[start : span.start] + new + source[span.end : end]


def _trimmed(source: str, span: Span, new: str) -> tuple[Span, str]:
    """Remove from span and text the whole words they share at either end."""
    old = source[span.start : span.end]
    head = _cut(old, new, shared_start(old, new))
    old_back, new_back = old[head:][::-1], new[head:][::-1]
    tail = _cut(old_back, new_back, shared_start(old_back, new_back))
    return Span(span.start + head, span.end - tail), new[head : len(new) - tail]


def _cut(one: str, two: str, shared: int) -> int:
    """The last offset, at most `shared`, that splits a word of neither text."""
    while shared and (_inside_word(one, shared) or _inside_word(two, shared)):
        shared -= 1
    return shared


def _inside_word(text: str, place: int) -> bool:
    return _is_letter(text[place - 1 : place]) and _is_letter(text[place : place + 1])


def _is_letter(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character or " ").startswith("M")

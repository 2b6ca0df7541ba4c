"""Re-anchors decisions in a text that has been moved or edited, as plain values."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unspin_gui.core.document.document import Decision, Lesson, Pair, State
from unspin_gui.core.text.spans import Span, shared_start
from unspin_gui.store.review.decision_rows import learn_of, learn_row, state_of

_CONTEXT = 40
_ENOUGH = 12
_MOST_PLACES = 2_000


@dataclass(frozen=True, slots=True)
class Remembered:
    """A decision with its context; `start` is its place in the source it was made in."""

    start: int
    phrase: str
    text: str
    before: str = ""
    after: str = ""
    state: State = "accepted"
    learn: Pair | None = None
    lesson: Lesson | None = None


def remember(source: str, decisions: Sequence[Decision]) -> tuple[Remembered, ...]:
    """Record decisions with up to 40 code points of the source on either side."""
    return tuple(
        Remembered(
            span.start,
            source[span.start : span.end],
            decision.text,
            source[max(0, span.start - _CONTEXT) : span.start],
            source[span.end : span.end + _CONTEXT],
            decision.state,
            decision.learn,
            decision.lesson,
        )
        for decision in decisions
        for span in [decision.span]
    )


def recall(source: str, remembered: Sequence[Remembered]) -> tuple[Decision, ...]:
    """The decisions that still have a place in `source`, ordered by place, none overlapping.

    A place must contain the phrase itself and enough of its context, and be the single best one.
    """
    found: dict[Span, Decision] = {}
    taken: list[Span] = []
    shift = 0
    for one in sorted(remembered, key=lambda one: one.start):
        place = _place(source, one, one.start + shift)
        if place is not None and not _collides(place, taken):
            insort(taken, place)
            shift = place.start - one.start
            found[place] = Decision(place, one.text, one.state, one.learn, one.lesson)
    return tuple(found[place] for place in taken)


def to_plain(one: Remembered) -> dict[str, object]:
    """Convert a remembered decision to JSON values."""
    plain: dict[str, object] = {"start": one.start, "phrase": one.phrase, "text": one.text}
    plain |= {"before": one.before, "after": one.after, "state": one.state}
    learn = learn_row(one)
    return plain | ({"learn": learn} if learn else {})


def from_plain(raw: object) -> Remembered:
    """Read a remembered decision from JSON values; raises ValueError for anything else."""
    if not isinstance(raw, dict):
        raise ValueError("no table")  # noqa: TRY004 - one error for all that is not as written
    texts = [raw.get(name, "") for name in ("phrase", "text", "before", "after")]
    start, state, learn = raw.get("start"), state_of(raw.get("state")), learn_of(raw.get("learn"))
    if not all(isinstance(text, str) for text in texts) or type(start) is not int:
        raise ValueError("not as written")
    phrase, text, before, after = map(str, texts)
    return Remembered(start, phrase, text, before, after, state, *learn)


def _collides(place: Span, taken: list[Span]) -> bool:
    """Whether `place` overlaps or equals one of the ordered spans."""
    at = bisect_left(taken, place)
    near = taken[max(0, at - 1) : at + 1]
    return any(place == other or place.overlaps(other) for other in near)


def _place(source: str, one: Remembered, expected: int) -> Span | None:
    """The phrase's current place: exactly as expected, or where most of the context agrees."""
    whole = one.before + one.phrase + one.after
    here = expected - len(one.before)
    if here >= 0 and source.startswith(whole, here):
        return Span(expected, expected + len(one.phrase))
    best, best_score, is_only = 0, -1, False
    for place in _places(source, one, expected):
        score = _agreement(source, one, place)
        if score > best_score:
            best, best_score, is_only = place, score, True
        elif score == best_score:
            is_only = False
    wanted = min(_ENOUGH, len(one.before) + len(one.after))
    if best_score < wanted or not (is_only or best_score == len(whole) - len(one.phrase)):
        return None
    return Span(best, best + len(one.phrase))


def _places(source: str, one: Remembered, expected: int) -> Iterator[int]:
    """The places of the phrase (or of an insertion's context), the expected one first."""
    needle = one.phrase or one.before[-_ENOUGH:] + one.after[:_ENOUGH]
    offset = 0 if one.phrase else len(one.before[-_ENOUGH:])
    if not needle:
        return
    near = max(0, expected - 200)
    for start, end in ((near, len(source)), (0, near + len(needle) - 1)):
        at = source.find(needle, start, end)
        for _ in range(_MOST_PLACES):
            if at < 0:
                break
            yield at + offset
            at = source.find(needle, at + 1, end)


def _agreement(source: str, one: Remembered, place: int) -> int:
    """How many code points directly before and after the phrase are unchanged."""
    end = place + len(one.phrase)
    before = source[max(0, place - len(one.before)) : place]
    after = source[end : end + len(one.after)]
    return shared_start(before[::-1], one.before[::-1]) + shared_start(after, one.after)

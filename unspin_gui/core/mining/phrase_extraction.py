"""Cuts and joins the replaced stretches of aligned sentences into phrases as a reader would.

A run of replaced words is cut at punctuation, and where part of it recurs elsewhere; "gang of
hoodlums" stays one phrase; a lone word is extended by the word it belongs with ("exchange war", not
"exchange"); words common to both sides, and articles on one side only, are trimmed from the ends.
"""

from collections.abc import Iterator, Sequence

from unspin_gui.core.mining.aligned_pair import (
    AlignedEdit,
    Known,
    Sides,
    contents,
    follows_preposition,
    key_of,
)
from unspin_gui.core.mining.phrase_extension import grown
from unspin_gui.core.mining.word_alignment import is_wordlike
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import is_function
from unspin_gui.core.text.word_lists import ARTICLES, DETERMINERS

LONGEST = 5
"""The most words in a phrase on either side."""
_LONG = 3


def edits(sides: Sides, known: Known) -> Iterator[AlignedEdit]:
    """Yield the replaced phrases, ordered by place; `known` says which word pairs recur."""
    taken: set[int] = set()
    for run in _joined(sides, _cut(sides, known)):
        wider = grown(sides, _trimmed(sides, run), known, taken)
        taken.update(wider)
        steps = sides.path[wider.start : wider.stop]
        ours = [sides.spun[s.spun].norm for s in steps if s.spun >= 0]
        theirs = [sides.original[s.original].norm for s in steps if s.original >= 0]
        first, other = (next(s[side] for s in steps if s[side] >= 0) for side in (0, 1))
        sizes = (len(ours) - _is_open(ours, theirs), len(theirs) - _is_open(theirs, ours))
        if max(sizes) <= LONGEST:
            places = Span(first, first + sizes[0]), Span(other, other + sizes[1])
            yield AlignedEdit(*places, _support(sides, run))


def _is_open(row: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one sequence ends in an article and the other does not."""
    return len(row) > 1 and row[-1] in ARTICLES and other[-1] not in ARTICLES


def _cut(sides: Sides, known: Known) -> list[range]:
    """Cut the runs of replaced steps at punctuation, around recurring pairs, and when too long."""
    runs: list[range] = []
    start = 0
    for at, step in enumerate((*sides.path, None)):
        ends = step is None or step.anchor or not all(map(_fits, sides.norms(step)))
        if at > start and (ends or _is_border(sides, known, start, at)):
            runs += [range(start, at)]
            start = at
        if ends:
            start = at + 1
    return [run for run in runs if _is_replaced(sides, run)]


def _fits(norm: str) -> bool:
    return not norm or is_wordlike(norm)


def _is_replaced(sides: Sides, run: range) -> bool:
    steps = sides.path[run.start : run.stop]
    return any(s.spun >= 0 for s in steps) and any(s.original >= 0 for s in steps)


def _is_border(sides: Sides, known: Known, start: int, at: int) -> bool:
    """Whether a phrase ends before step `at` within a run of replaced steps."""
    before, here = sides.path[at - 1], sides.path[at]
    if here.spun < 0 or here.original < 0 or before.spun < 0 or before.original < 0:
        return False
    one, other = key_of(sides, before), key_of(sides, here)
    if one and other and _stand_alone(known, one, other):
        return True
    after_small = all(map(is_function, sides.norms(before))) and at - start > 1
    return after_small and _has_more(sides, at) and other is not None


def _stand_alone(known: Known, one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether both pairs of words recur, and not always side by side."""
    times = (known[one], known[other])
    return min(times) > 1 and max(times) > known[one + other]


def _has_more(sides: Sides, at: int) -> bool:
    """Whether the run continues for at least two more steps."""
    return at + 1 < len(sides.path) and not sides.path[at + 1].anchor


def _joined(sides: Sides, runs: Sequence[range]) -> list[range]:
    """Join runs that have only an "of", common to both sides, between them."""
    joined: list[range] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and run.start == last.stop + 1 and run.stop - last.start <= LONGEST:
            between = sides.norms(sides.path[last.stop])
            if between == ("of", "of") and not _ends_small(sides, last):
                joined[-1] = range(last.start, run.stop)
                continue
        joined.append(run)
    return joined


def _ends_small(sides: Sides, run: range) -> bool:
    return any(is_function(norm) for norm in sides.norms(sides.path[run.stop - 1]) if norm)


def _trimmed(sides: Sides, run: range) -> range:
    """Trim from the ends of a run function words that replace one another, or nothing."""
    first, last = run.start, run.stop
    while last - first > 1 and _falls_off(sides, first):
        first += 1
    prepositional = first == run.start and follows_preposition(sides, first)
    while last - first > 1 and _falls_off(sides, last - 1, both=not prepositional):
        last -= 1
    kept = range(first, last)
    if all(contents(sides, kept)):
        return kept
    ends_bare = len(run) > 1 and _falls_off(sides, run.stop - 1, both=False)
    return range(run.start, run.stop - 1) if ends_bare else run


def _falls_off(sides: Sides, at: int, *, both: bool = True) -> bool:
    one, other = sides.norms(sides.path[at])
    if one and other:
        return both and is_function(one) and is_function(other)
    return (one or other) in DETERMINERS


def _support(sides: Sides, run: range) -> float:
    """The share of equal steps among the four on either side, nearer ones weighted more."""
    got = 0.0
    for distance, share in ((1, 0.2), (2, 0.14), (3, 0.1), (4, 0.06)):
        got += share * _weight(sides, run.start - distance)
        got += share * _weight(sides, run.stop + distance - 1)
    return got


def _weight(sides: Sides, at: int) -> float:
    """How much an anchor supports its neighbours; sentence borders support them a little."""
    if not 0 <= at < len(sides.path):
        return 0.7
    step = sides.path[at]
    if not step.anchor:
        return 0.25 if key_of(sides, step) else 0.0
    norm = sides.norms(step)[0]
    return 0.6 if not is_wordlike(norm) else 0.9 if is_function(norm) else 1.0

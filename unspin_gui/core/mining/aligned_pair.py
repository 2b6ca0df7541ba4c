"""A pair of aligned sentences: which tokens correspond, and which replacements recur."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from unspin_gui.core.mining.word_alignment import AlignmentStep
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.stems import stems
from unspin_gui.core.text.tokens import Token, is_function
from unspin_gui.core.text.word_lists import PREPOSITIONS


class AlignedEdit(NamedTuple):
    """A phrase of the spun sentence, its original wording, and how certain that is.

    `support`, 0..1, is the share of the context on either side that is equal in both sentences.
    """

    spun: Span
    original: Span
    support: float


class Sides(NamedTuple):
    """A spun sentence and its original: the tokens of both, and their alignment."""

    text: str
    original_text: str
    spun: Sequence[Token]
    original: Sequence[Token]
    path: Sequence[AlignmentStep]

    def norms(self, step: AlignmentStep) -> tuple[str, str]:
        """The two folded tokens of a step; empty where one is missing."""
        return (
            self.spun[step.spun].norm if step.spun >= 0 else "",
            self.original[step.original].norm if step.original >= 0 else "",
        )

    def is_equal(self, at: int) -> bool:
        """Whether step `at` exists and is a content word common to both sides."""
        if not 0 <= at < len(self.path) or not self.path[at].anchor:
            return False
        one, other = self.norms(self.path[at])
        return one == other and not is_function(one) and one.isalpha()

    def place(self, edit: AlignedEdit) -> Span:
        """The place in the spun sentence of the phrase of an edit."""
        return Span(self.spun[edit.spun.start].start, self.spun[edit.spun.end - 1].end)

    def wording(self, edit: AlignedEdit) -> tuple[str, str]:
        """The phrase and the fix of an edit, as written."""
        return (
            _wording(self.text, self.spun[edit.spun.start : edit.spun.end]),
            _wording(self.original_text, self.original[edit.original.start : edit.original.end]),
        )

    def is_capital(self, at: int) -> bool:
        """Whether the spun token of step `at` begins with a capital."""
        return self.text[self.spun[self.path[at].spun].start].isupper()


Known = Counter[tuple[str, ...]]
"""How often two stems corresponded, how often with which word before or after, and how often two
such pairs were adjacent.
"""


def _wording(text: str, row: Sequence[Token]) -> str:
    return text[row[0].start : row[-1].end]


def recurring(many: Sequence[Sides]) -> Known:
    """Count the replacements that recur in these sentences."""
    known = Known()
    for sides in many:
        for at, step in enumerate(sides.path):
            key = key_of(sides, step)
            if key:
                known[key] += 1
                known.update(with_neighbours(sides, at, key))
                before = key_of(sides, sides.path[at - 1]) if at else None
                if before:
                    known[before + key] += 1
    return known


def with_neighbours(sides: Sides, at: int, key: tuple[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield the pair at step `at` together with adjacent content words that are equal."""
    if sides.is_equal(at - 1):
        yield ("before", sides.norms(sides.path[at - 1])[0], *key)
    if sides.is_equal(at + 1):
        yield ("after", sides.norms(sides.path[at + 1])[0], *key)


def key_of(sides: Sides, step: AlignmentStep) -> tuple[str, str] | None:
    """The stems of a pair of replaced content words; None for any other step."""
    one, other = sides.norms(step)
    if step.anchor or not one or not other or is_function(one) or is_function(other):
        return None
    return stems(one)[-1], stems(other)[-1]


def contents(sides: Sides, run: range) -> tuple[int, int]:
    """The numbers of content words of the run on each side."""
    pairs = [sides.norms(step) for step in sides.path[run.start : run.stop]]
    return (
        sum(bool(one) and not is_function(one) for one, _ in pairs),
        sum(bool(other) and not is_function(other) for _, other in pairs),
    )


def follows_preposition(sides: Sides, at: int) -> bool:
    """Whether a preposition common to both sides comes before step `at`."""
    if not at or not sides.path[at - 1].anchor:
        return False
    one, other = sides.norms(sides.path[at - 1])
    return one == other and one in PREPOSITIONS

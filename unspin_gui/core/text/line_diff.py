"""A line-by-line diff of two texts, in bounded time."""

from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from unspin_gui.core.text.spans import shared_ends

Side = Literal[" ", "-", "+"]
_MOST = 2_000
"""The most differing lines on either side to compare singly; more are shown as one block."""


class Line(NamedTuple):
    """A line common to both texts, or only in the first (-) or the second (+)."""

    side: Side
    text: str


def line_diff(one: str, two: str, *, around: int = 2) -> tuple[tuple[Line, ...], ...]:
    """Return the differing places in order, each with up to `around` common lines on both sides."""
    old, new = one.split("\n"), two.split("\n")
    head, tail = shared_ends(old, new)
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    if not middle_old and not middle_new:
        return ()
    before = [Line(" ", text) for text in old[max(0, head - around) : head]]
    after = [Line(" ", text) for text in old[len(old) - tail :][:around]]
    if max(len(middle_old), len(middle_new)) > _MOST:
        return ((*before, *_all("-", middle_old), *_all("+", middle_new), *after),)
    groups = _groups(middle_old, middle_new, around)
    groups[0] = (*before, *groups[0])
    groups[-1] = (*groups[-1], *after)
    return tuple(groups)


def _groups(old: list[str], new: list[str], around: int) -> list[tuple[Line, ...]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        tuple(line for code in group for line in _lines(code, old, new))
        for group in matcher.get_grouped_opcodes(around)
    ]


def _lines(code: tuple[str, int, int, int, int], old: list[str], new: list[str]) -> list[Line]:
    kind, old_start, old_end, new_start, new_end = code
    if kind == "equal":
        return [Line(" ", text) for text in old[old_start:old_end]]
    return [*_all("-", old[old_start:old_end]), *_all("+", new[new_start:new_end])]


def _all(side: Side, lines: list[str]) -> list[Line]:
    return [Line(side, text) for text in lines]

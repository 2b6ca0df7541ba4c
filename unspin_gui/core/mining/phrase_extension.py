"""Extends a replaced word by the word it belongs with: "exchange war", not "exchange"."""

from unspin_gui.core.mining.aligned_pair import (
    Known,
    Sides,
    contents,
    follows_preposition,
    key_of,
    with_neighbours,
)
from unspin_gui.core.text.tokens import is_function, is_word
from unspin_gui.core.text.word_lists import ARTICLES, DETERMINERS


def grown(sides: Sides, run: range, known: Known, taken: set[int]) -> range:
    """Extend a run of steps by the word it belongs with; `taken` are the steps of other runs."""
    if not all(contents(sides, run)):
        return run
    opened = _open_ends(sides, run)
    if opened == 2 and run.start - 1 not in taken and follows_preposition(sides, run.start):
        return range(run.start - 1, run.stop)
    if opened == 1 and run.stop < len(sides.path) and sides.path[run.stop].anchor:
        norms = sides.norms(sides.path[run.stop])
        closes = all(n not in DETERMINERS and is_word(n) for n in norms)
        return range(run.start, run.stop + closes)
    return run if opened or len(run) > 1 else _grown_word(sides, run, known, taken)


def _grown_word(sides: Sides, run: range, known: Known, taken: set[int]) -> range:
    """Extend a single word by its object, the word after it, or the one before it."""
    key = key_of(sides, sides.path[run.start])
    if key is None:
        return run
    if _has_object(sides, run.stop):
        return range(run.start, run.stop + 2)
    recurs = {c[0] for c in with_neighbours(sides, run.start, key) if known[c] > 1}
    if "after" in recurs or _is_compound(sides, run.stop):
        return range(run.start, run.stop + 1)
    before = "before" in recurs and run.start - 1 not in taken
    return range(run.start - before, run.stop)


def _open_ends(sides: Sides, run: range) -> int:
    """How many of the two sides end in a function word after a content word."""
    pairs = [sides.norms(step) for step in sides.path[run.start : run.stop]]
    rows = [[norm for norm in row if norm] for row in zip(*pairs, strict=True)]
    return sum(len(row) > 1 and is_function(row[-1]) for row in rows)


def _has_object(sides: Sides, after: int) -> bool:
    """Whether an article and a word common to both sides follow a replaced word ("lodged a case").

    The replaced word must stand alone: no other replaced word follows it.
    """
    if not sides.is_equal(after + 1) or _leads(sides, after + 1) or sides.is_equal(after + 2):
        return False
    one, other = sides.norms(sides.path[after])
    return one == other and one in ARTICLES and not sides.is_capital(after + 1)


def _is_compound(sides: Sides, after: int) -> bool:
    """Whether the word at step `after` forms a compound with the replaced word before it."""
    if not sides.is_equal(after) or _leads(sides, after):
        return False
    norm = sides.norms(sides.path[after - 1])[0]
    is_name = sides.is_capital(after)
    return not is_name and not norm.endswith(("ed", "ing"))


def _leads(sides: Sides, at: int) -> bool:
    """Whether the word at step `at` belongs with a replaced word right after it instead."""
    return at + 1 < len(sides.path) and key_of(sides, sides.path[at + 1]) is not None

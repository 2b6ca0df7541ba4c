"""Fits a fix to its place: line ends, breaks and markup between its words are kept."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.token_pattern import BLANK_ENTITY, INVISIBLE, QUOTED, SOFT_HYPHEN_ENTITY
from unspin_gui.core.text.tokens import tokens

_SPACE = pattern(
    rf"(?:<br[ \t]*/?>|{BLANK_ENTITY}|\\(?=\n)|\u2800|\s|{QUOTED})+",
    re.IGNORECASE | re.MULTILINE,
)
_HYPHENS = "-‐‑‒–−﹣－"
_NOT_KEPT = pattern(f"[{_HYPHENS}¬{INVISIBLE}]|{SOFT_HYPHEN_ENTITY}")
"""Characters that are not kept: hyphens, which are up to the fix, and invisible ones."""
_AHEAD = 300
"""How far after the words the address of a link is searched for."""
_LINE_END = pattern(r"[\n\u2028\t]|<br", re.IGNORECASE)


class _Gap(NamedTuple):
    """What separates two words: closing markup, white space, opening markup.

    `at` is its offset in the place, in code points.
    """

    closing: str
    space: str
    opening: str
    at: int

    @property
    def is_plain(self) -> bool:
        """Whether a space can replace it."""
        return not self.closing and not self.opening and self.space == " "

    @property
    def text(self) -> str:
        """The gap as it is written between words of the fix."""
        return self.closing + (self.space or " ") + self.opening


def laid_over(fix: str, source: str, span: Span) -> str:
    """Return the text to replace a span of the source: the fix, with the gaps of the place.

    Where the fix has fewer gaps than the place, line ends take precedence over other white space,
    and markup left over is put beside the fix.
    """
    place = source[span.start : span.end]
    gaps = _gaps(place, source[span.end : span.end + _AHEAD])
    if not fix.strip() or all(gap.is_plain for gap in gaps):
        return fix
    words = fix.split(" ")
    blanks = len(words) - 1
    if len(gaps) == blanks:
        return _joined(words, dict(enumerate(gaps)))
    kept = _most_needed([gap for gap in gaps if not gap.is_plain], blanks)
    scale = len(fix) / len(place)
    text = _joined(words, _spread(kept, words, scale))
    return _with_markup(text, [gap for gap in gaps if gap not in kept])


def reads_plainly(place: str) -> bool:
    """Whether a place has neither markup nor a line-end hyphen between its words."""
    gaps = [place[before.end : after.start] for before, after in pairwise(tokens(place))]
    return "[" not in place and all(not gap.strip() or gap in _HYPHENS for gap in gaps)


def _gaps(place: str, rest: str) -> list[_Gap]:
    """The gaps between the words of a place, given the text after it; bare hyphens do not count."""
    found = []
    words = (token for token in tokens(place + rest) if token.end <= len(place))
    for before, after in pairwise(words):
        gap = place[before.end : after.start]
        if gap == " ":
            found.append(_Gap("", gap, "", before.end))
        elif gap and (parts := _parts(gap)) != ("", "", ""):
            found.append(_Gap(*parts, before.end))
    return found


def _parts(gap: str) -> tuple[str, str, str]:
    spaces = [match.span() for match in _SPACE.finditer(gap)]
    start, end = (spaces[0][0], spaces[-1][1]) if spaces else (len(gap), len(gap))
    return _NOT_KEPT.sub("", gap[:start]), gap[start:end], _NOT_KEPT.sub("", gap[end:])


def _most_needed(gaps: Sequence[_Gap], most: int) -> list[_Gap]:
    """At most `most` of the gaps, in order: line ends take precedence, then markup."""
    order = sorted(gaps, key=lambda gap: (not _LINE_END.search(gap.space), not gap.opening))
    return sorted(order[:most], key=lambda gap: gap.at)


def _spread(gaps: Sequence[_Gap], words: Sequence[str], scale: float) -> dict[int, _Gap]:
    """Assign each gap to the word before it (by number), as near to its old place as possible."""
    ends, at = list[int](), 0
    for word in words[:-1]:
        ends.append(at + len(word))
        at += len(word) + 1
    found: dict[int, _Gap] = {}
    first = 0
    for n, gap in enumerate(gaps):
        last = len(ends) - (len(gaps) - n) + 1
        where = gap.at * scale
        best = min(range(first, last), key=lambda k: abs(ends[k] - where))
        found[best] = gap
        first = best + 1
    return found


def _joined(words: Sequence[str], gaps: dict[int, _Gap]) -> str:
    parts = [words[0]]
    for n, word in enumerate(words[1:]):
        parts += [gaps[n].text if n in gaps else " ", word]
    return "".join(parts)


def _with_markup(text: str, left: Iterable[_Gap]) -> str:
    """Add the markup of unplaced gaps; markup that closes and reopens is dropped."""
    before, after = "", ""
    for gap in left:
        if gap.closing != gap.opening:
            before, after = before + gap.opening, after + gap.closing
    return before + text + after

"""Passages: the pieces of the source that are examined one by one.

The source is cut at line ends. The lines of a hard-wrapped paragraph stay together, so that phrases
are found across line breaks; a blank line, or a line that ends a sentence, ends the passage, and a
very long line is cut after a sentence. A heading with number signs stands alone, and so do lines
quoted at a different depth ("> "). The source never changes, so neither do its passages.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.token_pattern import QUOTED

_SENTENCE_END = pattern(r"""[.!?:;…]["'”’»)\]]*\s*\Z""")
_SENTENCE_GAP = pattern(r"""[.!?…]["'”’)\]]*\s+""")
_SIGNS = pattern(
    rf"(?P<item>[ \t]*(?:[-*+•\ufffc]|\d{{1,3}}[.)])[ \t]+(?=>))?{QUOTED[1:]}(?:#{{1,6}}[ \t])?"
    r"|[ \t]*#{1,6}[ \t]"
)
"""The characters that begin a quoted line, perhaps in a list, or a heading."""
_START = itemgetter(0)
LONGEST = 4000
"""The most code points in a passage."""


class Passage(NamedTuple):
    """A piece of the source: its start and its text."""

    start: int
    text: str

    @property
    def span(self) -> Span:
        """The place of the passage in the source."""
        return Span(self.start, self.start + len(self.text))


def split_passages(source: str) -> tuple[Passage, ...]:
    """Split the source into its non-blank passages, ordered by place."""
    return tuple(piece for whole in _passages(source) for piece in _pieces(whole))


def _pieces(whole: Passage) -> Iterator[Passage]:
    """Cut a passage that is too long, after sentences or else between words."""
    start, text = whole
    at = 0
    while len(text) - at > LONGEST:
        last = at + LONGEST
        cut = max((m.end() for m in _SENTENCE_GAP.finditer(text, at, last)), default=at)
        cut = cut if cut > at + LONGEST // 2 else text.rfind(" ", at, last) + 1 or last
        if not text[at:cut].isspace():
            yield Passage(start + at, text[at:cut])
        at = cut
    if text[at:].strip():
        yield Passage(start + at, text[at:])


def _passages(source: str) -> Iterator[Passage]:
    start, lines = 0, list[str]()
    at = 0
    has_signs = "#" in source or ">" in source or "|" in source
    before = ""
    for line in source.split("\n"):
        blank = not line.strip()
        kind = before
        if has_signs and not blank:
            kind, blank = _kind_of(line)
        if lines and (
            blank
            or kind != before
            or kind == "#"
            or _SENTENCE_END.search(lines[-1])
            or at + len(line) - start > LONGEST
        ):
            yield Passage(start, "\n".join(lines))
            lines = []
        if not blank:
            start = start if lines else at
            lines.append(line)
            before = kind
        at += len(line) + 1
    if lines:
        yield Passage(start, "\n".join(lines))


def _kind_of(line: str) -> tuple[str, bool]:
    """Return the heading or quotation characters that begin a line, and whether that is all."""
    match = _SIGNS.match(line)
    if match is None:
        return "", False
    signs = "".join(match[0].removeprefix(match["item"] or "").split())
    return ("#" if "#" in signs else signs), match.end() == len(line.rstrip())


def passages_touching(passages: Sequence[Passage], span: Span) -> range:
    """The indices of the passages that overlap or border `span`."""
    first = max(0, bisect_right(passages, span.start, key=_START) - 1)
    last = bisect_right(passages, span.end, key=_START)
    if first < last and passages[first].span.end < span.start:
        first += 1
    return range(first, last)

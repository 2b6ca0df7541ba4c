"""Places that are never flagged: fixes of the glossaries, names, titles and compounds."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.detection.passage_read import Read
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.stems import stemmed
from unspin_gui.core.text.tokens import is_word
from unspin_gui.core.text.word_lists import NEVER_REPLACED

if TYPE_CHECKING:
    from unspin_gui.core.glossary.phrase_trie import PhraseTrie
    from unspin_gui.core.noisy_channel.reader import SpanReading

TERM = 1.5
"""Deduction from the log odds of a span that lies inside a fix of a shipped glossary."""
_LONGEST, _FIRST = 4, 2
_NAMED = (
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Col|Capt|Lt|Sgt|Sen|Gov|Sir|Dame)\b\.?"
    r"((?:[ \u00a0]+(?:[A-ZÀ-ÖØ-Þ]\.|[A-ZÀ-ÖØ-Þ][\w'’-]*)){1,3})"
)
"""A title and the name after it."""
_NUMBERED = r"\b([A-Z][\w'’-]+)[ \u00a0](?:[IVX]{2,4}|[VX])\b"
"""A name followed by a Roman numeral."""
_COMPOUND = r"(?<![\w-])[^\W_]+(?:-[^\W_]+){2,}(?![\w-])"
"""Three or more words joined by hyphens: a single word, no part of which is replaced."""
_QUOTED = r"[“\"«]([A-Z][^“”\"«»\n]{2,90})[”\"»]"
_SMALL = 4
"""Words shorter than this may be in lower case in the title of a work."""


def names(text: str) -> list[Span]:
    """Find personal names after titles, numbered names, quoted titles of works, and compounds."""
    found = [Span(*m.span(1)) for name in (_NAMED, _NUMBERED) for m in re.finditer(name, text)]
    if "-" in text:
        found += [Span(*match.span()) for match in re.finditer(_COMPOUND, text)]
    for match in re.finditer(_QUOTED, text):
        words = re.findall(r"[^\W\d_][\w'’]*", match[1])
        if len(words) > 1 and all(word[0].isupper() or len(word) < _SMALL for word in words):
            found.append(Span(*match.span(1)))
    return found


def terms(knowledge: Knowledge, *, mine: bool) -> "list[PhraseTrie]":
    """Return the indexes (of fixes and kept phrases) of the user's or the shipped glossaries."""
    return [index for one in knowledge.glossaries if one.mine == mine for index in one.indexes]


def places_in_terms(
    read: Read,
    readings: Iterable["SpanReading"],
    indexes: "Sequence[PhraseTrie]",
    *,
    beside: bool = False,
) -> list[Span]:
    """Find readings inside a fix of two to four words ("deep learning"), inflected or not.

    With `beside`, only fixes with a content word beside the reading count: that "half a dozen" or
    "look at" is good English does not show whether the original had "six" or "see".
    """
    if not indexes:
        return []
    starts, stems = read.tokens.starts, stemmed(read.tokens.norms)
    found = []
    for reading in readings:
        for first, last in _windows(starts, reading.span):
            window = stems[first:last]
            if not any(index.has_genuine(window) for index in indexes):
                continue
            if not all(map(is_word, read.tokens.norms[first:last])):
                continue
            if not beside or _has_content_beside(read, first, last, reading.span):
                found.append(Span(read.tokens[first].start, read.tokens[last - 1].end))
    return found


def _has_content_beside(read: Read, first: int, last: int, span: Span) -> bool:
    """Whether tokens `[first, last)` have a content word outside the span."""
    return any(
        read.tokens.norms[n] not in NEVER_REPLACED
        for n in range(first, last)
        if not span.overlaps(Span(read.tokens[n].start, read.tokens[n].end))
    )


def for_small_word(reading: "SpanReading") -> bool:
    """Whether a span may have replaced a function word, as "World Health Organization" for "who".

    That such a span is a fix elsewhere is no evidence here.
    """
    return any(one.text.casefold() in NEVER_REPLACED for one in reading.candidates[:_FIRST])


def _windows(starts: list[int], span: Span) -> Iterator[tuple[int, int]]:
    """The windows of two to four tokens, as `[first, last)`, that contain a span."""
    inner, outer = bisect_right(starts, span.start) - 1, bisect_left(starts, span.end)
    for first in range(max(0, outer - _LONGEST), inner + 1):
        for last in range(max(outer, first + 2), min(len(starts), first + _LONGEST) + 1):
            yield first, last

"""Markdown as its source; code, addresses, labels, front matter and tags are not judged."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from unspin_gui.core.text.spans import Span, merged
from unspin_gui.store.formats.markdown.markdown_blocks import blocks_of
from unspin_gui.store.formats.markdown.markdown_inline import InlineText, unjudged_in

_FRONT = {
    "---": (("---", "..."), re.compile(r"[\w\"'-][^\n]*:(?:\s|$)|#|- ")),
    "+++": (("+++",), re.compile(r"[\w\"'-][^\n]*=|\[|#")),
}
"""How front matter begins and ends, and what its first line looks like."""


def unjudged(source: str) -> tuple[Span, ...]:
    """The spans of a Markdown text that are not prose, ordered and disjoint."""
    front = _front_matter(source)
    blocks = blocks_of(source, front.end + 1 if front.size else 0)
    texts = [InlineText.of(source, pieces) for pieces in blocks.inline]
    labels = frozenset(label for text in texts for label, _ in text.definitions())
    spans = [front, *blocks.code]
    for text in texts:
        for span in unjudged_in(text, labels):
            spans += text.in_source(span)
    known = merged(span for span in spans if span.size)
    return merged([*known, *_comments(source, known)])


def _front_matter(source: str) -> Span:
    """The front matter at the very top; empty if there is none."""
    lines = source.split("\n")
    ends, first = _FRONT.get(lines[0].rstrip(), ((), None))
    if first is None or len(lines) < 2 or not first.match(lines[1]):
        return Span(0, 0)
    at = len(lines[0]) + 1
    for line in lines[1:]:
        at += len(line) + 1
        if line.rstrip() in ends:
            return Span(0, at - 1)
    return Span(0, 0)


def _comments(source: str, known: Sequence[Span]) -> Iterator[Span]:
    """Comments that extend over blank lines, apart from comment signs in code."""
    start = source.find("<!--")
    while start >= 0 and (end := source.find("-->", start)) >= 0:
        before = bisect_right(known, Span(start, len(source))) - 1
        if before < 0 or known[before].end <= start:
            yield Span(start, end + 3)
            start = source.find("<!--", end)
        else:
            start = source.find("<!--", max(start + 1, known[before].end))

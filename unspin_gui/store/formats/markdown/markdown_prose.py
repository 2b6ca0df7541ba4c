"""Markdown as its source; code, addresses, labels, front matter and tags are skipped."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from unspin_gui.core.document.roles import Role
from unspin_gui.core.text.spans import Span, merged
from unspin_gui.store.formats.markdown.markdown_blocks import blocks_of
from unspin_gui.store.formats.markdown.markdown_extensions import extensions
from unspin_gui.store.formats.markdown.markdown_found import Blocks
from unspin_gui.store.formats.markdown.markdown_inline import (
    InlineText,
    Unjudged,
    unjudged_in,
)
from unspin_gui.store.formats.markdown.markdown_templates import templates
from unspin_gui.store.formats.opened import Shown

_FRONT = {
    "---": (("---", "..."), re.compile(r"[\w\"'-][^\n]*:(?:\s|$)|#|- ")),
    "+++": (("+++",), re.compile(r"[\w\"'-][^\n]*=|\[|#")),
}
"""How front matter begins and ends, and what its first line looks like."""


def shown(source: str) -> Shown:
    """Return what the panes show of a Markdown text: its source."""
    front = _front_matter(source)
    blocks = blocks_of(source, front.end + 1 if front.size else 0)
    roles = {role.start: role for role in blocks.roles}
    return Shown(source, _unjudged(source, front, blocks), (), roles=_in_order(roles.values()))


def unjudged(source: str) -> tuple[Span, ...]:
    """The spans of a Markdown text that are not prose, ordered and disjoint."""
    return shown(source).skip


def _in_order(roles: Iterable[Role]) -> tuple[Role, ...]:
    return tuple(sorted(roles))


def _unjudged(source: str, front: Span, blocks: Blocks) -> tuple[Span, ...]:
    texts = [InlineText.of(source, pieces) for pieces in blocks.inline]
    labels = frozenset(label for text in texts for label, _ in text.definitions())
    spans = [front, *blocks.code, *extensions(source), *templates(source)]
    found = [unjudged_in(text, labels) for text in texts]
    for text, unjudged in zip(texts, found, strict=True):
        for span in unjudged.spans:
            spans += text.in_source(span)
    spans += _struck(texts, found)
    known = merged(span for span in spans if span.size)
    return merged([*known, *_comments(source, known)])


def _struck(texts: Sequence[InlineText], found: Sequence[Unjudged]) -> Iterator[Span]:
    """Yield what elements strike out, from tag to tag; if unclosed, it ends with the paragraph."""
    open_tags: dict[str, list[Span]] = {}
    for text, unjudged in zip(texts, found, strict=True):
        for tag in unjudged.struck:
            begun = open_tags.setdefault(tag.name, [])
            *_, last = lines = list(text.in_source(tag.span))
            if not tag.ends:
                begun.append(Span(lines[0].start, text.pieces[-1].end))
            elif begun:
                yield Span(begun.pop().start, last.end)
    yield from (left for begun in open_tags.values() for left in begun)


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

"""Markdown as its source; code, addresses, front matter and tags are not judged."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from unspin_gui.core.text.spans import Span, merged

_FENCE = re.compile(r"(?:[ >]|[-*+] )*(`{3,}|~{3,})([^\n]*)")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)")
_LIST = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]+\]:[ \t]*(\S+)")
_TICKS = re.compile("`+")
_INLINE = re.compile(
    r"</?[A-Za-z][^<>]*>"  # tags, and addresses in angle brackets
    r"|\]\((?:[^()\n]|\([^()\n]*\))*\)"  # where a link leads
    r"|\]\[[^\]\n]*\]"  # the name of where it leads
    r"|\{[#.:][^{}\n]*\}"  # attributes
    r"|(?<=[\[;\s-])@[\w:./-]*\w"  # keys of cited works
    r"|&(?:#\w{1,8}|[A-Za-z]\w{1,30});"  # entities
)
_FRONT = {"---": ("---", "..."), "+++": ("+++",)}


class _Line(NamedTuple):
    start: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))


def unjudged(source: str) -> tuple[Span, ...]:
    """The spans of a Markdown text that are not prose, in order and apart."""
    lines = _lines(source)
    first = _front_matter(lines)
    spans = [Span(0, lines[first - 1].span.end)] if first else []
    prose: list[_Line] = []
    for line, code in _with_code(lines[first:]):
        if code:
            spans.append(line.span)
        elif line.text.strip():
            prose.append(line)
            continue
        spans += _in_block(source, prose)
        prose = []
    spans += [*_in_block(source, prose), *_comments(source)]
    return merged(span for span in spans if span.size)


def _lines(source: str) -> list[_Line]:
    lines, at = [], 0
    for text in source.split("\n"):
        lines.append(_Line(at, text))
        at += len(text) + 1
    return lines


def _front_matter(lines: list[_Line]) -> int:
    """How many lines at the top are data for a program."""
    ends = _FRONT.get(lines[0].text.rstrip(), ())
    return next((i + 1 for i, line in enumerate(lines) if i and line.text.rstrip() in ends), 0)


def _with_code(lines: list[_Line]) -> Iterator[tuple[_Line, bool]]:
    """Each line, and whether it is code: between fences, or indented outside of a list."""
    fence, in_list, before = "", False, True
    for line in lines:
        mark = _FENCE.match(line.text)
        if fence:
            closes = mark and mark[1].startswith(fence) and not mark[2].strip()
            fence = "" if closes else fence
            yield line, True
            continue
        if mark and not (mark[1][0] == "`" and "`" in mark[2]):
            fence = mark[1]
            yield line, True
            continue
        blank = not line.text.strip()
        indented = bool(_INDENTED.match(line.text))
        if not blank and not indented:
            in_list = bool(_LIST.match(line.text)) or (in_list and (line.text[0] == " "))
        before = blank or (before and indented)
        yield line, not blank and indented and before and not in_list


def _comments(source: str) -> Iterator[Span]:
    start = source.find("<!--")
    while start >= 0 and (end := source.find("-->", start)) >= 0:
        yield Span(start, end + 3)
        start = source.find("<!--", end)


def _in_block(source: str, lines: list[_Line]) -> Iterator[Span]:
    """Code, addresses and tags within a paragraph."""
    if not lines:
        return
    start = lines[0].start
    block = source[start : lines[-1].span.end]
    found = [*_code_spans(block)]
    found += [_without_bracket(match) for match in _INLINE.finditer(block)]
    yield from (span.shifted(start) for span in found)
    for line in lines:
        if match := _DEFINITION.match(line.text):
            yield Span(*match.span()).shifted(line.start)


def _without_bracket(match: re.Match[str]) -> Span:
    return Span(match.start() + match[0].startswith("]"), match.end())


def _code_spans(block: str) -> Iterator[Span]:
    """Text between two equally long runs of backticks."""
    runs = [Span(*match.span()) for match in _TICKS.finditer(block)]
    by_size: dict[int, list[int]] = defaultdict(list)
    for index, run in enumerate(runs):
        by_size[run.size].append(index)
    index = 0
    while index < len(runs):
        same = by_size[runs[index].size]
        nearest = bisect_left(same, index + 1)
        if nearest < len(same):
            yield Span(runs[index].start, runs[same[nearest]].end)
            index = same[nearest]
        index += 1

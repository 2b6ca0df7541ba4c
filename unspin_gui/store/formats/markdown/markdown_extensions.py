"""What Pandoc adds to Markdown and is skipped: TeX, and tables drawn with characters.

In these tables the columns are defined by the positions of characters, so a shorter word would
shift them.
"""

import re
from collections.abc import Iterator

from unspin_gui.core.text.spans import Span

_BEGIN = re.compile(
    r"^[ \t]*\\begin\{(?P<name>(?:equation|align|alignat|flalign|gather|multline|eqnarray|math"
    r"|displaymath|split|tikzpicture|tabular|tabularx|array|verbatim|lstlisting)\*?)\}",
    re.MULTILINE,
)
_GRID = re.compile(
    r"^[ \t]*\+(?:[-=:]{2,}\+)+[ \t]*\n(?:[ \t]*[|+][^\n]*(?:\n|\Z))++", re.MULTILINE
)
_RULE = r"[ \t]*-{2,}(?:[ \t]+-{2,})+[ \t]*"
_LINE = r"(?=[^\n]*\S)[^\n]*+"
_COLUMNS = re.compile(rf"^(?:{_LINE}\n)?(?P<rule>{_RULE})(?:\n{_LINE})*+$", re.MULTILINE)
_GAP = re.compile(r"(?<=-)[ \t]+(?=-)")
_RULE_LINE = re.compile(rf"^{_RULE}$", re.MULTILINE)
_ANY_LINE = re.compile(r"^[^\n]*$", re.MULTILINE)
_DASHES = re.compile(rf"[ \t]*-{{3,}}[ \t]*|{_RULE}")
_HEAD = re.compile(rf"^[ \t]*-{{3,}}[ \t]*\n(?:{_LINE}\n){{1,9}}\Z", re.MULTILINE)
"""The lines above the rule of a table, from a line of dashes on."""
_LONGEST_HEAD = 2_000
_MUCH = 1.25
"""The longest lines of a table, as a multiple of its width; the last column may be too narrow."""


def extensions(source: str) -> Iterator[Span]:
    """Yield the spans of such parts."""
    yield from _tex(source)
    yield from (Span(*match.span()) for match in _GRID.finditer(source))
    yield from (Span(*match.span()) for match in _COLUMNS.finditer(source) if _is_table(match))
    yield from _over_blank_lines(source)


def _is_table(match: re.Match[str]) -> bool:
    """Whether the lines around a rule fit its columns: none has letters between them.

    Otherwise the rule may be a line across the page, or a remark between dashes.
    """
    return all(_fits(line, match["rule"].rstrip()) for line in match[0].split("\n"))


def _fits(line: str, rule: str) -> bool:
    """Whether a line is divided into columns as the dashes of a rule are."""
    if not line.strip(" \t-"):
        return True
    gaps = [gap.span() for gap in _GAP.finditer(rule)]
    is_divided = all(not line[start:end].strip() for start, end in gaps)
    return is_divided and len(line.rstrip()) <= _MUCH * len(rule)


def _over_blank_lines(source: str) -> Iterator[Span]:
    """Yield tables whose rows are separated by blank lines, from rule to rule."""
    at = 0
    while match := _RULE_LINE.search(source, at):
        at, rule = match.end(), match[0].rstrip()
        for line in _ANY_LINE.finditer(source, at + 1):
            if _DASHES.fullmatch(line[0]):
                head = _HEAD.search(source, max(0, match.start() - _LONGEST_HEAD), match.start())
                yield Span(head.start() if head else match.start(), line.end())
                at = line.end()
                break
            if not _fits(line[0], rule):
                break


def _tex(source: str) -> Iterator[Span]:
    """Yield TeX environments, from their beginning to their end."""
    unended = set[str]()
    at = 0
    while begin := _BEGIN.search(source, at):
        at, name = begin.end(), begin["name"]
        if name in unended:
            continue
        sign = f"\\end{{{name}}}"
        end = source.find(sign, at)
        if end < 0:
            unended.add(name)
            continue
        at = end + len(sign)
        yield Span(begin.start(), at)

"""What Pandoc adds to Markdown that is not judged: TeX, and tables drawn with signs.

In these tables the columns are where their signs stand, so that a shorter word would move them.
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
_MUCH = 1.25
"""Times the width of a table that its lines are at most; the last column may be too narrow."""


def extensions(source: str) -> Iterator[Span]:
    """The spans of such parts."""
    yield from _tex(source)
    yield from (Span(*match.span()) for match in _GRID.finditer(source))
    yield from (Span(*match.span()) for match in _COLUMNS.finditer(source) if _is_table(match))


def _is_table(match: re.Match[str]) -> bool:
    """Whether the lines around a rule are its columns: none has letters between them.

    Such a rule may also be a line across the page, or a remark between dashes.
    """
    rule = match["rule"].rstrip()
    gaps = [gap.span() for gap in _GAP.finditer(rule)]
    lines = [line for line in match[0].split("\n") if line.strip(" \t-")]
    return all(
        len(line.rstrip()) <= _MUCH * len(rule) and all(not line[a:b].strip() for a, b in gaps)
        for line in lines
    )


def _tex(source: str) -> Iterator[Span]:
    """Environments of TeX, from their beginning to their end."""
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

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
_COLUMNS = re.compile(rf"^(?:{_LINE}\n)?{_RULE}(?:\n{_LINE})*+$", re.MULTILINE)


def extensions(source: str) -> Iterator[Span]:
    """The spans of such parts."""
    yield from _tex(source)
    for table in (_GRID, _COLUMNS):
        yield from (Span(*match.span()) for match in table.finditer(source))


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

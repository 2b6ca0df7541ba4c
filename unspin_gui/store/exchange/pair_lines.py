"""Lists of pairs with a separator, as spelling checkers keep them, read as tables with tabs.

codespell writes "wrong->right, other," with a final comma if there are several, or a reason after
the last comma; LanguageTool writes "wrong=right|other" and a message after a tab.
"""

import re
from typing import NamedTuple

_ARROW = re.compile(r'([^\t",;|<>→-][^\t"<>→]{0,200}?)[ ]*(->|=>|→|-->)[ ]*([^\t\s>][^\t>]*)\Z')
_EQUALS = re.compile(r'([^\t",;|=]{1,200}?)[ ]*(==?)[ ]*([^=\s,;][^=,;]*)\Z')
_COMMENT = re.compile(r"(?<![ \t])[ \t]+#.*\Z")
_MOST = 0.8
"""A text is such a list if at least this share of its lines have the separator."""
_SAMPLE = 200


class PairLines(NamedTuple):
    """Such a list: the separator of phrase and fix, and a table with as many lines."""

    sign: str
    table: str


def pair_lines(text: str) -> PairLines | None:
    """Return the table for a list of pairs; None if the text is not such a list."""
    lines = [line.strip("\r") for line in text.split("\n")]
    sample = [line for line in lines if line.strip() and not line.lstrip().startswith("#")][
        :_SAMPLE
    ]
    for form in (_ARROW, _EQUALS):
        signs = [match[2] for line in sample if (match := form.match(line.rstrip()))]
        if signs and len(signs) >= _MOST * len(sample):
            return PairLines(signs[0], "\n".join(_row(line, form) for line in lines))
    return None


def _row(line: str, form: re.Pattern[str]) -> str:
    """Return the line as cells; one without the separator stays as it is, so it has no fix."""
    if line.lstrip().startswith("#"):
        pair = line.lstrip("# \t")
        return f"# {_row(pair, form)}" if form.match(pair.rstrip()) else ""
    pair = line if form is _ARROW else _COMMENT.sub("", line)  # codespell has none within a line
    match = form.match(pair.rstrip())
    if match is None:
        return line
    fixes, _, note = match[3].partition("\t")
    if form is _ARROW:
        *first, last = (part.strip() for part in fixes.split(","))
        fixes, note = ("|".join(first), last) if first else (last, note)
    return f"{match[1].strip()}\t{fixes.strip()}\t{note.strip()}".rstrip("\t")

"""What site generators and note-taking programs add to Markdown that is not prose.

These are blocks of code between tags of Hugo, Jekyll or Docusaurus, comments of Obsidian and
Jekyll, and the names and attributes of divisions, callouts and abbreviations.
"""

import re
from collections.abc import Iterator

from unspin_gui.core.text.spans import Span

_BLOCK = re.compile(
    r"\{%-?\s*(?P<liquid>highlight|comment|raw|math|katex|mermaid|plantuml|schema|javascript"
    r"|stylesheet)\b[^%\n]*%\}"
    r"|\{\{[<%]\s*(?P<hugo>highlight|mermaid|math|katex|chart|gist|code|terminal|raw)\b"
    r"(?![^{}\n]*/[>%]\}\})[^{}\n]*[>%]\}\}"
)
_END_OF_LIQUID = r"\{%-?\s*(?P<end>end)NAME\s*-?%\}"
_NEXT_OF_HUGO = r"\{\{[<%]\s*(?:(?P<end>/)\s*)?NAME\b(?![^{}\n]*/[>%]\}\})[^{}\n]*[>%]\}\}"
"""Some shortcodes work with and without an end: one that begins again before it has none."""
_SHOWN = frozenset({"raw"})
"""Blocks whose text is displayed, although their templates are not."""
_COMMENT = re.compile(
    r"(?<!\S)(?:(?<!\d[ \u00a0])|(?=%%\S))%%(?![ \t]*%)[^%\n]+%%(?![^\s.,;:!?])"
    r"|^%%[^%\n]*\n(?:(?!%%).*\n)*+%%[ \t]*$",
    re.MULTILINE,
)
"""As in Obsidian, but for what is more likely a percent sign that another program doubled."""
_DIVISION = re.compile(
    r"^[ \t>]*:{3,}[ \t]*(?:\{[^{}\n]*\}|[\w-]+(?=[ \t]*(?:\{|\[|:|$)))", re.MULTILINE
)
_CALLOUT = re.compile(r"^[ \t]*(?:>[ \t]?)+\[![\w|-]+\][+-]?", re.MULTILINE)
_ABBREVIATION = re.compile(r"^\*\[[^\[\]\n]+\]:", re.MULTILINE)
_LINES = (_DIVISION, _CALLOUT, _ABBREVIATION)


def templates(source: str) -> Iterator[Span]:
    """The spans of such parts."""
    if "{%" in source or "{{" in source:
        yield from _blocks(source)
    if "%%" in source:
        yield from (Span(*match.span()) for match in _COMMENT.finditer(source))
    for sign, form in zip((":::", "[!", "*["), _LINES, strict=True):
        if sign in source:
            yield from (Span(*match.span()) for match in form.finditer(source))


def _blocks(source: str) -> Iterator[Span]:
    """Yield blocks from their first tag to their last; blocks without a last tag are left out."""
    at, unended = 0, set[str]()
    while begin := _BLOCK.search(source, at):
        at, name = begin.end(), begin["liquid"] or begin["hugo"]
        if name in unended or name in _SHOWN:
            continue
        form = _END_OF_LIQUID if begin["liquid"] else _NEXT_OF_HUGO
        end = re.compile(form.replace("NAME", name)).search(source, at)
        if end is None:
            unended.add(name)
        elif end["end"]:
            at = end.end()
            yield Span(begin.start(), at)

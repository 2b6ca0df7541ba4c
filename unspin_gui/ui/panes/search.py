"""Finds words and patterns in a text, in bounded time whatever the pattern.

Patterns run in Qt's regular expressions, whose engine gives up after a fixed number of steps (about
30 ms), so that no pattern can hang the window.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRegularExpression, QRegularExpressionMatch

from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.positions import Offsets, units_before

MOST = 20_000
"""The most matches; a search stops there."""
_SECONDS = 0.5
_LONGEST = 100_000
_LOOSE = {"'": "['’‘ʼ]", '"': '["“”„]', "-": "[-‐‑–]", " ": r"[ \x{a0}\x{202f}]"}
_OPTION = QRegularExpression.PatternOption
_GROUP = re.compile(r"\\([0-9\\])")


@dataclass(frozen=True, slots=True)
class Query:
    """What to search for; `pattern` reads `text` as a regular expression."""

    text: str
    case: bool = False
    word: bool = False
    pattern: bool = False

    def compiled(self) -> QRegularExpression:
        """The query's regular expression; straight quotes and spaces match typographic ones."""
        options = _OPTION.UseUnicodePropertiesOption
        if not self.case:
            options |= _OPTION.CaseInsensitiveOption
        wanted = self.text if self.pattern else "".join(map(_literal, self.text))
        if self.word:
            wanted = rf"(?<!\w)(?:{wanted})(?!\w)"
        return QRegularExpression(wanted, options)


@dataclass(frozen=True, slots=True)
class Hits:
    """The matches in order; `error` is why a pattern is invalid; `cut`: some may be missing."""

    spans: tuple[Span, ...] = ()
    error: str = ""
    cut: bool = False


def search(text: str, query: Query) -> Hits:
    """Find every match of `query` in `text`; matches never overlap and are never empty."""
    if not query.text:
        return Hits()
    expression = query.compiled()
    if not expression.isValid():
        return Hits(error=expression.errorString())
    until = time.monotonic() + _SECONDS
    spans: list[Span] = []
    for start, part in _parts(text, whole=not query.pattern):
        whole = _find_in(part, expression, start, spans) if _is_short(part, query) else False
        if not whole or len(spans) >= MOST:
            return Hits(tuple(spans), cut=True)
        if time.monotonic() > until:
            return Hits(tuple(spans), cut=True)
    return Hits(tuple(spans))


def replacement(text: str, query: Query, span: Span, new: str) -> str:
    r"""The replacement for a match: `new`, where a pattern's `\1` stands for the first group."""
    if not query.pattern:
        return new
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    part = text[start : end if end >= 0 else len(text)]
    match = query.compiled().match(part, units_before(part, span.start - start))
    return _GROUP.sub(lambda m: "\\" if m[1] == "\\" else match.captured(int(m[1])), new)


def _literal(character: str) -> str:
    return _LOOSE.get(character) or QRegularExpression.escape(character)


def _parts(text: str, *, whole: bool) -> Iterator[tuple[int, str]]:
    start = 0
    for part in [text] if whole else text.split("\n"):
        yield start, part
        start += len(part) + 1


def _is_short(part: str, query: Query) -> bool:
    return not query.pattern or len(part) <= _LONGEST


def _find_in(part: str, expression: QRegularExpression, start: int, spans: list[Span]) -> bool:
    """Add the matches in one part to `spans`; returns whether the engine reached the end."""
    offsets = Offsets(part)
    found = expression.globalMatch(part)
    while found.hasNext() and len(spans) < MOST:
        span = _span(found.next(), offsets, start)
        if span.size:
            spans.append(span)
    return found.isValid()


def _span(match: QRegularExpressionMatch, offsets: Offsets, start: int) -> Span:
    return Span(
        start + offsets.place(match.capturedStart()), start + offsets.place(match.capturedEnd())
    )

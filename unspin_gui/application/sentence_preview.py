"""Previews a change in its sentence, as text that is safe to show."""

import html
import re
from bisect import bisect_right
from typing import NamedTuple

from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.document.roles import role_start
from unspin_gui.core.text.display_text import escaped
from unspin_gui.core.text.spans import Span

_REACH = 240
_END = re.compile(r"[.!?…][\"'”’)\]]*\s+|\n\s*\n")
_ELLIPSIS = "…"


class InSentence(NamedTuple):
    """The words before a change, the change, and the words after it."""

    before: str
    change: str
    after: str

    @property
    def plain(self) -> str:
        """The sentence as it would read."""
        return self.before + self.change + self.after

    @property
    def rich(self) -> str:
        """The sentence as HTML with the change in bold; its text is escaped."""
        before, change, after = (html.escape(part) for part in self)
        return f"{before}<b>{change}</b>{after}"


def in_sentence(document: Document, decision: Decision, room: int = 110) -> InSentence:
    """Return the sentence as it would read after a decision, in about `room` code points."""
    place, bounds = document.to_corrected(decision.span), _bounds(document, decision.span)
    text = document.corrected
    before = text[max(bounds.start, place.start - _REACH) : place.start]
    after = text[place.end : min(bounds.end, place.end + _REACH)]
    ends = [match.end() for match in _END.finditer(before)]
    whole = bool(ends) or place.start - bounds.start <= _REACH
    before = before[ends[-1] :] if ends else before
    stop = _END.search(after)
    closed = stop is not None or place.end + _REACH >= bounds.end
    after = after[: stop.end()].rstrip() if stop else after
    spare = max(24, room - len(decision.text))
    left = min(len(before), max(spare * 2 // 5, spare - len(after)))
    return InSentence(
        _from(before, left, whole=whole),
        escaped(_one_line(decision.text)),
        _upto(after, spare - left, whole=closed),
    )


def _bounds(document: Document, span: Span) -> Span:
    """The place in the corrected text that a sentence around a span of the source may fill.

    If the paragraphs of the document are known, a sentence does not extend into the next one.
    """
    start, end = 0, len(document.source)
    if document.roles:
        following = bisect_right(document.roles, span.start, key=role_start)
        start = document.roles[following - 1].start if following else 0
        if following < len(document.roles):
            end = max(span.end, document.roles[following].start - 1)
    return document.to_corrected(Span(min(start, span.start), end))


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _from(text: str, size: int, *, whole: bool) -> str:
    """The last `size` code points, cut between words."""
    if len(text) > size:
        text, whole = text[len(text) - size :], False
        text = text.split(" ", 1)[-1]
    text = _one_line(text)
    return text.lstrip() if whole else f"{_ELLIPSIS} {text.lstrip()}"


def _upto(text: str, size: int, *, whole: bool) -> str:
    """The first `size` code points, cut between words."""
    if len(text) > size:
        text, whole = text[:size], False
        text = text.rsplit(" ", 1)[0] if " " in text.strip() else text
    text = _one_line(text)
    return text.rstrip() if whole else f"{text.rstrip()} {_ELLIPSIS}"

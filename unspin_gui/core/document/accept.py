"""Turns an accepted fix into a decision."""

import re

from unspin_gui.core.document.document import Decision, Pair
from unspin_gui.core.document.learnt_pair import plain_pair
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.indefinite_article import AHEAD, MARKUP, OPENING, article_fix
from unspin_gui.core.text.laying import laid_over, reads_plainly
from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import fit_case

_OWN_ARTICLE = pattern(r"(?:an?|the)(?= )", re.IGNORECASE)
_ARTICLE = pattern(rf"\b(an?|the)({MARKUP}\s+(?:{OPENING})*)\Z", re.IGNORECASE)
_SENTENCE_START = pattern(r"(?:\n[ \t]*|[.!?…][\"'”’)\]]*[ \u00a0]+)[\"'“‘(\[]*\Z")
_COMMA_OR_SPACE = pattern(r",?[ \t\u00a0]+")
_CLOSING = pattern(r"[\s.,;:!?…)\]\"”’]")
_OPENING = '([{"“‘'
_SPACES = (" ", "\t", "\u00a0")
_POSSESSIVE = pattern(r"['’](?=[ \u00a0\n]+[\"“(*_]*[^\W\d_])")
_OPENED = pattern(r"(?>.*(?:(?<![^\s(\[—–])'|‘)(?=\S))(?!.*\S['’](?![^\W_]))")
"""The last opening single quotation mark, perhaps right before the end, if nothing closes it.

If nothing closes the last one, nothing closes the earlier ones either.
"""
_REACH = 12
"""How far around a deleted phrase to look for what must be deleted with it."""


def wording_at(text: str, suspect: Suspect, fix: str, *, at: Span | None = None) -> str:
    """Give a fix the letter case of a place in `text`, unless its entry wants the exact case.

    Without `at`, `text` is the source and the place is the suspect's own.
    """
    entry = suspect.entry
    if entry is not None and entry.case == "exact":
        return fix
    return fit_case(fix, text, at or suspect.span, entry.phrase if entry else "")


def decision_for(
    source: str, suspect: Suspect, text: str, *, remember: bool = True, room: Span | None = None
) -> Decision:
    """Make the decision that accepts `text` for a suspect of `source`, with "a" or "an" adjusted.

    A fix that brings its own article replaces the article before the place. Line ends, breaks and
    markup between the words of the place are kept between those of the fix.

    With `remember` the pair of phrase and fix is to be learnt, without the article and without the
    letter case of its place. An empty text deletes the phrase and the space that it leaves, no
    further than `room` (None: the whole source); nothing is learnt from that.
    """
    if not text.strip() and reads_plainly(suspect.phrase):
        gap = _without_gap(source, suspect.span, room or Span(0, len(source)))
        return Decision(gap, "", "accepted")
    learn = _pair(source, suspect, text) if remember else None
    span, text = _with_possessive(source, suspect.span, laid_over(text, source, suspect.span))
    own = _OWN_ARTICLE.match(text)
    before = _ARTICLE.search(source, max(0, span.start - AHEAD), span.start)
    if own and before:
        head = own.group().capitalize() if before[1][0].isupper() else own.group()
        text = head + before[2] + text[own.end() :].lstrip(" ")
        return Decision(Span(before.start(), span.end), text, learn=learn)
    change = article_fix(source, span, text)
    if change is None:
        return Decision(span, text, "accepted", learn)
    article, word = change
    between = source[article.end : span.start]
    return Decision(Span(article.start, span.end), word + between + text, learn=learn)


def _with_possessive(source: str, span: Span, text: str) -> tuple[Span, str]:
    """A place and its fix, with the "s" that a possessive needs ("kids’" to "children’s").

    An apostrophe that may close a quotation is left alone.
    """
    ends = source[span.end - 1 : span.end], text[-1:]
    if ends[0] not in {"s", "S"} or ends[1] in {"s", "S"} or not ends[1].isalpha():
        return span, text
    found = _POSSESSIVE.match(source, span.end)
    line = source[source.rfind("\n", 0, span.start) + 1 : span.start + 1]
    if found is None or _OPENED.match(line):
        return span, text
    return Span(span.start, span.end + 1), text + found[0] + ("S" if ends[0] == "S" else "s")


def _without_gap(source: str, span: Span, room: Span) -> Span:
    """A phrase with what must go with it: an adjacent space; a comma at a sentence start."""
    lead = max(room.start, span.start - _REACH)
    before, after = source[lead : span.start], source[span.end : min(room.end, span.end + _REACH)]
    if _SENTENCE_START.search(before if lead else "\n" + before):
        following = _COMMA_OR_SPACE.match(after)
        return Span(span.start, span.end + (following.end() if following else 0))
    if before[-1:] in _SPACES and (not after or after[0] in _SPACES or _CLOSING.match(after)):
        return Span(span.start - 1, span.end)
    is_apart = source[span.start - 1] in (*_SPACES, *_OPENING)
    return Span(span.start, span.end + 1) if is_apart and after[:1] in _SPACES else span


def _pair(source: str, suspect: Suspect, fix: str) -> Pair:
    """The pair to learn; the entry's own phrase where markup or a line end interrupts the words."""
    pair = plain_pair(source, suspect.span, fix, suspect.candidates)
    if suspect.entry is None or reads_plainly(source[slice(*suspect.span)]):
        return pair
    return Pair(suspect.entry.phrase, pair.fix)

"""Parts of a text that are not its author's prose: names, references, email, number tables."""

from collections.abc import Iterable, Iterator
from re import IGNORECASE, MULTILINE, Match, Pattern

from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span, merged
from unspin_gui.core.text.token_pattern import QUOTED
from unspin_gui.store.formats.apparatus import REFERENCES, is_entry
from unspin_gui.store.formats.author_lines import author_lines
from unspin_gui.store.formats.opened import Kind, is_shown_as_written

_WITH_AUTHORS = frozenset({"text", "markdown", "html", "docx", "odt"})
"""Formats without markup for the authors of a text."""
_BLOCK = pattern(r"^[^\S\n]*+\S[^\n]*+(?:\n[^\S\n]*+\S[^\n]*+){0,200}+", MULTILINE)
"""A paragraph, or as much of it as could be one entry."""
_LINE = pattern(r"[^\n]+")
_REFERENCE_HEADING = pattern(r"^[#*_= \t]*(?:\d+\.?\s+)?[A-Z][A-Za-z ]{8,24}[.*_= \t]*$", MULTILINE)
_YEAR = pattern(r"\b(?:1[89]|20)\d\d[a-z]?\b")
_OF_A_SOURCE = pattern(
    r"\b[A-Z]\.[\s,]|\bet al|\bpp?\.\s?\d|\bvol\b|\bdoi\b|https?:|\((?:1[89]|20)\d\d[a-z]?\)"
    r"|\beds?\.|\bproc\.|\bpress\b|\d\(\d+\)|\d:\d|^\W*\[\w{1,10}\]",
    IGNORECASE,
)
_LONGEST = 800
"""The most characters of an entry."""
_NUMBERED = pattern(r"^\[\w{1,10}\][ \t]+\S.*$", MULTILINE)
_WRAPPED = pattern(
    r"^\[\w{1,10}\][ \t]+\S.*(?:\n(?!\[\w{1,10}\][ \t])[^\n]*\S[^\n]*){0,4}", MULTILINE
)
_FIGURES = pattern(
    r"^(?![^\n]*[^\W\d_]{3})[^\n\d]*+\d[^\n \t|;,&]*+[ \t|;,&][^\n\d]*+\d[^\n]*$", MULTILINE
)
_FIELD = (
    r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Message-ID|In-Reply-To|References|MIME-Version"
    r"|Return-Path|Received|Organization|User-Agent|Content-[\w-]+|X-[\w-]+|Von|An|Betreff|Datum"
    r"|Gesendet):[^\n]*(?:\n[ \t]+\S[^\n]*)*"
)
_HEADERS = pattern(rf"^{_FIELD}(?:\n{_FIELD})+", MULTILINE)
_SENDERS = ("From:", "Von:")
_SENDER = pattern(rf"^(?:{'|'.join(_SENDERS)})", MULTILINE)
_LINES = rf"{QUOTED}[^\n]*(?:\n{QUOTED}[^\n]*)*"
_QUOTED = pattern(_LINES, MULTILINE)
_ANSWERED = pattern(
    rf"\b(?:wrote|writes|schrieb)\b[^\n]{{0,80}}:[ \t]*(?:\n[ \t]*)?\n{_LINES}", MULTILINE
)
_OF_A_MESSAGE = pattern(r"\d|@")
"""A date or an address, in the line that says who wrote a message or in that before it."""


def apparatus_of(kind: Kind, text: str) -> tuple[Span, ...]:
    """Return the spans of a text to skip regardless of its format."""
    found = [*_references(kind, text), *_spans(_at_lines(_FIGURES, text))]
    if kind in _WITH_AUTHORS:
        found += author_lines(text)
    if kind == "text":
        found += _mail(text)
    if is_shown_as_written(kind):
        found += _answered(text, is_mail=kind == "text")
    return merged(found)


def _at_lines(single: Pattern[str], text: str) -> Iterator[Match[str]]:
    """Yield the lines that match a single-line pattern.

    Searching for it instead would try every character of a long paragraph.
    """
    start = 0
    while start >= 0:
        if match := single.match(text, start):
            yield match
        start = text.find("\n", start) + 1 or -1


def _spans(matches: Iterable[Match[str]]) -> Iterator[Span]:
    return (Span(*match.span()) for match in matches)


def _references(kind: Kind, text: str) -> Iterator[Span]:
    """The entries below headings like "References", and numbered ones anywhere."""
    wrapped = is_shown_as_written(kind)
    has_entries = "[" in text and (text.startswith("[") or "\n[" in text)
    for entry in (_WRAPPED if wrapped else _NUMBERED).finditer(text) if has_entries else ():
        if len(entry[0]) < _LONGEST and is_entry(entry[0]) and _is_source(entry[0][3:]):
            yield Span(*entry.span())
    known = 0
    for heading in _at_lines(_REFERENCE_HEADING, text):
        plain = heading[0].strip("#*_=. \t")
        if heading.end() > known and REFERENCES.fullmatch(plain):
            for span in _entries(text, heading.end(), wrapped=wrapped):
                known = span.end
                yield span


def _entries(text: str, start: int, *, wrapped: bool) -> Iterator[Span]:
    """The entries from a place on: to the second paragraph in a row that looks like none."""
    blocks: list[Span] = []
    for match in (_BLOCK if wrapped else _LINE).finditer(text, start):
        blocks.append(Span(*match.span()))
        if not any(_is_source(text[slice(*block)]) for block in blocks[-2:]):
            break
    while blocks and not _is_source(text[slice(*blocks[-1])]):
        blocks.pop()
    yield from blocks


def _is_source(text: str) -> bool:
    """Whether a paragraph names a source: a year, and other features of references."""
    return bool(len(text) < 20 * _LONGEST and _YEAR.search(text) and _OF_A_SOURCE.search(text))


def _mail(text: str) -> Iterator[Span]:
    """Yield headers of messages, and what messages with headers quote from others."""
    has_sender = ":" in text and any(map(text.__contains__, _SENDERS))
    headers = (
        [one for one in _HEADERS.finditer(text) if _SENDER.search(one[0])] if has_sender else []
    )
    yield from _spans(headers)
    if headers:
        yield from _spans(_QUOTED.finditer(text))


def _answered(text: str, *, is_mail: bool) -> Iterator[Span]:
    """What messages quote of others, with the line that says who wrote it.

    Unless the text can only be mail (`is_mail`), that line or the one before it has a date or an
    address: in Markdown, any quotation may be that of a book.
    """
    for match in _ANSWERED.finditer(text) if ">" in text or "|" in text else ():
        start = text.rfind("\n", 0, match.start()) + 1
        before = text.rfind("\n", 0, max(0, start - 1)) + 1
        if is_mail or _OF_A_MESSAGE.search(text, before, match.start()):
            yield Span(start, match.end())

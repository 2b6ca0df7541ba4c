"""Splices edits into the source of a page; tags and everything unedited stay as they are."""

import html
import re
from collections.abc import Iterator, Sequence

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.edits import Operation, operations
from unspin_gui.store.formats.html.html_text import Page
from unspin_gui.store.formats.html.html_tokens import tokens
from unspin_gui.store.formats.opened import BREAK, Edit
from unspin_gui.store.formats.raised import without_raised

_PARAGRAPH = re.compile(r"<(p|li)((?:\s[^<>]*)?)>[^<]*\Z", re.IGNORECASE)
_JOINABLE = re.compile(r"\s*</(p|li)\s*>\s*<\1(?:\s[^<>]*)?>\s*", re.IGNORECASE)
_OPEN = re.compile(r"(?:<[!/?]?|&#?\w*)\Z")
_RUN = re.compile(r"[ \t\n\r\f]+")


def spliced(path: object, page: Page, edits: Sequence[Edit]) -> str:
    """Apply ordered edits to the source; raises StoreError if one is impossible."""
    source, parts, at = page.source, list[str](), 0
    for operation in operations(page.text, edits):
        splices = _splices(path, page, operation, edits[operation.edit])
        for start, end, new in splices:
            parts += [_closed(source[at:start]), new]
            at = max(at, end)
    return "".join([*parts, source[at:]])


def comparable(text: str) -> str:
    """The text as a page can represent it: white space collapsed, superscripts as plain digits."""
    lines = (_RUN.sub(" ", line).strip(" ") for line in without_raised(text).split("\n"))
    shown = "\n".join(line for line in lines if line)
    return re.sub(rf" ?{BREAK} ?", BREAK, shown)


def _closed(kept: str) -> str:
    """The source before new text, with a final sign escaped that would swallow that text."""
    match = _OPEN.search(kept, max(0, len(kept) - 40))
    if match is None:
        return kept
    return kept[: match.start()] + html.escape(html.unescape(match[0]), quote=False)


def _splices(
    path: object, page: Page, operation: Operation, edit: Edit
) -> list[tuple[int, int, str]]:
    """Yield source spans and their replacements; new wording replaces the first character."""
    cut = [_raw(path, page, place) for place in _touched(page, operation)]
    if not cut and _is_inside(page, operation.start):
        glyphs = page.glyphs[page.at(operation.start)]
        cut = [(glyphs.raw, glyphs.raw_end)]
    if not cut:
        raw = _insertion_point(page, operation, edit)
        return [(raw, raw, _encoded(path, page, operation.text, raw))]
    first_raw = cut[0][0]
    before = _kept_before(page, operation.start)
    after = _kept_after(page, operation.end)
    new = before + _encoded(path, page, operation.text, first_raw)
    pieces = [(start, end, new if i == 0 else "") for i, (start, end) in enumerate(cut)]
    if after:
        start, end, text = pieces[-1]
        pieces[-1] = (start, end, text + after)
    return sorted([*pieces, *((*span, "") for span in _uncounted(page, operation))])


def _uncounted(page: Page, operation: Operation) -> Iterator[Span]:
    """Find white space that would become visible once the blank or break beside it goes."""
    first, last = page.at(operation.start), page.at(operation.end - 1)
    for index in range(first, last + 1):
        glyphs = page.glyphs[index]
        if glyphs.text in {" ", BREAK} and index + 1 < len(page.glyphs):
            yield from _blanks(page.source, glyphs.raw_end, page.glyphs[index + 1].raw)
        if glyphs.text == BREAK and index:
            yield from _blanks(page.source, page.glyphs[index - 1].raw_end, glyphs.raw)


def _blanks(source: str, start: int, end: int) -> Iterator[Span]:
    for token in tokens(source[start:end]):
        if token.kind == "text" and _RUN.fullmatch(source, start + token.start, start + token.end):
            yield Span(start + token.start, start + token.end)


def _touched(page: Page, operation: Operation) -> list[tuple[int, int, int]]:
    """For each run of glyphs touched, its index and the part touched."""
    found: list[tuple[int, int, int]] = []
    at = operation.start
    while at < operation.end:
        index = page.at(at)
        glyphs = page.glyphs[index]
        end = min(operation.end, glyphs.start + len(glyphs.text))
        found.append((index, at - glyphs.start, end - glyphs.start))
        at = end
    return found


def _raw(path: object, page: Page, place: tuple[int, int, int]) -> tuple[int, int]:
    index, start, end = place
    glyphs = page.glyphs[index]
    if glyphs.raw == glyphs.raw_end:
        before = page.glyphs[index - 1].raw_end
        if _JOINABLE.fullmatch(page.source, before, glyphs.raw):
            return before, glyphs.raw
        reason = "paragraphs of a web page cannot be joined here; undo that or save as plain text"
        raise StoreError(path, reason)
    if glyphs.exact:
        return glyphs.raw + start, glyphs.raw + end
    return glyphs.raw, glyphs.raw_end


def _is_inside(page: Page, place: int) -> bool:
    """Whether the place is within an entity that stands for several characters."""
    glyphs = page.glyphs[page.at(place)] if place < page.size else None
    return glyphs is not None and not glyphs.exact and place > glyphs.start


def _kept_before(page: Page, place: int) -> str:
    """What remains of an entity of several characters that is cut in two."""
    if not _is_inside(page, place):
        return ""
    glyphs = page.glyphs[page.at(place)]
    return html.escape(glyphs.text[: place - glyphs.start], quote=False)


def _kept_after(page: Page, place: int) -> str:
    if not _is_inside(page, place):
        return ""
    glyphs = page.glyphs[page.at(place)]
    return html.escape(glyphs.text[place - glyphs.start :], quote=False)


def _insertion_point(page: Page, operation: Operation, edit: Edit) -> int:
    """Where to put new text: beside a character of the edited words if there is one."""
    place = operation.start
    left = page.glyphs[page.at(place - 1)] if place else None
    right = page.glyphs[page.at(place)] if place < page.size else None
    prefers_right = place == edit.span.start and edit.span.size > 0
    if left is not None and right is not None and left.text in {" ", BREAK}:
        # White space between them, now collapsed, would become visible before new text.
        prefers_right |= any(_blanks(page.source, left.raw_end, right.raw))
    if left is not None and left.raw < left.raw_end and not (prefers_right and right):
        return left.raw + place - left.start if left.exact else left.raw_end
    if right is not None and (right.raw < right.raw_end or left is None):
        return right.raw + place - right.start if right.exact else right.raw
    if left is not None:
        return left.raw_end
    body = re.search(r"<body[^>]*>", page.source, re.IGNORECASE)
    return body.end() if body else len(page.source)


def _encoded(path: object, page: Page, text: str, raw: int) -> str:
    new = html.escape(text, quote=False).replace("\u00a0", "&nbsp;").replace(BREAK, "<br>")
    if "\n" not in text or _in_pre(page, raw):
        return new
    match = _PARAGRAPH.search(page.source, max(0, page.source.rfind("<", 0, raw)), raw)
    if match is None:
        reason = "this paragraph of the web page cannot be split; undo that or save as plain text"
        raise StoreError(path, reason)
    name, rest = match[1], re.sub(r"\sid\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)", "", match[2])
    return new.replace("\n", f"</{name}>\n<{name}{rest}>")


def _in_pre(page: Page, raw: int) -> bool:
    """Whether line ends are significant at this place in the source."""
    before = page.source[:raw].lower()
    return before.rfind("<pre") > before.rfind("</pre")

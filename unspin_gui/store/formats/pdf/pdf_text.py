"""The text of a PDF, with the pages of its places and the spans that are not prose."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from unspin_gui.core.document.places import Place
from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.edits import unjudged
from unspin_gui.store.formats.pdf.pdf_apparatus import apparatus
from unspin_gui.store.formats.pdf.pdf_furniture import furniture
from unspin_gui.store.formats.pdf.pdf_lines import PdfLine, PdfRun, lines_of
from unspin_gui.store.formats.pdf.pdf_paragraphs import PdfParagraph, paragraphs_of, parts_of
from unspin_gui.store.formats.tags import tags

_WORDS = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_LAST, _FIRST = re.compile(r"[\w‐-]+$"), re.compile(r"\w+")
_RANGE = re.compile(r"\d[-‐–]$")
_COMPOUNDING = tags(
    "all cross five four full half high ill large long low mid multi non one open quasi real self",
    "semi short small so state three time two well",
)
"""Words that begin more compounds with a hyphen than words without."""
_SIGNS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | dict.fromkeys((*range(0x09), *range(0x0B, 0x20), *range(0xE000, 0xF900), 0xFFFF), "")
    | {"\u2028": " ", "\u2029": " ", "\x85": " ", "\u00ad": ""}
)


class PdfPage(NamedTuple):
    """A page as the child process reports it; `runs` is None if it could not be read."""

    height: float
    runs: tuple[PdfRun, ...] | None


class PdfText(NamedTuple):
    """What is shown of a PDF; `skip` are the spans that are not examined."""

    text: str
    skip: tuple[Span, ...]
    places: tuple[Place, ...]


def text_of(pages: Sequence[PdfPage]) -> PdfText:
    """Assemble the text of a PDF from its pages."""
    lines = [
        line
        for number, page in enumerate(pages, 1)
        for line in lines_of(page.runs or (), number, page.height)
    ]
    apart = furniture(lines, [page.height for page in pages])
    own = [line for at, line in enumerate(lines) if at not in apart]
    paragraphs = paragraphs_of(own)
    hyphens = _Hyphens(own)
    written = [_written(one, hyphens) for one in paragraphs]
    skipped = apparatus(paragraphs, [text for text, _places in written])
    shared = [lines[at] for at in sorted(apart)]
    return _laid_out(written, skipped, shared)


class _Hyphens:
    """Decides whether a word that is broken at a line end has a hyphen of its own."""

    def __init__(self, lines: Iterable[PdfLine]) -> None:
        texts = (line.text.translate(_SIGNS).casefold() for line in lines)
        self._seen = {word for text in texts for word in _WORDS.findall(text)}

    def between(self, before: str, after: str) -> str:
        """Return what belongs between the end of a line and the next one: a hyphen or nothing.

        The document itself is consulted first: it may have the whole word elsewhere.
        """
        head, tail = _LAST.search(before), _FIRST.match(after)
        if head is None or tail is None:
            return "-" if head is None or not after else ""
        one, other = head[0].casefold(), tail[0].casefold()
        if not tail[0][0].islower() or not one.isalpha():
            return "-"  # a name, a number, or already a compound
        if one + other in self._seen:
            return ""
        if f"{one}-{other}" in self._seen:
            return "-"
        return "-" if one in _COMPOUNDING and len(other) > 3 else ""


def _written(paragraph: PdfParagraph, hyphens: _Hyphens) -> tuple[str, list[tuple[int, int]]]:
    """A paragraph's text, and where in it which page begins."""
    text, pages = "", list[tuple[int, int]]()
    parts = [(line.text.translate(_SIGNS), line.page, sign) for line, sign in parts_of(paragraph)]
    for at, (piece, page, sign) in enumerate(parts):
        if not pages or pages[-1][1] != page:
            pages.append((len(text), page))
        text += piece
        after = parts[at + 1][0] if at + 1 < len(parts) else ""
        text += hyphens.between(piece, after) if sign == "-" else sign
        if _RANGE.search(piece) and after[:1].isdigit():
            text = text.rstrip()
    if paragraph.last.broken:
        text += "-"
    return text, pages


def _laid_out(
    written: Sequence[tuple[str, list[tuple[int, int]]]],
    skipped: set[int],
    shared: Sequence[PdfLine],
) -> PdfText:
    """Return all paragraphs in sequence; heads and feet of a page come where its text ends."""
    parts, skip, places = list[str](), list[Span](), list[Place]()
    waiting, at = list(shared), 0

    def put(text: str, pages: Iterable[tuple[int, int]], *, judged: bool) -> None:
        nonlocal at
        for offset, page in pages:
            if not places or places[-1].number != page:
                places.append(Place(at + offset, "page", page))
        if not judged:
            skip.append(Span(at, at + len(text)))
        parts.append(text)
        at += len(text) + 1

    for number, (text, pages) in enumerate(written):
        while waiting and waiting[0].page < pages[0][1]:
            line = waiting.pop(0)
            put(line.text.translate(_SIGNS), [(0, line.page)], judged=False)
        put(text, pages, judged=number not in skipped)
    for line in waiting:
        put(line.text.translate(_SIGNS), [(0, line.page)], judged=False)
    text = "\n".join(parts)
    return PdfText(text, unjudged(text, skip), tuple(places))

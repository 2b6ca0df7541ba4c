"""The text of subtitles, mapped to the file character by character.

A cue is a paragraph; if its sentence continues in the next cue, both are one paragraph with a line
break between them, so that a phrase across two cues is found. That break cannot be changed.
"""

import html
import re
from dataclasses import dataclass
from pathlib import Path

from unspin_gui.core.document.places import Place
from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.formats.mapped.mapped_text import Flow, MappedText
from unspin_gui.store.formats.mapped.source_format import SourceFormat
from unspin_gui.store.formats.mapped.splicer import Splicer
from unspin_gui.store.formats.opened import BREAK
from unspin_gui.store.formats.subtitles.cues import Cue, cues, is_signed, is_subrip

_PIECE = re.compile(
    r"(?P<tag></?(?:b|i|u|s|font|c|v|ruby|rt|lang)(?:[\s.][^<>]*)?>|\{\\[^{}]*\})"
    r"|[ \t]+|[^ \t<{]+(?: [^ \t<{]+)*|.",
    re.IGNORECASE,
)
_VTT_PIECE = re.compile(
    r"(?P<tag><[^>]*>?)|(?P<sign>&(?:amp|lt|gt|nbsp|lrm|rlm|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)"
    r"|[ \t]+|[^ \t<&]+(?: [^ \t<&]+)*|."
)
_OPEN_END = re.compile(r"(?:[^\W_][’']?|,)\Z")
"""The end of a cue whose sentence may continue in the next one."""
_START = re.compile(r"(?:<(?!v\b)[^<>]*>|\{\\[^{}]*\}|[ \t])*+[^\W_]")
"""The start of a cue without a new speaker: no dash, bracket or music symbol.

Letter case does not count, since a correction may change it.
"""
_LONGEST = 600
"""The length of a paragraph at which no more cues are added: some subtitles have no full stops."""


@dataclass(slots=True)
class SubtitlePage(MappedText):
    """A file that has been read; `is_unsigned` if it is called WebVTT, but does not say so."""

    is_vtt: bool = False
    is_unsigned: bool = False


class SubtitleSplicer(Splicer):
    """Knows how text is written in a cue."""

    called = "a subtitle file"
    page: SubtitlePage

    def joint(self, index: int) -> tuple[int, int]:
        """Return an empty range if the sentence goes on in the next cue; else raise StoreError."""
        glyphs = self.page.glyphs[index]
        return (glyphs.raw, glyphs.raw) if glyphs.text == BREAK else Splicer.joint(self, index)

    def encoded(self, text: str, raw: int) -> str:
        """Return new text; raises StoreError if it would extend over two cues."""
        if self.page.source[raw - 1 : raw] == "\n":
            text = text.lstrip(" ")
        if "\n" in text:
            reason = "a cue cannot be split, since only its author knows the time of each part"
            raise StoreError(self.path, Message("{0}; undo that or save as plain text", reason))
        if self.page.is_vtt:
            text = html.escape(text, quote=False)
        return text.replace(BREAK, "\n")


def read_subtitles(path: object, source: str) -> SubtitlePage:
    """Read all cues."""
    is_unsigned = Path(str(path)).suffix.lower() == ".vtt" and not is_signed(source)
    is_vtt = is_signed(source) or (is_unsigned and not is_subrip(source))
    page = SubtitlePage(source, is_vtt=is_vtt, is_unsigned=is_unsigned)
    flow = Flow(page)
    pattern = _VTT_PIECE if is_vtt else _PIECE
    paragraph = 0
    for cue in cues(source, is_vtt=is_vtt):
        if page.size - paragraph < _LONGEST and _goes_on(page, cue):
            flow.end_part()
        else:
            flow.end_block()
            paragraph = flow.next_start
        start = flow.next_start
        end = 0
        for line in cue.lines:
            if end and not flow.new_block:
                flow.line_break(end, line.start)
            for match in pattern.finditer(source, *line):
                _take(flow, match)
            end = line.end
        if page.size > start:
            page.places.append(Place(start, "cue", cue.number))
    return page


def _goes_on(page: MappedText, cue: Cue) -> bool:
    """Whether a cue seems to continue the sentence of the cue before it, by its punctuation."""
    if not (page.glyphs and cue.lines):
        return False
    is_open = _OPEN_END.search(page.glyphs[-1].text)
    return bool(is_open and _START.match(page.source, *cue.lines[0]))


def _take(flow: Flow, match: re.Match[str]) -> None:
    piece = match[0]
    if match["tag"]:
        return
    if piece.isspace():
        flow.blank(*match.span())
        return
    plain = html.unescape(piece) if match.groupdict().get("sign") else piece
    flow.give(plain, *match.span(), exact=plain == piece)


def _notices(page: SubtitlePage) -> tuple[str, ...]:
    if not page.is_unsigned:
        return ()
    return (
        Message(
            "The file does not begin with the line “WEBVTT”, as .vtt subtitles must; "
            "players may refuse it."
        ),
    )


def _alike(text: str) -> str:
    """Return a text with its lines joined, since cues stay where they are whatever is corrected.

    An added full stop may end a paragraph, and a removed one may join two.
    """
    return re.sub(rf"(?<!{BREAK})(?:{BREAK}|\n)(?!{BREAK})", " ", text)


SUBTITLES = SourceFormat(
    Message("this subtitle file"), read_subtitles, SubtitleSplicer, _notices, alike=_alike
)

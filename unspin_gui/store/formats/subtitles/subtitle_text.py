"""The text of subtitles, a paragraph a cue, mapped to the file character by character."""

import html
import re

from unspin_gui.core.document.places import Place
from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.formats.mapped.mapped_text import Flow, MappedText
from unspin_gui.store.formats.mapped.source_format import SourceFormat
from unspin_gui.store.formats.mapped.splicer import Splicer
from unspin_gui.store.formats.opened import BREAK
from unspin_gui.store.formats.subtitles.cues import cues, is_vtt

_PIECE = re.compile(
    r"(?P<tag></?(?:b|i|u|s|font|c|v|ruby|rt|lang)(?:[\s.][^<>]*)?>|\{\\[^{}]*\})"
    r"|[ \t]+|[^ \t<{]+(?: [^ \t<{]+)*|.",
    re.IGNORECASE,
)
_VTT_PIECE = re.compile(
    r"(?P<tag><[^>]*>?)|(?P<sign>&(?:amp|lt|gt|nbsp|lrm|rlm|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)"
    r"|[ \t]+|[^ \t<&]+(?: [^ \t<&]+)*|."
)


class SubtitleSplicer(Splicer):
    """Knows how text is written in a cue."""

    called = "a subtitle file"

    def encoded(self, text: str, raw: int) -> str:  # noqa: ARG002
        """New text; raises StoreError if it would be of two cues."""
        if "\n" in text:
            reason = "a cue cannot be split, since only its author knows the time of each part"
            raise StoreError(self.path, Message("{0}; undo that or save as plain text", reason))
        if is_vtt(self.page.source):
            text = html.escape(text, quote=False)
        return text.replace(BREAK, "\n")


def read_subtitles(_path: object, source: str) -> MappedText:
    """Read all cues."""
    page = MappedText(source)
    flow = Flow(page)
    pattern = _VTT_PIECE if is_vtt(source) else _PIECE
    for cue in cues(source):
        flow.end_block()
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


def _take(flow: Flow, match: re.Match[str]) -> None:
    piece = match[0]
    if match["tag"]:
        return
    if piece.isspace():
        flow.blank(*match.span())
        return
    plain = html.unescape(piece) if match.groupdict().get("sign") else piece
    flow.give(plain, *match.span(), exact=plain == piece)


def _nothing(_page: MappedText) -> tuple[str, ...]:
    return ()


SUBTITLES = SourceFormat(Message("this subtitle file"), read_subtitles, SubtitleSplicer, _nothing)

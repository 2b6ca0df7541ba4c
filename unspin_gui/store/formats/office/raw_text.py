"""Maps each displayed character of a piece of XML text to its bytes, so that the rest is kept."""

import html
import re

from unspin_gui.store.formats.office.xml_tree import Chunk, Xml

_SIGN = re.compile(rb"&[^;<&]{1,12};|\r\n?|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*")
_BLANKS = " \t\r\n"


class RawText:
    """The bytes of a chunk, by the characters of the text that it is displayed as.

    `text` may omit spaces at its ends, those `before` and `after` it, and have one space for
    several.
    """

    def __init__(self, data: bytes, chunk: Chunk, places: list[tuple[int, int]]) -> None:
        self._data = data
        self._places = places
        self.before = data[chunk.start : places[0][0]]
        self.after = data[places[-1][1] : chunk.end]

    @classmethod
    def of(cls, xml: Xml, chunk: Chunk, text: str) -> "RawText | None":
        """The bytes of a chunk displayed as `text`; None if the two cannot be aligned."""
        raw = xml.raw(chunk.start, chunk.end)
        signs = [(_decoded(match[0]), *match.span()) for match in _SIGN.finditer(raw)]
        if len("".join(sign for sign, *_ in signs)) != len(chunk.text):
            return None  # CDATA, or anything else unknown here
        places = list[tuple[int, int]]()
        at = 0
        for wanted in text:
            while at < len(signs) and not _fits(signs[at][0], wanted):
                if signs[at][0] not in _BLANKS:
                    return None
                at += 1
            if at == len(signs):
                return None
            places.append((chunk.start + signs[at][1], chunk.start + signs[at][2]))
            at += 1
        if any(sign not in _BLANKS for sign, *_ in signs[at:]):
            return None
        return cls(xml.data, chunk, places)

    def start(self, place: int) -> int:
        """The byte before which the character at a place in the text begins."""
        if place < len(self._places):
            return self._places[place][0]
        return self._places[-1][1]

    def end(self, place: int) -> int:
        """The byte at which the characters before a place in the text end."""
        return self._places[place - 1][1] if place else self._places[0][0]

    def from_sign(self, start: int, end: int) -> bytes:
        """Like `between`, without the spaces before the first character."""
        return self._data[self.start(start) : self.start(end)] if start < end else b""

    def between(self, start: int, end: int) -> bytes:
        """The bytes of the characters `[start, end)`, with all spaces up to the next ones."""
        return self._data[self.end(start) : self.start(end)] if start < end else b""


def _decoded(raw: bytes) -> str:
    text = raw.decode("utf-8")
    if text.startswith("\r"):
        return "\n"
    return html.unescape(text) if len(text) > 1 and text[0] == "&" else text


def _fits(sign: str, wanted: str) -> bool:
    return sign == wanted or (wanted == " " and sign in "\t\r\n\u2028\u2029")

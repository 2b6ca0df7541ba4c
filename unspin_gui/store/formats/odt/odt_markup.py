"""Pieces of OpenDocument markup: text with its spaces, marks and regions of tracked changes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.formats.office.tracking import AUTHOR, Tracking
from unspin_gui.store.formats.office.xml_text import escaped
from unspin_gui.store.formats.office.xml_tree import Xml, XmlNode, XmlSplice
from unspin_gui.store.formats.opened import BREAK

_SPECIAL = re.compile(f"( +|[\t{BREAK}])")
_ID = re.compile(rb"\s(?:[\w-]+:)?id=(?:\"[^\"]*\"|'[^']*')")
_OPENABLE = frozenset({"text:span", "text:a"})


@dataclass(slots=True)
class OdtMarkup:
    """Writes elements with the namespace prefixes of one part, and collects its tracked changes."""

    xml: Xml
    tracking: Tracking
    ids: "count[int]"
    regions: list[bytes] = field(default_factory=list)
    insertions: list[tuple[int, int, bytes]] | None = None

    def tag(self, name: str) -> bytes:
        """An element's name as this part writes it."""
        return self.xml.name(name)

    def text(self, text: str, *, after_blank: bool = True, is_last: bool = True) -> bytes:
        """Return text; a single space would be dropped `after_blank` and at the end (`is_last`)."""
        parts = list[bytes]()
        at = 0
        for piece in _SPECIAL.split(text):
            at += len(piece)
            if piece.startswith(" "):
                literal = not after_blank and not (is_last and at == len(text))
                parts.append(self._blanks(len(piece), literal=literal))
            elif piece == "\t":
                parts.append(b"<%b/>" % self.tag("text:tab"))
            elif piece == BREAK:
                parts.append(b"<%b/>" % self.tag("text:line-break"))
            else:
                parts.append(escaped(self.xml.path, piece))
            after_blank = after_blank and not piece
        return b"".join(parts)

    def split(self, chunk_parent: XmlNode) -> bytes:
        """The end of a paragraph and the start of a similar one, for text in `chunk_parent`."""
        opened = self._around(chunk_parent)
        closing = b"".join(self._closing(node) for node in reversed(opened))
        return closing + b"".join(self._opening(node) for node in opened)

    def deleted(self, parent: XmlNode, text: str, place: int) -> bytes:
        """The mark that replaces deleted text, and its region.

        Text that someone else inserted remains an insertion too, so that rejecting both leaves
        neither.
        """
        if not self.tracking.tracked:
            return b""
        opened = self._around(parent, strict=False)
        inside = self.text(text)
        closing = b"".join(self._closing(node) for node in reversed(opened))
        opening = b"".join(self._opening(node) for node in opened)
        within = self._insertion_at(place)
        return self._region("text:deletion", opening + inside + closing, "text:change", within)

    def inserted(self, content: bytes) -> bytes:
        """Content between the marks of an insertion."""
        if not self.tracking.tracked or not content:
            return content
        start = self._region("text:insertion", b"", "text:change-start")
        return start + content + start.replace(b"change-start", b"change-end", 1)

    def joined(self, upper: XmlNode, lower: XmlNode) -> bytes:
        """The mark of a deleted paragraph end."""
        if not self.tracking.tracked:
            return b""
        both = b"".join(self._opening(node) + self._closing(node) for node in (upper, lower))
        return self._region("text:deletion", both, "text:change")

    def comment(self, note: str) -> bytes:
        """A comment at this place."""
        tag, p = self.tag("office:annotation"), self.tag("text:p")
        text = self.text(note.replace("\n", " "))
        return b"<%b>%b<%b>%b</%b></%b>" % (tag, self._signed(), p, text, p, tag)

    def gathered(self, holder: XmlNode) -> XmlSplice:
        """The regions, put where a document, header or footer keeps them."""
        body, tag = b"".join(self.regions), self.tag("text:tracked-changes")
        known = holder.child("text:tracked-changes")
        wrapped = b"<%b>%b</%b>" % (tag, body, tag)
        if known is None:
            forms = holder.child("office:forms")
            place = forms.end if forms else holder.inner
            return XmlSplice(place, place, wrapped)
        if known.is_empty_tag:
            return XmlSplice(known.start, known.end, wrapped)
        return XmlSplice(known.inner_end, known.inner_end, body)

    def _insertion_at(self, place: int) -> bytes:
        """The insertion around a place in the part, as its region describes it; empty if none."""
        if self.insertions is None:
            self.insertions = list(_insertions(self.xml))
        return next((raw for start, end, raw in self.insertions if start < place < end), b"")

    def _region(self, kind: str, content: bytes, mark: str, within: bytes = b"") -> bytes:
        number = b"ctu%d" % next(self.ids)
        outer, inner = self.tag("text:changed-region"), self.tag(kind)
        info = self.tag("office:change-info")
        named = b'xml:id="%b" %b="%b"' % (number, self.xml.attribute("text:id"), number)
        signed = b"<%b>%b</%b>" % (info, self._signed(), info)
        region = (outer, named, inner, signed, content, inner, within, outer)
        self.regions.append(b"<%b %b><%b>%b%b</%b>%b</%b>" % region)
        return b'<%b %b="%b"/>' % (self.tag(mark), self.xml.attribute("text:change-id"), number)

    def _signed(self) -> bytes:
        creator, date = self.tag("dc:creator"), self.tag("dc:date")
        stamp = self.tracking.stamp.encode()
        by = b"<%b>%b</%b>" % (creator, AUTHOR.encode(), creator)
        return by + b"<%b>%b</%b>" % (date, stamp, date)

    def _blanks(self, number: int, *, literal: bool) -> bytes:
        """Return spaces, the first of which may be a plain one between other characters."""
        first = b" " if literal else b""
        left = number - len(first)
        if not left:
            return first
        written = b' %b="%d"' % (self.xml.attribute("text:c"), left) if left > 1 else b""
        return b"%b<%b%b/>" % (first, self.tag("text:s"), written)

    def _around(self, node: XmlNode, *, strict: bool = True) -> list[XmlNode]:
        """The elements to be closed and reopened, the paragraph first."""
        found: list[XmlNode] = []
        at: XmlNode | None = node
        while at is not None:
            if at.tag in {"text:p", "text:h"}:
                return [at, *reversed(found)]
            if at.tag in _OPENABLE:
                found.append(at)
            elif strict:
                break
            at = at.parent
        reason = Message(
            "this paragraph of the document cannot be split; undo that or save as plain text"
        )
        raise StoreError(self.xml.path, reason)

    def _opening(self, node: XmlNode) -> bytes:
        raw = self.xml.raw(node.start, node.inner)
        raw = _ID.sub(b"", raw)
        return raw[:-2].rstrip() + b">" if node.is_empty_tag else raw

    def _closing(self, node: XmlNode) -> bytes:
        return b"</%b>" % self.xml.name_of(node)


def _insertions(xml: Xml) -> Iterator[tuple[int, int, bytes]]:
    """Yield where others have inserted something, with the insertion as its region describes it."""
    regions, starts = dict[str, bytes](), dict[str, int]()
    for node in xml.root.walk():
        number = node.attributes.get("text:change-id", "")
        if node.tag == "text:changed-region":
            if made := node.child("text:insertion"):
                regions[node.attributes.get("text:id", "")] = xml.raw(made.start, made.end)
        elif node.tag == "text:change-start":
            starts[number] = node.start
        elif node.tag == "text:change-end" and number in starts and number in regions:
            yield starts[number], node.start, regions[number]

"""Pieces of WordprocessingML (ECMA-376): runs, text, paragraph ends, marks of tracked changes."""

import re
from dataclasses import dataclass
from itertools import count

from unspin_gui.store.formats.office.tracking import AUTHOR, Tracking
from unspin_gui.store.formats.office.xml_text import escaped
from unspin_gui.store.formats.office.xml_tree import Xml, XmlNode, XmlSplice
from unspin_gui.store.formats.opened import BREAK
from unspin_gui.store.formats.tags import tags

_SPECIAL = re.compile(f"([\t{BREAK}])")
_MARKS = tags("w:ins w:del w:moveFrom w:moveTo w:rPrChange")


@dataclass(slots=True)
class DocxMarkup:
    """Writes elements with the namespace prefix of one part."""

    xml: Xml
    tracking: Tracking
    ids: "count[int]"

    def tag(self, name: str) -> bytes:
        """An element's name with its prefix."""
        return self.xml.name(f"w:{name}")

    def attribute(self, name: str) -> bytes:
        """An attribute's name with its prefix."""
        return self.xml.attribute(f"w:{name}")

    def content(self, text: str) -> bytes:
        """Text as the content of a run."""
        parts = list[bytes]()
        for part in _SPECIAL.split(text):
            if part in {"\t", BREAK}:
                parts.append(b"<%b/>" % self.tag("tab" if part == "\t" else "br"))
            elif part:
                parts.append(self.text("t", part))
        return b"".join(parts)

    def text(self, name: str, text: str, raw: bytes | None = None) -> bytes:
        """A text element; `raw` is the text as already written in the file."""
        tag = self.tag(name)
        space = b' xml:space="preserve"' if text != text.strip() else b""
        content = escaped(self.xml.path, text) if raw is None else raw
        return b"<%b%b>%b</%b>" % (tag, space, content, tag)

    def run(self, like: XmlNode, content: bytes) -> bytes:
        """A run with the formatting of another one."""
        start = self.xml.raw(like.start, like.inner)
        return b"%b%b%b</%b>" % (start, self.properties(like), content, self.xml.name_of(like))

    def properties(self, run: XmlNode) -> bytes:
        """The formatting of a run."""
        found = run.child("w:rPr")
        return self.xml.raw(found.start, found.end) if found else b""

    def fresh_run(self, paragraph: XmlNode, content: bytes) -> bytes:
        """A run in a paragraph that had none, formatted like the paragraph mark."""
        of_end = _end_properties(paragraph)
        kept = [n for n in of_end.nodes if n.tag not in _MARKS] if of_end else []
        inside = b"".join(self.xml.raw(node.start, node.end) for node in kept)
        tag = self.tag("rPr")
        properties = b"<%b>%b</%b>" % (tag, inside, tag) if inside else b""
        return b"<%b>%b%b</%b>" % (self.tag("r"), properties, content, self.tag("r"))

    def deleted(self, run: bytes) -> bytes:
        """A run as a tracked deletion, or nothing if changes are not tracked."""
        return self._tracked("del", run) if self.tracking.tracked else b""

    def inserted(self, run: bytes, around: XmlNode | None) -> bytes:
        """A run as a tracked insertion; `around` is the element that contains it."""
        if not self.tracking.tracked:
            return run
        if around is None or not self._is_inserted(around):
            return self._tracked("ins", run)
        if around.tag not in {"w:ins", "w:moveTo"}:
            return run  # within someone else's insertion
        closing = b"</%b>" % self.xml.name_of(around)
        opening = self.xml.raw(around.start, around.inner)
        return closing + self._tracked("ins", run) + opening

    def mark(self, name: str) -> bytes:
        """The mark for an inserted or deleted paragraph end."""
        return b"<%b%b/>" % (self.tag(name), self.signed())

    def signed(self) -> bytes:
        """The number, author and date of a change."""
        number, author, date = map(self.attribute, ("id", "author", "date"))
        stamp = self.tracking.stamp.encode()
        return b' %b="%d" %b="%b" %b="%bZ"' % (
            *(number, next(self.ids), author, AUTHOR.encode(), date, stamp),
        )

    def marked(self, paragraph: XmlNode, name: str) -> XmlSplice:
        """Mark the end of a paragraph as inserted or deleted."""
        mark = self.mark(name)
        tag, outer = self.tag("rPr"), self.tag("pPr")
        whole = b"<%b>%b</%b>" % (tag, mark, tag)
        properties, of_end = paragraph.child("w:pPr"), _end_properties(paragraph)
        if of_end is not None:
            if of_end.is_empty_tag:
                return XmlSplice(of_end.start, of_end.end, whole)
            return XmlSplice(of_end.inner, of_end.inner, mark)
        wrapped = b"<%b>%b</%b>" % (outer, whole, outer)
        if properties is None:
            return self.into(paragraph, wrapped, at_end=False)
        if properties.is_empty_tag:
            return XmlSplice(properties.start, properties.end, wrapped)
        late = (n for n in properties.nodes if n.tag in {"w:sectPr", "w:pPrChange"})
        place = next((node.start for node in late), properties.inner_end)
        return XmlSplice(place, place, whole)

    def into(self, node: XmlNode, content: bytes, *, at_end: bool) -> XmlSplice:
        """Put content into an element, even one written as an empty tag."""
        if not node.is_empty_tag:
            place = node.inner_end if at_end else node.inner
            return XmlSplice(place, place, content)
        opening = self.xml.raw(node.start, node.end).rstrip(b"/>").rstrip()
        name = self.xml.name_of(node)
        return XmlSplice(node.start, node.end, b"%b>%b</%b>" % (opening, content, name))

    def _tracked(self, name: str, run: bytes) -> bytes:
        tag = self.tag(name)
        return b"<%b%b>%b</%b>" % (tag, self.signed(), run, tag)

    @staticmethod
    def _is_inserted(around: XmlNode) -> bool:
        inserted = frozenset({"w:ins", "w:moveTo"})
        return around.tag in inserted or around.has_above(inserted)


def _end_properties(paragraph: XmlNode) -> XmlNode | None:
    properties = paragraph.child("w:pPr")
    return properties.child("w:rPr") if properties else None

"""Splices edits into the parts of an OpenDocument text; spans and styles stay."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.odt.odt_markup import OdtMarkup
from unspin_gui.store.formats.office.raw_text import RawText
from unspin_gui.store.formats.office.story import Paragraph, StoryCut, StoryPiece, StoryPlan
from unspin_gui.store.formats.office.xml_tree import Chunk, XmlNode, XmlSplice
from unspin_gui.store.formats.opened import Edit
from unspin_gui.store.formats.tags import tags

_BLANKS = re.compile("[ \t\r\n]+")
_NO_COMMENTS = tags("text:note draw:text-box draw:frame draw:custom-shape")


@dataclass(slots=True)
class OdtWriter:
    """Makes the splices for one part.

    `was_after_blank` and `after_blank` say whether a space would be dropped at the current place,
    because another precedes it or the paragraph begins there: as the part was, and as it is
    written.
    """

    plan: StoryPlan
    markup: OdtMarkup
    edits: Sequence[Edit]
    splices: list[XmlSplice] = field(default_factory=list)
    was_after_blank: bool = True
    after_blank: bool = True
    commented: set[int] = field(default_factory=set)
    holders: dict[int, tuple[XmlNode, list[bytes]]] = field(default_factory=dict)

    def write(self, group: Sequence[int]) -> None:
        """Make the splices for a paragraph, or for several that are joined."""
        paragraphs = [self.plan.story.paragraphs[index] for index in group]
        last = next(
            (p for para in reversed(paragraphs) for p in reversed(para.pieces) if p.text), None
        )
        self.after_blank = True
        for index, paragraph in zip(group, paragraphs, strict=True):
            self.was_after_blank = True
            for cut in self.plan.fresh.get(index, ()):
                self._fresh(paragraph, cut)
            for piece in paragraph.pieces:
                self._piece(piece, is_last=piece is last)
        if len(paragraphs) > 1:
            self._join([paragraph.nodes[0] for paragraph in paragraphs])
        self._gather(paragraphs[0].nodes[0])

    def finished(self) -> list[XmlSplice]:
        """All splices, with the lists of tracked changes."""
        for holder, regions in self.holders.values():
            self.markup.regions = regions
            self.splices.append(self.markup.gathered(holder))
        return self.splices

    def _piece(self, piece: StoryPiece, *, is_last: bool) -> None:
        """Write a piece where it must change, and record whether it ends in a space."""
        cuts, place = self.plan.cuts.get(piece, []), piece.place
        chunk = place if isinstance(place, Chunk) else None
        ends_blank = chunk is not None and piece.text.endswith(" ")
        if cuts or (chunk is not None and self._counts_otherwise(chunk)):
            raw = RawText.of(self.markup.xml, chunk, piece.text) if chunk and piece.text else None
            written, at = b"", 0
            for cut in cuts:
                written += self._kept(piece, raw, Span(at, cut.start), is_last=False)
                written += self._cut(piece, cut, is_last=is_last)
                at = cut.end
            written += self._kept(piece, raw, Span(at, len(piece.text)), is_last=is_last)
            self.splices.append(XmlSplice(place.start, place.end, written))
        elif piece.text:
            self.after_blank = ends_blank
        if piece.text:
            self.was_after_blank = ends_blank

    def _counts_otherwise(self, chunk: Chunk) -> bool:
        """Whether spaces that were collapsed would become visible, or the reverse."""
        return self.was_after_blank != self.after_blank and bool(_BLANKS.match(chunk.text))

    def _kept(self, piece: StoryPiece, raw: RawText | None, kept: Span, *, is_last: bool) -> bytes:
        """What remains of a piece: its own bytes, except for spaces whose meaning would change."""
        text = piece.text[slice(*kept)]
        if raw is None:
            return self._text(text, is_last=is_last)
        core = text.lstrip(" ")
        head = text[: len(text) - len(core)]
        if kept.start:
            was_after_blank = piece.text[kept.start - 1] == " " and not head
        else:
            was_after_blank = self.was_after_blank
        if was_after_blank == self.after_blank:
            written = b"" if kept.start else raw.before
            written += raw.between(kept.start, kept.end)
        else:
            written = self._text(head, is_last=is_last and not core)
            if not core:
                return written
            written += raw.from_sign(kept.start + len(head), kept.end)
        self.after_blank = text.endswith(" ") if text else self.after_blank
        return written + (raw.after if kept.end == len(piece.text) else b"")

    def _text(self, text: str, *, is_last: bool) -> bytes:
        """Text after what has been written so far."""
        written = self.markup.text(text, after_blank=self.after_blank, is_last=is_last)
        if written:
            self.after_blank = written.endswith(b" ")
        return written

    def _lines(self, text: str, between: bytes, *, is_last: bool) -> bytes:
        """The text of several paragraphs, with `between` as end of one and start of the next."""
        first, *others = text.split("\n")
        written = self._text(first, is_last=is_last or bool(others))
        for number, line in enumerate(others, 1):
            self.after_blank = True
            written += between + self._text(line, is_last=is_last or number < len(others))
        return written

    def _cut(self, piece: StoryPiece, cut: StoryCut, *, is_last: bool) -> bytes:
        """What replaces a cut."""
        written = self._comment(cut, piece.run)
        if cut.end > cut.start:
            old = piece.text[cut.start : cut.end]
            written += self.markup.deleted(piece.run, old, piece.place.start)
        between = self.markup.split(piece.run) if "\n" in cut.new else b""
        ends = is_last and cut.end == len(piece.text)
        return written + self.markup.inserted(self._lines(cut.new, between, is_last=ends))

    def _comment(self, cut: StoryCut, parent: XmlNode) -> bytes:
        edit = cut.operation.edit
        note = self.edits[edit].note
        wanted = self.markup.tracking.comments and note and edit not in self.commented
        in_body = self.markup.xml.root.tag == "office:document-content"
        if not wanted or not in_body or parent.has_above(_NO_COMMENTS):
            return b""
        self.commented.add(edit)
        return self.markup.comment(note)

    def _fresh(self, paragraph: Paragraph, cut: StoryCut) -> None:
        """Put text into a paragraph that has none."""
        node = paragraph.nodes[0]
        between = self.markup.split(node) if "\n" in cut.new else b""
        content = self.markup.inserted(self._lines(cut.new, between, is_last=True))
        if not node.is_empty_tag:
            self.splices.append(XmlSplice(node.inner_end, node.inner_end, content))
            return
        opening = self.markup.xml.raw(node.start, node.end)[:-2].rstrip()
        closing = b"</%b>" % self.markup.xml.name_of(node)
        self.splices.append(XmlSplice(node.start, node.end, opening + b">" + content + closing))

    def _join(self, nodes: Sequence[XmlNode]) -> None:
        """Join several paragraphs, in the style of the first that is not empty."""
        if not all(_adjacent(upper, lower) for upper, lower in pairwise(nodes)):
            reason = Message("these paragraphs of the document cannot be joined")
            raise StoreError(
                self.markup.xml.path, Message("{0}; undo that or save as plain text", reason)
            )
        marks = [self.markup.joined(upper, lower) for upper, lower in pairwise(nodes)]
        full = [place for place, node in enumerate(nodes) if not node.is_empty_tag]
        if not full:
            self.splices += [XmlSplice(node.start, node.end, b"") for node in nodes[:-1]]
            return
        first, last = full[0], full[-1]
        for node in (*nodes[:first], *nodes[last + 1 :]):
            self.splices.append(XmlSplice(node.start, node.end, b""))
        for upper, lower in pairwise(full):
            between = b"".join(marks[upper:lower])
            self.splices.append(XmlSplice(nodes[upper].inner_end, nodes[lower].inner, between))
        start, end = nodes[first].inner, nodes[last].inner_end
        self.splices.append(XmlSplice(start, start, b"".join(marks[:first])))
        self.splices.append(XmlSplice(end, end, b"".join(marks[last:])))
        name = self.markup.xml.name_of(nodes[first])
        if name != self.markup.xml.name_of(nodes[last]):
            self.splices.append(XmlSplice(end, nodes[last].end, b"</%b>" % name))

    def _gather(self, node: XmlNode) -> None:
        """Keep the tracked changes so far with the document, header or footer they belong to."""
        if not self.markup.regions:
            return
        top = node.parent
        while top is not None and top.tag != "office:text" and not top.tag.startswith("style:"):
            top = top.parent
        holder = top or self.markup.xml.root
        known = self.holders.setdefault(id(holder), (holder, []))
        known[1].extend(self.markup.regions)
        self.markup.regions = []


def groups(plan: StoryPlan) -> list[list[int]]:
    """The paragraphs touched, with those that are joined grouped together."""
    found: list[list[int]] = []
    for index in plan.touched():
        if found and index - 1 in plan.joins and found[-1][-1] == index - 1:
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _adjacent(upper: XmlNode, lower: XmlNode) -> bool:
    siblings = upper.parent.nodes if upper.parent else []
    return any(first is upper and second is lower for first, second in pairwise(siblings))

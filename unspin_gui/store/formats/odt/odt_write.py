"""Splices edits into the parts of an OpenDocument text; spans and styles stay."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from unspin_gui.core.errors import StoreError
from unspin_gui.store.formats.odt.odt_markup import OdtMarkup
from unspin_gui.store.formats.office.story import Paragraph, StoryCut, StoryPiece, StoryPlan
from unspin_gui.store.formats.office.xml_tree import Chunk, Splice, XmlNode
from unspin_gui.store.formats.opened import Edit
from unspin_gui.store.formats.tags import tags

_BLANKS = re.compile("[ \t\r\n]+")
_NO_COMMENTS = tags("text:note draw:text-box draw:frame draw:custom-shape")


@dataclass(slots=True)
class OdtWriter:
    """Makes the splices for one part."""

    plan: StoryPlan
    markup: OdtMarkup
    edits: Sequence[Edit]
    splices: list[Splice] = field(default_factory=list)
    commented: set[int] = field(default_factory=set)
    holders: dict[int, tuple[XmlNode, list[bytes]]] = field(default_factory=dict)

    def write(self, group: Sequence[int]) -> None:
        """Make the splices for a paragraph, or for several that are joined."""
        paragraphs = [self.plan.story.paragraphs[index] for index in group]
        before = ""
        last = next(
            (p for para in reversed(paragraphs) for p in reversed(para.pieces) if p.text), None
        )
        for index, paragraph in zip(group, paragraphs, strict=True):
            for cut in self.plan.fresh.get(index, ()):
                before = self._fresh(paragraph, cut)
            for piece in paragraph.pieces:
                before = self._piece(piece, before, is_last=piece is last)
        if len(paragraphs) > 1:
            self._join([paragraph.nodes[0] for paragraph in paragraphs])
        self._gather(paragraphs[0].nodes[0])

    def finished(self) -> list[Splice]:
        """All splices, with the lists of tracked changes."""
        for holder, regions in self.holders.values():
            self.markup.regions = regions
            self.splices.append(self.markup.gathered(holder))
        return self.splices

    def _piece(self, piece: StoryPiece, before: str, *, is_last: bool) -> str:
        """Write a piece where it must change; returns the last character shown."""
        cuts = self.plan.cuts.get(piece, [])
        if not cuts:
            if _must_be_rewritten(piece, before):
                new = self.markup.text(piece.text, before, is_last=is_last)
                self.splices.append(Splice(piece.place.start, piece.place.end, new))
            return piece.text[-1:] or before
        written = b""
        for text, cut in [*self._parts(piece, cuts), (piece.text[cuts[-1].end :], None)]:
            ends = is_last and cut is None
            written += self.markup.text(text, before, is_last=ends)
            before = text[-1:] or before
            if cut is not None:
                new, before = self._cut(piece, cut, before, is_last=is_last)
                written += new
        self.splices.append(Splice(piece.place.start, piece.place.end, written))
        return before

    @staticmethod
    def _parts(piece: StoryPiece, cuts: list[StoryCut]) -> Iterator[tuple[str, StoryCut]]:
        at = 0
        for cut in cuts:
            yield piece.text[at : cut.start], cut
            at = cut.end

    def _cut(
        self, piece: StoryPiece, cut: StoryCut, before: str, *, is_last: bool
    ) -> tuple[bytes, str]:
        """What replaces a cut, and the last character shown after it."""
        written = self._comment(cut, piece.run)
        if cut.end > cut.start:
            old = piece.text[cut.start : cut.end]
            written += self.markup.deleted(piece.run, old, piece.place.start)
        lines = cut.new.split("\n")
        content = b""
        ends = is_last and cut.end == len(piece.text)
        for number, line in enumerate(lines):
            if number:
                content += self.markup.split(piece.run)
                before = ""
            closed = number < len(lines) - 1 or ends
            content += self.markup.text(line, before, is_last=closed)
            before = line[-1:] or before
        return written + self.markup.inserted(content), before

    def _comment(self, cut: StoryCut, parent: XmlNode) -> bytes:
        edit = cut.operation.edit
        note = self.edits[edit].note
        wanted = self.markup.tracking.comments and note and edit not in self.commented
        in_body = self.markup.xml.root.tag == "office:document-content"
        if not wanted or not in_body or parent.has_above(_NO_COMMENTS):
            return b""
        self.commented.add(edit)
        return self.markup.comment(note)

    def _fresh(self, paragraph: Paragraph, cut: StoryCut) -> str:
        """Put text into a paragraph that has none."""
        node = paragraph.nodes[0]
        lines = [self.markup.text(line, "", is_last=True) for line in cut.new.split("\n")]
        between = self.markup.split(node) if len(lines) > 1 else b""
        content = self.markup.inserted(between.join(lines))
        if not node.is_empty_tag:
            self.splices.append(Splice(node.inner_end, node.inner_end, content))
            return cut.new.rpartition("\n")[2][-1:]
        opening = self.markup.xml.raw(node.start, node.end)[:-2].rstrip()
        closing = b"</%b>" % self.markup.xml.name_of(node)
        self.splices.append(Splice(node.start, node.end, opening + b">" + content + closing))
        return cut.new.rpartition("\n")[2][-1:]

    def _join(self, nodes: Sequence[XmlNode]) -> None:
        """Join several paragraphs, in the style of the first that is not empty."""
        if not all(_adjacent(upper, lower) for upper, lower in pairwise(nodes)):
            reason = "these paragraphs of the document cannot be joined"
            raise StoreError(self.markup.xml.path, f"{reason}; undo that or save as plain text")
        marks = [self.markup.joined(upper, lower) for upper, lower in pairwise(nodes)]
        full = [place for place, node in enumerate(nodes) if not node.is_empty_tag]
        if not full:
            self.splices += [Splice(node.start, node.end, b"") for node in nodes[:-1]]
            return
        first, last = full[0], full[-1]
        for node in (*nodes[:first], *nodes[last + 1 :]):
            self.splices.append(Splice(node.start, node.end, b""))
        for upper, lower in pairwise(full):
            between = b"".join(marks[upper:lower])
            self.splices.append(Splice(nodes[upper].inner_end, nodes[lower].inner, between))
        start, end = nodes[first].inner, nodes[last].inner_end
        self.splices.append(Splice(start, start, b"".join(marks[:first])))
        self.splices.append(Splice(end, end, b"".join(marks[last:])))
        name = self.markup.xml.name_of(nodes[first])
        if name != self.markup.xml.name_of(nodes[last]):
            self.splices.append(Splice(end, nodes[last].end, b"</%b>" % name))

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


def _must_be_rewritten(piece: StoryPiece, before: str) -> bool:
    """Whether blanks that were collapsed would become significant, or the reverse."""
    if not isinstance(piece.place, Chunk):
        return False
    is_clean = _BLANKS.sub(" ", piece.place.text) == piece.text
    return not is_clean or (piece.text.startswith(" ") and before in {"", " "})


def _adjacent(upper: XmlNode, lower: XmlNode) -> bool:
    siblings = upper.parent.nodes if upper.parent else []
    return any(first is upper and second is lower for first, second in pairwise(siblings))

"""Splices edits into the parts of a Word file, into the runs they belong to."""

from dataclasses import dataclass, field

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.docx.docx_comments import Comments
from unspin_gui.store.formats.docx.docx_markup import DocxMarkup
from unspin_gui.store.formats.edits import applied
from unspin_gui.store.formats.office.raw_text import RawText
from unspin_gui.store.formats.office.story import (
    Paragraph,
    StoryCut,
    StoryPiece,
    StoryPlan,
    twin_cuts,
)
from unspin_gui.store.formats.office.xml_text import escaped
from unspin_gui.store.formats.office.xml_tree import Chunk, XmlNode, XmlSplice
from unspin_gui.store.formats.opened import BREAK, Edit
from unspin_gui.store.formats.tags import tags

_BOTH = Message("a paragraph end that is both new and deleted is not tracked")
_BOX = tags("w:txbxContent")
_CONTROL = tags("w:sdt")
_BETWEEN = tags(
    "w:bookmarkStart w:bookmarkEnd w:proofErr w:permStart w:permEnd w:commentRangeStart",
    "w:commentRangeEnd",
)


@dataclass(slots=True)
class DocxWriter:
    """Makes the splices for one part."""

    plan: StoryPlan
    markup: DocxMarkup
    comments: Comments | None = None
    splices: list[XmlSplice] = field(default_factory=list)
    ends: dict[int, int] = field(default_factory=dict)  # new paragraph ends still to be written

    def write(self, index: int) -> None:
        """Make the splices for one paragraph."""
        paragraph = self.plan.story.paragraphs[index]
        for cut in self.plan.fresh.get(index, ()):
            self._fresh(paragraph.nodes[-1], cut)
        comments = self.comments if _may_be_commented(paragraph) else None
        self._pieces(paragraph, self.plan.cuts, comments)
        if paragraph.twin is not None:
            self._pieces(paragraph.twin, twin_cuts(self.plan, paragraph), None)
        if index in self.plan.joins:
            self._join(paragraph, self.plan.story.paragraphs[index + 1])

    @property
    def _by_run(self) -> bool:
        return self.markup.tracking.tracked or self.comments is not None

    def _pieces(
        self,
        paragraph: Paragraph,
        cuts: dict[StoryPiece, list[StoryCut]],
        comments: Comments | None,
    ) -> None:
        touched = [piece for piece in paragraph.pieces if piece in cuts]
        self._count_ends(touched, cuts)
        for piece in touched:
            if piece.untracked or not self._by_run:
                self._plain(piece, cuts[piece])
        of_run: dict[int, dict[int, list[StoryCut]]] = {}
        by_run = [piece for piece in touched if self._by_run and not piece.untracked]
        for piece in by_run:
            of_run.setdefault(id(piece.run), {})[id(piece.place)] = cuts[piece]
        texts = {id(piece.place): piece for piece in paragraph.pieces}
        for run in {id(piece.run): piece.run for piece in by_run}.values():
            writer = _RunWriter(self, run, texts, of_run[id(run)], comments)
            self.splices.append(XmlSplice(run.start, run.end, writer.written()))

    def _count_ends(
        self, touched: list[StoryPiece], cuts: dict[StoryPiece, list[StoryCut]]
    ) -> None:
        """Count the paragraph ends that go into each paragraph."""
        for piece in touched:
            if new := sum(cut.new.count("\n") for cut in cuts[piece]):
                self._count(piece.run.parent, new)

    def _count(self, parent: XmlNode | None, new: int) -> None:
        """Count new paragraph ends; the paragraph's own end then becomes the first of them."""
        if parent is None or parent.tag != "w:p" or _section(parent):
            raise self._refused(Message("this paragraph of the document cannot be split"))
        is_first = id(parent) not in self.ends and not parent.is_empty_tag
        if is_first and self.markup.tracking.tracked:
            self.splices.append(self.markup.marked(parent, "ins"))
        self.ends[id(parent)] = self.ends.get(id(parent), 0) + new

    def _refused(self, what: str) -> StoreError:
        reason = Message("{0}; undo that or save as plain text", what)
        return StoreError(self.markup.xml.path, reason)

    def raw(self, piece: StoryPiece) -> RawText | None:
        """The bytes of a piece, if it is a single plain text."""
        node = piece.place
        if not isinstance(node, XmlNode) or node.tag != "w:t" or not piece.text:
            return None
        only = node.children[0] if len(node.children) == 1 else None
        if not isinstance(only, Chunk):
            return None
        return RawText.of(self.markup.xml, only, piece.text)

    def _in_place(self, piece: StoryPiece, cuts: list[StoryCut]) -> bool:
        """Replace only the bytes of the words, if that is possible."""
        raw, node = self.raw(piece), piece.place
        if raw is None or not isinstance(node, XmlNode):
            return False
        news = "".join(cut.new for cut in cuts)
        result = applied(piece.text, [Edit(Span(cut.start, cut.end), cut.new) for cut in cuts])
        is_kept = node.attributes.get("xml:space") == "preserve" or result == result.strip()
        if not result or not is_kept or any(sign in news for sign in f"\n\t{BREAK}"):
            return False
        for cut in cuts:
            start, new = raw.start(cut.start), escaped(self.markup.xml.path, cut.new)
            self.splices.append(XmlSplice(start, max(start, raw.end(cut.end)), new))
        return True

    def _plain(self, piece: StoryPiece, cuts: list[StoryCut]) -> None:
        if self._in_place(piece, cuts):
            return
        new, at = "", 0
        for cut in cuts:
            new += piece.text[at : cut.start] + cut.new
            at = cut.end
        lines = (new + piece.text[at:]).split("\n")
        content = [self.markup.content(line) for line in lines]
        written = content[0]
        for line in content[1:]:
            xml, run = self.markup.xml, piece.run
            written += b"</%b>%b" % (xml.name_of(run), self.split(run.parent))
            written += xml.opening_like(run) + self.markup.properties(run) + line
        place = piece.place
        self.splices.append(XmlSplice(place.start, place.end, written))

    def split(self, parent: XmlNode | None) -> bytes:
        """The end of a paragraph and the start of a similar one."""
        if parent is None or id(parent) not in self.ends:
            raise self._refused(Message("this paragraph of the document cannot be split"))
        self.ends[id(parent)] -= 1
        properties = parent.child("w:pPr")
        raw = self.markup.xml.raw(properties.start, properties.end) if properties else b""
        if self.markup.tracking.tracked and self.ends[id(parent)]:
            raw = self._with_mark(raw, properties)
        xml = self.markup.xml
        return b"</%b>%b%b" % (xml.name_of(parent), xml.opening_like(parent), raw)

    def _with_mark(self, raw: bytes, properties: XmlNode | None) -> bytes:
        tag, outer = self.markup.tag("rPr"), self.markup.tag("pPr")
        mark = self.markup.mark("ins")
        if properties is None or properties.is_empty_tag:
            return b"<%b><%b>%b</%b></%b>" % (outer, tag, mark, tag, outer)
        splice = self.markup.marked(properties.parent or properties, "ins")
        start, end = splice.start - properties.start, splice.end - properties.start
        return raw[:start] + splice.new + raw[end:]

    def _fresh(self, node: XmlNode, cut: StoryCut) -> None:
        """Put text into a paragraph that has none."""
        first, *more = [self._fresh_line(node, line) for line in cut.new.split("\n")]
        if more:
            self._count(node, len(more))
        content = first + b"".join(self.split(node) + line for line in more)
        if more and node.is_empty_tag and self.markup.tracking.tracked:
            content = self._with_mark(b"", None) + content
        self.splices.append(self.markup.into(node, content, at_end=True))

    def _fresh_line(self, node: XmlNode, line: str) -> bytes:
        run = self.markup.fresh_run(node, self.markup.content(line))
        return self.markup.inserted(run, None) if line else b""

    def _join(self, first: Paragraph, second: Paragraph) -> None:
        upper, lower = first.nodes[-1], second.nodes[0]
        if upper.parent is not lower.parent or not _adjacent(upper, lower) or first.twin:
            raise self._refused(Message("these paragraphs of the document cannot be joined"))
        if self.markup.tracking.tracked:
            if id(upper) in self.ends:
                raise self._refused(_BOTH)
            self.splices.append(self.markup.marked(upper, "del"))
        elif lower.is_empty_tag:
            self.splices.append(XmlSplice(lower.start, lower.end, b""))
        elif upper.is_empty_tag:
            self.splices.append(XmlSplice(upper.start, upper.end, b""))
        elif _section(upper):
            raise self._refused(Message("these paragraphs belong to different sections"))
        else:
            properties = lower.child("w:pPr")
            start = properties.end if properties else lower.inner
            self.splices.append(XmlSplice(upper.inner_end, upper.end, b""))
            self.splices.append(XmlSplice(lower.start, start, b""))


@dataclass(slots=True)
class _RunWriter:
    """Rewrites one run as kept, deleted and inserted runs."""

    writer: DocxWriter
    run: XmlNode
    texts: dict[int, StoryPiece]
    cuts: dict[int, list[StoryCut]]
    comments: Comments | None
    out: list[bytes] = field(default_factory=list)
    kept: list[bytes] = field(default_factory=list)

    def written(self) -> bytes:
        """Everything that replaces the run."""
        raw = self.writer.markup.xml.raw
        for child in self.run.nodes:
            if child.tag == "w:rPr":
                continue
            if id(child) in self.cuts:
                self._piece(self.texts[id(child)], self.cuts[id(child)])
            else:
                self.kept.append(raw(child.start, child.end))
        self._flush()
        return b"".join(self.out)

    def _piece(self, piece: StoryPiece, cuts: list[StoryCut]) -> None:
        at = 0
        for cut in cuts:
            self._keep(piece, at, cut.start)
            if self.comments is not None:
                self._put(self.comments.opened(cut))
            if cut.end > cut.start:
                self._delete(piece, cut)
            if cut.new:
                self._insert(cut.new)
            if self.comments is not None:
                self._put(self.comments.closed(cut))
            at = cut.end
        self._keep(piece, at, len(piece.text))

    def _keep(self, piece: StoryPiece, start: int, end: int) -> None:
        if start >= end:
            return
        markup, text = self.writer.markup, piece.text[start:end]
        raw = self.writer.raw(piece)
        whole = raw is not None and BREAK not in text and "\t" not in text
        kept = markup.text("t", text, raw.between(start, end)) if raw and whole else None
        self.kept.append(kept if kept is not None else markup.content(text))

    def _delete(self, piece: StoryPiece, cut: StoryCut) -> None:
        markup = self.writer.markup
        if isinstance(piece.place, XmlNode) and piece.place.tag == "w:t":
            content = markup.text("delText", piece.text[cut.start : cut.end])
        else:
            content = markup.xml.raw(piece.place.start, piece.place.end)
        self._put(markup.deleted(markup.run(self.run, content)))

    def _insert(self, new: str) -> None:
        markup = self.writer.markup
        for number, line in enumerate(new.split("\n")):
            if number:
                self._put(self.writer.split(self.run.parent))
            if line:
                run = markup.run(self.run, markup.content(line))
                self._put(markup.inserted(run, self.run.parent))

    def _put(self, markup: bytes) -> None:
        if markup:
            self._flush()
            self.out.append(markup)

    def _flush(self) -> None:
        if self.kept:
            self.out.append(self.writer.markup.run(self.run, b"".join(self.kept)))
            self.kept = []


def _may_be_commented(paragraph: Paragraph) -> bool:
    """Whether a comment is possible here: not in a text box (Word allows none) or near a control.

    LibreOffice loses the text of a commented control. The program that computes a field would
    rewrite the paragraph with the comment in it, so fields are excluded too.
    """
    in_box = paragraph.nodes[0].has_above(_BOX)
    return not in_box and not any(
        piece.in_field or piece.run.has_above(_CONTROL) for piece in paragraph.pieces
    )


def _section(paragraph: XmlNode) -> bool:
    """Whether a paragraph ends a section of the document."""
    properties = paragraph.child("w:pPr")
    return properties is not None and properties.child("w:sectPr") is not None


def _adjacent(upper: XmlNode, lower: XmlNode) -> bool:
    siblings = upper.parent.nodes if upper.parent else []
    start = next(i for i, node in enumerate(siblings) if node is upper)
    later = (n for n in siblings[start + 1 :] if n is lower or n.tag not in _BETWEEN)
    return next(later, None) is lower

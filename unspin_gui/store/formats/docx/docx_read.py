"""The text of a Word file as Word shows it with all tracked changes accepted."""

import math
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from unspin_gui.core.text.messages import Message
from unspin_gui.store.formats.docx.docx_fields import OpenField, fields_of, without_end
from unspin_gui.store.formats.docx.docx_package import DocxPackage
from unspin_gui.store.formats.docx.docx_sections import inherited
from unspin_gui.store.formats.docx.docx_styles import Styles, is_on
from unspin_gui.store.formats.office.story import Paragraph, Story, StoryPiece
from unspin_gui.store.formats.office.xml_tree import XmlNode
from unspin_gui.store.formats.opened import BREAK
from unspin_gui.store.formats.tags import tags

_NOT_SHOWN = tags(
    "w:del w:moveFrom w:rt w:pPr w:rPr w:sectPr w:tblPr w:tblGrid w:trPr w:tcPr w:sdtPr",
    "w:sdtEndPr w:instrText w:delText w:delInstrText m:oMath m:oMathPara w:rubyPr w:fldData",
    "mc:Fallback",
)
_CHARACTERS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": BREAK,
    "w:cr": BREAK,
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
_FIELD_MARK = b"fldChar"
_AS_BLANK = str.maketrans("\n\r\t\u2028\u2029", "     ")
_NOTE_KINDS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_IN_CONTROLS = Message("in content controls")
_BESIDE_FRAMES = Message("in or after frames or drop caps")
_IN_SHARED = Message("in headers or footers that several sections share")
_COUNTED = {
    Message("pictures"): ("a:blip", "v:imagedata"),
    Message("charts"): ("c:chart",),
    Message("diagrams"): ("dgm:relIds",),
    Message("equations"): ("m:oMath",),
    Message("embedded objects"): ("w:object",),
    Message("symbols"): ("w:sym",),
    Message("parts of other files"): ("w:altChunk",),
}


def read_story(package: DocxPackage) -> Story:
    """Read all visible paragraphs: body, footnotes, endnotes, headers, footers."""
    paragraphs: list[Paragraph] = []
    styles, shared, hidden = Styles.of(package), inherited(package), 0
    for name, part in package.parts.items():
        untracked = _IN_SHARED if name in shared else ""
        unended = without_end(part.root, _NOT_SHOWN) if _FIELD_MARK in part.data else frozenset()
        reader = _DocxReader(name, styles, unended=unended, untracked=untracked)
        if part.root.tag in {"w:footnotes", "w:endnotes"}:
            for note in part.root.nodes:
                if note.attributes.get("w:type") not in _NOTE_KINDS:
                    reader.block(note)
        else:
            reader.block(part.root)
        paragraphs += reader.paragraphs
        hidden += reader.hidden
    return Story(paragraphs, hidden)


def notices(package: DocxPackage) -> tuple[str, ...]:
    """What the document contains but does not show here."""
    found: Counter[str] = Counter()
    for part in package.parts.values():
        found.update(_tags(part.root))
    messages = []
    for called, counted in _COUNTED.items():
        if count := sum(found[tag] for tag in counted):
            messages.append(
                Message("The document has {0} ({1}), which are not shown.", called, count)
            )
    if deleted := found["w:del"] + found["w:moveFrom"]:
        messages.append(
            Message("Tracked deletions ({0}) are not shown; tracked insertions are.", deleted)
        )
    if comments := sum(_comments(package, name) for name in package.related.get("comments", ())):
        messages.append(
            Message(
                "The document has {0} ({1}), which are not shown.", Message("comments"), comments
            )
        )
    if any(name.startswith("_xmlsignatures/") for name in package.archive.names):
        messages.append(
            Message(
                "The document is signed; the signature will not be valid for the corrected text."
            )
        )
    return tuple(messages)


def _comments(package: DocxPackage, name: str) -> int:
    return sum(node.tag == "w:comment" for node in package.xml(name).root.nodes)


def _tags(root: XmlNode) -> Counter[str]:
    """Count each element, leaving out the fallbacks for older programs."""
    found: Counter[str] = Counter()
    pending = [root]
    while pending:
        node = pending.pop()
        found[node.tag] += 1
        pending.extend(child for child in node.nodes if child.tag != "mc:Fallback")
    return found


_BLOCKS = tags("w:txbxContent w:p w:tbl")
"""Text boxes, and what some programs put into a paragraph although Word does not."""


@dataclass(slots=True)
class _Box:
    """A text box or block found within a paragraph, and its fallback for older programs."""

    content: XmlNode
    twin: XmlNode | None = None
    untracked: str = ""


@dataclass(slots=True)
class _DocxReader:
    part: str
    styles: Styles
    paragraphs: list[Paragraph] = field(default_factory=list)
    fields: list[OpenField] = field(default_factory=list)
    unended: frozenset[int] = frozenset()  # where fields begin that never end
    untracked: str = (
        ""  # where this whole part is, if LibreOffice cannot accept or reject changes there
    )
    controls: int = 0  # how many open elements are content controls
    hidden: int = 0  # how many passages were hidden
    after_hidden: bool = False
    beside_frame: float = 0  # LibreOffice cannot accept or reject changes in this many paragraphs

    def block(self, node: XmlNode) -> None:
        """Read an element that contains paragraphs."""
        for child in node.nodes:
            if child.tag == "w:p":
                self._paragraph(child)
            elif child.tag == "mc:AlternateContent":
                self.block(child.child("mc:Choice") or child.child("mc:Fallback") or child)
            elif _is_hidden_row(child):
                self.hidden += 1
            elif child.tag not in _NOT_SHOWN:
                with self._inside(child):
                    self.block(child)

    def _paragraph(self, node: XmlNode) -> None:
        last = self.paragraphs[-1] if self.paragraphs else None
        if last is not None and last.is_open and last.nodes[-1].parent is node.parent:
            paragraph = last
            paragraph.nodes.append(node)
        else:
            paragraph = Paragraph(self.part, [node], role=self.styles.role_of(node))
            self.paragraphs.append(paragraph)
        paragraph.is_open = _end_is_deleted(node)
        self.beside_frame = max(self.beside_frame - 1, _beside_frame(node))
        boxes: list[_Box] = []
        self._inline(node, paragraph, boxes)
        self.fields = [one for one in self.fields if one.ends]
        for box in boxes:
            self._box(box)

    def _box_of(self, node: XmlNode) -> _Box:
        is_text_box = node.tag == "w:txbxContent"
        return _Box(node, untracked=_IN_CONTROLS if self.controls and not is_text_box else "")

    def _box(self, box: _Box) -> None:
        own = self._apart(box.content, box.untracked)
        self.paragraphs += own
        if box.twin is None:
            return
        twins = self._apart(box.twin, box.untracked)
        if [p.text for p in twins] == [p.text for p in own]:
            for paragraph, twin in zip(own, twins, strict=True):
                paragraph.twin = twin

    def _apart(self, node: XmlNode, untracked: str) -> list[Paragraph]:
        unended, untracked = without_end(node, _NOT_SHOWN), untracked or self.untracked
        reader = _DocxReader(self.part, self.styles, unended=unended, untracked=untracked)
        (reader._paragraph if node.tag == "w:p" else reader.block)(node)
        self.hidden += reader.hidden
        return reader.paragraphs

    def _inline(self, node: XmlNode, paragraph: Paragraph, boxes: list[_Box]) -> None:
        for child in node.nodes:
            if child.tag == "mc:AlternateContent":
                self._alternate(child, paragraph, boxes)
            elif child.tag in _BLOCKS:
                boxes.append(self._box_of(child))
            elif child.tag == "w:fldChar":
                self._field(child.attributes.get("w:fldCharType", ""), child.start)
            elif child.tag == "w:instrText" and self.fields:
                self.fields[-1].instruction += child.text
            elif node.tag == "w:r" and (text := _text_of(child)) is not None:
                piece = StoryPiece(text, child, node, is_raised=_is_raised(node))
                self._piece(paragraph, piece)
            elif child.tag not in _NOT_SHOWN:
                with self._inside(child):
                    self._inline(child, paragraph, boxes)

    @contextmanager
    def _inside(self, node: XmlNode) -> Iterator[None]:
        """Active while the content of an element is read, perhaps a field or content control."""
        fields, is_control = fields_of(node), node.tag == "w:sdt"
        self.fields += fields
        self.controls += is_control
        yield
        self.controls -= is_control
        if fields:
            self._end(fields)

    def _is_hidden(self, run: XmlNode, paragraph: Paragraph) -> bool:
        """Whether a run is hidden; if so, counts the passage that it begins."""
        is_hidden = self.styles.hides(run, paragraph.nodes[-1])
        self.hidden += is_hidden and not self.after_hidden
        self.after_hidden = is_hidden
        return is_hidden

    def _end(self, fields: list[OpenField]) -> None:
        self.fields = [one for one in self.fields if not any(one is other for other in fields)]

    def _piece(self, paragraph: Paragraph, piece: StoryPiece) -> None:
        is_shown = all(one.has_result for one in self.fields)
        if is_shown and not self._is_hidden(piece.run, paragraph):
            piece.is_struck = self.styles.strikes(piece.run, paragraph.nodes[-1])
            piece.in_field = bool(self.fields)
            piece.computed = any(one.is_computed for one in self.fields)
            if self.controls:
                piece.untracked = _IN_CONTROLS
            elif self.beside_frame > 0:
                piece.untracked = _BESIDE_FRAMES
            else:
                piece.untracked = self.untracked
            paragraph.pieces.append(piece)

    def _alternate(self, node: XmlNode, paragraph: Paragraph, boxes: list[_Box]) -> None:
        choice, fallback = node.child("mc:Choice"), node.child("mc:Fallback")
        found: list[_Box] = []
        if shown := choice or fallback:
            self._inline(shown, paragraph, found)
        if choice and fallback:
            twins = [below for below in fallback.walk() if below.tag == "w:txbxContent"]
            if len(twins) == len(found):
                found = [_Box(box.content, twin) for box, twin in zip(found, twins, strict=True)]
        boxes += found

    def _field(self, kind: str, place: int) -> None:
        if kind == "begin":
            # One that never ends must not hide text, or exclude it, beyond its paragraph.
            ends = place not in self.unended
            self.fields.append(OpenField(has_result=not ends, ends=ends))
        elif kind == "separate" and self.fields:
            self.fields[-1].has_result = True
        elif kind == "end" and self.fields:
            self.fields.pop()


def _is_raised(run: XmlNode) -> bool:
    properties = run.child("w:rPr")
    align = properties.child("w:vertAlign") if properties else None
    return align is not None and align.attributes.get("w:val") == "superscript"


def _beside_frame(paragraph: XmlNode) -> float:
    """In how many paragraphs from this one on LibreOffice cannot accept or reject changes."""
    properties = paragraph.child("w:pPr")
    frame = properties.child("w:framePr") if properties else None
    if frame is None:
        return 0
    return math.inf if frame.attributes.get("w:dropCap", "none") != "none" else 2


def _text_of(node: XmlNode) -> str | None:
    """The text that a child of a run represents; None if it is not text."""
    if node.tag != "w:t":
        return _CHARACTERS.get(node.tag)
    text = node.text.translate(_AS_BLANK)
    return text if node.attributes.get("xml:space") == "preserve" else text.strip(" ")


def _is_hidden_row(node: XmlNode) -> bool:
    properties = node.child("w:trPr") if node.tag == "w:tr" else None
    hidden = properties.child("w:hidden") if properties else None
    return hidden is not None and is_on(hidden)


def _end_is_deleted(node: XmlNode) -> bool:
    """Whether a paragraph's end is a tracked deletion, so that the next paragraph continues it."""
    properties = node.child("w:pPr")
    of_end = properties.child("w:rPr") if properties else None
    return of_end is not None and of_end.child("w:del") is not None

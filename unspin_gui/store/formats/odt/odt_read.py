"""The text of an OpenDocument file as its program shows it, without tracked deletions."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from unspin_gui.core.document.roles import RoleKind
from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.formats.odt.odf_styles import (
    HIDDEN_PARAGRAPH,
    Look,
    OdfStyle,
    OdfStyles,
    is_hidden,
)
from unspin_gui.store.formats.office.archive import Archive
from unspin_gui.store.formats.office.story import Paragraph, Story, StoryPiece
from unspin_gui.store.formats.office.xml_tree import Chunk, Xml, XmlNode, parse
from unspin_gui.store.formats.opened import BREAK
from unspin_gui.store.formats.tags import tags

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = {
    **{f"{_OASIS}{name}:1.0": name for name in ("office", "text", "table", "style", "manifest")},
    f"{_OASIS}drawing:1.0": "draw",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_SHORT = tuple(f"{name}:" for name in NAMES.values())
CALLED = ".odt"
CONTENT, STYLES = "content.xml", "styles.xml"
_MANIFEST = "META-INF/manifest.xml"
_PARAGRAPHS = tags("text:p text:h")
_THROUGH = tags("text:span text:a text:meta text:meta-field text:ruby text:ruby-base")
_NOT_SHOWN = tags(
    "text:tracked-changes office:annotation office:annotation-end text:note-citation",
    "text:ruby-text text:script text:sequence-decls text:variable-decls text:user-field-decls",
    "text:table-of-content-source text:illustration-index-source text:table-index-source",
    "text:object-index-source text:user-index-source text:alphabetical-index-source",
    "text:bibliography-source office:forms office:scripts text:dde-connection-decls",
)
_SIGNS = tags("text:s text:tab text:line-break")
_COMPUTED = tags("text:meta-field text:index-body")
"""Elements whose text is computed, besides the fields that contain nothing else."""
_BLANKS = re.compile("[ \t\r\n]+")
_MOST_BLANKS = 1000
_COUNTED = {
    Message("pictures"): ("draw:image",),
    Message("embedded objects, such as equations and charts"): ("draw:object", "draw:object-ole"),
    Message("comments"): ("office:annotation",),
}


@dataclass(slots=True)
class OdtPackage:
    """An opened OpenDocument file and its visible parts."""

    path: object
    archive: Archive
    parts: dict[str, Xml]


def open_package(path: object, data: bytes) -> OdtPackage:
    """Read the parts of an OpenDocument text; raises StoreError if it is not one."""
    archive = Archive(path, data, CALLED)
    if "word/document.xml" in archive:
        raise StoreError(path, Message("this is a Word file; rename it to .docx"))
    if CONTENT not in archive:
        raise StoreError(path, Message("this is a zip archive, but not an OpenDocument text"))
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        reason = Message(
            "the file is password-protected; remove the password in its own program first"
        )
        raise StoreError(path, reason)
    parts = {name: parse(path, archive.read(name), NAMES) for name in _shown(archive)}
    body = parts[CONTENT].root.child("office:body")
    if body is None or body.child("office:text") is None:
        raise StoreError(path, Message("this OpenDocument file is not a text document"))
    return OdtPackage(path, archive, parts)


def read_story(package: OdtPackage) -> Story:
    """Read all visible paragraphs: body with its notes and boxes, then headers and footers."""
    paragraphs: list[Paragraph] = []
    hidden = 0
    for name, xml in package.parts.items():
        reader = _OdtReader(name, _styles(package, name))
        wanted = "office:body" if name == CONTENT else "office:master-styles"
        if top := xml.root.child(wanted):
            reader.block(top)
        paragraphs += reader.paragraphs
        hidden += reader.hidden
    return Story(paragraphs, hidden)


def _styles(package: OdtPackage, part: str) -> OdfStyles:
    """Return the styles that apply in a part: the common ones, and automatic ones of its own."""
    common = package.parts[STYLES].root.child("office:styles") if STYLES in package.parts else None
    own = package.parts[part].root.child("office:automatic-styles")
    return OdfStyles.of(style for holder in (common, own) if holder for style in _of(holder))


def _of(holder: XmlNode) -> Iterator[OdfStyle]:
    for node in holder.nodes:
        if node.tag == "style:style":
            said = node.child("style:text-properties")
            yield OdfStyle.of(node.attributes, said.attributes if said else {})


def notices(package: OdtPackage) -> tuple[str, ...]:
    """What the document contains but does not show here."""
    found = Counter(node.tag for xml in package.parts.values() for node in xml.root.walk())
    messages = []
    for called, counted in _COUNTED.items():
        if count := sum(found[tag] for tag in counted):
            messages.append(
                Message("The document has {0} ({1}), which are not shown.", called, count)
            )
    if deleted := found["text:deletion"]:
        messages.append(
            Message("Tracked deletions ({0}) are not shown; tracked insertions are.", deleted)
        )
    if "META-INF/documentsignatures.xml" in package.archive:
        messages.append(
            Message(
                "The document is signed; the signature will not be valid for the corrected text."
            )
        )
    return tuple(messages)


def _shown(archive: Archive) -> list[str]:
    return [CONTENT, *([STYLES] if STYLES in archive else [])]


@dataclass(slots=True)
class _OdtReader:
    part: str
    styles: OdfStyles
    paragraphs: list[Paragraph] = field(default_factory=list)
    after_blank: bool = True
    hidden: int = 0  # how many passages were hidden
    after_hidden: bool = False
    computed: int = 0  # how many open elements are computed by a program

    def block(self, node: XmlNode) -> None:
        """Read an element that contains paragraphs."""
        for child in node.nodes:
            if is_hidden(child.tag, child.attributes):
                self.hidden += 1
            elif child.tag in _PARAGRAPHS:
                self._paragraph(child)
            elif child.tag not in _NOT_SHOWN and child.attributes.get("style:display") != "false":
                self.computed += child.tag in _COMPUTED
                self.block(child)
                self.computed -= child.tag in _COMPUTED

    def _paragraph(self, node: XmlNode) -> None:
        fields = [one for one in node.nodes if one.tag == HIDDEN_PARAGRAPH]
        paragraph = Paragraph(self.part, [node], role=_role_of(node))
        self.after_blank, self.after_hidden = True, False
        look = self.styles.look(node.tag, node.attributes, Look())
        if any(is_hidden(one.tag, one.attributes) for one in fields):
            self.hidden += 1
            return
        boxes: list[XmlNode] = []
        self._inline(node, look, paragraph, boxes)
        if look.hidden and not paragraph.pieces:  # and what is anchored in it with it
            return
        self.paragraphs.append(paragraph)
        for box in boxes:
            self.block(box)

    def _inline(
        self, node: XmlNode, look: Look, paragraph: Paragraph, boxes: list[XmlNode]
    ) -> None:
        for child in node.children:
            if isinstance(child, Chunk):
                self._chunk(child, look, paragraph)
            elif is_hidden(child.tag, child.attributes):
                self.hidden += 1
            elif child.tag in _THROUGH or _is_foreign(child):
                self.computed += child.tag in _COMPUTED
                within = self.styles.look(child.tag, child.attributes, look)
                self._inline(child, within, paragraph, boxes)
                self.computed -= child.tag in _COMPUTED
            elif (text := _text_of(child)) is not None:
                computed = bool(self.computed) or child.tag not in _SIGNS
                piece = StoryPiece(text, child, node, computed=computed, is_struck=look.struck)
                self._piece(piece, look, paragraph)
            elif child.tag not in _NOT_SHOWN and child.nodes:
                boxes.append(child)

    def _piece(self, piece: StoryPiece, look: Look, paragraph: Paragraph) -> None:
        """Add a piece, or count the hidden passage that it begins."""
        if look.hidden:
            self.hidden += bool(piece.text.strip()) and not self.after_hidden
            self.after_hidden |= bool(piece.text.strip())
            return
        self.after_hidden = False
        if piece.text:
            self.after_blank = isinstance(piece.place, Chunk) and piece.text.endswith(" ")
        paragraph.pieces.append(piece)

    def _chunk(self, chunk: Chunk, look: Look, paragraph: Paragraph) -> None:
        text = _BLANKS.sub(" ", chunk.text).translate({0x2028: " ", 0x2029: " "})
        if self.after_blank:
            text = text.removeprefix(" ")
        piece = StoryPiece(text, chunk, chunk.parent, is_raised=look.raised, is_struck=look.struck)
        piece.computed = bool(self.computed)
        self._piece(piece, look, paragraph)


def _role_of(node: XmlNode) -> tuple[RoleKind, int]:
    """Return the role of a paragraph: its own, or that of the innermost element with one."""
    if node.tag == "text:h":
        level = node.attributes.get("text:outline-level", "1")
        return "heading", int(level) if level.isdecimal() else 1
    around, items = node.parent, 0
    while around is not None:
        if around.tag == "table:table-cell" and not items:
            return "cell", 1
        items += around.tag in {"text:list-item", "text:list-header"}
        around = around.parent
    return ("item", items) if items else ("text", 1)


def _is_foreign(node: XmlNode) -> bool:
    """Whether an element is in no OpenDocument namespace; only its content counts."""
    return ":" in node.tag and not node.tag.startswith((_OASIS, *_SHORT))


def _text_of(node: XmlNode) -> str | None:
    """The text that an element represents, fields included; None if it is not text."""
    if node.tag == "text:s":
        number = node.attributes.get("text:c", "1")
        return " " * (min(int(number), _MOST_BLANKS) if number[:9].isdecimal() else 1)
    if node.tag in {"text:tab", "text:line-break"}:
        return "\t" if node.tag == "text:tab" else BREAK
    is_field = node.tag.startswith("text:") and node.tag not in _NOT_SHOWN and not node.nodes
    shown = _BLANKS.sub(" ", node.text)
    return shown if is_field and shown else None

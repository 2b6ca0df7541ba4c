"""XML as a tree that knows where each element is in the bytes, so that edits can be spliced in.

Nothing is reserialised: what is not edited keeps its exact bytes. Document types, and with them
entities of any kind, are refused, as are documents nested too deeply.
"""

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.formats.office.xml_names import XmlNames

_DEEPEST = 300
MOST_ELEMENTS = 1_500_000
"""A part with more elements would take too much memory: a book has 500,000."""
_DECLARED = re.compile(rb"\A<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{1,40})")
_NAME = re.compile(rb"[^\s/>]+")
_SPACES = re.compile(rb"\sxmlns(?::[^\s=/>]+)?\s*=\s*(?:\"[^\"]*\"|'[^']*')")


@dataclass(slots=True, eq=False)
class Chunk:
    """Text between two tags: `[start, end)` in the bytes."""

    text: str
    start: int
    end: int
    parent: "XmlNode"


@dataclass(slots=True, eq=False)
class XmlNode:
    """An element: `[start, end)` in the bytes, its content at `[inner, inner_end)`."""

    tag: str
    attributes: dict[str, str]
    start: int
    parent: "XmlNode | None"
    inner: int = 0
    inner_end: int = 0
    end: int = 0
    children: "list[XmlNode | Chunk]" = field(default_factory=list)

    @property
    def nodes(self) -> "list[XmlNode]":
        """The elements among the children."""
        return [child for child in self.children if isinstance(child, XmlNode)]

    @property
    def text(self) -> str:
        """The text directly in this element."""
        return "".join(child.text for child in self.children if isinstance(child, Chunk))

    @property
    def is_empty_tag(self) -> bool:
        """Whether it is written as one tag."""
        return self.inner == self.end

    def child(self, tag: str) -> "XmlNode | None":
        """The first child with this tag."""
        return next((node for node in self.nodes if node.tag == tag), None)

    def walk(self) -> "Iterator[XmlNode]":
        """This element and all its descendants, in document order."""
        pending = [self]
        while pending:
            node = pending.pop()
            yield node
            pending.extend(reversed(node.nodes))

    def has_above(self, tags: frozenset[str]) -> bool:
        """Whether an ancestor of this element has one of the tags."""
        node = self.parent
        while node is not None:
            if node.tag in tags:
                return True
            node = node.parent
        return False


class XmlSplice(NamedTuple):
    """New bytes for `[start, end)`."""

    start: int
    end: int
    new: bytes


@dataclass(frozen=True, slots=True)
class Xml:
    """A parsed part: `data` is UTF-8, `codec` is the encoding of the file."""

    path: object
    data: bytes
    codec: str
    mark: bytes
    root: XmlNode
    names: XmlNames

    def name(self, tag: str) -> bytes:
        """An element's name as written anywhere in this part."""
        return self.names.element(tag)

    def attribute(self, tag: str) -> bytes:
        """An attribute's name as written anywhere in this part."""
        return self.names.attribute(tag)

    def name_of(self, node: XmlNode) -> bytes:
        """An element's name as written in its own tags."""
        match = _NAME.match(self.data, node.start + 1)
        return match[0] if match else self.name(node.tag)

    def opening_like(self, node: XmlNode) -> bytes:
        """The start of an element with this one's name, without its attributes."""
        declared = b"".join(
            match[0] for match in _SPACES.finditer(self.raw(node.start, node.inner))
        )
        return b"<%b%b>" % (self.name_of(node), declared)

    def raw(self, start: int, end: int) -> bytes:
        """The bytes of a range, unchanged."""
        return self.data[start:end]

    def spliced(self, splices: Iterable[XmlSplice]) -> bytes:
        """The file's bytes with splices applied; raises StoreError if two collide."""
        parts, at = list[bytes](), 0
        for start, end, new in sorted(splices, key=lambda splice: splice[:2]):
            if start < at:
                reason = Message(
                    "these corrections collide at the same place; save as plain text instead"
                )
                raise StoreError(self.path, reason)
            parts += [self.data[at:start], new]
            at = end
        body = self._with_declared(b"".join([*parts, self.data[at:]]))
        if self.codec != "utf-8":
            body = body.decode("utf-8").encode(self.codec, errors="xmlcharrefreplace")
        return self.mark + body

    def _with_declared(self, body: bytes) -> bytes:
        """The part with declarations for the namespaces that its new elements need."""
        at = self.root.start + 1 + len(self.name_of(self.root))
        return body[:at] + self.names.declarations() + body[at:]


def parse(path: object, data: bytes, names: Mapping[str, str]) -> Xml:
    """Parse a part of a document; `names` maps namespaces to the short names used in tags.

    Raises StoreError if it is not well-formed or has a document type.
    """
    body, codec, mark = _as_utf8(path, data)
    builder = _Builder(path, names)
    try:
        root = builder.build(body)
    except expat.ExpatError as error:
        reason = Message("the document is damaged; open it in its own program and save it again")
        raise StoreError(path, reason) from error
    spaces = {short: space for space, short in reversed(list(names.items()))} | builder.spaces
    taken = {prefix for prefix, _ in builder.bound}
    return Xml(path, body, codec, mark, root, XmlNames(builder.prefixes(), spaces, taken))


def _as_utf8(path: object, data: bytes) -> tuple[bytes, str, bytes]:
    if data.startswith(codecs.BOM_UTF8):
        return data[3:], "utf-8", codecs.BOM_UTF8
    for mark, codec in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return _recoded(path, data[2:], codec), codec, mark
    match = _DECLARED.match(data)
    codec = match[1].decode("ascii").lower() if match else "utf-8"
    if codec in {"utf-8", "utf8", "us-ascii", "ascii"}:
        return data, "utf-8", b""
    return _recoded(path, data, codec), codec, b""


def _recoded(path: object, data: bytes, codec: str) -> bytes:
    try:
        return data.decode(codec).encode("utf-8")
    except (UnicodeError, LookupError) as error:
        message = Message("the document is damaged: its text cannot be decoded")
        raise StoreError(path, message) from error


class _Builder:
    def __init__(self, path: object, names: Mapping[str, str]) -> None:
        self.path = path
        self.names = names
        self.known: dict[str, str] = {}
        self.spaces: dict[str, str] = {}
        self.bound: list[tuple[str, str]] = []  # prefixes and namespaces, those of the root first
        self.on_root = 0
        self.top = XmlNode("", {}, 0, None)
        self.node = self.top
        self.depth = 0
        self.count = 0
        self.last: XmlNode | Chunk | None = None
        self.closed = False
        self.parser = parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartCdataSectionHandler = lambda: self._text("")
        parser.EndCdataSectionHandler = lambda: self._text("")
        parser.CommentHandler = lambda _text: self._mark()
        parser.ProcessingInstructionHandler = lambda _target, _text: self._mark()
        parser.StartNamespaceDeclHandler = self._prefix
        parser.StartDoctypeDeclHandler = self._doctype

    def build(self, body: bytes) -> XmlNode:
        self.parser.Parse(body, True)  # noqa: FBT003
        root = self.top.nodes[0]
        if not root.end:
            root.end = len(body.rstrip())
        return root

    def _mark(self) -> int:
        """Note that an event begins here, which ends what came before."""
        at = self.parser.CurrentByteIndex
        if isinstance(self.last, Chunk) or (self.last is not None and self.closed):
            self.last.end = at
        elif self.last is not None:
            self.last.inner = at
        self.last = None
        return at

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self._mark()
        self.depth += 1
        self.count += 1
        if self.depth > _DEEPEST or self.count > MOST_ELEMENTS:
            reason = Message(
                "the document is nested too deeply or too large and is refused for safety"
            )
            raise StoreError(self.path, reason)
        short = {self._short(key): value for key, value in attributes.items()}
        node = XmlNode(self._short(name), short, at, self.node)
        self.node.children.append(node)
        self.node = self.last = node
        self.closed = False

    def _end(self, _name: str) -> None:
        at = self._mark()
        self.node.inner_end = at
        self.last = self.node
        self.closed = True
        self.depth -= 1
        self.node = self.node.parent or self.top

    def _text(self, text: str) -> None:
        if isinstance(self.last, Chunk):
            self.last.text += text
            return
        at = self._mark()
        self.last = Chunk(text, at, at, self.node)
        self.node.children.append(self.last)

    def prefixes(self) -> dict[str, list[str]]:
        """The prefixes with the same meaning throughout the part, by short name."""
        meanings: dict[str, set[str]] = {}
        for prefix, space in self.bound:
            meanings.setdefault(prefix, set()).add(space)
        found: dict[str, list[str]] = {}
        for prefix, space in self.bound[: self.on_root]:
            if len(meanings[prefix]) == 1:
                found.setdefault(self.names.get(space, space), []).append(prefix)
        return found

    def _prefix(self, prefix: str | None, uri: str | None) -> None:
        self.bound.append((prefix or "", uri or ""))
        self.spaces.setdefault(self.names.get(uri or "", uri or ""), uri or "")
        if not self.depth:
            self.on_root += 1

    def _doctype(self, *_ignored: object) -> None:
        reason = Message("the document defines its own entities and is refused for safety")
        raise StoreError(self.path, reason)

    def _short(self, name: str) -> str:
        known = self.known.get(name)
        if known is None:
            uri, _, local = name.rpartition(" ")
            known = f"{self.names.get(uri, uri)}:{local}" if uri else local
            self.known[name] = known
        return known

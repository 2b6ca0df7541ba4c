"""Comments in a Word file: the origin of each correction beside it."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from unspin_gui.store.formats.docx.docx_markup import DocxMarkup
from unspin_gui.store.formats.docx.docx_package import TYPES, DocxPackage
from unspin_gui.store.formats.office.story import StoryCut
from unspin_gui.store.formats.office.xml_names import XmlNames
from unspin_gui.store.formats.office.xml_tree import Xml, XmlNode, XmlSplice
from unspin_gui.store.formats.opened import Edit

_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(slots=True)
class Comments:
    """Opens a comment before the first cut of an edit and closes it after the last."""

    markup: DocxMarkup
    edits: Sequence[Edit]
    left: Counter[int]
    numbers: dict[int, int] = field(default_factory=dict)

    def opened(self, cut: StoryCut) -> bytes:
        """The markup before a cut; empty unless a comment starts here."""
        edit = cut.operation.edit
        if not self.edits[edit].note or edit in self.numbers:
            return b""
        self.numbers[edit] = next(self.markup.ids)
        tag, number = self.markup.tag("commentRangeStart"), self.markup.attribute("id")
        return b'<%b %b="%d"/>' % (tag, number, self.numbers[edit])

    def closed(self, cut: StoryCut) -> bytes:
        """The markup after a cut; empty unless a comment ends here."""
        edit = cut.operation.edit
        self.left[edit] -= 1
        if edit not in self.numbers or self.left[edit]:
            return b""
        run, name, number = self.markup.tag("r"), self.markup.attribute("id"), self.numbers[edit]
        end = b'<%b %b="%d"/>' % (self.markup.tag("commentRangeEnd"), name, number)
        reference = b'<%b %b="%d"/>' % (self.markup.tag("commentReference"), name, number)
        return b"%b<%b>%b</%b>" % (end, run, reference, run)


def with_comments(package: DocxPackage, comments: Comments) -> dict[str, bytes]:
    """The package members that change when the comments are added."""
    if not comments.numbers:
        return {}
    name = next(iter(package.related.get("comments", ())), None)
    if name is not None:
        xml = package.xml(name)
        markup = DocxMarkup(xml, comments.markup.tracking, comments.markup.ids)
        body = b"".join(_written(markup, comments))
        return {name: xml.spliced([markup.into(xml.root, body, at_end=True)])}
    return _created(package, comments)


def highest_number(parts: Iterable[Xml]) -> int:
    """The highest number of any annotation in these parts."""
    numbers = (node.attributes.get("w:id", "") for part in parts for node in part.root.walk())
    return max(
        (int(number) for number in numbers if number.isdecimal() and len(number) < 10), default=0
    )


def _written(markup: DocxMarkup, comments: Comments) -> Iterable[bytes]:
    p, r, comment = markup.tag("p"), markup.tag("r"), markup.tag("comment")
    names = map(markup.attribute, ("id", "author", "date", "initials"))
    number_, author, date, initials = names
    stamp = comments.markup.tracking.stamp.encode()
    for edit, number in comments.numbers.items():
        note = markup.content(comments.edits[edit].note.replace("\n", " "))
        head = b'%b="%d" %b="unspin" %b="%bZ" %b="u"' % (
            *(number_, number, author, date, stamp, initials),
        )
        yield b"<%b %b><%b><%b>%b</%b></%b></%b>" % (comment, head, p, r, note, r, p, comment)


def _created(package: DocxPackage, comments: Comments) -> dict[str, bytes]:
    folder = posixpath.dirname(package.main)
    free = ("comments.xml", *(f"comments{number}.xml" for number in range(2, 99)))
    base = next(n for n in free if posixpath.join(folder, n) not in package.archive)
    name = posixpath.join(folder, base)
    root = XmlNode("w:comments", {}, 0, None)
    xml = Xml(package.path, b"", "utf-8", b"", root, XmlNames({"w": ("w",)}))
    body = b"".join(
        _written(DocxMarkup(xml, comments.markup.tracking, comments.markup.ids), comments)
    )
    space = package.space("w").encode()
    part = _HEAD + b'<w:comments xmlns:w="%b">%b</w:comments>' % (space, body)
    types = package.xml(TYPES)
    override = f'<Override PartName="/{name}" ContentType="{_CONTENT}"/>'
    return {
        name: part,
        TYPES: types.spliced([_appended(types, override)]),
        package.relations: _related(package, base),
    }


def _related(package: DocxPackage, base: str) -> bytes:
    """The relationships of the main part with one added."""
    kind = f"{package.space('r')}/comments"
    if package.relations not in package.archive:
        relation = f'<Relationship Id="rId1" Type="{kind}" Target="{base}"/>'
        return _HEAD + f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'.encode()
    xml = package.xml(package.relations)
    taken = {node.attributes.get("Id", "") for node in xml.root.nodes}
    free = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    relation = f'<Relationship Id="{free}" Type="{kind}" Target="{base}"/>'
    return xml.spliced([_appended(xml, relation)])


def _appended(xml: Xml, element: str) -> XmlSplice:
    """Append an element to a part, in the root's namespace."""
    root = xml.root
    name = xml.raw(root.start + 1, root.inner).split(None, 1)[0].rstrip(b"/>")
    prefix = name.rpartition(b":")[0]
    written = element.encode()
    if prefix:
        written = b"<" + prefix + b":" + written[1:]
    if not root.is_empty_tag:
        return XmlSplice(root.inner_end, root.inner_end, written)
    opening = xml.raw(root.start, root.end).rstrip(b"/>")
    return XmlSplice(root.start, root.end, b"%b>%b</%b>" % (opening, written, name))

"""The parts of a Word file, and the order in which they are read."""

import posixpath
from dataclasses import dataclass, field

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.formats.office.archive import Archive
from unspin_gui.store.formats.office.xml_tree import Xml, XmlNode, parse

_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_STRICT_WORD = _STRICT + "wordprocessingml/main"
NAMES = {
    _TRANSITIONAL + "wordprocessingml/2006/main": "w",
    _STRICT_WORD: "w",
    _TRANSITIONAL + "officeDocument/2006/math": "m",
    _STRICT + "officeDocument/math": "m",
    _TRANSITIONAL + "drawingml/2006/main": "a",
    _STRICT + "drawingml/main": "a",
    _TRANSITIONAL + "drawingml/2006/chart": "c",
    _STRICT + "drawingml/chart": "c",
    _TRANSITIONAL + "drawingml/2006/diagram": "dgm",
    _STRICT + "drawingml/diagram": "dgm",
    _TRANSITIONAL + "markup-compatibility/2006": "mc",
    _TRANSITIONAL + "officeDocument/2006/relationships": "r",
    _STRICT + "officeDocument/relationships": "r",
    _TRANSITIONAL + "package/2006/relationships": "rel",
    _TRANSITIONAL + "package/2006/content-types": "ct",
    "urn:schemas-microsoft-com:vml": "v",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
WORD = _TRANSITIONAL + "wordprocessingml/2006/main"
CALLED = ".docx"
_READ = ("footnotes", "endnotes", "header", "footer")
TYPES = "[Content_Types].xml"


@dataclass(slots=True)
class DocxPackage:
    """An opened Word file: `parts` has the visible parts by name, in reading order."""

    path: object
    archive: Archive
    main: str
    related: dict[str, list[str]]
    parts: dict[str, Xml] = field(default_factory=dict)

    @property
    def relations(self) -> str:
        """The member with the relationships of the main part."""
        folder, name = posixpath.split(self.main)
        return posixpath.join(folder, "_rels", f"{name}.rels")

    def space(self, short: str) -> str:
        """The namespace of new parts: that of the main part's edition, Transitional or Strict."""
        is_strict = self.parts[self.main].names.spaces["w"] == _STRICT_WORD
        edition = _STRICT if is_strict else _TRANSITIONAL
        return next(uri for uri, its in NAMES.items() if its == short and uri.startswith(edition))

    def xml(self, name: str) -> Xml:
        """A part, parsed."""
        return parse(self.path, self.archive.read(name), NAMES)


def open_package(path: object, data: bytes) -> DocxPackage:
    """Read the parts of a Word file; raises StoreError if it is not one."""
    archive = Archive(path, data, CALLED)
    main = _main_part(path, archive)
    package = DocxPackage(path, archive, main, {})
    package.parts[main] = package.xml(main)
    if package.parts[main].root.tag != "w:document":
        raise StoreError(path, Message("this is not a Word document, despite its name"))
    package.related = _related(package)
    for kind in _READ:
        for name in package.related.get(kind, ()):
            package.parts[name] = package.xml(name)
    return package


def _main_part(path: object, archive: Archive) -> str:
    if "mimetype" in archive and b"opendocument" in archive.read("mimetype"):
        raise StoreError(path, Message("this is an OpenDocument file; rename it to .odt"))
    if "_rels/.rels" not in archive:
        raise StoreError(path, Message("this is a zip archive, but not a Word document"))
    root = parse(path, archive.read("_rels/.rels"), NAMES).root
    for node in root.nodes:
        if node.attributes.get("Type", "").endswith("/officeDocument"):
            name = target_of("", node)
            if name in archive:
                return name
    raise StoreError(path, Message("this is not a Word document, or its main part is missing"))


def _related(package: DocxPackage) -> dict[str, list[str]]:
    """The parts that the main part refers to, by the last word of their type."""
    found: dict[str, list[str]] = {}
    if package.relations not in package.archive:
        return found
    folder = posixpath.dirname(package.main)
    for node in package.xml(package.relations).root.nodes:
        name = target_of(folder, node)
        kind = node.attributes.get("Type", "").rpartition("/")[2]
        known = found.setdefault(kind, [])
        is_inside = node.attributes.get("TargetMode") != "External" and name in package.archive
        if is_inside and name not in known:
            known.append(name)
    return found


def target_of(folder: str, node: XmlNode) -> str:
    """The name of the part that a relationship of a part in this folder points to."""
    target = node.attributes.get("Target", "")
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")

"""Which headers and footers of a Word file are on the pages of several sections."""

import posixpath
from collections.abc import Iterator

from unspin_gui.store.formats.docx.docx_package import DocxPackage, target_of
from unspin_gui.store.formats.office.xml_tree import XmlNode

_REFERENCES = frozenset({"w:headerReference", "w:footerReference"})


def inherited(package: DocxPackage) -> frozenset[str]:
    """The names of the headers and footers that a section takes over from the one before it.

    A section inherits each kind that it lacks itself (ECMA-376, 17.10.1). LibreOffice copies these,
    with the old and the new wording of a tracked change as plain text.
    """
    names = dict(_names(package))
    found, shown = set[str](), dict[tuple[str, str], str]()
    for node in package.parts[package.main].root.walk():
        if node.tag == "w:sectPr" and not (node.parent and node.parent.tag == "w:sectPrChange"):
            own = {_kind(one): one.attributes.get("r:id", "") for one in _references(node)}
            found |= {names.get(used, "") for kind, used in shown.items() if kind not in own}
            shown |= own
    return frozenset(found)


def _references(section: XmlNode) -> Iterator[XmlNode]:
    return (node for node in section.nodes if node.tag in _REFERENCES)


def _kind(reference: XmlNode) -> tuple[str, str]:
    """Header or footer, and for which pages: all, the first, or the even ones."""
    return reference.tag, reference.attributes.get("w:type", "default")


def _names(package: DocxPackage) -> Iterator[tuple[str, str]]:
    """The identifiers of the parts that the main part refers to, and their names."""
    if package.relations in package.archive:
        for node in package.xml(package.relations).root.nodes:
            folder = posixpath.dirname(package.main)
            yield node.attributes.get("Id", ""), target_of(folder, node)

"""What the paragraphs of a Word file are, by themselves and by their styles."""

import re
from dataclasses import dataclass, field

from unspin_gui.core.document.roles import RoleKind
from unspin_gui.core.errors import StoreError
from unspin_gui.store.formats.docx.docx_package import DocxPackage
from unspin_gui.store.formats.office.xml_tree import XmlNode

_HEADING = re.compile(r"heading (\d)|title$|subtitle$")
"""The names of Word's own styles are English in every language; only their identifiers differ."""
_BODY = 9
"""The outline level of text that is in no outline."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The roles that styles give to paragraphs, by the identifier of the style."""

    roles: dict[str, tuple[RoleKind, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, package: DocxPackage) -> "Styles":
        """Read the styles of a file; a damaged list of styles only costs the looks."""
        roles: dict[str, tuple[RoleKind, int]] = {}
        for name in package.related.get("styles", ()):
            try:
                root = package.xml(name).root
            except StoreError:
                continue
            for node in root.nodes:
                if node.tag == "w:style" and (role := _role_of_style(node)):
                    roles[node.attributes.get("w:styleId", "")] = role
        return cls(roles)

    def role_of(self, paragraph: XmlNode) -> tuple[RoleKind, int]:
        """What a paragraph is, and its level."""
        properties = paragraph.child("w:pPr")
        own = _role_by(properties)
        style = properties.child("w:pStyle") if properties else None
        by_style = self.roles.get(style.attributes.get("w:val", "")) if style else None
        if role := own or by_style:
            return role
        around = paragraph.parent
        while around is not None and around.tag != "w:txbxContent":
            if around.tag == "w:tc":
                return "cell", 1
            around = around.parent
        return "text", 1


def _role_of_style(style: XmlNode) -> tuple[RoleKind, int] | None:
    named = style.child("w:name")
    match = _HEADING.match(named.attributes.get("w:val", "").lower()) if named else None
    if match:
        return "heading", int(match[1] or 1)
    return _role_by(style.child("w:pPr"))


def _role_by(properties: XmlNode | None) -> tuple[RoleKind, int] | None:
    """What paragraph properties say: an outline level, or a numbered or bulleted list."""
    outline = properties.child("w:outlineLvl") if properties else None
    if outline and (level := _number(outline)) < _BODY:
        return "heading", level + 1
    numbering = properties.child("w:numPr") if properties else None
    listed = numbering.child("w:numId") if numbering else None
    if numbering is None or listed is None or not _number(listed):  # 0 takes a list away
        return None
    depth = numbering.child("w:ilvl")
    return "item", (_number(depth) if depth else 0) + 1


def _number(node: XmlNode) -> int:
    value = node.attributes.get("w:val", "0")
    return int(value) if value.isdecimal() else 0

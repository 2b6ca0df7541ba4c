"""What the paragraphs of a Word file are, by themselves and by their styles."""

import re
from contextlib import suppress
from dataclasses import dataclass, field

from unspin_gui.core.document.roles import RoleKind
from unspin_gui.core.errors import StoreError
from unspin_gui.store.formats.docx.docx_package import DocxPackage
from unspin_gui.store.formats.office.xml_tree import XmlNode
from unspin_gui.store.formats.tags import tags

_HEADING = re.compile(r"heading (\d)|title$|subtitle$")
"""The names of Word's own styles are English in every language; only their identifiers differ."""
_HIDES, _STRIKES = tags("w:vanish"), tags("w:strike w:dstrike")
_BODY = 9
"""The outline level of body text."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The roles that styles give to paragraphs, by the identifier of the style.

    `hiding` are the styles of paragraphs and of characters whose text is not shown, `striking`
    those whose text is struck out.
    """

    roles: dict[str, tuple[RoleKind, int]] = field(default_factory=dict)
    hiding: frozenset[str] = frozenset()
    striking: frozenset[str] = frozenset()

    @classmethod
    def of(cls, package: DocxPackage) -> "Styles":
        """Read the styles of a file; if the list is damaged, only the looks are lost."""
        nodes = dict[str, XmlNode]()
        for part in package.related.get("styles", ()):
            with suppress(StoreError):
                for node in package.xml(part).root.nodes:
                    if node.tag == "w:style":
                        nodes[node.attributes.get("w:styleId", "")] = node
        roles = {name: role for name, node in nodes.items() if (role := _role_of_style(node))}
        hiding, striking = (
            frozenset(name for name in nodes if _style_switches(name, switches, nodes))
            for switches in (_HIDES, _STRIKES)
        )
        return cls(roles, hiding, striking)

    def hides(self, run: XmlNode, paragraph: XmlNode) -> bool:
        """Whether the text of a run is hidden."""
        return _is_switched(run, paragraph, _HIDES, self.hiding)

    def strikes(self, run: XmlNode, paragraph: XmlNode) -> bool:
        """Whether the text of a run is struck out."""
        return _is_switched(run, paragraph, _STRIKES, self.striking)

    def role_of(self, paragraph: XmlNode) -> tuple[RoleKind, int]:
        """What a paragraph is, and its level."""
        properties = paragraph.child("w:pPr")
        own = _role_by(properties)
        if role := own or self.roles.get(_style(properties, "w:pStyle")):
            return role
        around = paragraph.parent
        while around is not None and around.tag != "w:txbxContent":
            if around.tag == "w:tc":
                return "cell", 1
            around = around.parent
        return "text", 1


def _style(properties: XmlNode | None, kind: str) -> str:
    """The identifier of the style that properties name; empty without one."""
    style = properties.child(kind) if properties else None
    return style.attributes.get("w:val", "") if style else ""


def _is_switched(
    run: XmlNode, paragraph: XmlNode, switches: frozenset[str], styles: frozenset[str]
) -> bool:
    """Whether a property of a run is on; its own value takes precedence over styles.

    If the styles of both run and paragraph switch it on, they cancel each other out (ECMA-376,
    17.7.3).
    """
    properties = run.child("w:rPr")
    own = _switched_by(properties, switches)
    if own is not None or not styles:
        return bool(own)
    by_run = _style(properties, "w:rStyle") in styles
    return by_run != (_style(paragraph.child("w:pPr"), "w:pStyle") in styles)


def _style_switches(name: str, switches: frozenset[str], nodes: dict[str, XmlNode]) -> bool:
    """Whether a style switches a property on, itself or through a style it is based on."""
    seen = set[str]()
    while name in nodes and name not in seen:
        seen.add(name)
        own = _switched_by(nodes[name].child("w:rPr"), switches)
        if own is not None:
            return own
        name = _style(nodes[name], "w:basedOn")
    return False


def _switched_by(properties: XmlNode | None, switches: frozenset[str]) -> bool | None:
    """Whether the properties of a run switch one on; None if they do not mention it."""
    said = [is_on(node) for node in properties.nodes if node.tag in switches] if properties else []
    return any(said) if said else None


def is_on(switch: XmlNode) -> bool:
    """Whether a toggle property is on."""
    return switch.attributes.get("w:val", "true") not in {"false", "0", "off"}


def _role_of_style(style: XmlNode) -> tuple[RoleKind, int] | None:
    named = style.child("w:name")
    match = _HEADING.match(named.attributes.get("w:val", "").lower()) if named else None
    if match:
        return "heading", int(match[1] or 1)
    return _role_by(style.child("w:pPr"))


def _role_by(properties: XmlNode | None) -> tuple[RoleKind, int] | None:
    """The role in paragraph properties: an outline level, or a numbered or bulleted list."""
    outline = properties.child("w:outlineLvl") if properties else None
    if outline and (level := _number(outline)) < _BODY:
        return "heading", level + 1
    numbering = properties.child("w:numPr") if properties else None
    listed = numbering.child("w:numId") if numbering else None
    if numbering is None or listed is None or not _number(listed):  # 0 removes the list
        return None
    depth = numbering.child("w:ilvl")
    return "item", (_number(depth) if depth else 0) + 1


def _number(node: XmlNode) -> int:
    value = node.attributes.get("w:val", "0")
    return int(value) if value.isdecimal() else 0

"""The fields of a Word file, whose results Word computes, and field starts without an end."""

from collections.abc import Iterator
from dataclasses import dataclass

from unspin_gui.store.formats.office.xml_tree import XmlNode
from unspin_gui.store.formats.tags import tags

_WRITTEN = frozenset({"HYPERLINK", "FORMTEXT"})
"""Fields whose result is written by the author."""
_BOUND = tags("w:dataBinding w15:dataBinding w:showingPlcHdr w:date w:dropDownList w:comboBox")
"""Elements showing that the text of a content control is bound to data, or is a placeholder."""


@dataclass(slots=True, eq=False)
class OpenField:
    """An open field: its instruction, whether its result has begun, and whether it ever ends."""

    instruction: str = ""
    has_result: bool = False
    ends: bool = True

    @property
    def is_computed(self) -> bool:
        """Whether the result is computed rather than written by the author."""
        return (self.instruction.split() or [""])[0].upper() not in _WRITTEN


def fields_of(node: XmlNode) -> list[OpenField]:
    """Return the field that an element is, if any: by its instruction, or bound to other data."""
    if node.tag == "w:fldSimple":
        return [OpenField(node.attributes.get("w:instr", ""), has_result=True)]
    properties = node.child("w:sdtPr") if node.tag == "w:sdt" else None
    bound = properties is not None and any(one.tag in _BOUND for one in properties.nodes)
    return [OpenField("sdt", has_result=True)] if bound else []


def without_end(root: XmlNode, apart: frozenset[str]) -> frozenset[int]:
    """Return where fields begin that never end, by their places in the part.

    Elements of `apart` are skipped, as are text boxes, which have fields of their own.
    """
    begun = list[int]()
    for mark in _marks(root, apart | {"w:txbxContent"}):
        kind = mark.attributes.get("w:fldCharType", "")
        if kind == "begin":
            begun.append(mark.start)
        elif kind == "end" and begun:
            begun.pop()
    return frozenset(begun)


def _marks(root: XmlNode, apart: frozenset[str]) -> Iterator[XmlNode]:
    pending = list(reversed(root.nodes))
    while pending:
        node = pending.pop()
        if node.tag == "w:fldChar":
            yield node
        elif node.tag == "mc:AlternateContent":
            shown = node.child("mc:Choice") or node.child("mc:Fallback") or node
            pending += reversed(shown.nodes)
        elif node.tag not in apart:
            pending += reversed(node.nodes)

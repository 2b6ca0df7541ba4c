"""What an OpenDocument program does not show: by its style, or as a field or section says."""

from collections.abc import Iterable

from unspin_gui.store.formats.office.xml_tree import Xml, XmlNode
from unspin_gui.store.formats.tags import tags

HIDDEN_PARAGRAPH = "text:hidden-paragraph"
"""A field that hides the paragraph in which it stands."""
_STYLED = tags("text:p text:h text:span text:a")
_BY_CONDITION = tags("text:hidden-text text:hidden-paragraph")


def hiding_styles(parts: Iterable[Xml]) -> frozenset[str | None]:
    """The names of the styles of paragraphs and characters whose text is not shown."""
    styles = {
        node.attributes.get("style:name"): node
        for xml in parts
        for node in xml.root.walk()
        if node.tag == "style:style"
        and node.attributes.get("style:family") in {"text", "paragraph"}
    }
    return frozenset(name for name in styles if _hides(name, styles))


def _hides(name: str | None, styles: dict[str | None, XmlNode]) -> bool:
    """Whether a style hides text, by itself or by what it is based on."""
    seen = set[str | None]()
    while name in styles and name not in seen:
        seen.add(name)
        properties = styles[name].child("style:text-properties")
        display = properties.attributes.get("text:display") if properties else None
        if display is not None:
            return display == "none"
        name = styles[name].attributes.get("style:parent-style-name")
    return False


def is_hidden(node: XmlNode, hiding: frozenset[str | None]) -> bool:
    """Whether an element is not shown.

    What hides by a condition keeps in the file whether it did when it was saved.
    """
    own = node.attributes
    if node.tag == "text:section":
        display = own.get("text:display", "true")
        by_condition = display == "condition" and own.get("text:is-hidden", "false") == "true"
        return display == "none" or by_condition
    if node.tag in _BY_CONDITION:
        return own.get("text:is-hidden", "false") == "true"
    if node.tag in {"table:table-row", "table:table-column"}:
        return own.get("table:visibility", "visible") != "visible"
    return node.tag in _STYLED and own.get("text:style-name") in hiding

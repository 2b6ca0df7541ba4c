"""How OpenDocument shows text, by its styles, and which fields and sections are hidden."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from unspin_gui.store.formats.tags import tags

HIDDEN_PARAGRAPH = "text:hidden-paragraph"
"""A field that hides its paragraph."""
_FAMILIES = {
    **dict.fromkeys(("text:p", "text:h"), "paragraph"),
    **dict.fromkeys(("text:span", "text:a"), "text"),
}
_BY_CONDITION = tags("text:hidden-text text:hidden-paragraph")
_RAISES = re.compile(r"super|[1-9]\d*%")
_LINES = ("style:text-line-through-style", "style:text-line-through-type")


class Look(NamedTuple):
    """How text is shown."""

    hidden: bool = False
    struck: bool = False
    raised: bool = False


class OdfStyle(NamedTuple):
    """A style of paragraphs ("paragraph") or characters ("text"); names differ within a family.

    `text` are the attributes of its text properties.
    """

    family: str
    name: str
    parent: str
    text: Mapping[str, str]

    @classmethod
    def of(cls, own: Mapping[str, str], text: Mapping[str, str]) -> "OdfStyle":
        """The style with these attributes of its own and of its text properties."""
        parent = own.get("style:parent-style-name", "")
        return cls(own.get("style:family", ""), own.get("style:name", ""), parent, text)


@dataclass(slots=True)
class OdfStyles:
    """The styles that apply in one file of a document."""

    known: dict[tuple[str, str], OdfStyle] = field(default_factory=dict)

    @classmethod
    def of(cls, styles: Iterable[OdfStyle]) -> "OdfStyles":
        """Collect the styles of a file; of several with the same name the last one applies."""
        return cls({(style.family, style.name): style for style in styles})

    def look(self, tag: str, attributes: Mapping[str, str], around: Look) -> Look:
        """Return how text directly in an element is shown: by its style, or like text around it."""
        family, name = _FAMILIES.get(tag), attributes.get("text:style-name")
        if family is None or name is None or (family, name) not in self.known:
            return around
        said = self._properties(family, name)
        display, position = said.get("text:display"), said.get("style:text-position")
        lines = [said[line] for line in _LINES if line in said]
        return Look(
            around.hidden if display is None else display == "none",
            any(line != "none" for line in lines) if lines else around.struck,
            around.raised if position is None else bool(_RAISES.match(position)),
        )

    def _properties(self, family: str, name: str) -> dict[str, str]:
        """The text properties of a style, with those of the styles that it is based on."""
        chain = list[OdfStyle]()
        style = self.known.get((family, name))
        while style is not None and style not in chain:
            chain.append(style)
            style = self.known.get((family, style.parent))
        return {key: value for one in reversed(chain) for key, value in one.text.items()}


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is not shown, whatever its style.

    For conditional hiding, the file records whether it was in effect when saved.
    """
    if tag == "text:section":
        display = attributes.get("text:display", "true")
        by_condition = attributes.get("text:is-hidden", "false") == "true"
        return display == "none" or (display == "condition" and by_condition)
    if tag in _BY_CONDITION:
        return attributes.get("text:is-hidden", "false") == "true"
    if tag in {"table:table-row", "table:table-column"}:
        return attributes.get("table:visibility", "visible") != "visible"
    return False

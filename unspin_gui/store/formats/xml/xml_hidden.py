"""What the attributes of an XML document say is not shown: in flat OpenDocument files."""

import re
from collections.abc import Iterable

from unspin_gui.store.formats.xml.xml_tokens import XmlToken

_STYLE = re.compile(r"\sstyle:name=[\"']([^\"']*)[\"']")
_DISPLAY = re.compile(r"\stext:display=[\"']none[\"']")
_HIDDEN = re.compile(r"\stext:(?:display=[\"']none|is-hidden=[\"']true)[\"']")
_STYLED = re.compile(r"\stext:style-name=[\"']([^\"']*)[\"']")


def hiding_styles(source: str, pieces: Iterable[XmlToken]) -> frozenset[str]:
    """The names of the styles that hide text by themselves."""
    if not _DISPLAY.search(source):
        return frozenset()
    found, style = set[str](), ""
    for token in pieces:
        if token.name == "style" and token.kind == "open":
            match = _STYLE.search(source, token.start, token.end)
            style = match[1] if match else ""
        elif token.name == "text-properties" and _DISPLAY.search(source, token.start, token.end):
            found.add(style)
    return frozenset(found)


def hides(source: str, token: XmlToken, styles: frozenset[str]) -> bool:
    """Whether a start tag says that its element is not shown, or has a style that says so."""
    if _HIDDEN.search(source, token.start, token.end):
        return True
    match = _STYLED.search(source, token.start, token.end) if styles else None
    return match is not None and match[1] in styles

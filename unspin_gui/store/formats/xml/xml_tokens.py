"""Splits well-formed XML into text and markup, each with its place in the source."""

import re
from collections.abc import Iterator
from html.entities import html5
from typing import NamedTuple
from xml.parsers import expat

DECLARATIONS = (
    r"<!\[CDATA\[(?P<cdata>[\s\S]*?)(?:\]\]>|\Z)"
    r"|<\?[\s\S]*?(?:\?>|\Z)"
    r"|<!DOCTYPE(?:[^\"'\[>]|\"[^\"]*+\"|'[^']*+')*+(?:\[(?P<subset>"
    r"(?:[^\"'\]<]|\"[^\"]*+\"|'[^']*+'|<!--[\s\S]*?-->|<\?[\s\S]*?\?>"
    r"|<!(?!--)(?:\"[^\"]*+\"|'[^']*+'|[^>\"'])*+>)*+)\]\s*+)?>"
)
"""CDATA sections, instructions and document types, as a regular expression."""
_MARKUP = re.compile(
    rf"<!--[\s\S]*?(?:-->|\Z)|{DECLARATIONS}"
    r"|<!DOCTYPE[\s\S]*+"
    r"|<(?P<close>/?)(?P<name>[^\s/>!?]++)"
    r"(?P<rest>(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^>\"'])*+)(?:>|\Z)"
)
"""In a document that is not well-formed, what is left open extends to the end."""
_ENTITY = re.compile(r"<!ENTITY\s+([^\s%\"']+)\s+(?:\"([^\"]*)\"|'([^']*)')\s*>")
_DEEPEST = 2_000
_PREFIX = re.compile(r"<([^\s/>:]+):")
_SPACE = re.compile(r"\sxmlns(?::([\w.-]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


class XmlToken(NamedTuple):
    """A piece of XML: "text", "cdata" (its content), "open", "close", "empty" or "other".

    `name` is that of a tag, without its prefix.
    """

    start: int
    end: int
    kind: str
    name: str = ""


def tokens(source: str) -> Iterator[XmlToken]:
    """Yield the pieces in order; of a CDATA section its content alone."""
    at = 0
    for match in _MARKUP.finditer(source):
        if match.start() > at:
            yield XmlToken(at, match.start(), "text")
        at = match.end()
        if match["cdata"] is not None:
            yield XmlToken(*match.span("cdata"), "cdata")
        elif match["name"] is None:
            yield XmlToken(*match.span(), "other")
        else:
            is_empty = match["rest"].endswith("/")
            kind = "close" if match["close"] else "empty" if is_empty else "open"
            yield XmlToken(*match.span(), kind, match["name"].rpartition(":")[2])
    if at < len(source):
        yield XmlToken(at, len(source), "text")


def namespace_of(source: str, token: XmlToken) -> str:
    """The namespace of a start tag that declares it itself, as that of the root; else empty."""
    match = _PREFIX.match(source, token.start)
    prefix = match[1] if match else None
    declared = _SPACE.finditer(source, token.start, token.end)
    return next((one[2] or one[3] or "" for one in declared if one[1] == prefix), "")


def entities(source: str) -> dict[str, str]:
    """The entities that the document defines for itself, as written."""
    for match in _MARKUP.finditer(source):
        if match["subset"] is not None:
            found = _ENTITY.findall(match["subset"])
            return {name: first or second for name, first, second in found}
        if match["name"] is not None:
            break
    return {}


def decoded(name: str, own: dict[str, str]) -> str:
    """Return the text of an entity; empty if it is unknown, or not only text."""
    if name.startswith("#"):
        plain = chr(int(name[1:].replace("x", "0x", 1), 0) if "x" in name else int(name[1:]))
    else:
        plain = own.get(name) or html5.get(f"{name};", "")
    return "" if set("&<%") & set(plain) and len(plain) > 1 else plain.replace("\n", " ")


def fault_of(source: str) -> str:
    """Return why a source is not well-formed XML, with its line; empty if it is well-formed.

    Entities may be defined elsewhere, as those of a chapter are in its book.
    """
    parser = expat.ParserCreate("utf-8")
    parser.UseForeignDTD(True)  # noqa: FBT003
    if "<!ENTITY" in source:
        parser.DefaultHandler = _ignored  # a default handler keeps them unexpanded
    try:
        parser.Parse(source.encode("utf-8", "surrogatepass"), True)  # noqa: FBT003
    except expat.ExpatError as error:
        return f"line {error.lineno}: {expat.ErrorString(error.code)}"
    return ""


def _ignored(_data: str) -> None:
    pass

"""Splits a page into text and tags, each with its place in the source, in linear time."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from unspin_gui.store.formats.tags import tags
from unspin_gui.store.formats.xml.xml_tokens import DECLARATIONS

_MARKUP = re.compile(
    r"<!--(?:-?>|[\s\S]*?(?:--!?>|\Z))"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"(?P<rest>(?:=\s*+(?:\"[^\"]*+\"|'[^']*+')|[^>])*+)>"
    r"|<[!?/][^>]*+>"
)
_XML_MARKUP = re.compile(rf"{DECLARATIONS}|{_MARKUP.pattern}")
"""In XHTML, declarations may contain others, and text may be in CDATA sections."""
_ATTRIBUTE = re.compile(
    r"(?<![^\s\"'>/=])([^\s\"'>/=]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]++))"
)
RAW = tags("script style xmp iframe noembed noframes textarea title")
"""Elements whose content contains no tags."""


class HtmlToken(NamedTuple):
    """A piece of a page. `name` is the lower-case tag name, empty for text and comments.

    `kind` is as `tokens` says.
    """

    start: int
    end: int
    kind: str
    name: str = ""


def tokens(source: str, *, is_xml: bool = False) -> Iterator[HtmlToken]:
    """Yield text ("text"), tags ("open", "close") and the rest ("other") in order.

    In XHTML (`is_xml`) a tag that ends with a slash is also the end of its element, and the content
    of a CDATA section is text without entities ("cdata").
    """
    at, last = 0, source.rfind(">") + 1
    markup = _XML_MARKUP if is_xml else _MARKUP
    while match := markup.search(source, at, last):
        if match.start() > at:
            yield HtmlToken(at, match.start(), "text")
        at = match.end()
        if is_xml and match["cdata"] is not None:
            yield HtmlToken(*match.span("cdata"), "cdata")
            continue
        token = _token(match)
        yield token
        if is_xml and token.kind == "open" and source[at - 2] == "/":
            yield HtmlToken(at, at, "close", token.name)
        elif token.kind == "open" and token.name in RAW:
            end = _end_of_raw(source, token)
            if end > at:
                yield HtmlToken(at, end, "text")
            at = end
    if at < len(source):
        yield HtmlToken(at, len(source), "text")


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a start tag as written (entities not decoded), names in lower case."""
    found = _ATTRIBUTE.findall(tag)
    return {name.lower(): first or second or third for name, first, second, third in found}


def _token(match: re.Match[str]) -> HtmlToken:
    name = (match["name"] or "").lower()
    kind = "other" if not name else "close" if match["close"] else "open"
    return HtmlToken(match.start(), match.end(), kind, name)


def _end_of_raw(source: str, opened: HtmlToken) -> int:
    closing = re.compile(rf"</{re.escape(opened.name)}(?=[\s/>])", re.IGNORECASE)
    match = closing.search(source, opened.end)
    return match.start() if match else len(source)

"""XML documents as files: the encoding that they declare, and writing text in them."""

import re
from collections.abc import Iterable

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.formats.mapped.source_format import SourceFormat, with_references
from unspin_gui.store.formats.mapped.tag_splicer import (
    SourceToken,
    TagSplicer,
    in_cdata,
    is_in_cdata,
)
from unspin_gui.store.formats.office.xml_text import escaped
from unspin_gui.store.formats.opened import BREAK
from unspin_gui.store.formats.xml.xml_text import XmlPage, notices, read_xml
from unspin_gui.store.formats.xml.xml_tokens import tokens

_DECLARED = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{2,40})")


class XmlSplicer(TagSplicer):
    """Knows how text and paragraphs are written in XML."""

    called = "an XML document"
    paragraphs = "(?:[\\w.-]+:)?(?:p|para|simpara)"
    page: XmlPage

    def tokens(self, source: str) -> Iterable[SourceToken]:
        """Text and tags."""
        return tokens(source)

    def encoded(self, text: str, raw: int) -> str:
        """New text with entities; raises StoreError for what the document cannot hold."""
        if BREAK in text:
            reason = "a line break cannot be put into an XML document"
            raise StoreError(self.path, Message("{0}; undo that or save as plain text", reason))
        new = escaped(self.path, text).decode("utf-8")
        if is_in_cdata(raw, self.page.cdata):
            return in_cdata(text)
        return self.split(new, raw) if "\n" in new else new


XML = SourceFormat(
    Message("this XML document"), read_xml, XmlSplicer, notices, _DECLARED, escape=with_references
)

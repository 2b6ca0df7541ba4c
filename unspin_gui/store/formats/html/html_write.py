"""Writes corrections into the source of a page; tags and everything unedited stay as they are."""

import html
import re
from collections.abc import Iterable

from unspin_gui.store.formats.html.html_text import Page
from unspin_gui.store.formats.html.html_tokens import tokens
from unspin_gui.store.formats.mapped.tag_splicer import (
    SourceToken,
    TagSplicer,
    in_cdata,
    is_in_cdata,
)
from unspin_gui.store.formats.opened import BREAK

_OPEN = re.compile(r"(?:<[!/?]?|&#?\w*)\Z")


class HtmlSplicer(TagSplicer):
    """Knows how text, breaks and paragraphs are written in HTML."""

    called = "a web page"
    paragraphs = "p|li"
    page: Page

    def tokens(self, source: str) -> Iterable[SourceToken]:
        """Text and tags."""
        return tokens(source, is_xml=self.page.is_xml)

    def encoded(self, text: str, raw: int) -> str:
        """Return new text as HTML; raises StoreError if a paragraph cannot be split."""
        if is_in_cdata(raw, self.page.cdata) and not set(text) & {"\n", BREAK}:
            return in_cdata(text)
        new = html.escape(text, quote=False)
        if self.page.is_xml:  # an XML parser need not know the names of characters
            new = new.replace("\u00a0", "&#160;").replace(BREAK, "<br/>")
        new = new.replace("\u00a0", "&nbsp;").replace(BREAK, "<br>")
        return new if "\n" not in text or self._in_pre(raw) else self.split(new, raw)

    def closed(self, kept: str) -> str:
        """Return the source, with a final character escaped that would swallow new text."""
        match = _OPEN.search(kept, max(0, len(kept) - 40))
        if match is None:
            return kept
        return kept[: match.start()] + html.escape(html.unescape(match[0]), quote=False)

    def empty_point(self) -> int:
        """The start of the body."""
        body = re.search(r"<body[^>]*>", self.page.source, re.IGNORECASE)
        return body.end() if body else len(self.page.source)

    def _in_pre(self, raw: int) -> bool:
        """Whether line ends are significant at this place in the source."""
        before = self.page.source[:raw].lower()
        return before.rfind("<pre") > before.rfind("</pre")

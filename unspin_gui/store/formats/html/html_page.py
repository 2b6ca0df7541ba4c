"""Web pages as files."""

import re
from dataclasses import replace
from pathlib import Path

from unspin_gui.core.text.messages import Message
from unspin_gui.store.formats.html.html_text import Page, notices, read_page
from unspin_gui.store.formats.html.html_write import HtmlSplicer
from unspin_gui.store.formats.mapped.source_format import SourceFormat, with_references

_XHTML = {".xhtml", ".xht"}
_META = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})"
    rb"|\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{2,40})",
    re.IGNORECASE,
)
# Browsers interpret these names as follows (WHATWG Encoding Standard).
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "latin-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
    "iso8859-9": "cp1254",
}


def _read(path: object, source: str) -> Page:
    is_xml = Path(str(path)).suffix.lower() in _XHTML
    return read_page(source, is_xml=is_xml)


HTML = SourceFormat(
    Message("this web page"),
    _read,
    HtmlSplicer,
    notices,
    _META,
    lambda name: _MEANT.get(name, name),
    escape=with_references,
)


def read_chapter(_path: object, source: str) -> Page:
    """Read a chapter of a book, which is XHTML whatever its name."""
    return read_page(source, is_xml=True, in_book=True)


CHAPTER = replace(HTML, called=Message("this book"), read=read_chapter)

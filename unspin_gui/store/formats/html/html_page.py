"""Web pages as files."""

import re

from unspin_gui.store.formats.html.html_text import notices, read_page
from unspin_gui.store.formats.html.html_write import HtmlSplicer
from unspin_gui.store.formats.mapped.source_format import SourceFormat, with_references

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

HTML = SourceFormat(
    "this web page",
    lambda _path, source: read_page(source),
    HtmlSplicer,
    notices,
    _META,
    lambda name: _MEANT.get(name, name),
    escape=with_references,
)

"""Web pages as files: the encoding that the page declares, and writing in it."""

import codecs
import re
from collections.abc import Sequence
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.store.files import encodings, text_file
from unspin_gui.store.files.text_file import TextFile
from unspin_gui.store.formats.edits import applied
from unspin_gui.store.formats.html import html_write
from unspin_gui.store.formats.html.html_text import read_page, shown
from unspin_gui.store.formats.opened import Edit, Shown

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


def from_bytes(path: Path, data: bytes, encoding: str | None, *, replace: bool) -> TextFile:
    """Decode a page by its byte order mark, the encoding it declares, or its bytes."""
    if encoding is None and not data.startswith((codecs.BOM_UTF8, b"\xff\xfe", b"\xfe\xff")):
        named = _named(data)
        if named is not None and _is_in(data, named):
            encoding = named
    return text_file.from_bytes(path, data, encoding, replace=replace)


def show(file: TextFile) -> Shown:
    """What the panes show of a page."""
    return shown(read_page(file.text))


def source_with(path: Path, file: TextFile, edits: Sequence[Edit], encoding: str) -> str:
    """Apply edits to the source and check it by rereading; raises StoreError."""
    if not edits:
        return file.text
    page = read_page(file.text)
    source = _holdable(html_write.spliced(path, page, edits), encoding)
    wanted = html_write.comparable(applied(page.text, edits))
    if html_write.comparable(read_page(source).text) != wanted:
        reason = "a correction does not fit into the tags of this page; save as plain text instead"
        raise StoreError(path, reason)
    return source


def declared(source: str, encoding: str) -> str:
    """The source with its declared encoding, if any, changed."""
    match = _META.search(source[:4096].encode("ascii", errors="replace"))
    if match is None:
        return source
    group = 1 if match[1] else 2
    return source[: match.start(group)] + encoding + source[match.end(group) :]


def _named(data: bytes) -> str | None:
    match = _META.search(data[:4096])
    if match is None:
        return None
    name = encodings.canonical((match[1] or match[2]).decode("ascii"))
    return _MEANT.get(name, name) if name else None


def _is_in(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _holdable(source: str, encoding: str) -> str:
    """Replace characters that the encoding lacks by numeric references."""
    try:
        source.encode(encoding)
    except UnicodeEncodeError:
        return source.encode(encoding, errors="xmlcharrefreplace").decode(encoding)
    return source

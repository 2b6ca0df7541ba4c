"""Recognises the format of a file by name and content, and refuses files of other kinds."""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.exchange import exchange_tables as tables

_EXCEL = Message("an Excel workbook")
_CALC = Message("a LibreOffice spreadsheet")
_NUMBERS = Message("a Numbers spreadsheet")
_SHEETS = {
    **dict.fromkeys((".xlsx", ".xlsm", ".xlsb", ".xls"), _EXCEL),
    ".xltx": Message("an Excel template"),
    **dict.fromkeys((".ods", ".fods", ".ots"), _CALC),
    ".numbers": _NUMBERS,
}
_SHEET_PARTS = {"xl/": _EXCEL, "Index/": _NUMBERS}
_WAY_OUT = Message("open it in its own program, save it as CSV (UTF-8), and import that file")
_VALE = re.compile(
    rb"""^["']?extends["']?\s*:\s*["']?(?:existence|substitution|occurrence|repetition|consistency"""
    rb"""|conditional|capitalization|metric|script|spelling|sequence|readability)\b""",
    re.MULTILINE,
)
_LEVEL = re.compile(rb"""^level\s*:\s*["']?(?:suggestion|warning|error)\b""", re.MULTILINE)
_PARTS = re.compile(rb"^(?:message|tokens?|raw|swap|either)\s*:", re.MULTILINE)
_QUOTING = re.compile(rb"""(?:^|[\t\r\n])"|^(?:\xef\xbb\xbf)?sep=""", re.IGNORECASE)
_PLAIN = {".txt", ".utf8", ".tab"}


def recognised(path: Path, data: bytes, by_suffix: Mapping[str, str]) -> str:
    """The name of the most likely format; raises StoreError if no format fits.

    `by_suffix` maps suffixes to format names. For a file that does not exist yet (no data) the
    suffix decides; Vale reads only styles with the suffix .yml.
    """
    suffix = path.suffix.casefold()
    if suffix in {".yaml", ".yml"}:
        is_style = _is_vale(data) or (not data and suffix == ".yml")
        return "vale" if is_style else "yaml"
    head = data[:4000]
    if suffix in {".xml", ".tbx"} or head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
        return "autocorrect" if b"block-list" in head else "tbx"
    if suffix in _PLAIN and data:
        seen = tables.preview(path, data)
        is_plain = seen.separator == "\t" and not seen.header
        return "omegat" if is_plain and not _is_spreadsheets(data, suffix) else "tsv"
    if suffix in _PLAIN:
        return "omegat"
    if suffix in by_suffix:
        return by_suffix[suffix]
    if suffix in _SHEETS:
        raise StoreError(
            path,
            Message(
                "spreadsheet files cannot be written; use .csv, which every spreadsheet "
                "program opens"
            ),
        )
    known = ", ".join(sorted(set(by_suffix)))
    raise StoreError(
        path, Message("the format is unclear; use a name that ends in one of {0}", known)
    )


def refuse_foreign(path: str | Path, data: bytes) -> None:
    """Raise StoreError for spreadsheets and documents, whatever their names, and say what to do."""
    kind = _SHEETS.get(Path(path).suffix.casefold(), "")
    if data.startswith(b"PK\x03\x04"):
        kind = _kind_of_archive(data) or kind
    elif data.startswith(b"\xd0\xcf\x11\xe0"):
        kind = kind or Message("an old Office file")
    if kind:
        raise StoreError(path, Message("this is {0}, which cannot be read; {1}", kind, _WAY_OUT))


def _is_spreadsheets(data: bytes, suffix: str) -> bool:
    """Whether a spreadsheet wrote a text with tabs: it quotes cells, which OmegaT does not."""
    is_told = suffix == ".utf8" or tables.OMEGAT_MARK.encode() in data[:200]
    return not is_told and _QUOTING.search(data) is not None


def _is_vale(data: bytes) -> bool:
    """Whether YAML is a rule for Vale, complete or not."""
    return bool(_VALE.search(data) or (_LEVEL.search(data) and _PARTS.search(data)))


def _kind_of_archive(data: bytes) -> str:
    """The kind of spreadsheet or document that an archive holds; empty for any other archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return ""
    for start, kind in _SHEET_PARTS.items():
        if any(name.startswith(start) for name in names):
            return kind
    if "content.xml" in names or "word/document.xml" in names:
        return Message("an office document")
    return ""

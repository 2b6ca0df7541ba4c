"""Recognises the format of a file by its name or, failing that, by its first bytes."""

from io import BytesIO
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.store.formats.opened import Kind

_BY_SUFFIX: dict[str, Kind] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".dotm": "docx",
    ".doc": "docx",
    ".odt": "odt",
    ".ott": "odt",
    ".pdf": "pdf",
    ".rtf": "rtf",
}
PDF = b"%PDF-"
ZIP = b"PK\x03\x04"
RTF = b"{\\rtf"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def named_kind(path: str | Path) -> Kind | None:
    """The format that a file's name indicates; None if it indicates none."""
    return _BY_SUFFIX.get(Path(path).suffix.lower())


def kind_of(path: str | Path, data: bytes) -> Kind:
    """The format to read `data` as; the reader notices a wrong name.

    Raises StoreError for a saved review.
    """
    named = named_kind(path)
    if data.startswith(RTF) and (named is None or Path(path).suffix.lower() == ".doc"):
        return "rtf"
    if named is not None:
        return named
    if data.startswith(PDF):
        return "pdf"
    if data.startswith(ZIP):
        return _kind_of_zip(path, data)
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "html" if start.startswith((b"<!doctype html", b"<html")) else "text"


def _kind_of_zip(path: str | Path, data: bytes) -> Kind:
    import zipfile  # noqa: PLC0415 - plain text is opened without it

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.NameToInfo.keys()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "text"
    if {"review.json", "source.bin"} <= names:
        reason = "this is a review; open it in the window, under a name that ends in .unspin"
        raise StoreError(path, reason)
    if "word/document.xml" in names:
        return "docx"
    return "odt" if {"mimetype", "content.xml"} <= names else "text"

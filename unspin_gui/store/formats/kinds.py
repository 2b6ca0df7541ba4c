"""Recognises the format of a file by its name or, failing that, by its first bytes."""

import codecs
from io import BytesIO
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.formats.markup import HEAD, is_named_markup, structure_of
from unspin_gui.store.formats.opened import Kind
from unspin_gui.store.formats.subtitles.cues import has_times

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
    ".epub": "epub",
    **dict.fromkeys((".xml", ".nxml", ".jats", ".tei", ".dbk", ".docbook", ".dita"), "xml"),
    **dict.fromkeys((".fodt", ".fb2"), "xml"),
    **dict.fromkeys((".tex", ".ltx", ".latex"), "latex"),
    **dict.fromkeys((".srt", ".vtt"), "subtitles"),
}
ENDINGS = (".txt", ".text", *_BY_SUFFIX)
"""The suffixes of files that can be read."""
PDF = b"%PDF-"
ZIP = b"PK\x03\x04"
RTF = b"{\\rtf"
_TAIL = 400
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
    if named in {"xml", "subtitles"}:
        return structure_of(*_ends(data)) or ("xml" if named == "xml" else _subtitles(data))
    if named is not None:
        return named
    if data.startswith(PDF):
        return "pdf"
    if data.startswith(ZIP):
        return _kind_of_zip(path, data)
    found = structure_of(*_ends(data))
    return found if found and (found == "html" or not is_named_markup(path)) else "text"


def notices(path: Path, text: str) -> tuple[str, ...]:
    """What to say of a file that is shown as text although its name promises another format."""
    if named_kind(path) != "subtitles" or has_times(text):
        return ()
    return (Message("The file contains no subtitles, despite its name; it is shown as text."),)


def _subtitles(data: bytes) -> Kind:
    """What a file is that is named as subtitles, but does not begin as such."""
    return "subtitles" if has_times(_ends(data)[0]) else "text"


def _ends(data: bytes) -> tuple[str, str]:
    """Return the start and the end of a file as text, in which ASCII is decoded correctly."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode("latin-1", "replace")
    elif b"\0" in data[:2]:
        codec = "utf-16-be" if data.startswith(b"\0") else "utf-16-le"
        data = data.decode(codec, "replace").encode("latin-1", "replace")
    start = data.removeprefix(codecs.BOM_UTF8)[:HEAD].decode("latin-1")
    lines = start.replace("\r\n", "\n").replace("\r", "\n")
    return lines, data[-_TAIL:].decode("latin-1")


def _kind_of_zip(path: str | Path, data: bytes) -> Kind:
    import zipfile  # noqa: PLC0415 - plain text is opened without it

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.NameToInfo.keys()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "text"
    if {"review.json", "source.bin"} <= names:
        reason = Message(
            "this is a review; open it in the window, under a name that ends in .unspin"
        )
        raise StoreError(path, reason)
    if "word/document.xml" in names:
        return "docx"
    if "META-INF/container.xml" in names:
        return "epub"
    return "odt" if {"mimetype", "content.xml"} <= names else "text"

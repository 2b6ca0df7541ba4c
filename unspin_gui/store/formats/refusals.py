"""Formats that are not supported, each with one sentence on what to do instead."""

from io import BytesIO
from pathlib import Path

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.store.formats.kinds import OLE, ZIP

_WAYS_OUT = {
    "po pot xliff xlf sdlxliff": Message(
        "this is a list of translations, whose lines belong to programs; "
        "correct it in a translation program, or export its text as .txt"
    ),
    "mht mhtml": Message(
        "this is a web page packed with its pictures; open it in a browser and save it as "
        "HTML only (.html)"
    ),
    "doc dot": Message(
        "this document was written by an old word processor; open it in Word or "
        "LibreOffice and save it as .docx"
    ),
    "pages": Message("this is a Pages document; export it as Word (.docx) from Pages"),
    "xls xlsx xlsm xlsb ods fods numbers": Message(
        "this is a spreadsheet; copy the text out of it, or save its sheet as .txt"
    ),
    "ppt pptx pptm pps ppsx odp fodp": Message(
        "this is a presentation; export it as PDF, or save its outline as .rtf"
    ),
    "djvu xps oxps ps eps": Message(
        "these are pages without text that could be corrected; print them to PDF, and "
        "run text recognition (OCR) where they are pictures"
    ),
    "mobi azw azw3": Message("this kind of e-book is not supported; convert it to .epub"),
}
_BY_ENDING = {f".{end}": way for ends, way in _WAYS_OUT.items() for end in ends.split()}
_OF_OLE = frozenset({".doc", ".dot"})
"""Suffixes that other files have too: current Word documents, graphs."""
_BY_PART = {
    "xl/workbook.xml": ".xlsx",
    "ppt/presentation.xml": ".pptx",
    "Index/Document.iwa": ".pages",
    "Index/Presentation.iwa": ".pptx",
    "Index/Tables/DataList.iwa": ".numbers",
}
"""Members of zip archives that show what the archive is."""


def refuse(path: Path, data: bytes) -> None:
    """Raise StoreError, saying what to do instead, if the file's format is not supported."""
    ending = path.suffix.lower()
    way = _BY_ENDING.get(ending) or _way_out_of_zip(data)
    if way and (ending not in _OF_OLE or data.startswith(OLE)):
        raise StoreError(path, way)


def _way_out_of_zip(data: bytes) -> str | None:
    if not data.startswith(ZIP):
        return None
    import zipfile  # noqa: PLC0415 - plain text is opened without it

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.NameToInfo.keys()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
        return None
    return next((_BY_ENDING[end] for part, end in _BY_PART.items() if part in names), None)

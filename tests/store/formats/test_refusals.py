"""Formats that are not read: one sentence names the way out."""

from pathlib import Path

import pytest
from docx_files import docx, p, r, zipped

from unspin_gui.core.errors import StoreError
from unspin_gui.store import formats

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PO = b'msgid "The text"\nmsgstr "Der Text"\n'
WAYS = [
    ("de.po", PO, r"export its text as \.txt"),
    ("de.POT", PO, r"export its text as \.txt"),
    ("a.xliff", b"<xliff/>", r"export its text as \.txt"),
    ("a.xlf", b"<xliff/>", r"export its text as \.txt"),
    ("a.mhtml", b"MIME-Version: 1.0", r"HTML only \(\.html\)"),
    ("a.mht", b"MIME-Version: 1.0", r"HTML only \(\.html\)"),
    ("a.doc", OLE, r"Word or LibreOffice and save it as \.docx"),
    ("a.pages", zipped({"Index/Document.iwa": b"x"}), r"export it as Word"),
    ("paper", zipped({"Index/Document.iwa": b"x"}), r"export it as Word"),
    ("a.xls", OLE, r"copy the text out of it"),
    ("a.xlsx", zipped({"xl/workbook.xml": b"x"}), r"copy the text out of it"),
    ("sheet", zipped({"xl/workbook.xml": b"x"}), r"copy the text out of it"),
    ("a.ods", zipped({"content.xml": b"x"}), r"copy the text out of it"),
    ("a.numbers", b"", r"copy the text out of it"),
    ("a.ppt", OLE, r"export it as PDF"),
    ("a.pptx", zipped({"ppt/presentation.xml": b"x"}), r"export it as PDF"),
    ("a.odp", zipped({"content.xml": b"x"}), r"export it as PDF"),
    ("a.ps", b"%!PS-Adobe", r"print them to PDF"),
]


@pytest.mark.parametrize(("name", "data", "way"), WAYS, ids=[way[0] for way in WAYS])
def test_the_way_out_is_told_in_one_sentence(name: str, data: bytes, way: str) -> None:
    with pytest.raises(StoreError, match=way) as caught:
        formats.from_bytes(Path(name), data)
    assert "\n" not in str(caught.value)
    assert ". " not in caught.value.reason.replace(f"({name})", "")


def test_a_document_of_today_under_the_old_ending_is_read() -> None:
    assert formats.from_bytes(Path("a.doc"), docx(p(r("Some words.")))).text == "Some words."

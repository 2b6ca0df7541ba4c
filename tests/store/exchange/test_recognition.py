"""Files of other programs are told by name and content, with a way out where they are not read."""

import io
import zipfile
from pathlib import Path

import pytest

from unspin_gui.core.errors import StoreError
from unspin_gui.store import exchange


def archive(*names: str) -> bytes:
    """An archive with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return out.getvalue()


WORKBOOK = archive("[Content_Types].xml", "xl/workbook.xml")


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.xlsx", WORKBOOK, "an Excel workbook"),
        ("a.csv", WORKBOOK, "an Excel workbook"),
        ("a.dat", WORKBOOK, "an Excel workbook"),
        ("A.XLS", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Excel workbook"),
        ("a.tsv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
        ("a.ods", archive("mimetype", "content.xml"), "a(n office document| LibreOffice)"),
        ("a.numbers", archive("Index/Document.iwa"), "a Numbers spreadsheet"),
        ("a.xlsx", b"spun,fix\n", "an Excel workbook"),
        ("a.txt", archive("word/document.xml"), "an office document"),
    ],
)
@pytest.mark.parametrize("act", [exchange.read, exchange.preview])
def test_spreadsheets_are_told_with_the_way_out(
    tmp_path: Path, name: str, data: bytes, told: str, act: object
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(StoreError, match=f"this is {told}.*save it as CSV"):
        act(path)  # type: ignore[operator]


def test_a_workbook_is_not_written_either(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"use \.csv"):
        exchange.write(tmp_path / "x.xlsx", [])

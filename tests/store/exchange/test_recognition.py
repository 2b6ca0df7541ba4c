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


@pytest.mark.parametrize(
    ("name", "text", "fix", "left"),
    [
        ("a.txt", 'sep=\t\nbosom\tbreast\nperil\t"big, data"\n', "big, data", []),
        ("a.txt", 'bosom\tbreast\nperil\t"cancer\n', None, [2]),
        ("a.utf8", 'bosom\tbreast\nperil\t"big" data\n', '"big" data', []),
        ("a.txt", '# -*- coding: utf-8 -*-\nbosom\tbreast\nperil\t"q"\n', '"q"', []),
    ],
)
def test_a_text_with_tabs_is_a_spreadsheets_where_it_has_its_signs(
    tmp_path: Path, name: str, text: str, fix: str | None, left: list[int]
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    entries, skipped = exchange.read(path)
    assert [e.fixes[0] for e in entries] == ["breast", *([fix] if fix else [])]
    assert [skip.line for skip in skipped] == left

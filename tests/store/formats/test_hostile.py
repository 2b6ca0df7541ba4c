"""Files that are damaged, protected, disguised or dangerous get one clear sentence."""

import io
import random
import struct
import zipfile
from pathlib import Path

import pytest
from docx_files import docx, p, part, r, unzipped, zipped
from odt_files import odt
from odt_files import p as odt_p

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit
from unspin_gui.store.formats.office import xml_tree

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
WORD = docx(p(r("bosom peril")))
ODT = odt(odt_p("bosom peril"))


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    return zipped({**unzipped(data), name: content})


def with_body(xml: bytes) -> bytes:
    return with_member(WORD, "word/document.xml", xml)


def encrypted() -> bytes:
    data = bytearray(WORD)
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def old_word() -> bytes:
    return OLE + "WordDocument".encode("utf-16-le")


MANIFEST = b"<manifest><encryption-data/></manifest>"
LAUGHS = (
    b'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;'
    b"</w:document>"
)
OUTSIDE = LAUGHS.replace(b'<!ENTITY a "ha">', b'<!ENTITY a SYSTEM "file:///etc/passwd">')
SHEET = zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})
CASES = [
    ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    ("a.docx", encrypted(), "password"),
    ("a.odt", with_member(ODT, "META-INF/manifest.xml", MANIFEST), "password"),
    ("a.doc", old_word(), "old word processor"),
    ("a.docx", old_word(), "old version of Office"),
    ("a.docx", b"", "empty"),
    ("a.odt", b"", "empty"),
    ("a.docx", b"%PDF-1.7 x", "PDF"),
    ("a.docx", b"{\\rtf1 x}", "rich text"),
    ("a.docx", b"\n<html><p>x", "web page"),
    ("a.odt", b"just text", "something else"),
    ("a.docx", ODT, "rename it to .odt"),
    ("a.odt", WORD, "rename it to .docx"),
    ("a.docx", SHEET, "a spreadsheet"),
    ("a.docx", zipped({"a.txt": b"x"}), "not a Word document"),
    ("a.odt", zipped({"a.txt": b"x"}), "not an OpenDocument"),
    ("a.docx", WORD[: len(WORD) // 2], "damaged"),
    ("a.docx", with_body(b"<w:document"), "damaged"),
    ("a.docx", with_body(b""), "damaged"),
    ("a.docx", with_body(b'<?xml version="1.0" encoding="nosuch"?><a/>'), "damaged"),
    ("a.docx", with_body(b"<other/>"), "not a Word document"),
    ("a.docx", with_body(LAUGHS), "entities"),
    ("a.docx", with_body(OUTSIDE), "entities"),
    ("a.odt", with_member(ODT, "content.xml", LAUGHS), "entities"),
    ("a.docx", with_body(part("document", "<w:a>" * 400 + "</w:a>" * 400)), "nested"),
    ("a.docx", with_body(part("document", " " * 20_000_000)), "unpacks"),
    ("a.odt", with_member(ODT, "content.xml", b"<a>" + b" " * 20_000_000), "unpacks"),
]


@pytest.mark.parametrize(("name", "data", "said"), CASES, ids=[f"{c[0]} {c[2]}" for c in CASES])
def test_one_sentence_says_what_is_wrong(name: str, data: bytes, said: str) -> None:
    with pytest.raises(StoreError, match=said) as caught:
        formats.from_bytes(Path(name), data)
    assert "\n" not in caught.value.reason
    assert caught.value.reason[0].islower()


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_cut_off_anywhere(name: str) -> None:
    data = WORD if name == "a.docx" else ODT
    for size in range(0, len(data) - len(b"a comment"), 61):
        with pytest.raises(StoreError):
            formats.from_bytes(Path(name), data[:size])


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_changed_at_random(name: str, tmp_path: Path) -> None:
    whole = WORD if name == "a.docx" else ODT
    chance = random.Random(6)  # noqa: S311
    for _ in range(250):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 1, 3, 20])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            document = formats.from_bytes(Path(name), bytes(data))
            if document.text.startswith("bosom"):
                formats.write(tmp_path / name, document, [Edit(Span(0, 5), "breast")])
        except StoreError:
            continue
        assert formats.from_bytes(Path(name), bytes(data)).text == document.text


@pytest.mark.parametrize("member", ["word/document.xml", "word/_rels/document.xml.rels"])
def test_xml_changed_at_random(member: str, tmp_path: Path) -> None:
    """It is refused, or it opens and is written as it came."""
    chance = random.Random(7)  # noqa: S311
    body = p(r("a"), '<w:ins w:id="1">' + r("b") + "</w:ins>") + "<w:tbl><w:tr/></w:tbl>"
    whole = unzipped(docx(body, {"header": p(r("h"))}))
    for _ in range(250):
        data = bytearray(whole[member])
        start = chance.randrange(len(data))
        data[start : start + chance.randrange(9)] = chance.choice(
            [b"", b"<", b">", b"<w:p>", b"</w:p>", b'"', b"\xff", b"&", b"w:", b"<w:t/>"]
        )
        changed = zipped({**whole, member: bytes(data)})
        try:
            document = formats.from_bytes(Path("a.docx"), changed)
        except StoreError:
            continue
        formats.write(tmp_path / "a.docx", document, [])
        assert (tmp_path / "a.docx").read_bytes() == changed


def test_too_many_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_tree, "MOST_ELEMENTS", 100)
    with pytest.raises(StoreError, match="too large"):
        formats.from_bytes(Path("a.docx"), docx(p(r("x")) * 100))


def test_a_number_of_blanks_is_bounded() -> None:
    document = formats.from_bytes(Path("a.odt"), odt(odt_p('a<text:s text:c="999999999"/>b')))
    assert len(document.text) < 2000


def test_a_size_that_lies_is_found_out() -> None:
    data = bytearray(WORD)
    at = data.index(b"word/document.xml", data.index(b"PK\x01\x02")) - 46
    struct.pack_into("<L", data, at + 24, 10)
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        assert any(info.file_size == 10 for info in archive.infolist())
    with pytest.raises(StoreError):
        formats.from_bytes(Path("a.docx"), bytes(data))


def test_nothing_is_unpacked_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = with_member(WORD, "../../evil.xml", b"x")
    document = formats.from_bytes(Path("a.docx"), data)
    formats.write(tmp_path / "a.docx", document, [Edit(Span(0, 5), "breast")])
    assert unzipped((tmp_path / "a.docx").read_bytes())["../../evil.xml"] == b"x"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a.docx"]


@pytest.mark.parametrize("empty", ["<w:p/>", "<w:p></w:p>", "<w:p><w:r/></w:p>"])
def test_a_small_file_of_a_million_empty_paragraphs_is_refused(empty: str) -> None:
    with pytest.raises(StoreError, match="unpacks to far more than its size"):
        formats.from_bytes(Path("a.docx"), docx(empty * 1_000_000))
    with pytest.raises(StoreError, match="unpacks to far more than its size"):
        formats.from_bytes(Path("a.odt"), odt(empty.replace("w:", "text:") * 1_000_000))
    assert formats.from_bytes(Path("a.docx"), docx(empty * 10_000)).text.strip("\n") == ""

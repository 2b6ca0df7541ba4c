"""Zip files as other programs write them, and XML in other spellings."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from docx_files import W, docx, p, part, r, unzipped, zipped

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit
from unspin_gui.store.formats.office.xml_tree import XmlSplice, parse

MEMBERS = unzipped(docx(p(r("bosom peril é"))))
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


class Stream(io.RawIOBase):
    """A file that cannot be rewound, so that sizes stand behind the data."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += bytes(memoryview(data))  # type: ignore[arg-type]
        return len(memoryview(data))  # type: ignore[arg-type]


def streamed() -> bytes:
    out = Stream()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in MEMBERS.items():
            archive.writestr(name, data)
    return bytes(out.data)


def with_wide_headers() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in MEMBERS.items():
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(data)
    return out.getvalue()


def in_other_order() -> bytes:
    return zipped(dict(reversed(MEMBERS.items())))


def packed_by(method: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in MEMBERS.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_wide_directory() -> bytes:
    """As a program writes that always tells sizes and places in Zip64 fields."""
    plain = packed_by(zipfile.ZIP_DEFLATED)
    end = len(plain) - 22
    count, _, start = struct.unpack_from("<HLL", plain, end + 10)
    entries, at = b"", start
    for _ in range(count):
        fields = list(struct.unpack_from("<4s6H3L5H2L", plain, at))
        name = plain[at + 46 : at + 46 + fields[10]]
        more = plain[at + 46 + fields[10] : at + 46 + sum(fields[10:13])]
        wide = struct.pack("<2H3Q", 1, 24, fields[9], fields[8], fields[16])
        at += 46 + sum(fields[10:13])
        fields[8] = fields[9] = fields[16] = 0xFFFFFFFF
        fields[11] += len(wide)
        entries += struct.pack("<4s6H3L5H2L", *fields) + name + wide + more
    told = struct.pack(
        "<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, len(entries), start
    )
    where = struct.pack("<4sLQL", b"PK\x06\x07", 0, start + len(entries), 1)
    last = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, *(0xFFFF,) * 2, *(0xFFFFFFFF,) * 2, 0)
    return plain[:start] + entries + told + where + last


def corrected(data: bytes, folder: Path, *, tracked: bool = False) -> bytes:
    document = formats.from_bytes(Path("a.docx"), data)
    assert document.text == "bosom peril é"
    edits = [Edit(Span(0, 5), "brëast")]
    again = formats.write(folder / "o.docx", document, edits, tracked=tracked)
    assert again.text == "brëast peril é"
    return (folder / "o.docx").read_bytes()


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize(
    "data",
    [
        streamed(),
        with_wide_headers(),
        in_other_order(),
        zipped(MEMBERS) + b"\n",
        zipped(MEMBERS) + b"\0" * 700,
        streamed() + b"PK more",
        packed_by(zipfile.ZIP_STORED),
        packed_by(zipfile.ZIP_BZIP2),
        packed_by(zipfile.ZIP_LZMA),
        with_wide_directory(),
        with_wide_directory() + b"\r\n",
    ],
)
def test_archives_of_other_programs(data: bytes, tmp_path: Path, *, tracked: bool) -> None:
    after = corrected(data, tmp_path, tracked=tracked)
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        assert archive.testzip() is None
    old, new = unzipped(data), unzipped(after)
    assert list(old) == list(new)
    assert {name for name in old if old[name] != new[name]} == {"word/document.xml"}


def body(codec: str, mark: bytes = b"", prefix: str = "w", space: str = W) -> bytes:
    xml = part("document", f"<w:body>{p(r('bosom peril é'))}</w:body>").decode()
    xml = xml.replace('encoding="UTF-8"', f'encoding="{codec}"').replace(W, space)
    xml = xml.replace("<w:", f"<{prefix}:").replace("</w:", f"</{prefix}:")
    return mark + xml.replace("xmlns:w=", f"xmlns:{prefix}=").encode(codec)


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize(
    "content",
    [
        body("utf-16-le", b"\xff\xfe"),
        body("utf-16-be", b"\xfe\xff"),
        body("utf-8", b"\xef\xbb\xbf"),
        body("iso-8859-1"),
        body("utf-8", prefix="ns0"),
        body("utf-8", space=STRICT),
    ],
)
def test_xml_in_other_spellings(content: bytes, tmp_path: Path, *, tracked: bool) -> None:
    data = zipped({**MEMBERS, "word/document.xml": content})
    after = unzipped(corrected(data, tmp_path, tracked=tracked))["word/document.xml"]
    assert after[:40] == content[:40]


@pytest.mark.parametrize("tracked", [False, True])
def test_without_a_prefix(tmp_path: Path, *, tracked: bool) -> None:
    content = body("utf-8").replace(b"<w:", b"<").replace(b"</w:", b"</")
    content = content.replace(b"xmlns:w=", b"xmlns=")
    data = zipped({**MEMBERS, "word/document.xml": content})
    after = unzipped(corrected(data, tmp_path, tracked=tracked))["word/document.xml"]
    assert (b"<del w:id=" in after) is tracked
    assert (b"xmlns:w=" in after) is tracked
    assert b"<t>" in after or b"<t " in after


def test_no_archive_has_more_parts_than_can_be_written() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(65_001):
            archive.writestr(str(number), b"")
    with pytest.raises(StoreError, match="too many parts"):
        formats.from_bytes(Path("a.docx"), out.getvalue())


W2, OTHER, KEEP = f'xmlns:k="{W}"', 'xmlns:w="urn:other"', ' xml:space="preserve"'
PREFIXES = {
    "two on the root": (
        W2,
        f"<k:p><w:r><k:t>bosom peril</k:t></w:r><k:r><w:t{KEEP}> é</w:t></k:r></k:p>",
    ),
    "one further down": (
        "",
        f"<k:p {W2}><k:r><k:t>bosom</k:t></k:r><w:r><w:t{KEEP}> peril é</w:t></w:r></k:p>",
    ),
    "one that is hidden": (W2, f"<k:p {OTHER}><w:x/><k:r><k:t>bosom peril é</k:t></k:r></k:p>"),
    "none further down": (
        "",
        f'<p xmlns="{W}"><r><t>bosom peril</t></r><w:r><t{KEEP}> é</t></w:r></p>',
    ),
}


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize("case", PREFIXES)
def test_several_prefixes_for_one_name_space(tmp_path: Path, case: str, *, tracked: bool) -> None:
    more, inside = PREFIXES[case]
    content = part("document", f"<w:body>{inside}</w:body>").decode()
    content = content.replace(f'xmlns:w="{W}"', f'xmlns:w="{W}" {more}', 1)
    data = zipped({**MEMBERS, "word/document.xml": content.encode()})
    document = formats.from_bytes(Path("a.docx"), data)
    edits = [Edit(Span(0, 5), "brëast\ttwo\nlines", "why")]
    again = formats.write(tmp_path / "o.docx", document, edits, tracked=tracked, comments=tracked)
    assert again.text == "brëast\ttwo\nlines peril é"
    assert formats.read(tmp_path / "o.docx").text == again.text


def test_each_element_knows_its_place() -> None:
    source = (
        b"<?xml version='1.0'?>\n<!-- c --><a x='1'> t&amp;u<b/>v<![CDATA[<w>]]> <?p i?>y</a>\n"
    )
    xml = parse("x", source, {})
    root = xml.root
    assert xml.raw(root.start, root.end) == source[source.index(b"<a") : -1]
    chunks = [child for child in root.children if not hasattr(child, "tag")]
    assert [xml.raw(chunk.start, chunk.end) for chunk in chunks] == [
        b" t&amp;u", b"v<![CDATA[<w>]]> ", b"y",
    ]  # fmt: skip
    empty = root.nodes[0]
    assert empty.is_empty_tag
    assert xml.raw(empty.start, empty.end) == b"<b/>"
    assert xml.spliced([XmlSplice(empty.start, empty.end, b"")]) == source.replace(b"<b/>", b"")

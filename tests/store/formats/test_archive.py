"""Zip files as other programs write them, and XML in other spellings."""

import io
import zipfile
from pathlib import Path

import pytest
from docx_files import W, docx, p, part, r, unzipped, zipped

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit
from unspin_gui.store.formats.office.xml_tree import Splice, parse

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


def corrected(data: bytes, folder: Path, *, tracked: bool = False) -> bytes:
    document = formats.from_bytes(Path("a.docx"), data)
    assert document.text == "bosom peril é"
    edits = [Edit(Span(0, 5), "brëast")]
    again = formats.write(folder / "o.docx", document, edits, tracked=tracked)
    assert again.text == "brëast peril é"
    return (folder / "o.docx").read_bytes()


@pytest.mark.parametrize("data", [streamed(), with_wide_headers(), in_other_order()])
def test_archives_of_other_programs(data: bytes, tmp_path: Path) -> None:
    after = corrected(data, tmp_path)
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


def test_without_a_prefix_only_plain_corrections(tmp_path: Path) -> None:
    content = body("utf-8").replace(b"<w:", b"<").replace(b"</w:", b"</")
    content = content.replace(b"xmlns:w=", b"xmlns=")
    data = zipped({**MEMBERS, "word/document.xml": content})
    assert b"<t>" in unzipped(corrected(data, tmp_path))["word/document.xml"]
    with pytest.raises(StoreError, match="tracked"):
        corrected(data, tmp_path, tracked=True)


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
    assert xml.spliced([Splice(empty.start, empty.end, b"")]) == source.replace(b"<b/>", b"")

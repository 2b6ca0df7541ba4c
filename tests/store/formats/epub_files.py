"""Small EPUB books, made here."""

import io
import zipfile

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""
_OPF = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:x:1</dc:identifier>
<dc:title>Bosom peril</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata>
<manifest>{items}
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="book.css" media-type="text/css"/></manifest>
<spine>{spine}</spine></package>"""
_NAV = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head>
<title>Bosom</title></head><body><nav epub:type="toc"><ol>
<li><a href="{first}">Bosom</a></li></ol></nav></body></html>"""


def chapter(body: str, head: str = "") -> str:
    """A chapter."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Book</title>'
        f"{head}</head>\n<body>{body}</body></html>\n"
    )


def members(chapters: dict[str, str | bytes], spine: list[str] | None = None) -> dict[str, bytes]:
    """The members of a book with these chapters by file name, read in the order of `spine`."""
    order = list(chapters) if spine is None else spine
    items = "".join(
        f'<item id="i{n}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    refs = "".join(f'<itemref idref="i{list(chapters).index(name)}"/>' for name in order)
    first = order[0].replace(" ", "%20") if order else ""
    found = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": CONTAINER.encode(),
        "OEBPS/book.opf": _OPF.format(items=items, spine=refs).encode(),
        "OEBPS/nav.xhtml": _NAV.format(first=first).encode(),
        "OEBPS/book.css": b"p { color: black }",
    }
    for name, text in chapters.items():
        found[f"OEBPS/{name}"] = text.encode() if isinstance(text, str) else text
    return found


def epub(chapters: dict[str, str | bytes], spine: list[str] | None = None) -> bytes:
    """A book."""
    return packed(members(chapters, spine))


def packed(parts: dict[str, bytes]) -> bytes:
    """An archive whose first member is not compressed, as the format demands."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for n, (name, data) in enumerate(parts.items()):
            archive.writestr(name, data, zipfile.ZIP_DEFLATED if n else zipfile.ZIP_STORED)
    return out.getvalue()

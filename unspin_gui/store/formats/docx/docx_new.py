"""A new Word document with a text in it, for texts that come from other formats."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO
from typing import NamedTuple

from unspin_gui.store.formats.docx.docx_package import WORD
from unspin_gui.store.formats.opened import BREAK

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = "application/vnd.openxmlformats-package.relationships+xml"
_PIECE = re.compile(rf"\t|{BREAK}|[^\t{BREAK}]+")
_WIDTH = 9000
"""The width of a table, in twentieths of a point: that of the text on an A4 or Letter page."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udfff]")
_MARKS = {"\t": "<w:tab/>", BREAK: "<w:br/>"}
_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" '
    'w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="264" w:lineRule="auto"/></w:pPr>'
    '</w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style>'
)


class Table(NamedTuple):
    """Rows of cells, the first of which is the heading, and each column's share of the width."""

    rows: Sequence[Sequence[str]]
    shares: Sequence[float]


def without_forbidden(text: str) -> str:
    """Return the text, at the same length, with a space for every character that XML forbids."""
    return _FORBIDDEN.sub(" ", text)


def new_docx(text: str, table: Table | None = None) -> bytes:
    """Return a Word document that shows `text`, without characters that XML forbids.

    The table comes below it.
    """
    return _zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="{_RELATED}"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>',
            "_rels/.rels": _relation("officeDocument", "word/document.xml"),
            "word/_rels/document.xml.rels": _relation("styles", "styles.xml"),
            "word/styles.xml": f'<w:styles xmlns:w="{WORD}">{_STYLES}</w:styles>',
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>'
            f"{''.join((*_paragraphs(text), *_table(table)))}<w:sectPr/></w:body></w:document>",
        }
    )


def _paragraphs(text: str) -> Iterator[str]:
    for line in _FORBIDDEN.sub("", text).split("\n"):
        runs = "".join(map(_run, _PIECE.findall(line)))
        yield f"<w:p>{runs}</w:p>"


def _table(table: Table | None) -> Iterator[str]:
    if table is None:
        return
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="A0A0A0"/>' for side in sides)
    whole = sum(table.shares)
    widths = [round(_WIDTH * share / whole) for share in table.shares]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{lines}'
    yield f"</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    for number, row in enumerate(table.rows):
        head = "" if number else "<w:trPr><w:tblHeader/></w:trPr>"
        cells = "".join(map(_cell, row, widths))
        yield f"<w:tr>{head}{cells}</w:tr>"
    yield "</w:tbl><w:p/>"  # a table may not be the last thing in a document


def _cell(text: str, width: int) -> str:
    size = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{size}{''.join(_paragraphs(text))}</w:tc>"


def _run(piece: str) -> str:
    content = _MARKS.get(piece) or f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>'
    return f"<w:r>{content}</w:r>"


def _relation(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def _zipped(parts: dict[str, str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            info = zipfile.ZipInfo(name)  # dated 1980, so that the same text gives the same file
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, f"{_HEAD}{xml}".encode())
    return out.getvalue()

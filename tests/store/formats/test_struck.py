"""What its author has struck out is not judged, in whatever format; all beside it is."""

from pathlib import Path

import pytest
from docx_files import docx, p, r, unzipped, zipped
from odt_files import SPACES, STYLES, odt

from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit

_STRIKE = "<w:rPr><w:strike/></w:rPr>"
_WORD = (
    f'<w:style w:type="character" w:styleId="C">{_STRIKE}</w:style>'
    '<w:style w:type="character" w:styleId="D"><w:basedOn w:val="C"/></w:style>'
    '<w:style w:type="character" w:styleId="E"><w:basedOn w:val="C"/><w:rPr>'
    '<w:strike w:val="0"/></w:rPr></w:style>'
    f'<w:style w:type="paragraph" w:styleId="P">{_STRIKE}</w:style>'
)
_OF_P = '<w:pPr><w:pStyle w:val="P"/></w:pPr>'
_ODF = "".join(
    f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}">'
    f"<style:text-properties {said}/></style:style>"
    for name, family, parent, said in (
        ("S", "text", "", 'style:text-line-through-style="solid"'),
        ("T", "text", "", 'style:text-line-through-type="double"'),
        ("U", "text", "S", ""),
        ("V", "text", "S", 'style:text-line-through-style="none"'),
        ("P", "paragraph", "", 'style:text-line-through-style="solid"'),
    )
)


def _docx(properties: str, of_paragraph: str = "") -> bytes:
    runs = r("A "), r("bosom peril", properties), r(" and more.")
    if of_paragraph:
        runs = r("A ", '<w:strike w:val="0"/>'), r("bosom peril", properties), r(" and more.")
    return docx(p(*runs, properties=of_paragraph), {"styles": _WORD})


def _body(style: str) -> str:
    return (
        f'<text:p>A <text:span text:style-name="{style}">bosom peril</text:span> and more.</text:p>'
    )


def _odt(body: str) -> bytes:
    parts = unzipped(odt(body))
    parts["content.xml"] = parts["content.xml"].replace(STYLES.encode(), (STYLES + _ODF).encode())
    return zipped(parts)


def _flat(body: str) -> bytes:
    return (
        f"<office:document {SPACES}><office:automatic-styles>{_ODF}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def _xml(name: str, root: str, more: str = "") -> bytes:
    return f"<{root}{more}><p>A <{name}>bosom peril</{name}> and more.</p></{root}>".encode()


STRUCK = {
    "own.docx": _docx("<w:strike/>"),
    "double.docx": _docx("<w:dstrike/>"),
    "style.docx": _docx('<w:rStyle w:val="C"/>'),
    "based.docx": _docx('<w:rStyle w:val="D"/>'),
    "solid.odt": _odt(_body("S")),
    "type.odt": _odt(_body("T")),
    "based.odt": _odt(_body("U")),
    "solid.fodt": _flat(_body("S")),
    "based.fodt": _flat(_body("U")),
    "jats.xml": _xml("strike", "article", ' article-type="x"'),
    "tei.xml": _xml("del", "TEI"),
    "any.xml": _xml("strike", "x"),
    "book.fb2": _xml("strikethrough", "FictionBook"),
    "topic.dita": _xml("line-through", "topic"),
    "a.html": b"<p>A <s>bosom peril</s> and more.",
    "style.html": b"<p>A <i style='text-decoration: Line-Through red'>bosom peril</i> and more.",
    "line.html": b"<p>A <b style='text-decoration-line:line-through'><b>bosom</b> peril</b>"
    b" and more.",
    "a.md": b"A ~~bosom peril~~ and more.",
    "b.md": b"A <del>bosom peril</del> and more.",
    "a.tex": b"A \\sout{bosom peril} and more.",
}
NOT_STRUCK = {
    "sentence.xml": _xml("s", "x"),  # as corpora have it
    "sentence-tei.xml": _xml("s", "TEI"),
    "off.docx": _docx('<w:strike w:val="0"/>'),
    "off-style.docx": _docx('<w:rStyle w:val="E"/>'),
    "both.docx": _docx('<w:rStyle w:val="C"/>', _OF_P),
    "then-none.html": b"<i style='text-decoration:line-through;text-decoration:none'>A bosom peril",
    "before.html": b"<p style='text-decoration: line-through'>Gone<p>A bosom peril",
    "picture.html": b"<p><img style='text-decoration: line-through'>A bosom peril",
    "none.odt": _odt(_body("V")),
    "of-another-family.odt": _odt(_body("P")),
    "none.fodt": _flat(_body("V")),
}


def _judged(name: str, data: bytes) -> str:
    opened = formats.from_bytes(Path(name), data)
    gone = {place for span in opened.skip for place in range(*span)}
    return "".join(sign for place, sign in enumerate(opened.text) if place not in gone)


@pytest.mark.parametrize("name", STRUCK)
def test_what_is_struck_out_is_not_judged(name: str) -> None:
    assert _judged(name, STRUCK[name]).split()[-3:] == ["A", "and", "more."]


@pytest.mark.parametrize("name", NOT_STRUCK)
def test_what_is_not_struck_out_after_all_is_judged(name: str) -> None:
    assert "A bosom peril" in _judged(name, NOT_STRUCK[name])


@pytest.mark.parametrize("name", STRUCK)
def test_it_stays_when_words_beside_it_change(name: str, tmp_path: Path) -> None:
    opened = formats.from_bytes(Path(name), STRUCK[name])
    start = opened.text.index("more")
    saved = formats.write(tmp_path / name, opened, [Edit(Span(start, start + 4), "less")])
    assert saved.text == opened.text.replace("more", "less")
    assert _judged(name, (tmp_path / name).read_bytes()) == _judged(name, STRUCK[name]).replace(
        "more", "less"
    )

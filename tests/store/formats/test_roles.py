"""Every reader says which paragraphs are headings, items of lists and cells of tables."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from unspin_gui.application.sentence_preview import in_sentence
from unspin_gui.core.document.decision import Decision
from unspin_gui.core.document.document import Document
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
EXPECTED = [
    ("The title", "heading", 1),
    ("A plain paragraph", "text", 1),
    ("A section", "heading", 2),
    ("first item", "item", 1),
    ("nested item", "item", 2),
    ("left cell", "cell", 1),
    ("right cell", "cell", 1),
    ("Last words", "text", 1),
]
HTML = """<!DOCTYPE html><html><body><h1>The title</h1><p>A <b>plain</b> paragraph</p>
<h2>A section</h2><ul><li>first item<ul><li>nested item</li></ul></li></ul>
<table><tr><td>left cell</td><td>right cell</td></tr></table><p>Last words</p></body></html>"""
MARKDOWN = """# The title

A plain paragraph

A section
---------

- first item
    - nested item

| left cell | right cell |
|-----------|------------|
| one | two |

Last words
"""


def zipped(**members: str) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return data.getvalue()


def docx() -> bytes:
    def paragraph(text: str, properties: str = "") -> str:
        return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

    item = '<w:numPr><w:ilvl w:val="{0}"/><w:numId w:val="3"/></w:numPr>'
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("left cell", "right cell"))
    body = (
        paragraph("The title", '<w:pStyle w:val="berschrift1"/>')
        + paragraph("A plain paragraph")
        + paragraph("A section", '<w:outlineLvl w:val="1"/>')
        + paragraph("first item", item.format(0))
        + paragraph("nested item", item.format(1))
        + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
        + paragraph("Last words", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    return zipped(
        **{
            "[Content_Types].xml": f'<Types xmlns="{types}"/>',
            "_rels/.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="a" '
            f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="b" '
            f'Type="{R}/styles" Target="styles.xml"/></Relationships>',
            "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" '
            'w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>',
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        }
    )


def odt() -> bytes:
    def item(text: str, more: str = "") -> str:
        return f"<text:list-item><text:p>{text}</text:p>{more}</text:list-item>"

    nested = f"<text:list>{item('nested item')}</text:list>"
    cells = "".join(
        f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"
        for text in ("left cell", "right cell")
    )
    body = (
        '<text:h text:outline-level="1">The title</text:h><text:p>A plain paragraph</text:p>'
        '<text:h text:outline-level="2">A section</text:h>'
        f"<text:list>{item('first item', nested)}</text:list>"
        f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
        "<text:p>Last words</text:p>"
    )
    names = " ".join(f'xmlns:{n}="{ODF}{n}:1.0"' for n in ("office", "text", "table"))
    return zipped(
        mimetype="application/vnd.oasis.opendocument.text",
        **{
            "content.xml": f"<office:document-content {names}><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>"
        },
    )


@pytest.mark.parametrize(
    ("name", "data"), [("a.docx", docx()), ("a.odt", odt()), ("a.html", HTML.encode())]
)
def test_paragraphs_have_the_roles_of_their_elements(name: str, data: bytes) -> None:
    opened = formats.from_bytes(Path(name), data)
    lines = opened.text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:k]) for k in range(len(lines))]
    found = [(lines[starts.index(start)], kind, level) for start, kind, level in opened.roles]
    assert found == EXPECTED


def test_lines_of_markdown_have_the_roles_of_their_marks() -> None:
    opened = formats.from_bytes(Path("a.md"), MARKDOWN.encode())
    text = opened.text
    found = [
        (text[start : text.index("\n", start)], kind, level) for start, kind, level in opened.roles
    ]
    assert found == [
        ("# The title", "heading", 1),
        ("A section", "heading", 2),
        ("- first item", "item", 1),
        ("    - nested item", "item", 2),
        ("| left cell | right cell |", "cell", 1),
        ("| one | two |", "cell", 1),
    ]


def test_plain_text_has_none() -> None:
    assert formats.from_bytes(Path("a.txt"), b"A title\n\n- no item").roles == ()


@pytest.mark.parametrize(("name", "data"), [("a.docx", docx()), ("a.html", HTML.encode())])
def test_a_preview_ends_with_its_paragraph(name: str, data: bytes) -> None:
    opened = formats.from_bytes(Path(name), data)
    document = Document(opened.text, places=opened.places, roles=opened.roles)
    for phrase, sentence in (
        ("title", "The NEW"),
        ("plain", "A NEW paragraph"),
        ("nested", "NEW item"),
        ("left", "NEW cell"),
        ("Last", "NEW words"),
    ):
        start = opened.text.index(phrase)
        decision = Decision(Span(start, start + len(phrase)), "NEW", "accepted")
        assert in_sentence(document, decision).plain == sentence


def roles_of(source: str) -> list[tuple[str, int]]:
    return [
        (role.kind, role.level)
        for role in formats.from_bytes(Path("a.html"), source.encode()).roles
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<ul><li>a<li>b<ul><li>c<li>d</ul><li>e</ul><p>f", "item1 item1 item2 item2 item1 text1"),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "text1 item1 text1 item1"),
        ("<table><tr><td>a<td>b<tr><th>c</table><p>d", "cell1 cell1 cell1 text1"),
        ("<table><tr><td>a<ul><li>b</ul>c</table>", "cell1 item1 cell1"),
        ("<table><tr><td>a<table><tr><td>b</table><p>c</table>", "cell1 cell2 cell1"),
        ("<h1>a<h2>b</h2><p>c", "heading1 heading2 text1"),
        ("<li>a</li></ul></li><li>b", "item1 item1"),
    ],
)
def test_end_tags_may_be_left_out_of_a_page(source: str, expected: str) -> None:
    assert " ".join(f"{kind}{level}" for kind, level in roles_of(source)) == expected


@pytest.mark.parametrize(("name", "kind"), [("li", "item"), ("td", "cell"), ("dd", "item")])
def test_a_page_with_many_ends_left_out_is_read_in_linear_time(name: str, kind: str) -> None:
    assert roles_of(f"<{name}>x" * 60_000) == [(kind, 1)] * 60_000

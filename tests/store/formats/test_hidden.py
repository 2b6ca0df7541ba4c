"""What a document's own program hides at first is not shown or judged here, and that is told."""

from pathlib import Path

import pytest
from docx_files import docx, p, r, unzipped, zipped
from needs import needs
from odt_files import SPACES, STYLES, odt
from odt_files import p as odt_p

from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit

VANISH = "<w:vanish/>"
STYLED = (
    '<w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="D"><w:basedOn w:val="C"/></w:style>'
    '<w:style w:type="character" w:styleId="E"><w:basedOn w:val="C"/><w:rPr>'
    '<w:vanish w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>'
)
OF_P = '<w:pPr><w:pStyle w:val="P"/></w:pPr>'
CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
ROW = f"<w:tr><w:trPr><w:hidden/></w:trPr>{CELL.format('secret')}</w:tr>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TC x </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def word(*paragraphs: str) -> bytes:
    return docx("".join(paragraphs), {"styles": STYLED})


HIDING = (
    '<style:style style:name="H" style:family="text">'
    '<style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="H2" style:family="text" style:parent-style-name="H"/>'
    '<style:style style:name="HP" style:family="paragraph">'
    '<style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="HP2" style:family="paragraph" style:parent-style-name="HP"/>'
    '<style:style style:name="S" style:family="text" style:parent-style-name="H">'
    '<style:text-properties text:display="true"/></style:style>'
    '<style:style style:name="SP" style:family="paragraph" style:parent-style-name="HP">'
    '<style:text-properties text:display="true"/></style:style>'
)


def open_text(body: str, of_headers: str = "") -> bytes:
    parts = unzipped(odt(body))
    parts["content.xml"] = parts["content.xml"].replace(STYLES.encode(), (STYLES + HIDING).encode())
    parts["styles.xml"] = parts["styles.xml"].replace(
        b"<style:page-layout ", of_headers.encode() + b"<style:page-layout ", 1
    )
    return zipped(parts)


def flat(body: str) -> bytes:
    return (
        f'<?xml version="1.0"?><office:document {SPACES}><office:automatic-styles>{HIDING}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document>"
    ).encode()


def span(text: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def section(attributes: str) -> str:
    return f'<text:section text:name="s" {attributes}><text:p>secret</text:p></text:section>'


STYLED_SO = {
    "span": odt_p("One.", span("secret", "H")) + odt_p("Two."),
    "based": odt_p("One.", span("secret", "H2")) + odt_p("Two."),
    "within": odt_p("One.", span(f"secret {span('secret', 'B')}", "H")) + odt_p("Two."),
    "paragraph": odt_p("One.") + odt_p("secret", style="HP") + odt_p("Two."),
    "paragraph-based": odt_p("One.") + odt_p("secret", style="HP2") + odt_p("Two."),
    "shown-within": odt_p("secret", span("One.", "S"), style="HP") + odt_p("Two."),
}
ONE = "One.\nTwo."
DOCUMENTS = {
    "run.docx": word(p(r("One."), r(" secret", VANISH)), p(r("Two."))),
    "style.docx": word(p(r("One."), r("secret", '<w:rStyle w:val="C"/>')), p(r("Two."))),
    "based.docx": word(p(r("One."), r("secret", '<w:rStyle w:val="D"/>')), p(r("Two."))),
    "row.docx": word(p(r("One.")), f"<w:tbl>{ROW}</w:tbl>", p(r("Two."))),
    "mine.docx": word(p(r("One.")), p(r("Two."), r("secret", '<w:vanish w:val="1"/>'))),
    "section.odt": open_text(odt_p("One.") + section('text:display="none"') + odt_p("Two.")),
    "condition.odt": open_text(
        odt_p("One.")
        + section('text:display="condition" text:condition="x" text:is-hidden="true"')
        + odt_p("Two.")
    ),
    "field.odt": open_text(
        odt_p("One.", '<text:hidden-text text:is-hidden="true">secret</text:hidden-text>')
        + odt_p("Two.")
    ),
    "hidden.odt": open_text(
        odt_p("One.")
        + odt_p('<text:hidden-paragraph text:is-hidden="true"/>secret')
        + odt_p("Two.")
    ),
    **{f"{name}.odt": open_text(body) for name, body in STYLED_SO.items()},
    **{f"{name}.fodt": flat(body) for name, body in STYLED_SO.items()},
    "section.fodt": flat(odt_p("One.") + section('text:display="none"') + odt_p("Two.")),
    "a.html": b"<p>One.<span hidden>secret</span><p style='display: none'>secret<p>Two.",
    "b.html": b"<p>One.<div style='x:y; visibility:hidden'><p>secret</div><p>Two.",
}
RTF = {
    "a.rtf": rb"{\rtf1 One.{\v secret}\par Two.\par}",
    "b.rtf": rb"{\rtf1 One.\v secret\'e9\u233?\par secret\v0\par Two.\par}",
    "c.rtf": rb"{\rtf1 One.\v secret{\b secret}\plain\par Two.\par}",
    "d.rtf": rb"{\rtf1{\pict\bin9 \v0{\v0}}x}One.{\deleted secret}\par Two.}",
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_hidden_is_not_shown_and_told(name: str) -> None:
    opened = formats.from_bytes(Path(name), DOCUMENTS[name])
    assert "\n".join(filter(None, opened.text.split("\n"))) == ONE
    assert any("hidden" in told or "hides at first" in told for told in opened.notices)


@needs("rtf")
@pytest.mark.parametrize("name", RTF)
def test_so_it_is_in_rich_text(name: str) -> None:
    data = RTF[name].replace(b"x}One", b"}One")
    opened = formats.from_bytes(Path(name), data)
    assert opened.text == ONE
    assert any(told.endswith("(1).") for told in opened.notices)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", word(p(r("One.", '<w:vanish w:val="0"/>')), p(r("Two.", "<w:webHidden/>")))),
        ("b.docx", word(p(r("One.", '<w:rStyle w:val="E"/>')), p(r("Two.")))),
        ("c.docx", word(p(r("One.")), p(r("Two.", '<w:rStyle w:val="C"/>'), properties=OF_P))),
        ("d.odt", open_text(section('text:display="condition"').replace("secret", ONE[:4])
                            + odt_p("Two."))),
        ("e.odt", open_text(odt_p("One.") + odt_p("<text:hidden-paragraph/>Two."))),
        ("f.odt", open_text(odt_p(span("One.", "S")) + odt_p("Two."))),
        ("f.fodt", flat(odt_p(span("One.", "S")) + odt_p("Two."))),
        ("g.odt", open_text(odt_p("One.", style="SP") + odt_p("Two.", style="H"))),
        ("g.fodt", flat(odt_p("One.", style="SP") + odt_p("Two.", style="H"))),
        ("h.odt", open_text(odt_p("One.", style="P1") + odt_p(span("Two.", "HP")),
                            HIDING.replace('"HP"', '"P1"'))),
    ],
)  # fmt: skip
def test_what_is_not_hidden_after_all_is_shown(name: str, data: bytes) -> None:
    opened = formats.from_bytes(Path(name), data)
    assert opened.text.strip("\n") == ONE
    assert not opened.notices


def test_a_field_that_is_hidden_ends_where_it_ends() -> None:
    hidden = FIELD.replace("<w:r>", f"<w:r><w:rPr>{VANISH}</w:rPr>").format(r("secret", VANISH))
    assert (
        formats.from_bytes(Path("a.docx"), word(p(r("One"), hidden, r(" two.")))).text == "One two."
    )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_stays_when_words_beside_it_change(name: str, tmp_path: Path) -> None:
    opened = formats.from_bytes(Path(name), DOCUMENTS[name])
    edits = [Edit(Span(0, 3), "Uno")]
    written = formats.write(tmp_path / name, opened, edits)
    assert written.text == opened.text.replace("One", "Uno")
    assert any("hidden" in told or "hides at first" in told for told in written.notices)
    back = formats.write(tmp_path / name, written, [Edit(Span(0, 3), "One")])
    if formats.kind_of(Path(name), b"") not in {"docx", "odt"}:
        assert (tmp_path / name).read_bytes() == DOCUMENTS[name]
    assert back.text == opened.text

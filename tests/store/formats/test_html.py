"""Web pages: the text as shown, and nothing changed but what was corrected."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit, Opened
from unspin_gui.store.formats.edits import applied, ordered
from unspin_gui.store.formats.html.html_text import read_page
from unspin_gui.store.formats.html.html_tokens import tokens
from unspin_gui.store.formats.html.html_write import HtmlSplicer
from unspin_gui.store.formats.mapped.splicer import comparable

PAGE = """<!DOCTYPE html>
<html lang=en><head><meta charset="utf-8"><title>On profound learning</title>
<style>p { color: "red" }</style>
<script>if (a < b) document.write("<p>profound</p>");</script></head>
<body class='x > y'>
<!-- a <b>comment</b> -->
<h1>Profound  <em>learning</em></h1>
<p id="first">It is&nbsp;so: bosom
   peril &amp; <b>colossal</b> information.<br/>Next line</p>
<ul><li>one<li>two</ul>
<pre>  x = 1
  y = 2</pre>
<p>Use <code>print(x)</code> at https://example.org/bosom/peril today.
<img src=a.png alt="bosom peril"><svg><text>drawn</text></svg></p>
<table><tr><td>a</td><td>b</td></tr></table></body></html>
"""


def opened(source: str | bytes, name: str = "page.html") -> Opened:
    data = source.encode() if isinstance(source, str) else source
    return formats.from_bytes(Path(name), data)


def edit(text: str, old: str, new: str) -> Edit:
    start = text.index(old)
    return Edit(Span(start, start + len(old)), new)


def saved(document: Opened, folder: Path, *edits: Edit) -> bytes:
    target = folder / "out.html"
    formats.write(target, document, edits)
    return target.read_bytes()


def test_the_text_is_what_a_browser_shows() -> None:
    assert opened(PAGE).text.split("\n") == [
        "On profound learning",
        "Profound learning",
        "It is\u00a0so: bosom peril & colossal information.\u2028Next line",
        "one",
        "two",
        "  x = 1",
        "  y = 2",
        "Use print(x) at https://example.org/bosom/peril today.",
        "a",
        "b",
    ]


def test_code_is_not_judged() -> None:
    document = opened(PAGE)
    skipped = [document.text[span.start : span.end].strip("\n") for span in document.skip]
    assert [text for text in skipped if text] == [
        "  x = 1\n  y = 2",
        "print(x)",
    ]


@pytest.mark.parametrize("name", ["del", "s", "strike"])
def test_what_its_author_has_taken_back_is_not_judged(name: str) -> None:
    document = opened(f"<p>A <{name}>bosom peril</{name}> <ins>bosom peril</ins>")
    assert [document.text[slice(*span)] for span in document.skip] == ["bosom peril"]
    assert document.skip[0].start == 2


def test_what_is_not_shown_is_said() -> None:
    told = " ".join(opened(PAGE).notices)
    assert "pictures (1)" in told
    assert "Descriptions of pictures (1)" in told
    assert "drawings (1)" in told


def test_only_the_edited_words_change(tmp_path: Path) -> None:
    document = opened(PAGE)
    text = document.text
    data = saved(
        document,
        tmp_path,
        edit(text, "bosom peril & colossal information", "breast cancer & big data"),
        edit(text, "Profound learning", "Deep learning"),
    )
    wanted = PAGE.replace("bosom\n   peril &amp;", "breast\n   cancer &amp;")
    wanted = wanted.replace("<b>colossal</b> information", "<b>big</b> data")
    assert data.decode() == wanted.replace("<h1>Profound ", "<h1>Deep ")


def test_no_edit_no_change(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode()
    assert saved(opened(data), tmp_path) == data


def test_line_ends_and_mark_are_kept(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode()
    document = opened(data)
    out = saved(document, tmp_path, edit(document.text, "one", "three"))
    assert out == data.replace(b"<li>one", b"<li>three")


@pytest.mark.parametrize(("start", "end", "wanted"), [(1, 1, "≂x̸"), (0, 1, "x̸"), (1, 2, "≂x")])
def test_an_entity_of_two_characters_can_be_cut(
    start: int, end: int, wanted: str, tmp_path: Path
) -> None:
    document = opened("<p>&NotEqualTilde;</p>")
    data = saved(document, tmp_path, Edit(Span(start, end), "x"))
    assert data.decode() == f"<p>{wanted}</p>"


@pytest.mark.parametrize(
    ("meta", "codec"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=KOI8-R">', "koi8-r"),
        ("<meta charset=iso-8859-1>", "cp1252"),
    ],
)
def test_the_encoding_a_page_names_is_used(meta: str, codec: str, tmp_path: Path) -> None:
    letters = "“naïve”" if codec == "cp1252" else "мир"
    source = f"<html>{meta}<p>{letters} bosom peril</p></html>"
    document = opened(source.encode(codec))
    assert document.text == f"{letters} bosom peril"
    data = saved(document, tmp_path, edit(document.text, "bosom peril", "“breast” ☃"))
    assert "☃" in formats.from_bytes(Path("a.html"), data).text
    assert b"&#9731;" in data
    assert letters.encode(codec) in data


def test_another_encoding_is_named_in_the_page(tmp_path: Path) -> None:
    document = opened("<meta charset='iso-8859-1'><p>caf\xe9".encode("cp1252"))
    target = tmp_path / "out.html"
    formats.write(target, document, (), encoding="utf-8")
    assert target.read_bytes() == "<meta charset='utf-8'><p>café".encode()


def test_markup_in_a_correction_is_text(tmp_path: Path) -> None:
    document = opened("<p>a bold claim</p>")
    data = saved(document, tmp_path, edit(document.text, "bold", "<b>&amp;"))
    assert data == b"<p>a &lt;b&gt;&amp;amp; claim</p>"


def test_paragraphs_can_be_split_and_joined(tmp_path: Path) -> None:
    document = opened('<p class="c" id=i>One. Two.</p>\n <p>Three.</p>')
    data = saved(document, tmp_path, edit(document.text, "One. ", "One.\n"))
    assert data == b'<p class="c" id=i>One.</p>\n<p class="c">Two.</p>\n <p>Three.</p>'
    data = saved(document, tmp_path, edit(document.text, "\n", " "))
    assert data == b'<p class="c" id=i>One. Two. Three.</p>'


def test_what_cannot_be_joined_is_refused(tmp_path: Path) -> None:
    document = opened("<h1>One</h1><p>Two</p>")
    with pytest.raises(StoreError, match="joined"):
        saved(document, tmp_path, edit(document.text, "\n", " "))
    assert not list(tmp_path.glob("out*"))


def test_splitting_inside_a_table_cell_is_refused_before_writing(tmp_path: Path) -> None:
    document = opened("<table><td>One. Two.</table>")
    with pytest.raises(StoreError, match="split"):
        saved(document, tmp_path, edit(document.text, " Two", "\nTwo"))
    assert not list(tmp_path.glob("out*"))


def test_formatting_stays_with_its_word(tmp_path: Path) -> None:
    document = opened("<p>the <i>profound</i> <b>learning</b> of</p>")
    data = saved(document, tmp_path, edit(document.text, "profound learning", "deep education"))
    assert data == b"<p>the <i>deep</i> <b>education</b> of</p>"


@pytest.mark.parametrize(
    "source",
    ["<" * 50_000, "<a " * 50_000, "<!--" * 50_000, '<a b="' * 50_000, "<script>" * 20_000,
     "&" * 50_000, "<a b='>" * 50_000, "</" * 50_000, "<pre>" * 20_000 + "x", "&#x" * 30_000,
     "<svg>" * 30_000, "<p>" * 50_000, "= " * 40_000 + ">", "<!-" * 50_000 + ">",
     "<template>" + "<div></x>" * 60_000, "<img " + "a" * 60_000 + ">", "<ul><li>x" * 20_000],
    ids=lambda source: source[:8],
)  # fmt: skip
def test_hostile_pages_are_read_in_linear_time(source: str) -> None:
    assert "".join(source[t.start : t.end] for t in tokens(source)) == source
    read_page(source)


FRAGMENTS = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<br>", "word", "other", " ", "\n ", "&amp;", "&nbsp;",
     "&nosuch", "&#233;", "<i class='a>b'>", "</i>", "<td>", "<!-- c -->", "é", "😀", "<code>",
     "</code>", "<div>", "</div>", "<pre>", "</pre>", "<", "&", "\u2028", "<script>a<b</script>"]
)  # fmt: skip
WORDS = st.text(alphabet="ab <>&é😀", max_size=6)


@settings(max_examples=300, deadline=None)
@given(st.lists(FRAGMENTS, max_size=30).map("".join), st.data())
def test_edited_text_comes_back(source: str, data: st.DataObject) -> None:
    page = read_page(source)
    joined = [i for i, c in enumerate(page.text) if c == "\n"]
    edits: list[Edit] = []
    at = 0
    while at < len(page.text) and len(edits) < 4:
        start = data.draw(st.integers(at, len(page.text)))
        end = data.draw(st.integers(start, min(len(page.text), start + 8)))
        end = min([end, *(place for place in joined if place >= start)])
        edits.append(Edit(Span(start, end), data.draw(WORDS)))
        at = end + 1
    made = ordered(page.text, edits)
    result = read_page(HtmlSplicer("x", page).spliced(made)).text
    assert comparable(result) == comparable(applied(page.text, made))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>a</p><p hidden>x</p><p>b</p>", "a\nb"),
        ("<p>a<p hidden>x<p>b", "a\nb"),
        ("<ul><li>a<li hidden>x <b>y</b><li>b</ul>c", "a\nb\nc"),
        ("<ul><li>a<li hidden>x</ul>c", "a\nc"),
        ("<div hidden><div>x</div>y</div>b", "b"),
        ("<div HIDDEN='until-found'>x</div>b", "b"),
        ("<div title='hidden'>a</div>", "a"),
        ("<div data-hidden=1 class=hidden>a</div>", "a"),
        ("a<img hidden>b<br hidden>c", "ab\u2028c"),
        ("a <span style='color:red; display : none'>x</span>b", "a b"),
        ("a <span style='visibility:hidden'>x</span>b", "a b"),
        ("a <span style='display:inline'>b</span>", "a b"),
        ("a <span style='display:none;display:block'>b</span>", "a b"),
        ("a <span style='display:block;DISPLAY:none'>x</span>b", "a b"),
        ("a <span style='display:none!important;display:block'>x</span>b", "a b"),
        ("a <span style='display:none!important;display:block ! important'>b</span>", "a b"),
        ("a <span style='display:none;display:nonsense'>x</span>b", "a b"),
        ("a <span style='display:none;display:-webkit-box'>b</span>", "a b"),
        ("a <span style='visibility:hidden;visibility:visible'>b</span>", "a b"),
        ("a <span style='/* display:none */'>b</span>", "a b"),
        ("a <span style='display:/**/none'>x</span>b", "a b"),
        ("a <span style='x:\";display:none;\"'>b</span>", "a b"),
        ("a <span style='x:url(;display:none'>b</span>", "a b"),
        ("a <span style='display&#58;none'>x</span>b", "a b"),
        ("a <span style='--display:none'>b</span>", "a b"),
        ("a <span hidden style='display:inline'>b</span>", "a b"),
        ("a <span hidden style='display:revert'>x</span>b", "a b"),
        ("a <span hidden style='color:red'>x</span>b", "a b"),
        ("a <span hidden='until-found' style='display:inline'>x</span>b", "a b"),
        ("<dialog style='display:block'>a</dialog>b", "a\nb"),
        ("<details><summary>a</summary>x<details open>y</details></details>b", "a\nb"),
        ("<details open><summary>a</summary>b</details>c", "a\nb\nc"),
        ("<details>x<p>y</p></details>b", "b"),
        ("<dialog>x</dialog><dialog open>a</dialog>", "a"),
        ("a <meter value=1>x</meter><progress>y</progress>b", "a b"),
        ("<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby> c", "a c"),
        ("<ruby><rb>a</rb><rt>b</rt></ruby> <ruby>c<rp>(<rt>d<rp>)</ruby> e", "a c e"),
    ],
)
def test_what_a_browser_does_not_show_is_not_shown(source: str, text: str) -> None:
    assert opened(source).text == text


@pytest.mark.parametrize("name", ["del", "s", "strike", "code", "tt", "pre"])
@pytest.mark.parametrize(
    ("start", "end"),
    [("<p>", "</p><p>"), ("<p>", "<p>"), ("<ul><li>", "<li>"), ("<div>", "</div>"), ("", "<p>")],
)
def test_what_is_not_closed_is_unjudged_to_the_end_of_its_block(
    name: str, start: str, end: str
) -> None:
    file = opened(f"{start}A <{name}>gone{end}bosom peril <{name}>back</{name}> here")
    unjudged = [file.text[slice(*span)].strip() for span in file.skip]
    assert unjudged == ["gone", "back"]


def test_what_is_closed_may_hold_paragraphs() -> None:
    file = opened("<del><p>one<p>two</del><p>three")
    assert [file.text[slice(*span)].split() for span in file.skip] == [["one", "two"]]


XHTML = (
    '<?xml version="1.0"?><!DOCTYPE html [<!-- it\'s > --><!ENTITY peril "bosom peril">'
    '<!ENTITY shy "a &#38; b"><!ENTITY tagged "a <b>c</b>">]>\n'
    '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>One {}.</p><p>Two.</p></body></html>'
)


@pytest.mark.parametrize(
    ("inside", "shown", "skipped"),
    [
        ("&peril;", "bosom peril", ""),
        ("&eacute;t&#233;", "été", ""),
        ("&unknown;", "&unknown;", "&unknown;"),
        ("&tagged;", "&tagged;", "&tagged;"),
        ("<![CDATA[bosom > peril & &eacute;]]>", "bosom > peril & &eacute;", ""),
        ("<![CDATA[<b>bosom</b>]]>", "<b>bosom</b>", ""),
        ("<code><![CDATA[x]]></code>", "x", "x"),
        ("<?php a > b ?>bosom", "bosom", ""),
    ],
)
def test_entities_and_sections_of_xhtml_are_read_as_xml(
    inside: str, shown: str, skipped: str, tmp_path: Path
) -> None:
    source = XHTML.format(inside)
    file = formats.from_bytes(Path("a.xhtml"), source.encode())
    assert file.text == f"One {shown}.\nTwo."
    assert "".join(file.text[slice(*span)] for span in file.skip).strip("\n") == skipped
    start = file.text.index("Two")
    formats.write(tmp_path / "a.xhtml", file, [Edit(Span(start, start + 3), "Three")])
    assert (tmp_path / "a.xhtml").read_bytes() == source.replace("Two", "Three").encode()


def test_words_in_a_section_of_xhtml_are_written_as_they_are(tmp_path: Path) -> None:
    source = XHTML.format("<![CDATA[bosom > peril]]>")
    file = formats.from_bytes(Path("a.xhtml"), source.encode())
    start = file.text.index("peril")
    formats.write(tmp_path / "a.xhtml", file, [Edit(Span(start, start + 5), "<corset> & ]]>")])
    written = (tmp_path / "a.xhtml").read_text(encoding="utf-8")
    assert "<![CDATA[bosom > <corset> & ]]]><![CDATA[]]]><![CDATA[>]]>" in written
    assert formats.read(tmp_path / "a.xhtml").text == "One bosom > <corset> & ]]>.\nTwo."


@pytest.mark.parametrize("entity", ["&unknown;", "&Unknown1;"])
def test_an_entity_that_html_does_not_know_is_no_word(entity: str) -> None:
    file = opened(f"<p>One {entity} two &copy; AT&T.")
    assert file.text == f"One {entity} two © AT&T."
    assert [file.text[slice(*span)] for span in file.skip] == [entity]

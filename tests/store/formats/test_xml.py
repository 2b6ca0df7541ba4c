"""XML documents of many kinds: their prose is shown, and only corrected words change."""

import re
from pathlib import Path
from xml.parsers import expat

import pytest
from differing import differing
from hypothesis import given, settings
from hypothesis import strategies as st
from xml_documents import edited, opened

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit, MarkupError
from unspin_gui.store.formats.edits import applied

JATS = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.2//EN" "JATS-archivearticle1.dtd" [
<!ENTITY lab "the <i>Lab</i>">
<!ENTITY deep "profound learning"> <!-- it's ">" -->
]>
<article xmlns:mml="http://www.w3.org/1998/Math/MathML" article-type="research">
<front><journal-meta><journal-title>Bosom Journal</journal-title></journal-meta>
<article-meta><title-group><article-title>On <italic>bosom</italic> peril</article-title>
</title-group><contrib-group><contrib><surname>Bosom</surname></contrib></contrib-group>
<abstract><p>We use counterfeit
   consciousness &amp; &deep; at &lab;.</p></abstract></article-meta></front>
<body><sec id="bosom"><title>Intro</title><p>A bosom<xref ref-type="bibr">[1]</xref> peril where
<inline-formula><mml:math><mml:mi>bosom</mml:mi></mml:math></inline-formula> is<fn><p>A note.</p>
</fn> small<sup>2</sup>.<list><list-item><p>One</p></list-item></list></p>
<disp-formula><tex-math><![CDATA[bosom < x]]></tex-math></disp-formula>
<p>In <![CDATA[a <bosom> & peril]]> it ends.</p><p/></sec></body>
<back><ref-list><ref><mixed-citation>Bosom 2020</mixed-citation></ref></ref-list></back></article>
"""
SHOWN = [
    "On bosom peril",
    "We use counterfeit consciousness & profound learning at &lab;.",
    "Intro",
    "A bosom[1] peril where bosom is [A note.] small².",
    "One",
    "In a <bosom> & peril it ends.",
]


def test_metadata_references_and_formulas_are_left_out() -> None:
    file = opened(JATS)
    assert file.kind == "xml"
    assert file.text.split("\n") == SHOWN
    notice = " ".join(file.notices)
    assert all(f"{what} (1)" in notice for what in ("formulas", "reference lists", "metadata"))


def test_roles_of_paragraphs_are_known() -> None:
    file = opened(JATS)
    roles = {file.text[role.start :].split("\n")[0][:5]: role for role in file.roles}
    assert (roles["On bo"].kind, roles["Intro"].kind, roles["Intro"].level) == (
        "heading",
        "heading",
        1,
    )
    assert (roles["One"].kind, roles["We us"].kind) == ("item", "text")
    assert len(file.roles) == len(SHOWN)


def test_citations_and_entities_with_tags_are_not_judged() -> None:
    file = opened(JATS)
    skipped = {file.text[slice(*span)] for span in file.skip}
    assert {"[1]", "&lab;", " [", "]"} <= skipped
    assert {each for each in skipped if "bosom" in each} == {"bosom"}  # the formula


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        (
            "counterfeit consciousness",
            "artificial intelligence",
            "counterfeit\n   consciousness",
            "artificial\n   intelligence",
        ),
        ("bosom peril", "breast cancer", "bosom</italic> peril", "breast</italic> cancer"),
        ("profound learning", "deep learning", "&deep;", "deep learning"),
        ("a <bosom> & peril", "a <b> & c", "a <bosom> & peril", "a <b> & c"),
        ("& profound", "< profound", "&amp; &deep", "&lt; &deep"),
        ("One", "One ]]> & <b>", "<p>One<", "<p>One ]]&gt; &amp; &lt;b&gt;<"),
    ],
)
def test_only_the_words_change(old: str, new: str, before: str, after: str, tmp_path: Path) -> None:
    assert edited(opened(JATS), old, new, tmp_path) == JATS.replace(before, after, 1)


@pytest.mark.parametrize(
    ("entities", "text", "made"),
    [
        ("p=bosom peril", "a &p; b", "a breast cancer b"),
        ("p=the bosom peril of it", "a &p; b", "a the breast cancer of it b"),
        ("p=bosom", "a &p; peril b", "a breast cancer b"),
        ("p=bosom q=peril", "a &p; &q; b", "a breast cancer b"),
        ("p=a bosom", "&p;&#160;peril &p; x", "a breast cancer &p; x"),
    ],
)
def test_words_of_an_entity_are_changed_where_it_is_used(
    entities: str, text: str, made: str, tmp_path: Path
) -> None:
    subset = re.sub(r"(\w)=([^=]*?)(?=\s\w=|$)", r'<!ENTITY \1 "\2">', entities)
    source = f"<!DOCTYPE book [{subset}]><book><para>{{}}</para></book>"
    file = formats.from_bytes(Path("a.xml"), source.format(text).encode())
    found = re.search(r"bosom\speril", file.text)
    assert found
    edits = [Edit(Span(*found.span()), "breast cancer")]
    written = formats.write(tmp_path / "a.xml", file, edits)
    assert (tmp_path / "a.xml").read_text(encoding="utf-8") == source.format(made)
    assert written.text == applied(file.text, edits)


def test_the_end_of_a_cdata_section_stays_text(tmp_path: Path) -> None:
    result = edited(opened(JATS), "<bosom>", "]]>", tmp_path)
    assert opened(result).text.endswith("In a ]]> & peril it ends.")
    expat.ParserCreate().Parse(result, True)


def test_paragraphs_are_split_and_joined_where_the_format_can(tmp_path: Path) -> None:
    text = '<doc><p xml:id="x" n="1">One two.</p>\n<p>Three.</p></doc>'
    assert edited(opened(text), "One two", "One\ntwo", tmp_path) == text.replace(
        "One two", 'One</p>\n<p n="1">two'
    )
    assert edited(opened(text), ".\nThree", ". Three", tmp_path) == text.replace("</p>\n<p>", " ")
    file = opened("<doc><title>One</title><p>Two</p></doc>")
    with pytest.raises(StoreError, match="cannot be joined here"):
        formats.write(tmp_path / "c.xml", file, [Edit(Span(3, 4), " ")])
    with pytest.raises(StoreError, match="cannot be split"):
        formats.write(tmp_path / "c.xml", file, [Edit(Span(1, 1), "\n")])
    with pytest.raises(StoreError, match="line break"):
        formats.write(tmp_path / "c.xml", file, [Edit(Span(1, 1), "\u2028")])
    with pytest.raises(StoreError, match=r"U\+0007"):
        formats.write(tmp_path / "c.xml", file, [Edit(Span(1, 1), "\a")])
    assert not (tmp_path / "c.xml").exists()


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("<a><b></a>", "not well-formed.*line 1: mismatched tag"),
        ("<?xml version='1.0'?>\n<a>&x</a>", "not well-formed.*line 2: not well-formed"),
        ("", "not well-formed.*no element found"),
        ("<a>\0</a>", "NUL"),
        ("<xsl:stylesheet xmlns:xsl='x'>bosom</xsl:stylesheet>", "an XSLT program"),
        ("<xliff>bosom</xliff>", "a list of translations"),
    ],
)
def test_what_is_no_document_is_refused_in_a_sentence(source: str, said: str) -> None:
    with pytest.raises(StoreError, match=said) as caught:
        opened(source)
    assert "\n" not in str(caught.value)
    if isinstance(caught.value, MarkupError):
        assert formats.from_bytes(Path("a.xml"), source.encode(), as_text=True).text == source


def test_entities_may_be_defined_elsewhere() -> None:
    file = opened("<chapter>A&nbsp;bosom of &product; &#9;x</chapter>")
    assert file.text == "A\u00a0bosom of &product; \tx"
    assert [file.text[slice(*span)] for span in file.skip] == ["&product;"]


def test_entities_that_blow_up_are_never_expanded() -> None:
    laughs = '<!DOCTYPE d [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
    file = opened(f"{laughs}<d>bosom &c; &a; peril</d>")
    assert file.text == "bosom &c; haha peril"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "ascii"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_declared_encoding_and_line_ends_stay(encoding: str, end: str, tmp_path: Path) -> None:
    declared = {"utf-8-sig": "UTF-8", "latin-1": "ISO-8859-1", "ascii": "US-ASCII"}
    sign = "" if encoding == "ascii" else "é"
    text = (
        f'<?xml version="1.0" encoding="{declared.get(encoding, encoding.upper())}"?>\n'
        f"<doc>\n<p>A bosom{sign} of\nwar.</p>\n</doc>\n"
    ).replace("\n", end)
    path = tmp_path / "a.xml"
    path.write_bytes(text.encode(encoding))
    file = formats.read(path)
    assert file.text == f"A bosom{sign} of war."
    formats.write(tmp_path / "b.xml", file, [Edit(Span(2, 7), "breast – π")])
    result = (tmp_path / "b.xml").read_bytes()
    new = "breast – π" if encoding.startswith("utf") else "breast &#8211; &#960;"
    assert result.decode(encoding) == text.replace("bosom", new)
    assert formats.read(tmp_path / "b.xml").text == f"A breast – π{sign} of war."


def test_lines_of_the_source_are_places() -> None:
    file = opened(JATS)
    for phrase, line in (("On bosom", 8), ("consciousness", 11), ("Intro", 12), ("it ends", 16)):
        offset = file.text.index(phrase)
        last = max(place for place in file.places if place.start <= offset)
        assert (last.kind, last.number) == ("line", line)


WORDS = st.sampled_from(["bosom", "peril", "of", "a&amp;b", "&#233;", "<i>x</i>", "<b>", "\n", "é"])


@settings(max_examples=150, deadline=None)
@given(words=st.lists(WORDS, max_size=14), data=st.data())
def test_nothing_outside_an_edit_changes(
    words: list[str], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    body = " ".join("<b>q</b>" if word == "<b>" else word for word in words)
    source = f"<doc><p>start {body} <!-- bosom --> end</p>\n<p>&lt; <![CDATA[<z>]]></p></doc>"
    file = opened(source)
    found = list(re.finditer(r"\w+", file.text))
    word = data.draw(st.sampled_from(found))
    new = data.draw(st.sampled_from(["corset", "x & y", "a < b", "two words", "é"]))
    path = tmp_path_factory.getbasetemp() / "made.xml"
    formats.write(path, file, [Edit(Span(*word.span()), new)])
    after = path.read_text(encoding="utf-8")
    changed, _ = differing(source, after)
    assert len(changed) <= len(word[0]) + 5
    assert formats.read(path).text == file.text[: word.start()] + new + file.text[word.end() :]

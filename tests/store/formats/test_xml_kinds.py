"""What kind of XML a document is, and what its elements mean then."""

from pathlib import Path

import pytest
from xml_documents import edited, opened

from unspin_gui.core.errors import StoreError

VOCABULARIES = {
    "tei": (
        (
            '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><title>Bosom</title></teiHeader>'
            "<text><body><p>A <choice><sic>teh</sic><corr>the</corr></choice> bosom<note>So.</note>"
            " pe<lb break='no'/>ril<lb/>of <hi>war</hi>.</p><lg><l>One</l><l>Two</l></lg>"
            "<listBibl><bibl>Bosom</bibl></listBibl></body></text></TEI>"
        ),
        ["A the bosom [So.] peril of war.", "One", "Two"],
    ),
    "docbook": (
        (
            '<book xmlns="http://docbook.org/ns/docbook"><info><title>War</title><author>Bosom'
            "</author></info><para>Use <command>bosom</command> of"
            "<itemizedlist><listitem><para>One</para></listitem></itemizedlist> it.</para>"
            "<programlisting>bosom\n  peril</programlisting></book>"
        ),
        ["War", "Use bosom of", "One", "it.", "bosom", "  peril"],
    ),
    "flat odt": (
        (
            '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:text="t"><office:meta>bosom</office:meta><office:styles>b</office:styles>'
            "<office:body><text:p>A<text:s/>bosom<text:line-break/><text:span>peril</text:span>"
            "</text:p><text:h>Head</text:h></office:body></office:document>"
        ),
        ["A bosom\u2028peril", "Head"],
    ),
    "svg": (
        (
            '<svg xmlns="http://www.w3.org/2000/svg"><style>bosom</style><text>A <tspan>bosom'
            "</tspan></text><text>peril</text></svg>"
        ),
        ["A bosom", "peril"],
    ),
    "atom": (
        (
            '<feed xmlns="http://www.w3.org/2005/Atom"><title>Bosom</title><id>bosom</id><entry>'
            "<title>Peril</title><updated>now</updated><summary>Text</summary></entry></feed>"
        ),
        ["Bosom", "Peril", "Text"],
    ),
    "unknown": (
        (
            '<letter to="bosom"><greeting>Dear all</greeting><body>We <x>bosom</x> <y>peril</y>.'
            "</body><ps><x>One</x> <y>two</y></ps></letter>"
        ),
        ["Dear all", "We bosom peril.", "One two"],
    ),
}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_what_elements_mean_depends_on_the_kind_of_document(name: str, tmp_path: Path) -> None:
    source, lines = VOCABULARIES[name]
    file = opened(source, "a.txt")
    assert (file.kind, file.text.split("\n")) == ("xml", lines)
    assert edited(file, "eril" if "eril" in file.text else "One", "corset", tmp_path).count(
        "corset"
    )


@pytest.mark.parametrize("words", ["JATS", "NLM", "docbook", "www.tei-c.org", "article-type"])
def test_what_kind_of_document_it_is_does_not_depend_on_its_words(
    words: str, tmp_path: Path
) -> None:
    source = "<letter><!-- of {0} --><p>A <code>{0}</code> <xref>bosom</xref> {0}.</p></letter>"
    file = opened(source.format("peril"))
    other = opened(source.format(words))
    assert [other.text[slice(*span)] for span in other.skip] == [words]
    assert edited(file, "peril.", f"{words}.", tmp_path).count(words) == 1


OFFICE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.mark.parametrize(
    "space",
    [
        OFFICE,
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.microsoft.com/office/word/2003/wordml",
        "http://schemas.microsoft.com/office/2006/xmlPackage",
        "urn:schemas-microsoft-com:office:spreadsheet",
    ],
)
@pytest.mark.parametrize("prefix", ["w", ""])
def test_xml_of_office_programs_is_not_taken_for_text(space: str, prefix: str) -> None:
    name, declared = (f"{prefix}:doc", f"xmlns:{prefix}") if prefix else ("doc", "xmlns")
    with pytest.raises(StoreError, match="an office document"):
        opened(f'<{name} x="1" {declared}="{space}"><t>text</t></{name}>')


def test_a_document_may_hold_parts_of_office_programs() -> None:
    assert opened(f'<doc xmlns:w="{OFFICE}" xmlns="x"><w:p>text</w:p></doc>').text == "text"


@pytest.mark.parametrize("empty", ['""', "''"])
def test_a_document_may_say_that_it_has_no_namespace(empty: str) -> None:
    assert opened(f"<doc xmlns={empty}><p>text</p></doc>").text == "text"


def test_a_page_named_xml_is_a_web_page() -> None:
    page = (
        '<?xml version="1.0"?>\n<!-- x -->\n<html xmlns="x"><body><p>A&nbsp;bosom<br/>x</p></body>'
    )
    assert opened(page).kind == "html"
    assert opened(page).text == "A\u00a0bosom\u2028x"

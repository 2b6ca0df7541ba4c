"""Term bases in both styles: the deprecated term is the phrase, whatever comes first."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store import exchange
from unspin_gui.store.exchange import FORMATS


def test_a_term_base_has_phrase_and_fixes_in_two_sets_of_terms() -> None:
    root = ET.fromstring(FORMATS["tbx"].write([Entry("7 days", ("week", "seven days"))]))
    status = "{0}Term-admn-sts".format
    (concept,) = root.iter("termEntry")
    sets = [
        [(group.findtext("term"), group.findtext("termNote")) for group in language]
        for language in concept.iter("langSet")
    ]
    assert sets == [
        [("7 days", status("deprecated"))],
        [("week", status("preferred")), ("seven days", status("preferred"))],
    ]


TBX_ONE_SET = """<martif><text><body><termEntry><langSet xml:lang="en">
<tig><term>7 days</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
<tig><term>week</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
</langSet></termEntry></body></text></martif>"""


@pytest.mark.parametrize("kind", ["", '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">'])
def test_a_term_base_with_all_terms_in_one_set_is_read_too(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x.tbx"
    path.write_text(kind + TBX_ONE_SET)
    assert exchange.read(path).entries == (Entry("7 days", ("week",)),)


TBX3 = """<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry><note>n</note><langSec xml:lang="en">
<termSec><term>7 days</term>
<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
<termSec><term>week</term></termSec></langSec></conceptEntry>
<conceptEntry><langSec xml:lang="en"><termSec><term>spun</term></termSec></langSec>
<langSec xml:lang="de"><termSec><term>fix</term></termSec></langSec></conceptEntry>
<conceptEntry><langSec xml:lang="en"><termSec><term>alone</term></termSec></langSec></conceptEntry>
</body></text></tbx>"""


def test_newer_term_bases_are_read_too(tmp_path: Path) -> None:
    path = tmp_path / "x.tbx"
    path.write_text(TBX3)
    found = exchange.read(path)
    assert found.entries == (Entry("7 days", ("week",), note="n"), Entry("spun", ("fix",)))
    assert [skip.text for skip in found.skipped] == ["alone"]


DCT = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"
 style="dct"><text><body><conceptEntry>{}</conceptEntry></body></text></tbx>"""
SETS = '<langSec xml:lang="{}">{}</langSec>'
STATUS = "<min:administrativeStatus>{}</min:administrativeStatus>"
NOTE = '<termNote type="{}">{}</termNote>'


def concept(style: str, *terms: tuple[str, str], language: str = "en", frame: str = "{}") -> str:
    """A set of terms with their statuses in one of the styles."""
    said = [
        f"<termSec><term>{text}</term>"
        + (frame.format(style.format(status)) if status else "")
        + "</termSec>"
        for text, status in terms
    ]
    return SETS.format(language, "".join(said))


GOOD, BAD = "preferredTerm-admn-sts", "deprecatedTerm-admn-sts"


@pytest.mark.parametrize(
    "style",
    [
        STATUS,
        '<min:administrativeStatus xml:id="a">\n {}\n</min:administrativeStatus>',
        NOTE.format("administrativeStatus", "{}"),
        NOTE.format("normativeAuthorization", "{}"),
    ],
)
@pytest.mark.parametrize("frame", ["{}", "<termNoteGrp>{}</termNoteGrp>"])
@pytest.mark.parametrize("bad", [BAD, "supersededTerm", "deprecatedTerm", "obsolete", "forbidden"])
@pytest.mark.parametrize("first", [0, 1])
def test_the_status_tells_the_direction_in_either_style(
    tmp_path: Path, style: str, frame: str, bad: str, first: int
) -> None:
    path = tmp_path / "x.tbx"
    terms = [("artificial intelligence", GOOD), ("counterfeit consciousness", bad)]
    path.write_text(DCT.format(concept(style, terms[first], terms[1 - first], frame=frame)))
    wanted = (Entry("counterfeit consciousness", ("artificial intelligence",)),)
    assert exchange.read(path) == (wanted, ())


def test_preferred_terms_come_before_admitted_ones(tmp_path: Path) -> None:
    path = tmp_path / "x.tbx"
    terms = [("a", ""), ("b", "admittedTerm-admn-sts"), ("c", BAD), ("d", GOOD), ("e", BAD)]
    path.write_text(DCT.format(concept(STATUS, *terms)))
    assert exchange.read(path).entries == (Entry("c", ("d", "b", "a")), Entry("e", ("d", "b", "a")))


def test_terms_of_other_languages_are_no_fixes(tmp_path: Path) -> None:
    path = tmp_path / "x.tbx"
    sets = [
        concept(STATUS, ("AI", GOOD), ("cc", BAD), language="en-GB"),
        concept(STATUS, ("KI", GOOD), ("FB", BAD), language="de"),
        concept(STATUS, ("inconnu", BAD), language="fr"),
        concept(STATUS, ("IA", ""), language="es"),
    ]
    path.write_text(DCT.format("\n".join(sets)))
    found = exchange.read(path)
    assert found.entries == (Entry("cc", ("AI",)), Entry("FB", ("KI",)))
    assert [(skip.line, skip.text) for skip in found.skipped] == [(4, "inconnu"), (5, "IA")]


@pytest.mark.parametrize("statuses", [("", ""), (GOOD, ""), (GOOD, GOOD)])
def test_synonyms_of_which_none_is_deprecated_have_no_direction(
    tmp_path: Path, statuses: tuple[str, str]
) -> None:
    path = tmp_path / "x.tbx"
    terms = list(zip(("a", "b"), statuses, strict=True))
    path.write_text(DCT.format(concept(STATUS, *terms)))
    entries, (skip,) = exchange.read(path)
    assert (entries, skip.line, skip.text) == ((), 2, "a / b")
    assert "deprecated" in skip.reason


def test_two_languages_are_phrases_and_fixes(tmp_path: Path) -> None:
    path = tmp_path / "x.tbx"
    sets = concept(STATUS, ("a", ""), ("b", "")), concept(STATUS, ("c", GOOD), language="de")
    path.write_text(DCT.format("".join(sets)))
    assert exchange.read(path).entries == (Entry("a", ("c",)), Entry("b", ("c",)))


def test_what_else_is_said_of_terms_is_named_once_for_each_kind(tmp_path: Path) -> None:
    path = tmp_path / "x.tbx"
    more = '<descrip type="definition">x</descrip><min:partOfSpeech>noun</min:partOfSpeech>'
    terms = concept(STATUS + more, ("a", GOOD), ("b", BAD))
    path.write_text(DCT.format("<note>kept</note>" + terms))
    entries, skipped = exchange.read(path)
    assert entries == (Entry("b", ("a",), note="kept"),)
    assert [(skip.text, skip.reason[-9:]) for skip in skipped] == [
        ("definition", "(2 times)"), ("partOfSpeech", "(2 times)"),
    ]  # fmt: skip


@pytest.mark.parametrize("root", ["tmx", "xliff", "html", "mtf"])
def test_other_xml_is_refused_by_its_name(tmp_path: Path, root: str) -> None:
    path = tmp_path / "x.xml"
    path.write_text(f"<{root}/>")
    with pytest.raises(StoreError, match=f"<{root}>"):
        exchange.read(path)


TBX_MIN = """<TBX dialect="TBX-Min"><header><languages source="en" target="en"/></header><body>
<entry id="c1"><langGroup xml:lang="en"><termGroup><term>good</term>
<termStatus>preferred</termStatus></termGroup><termGroup><term>bad</term>
<termStatus>{}</termStatus></termGroup></langGroup></entry></body></TBX>"""


@pytest.mark.parametrize("status", ["notRecommended", "obsolete"])
def test_the_small_dialect_is_read_too(tmp_path: Path, status: str) -> None:
    path = tmp_path / "x.tbx"
    path.write_text(TBX_MIN.format(status))
    assert exchange.read(path) == ((Entry("bad", ("good",)),), ())


def test_the_two_sets_differ_for_programs_that_keep_one_for_each_language() -> None:
    root = ET.fromstring(FORMATS["tbx"].write([Entry("7 days", ("week",))]))
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [one.get(lang) for one in root.iter("langSet")] == ["en-x-spun", "en"]

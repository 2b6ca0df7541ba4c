"""Glossaries go to other tools and come back; what is lost on the way is told before."""

import io
import re
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from unspin_gui.core.errors import StoreError
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.store import exchange
from unspin_gui.store.exchange import FORMATS, Clash, conflicts, losses, settle
from unspin_gui.store.exchange.exchange_base import FEATURES, features
from unspin_gui.store.exchange.exchange_conditions import conditions_of, parse_conditions
from unspin_gui.store.glossary.glossary_file import Change

SCREENER = Path(__file__).resolve().parents[3].parent / "shared/data/tortured_phrases.tsv"
FULL = Entry(
    "husband or wife forces",
    ("spouses", 'the "pair" | both'),
    note="n; ote, 2",
    tags=("a", "b"),
    case="exact",
    added="2026-01-01",
    source="s",
    unless=("u", "v w"),
    only_with=("o",),
)
KEEP = Entry("big data", keep=True)

letter = st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="\x85")
word = st.text(letter, min_size=1, max_size=8).map(str.strip).filter(bool)
tricky = st.sampled_from(
    [
        "a|b",
        "a\\",
        "\\|",
        '"q"',
        "a,b;c",
        "=1+1",
        "<x & y>",
        "e.g. (x)*",
        "no",
        "[a]",
        "$1",
        "'",
        "😀 z",
    ]
)
text = word | tricky
names = st.lists(text, max_size=3, unique=True).map(tuple)


def entries_for(name: str) -> st.SearchStrategy[list[Entry]]:
    """Entries that a format can hold completely, each phrase once."""
    holds = FORMATS[name].holds

    def several(feature: str) -> st.SearchStrategy[tuple[str, ...]]:
        return names if feature in holds else st.just(())

    def one(feature: str) -> st.SearchStrategy[str]:
        return st.just("") | text if feature in holds else st.just("")

    fixes = st.lists(text, min_size=1, max_size=3 if "fixes" in holds else 1, unique=True)
    entry = st.builds(
        Entry,
        phrase=text.filter(lambda phrase: not phrase.startswith("#")),
        fixes=fixes.map(tuple),
        note=one("note"),
        tags=several("tags"),
        case=st.sampled_from(["smart", "exact"] if "case" in holds else ["smart"]),
        added=one("added"),
        source=one("source"),
        unless=several("unless"),
        only_with=several("only_with").map(lambda all_: all_ if "all_of" in holds else all_[:1]),
        keep=st.booleans() if "keep" in holds else st.just(False),
        enabled=st.booleans() if "disabled" in holds else st.just(True),
    ).filter(lambda e: e.phrase not in e.fixes)
    if name == "screener":
        entry = entry.filter(conditions_are_plain)
    if name == "vale":  # where it means a part of a pattern
        entry = entry.filter(lambda e: not any("$" in fix for fix in e.fixes))
    return st.lists(entry, max_size=5, unique_by=lambda e: e.phrase)


def conditions_are_plain(entry: Entry) -> bool:
    """Quotes have no place in conditions, and blanks in a row are one; doubts are cut off fixes."""
    wanted = (entry.only_with, entry.unless)
    return parse_conditions(conditions_of(entry)) == wanted


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60)
@given(data=st.data())
def test_what_a_format_holds_comes_back(name: str, data: st.DataObject) -> None:
    entries = data.draw(entries_for(name))
    one = FORMATS[name]
    lost = [what for loss in losses(entries, name) for what in loss.what]
    assert [what for what in lost if what != FEATURES["formula"]] == []  # which comes back here
    back = one.read(Path("x" + one.suffix), one.write(entries), None)
    assert back.skipped == ()
    assert sorted(back.entries, key=repr) == sorted(entries, key=repr)


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_lost_is_listed_and_nothing_else_is(name: str, tmp_path: Path) -> None:
    entries = [
        FULL,
        KEEP,
        replace(FULL, phrase="off", enabled=False),
        Entry("bare"),
        Entry("a", ("b",)),
    ]
    lost = {loss.entry.phrase for loss in losses(entries, name)}
    path = tmp_path / ("x" + FORMATS[name].suffix)
    exchange.write(path, entries, name)
    back = exchange.read(path, format=name)
    assert {e for e in back.entries if e.phrase not in lost} == {
        e for e in entries if e.phrase not in lost
    }
    for entry in entries:
        assert (entry.phrase in lost) == bool(features(entry) - FORMATS[name].holds)


@pytest.mark.parametrize("name", FORMATS)
def test_control_characters_and_breaks_do_no_harm(name: str) -> None:
    entry = Entry("a\x00b\x1bc", ("line\nbreak\td",), note="\x07")
    one = FORMATS[name]
    (back,) = one.read(Path("x" + one.suffix), one.write([entry]), None).entries
    assert "\x1b" not in back.phrase or name in {"yaml", "mapping"}
    assert losses([entry], name) != () or name in {"yaml", "mapping"}


@pytest.mark.parametrize(
    ("data", "pairs"),
    [
        (b"spun,fix\na,b\n", [("a", ("b",))]),
        (b"a;b\nc;d|e\n", [("a", ("b",)), ("c", ("d", "e"))]),
        ("Tortured phrase\tEstablished phrase\ncaf\xe9\tb\n".encode("cp1252"), [("café", ("b",))]),
        ("original;wrong\nb;a\n".encode("utf-16"), [("a", ("b",))]),
        (b"source,target,comment\na,b,c\n", [("a", ("b",))]),
        (b'"a, b","c ""d"""\n"e\nf",g\n', [("a, b", ('c "d"',)), ("e\nf", ("g",))]),
        (b"\xef\xbb\xbfspun\tfix\r\na\tb\r\n\r\n", [("a", ("b",))]),
        (b"", []),
    ],
)
def test_tables_are_sniffed(
    tmp_path: Path, data: bytes, pairs: list[tuple[str, tuple[str, ...]]]
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    found = exchange.read(path)
    assert [(e.phrase, e.fixes) for e in found.entries] == pairs


def test_columns_can_be_told(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("7,week,7 days\n8,spouse,husband or wife\n")
    seen = exchange.preview(path)
    assert (seen.header, seen.separator, seen.rows[0]) == ((), ",", ("7", "week", "7 days"))
    found = exchange.read(path, columns={"spun": 2, "fix": 1})
    assert [(e.phrase, e.fixes) for e in found.entries] == [
        ("7 days", ("week",)),
        ("husband or wife", ("spouse",)),
    ]


def test_rows_that_make_no_sense_are_put_aside_with_their_reason(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"spun,fix\n,b\na,a\n{'x' * 2000},y\nc,d\n")
    found = exchange.read(path)
    assert [e.phrase for e in found.entries] == ["c"]
    assert [(skip.line, skip.reason[:15]) for skip in found.skipped] == [
        (2, "the phrase is m"),
        (3, "phrase and fix "),
        (4, "a phrase needs "),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('AND "surface area"', (("surface area",), ())),
        ("NOT specular", ((), ("specular",))),
        ('AND "keen" AND "savvy" NOT "with MACS"', (("keen", "savvy"), ("with MACS",))),
        ("AND business intelligence", (("business intelligence",), ())),
        ("", ((), ())),
        ('AND NOT "x', ((), ('"x',))),
    ],
)
def test_conditions_are_read(text: str, expected: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    assert parse_conditions(text) == expected


def test_the_real_screeners_list_is_read() -> None:
    if not SCREENER.exists():
        pytest.skip("the list is not here")
    found = exchange.read(SCREENER)
    assert len(found.entries) > 7_000
    first = found.entries[0]
    assert (first.phrase, first.fixes, first.only_with) == (
        "surface region",
        ("surface area",),
        ("surface area",),
    )


def test_omegat_comments_and_encoding_line(tmp_path: Path) -> None:
    path = tmp_path / "glossary.txt"
    path.write_bytes(
        "# -*- coding: utf-8 -*-\n# mine\n7 days\tweek\tcafé\n".encode()
        + b"7 days\tseven days\nlonely\n\n"
    )
    found = exchange.read(path)
    assert found.entries == (Entry("7 days", ("week", "seven days"), note="café"),)
    assert [(skip.line, skip.text) for skip in found.skipped] == [(5, "lonely")]
    assert FORMATS["omegat"].write(found.entries).startswith(b"# -*- coding: utf-8 -*-\n")


VALE = r"""
extends: substitution
message: "Use '%s'"
ignorecase: true
swap:
  7 days: week|seven days
  e\.g\.: for example
  (?:colou?r): hue
  "(\\w+) thing": $1
  a|b: c
  \bword\b: x
  pipe: a\|b
"""


def test_vale_patterns_are_reported_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "style.yml"
    path.write_text(VALE)
    found = exchange.read(path)
    assert [(e.phrase, e.fixes) for e in found.entries] == [
        ("7 days", ("week", "seven days")),
        ("e.g.", ("for example",)),
        ("pipe", ("a|b",)),
    ]
    assert [skip.text for skip in found.skipped] == [
        "(?:colou?r)",
        r"(\w+) thing",
        "a|b",
        r"\bword\b",
    ]


def test_a_written_vale_style_is_plain_yaml() -> None:
    style = yaml.safe_load(FORMATS["vale"].write([Entry("e.g. (x)", ("a|b", "c"))]))
    assert style["extends"] == "substitution"
    assert style["swap"] == {r"e\.g\. \(x\)": r"a\|b|c"}
    assert yaml.safe_load(FORMATS["vale"].write([]))["swap"] == {}


VALE_KEYS = {"extends", "message", "level", "scope", "link", "limit", "action"}
SWAP_KEYS = {"append", "ignorecase", "nonword", "swap", "exceptions", "vocab", "capitalize"}


@given(entries_for("vale"))
def test_a_vale_style_has_documented_keys_and_plain_patterns(entries: list[Entry]) -> None:
    style = yaml.safe_load(FORMATS["vale"].write(entries))
    assert style.keys() <= VALE_KEYS | SWAP_KEYS
    assert style["level"] in {"suggestion", "warning", "error"}
    assert style["action"] == {"name": "replace"}  # without it several fixes are one text
    assert style["message"].split("%s") == ["Consider ", " instead of '", "'."]
    patterns = {key: re.compile(key) for key in style["swap"]}
    assert all(isinstance(fix, str) for fix in style["swap"].values())
    assert not any(pattern.groups for pattern in patterns.values())
    assert {e.phrase for e in entries} == {
        next(e.phrase for e in entries if pattern.fullmatch(e.phrase))
        for pattern in patterns.values()
    }


def test_an_autocorrect_file_has_the_shape_that_libreoffice_applies() -> None:
    data = FORMATS["autocorrect"].write([Entry("7 <days>", ("a & b", "c"))])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first, content, manifest = archive.infolist()
        assert (first.filename, first.file_size, first.compress_type) == ("mimetype", 0, 0)
        assert (content.filename, manifest.filename) == (
            "DocumentList.xml",
            "META-INF/manifest.xml",
        )
        listed = ET.fromstring(archive.read(manifest))
        (block,) = ET.fromstring(archive.read(content))
    names = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
    paths = {one.get(names + "full-path"): one.get(names + "media-type") for one in listed}
    assert paths == {"/": "", "DocumentList.xml": "text/xml"}
    names = "{http://openoffice.org/2001/block-list}"
    assert block.attrib == {names + "abbreviated-name": "7 <days>", names + "name": "a & b"}


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


def autocorrect(body: bytes, name: str = "DocumentList.xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    return out.getvalue()


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
FETCH = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
SKIPPED = b'<!DOCTYPE x SYSTEM "x.dtd"><x>&undefined;</x>'


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("autocorrect", autocorrect(b"x", "other.xml"), "no DocumentList"),
        ("autocorrect", autocorrect(b"<a/>")[:60], "damaged"),
        ("autocorrect", autocorrect(b"<a> </a>" + b" " * 40_000_000), "larger"),
        ("autocorrect", autocorrect(LAUGHS), "entities"),
        ("autocorrect", autocorrect(b"<a"), "not valid XML"),
        ("autocorrect", b"\0\1\2", "not valid XML"),
        ("tbx", LAUGHS, "entities"),
        ("tbx", FETCH, "entities"),
        ("tbx", SKIPPED, "entities"),
        ("tbx", b"<a>\n" * 5, r":6: this is not valid XML"),
        ("tbx", b'<?xml version="1.0" encoding="nosuch"?><a/>', "not valid XML"),
        ("vale", b"extends: substitution\n", "swap"),
        ("vale", b"swap: *x\n", "alias"),
        ("vale", b"swap: [", ":1:"),
        ("csv", b'a,"' + b"x" * 1_100_000, "broken"),
        ("csv", b"a\0b,c\n", "NUL"),
        ("yaml", b"- spun: [\n", ":1:"),
        ("nonsense", b"", "no format"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bad_files_are_refused_with_the_reason(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    path = tmp_path / "bad"
    path.write_bytes(data)
    with pytest.raises(StoreError, match=told):
        exchange.read(path, format=name)


@given(data=st.binary(max_size=300), name=st.sampled_from(sorted(FORMATS)))
def test_no_bytes_make_a_reader_fall(data: bytes, name: str) -> None:
    one = FORMATS[name]
    for body in (data, one.write([FULL, KEEP])[: len(data)] + data, b"PK\x03\x04" + data):
        with suppress(StoreError):
            assert one.read(Path("x"), body, None) is not None


def test_libreoffices_own_list_is_read_without_its_patterns() -> None:
    shipped = Path("/usr/lib/libreoffice/share/autocorr/acor_en-US.dat")
    if not shipped.exists():
        pytest.skip("LibreOffice is not here")
    found = exchange.read(shipped)
    assert len(found.entries) > 1_000
    assert not any(".*" in entry.phrase for entry in found.entries)
    assert any(skip.text == ".*->.*" for skip in found.skipped)


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


def test_the_format_is_guessed_by_name_and_content(tmp_path: Path) -> None:
    for name in FORMATS:
        path = tmp_path / f"{name}{FORMATS[name].suffix}"
        exchange.write(path, [Entry("a b", ("c",))], name)
        assert [(e.phrase, e.fixes) for e in exchange.read(path).entries] == [("a b", ("c",))]
    with pytest.raises(StoreError, match="not clear"):
        exchange.write(tmp_path / "x.doc", [])


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("mine")
    with pytest.raises(StoreError, match="exists"):
        exchange.write(path, [FULL])
    exchange.write(path, [FULL], overwrite=True)


def test_conflicts_are_found_and_settled() -> None:
    mine = Entry("7 Days", ("week",), note="mine")
    glossary = Glossary("mine", [mine, KEEP, Entry("same", ("x", "y"))], mine=True)
    theirs = Entry("7 days", ("seven days",))
    clashes = conflicts(
        glossary, [theirs, Entry("same", ("y", "x")), Entry("new", ("n",)), replace(KEEP)]
    )
    assert clashes == (Clash(mine, theirs),)
    (clash,) = clashes
    assert settle(clash, "mine") is None
    assert settle(clash, "theirs") == Change(mine, replace(theirs, phrase="7 Days"))
    assert settle(clash, "both") == Change(mine, replace(mine, fixes=("week", "seven days")))


@pytest.mark.parametrize(
    "header",
    [
        "Tortured phrase;Established",
        "spun terms;fixes",
        "Wrong_Wording;Correct wordings",
        "from;to",
    ],
)
def test_headers_in_many_words_are_no_pair(header: str) -> None:
    seen = exchange.tables.preview(Path("x.csv"), f"{header};Notes\n7 days;week;x\n".encode())
    assert seen.columns == {"spun": 0, "fix": 1, "note": 2}
    assert len(seen.rows) == 1


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1 day", "@sum", "\tx"])
@pytest.mark.parametrize("name", ["csv", "tsv", "screener", "omegat", "yaml"])
def test_what_spreadsheets_take_for_a_formula_is_told(name: str, cell: str) -> None:
    told = exchange.losses([Entry("a b", (cell,)), Entry("a c", ("1-1",))], name)
    warned = [loss.entry.phrase for loss in told if "formula" in "".join(loss.what)]
    assert warned == (["a b"] if name in {"csv", "tsv", "screener"} else [])

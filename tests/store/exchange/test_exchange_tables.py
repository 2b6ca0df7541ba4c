"""Tables, OmegaT glossaries and the screener's list are read as they were meant."""

from pathlib import Path

import pytest

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store import exchange
from unspin_gui.store.exchange import FORMATS
from unspin_gui.store.exchange.exchange_conditions import parse_conditions

SCREENER = Path(__file__).resolve().parents[3].parent / "shared/data/tortured_phrases.tsv"


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


def pairs_in(tmp_path: Path, name: str, text: str) -> tuple[dict[str, tuple[str, ...]], list[int]]:
    """Fixes by phrase, and the lines that were left out."""
    path = tmp_path / name
    path.write_bytes(text.encode())
    found = exchange.read(path)
    return {e.phrase: e.fixes for e in found.entries}, [skip.line for skip in found.skipped]


REST = {"big information": ("big data",), "bosom": ("breast",)}


@pytest.mark.parametrize(
    ("separator", "line"),
    [
        ("\t", 'peril\t"breast cancer'),
        ("\t", '"peril\tbreast cancer'),
        (",", 'peril,"breast cancer'),
        (";", 'peril;"breast" cancer; or so'),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_stray_quote_costs_its_own_line_only(
    tmp_path: Path, separator: str, line: str, place: int
) -> None:
    lines = [f"big information{separator}big data", f"bosom{separator}breast"]
    lines.insert(place, line)
    assert pairs_in(tmp_path, "q.csv", "\r\n".join(lines)) == (REST, [place + 1])


def test_two_stray_quotes_do_not_make_one_entry_of_the_lines_between(tmp_path: Path) -> None:
    text = 'peril\t"breast\nbig information\tbig data\nbosom\tbreast\nposse\t"gang\n'
    assert pairs_in(tmp_path, "q.tsv", text) == (REST, [1, 4])
    text = 'peril\t"breast\nbig information\tbig data\nbosom\tbreast\nposse\tgang"\n'
    assert pairs_in(tmp_path, "q.tsv", text) == (REST, [1, 4])


def test_quotes_inside_cells_are_meant_as_they_are(tmp_path: Path) -> None:
    text = '7" circle\t7-inch disk\n"big" information\tbig data\n"a ""b"" c"\td\n'
    pairs = {'7" circle': ("7-inch disk",), '"big" information': ("big data",), 'a "b" c': ("d",)}
    assert pairs_in(tmp_path, "q.tsv", text) == (pairs, [])


def test_a_note_of_several_lines_with_separators_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "n.csv"
    path.write_text('spun,fix,note\nperil,cancer,"one, two\nand three, four"\nbosom,breast,\n')
    found = exchange.read(path)
    assert [e.note for e in found.entries] == ["one, two\nand three, four", ""]
    assert found.skipped == ()


@pytest.mark.parametrize("told", ["sep=;", "SEP=;", '"sep=;"', "sep=;;;"])
@pytest.mark.parametrize("header", ["", "spun;fix\r\n"])
def test_the_separator_that_excel_is_told_is_no_entry(
    tmp_path: Path, told: str, header: str
) -> None:
    text = f"{told}\r\n{header}big, information;big data\r\nbosom;breast\r\nlonely\r\n"
    pairs, left = pairs_in(tmp_path, "sep.csv", text)
    assert pairs == {"big, information": ("big data",), "bosom": ("breast",)}
    assert left == [5 if header else 4]
    assert exchange.preview(tmp_path / "sep.csv").separator == ";"


def test_an_unusual_separator_is_used_when_told(tmp_path: Path) -> None:
    assert pairs_in(tmp_path, "s.csv", "sep=^\nbosom^breast\n")[0] == {"bosom": ("breast",)}


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("Term,Forbidden,Comment", {"spun": 1, "fix": 0, "note": 2}),
        ("Forbidden term,Preferred term", {"spun": 0, "fix": 1}),
        ("Preferred,Non-preferred", {"spun": 1, "fix": 0}),
        ("Use,Instead of,Reason", {"spun": 1, "fix": 0, "note": 2}),
        ("Don’t use,Use", {"spun": 0, "fix": 1}),
        ("Term,Replacement", {"spun": 0, "fix": 1}),
        ("Approved term,Deprecated synonyms", {"spun": 1, "fix": 0}),
        ("Replace,With", {"spun": 0, "fix": 1}),
        ("Begriff,Verboten,Kommentar", {"spun": 1, "fix": 0, "note": 2}),
        ("Falsch,Richtig,Anmerkung", {"spun": 0, "fix": 1, "note": 2}),
        ("House style,Forbidden", {"spun": 1, "fix": 0}),
        ("Term,Comment", {"spun": 0, "note": 1}),
        ("Concept ID,Term,Status", {"spun": 1}),
        ("Original,Replacement", {"spun": 0, "fix": 1}),
        ("Corrected,Original", {"spun": 1, "fix": 0}),
        ("Spun,Original", {"spun": 0, "fix": 1}),
        ("Say this,Not that", {"spun": 1, "fix": 0}),
        ("Text,Replacement,Status", {"spun": 0, "fix": 1}),
        ("Plain language,Jargon", {"spun": 1, "fix": 0}),
        ("source,target,context", {"spun": 0, "fix": 1, "note": 2}),
        ("source,target,note,context", {"spun": 0, "fix": 1, "note": 2}),
        ("Term,Synonym", {"spun": 0, "fix": 1}),
        ("synonym,word,comment", {"spun": 0, "fix": 1, "note": 2}),
        ("Variant,Term,Tags", {"spun": 0, "fix": 1, "tags": 2}),
        ("Phrase,Technical term", {"spun": 0, "fix": 1}),
        ("Should be,Expression", {"spun": 1, "fix": 0}),
        ("Output,Input", {"spun": 1, "fix": 0}),
        ("Mistake,Accepted form", {"spun": 0, "fix": 1}),
        ("Original,Technical term", {"spun": 0, "fix": 1}),
        ("Concept ID,Term,Synonym", {"spun": 1}),
    ],
)
def test_the_direction_is_that_of_the_columns_names(
    tmp_path: Path, header: str, columns: dict[str, int]
) -> None:
    path = tmp_path / "h.csv"
    path.write_text(f"{header}\nalpha,beta\n")
    assert exchange.preview(path).columns == columns


@pytest.mark.parametrize(
    "first",
    ["bad,poor", "before,prior", "avoid,evade", "use,utilise", "term,semester", "term,term limit"],
)
def test_a_first_pair_is_no_line_of_names(tmp_path: Path, first: str) -> None:
    phrase, fix = first.split(",")
    pairs, left = pairs_in(tmp_path, "f.csv", f"{first}\nbosom,breast\n")
    assert (pairs, left) == ({phrase: (fix,), "bosom": ("breast",)}, [])


def test_a_context_is_a_note_unless_it_holds_conditions(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text("source,target,context\nperil,cancer,ui-menu\nbosom,breast,\n")
    first, second = exchange.read(path).entries
    assert (first.note, first.only_with, second.note) == ("ui-menu", (), "")
    path.write_text('source,target,context\nperil,cancer,"AND ""ward"""\nbosom,breast,\n')
    assert [e.only_with for e in exchange.read(path).entries] == [("ward",), ()]


def test_a_condition_that_is_none_leaves_its_line_out(tmp_path: Path) -> None:
    rows = "".join(f'phrase {n},fix {n},"AND ""x"""\n' for n in range(60))
    text = f"spun,fix,condition\nperil,cancer,OR x\n{rows}bosom,breast,headlines only\n"
    pairs, left = pairs_in(tmp_path, "c.csv", text)
    assert (len(pairs), left) == (60, [2, 63])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("spun,fix,mood\na,b,glad\nc,d,\n", [(1, "mood")]),
        ("spun,fix,case\na,b,noun\n", [(1, "case")]),
        ("a\tb\tnote\tfourth\nc\td\te\tf\n", [(1, "4")]),
        ("spun,fix\na,b, and c\n", [(2, "a b  and c")]),
        ("a,b\nc,d, e\nf,g\n", [(2, "c d  e")]),
        ("Term,Replacement,Forbidden\na,b,yes\nc,d,no\n", [(1, "Forbidden")]),
        ("spun,fix,\na,b,\n", []),
    ],
)
def test_cells_that_are_not_understood_are_named(
    tmp_path: Path, text: str, told: list[tuple[int, str]]
) -> None:
    path = tmp_path / "u.csv"
    path.write_text(text)
    assert [(skip.line, skip.text) for skip in exchange.read(path).skipped] == told


def test_cells_beyond_the_columns_are_named_with_told_columns_too(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("fix,spun,mood\na,b,glad\nc,d,sad, very\n")
    found = exchange.read(path, columns={"spun": 0, "fix": 1})
    assert found.entries == (Entry("a", ("b",)),)
    assert [(skip.line, skip.text) for skip in found.skipped] == [(1, "mood"), (3, "c d sad  very")]


def test_all_comments_of_an_omegat_phrase_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "o.utf8"
    path.write_text("peril\tcancer\tone\nperil\tdisease\ttwo\tthree\n")
    found = exchange.read(path)
    assert found.entries == (Entry("peril", ("cancer", "disease"), note="one; two"),)
    assert [(skip.line, skip.text) for skip in found.skipped] == [(2, "three")]


def test_a_list_of_terms_with_their_status_makes_no_pairs_of_them(tmp_path: Path) -> None:
    text = "Term,Status\nartificial intelligence,preferred\ncounterfeit consciousness,deprecated\n"
    assert pairs_in(tmp_path, "s.csv", text) == ({}, [1, 2, 3])

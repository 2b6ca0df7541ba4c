"""Lists of spelling checkers, with a sign between phrase and fix, and comments in tables."""

from pathlib import Path

import pytest

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.store import exchange
from unspin_gui.store.exchange.pair_lines import pair_lines

BOTH = [("bosom peril", ("breast cancer",), ""), ("huge information", ("big data",), "")]


def told(path: Path) -> list[tuple[str, tuple[str, ...], str]]:
    return [(e.phrase, e.fixes, e.note) for e in exchange.read(path).entries]


@pytest.mark.parametrize("name", ["list.txt", "list.csv", "list.tsv"])
@pytest.mark.parametrize("sign", ["->", " -> ", "=>", " → ", "=", " = ", "=="])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_sign_between_two_phrases_makes_a_pair(
    tmp_path: Path, name: str, sign: str, end: str
) -> None:
    path = tmp_path / name
    lines = [
        "# a comment",
        f"bosom peril{sign}breast cancer",
        f"huge information{sign}big data",
        "",
    ]
    path.write_bytes(end.join(lines).encode())
    assert told(path) == BOTH
    assert exchange.preview(path).separator == sign.strip()


@pytest.mark.parametrize(
    ("line", "fixes", "note"),
    [
        ("a b->c d, e,", ("c d", "e"), ""),
        ("a b->c d", ("c d",), ""),
        ("a b->c # d", ("c # d",), ""),
        ("a b->c d, e, disabled because of f", ("c d", "e"), "disabled because of f"),
        ("a b=c d|e", ("c d", "e"), ""),
        ("a b=c d|e\tthink of f", ("c d", "e"), "think of f"),
        ("a b=c d  # seen in f", ("c d",), ""),
    ],
)
def test_several_fixes_and_reasons_are_read_as_each_tool_means_them(
    tmp_path: Path, line: str, fixes: tuple[str, ...], note: str
) -> None:
    path = tmp_path / "list.txt"
    path.write_text(f"{line}\n")
    assert told(path) == [("a b", fixes, note)]


def test_a_line_without_the_sign_is_named(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("a->b\nc->d\nnothing here\ne->f\ng->h\n")
    found = exchange.read(path)
    assert [e.phrase for e in found.entries] == ["a", "c", "e", "g"]
    assert [(skip.line, skip.text) for skip in found.skipped] == [(3, "nothing here")]


@pytest.mark.parametrize(
    "text",
    ["a,b\nc,d\n", "x -> y\tb\nu\tv\n", "a=b,c\nd=e,f\n", "a\nb\n", "", "a<->b\n", "->b", "a->\n"],
)  # fmt: skip
def test_other_tables_are_no_such_lists(text: str) -> None:
    assert pair_lines(text) is None


def test_comments_in_a_table_are_no_entries_and_what_looks_like_one_comes_back(
    tmp_path: Path,
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("# a list, of mine\na,b\n# c, d\n#\n#e,f\n")
    assert [phrase for phrase, _, _ in told(path)] == ["a", "#e"]
    entries = [Entry("# c", ("d",)), Entry("#", ("f",))]
    for name in ("back.csv", "back.tsv"):
        exchange.write(tmp_path / name, entries)
        assert list(exchange.read(tmp_path / name).entries) == entries


@pytest.mark.parametrize("separator", "\t,;|")
def test_a_column_of_numbers_may_be_named_by_their_sign(separator: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = (("#", "phrase", "fix"), ("1", "a b", "c"), ("2", "d e", "f"))
    path.write_text("\n".join(map(separator.join, rows)))
    assert [phrase for phrase, _, _ in told(path)] == ["a b", "d e"]


def test_names_that_leave_the_direction_open_make_no_pair_of_themselves(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("id,term,synonym\n1,breast cancer,bosom peril\n")
    found = exchange.read(path)
    assert found.entries == ()
    assert {skip.line for skip in found.skipped} == {1, 2}

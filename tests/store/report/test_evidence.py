"""Evidence: place, phrase, expected phrase, context and score of what is marked."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.document.places import Place
from unspin_gui.core.suspects import Candidate, Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.store.report import (
    ReportData,
    report_of,
    write_csv,
    write_evidence,
    write_html,
    write_markdown,
)
from unspin_gui.store.report.evidence import context_of

SOURCE = "One more. The bosom peril grew, they say. It ends.\nA profound learning net."
PERIL, NET = Span(14, 25), Span(SOURCE.index("profound"), SOURCE.index(" net"))


def reported(*decisions: Decision, places: tuple[Place, ...] = ()) -> ReportData:
    suspects = [
        Suspect(span, SOURCE[slice(*span)], "known", 0.9, None, (Candidate(fix, 1.0, "a"),))
        for span, fix in ((PERIL, "breast cancer"), (NET, "deep learning"))
    ]
    document = Document(SOURCE, places=places).with_decisions(decisions)
    return report_of(document, suspects, name="=a", date="today")


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_every_place_is_a_row_with_what_was_expected(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    pages = (Place(0, "page", 4), Place(NET.start - 2, "page", 5))
    own = Decision(NET, "deep nets", "accepted")
    write_evidence(path, reported(own, places=pages))
    assert rows_of(path) == [
        ["place", "phrase", "expected phrase", "context", "score"],
        ["p. 4", "bosom peril", "breast cancer", "The bosom peril grew, they say.", "0.90"],
        ["p. 5", "profound learning", "deep nets", "A profound learning net.", "0.90"],
    ]


def test_what_is_kept_is_no_evidence_and_lines_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_evidence(path, reported(Decision(PERIL, "bosom peril", "kept")))
    assert [row[:2] for row in rows_of(path)[1:]] == [["line 2", "profound learning"]]


def test_reports_name_the_page(tmp_path: Path) -> None:
    data = reported(places=(Place(0, "page", 4), Place(NET.start - 2, "page", 5)))
    write_html(tmp_path / "a.html", data)
    assert '<td class="num place" data-of="Place">p. 5</td>' in (tmp_path / "a.html").read_text(
        "utf-8"
    )
    write_csv(tmp_path / "a.csv", data)
    assert [row[3] for row in rows_of(tmp_path / "a.csv")] == ["place", "p. 4", "p. 5"]
    write_markdown(tmp_path / "a.md", data)
    assert "| 2 | p. 5 | open | profound learning |" in (tmp_path / "a.md").read_text("utf-8")


def test_spreadsheets_take_nothing_for_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_evidence(path, reported(Decision(PERIL, "=1+1", "edited")))
    assert rows_of(path)[1][2] == "'=1+1"


@given(st.text("ab. \nA…", max_size=400), st.data())
def test_the_context_is_a_bounded_part_of_the_line_with_the_phrase(
    source: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, min(len(source), start + 30)))
    context = context_of(source, Span(start, end))
    assert "".join(source[start:end].split()) in "".join(context.split())
    assert len(context) <= 30 + 2 * 95
    inside = "".join(context.removeprefix("… ").removesuffix(" …").split())
    assert inside in "".join(source.split())


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("One. Two ", " three. Four.", "Two X three."),
        ("e.g. two ", " three.", "e.g. two X three."),
        ("word " * 40, " word" * 40, f"… {'word ' * 17}X{' word' * 17} …"),
    ],
)
def test_the_sentence_is_the_context(before: str, after: str, wanted: str) -> None:
    found = context_of(f"{before}X{after}", Span(len(before), len(before) + 1))
    assert found == wanted

"""Reports, evidence and comments are told in the language of the window, tables in English."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document as Docx
from PySide6.QtWidgets import QApplication
from test_german_window import english

from unspin_gui.application.outputs import edits_of
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.document.places import Place
from unspin_gui.core.reasons import ContextReason, Fit, GlossaryReason
from unspin_gui.core.suspects import THESAURUS, Candidate, Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats, report
from unspin_gui.store.report.report_page import page
from unspin_gui.ui.base.languages import speak
from unspin_gui.ui.session.wording_of_reports import report_wording

SOURCE = "An exchange war on.\nA bosom peril & more.\nA hen forces it.\nNothing.\nEgg."
FIT = ContextReason("trade", Fit.BETTER, before="An")


def suspect(phrase: str, reason: FIT.__class__ | GlossaryReason, *fixes: str) -> Suspect:
    at = SOURCE.index(phrase)
    candidates = tuple(Candidate(fix, 1.0, THESAURUS) for fix in fixes)
    return Suspect(Span(at, at + len(phrase)), phrase, "unfit", 0.87, reason, candidates)


SUSPECTS = (
    suspect("exchange war", FIT, "trade war"),
    suspect("bosom peril", GlossaryReason("mine", "bosom peril"), "breast cancer"),
    suspect("hen forces", FIT),
    suspect("Egg", FIT, "Eye"),
)


def decision(phrase: str, text: str, state: str) -> Decision:
    at = SOURCE.index(phrase)
    return Decision(Span(at, at + len(phrase)), text, state)  # type: ignore[arg-type]


DOCUMENT = Document(SOURCE, places=(Place(0, "page", 4),)).with_decisions(
    [
        decision("exchange war", "trade war", "accepted"),
        decision("bosom peril", "bosom peril", "kept"),
        decision("Nothing", "", "edited"),
    ]
)


@pytest.fixture
def in_german(qapp: QApplication) -> Iterator[None]:
    speak("de")
    yield
    speak("en")


def reported() -> report.ReportData:
    names = {"name": "a.txt", "date": "2026", "glossaries": ("mine",)}
    return report.report_of(DOCUMENT, SUSPECTS, wording=report_wording(), **names)  # type: ignore[arg-type]


class _Texts(HTMLParser):
    """All that a page shows or says of itself, without the words of the two texts."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found = list[str]()
        self.feed(source)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {"title", "aria-label", "data-of"}
        self.found += [value for name, value in attrs if name in told and value]

    def handle_data(self, data: str) -> None:
        self.found.append(data.strip())


@pytest.mark.usefixtures("in_german")
def test_a_page_is_german_throughout() -> None:
    made = page(reported())
    found = set(_Texts(made).found)
    assert found & english() == set()
    assert '<html lang="de">' in made
    told = {
        "5 Stellen in 14 Wörtern markiert, 2 noch offen.",
        "Was geändert wurde, und warum",
        "Im Glossar „mine“",
        "S. 4",
        "Korrektur: Thesaurus",
        "a.txt: Durchsicht",
    }
    assert told - found == set()


@pytest.mark.usefixtures("in_german")
def test_so_is_the_page_on_many_files(tmp_path: Path) -> None:
    data, path = reported(), tmp_path / "all.html"
    files = [report.FileReport("a.txt", "fertig", "ja", 1_234, data.items, data.learnt)]
    report.write_all_html(path, "Ordner", "2026", files, wording=report_wording())
    found = set(_Texts(path.read_text(encoding="utf-8")).found)
    assert found & english() == set()
    told = {"1.234", "Durchsicht von 1 Dateien · 2026", "Stellen: 5. Offen: 2. Gelernte Paare: 0."}
    assert told - found == set()


@pytest.mark.usefixtures("in_german")
def test_so_are_markdown_and_evidence(tmp_path: Path) -> None:
    report.write_markdown(tmp_path / "a.md", reported())
    cells = re.split(r"[|\n]", (tmp_path / "a.md").read_text(encoding="utf-8"))
    assert {cell.strip(" #") for cell in cells} & english() == set()
    report.write_evidence(tmp_path / "a.docx", reported())
    document = Docx(str(tmp_path / "a.docx"))
    shown = [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert set(shown) & english() == set()
    assert "4 Stellen in 14 Wörtern markiert (2026)." in document.paragraphs[1].text


@pytest.mark.usefixtures("in_german")
def test_so_are_comments_beside_tracked_changes(tmp_path: Path) -> None:
    plain = Docx()
    plain.add_paragraph(SOURCE.split("\n", maxsplit=1)[0])
    plain.save(str(tmp_path / "a.docx"))
    opened = formats.read(tmp_path / "a.docx")
    edits = edits_of(DOCUMENT, SUSPECTS, report_wording().tell)[:1]
    day = datetime(2026, 1, 1, tzinfo=UTC)
    formats.write(tmp_path / "b.docx", opened, edits, tracked=True, comments=True, date=day)
    (comment,) = Docx(str(tmp_path / "b.docx")).comments
    assert comment.text == "Klingt seltsam nach „An“; „trade“ passt besser"


def test_in_an_english_window_nothing_changes(qapp: QApplication) -> None:
    assert report_wording() is report.ENGLISH
    assert edits_of(DOCUMENT, SUSPECTS)[0].note == str(FIT)

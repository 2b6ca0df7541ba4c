"""PDF and rich text in the window: read only, saved in another format; places to cite."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as Word
from listed_files import Hand
from needs import needs
from pdf_files import column, pdf
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.ui.suspects.suspects_model import PLACE
from unspin_gui.ui.window.main_window import MainWindow
from unspin_gui.ui.window.status_bar import encoding_text

FIRST = ["A page on which nobody says a thing that was", "spun by a machine, and that is all."]
SECOND = ["A page that speaks of husband or wife for-", "ces, in its words, and of nothing else."]
PHRASE = "husband or wife forces"
LINE = f"p. 2: '{PHRASE}', expected 'partner forces'"

Open = Callable[..., MainWindow]


@pytest.fixture
def mine(own_home: Path) -> Path:
    path = own_home / "data" / "glossary.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(f'- spun: "{PHRASE}"\n  fix: "partner forces"\n', encoding="utf-8")
    return path


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf(column(50, 700, FIRST), column(50, 700, SECOND)))
    return path


def suspected(window: MainWindow) -> Span:
    return next(s.span for s in window.session.suspects if s.phrase == PHRASE)


def trigger(window: MainWindow, name: str) -> None:
    window.parts.actions[name].trigger()


@needs("pdf")
def test_it_is_told_that_a_pdf_is_only_read_and_the_right_kinds_are_offered(
    open_main: Open, paper: Path
) -> None:
    window = open_main(paper, save_path=paper.with_suffix(".docx"))
    assert any("can only be read" in text for text in window.parts.feedback.messages.texts)
    assert encoding_text(window.parts.services.workspace) == "PDF, read-only"
    trigger(window, "actionSaveAs")
    (_title, suggestion, filters) = window.parts.feedback.prompts.asked[-1][1]
    assert suggestion == paper.with_name("paper.corrected.txt")
    endings = [part.partition("*")[2] for part in filters.split(";;")]
    assert endings == [".txt)", ".md)", ".docx)"]
    assert formats.read(paper.with_suffix(".docx")).text == window.session.corrected


def test_the_open_dialog_offers_all_files_and_known_documents(open_main: Open) -> None:
    window = open_main()
    trigger(window, "actionOpen")
    (_folder, filters) = window.parts.feedback.prompts.asked[-1][1]
    everything, documents = filters.split(";;")
    assert everything.endswith("(*)")
    assert {"*.txt", "*.pdf", "*.rtf", "*.docx"} <= set(documents.strip(")").split("(")[1].split())


@needs("pdf")
def test_it_is_saved_as_text_and_never_over_the_source(open_main: Open, paper: Path) -> None:
    before = paper.read_bytes()
    window = open_main(paper)
    window.parts.services.review.reveal(suspected(window))
    trigger(window, "actionAcceptBest")
    assert window.parts.files.save()
    text = paper.with_name("paper.corrected.txt").read_text(encoding="utf-8")
    assert "speaks of partner forces, in its words" in text
    assert not window.parts.files.save_to(paper)
    assert "can only be read" in " ".join(window.parts.feedback.messages.texts)
    assert paper.read_bytes() == before


@needs("pdf")
def test_tracked_changes_are_for_word(open_main: Open, paper: Path, tmp_path: Path) -> None:
    window = open_main(paper, save_path=tmp_path / "tracked.docx")
    window.parts.services.review.reveal(suspected(window))
    trigger(window, "actionAcceptBest")
    trigger(window, "actionSaveTracked")
    assert window.parts.feedback.prompts.asked[-1][1][1].name == "paper.tracked.docx"
    xml = Word(str(tmp_path / "tracked.docx")).element.xml
    assert ("<w:ins " in xml, "<w:del " in xml) == (True, True)
    assert not window.parts.commands.exporting.save_tracked(tmp_path / "tracked.txt")


def test_a_text_is_offered_and_saved_for_word(open_main: Open, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Heading\n\nThe {PHRASE} met.\n", encoding="utf-8")
    window = open_main(path, save_path=tmp_path / "out.docx")
    window.parts.services.review.reveal(suspected(window))
    trigger(window, "actionAcceptBest")
    trigger(window, "actionSaveAs")
    filters = window.parts.feedback.prompts.asked[-1][1][2]
    assert [part.partition("*")[2] for part in filters.split(";;")] == [")", ".docx)"]
    saved = tmp_path / "out.docx"
    assert formats.read(saved).text.split("\n") == ["Heading", "The partner forces met."]
    assert not window.session.history.is_dirty
    window.session.undo()
    assert window.parts.files.save()  # over its own document, in the same format
    assert formats.read(saved).text.split("\n") == ["Heading", f"The {PHRASE} met."]
    assert window.parts.commands.exporting.save_tracked(tmp_path / "tracked.docx")


@needs("pdf")
def test_save_all_saves_what_is_only_read_as_save_does(
    open_main: Open, paper: Path, qtbot: QtBot
) -> None:
    other = paper.with_name("z.txt")
    other.write_text(f"The {PHRASE} met.", encoding="utf-8")
    hand = Hand(qtbot, open_main(paper, other))
    hand.open(paper.name)
    hand.accept()
    hand.open(other.name)
    hand.press("actionSaveAllFiles")
    saved = paper.with_name("paper.corrected.txt")
    assert "partner forces" in saved.read_text(encoding="utf-8")
    assert hand.state(paper.name)[3] is False


@needs("pdf")
def test_the_page_is_in_list_and_popup_and_c_copies_a_citation(
    open_main: Open, paper: Path, qtbot: QtBot
) -> None:
    window = open_main(paper)
    span, rows = suspected(window), window.parts.views.suspects.model
    number = rows.number_at((span.start, span.end))
    assert number is not None
    assert rows.index(number, PLACE).data() == "p. 2"
    window.parts.services.review.show_popup(span)
    popup = window.parts.popup_control.popup
    assert popup.body.header.facts.text().endswith("p. 2")
    qtbot.keyClick(popup.list, Qt.Key.Key_C)
    assert QApplication.clipboard().text() == LINE
    assert popup.isVisible()
    popup.leave()


@needs("pdf")
def test_an_action_copies_a_citation(open_main: Open, paper: Path) -> None:
    window = open_main(paper)
    window.parts.services.review.reveal(suspected(window))
    QApplication.clipboard().setText("else")
    trigger(window, "actionCopyCitation")
    assert QApplication.clipboard().text() == LINE


def test_the_line_is_cited_where_there_are_no_pages(open_main: Open, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"One.\n\nThe {PHRASE} met.", encoding="utf-8")
    window = open_main(path)
    window.parts.services.review.reveal(suspected(window))
    trigger(window, "actionCopyCitation")
    assert QApplication.clipboard().text() == LINE.replace("p. 2", "line 3")


@needs("pdf")
def test_evidence_is_a_table_and_a_page_for_word(
    open_main: Open, paper: Path, tmp_path: Path
) -> None:
    window = open_main(paper, save_path=tmp_path / "evidence.docx")
    trigger(window, "actionExportEvidence")
    (table,) = Word(str(tmp_path / "evidence.docx")).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["Place", "Phrase", "Expected phrase", "Context", "Score"]
    assert [row[:3] for row in rows if row[1] == PHRASE] == [["p. 2", PHRASE, "partner forces"]]
    assert window.parts.commands.exporting.save_evidence(tmp_path / "evidence.csv")
    text = (tmp_path / "evidence.csv").read_text(encoding="utf-8-sig")
    assert text.startswith("place,phrase,expected phrase,context,score")
    assert f"p. 2,{PHRASE},partner forces," in text


@needs("pdf")
def test_a_file_that_cannot_be_read_is_told_and_the_window_lives(
    open_main: Open, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([]))
    window = open_main(path)
    assert "no text" in " ".join(window.parts.feedback.messages.texts)


@needs("rtf")
def test_rich_text_is_saved_for_word(open_main: Open, tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1\ansi The husband or wife forces met.\par}")
    window = open_main(path)
    window.parts.services.review.reveal(suspected(window))
    trigger(window, "actionAcceptBest")
    assert window.parts.files.save()
    assert formats.read(tmp_path / "a.corrected.docx").text == "The partner forces met."


@needs("pdf")
def test_a_review_of_a_pdf_is_passed_on_with_its_pages(
    open_main: Open, paper: Path, tmp_path: Path
) -> None:
    window = open_main(paper)
    window.parts.services.review.reveal(suspected(window))
    trigger(window, "actionAcceptBest")
    assert window.parts.commands.exporting.save_review(tmp_path / "a.unspin")
    paper.unlink()
    other = open_main(tmp_path / "a.unspin")
    assert other.session.corrected == window.session.corrected
    (decision,) = other.session.decisions
    assert str(other.session.document.place_at(decision.span.start)) == "page 2"


@needs("pdf")
def test_decisions_on_a_pdf_are_back_the_next_time(open_main: Open, paper: Path) -> None:
    window = open_main(paper)
    window.parts.services.review.reveal(suspected(window))
    trigger(window, "actionAcceptBest")
    assert window.parts.files.save()
    window.close()
    again = open_main(paper)
    assert "partner forces" in again.session.corrected
    assert not again.session.history.is_dirty
    assert again.parts.files.save()
    assert again.parts.feedback.prompts.names == []

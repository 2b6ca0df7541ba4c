"""Reports, tracked changes and reviews to pass on, from the window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document as Docx
from pytestqt.qtbot import QtBot

from unspin_gui.app import open_window
from unspin_gui.store import work_file
from unspin_gui.ui.main_window import MainWindow

GLOSSARY = '- spun: "husband or wife forces"\n  fix: "partner forces"\n'
TEXT = "The husband or wife forces left.\r\nCaf\xe9 husband or wife forces."

Open = Callable[[Path], MainWindow]


@pytest.fixture
def opened(qtbot: QtBot, own_home: Path) -> Iterator[Open]:
    mine = own_home / "data" / "glossary.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text(GLOSSARY, encoding="utf-8")
    windows: list[MainWindow] = []

    def open_(*files: Path) -> MainWindow:
        window = open_window(files, home=own_home)
        windows.append(window)
        qtbot.waitUntil(lambda: not window.property("analysing"), timeout=60_000)
        return window

    yield open_
    for window in windows:
        window.filing.give_up()
        window.close()


def accept_first(qtbot: QtBot, window: MainWindow) -> None:
    suspect = next(s for s in window.session.suspects if "husband" in s.phrase)
    window.review.accept(suspect, "partner forces")
    qtbot.waitUntil(lambda: not window.property("analysing"), timeout=60_000)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("report.html", "partner forces"),
        ("report.csv", "partner forces"),
        ("report.md", "partner forces"),
        ("report.diff", "+The partner forces left."),
    ],
)
def test_a_report_tells_what_was_changed(
    qtbot: QtBot, opened: Open, tmp_path: Path, name: str, expected: str
) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(TEXT.encode("cp1252"))
    window = opened(path)
    accept_first(qtbot, window)
    assert window.commands.exporting.save_report(tmp_path / name)
    assert expected in (tmp_path / name).read_text(encoding="utf-8-sig")


def test_a_review_goes_to_a_colleague_and_on(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(TEXT.encode("cp1252"))
    window = opened(path)
    accept_first(qtbot, window)
    assert window.commands.exporting.save_review(tmp_path / "latin.unspin")
    path.unlink()
    other = opened(tmp_path / "latin.unspin")
    assert other.session.corrected == window.session.corrected
    assert other.session.decisions == window.session.decisions
    other.actions_["actionSave"].trigger()
    saved = (tmp_path / "latin.corrected.txt").read_bytes()
    assert saved == TEXT.replace("husband or wife", "partner", 1).encode("cp1252")


def test_a_review_of_a_damaged_file_can_be_passed_on(
    qtbot: QtBot, opened: Open, tmp_path: Path, no_language: None
) -> None:
    path = tmp_path / "damaged.txt"
    path.write_bytes(TEXT.encode() + b" \xc3\xa9\0\xff")
    window = opened()
    window.workspace.open(path, replace=True)
    qtbot.waitUntil(lambda: window.workspace.path == path)
    qtbot.waitUntil(lambda: not window.property("analysing"), timeout=20_000)
    accept_first(qtbot, window)
    assert window.commands.exporting.save_review(tmp_path / "damaged.unspin")
    other = opened(tmp_path / "damaged.unspin")
    assert other.session.corrected == window.session.corrected


def test_a_review_of_a_page_can_be_opened(opened: Open, tmp_path: Path) -> None:
    source, review = tmp_path / "page.html", tmp_path / "page.unspin"
    source.write_text("<p>The husband or wife forces left.</p>", encoding="utf-8")
    window = opened(source)
    assert window.commands.exporting.save_review(review)
    again = opened(review)
    assert again.session.document == window.session.document


@pytest.mark.parametrize("name", ["notes.txt", "notes v1.2"])
def test_a_review_is_written_over_no_file_that_was_not_asked_about(
    opened: Open, tmp_path: Path, name: str
) -> None:
    source, other, third = (
        tmp_path / one for one in ("plain.txt", f"{name}.unspin", "notes.unspin")
    )
    for path, text in ((source, "Plain."), (other, "someone else's"), (third, "someone else's")):
        path.write_text(text, encoding="utf-8")
    window = opened(source)
    assert not window.commands.exporting.save_review(tmp_path / name)
    assert other.name in window.messages.texts[-1]
    other.unlink()
    assert window.commands.exporting.save_review(tmp_path / name)
    assert work_file.load(other).document.source == "Plain."
    assert third.read_text(encoding="utf-8") == "someone else's"


def test_a_word_file_is_saved_and_tracked(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "article.docx"
    document = Docx()
    document.add_paragraph("The ").add_run("husband or wife forces").bold = True
    document.save(str(path))
    window = opened(path)
    assert window.session.source == "The husband or wife forces"
    accept_first(qtbot, window)
    window.actions_["actionSave"].trigger()
    saved = Docx(str(tmp_path / "article.corrected.docx")).paragraphs[0]
    assert saved.text == "The partner forces"
    assert saved.runs[-1].bold
    tracked = tmp_path / "tracked.docx"
    window.workspace.write_tracked(tracked)
    xml = Docx(str(tracked)).element.xml
    assert "w:ins" in xml
    assert "w:del" in xml


def test_code_in_markdown_is_not_judged(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    text = "The husband or wife forces.\n\n```\nhusband or wife forces\n```\n"
    path.write_text(text, encoding="utf-8")
    window = opened(path)
    spans = [s.span.start for s in window.session.suspects if "husband" in s.phrase]
    assert spans == [4]

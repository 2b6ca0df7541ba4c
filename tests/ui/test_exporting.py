"""Reports, tracked changes and reviews to pass on, from the window."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document as Docx
from docx.oxml import OxmlElement
from pytestqt.qtbot import QtBot

from unspin_gui.app import open_window
from unspin_gui.store.files import text_file
from unspin_gui.store.formats import NOT_TRACKED
from unspin_gui.store.review import work_file
from unspin_gui.ui.base.languages import speak
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.window.main_window import MainWindow

GLOSSARY = '- spun: "husband or wife forces"\n  fix: "partner forces"\n'
TEXT = "The husband or wife forces left.\r\nCaf\xe9 husband or wife forces."

Open = Callable[[Path], MainWindow]


@pytest.fixture
def opened(qtbot: QtBot, own_home: Path, no_language: None) -> Iterator[Open]:
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
        window.parts.files.give_up()
        window.close()


def accept_first(qtbot: QtBot, window: MainWindow) -> None:
    suspect = next(s for s in window.session.suspects if "husband" in s.phrase)
    window.parts.services.review.accept(suspect, "partner forces")
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
    assert window.parts.commands.exporting.save_report(tmp_path / name)
    assert expected in (tmp_path / name).read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("language", ["en", "de"])
def test_tables_are_english_whatever_the_window_speaks(
    opened: Open, tmp_path: Path, language: str
) -> None:
    (tmp_path / "a.txt").write_text("The husband or wife forces left.", encoding="utf-8")
    exporting = opened(tmp_path / "a.txt").parts.commands.exporting
    speak(language)
    try:
        names = ("r.csv", "r.md", "e.csv", "e.docx")
        for name in names:
            save = exporting.save_report if name[0] == "r" else exporting.save_evidence
            assert save(tmp_path / name)
    finally:
        speak("en")
    report, page = ((tmp_path / name).read_text("utf-8-sig") for name in names[:2])
    assert report.splitlines()[0].endswith(",state,phrase,fix,origin,score,reason")
    assert report.splitlines()[1].rpartition(",")[2].startswith("in glossary “")
    evidence = (tmp_path / "e.csv").read_text("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in evidence] == ["place", "line 1"]
    (table,) = Docx(str(tmp_path / "e.docx")).tables
    assert ("| Why |" in page, table.cell(0, 0).text == "Place") == (language == "en",) * 2


def test_a_review_goes_to_a_colleague_and_on(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(TEXT.encode("cp1252"))
    window = opened(path)
    accept_first(qtbot, window)
    assert window.parts.commands.exporting.save_review(tmp_path / "latin.unspin")
    path.unlink()
    other = opened(tmp_path / "latin.unspin")
    assert other.session.corrected == window.session.corrected
    assert other.session.decisions == window.session.decisions
    other.parts.actions["actionSave"].trigger()
    saved = (tmp_path / "latin.corrected.txt").read_bytes()
    assert saved == TEXT.replace("husband or wife", "partner", 1).encode("cp1252")


def test_a_review_that_was_passed_on_is_read_again_from_itself(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(TEXT.encode("cp1252"))
    window = opened(path)
    accept_first(qtbot, window)
    assert window.parts.commands.exporting.save_review(tmp_path / "passed on.unspin")
    path.write_text("Another text of that name, which is not under review.", encoding="utf-8")
    other = opened(tmp_path / "passed on.unspin")
    for encoding, sign in ((None, "\xe9"), ("cp1251", "\u0439"), (None, "\u0439")):
        other.parts.services.workspace.reload(encoding)
        qtbot.waitUntil(lambda: not other.property("analysing"), timeout=60_000)
        assert f"Caf{sign} husband" in other.session.source
        assert other.session.corrected.startswith("The partner forces left.")
    other.parts.files.encoding.ask()
    qtbot.waitUntil(lambda: other.parts.files.encoding.dialog is not None)
    other.parts.files.encoding.dialog.reject()


def test_a_review_of_a_damaged_file_can_be_passed_on(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "damaged.txt"
    path.write_bytes(TEXT.encode() + b" \xc3\xa9\0\xff")
    window = opened()
    window.parts.services.workspace.open(path, replace=True)
    qtbot.waitUntil(lambda: window.parts.services.workspace.path == path)
    qtbot.waitUntil(lambda: not window.property("analysing"), timeout=20_000)
    accept_first(qtbot, window)
    assert window.parts.commands.exporting.save_review(tmp_path / "damaged.unspin")
    other = opened(tmp_path / "damaged.unspin")
    assert other.session.corrected == window.session.corrected


def test_a_review_that_was_passed_on_misses_no_file(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    source, review = tmp_path / "plain.txt", tmp_path / "there" / "plain.unspin"
    source.write_text("Plain.", encoding="utf-8")
    review.parent.mkdir()
    assert opened(source).parts.commands.exporting.save_review(review)
    again = opened(review)
    again.parts.files.on_disk.look_again()
    looked: list[str] = []
    again.parts.services.tasks.start(lambda: "looked", looked.append, print)
    qtbot.waitUntil(lambda: bool(looked))
    assert not any("removed" in text for text in again.parts.feedback.messages.texts)
    assert again.preferences.settings.recent[0] == str(review)
    again.parts.services.workspace.close()
    assert again.parts.services.workspace.opened_from is None


def test_a_review_of_a_page_can_be_opened(opened: Open, tmp_path: Path) -> None:
    source, review = tmp_path / "page.html", tmp_path / "page.unspin"
    source.write_text("<p>The husband or wife forces left.</p>", encoding="utf-8")
    window = opened(source)
    assert window.parts.commands.exporting.save_review(review)
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
    assert not window.parts.commands.exporting.save_review(tmp_path / name)
    assert other.name in window.parts.feedback.messages.texts[-1]
    other.unlink()
    assert window.parts.commands.exporting.save_review(tmp_path / name)
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
    window.parts.actions["actionSave"].trigger()
    saved = Docx(str(tmp_path / "article.corrected.docx")).paragraphs[0]
    assert saved.text == "The partner forces"
    assert saved.runs[-1].bold
    tracked = tmp_path / "tracked.docx"
    assert window.parts.commands.exporting.save_tracked(tracked)
    xml = Docx(str(tracked)).element.xml
    assert "w:ins" in xml
    assert "w:del" in xml
    assert not any(NOT_TRACKED in text for text in window.parts.feedback.messages.texts)


def test_what_is_not_tracked_is_told(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "article.docx"
    document = Docx()
    framed = document.add_paragraph("The husband or wife forces")
    framed._p.get_or_add_pPr().append(OxmlElement("w:framePr"))
    document.save(str(path))
    window = opened(path)
    accept_first(qtbot, window)
    assert window.parts.commands.exporting.save_tracked(tmp_path / "tracked.docx")
    assert "w:ins" not in Docx(str(tmp_path / "tracked.docx")).element.xml
    assert NOT_TRACKED in window.parts.feedback.messages.texts[-1]


def test_nothing_is_exported_over_what_nobody_wants_to_lose(
    opened: Open, tmp_path: Path, own_home: Path
) -> None:
    path = tmp_path / "article.docx"
    document = Docx()
    document.add_paragraph("The husband or wife forces")
    document.save(str(path))
    before, window = path.read_bytes(), opened(path)
    exporting, glossary = window.parts.commands.exporting, own_home / "data" / "glossary.yaml"
    for save in (exporting.save_tracked, exporting.save_report):
        for place, reason in ((path, "the source"), (glossary, "a glossary in use")):
            assert not save(place)
            assert reason in window.parts.feedback.messages.texts[-1]
    assert not exporting.save_tracked(tmp_path / "tracked.odt")
    assert "cannot be written as .odt" in window.parts.feedback.messages.texts[-1]
    assert not (tmp_path / "tracked.odt").exists()
    assert path.read_bytes() == before
    assert glossary.read_text(encoding="utf-8") == GLOSSARY


def noting_threads(
    real: Callable[..., object], seen: set[threading.Thread]
) -> Callable[..., object]:
    def call(*facts: object) -> object:
        seen.add(threading.current_thread())
        return real(*facts)

    return call


def test_what_is_written_is_gathered_here_and_files_are_read_elsewhere(
    open_main: Callable[..., MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The session belongs to the window's thread; a slow disk must not hold that up."""
    plain, word, made = tmp_path / "plain.txt", tmp_path / "word.docx", tmp_path / "made"
    plain.write_text("Plain.", encoding="utf-8")
    Docx().save(str(word))
    asked, read = set[threading.Thread](), set[threading.Thread]()
    for file, action in ((plain, "actionSaveReview"), (word, "actionSaveTracked")):
        window = open_main(file, save_path=made)
        with monkeypatch.context() as patch:
            patch.setattr(
                Session, "document", property(noting_threads(Session.document.fget, asked))
            )
            patch.setattr(text_file, "bytes_of", noting_threads(text_file.bytes_of, read))
            window.parts.actions[action].trigger()
    assert made.is_file()
    assert made.with_name("made.unspin").is_file()
    assert asked == {threading.main_thread()}
    assert read
    assert threading.main_thread() not in read


def test_code_in_markdown_is_not_judged(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    text = "The husband or wife forces.\n\n```\nhusband or wife forces\n```\n"
    path.write_text(text, encoding="utf-8")
    window = opened(path)
    spans = [s.span.start for s in window.session.suspects if "husband" in s.phrase]
    assert spans == [4]

"""The commands with documents that are only read, and with texts that are no prose."""

import json
from pathlib import Path

import pytest
from needs import needs
from pdf_files import column, pdf

from unspin_gui.__main__ import main
from unspin_gui.store import formats

PAGES = [
    column(50, 700, ["A page on which nobody says a thing that was", "spun by a machine."]),
    column(50, 700, ["A page that speaks of counterfeit con-", "sciousness in its words."]),
]


@pytest.fixture
def glossary(tmp_path: Path) -> str:
    path = tmp_path / "own.yaml"
    text = "- spun: counterfeit consciousness\n  fix: artificial intelligence\n"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf(*PAGES))
    return path


@needs("pdf")
def test_check_says_the_page(
    paper: Path, glossary: str, capsys: pytest.CaptureFixture[str]
) -> None:
    known = ["--glossary", glossary, "--sources", "mine"]
    assert main(["check", str(paper), *known, "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    (suspect,) = report["suspects"]
    assert (suspect["text"], suspect["page"]) == ("counterfeit consciousness", 2)
    assert main(["check", str(paper), *known]) == 1
    assert "(known, 0.98, page 2): artificial" in capsys.readouterr().out


def test_a_text_without_pages_has_none(
    tmp_path: Path, glossary: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It is counterfeit consciousness.", encoding="utf-8")
    main(["check", str(path), "--glossary", glossary, "--sources", "mine", "--format", "json"])
    (suspect,) = json.loads(capsys.readouterr().out)["suspects"]
    assert "page" not in suspect


@needs("pdf")
def test_fix_writes_the_text_of_a_pdf(paper: Path, glossary: str) -> None:
    before = paper.read_bytes()
    assert main(["fix", str(paper), "--glossary", glossary, "--sources", "mine"]) == 0
    text = (paper.parent / "paper.corrected.txt").read_text(encoding="utf-8")
    assert text.endswith("A page that speaks of artificial intelligence in its words.")
    assert paper.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"a": "counterfeit consciousness"}'),
        ("a.py", "a = 'counterfeit consciousness'"),
        ("a.csv", "a,counterfeit consciousness"),
        ("a.yaml", "a: counterfeit consciousness"),
        ("a.txt", '{"a": "counterfeit consciousness"}'),
    ],
)
def test_data_and_programs_are_rewritten_only_by_force(
    tmp_path: Path, glossary: str, name: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    flags = ["fix", str(path), "--glossary", glossary, "--sources", "mine"]
    assert main(flags) == 2
    assert "not prose" in capsys.readouterr().err
    target = formats.default_target(path)
    assert not target.exists()
    assert main([*flags, "--force"]) == 0
    assert target.read_text("utf-8") == text.replace(
        "counterfeit consciousness", "artificial intelligence"
    )


@needs("pdf")
def test_folders_are_read_with_their_pdfs(
    paper: Path, glossary: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    flags = ["check", str(paper.parent), "--glossary", glossary, "--sources", "mine"]
    assert main(flags) == 1
    assert "paper.pdf:" in capsys.readouterr().out
    where = "unspin_gui.application.folder_listing.is_readable"
    monkeypatch.setattr(where, lambda _reader: False)
    (paper.parent / "plain.txt").write_text("Nothing is wrong here.\n", encoding="utf-8")
    assert main(flags) == 0
    assert capsys.readouterr().err == ""


def test_fix_says_what_the_result_has_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.rtf"
    path.write_text(r"{\rtf1\ansi A plain text about the weather.{\footnote A note.}\par}")
    assert main(["fix", str(path), "--glossary", "none"]) == 0
    assert capsys.readouterr().err == (
        f"unspin-gui: {path}: Not shown, and left out of what is saved: footnotes.\n"
    )

"""References, mail of others and tables of numbers are shown, but not judged, in every format."""

from pathlib import Path

import pytest
from docx_files import docx, p, r
from epub_files import chapter, epub

from unspin_gui.store import formats

ENTRIES = [
    "[1] Müller, J., Schmidt, A.: Bosom peril of rats. In: Proc. X, pp. 3-18 (2019)",
    "[2] Smith, J.: Profound learning. J. Med. 3, 44 (2020)",
    "Wang, X. and Li, Y. (2021). Counterfeit consciousness. doi:10.1/x",
]
AFTER = ["In this chapter we tell what came next.", "It was found by all of us in 2020."]
MAIL = """From: Jörg Müller <joerg@example.org>
Subject: counterfeit
  consciousness
Date: Mon, 3 Mar 2025

Dear all,
> bosom peril
this is mine.
"""
ANSWER = (
    "Thank you.\n\nOn Sun, 2 Mar 2025, Anna wrote:\n\n> bosom\n>> peril\n\nMine again.\n> Quote.\n"
)


def unjudged(text: str, name: str = "a.txt") -> list[str]:
    return unjudged_of(formats.from_bytes(Path(name), text.encode()))


def unjudged_of(file: formats.Opened) -> list[str]:
    shown = [file.text[slice(*span)] for span in file.skip]
    return [text for text in shown if text.strip()]


@pytest.mark.parametrize("heading", ["References", "REFERENCES:", "5. Bibliography", "Works Cited"])
def test_what_follows_the_heading_of_references(heading: str) -> None:
    heading = heading.rstrip(":")
    text = "\n\n".join(["We use it.", heading, *ENTRIES, *AFTER])
    assert unjudged(text) == ENTRIES
    assert unjudged("\n".join([heading, *ENTRIES, "", *AFTER])) == ["\n".join(ENTRIES)]


def test_references_in_every_format(tmp_path: Path) -> None:
    lines = ["We use it.", "References", *ENTRIES, *AFTER]
    body = "".join(f"<p>{line}</p>" for line in lines)
    made = {
        "a.md": "\n\n".join(["We use it.", "## References", *ENTRIES, *AFTER]).encode(),
        "a.html": f"<meta charset=utf-8>{body}".encode(),
        "a.xml": f"<doc>{body}</doc>".encode(),
        "a.tex": "\n\n".join(["We use it.", "\\section*{References}", *ENTRIES, *AFTER]).encode(),
        "a.docx": docx("".join(p(r(line)) for line in lines)),
        "a.epub": epub({"a.xhtml": chapter(body)}),
    }
    for name, data in made.items():
        shown = "\n".join(unjudged_of(formats.from_bytes(Path(name), data)))
        assert all(entry.split(". ")[-1] in shown for entry in ENTRIES), name
        assert not any(line in shown for line in AFTER), name


@pytest.mark.parametrize(
    "text",
    [
        "References\n\nAll of these are words about nothing.\n\nAnd so are these in 2019.",
        "1. In 2019 we did this.\n2. In 2020 we did that.\n3. In 2021 we rested.",
        "[Note] This is what we did in the year 2019, and why.",
        "The references of 2019 were good. See them, pp. 3.",
        "To: be or not to be\nSubject: to change without notice.",
        "> A quotation that is no mail.\n> In 2019.",
        "He wrote: these are words.\nMore.",
        "In the year\n2019\nwe met 12 people.",
    ],
)
def test_prose_stays_prose(text: str) -> None:
    assert unjudged(text) == []


def test_numbered_entries_without_a_heading() -> None:
    entry = "[12] Smith, J.: Profound\n  learning of rats. J. Med. 3, 44 (2020)"
    assert unjudged(f"We say so.\n\n{entry}\n[13] See above.\n") == [entry]


def test_headers_and_what_mail_quotes() -> None:
    assert unjudged(MAIL) == ["\n".join(MAIL.split("\n")[:4]), "> bosom peril"]
    assert unjudged(ANSWER) == ["On Sun, 2 Mar 2025, Anna wrote:\n\n> bosom\n>> peril"]
    assert unjudged(ANSWER, "a.md")[0] == unjudged(ANSWER)[0]
    assert unjudged(MAIL, "a.md") == ["<joerg@example.org>"]


@pytest.mark.parametrize(
    ("text", "is_mail"),
    [
        ("On Sunday Anna\n<a@b.org> wrote:\n> bosom peril", True),
        ("Am 02.03.2025 um 9 Uhr schrieb Anna:\n> bosom peril", True),
        ("On 2 March, Anna wrote to all:\n\n> bosom peril\n> of it", True),
        ("As Darwin wrote:\n\n> bosom peril", False),
        ("In 2019.\n\nAs Darwin wrote:\n\n> bosom peril", False),
        ("In 2019 Darwin wrote: on\n\n> bosom peril", False),
    ],
)
def test_a_quotation_in_markdown_is_mail_only_if_it_says_so(text: str, is_mail: bool) -> None:
    assert any("bosom" in told for told in unjudged(text, "a.md")) == is_mail


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.srt", "a.html"])
@pytest.mark.parametrize("piece", ["[1]", "12", "$1a", "=20", "00:", "1|", "aA1+/", "12 "])
def test_lines_of_signs_and_figures_are_read_in_linear_time(piece: str, name: str) -> None:
    text = piece * 40_000
    start = "1\n00:00:01,000 --> 00:00:02,000\n" if name == "a.srt" else ""
    opened = formats.from_bytes(Path(name), f"{start}{text}".encode())
    assert opened.text.strip() == text.strip()


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("piece", ["References\n", "References\n\nA. B., Nothing (2019).\n\n"])
def test_many_headings_are_read_in_linear_time(piece: str, name: str) -> None:
    opened = formats.from_bytes(Path(name), (piece * 4_000).encode())
    shown = "".join(opened.text[slice(*span)] for span in opened.skip)
    assert shown.count("2019") == opened.text.count("2019")


def test_rows_of_numbers() -> None:
    rows = ["2019  12.5   0.3", "2020\t13.5 | 1.2e-3", "12 & 13 mm \\\\"]
    assert unjudged("Words.\n" + "\n".join(rows) + "\nYear and value\n17\nWords.") == rows

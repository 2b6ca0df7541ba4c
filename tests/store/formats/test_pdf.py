"""PDF: read as a person reads its pages, saved as text or for Word."""

import random
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from needs import answered, needs
from pdf_files import At, column, pdf, protected

from unspin_gui.application.opening import OpeningRequest, read
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.document.places import place_at
from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.formats import Edit, Opened, child_process
from unspin_gui.store.formats.pdf.pdf_lines import PdfRun
from unspin_gui.store.formats.pdf.pdf_text import PdfPage, text_of

pytestmark = needs("pdf")
LEFT = [
    "Many papers of this field say that counterfeit con-",
    "sciousness learns from profound learn-",
    "ing alone. A well-known method is e\ufb01cient, and it",
]
RIGHT = [
    "goes on in the right column where a well-",
    "known idea ends.",
    "The next paragraph stands here, and it is full of",
    "words as well.",
]


def shown(*pages: list[At]) -> Opened:
    return formats.from_bytes(Path("a.pdf"), pdf(*pages))


def judged(opened: Opened) -> str:
    """The text that is judged."""
    skipped = {at for span in opened.skip for at in range(*span)}
    return "".join(" " if at in skipped else sign for at, sign in enumerate(opened.text))


def span_of(opened: Opened, phrase: str) -> Span:
    at = opened.text.index(phrase)
    return Span(at, at + len(phrase))


# ---- reading ----------------------------------------------------------------------------------


def by_rows(left: list[str], right: list[str]) -> list[At]:
    rows = zip(column(50, 700, left), column(320, 700, right), strict=True)
    return [at for row in rows for at in row]


def test_columns_are_read_one_after_the_other_and_words_are_whole() -> None:
    opened = shown([*column(50, 700, LEFT), *column(320, 700, RIGHT)])
    assert opened.text == (
        "Many papers of this field say that counterfeit consciousness learns from profound "
        "learning alone. A well-known method is eficient, and it goes on in the right column "
        "where a well-known idea ends.\n"
        "The next paragraph stands here, and it is full of words as well."
    )
    assert opened.kind == "pdf"


def test_columns_that_the_file_has_row_by_row_are_read_one_after_the_other() -> None:
    left = [f"the line {word} of the column on the left side" for word in "abcdefghij"]
    right = [f"the line {word} of the column on the right side" for word in "klmnopqrst"]
    text = shown(by_rows(left, right)).text
    assert " ".join(text.split()) == " ".join([*left, *right])


@pytest.mark.parametrize(
    ("before", "after", "elsewhere", "wanted"),
    [
        ("a multi-", "task method", "", "a multi-task method"),
        ("a net-", "work of things", "", "a network of things"),
        ("a light-", "weight thing", "light-weight ones", "a light-weight thing"),
        ("a cross-", "over of things", "a crossover", "a crossover of things"),
        ("state-of-", "the art", "", "state-of-the art"),
        ("the Navier-", "Stokes equation", "", "the Navier-Stokes equation"),
        ("pages 10-", "20 of it", "", "pages 10-20 of it"),
        ("one thing -", "and another", "", "one thing - and another"),
    ],
)
def test_hyphens_at_line_ends(before: str, after: str, elsewhere: str, wanted: str) -> None:
    rest = f"It ends in some words of its own, {elsewhere}"
    text = shown(
        column(50, 700, [f"There is in this line {before}", f"{after} to see.", rest])
    ).text
    assert wanted in text


def test_paragraphs_begin_where_lines_are_indented_or_stand_apart() -> None:
    full = ["The first line is as long as the column it stands in.", "Here it ends."]
    page = [
        *column(50, 700, ["1. Introduction"], size=14),
        *column(50, 670, full, indent=True),
        *column(50, 646, full, indent=True),
        *column(50, 600, full),
    ]
    assert shown(page).text.split("\n") == ["1. Introduction", *[" ".join(full)] * 3]


def head(number: int) -> list[At]:
    return [At(72, 760, f"Jane Doe et al. / Things {number} (2020)", 8), At(300, 30, f"{number}")]


def test_running_heads_and_page_numbers_are_not_judged_and_part_no_paragraph() -> None:
    pages = [
        [*head(n), *column(50, 700, [f"The page {n} says what the others do not say at all, of"])]
        for n in range(1, 4)
    ]
    opened = shown(*pages)
    text = judged(opened)
    assert "Jane" not in text
    assert not any(line.strip().isdigit() for line in text.split("\n"))
    assert opened.text.count("Jane Doe") == 3
    first = [*column(50, 64, ["A sentence begins in full on this page and it goes"]), *head(1)]
    second = [*head(2), *column(50, 700, ["on over the page, which is what sentences do, always."])]
    others = [[*head(n), *column(50, 700, ["Something else stands here."])] for n in (3, 4)]
    assert "it goes on over the page" in shown(first, second, *others).text


def test_each_place_has_its_page() -> None:
    pages = [column(50, 700, [f"The word{n} stands on page {n}."]) for n in "abc"]
    first = [*column(50, 64, ["A sentence begins in full on this page and it goes"])]
    opened = shown(*pages, first, column(50, 700, ["on over the page, which is what they do."]))
    for at, word in enumerate(["worda", "wordb", "wordc", "begins", "over"], 1):
        found = place_at(opened.places, opened.text.index(word))
        assert found is not None
        assert str(found) == f"page {at}", word


PAPER = [
    *column(50, 740, ["A Title of Some Things"], size=18),
    *column(50, 710, ["Jane Doe, Department of Things, University of Elsewhere"]),
    *column(50, 685, ["Abstract"]),
    *column(
        50, 660, ["This is what the paper says", "in its own words over three", "lines, and all."]
    ),
    *column(50, 610, ["for x in range(10): print(x)", "    y = x"], size=9),
    At(50, 560, "1.5"),
    *(At(x, 560, text) for x, text in ((120, "2.75"), (190, "3.25"))),
    At(50, 540, "4.5"),
    *(At(x, 540, text) for x, text in ((120, "5.75"), (190, "6.25"))),
    *column(50, 500, ["References"]),
    *column(50, 475, ["[1] Roe, R.: On things. Journal of Things 3, 5-9 (1999)."]),
    *column(50, 450, ["[2] Poe, E.: More on them. Journal of Things 4, 1-2 (2001)."]),
    *column(50, 420, ["Appendix"]),
    *column(50, 400, ["Here is some more that the paper says, and it is judged."]),
]


def test_authors_tables_code_and_references_are_not_judged() -> None:
    code = [at._replace(font="F2") if at.size == 9 else at for at in PAPER]
    opened = shown(code)
    assert " ".join(judged(opened).split()) == (
        "A Title of Some Things Abstract This is what the paper says in its own words over three "
        "lines, and all. References Appendix Here is some more that the paper says, and it is "
        "judged."
    )
    assert "On things" in opened.text
    assert "2.75" in opened.text


def justified(y: float, words: list[str], width: float = 200) -> list[PdfRun]:
    """Words of 5 points a sign, with equal gaps that fill the width."""
    gap = (width - 5 * sum(map(len, words))) / max(1, len(words) - 1)
    starts = [50 + sum(5 * len(word) + gap for word in words[:n]) for n in range(len(words))]
    places = zip(starts, words, strict=True)
    return [PdfRun(word, x, x + 5 * len(word), y, 10, 0) for x, word in places]


def test_wide_gaps_of_a_justified_line_are_no_cells() -> None:
    lines = ["several people say so", "and differently", "as many do too"]
    runs = [run for n, line in enumerate(lines) for run in justified(100 + 12 * n, line.split())]
    assert text_of([PdfPage(720, tuple(runs))]).text == " ".join(lines)


def test_cells_of_a_table_stay_apart() -> None:
    rows = [["method", "reference"], ["ours", "a longer text"], ["theirs", "some more"]]
    places = [(50, 700 - 12 * n, row) for n, row in enumerate(rows)]
    page = [At(x + 120 * k, y, cell) for x, y, row in places for k, cell in enumerate(row)]
    assert shown(page).text.split("\n") == ["\t".join(row) for row in rows]


def test_a_heading_is_one_paragraph_however_it_is_broken() -> None:
    page = [
        *column(50, 700, ["On", "Measurements"], size=20),
        *column(50, 640, ["The text has small type and says", "what there is to say at length."]),
    ]
    assert shown(page).text.split("\n")[0] == "On Measurements"


def test_the_same_line_at_the_end_of_two_pages_is_text() -> None:
    """A running foot stands apart from the text above it."""
    page = column(50, 124, [*LEFT, "Some text that goes down", "to the end of its page."])
    assert judged(shown(page, page)).count("to the end of its page.") == 2


def test_raised_figures_end_a_word() -> None:
    page = [At(50, 700, "the method"), At(100, 704, "12", 6), At(110, 700, "goes on here")]
    assert "the method¹² goes on" in shown(page).text


RUNS = st.builds(
    PdfRun,
    st.text("ab .-é", min_size=1, max_size=12).filter(str.strip),
    st.floats(0, 500),
    st.floats(0, 600),
    st.floats(10, 700),
    st.floats(1, 30),
    st.integers(0, 15),
)


@given(st.lists(st.lists(RUNS, max_size=12), min_size=1, max_size=3))
def test_no_letter_is_lost_wherever_it_stands(pages: list[list[PdfRun]]) -> None:
    made = text_of([PdfPage(720.0, tuple(runs)) for runs in pages])
    wanted = sorted(sign for runs in pages for run in runs for sign in run.text if sign.isalpha())
    assert sorted(sign for sign in made.text if sign.isalpha() or sign in "ᵃᵇ") == wanted or set(
        "ᵃᵇ"
    ) & set(made.text)
    assert sum(map(str.isalpha, made.text)) == len(wanted)
    numbers = [place.start for place in made.places]
    assert numbers == sorted(numbers)
    assert all(0 <= span.start < span.end <= len(made.text) for span in made.skip)


# ---- what cannot be read ------------------------------------------------------------------------

WHOLE = pdf(column(50, 700, LEFT))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"hello", "not a PDF"),
        (b"%PDF-1.7 x", "damaged"),
        (WHOLE[:60], "damaged"),
        (protected(), "password-protected"),
        (pdf([]), "no text"),
        (pdf([], [], [At(50, 50, "3")]), "no text"),
        (
            pdf(column(50, 700, ["\xa7\xb6\xa9\xae \xa7\xb6 \xa9\xae\xb1 \xb6\xa7 a"] * 9)),
            "the fonts",
        ),
    ],
)
def test_one_sentence_says_why_it_is_not_read(data: bytes, words: str) -> None:
    with pytest.raises(StoreError, match=words) as caught:
        formats.from_bytes(Path("a.pdf"), data)
    assert "\n" not in str(caught.value)


def test_a_page_of_numbers_is_readable() -> None:
    assert shown(column(50, 700, ["1.25, 2.5, (3.75) 4.5; 6.125"] * 9)).text.count("2.5") == 9


def test_pages_without_text_are_told() -> None:
    opened = shown(column(50, 700, [*LEFT, *RIGHT]), [], [], column(50, 700, LEFT), [])
    assert opened.notices == ("Without text (pictures only, or empty): pages 2-3, 5.",)


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unspin_gui.store.formats.pdf.pdf_file.is_readable", lambda _name: False)
    with pytest.raises(StoreError, match=r'extra "pdf"; run: .* -m pip install pypdfium2'):
        formats.from_bytes(Path("a.pdf"), WHOLE)


@pytest.mark.parametrize(
    ("program", "words"),
    [("import os; os.abort()", "damaged"), ("while True: pass", "within 0.5 seconds")],
)
def test_a_crash_and_a_hang_of_the_reader_are_told(
    monkeypatch: pytest.MonkeyPatch, program: str, words: str
) -> None:
    monkeypatch.setattr(child_process, "_command", lambda _reader: [sys.executable, "-c", program])
    monkeypatch.setattr(child_process, "PATIENCE", 0.5)
    with pytest.raises(StoreError, match=words):
        formats.from_bytes(Path("a.pdf"), WHOLE)


def mutated(data: bytes, seed: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311 - the same files each time
    out = bytearray(data)
    for _ in range(chance.randrange(1, 20)):
        at = chance.randrange(len(out))
        how = chance.randrange(4)
        if how == 0:
            out[at] = chance.randrange(256)
        elif how == 1:
            del out[at : at + chance.randrange(1, 60)]
        elif how == 2:
            out[at:at] = out[at : at + chance.randrange(1, 200)]
        else:
            out[at:at] = str(chance.randrange(10**12)).encode()
        out = out or bytearray(b"%PDF-")
    return bytes(out)


@pytest.mark.parametrize("seed", range(12))
def test_damaged_files_are_answered_in_words(seed: int) -> None:
    data = mutated(pdf([*head(1), *column(50, 700, [*LEFT, *RIGHT])], column(50, 700, LEFT)), seed)
    assert answered("a.pdf", data)


# ---- saving -------------------------------------------------------------------------------------


def test_corrections_are_saved_as_text_and_for_word(tmp_path: Path) -> None:
    opened = shown(column(50, 700, LEFT), column(50, 700, RIGHT))
    edits = [Edit(span_of(opened, "counterfeit consciousness"), "artificial intelligence", "why")]
    wanted = opened.text.replace("counterfeit consciousness", "artificial intelligence")
    for name in ("a.txt", "a.md"):
        formats.write(tmp_path / name, opened, edits)
        assert (tmp_path / name).read_text("utf-8").split("\n\n") == wanted.split("\n")
    for tracked in (False, True):
        path = tmp_path / f"a{tracked}.docx"
        formats.write(path, opened, edits, tracked=tracked, comments=tracked)
        assert formats.read(path).text == wanted
    assert formats.can_track("pdf")


def test_word_documents_made_anew_are_read_by_another_program(tmp_path: Path) -> None:
    from docx import Document as Word  # noqa: PLC0415

    opened = shown(column(50, 700, LEFT), column(50, 700, RIGHT))
    edits = [Edit(span_of(opened, "counterfeit"), "artificial", "why")]
    formats.write(tmp_path / "a.docx", opened, edits)
    texts = [one.text for one in Word(str(tmp_path / "a.docx")).paragraphs]
    assert texts == opened.text.replace("counterfeit", "artificial").split("\n")
    formats.write(tmp_path / "b.docx", opened, edits, tracked=True)
    xml = Word(str(tmp_path / "b.docx")).element.xml
    assert "<w:delText>counterfeit</w:delText>" in xml.replace(' xml:space="preserve"', "")
    assert xml.count("<w:ins ") == 1


@pytest.mark.parametrize("name", ["a.pdf", "a.html", "a", "a.odt"])
def test_it_is_saved_under_no_other_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(
        StoreError, match=r"only be read; choose a name ending in \.txt, \.md or \.docx"
    ):
        formats.write(tmp_path / name, shown(column(50, 700, LEFT)), [])
    assert not list(tmp_path.iterdir())


def test_what_was_saved_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(column(50, 700, LEFT), column(50, 700, RIGHT)))
    opened = formats.read(path)
    target = formats.default_target(path)
    assert target.name == "a.corrected.txt"
    decision = Decision(span_of(opened, "profound"), "deep", "accepted")
    document = Document(opened.text).with_decisions([decision])
    formats.write(target, opened, [Edit(decision.span, "deep")])
    from unspin_gui.store.review.decisions_file import save_decisions  # noqa: PLC0415

    save_decisions(tmp_path / "state", path, document)
    reading = read(OpeningRequest(path), tmp_path / "state")
    assert reading.written is not None
    assert reading.written.path == target

"""Plain text saved for Word: the same words, whatever they are, and corrections tracked or not."""

import re
from pathlib import Path

import pytest
from docx import Document as Word
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.spans import Span
from unspin_gui.store import formats
from unspin_gui.store.files import text_file
from unspin_gui.store.formats import Edit, Opened
from unspin_gui.store.formats.conversions import converted
from unspin_gui.store.formats.edits import applied
from unspin_gui.store.formats.opened import BREAK

ARTICLE = (
    "A headline\n\nBy somebody\nin two lines\n\n\nThe bosom peril & <R&D>\tgrew.\n\n"
    "Counterfeit consciousness\x0c ended it.\n"
)
EDITS = {"bosom peril": "breast cancer", "Counterfeit consciousness": "Artificial intelligence"}


def text(content: str) -> Opened:
    return Opened(Path("a.txt"), "text", content, (), (), text_file.from_text(content))


def edits_in(content: str) -> list[Edit]:
    found = [(content.index(old), old, new) for old, new in EDITS.items() if old in content]
    return [Edit(Span(at, at + len(old)), new, "why") for at, old, new in sorted(found)]


@pytest.mark.parametrize("tracked", [False, True])
def test_an_article_is_laid_out_in_paragraphs(tmp_path: Path, tracked: bool) -> None:
    path = tmp_path / "a.docx"
    opened = text(ARTICLE)
    formats.refuse_misnamed(path, opened)
    made = formats.write(path, opened, edits_in(ARTICLE), tracked=tracked, comments=tracked)
    paragraphs = [
        "A headline",
        f"By somebody{BREAK}in two lines",
        f"{BREAK}The breast cancer & <R&D>\tgrew.",
        "Artificial intelligence  ended it.",
    ]
    assert formats.read(path).text.split("\n") == paragraphs
    assert made.kind == "docx"
    seen = [one.text.replace("\n", BREAK) for one in Word(str(path)).paragraphs]
    assert tracked or seen == paragraphs
    xml = Word(str(path)).element.xml
    assert (xml.count("<w:ins "), xml.count("<w:del ")) == ((2, 2) if tracked else (0, 0))


_WORDS = st.sampled_from(["bosom peril", "and", "Counterfeit consciousness", "7", "ﬁ", "\x0c"])
_ENDS = st.sampled_from([" ", "\n", "\n\n", "\n\n\n", "\t"])


@given(st.lists(st.tuples(_WORDS, _ENDS), min_size=1, max_size=12), st.booleans())
def test_whatever_the_lines_are_the_corrections_stand_in_their_places(
    pieces: list[tuple[str, str]], tracked: bool
) -> None:
    content = "".join(word + end for word, end in pieces)
    opened, edits = text(content), edits_in(content)
    made, left = converted(Path("a.docx"), opened, edits, tracked=tracked)
    wanted = applied(content, edits).replace("\x0c", " ").rstrip("\n")
    shown = applied(made.text, left)
    assert formats.as_text(shown) == wanted
    assert [made.text[slice(*edit.span)] for edit in left] == (
        [content[slice(*edit.span)] for edit in edits] if tracked else []
    )


@given(
    st.lists(st.tuples(st.sampled_from(["One", "Two b."]), _ENDS), min_size=1, max_size=5),
    st.lists(st.integers(0, 40), max_size=6),
    st.sampled_from(["", "X", "\n", "X\n\nY"]),
)
def test_no_lines_are_joined_that_a_correction_leaves_apart(
    pieces: list[tuple[str, str]], cuts: list[int], new: str
) -> None:
    content = "".join(word + end for word, end in pieces)
    places = sorted(min(cut, len(content)) for cut in cuts)
    edits = [Edit(Span(*pair), new) for pair in zip(places[::2], places[1::2], strict=False)]
    made, left = converted(Path("a.docx"), text(content), edits, tracked=True)
    lines = applied(made.text, left).splitlines(), applied(content, edits).splitlines()
    assert [*filter(None, lines[0])] == [*filter(None, lines[1])]


def test_a_blank_line_that_is_taken_out_leaves_a_line_break(tmp_path: Path) -> None:
    opened = text("One.\n\nTwo.")
    for at in (4, 5):
        path = tmp_path / f"{at}.docx"
        formats.write(path, opened, [Edit(Span(at, at + 1), "")], tracked=True)
        assert formats.read(path).text == f"One.{BREAK}Two."


@pytest.mark.parametrize("name", ["a.odt", "a.epub", "a.pdf"])
def test_no_other_document_is_promised(name: str) -> None:
    with pytest.raises(StoreError, match=re.escape(f"a text cannot be written as {name[1:]}")):
        formats.refuse_misnamed(Path(name), text("a"))


@pytest.mark.parametrize("kind", ["markdown", "html", "latex"])
def test_markup_is_not_saved_as_if_it_were_text(kind: formats.Kind) -> None:
    opened = Opened(Path("a"), kind, "*a*", (), (), text_file.from_text("*a*"))
    with pytest.raises(StoreError, match="cannot be written as"):
        formats.refuse_misnamed(Path("a.docx"), opened)

"""Finding phrases without dividing all of a text into tokens."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from unspin_gui.core.detection.passage_read import Read
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.text.pieces import norms_of_piece, pieces
from unspin_gui.core.text.tokens import tokens

WORDS = ["sun", "flower", "child", "children", "leave", "left", "man", "run", "running", "o'clock"]
WORDS += ["Parkinson", "Parkinson's", "illness", "3.5", "7", "days", "well-known", "AT&T", "e.g."]
GAPS = [" "] * 9 + [
    "  ",
    "\n",
    " \n",
    "\r\n",
    "\t",
    "\x1f",
    ", ",
    ". ",
    " - ",
    "-",
    "- ",
    "--",
    "'s ",
]
GAPS += [
    " **",
    "** ",
    "\n> ",
    " [",
    "](a) ",
    "&nbsp;",
    "&shy;",
    " <b>",
    "</b> ",
    "\n\n",
    " 's ",
    "_",
]
texts = st.lists(st.sampled_from(WORDS + GAPS + ["é", "’s ", "\u00a0"]), max_size=30).map("".join)
phrases = st.lists(
    st.lists(st.sampled_from([*WORDS, ",", "."]), min_size=1, max_size=4).map(" ".join),
    min_size=1,
    max_size=8,
    unique=True,
)


def matches(text: str, glossary: Glossary, *, divided: bool) -> list[tuple[object, ...]]:
    """What a glossary finds, and where."""
    read = Read(text)
    if divided:
        assert read.tokens == read.tokens  # from now on all tokens are known
    found = read.matches(glossary)
    return [(m.entry, t[m.first].start, t[m.last - 1].end, m.exact, m.place) for t, m in found]


@given(texts, phrases)
@example("a sun  flower, left the children", ["sun flower", "leave", "left the child"])
@example("Parkinson's illness. man's left", ["parkinson illness", "man leave", "illness . man"])
@example("7 days left. Running", ["7 day leave", "day . run", "run"])
def test_finds_the_same_with_and_without_all_tokens(text: str, listed: list[str]) -> None:
    glossary = Glossary("g", [Entry(phrase, ("x",)) for phrase in listed], mine=True)
    glossary = glossary.plus([Entry("running man", ("y",), case="exact")])
    assert matches(text, glossary, divided=False) == matches(text, glossary, divided=True)


@given(texts)
def test_pieces_hold_the_tokens_of_a_text(text: str) -> None:
    divided = pieces(text)
    if divided is not None:
        assert [norm for piece in divided for norm in norms_of_piece(piece)] == tokens(text).norms
        assert len(" ".join(divided)) == len(text)


@pytest.mark.parametrize("gap", ["\t", "\n\n", "- ", "&shy;", "\u00a0", "\r\n"])
def test_a_text_with_other_gaps_is_not_divided_at_blanks(gap: str) -> None:
    assert pieces(f"one two{gap}three") is None


@pytest.mark.parametrize("text", ["one two", "One, two.", "one\ntwo", "well-known one", ""])
def test_most_texts_are_divided_at_blanks(text: str) -> None:
    assert pieces(text) == text.lower().replace("\n", " ").split(" ")


def test_words_are_found_after_more_have_been_seen_than_are_kept() -> None:
    glossary = Glossary("g", [Entry("sun flower", ("x",))], mine=True)
    many = " ".join(f"word{n}" for n in range(60_000))
    for text in ("a sun flower", many, "a sun flower"):
        assert len(list(Read(text).matches(glossary))) == text.count("sun flower")

"""Sentences of two versions of a text that belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.mining.sentence_alignment import align, split_sentences

ORIGINAL = (
    "The council met on Monday. It voted to close the old bridge over the river Wye. "
    "Mr. Hale, who lives nearby, said the noise had kept his children awake. "
    "Work begins in March and will last two years."
)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One came. Two left!", ["One came.", "Two left!"]),
        ("Mr. Hale met Dr. Low. J. Ash left.", ["Mr. Hale met Dr. Low.", "J. Ash left."]),
        ("It cost 3.5 million. e.g. this", ["It cost 3.5 million. e.g. this"]),
        ("“Go!” she said. “Now.” He went.", ["“Go!” she said.", "“Now.”", "He went."]),
        (
            "a wrapped\nline. Next\n\nHeading\n\nBody",
            ["a wrapped line.", "Next", "Heading", "Body"],
        ),
        ("the US-\nChina talks", ["the US- China talks"]),
        ("high-\nrise", ["high-rise"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert list(split_sentences(text)) == sentences


@given(st.text(alphabet="Ab. \n!?”"))
def test_no_letter_is_lost(text: str) -> None:
    letters = [sign for sign in text if sign.isalpha()]
    assert [sign for sign in "".join(split_sentences(text)) if sign.isalpha()] == letters


def test_a_text_is_aligned_with_itself() -> None:
    found = align(ORIGINAL, ORIGINAL)
    assert [pair.spun for pair in found] == list(split_sentences(ORIGINAL))
    assert all(pair.spun == pair.original and pair.similarity == 1 for pair in found)


def test_one_sentence_that_was_two_is_found() -> None:
    spun = "The board met on Monday and it voted to shut the old bridge over the river Wye. Bye."
    [pair] = align(spun, ORIGINAL)
    assert pair.original.startswith("The council")
    assert pair.original.endswith("Wye.")


def test_two_sentences_that_were_one_are_found() -> None:
    spun = "Mr. Hale lives nearby. He said the clamor had kept his youngsters awake."
    [pair] = align(spun, ORIGINAL)
    assert pair.spun == spun
    assert pair.original.startswith("Mr. Hale")


def test_what_the_other_text_has_not_is_skipped() -> None:
    spun = "Nobody asked the fish. Work starts in March and will last two years. The end."
    [pair] = align(spun, ORIGINAL)
    assert (pair.spun[:4], pair.original[:4]) == ("Work", "Work")


def test_a_sentence_that_moved_is_found() -> None:
    first, second, third, last = split_sentences(ORIGINAL)
    found = align(f"{last} {first} {second} {third}", ORIGINAL)
    assert {pair.spun for pair in found if pair.spun == pair.original} == {
        first,
        second,
        third,
        last,
    }


def test_strange_texts_have_nothing_in_common() -> None:
    assert align("Cats purr while asleep.", "Tax law was amended by decree.") == ()
    assert align("", ORIGINAL) == align(ORIGINAL, "") == ()


def test_long_texts_stay_aligned_to_their_end() -> None:
    lines = [f"Row {n} tells of item{n % 97} and thing{n % 89} here." for n in range(160)]
    found = align(" ".join(lines), " ".join(line for n, line in enumerate(lines) if n % 10))
    assert len(found) == 144
    assert all(pair.spun == pair.original for pair in found)

"""Every word leads to its number and back, and no other word to any."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.language.word_numbers import Encoding, Names, Numbers, numbered

WORDS = st.lists(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), unique=True
)


def listed(words: list[str]) -> np.ndarray:
    """A list as it is shipped."""
    return np.frombuffer("".join(f"{word}\0" for word in words).encode(), np.uint8)


@given(first=WORDS, second=WORDS, asked=WORDS)
def test_words_have_the_numbers_of_their_places(
    first: list[str], second: list[str], asked: list[str]
) -> None:
    words = [*first, *(word for word in second if word not in first)]
    arrays = numbered([listed(first), listed(words[len(first) :])])
    names = Names(arrays)
    numbers = Numbers(arrays, names)
    assert [names[number] for number in range(len(words) + 1)] == [*words, ""]
    assert list(numbers) == words
    assert len(numbers) == len(words)
    wanted = [words.index(word) if word in words else len(words) for word in [*asked, *words]]
    assert [numbers.get(word, len(words)) for word in [*asked, *words]] == wanted
    assert [word in numbers for word in asked] == [word in words for word in asked]


def test_words_are_read_as_others_where_these_are_given() -> None:
    arrays = numbered([listed(["rocket", "fire"])])
    encoding = Encoding(Numbers(arrays, Names(arrays)), 2, {"fyre": 1, "rocket": 1})
    assert [encoding[word] for word in ("rocket", "fire", "fyre", "hearth")] == [1, 1, 1, 2]


def test_unknown_words_are_not_kept() -> None:
    """A corpus has millions of them."""
    arrays = numbered([listed(["rocket", "fire"])])
    numbers = Numbers(arrays, Names(arrays))
    encoding = Encoding(numbers, 2, {})
    for word in ("fire", *(f"hearth{n}" for n in range(100))):
        assert encoding[word] == numbers.get(word, 2)
    assert dict(encoding) == {"fire": 1}
    assert dict(numbers._found) == {"fire": 1}


def test_a_word_without_a_number_is_missing() -> None:
    arrays = numbered([listed(["rocket", "fire"])])
    numbers = Numbers(arrays, Names(arrays))
    assert numbers["fire"] == 1
    assert (numbers.get("hearth"), 7 in numbers, "\ud800" in numbers) == (None, False, False)
    with pytest.raises(KeyError, match="hearth"):
        numbers["hearth"]

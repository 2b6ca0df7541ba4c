"""Tokens, their places, and what folds alike."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.text.tokens import Token, fold, tokens

TEXTS = st.text(
    st.one_of(
        st.characters(max_codepoint=0xFFF),
        st.characters(min_codepoint=0x1F000, max_codepoint=0x1FFFF),
        st.sampled_from("aAsS '’-–—.,\n\u00a0\u00ad\u200bİßﬁéе\u0301𝒜🎉7"),
    )
)


@given(TEXTS)
def test_tokens_are_apart_ordered_and_inside_the_text(text: str) -> None:
    at = 0
    for token in tokens(text):
        assert at <= token.start < token.end <= len(text)
        assert token.norm
        at = token.end


@given(TEXTS)
def test_a_token_folds_to_itself_where_it_stands_alone(text: str) -> None:
    for token in tokens(text):
        if token.norm.isalnum():
            assert fold(text[token.start : token.end]) == token.norm


@given(TEXTS)
def test_letters_and_digits_belong_to_some_token(text: str) -> None:
    covered = {place for token in tokens(text) for place in range(token.start, token.end)}
    assert all(place in covered for place, sign in enumerate(text) if sign.isalnum())


@given(TEXTS)
def test_folding_is_the_same_for_both_unicode_compositions(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed) == fold(decomposed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("professional-Iranian", "Professional Iranian"),
        ("professional–iranian", "professional‑iranian"),
        ("professional-\nIranian", "professional\u00a0Iranian"),
        ("world’s first", "WORLD'S FIRST"),
        ("pro\u00adfound lear\u200bning", "profound learning"),
        ("рrofоund", "profound"),  # Cyrillic р and о
        ("prοfound", "profound"),  # Greek ο
        ("proﬁle", "profile"),
        ("naïve", "nai\u0308ve"),
        ("“big” data", '"big" data'),
        ("ﬁne", "FINE"),
        ("ｒｏｃｋｅｔ ７", "rocket 7"),
        ("𝐑𝐨𝐜𝐤𝐞𝐭 𝘩𝘦𝘢𝘳𝘵𝘩", "rocket hearth"),
        ("rօcket", "rocket"),  # Armenian օ
        ("ro\ufe01cket\u2800he\u206aarth", "rocket hearth"),
        ("the worldʼs", "the world's"),
        ("rocket\u2028hearth", "rocket hearth"),
        ("rocket **hearth**", "rocket hearth"),
        ("[rocket](http://x.y/a_(b)) hearth", "rocket hearth"),
        ("rocket&nbsp;<b>hearth</b>", "rocket hearth"),
        ("> rocket\n> hearth", "rocket hearth"),
        ("rocket\\\nhearth", "rocket hearth"),
        ("rocket\n\thearth", "rocket hearth"),
    ],
)
def test_folds_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("big, data", "big data"),
        ("big – data", "big data"),
        ("big—data", "big data"),
        ("big\n\ndata", "big data"),
        ("3.5 days", "5 days"),
        ("раса", "paca"),  # wholly Cyrillic: a word of its own
        ("bigdata", "big data"),
        ("big\tdata", "big data"),
        ("big\fdata", "big data"),
        ("big\n\fdata", "big data"),
        ("big\u2029data", "big data"),
        ("big `data`", "big data"),
        ("big*data", "big data"),
        ("big_data", "big data"),
        ("big * data", "big data"),
        ("big [data]", "big data"),
        ("big ![data](a.png)", "big data"),
    ],
)
def test_stays_apart(one: str, other: str) -> None:
    assert f" {fold(other)} " not in f" {fold(one)} "


@given(st.text("aBsS19_-'.,@ \t\n\r\x1c", max_size=20))
def test_plain_text_has_the_same_tokens_beside_other_letters(text: str) -> None:
    """ASCII text is split by a pattern of its own."""
    plain = text + " ; "
    assert [*tokens(plain), Token("é", len(plain), len(plain) + 1)] == [*tokens(plain + "é")]


@given(st.text(" aBz09", max_size=12) | TEXTS)
def test_folding_is_the_tokens_with_a_space_between(text: str) -> None:
    assert fold(text) == " ".join(token.norm for token in tokens(text))


@given(TEXTS, st.slices(8))
def test_columns_and_parts_agree_with_the_tokens(text: str, part: slice) -> None:
    found, each = tokens(text), [*tokens(text)]
    assert found.norms == [token.norm for token in each]
    assert [found[at] for at in range(len(found))] == each
    assert [*found[part]] == each[part]


def test_a_possessive_ending_is_a_token_of_its_own() -> None:
    assert [*tokens("It’s James'")] == [
        Token("it", 0, 2),
        Token("'s", 2, 4),
        Token("james", 5, 10),
        Token("'", 10, 11),
    ]


def test_a_contraction_and_a_number_are_one_token() -> None:
    assert [token.norm for token in tokens("don't pay 1,000.50 now")] == [
        "don't",
        "pay",
        "1,000.50",
        "now",
    ]


def test_letter_case_counts_where_asked() -> None:
    assert fold("Big Data", cased=True) != fold("big data", cased=True)
    assert fold("Big-Data", cased=True) == fold("Big Data", cased=True)


RAISED = "¹²³⁴ⁱªᵃ₂①❶"


@pytest.mark.parametrize("note", [*RAISED, "¹²", "†", "*", "[1]"])
def test_a_note_behind_a_word_is_no_part_of_it(note: str) -> None:
    assert fold(f"hearth{note} hearth").startswith("hearth ")


@pytest.mark.parametrize("word", ["1st", "1ˢᵗ", "22nd", "x2", "ⅳ"])
def test_an_ordinal_is_one_word(word: str) -> None:
    assert len(tokens(f"the {word} of")) == 3


@given(st.lists(st.sampled_from(["big", "data", "7", "days"]), min_size=1), st.sampled_from(RAISED))
def test_what_is_found_with_a_note_is_found_without(words: list[str], note: str) -> None:
    plain = [token.norm for token in tokens(" ".join(words))]
    noted = [token.norm for token in tokens("".join(f"{word}{note} " for word in words))]
    assert noted[::2] == plain

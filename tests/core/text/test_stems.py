"""Stems, and what is known of a word's stem from its first letters."""

from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.text.stems import _IRREGULAR, HEAD, irregular_heads, stems, stems_once

FORMS = _IRREGULAR.replace("|", " ").split()
WORDS = st.builds(
    str.__add__,
    st.text("aeitysdg", max_size=4),
    st.sampled_from(["", "s", "ing", "ed", "eds", "ee", "tying", "sses", "ity"]),
) | st.sampled_from(FORMS)


@given(WORDS | st.text(max_size=6))
def test_every_stem_of_a_word_tells_its_head(word: str) -> None:
    heads = irregular_heads()
    assert all(word[:HEAD] in {stem[:HEAD], *heads.get(stem, ())} for stem in stems(word))


@given(WORDS | st.text(max_size=6))
def test_a_word_has_the_same_stems_with_and_without_a_cache(word: str) -> None:
    assert stems_once(word) == stems(word) == stems_once(word)


def test_forms_of_a_word_share_a_stem() -> None:
    assert {stems(word)[0] for word in ("tried", "tries", "try")} == {"tri"}
    assert stems("went") == ("went", "go")
    assert stems("hall") == ("hal",)

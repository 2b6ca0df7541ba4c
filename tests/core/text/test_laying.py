"""A fix laid over its place: white space, breaks and markup stay."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.text.laying import laid_over, reads_plainly
from unspin_gui.core.text.spans import Span


@pytest.mark.parametrize(
    ("place", "fix", "laid"),
    [
        ("rocket hearth", "rocket fire", "rocket fire"),
        ("rocket-hearth", "rocket fire", "rocket fire"),
        ("rocket\nhearth", "rocket fire", "rocket\nfire"),
        ("rocket  \nhearth", "rocket fire", "rocket  \nfire"),
        ("rocket\\\nhearth", "rocket fire", "rocket\\\nfire"),
        ("rocket\n\thearth", "rocket fire", "rocket\n\tfire"),
        ("rocket\u2028hearth", "rocket fire", "rocket\u2028fire"),
        ("rocket\u00a0hearth", "rocket fire", "rocket\u00a0fire"),
        ("rocket\n> hearth", "rocket fire", "rocket\n> fire"),
        ("rocket<br/>\nhearth", "rocket fire", "rocket<br/>\nfire"),
        ("rocket&nbsp;hearth", "rocket fire", "rocket&nbsp;fire"),
        ("rocket** hearth", "rocket fire", "rocket** fire"),
        ("rocket *hearth", "rocket fire", "rocket *fire"),
        ("rocket](http://x.y) hearth", "rocket fire", "rocket](http://x.y) fire"),
        ("husband or wife\nforces", "partner forces", "partner\nforces"),
        ("husband\nor wife forces", "partner forces", "partner\nforces"),
        ("husband or\nwife** forces", "partner forces", "partner\nforces**"),
        ("fixed\nterm", "a term that is fixed", "a term that\nis fixed"),
        ("coun-\nterfeit consciousness", "artificial intelligence", "artificial\nintelligence"),
        ("counterfeit con\u00ad\n sciousness", "artificial mind", "artificial\n mind"),
        ("signal-to-\ncommotion", "signal-to-noise ratio", "signal-to-noise\nratio"),
        ("counterfeit con- sciousness", "artificial intelligence", "artificial intelligence"),
        ("rocket\nhearth", "stove", "stove"),
        ("rocket** hearth", "stove", "stove**"),
        ("rocket *hearth", "stove", "*stove"),
        ("rocket** **hearth", "stove", "stove"),
        ("rocket [hearth", "stove", "[stove"),
        ("rocket\nhearth", "", ""),
    ],
)  # fmt: skip
def test_what_stands_between_the_words_stays(place: str, fix: str, laid: str) -> None:
    source = f"He told [of a {place}](u) here."
    start = source.index(place)
    assert laid_over(fix, source, Span(start, start + len(place))) == laid


WORDS = st.lists(st.sampled_from(["a", "rocket", "hearth", "of"]), min_size=1, max_size=5)
GAPS = st.sampled_from([" ", "\n", "\u2028", "  \n", "<br>", "\n\t", "\u00a0", "** ", "\n> "])


@given(WORDS, st.lists(GAPS, min_size=4, max_size=4), WORDS)
def test_no_line_end_break_or_tab_comes_or_goes_while_there_is_a_blank_for_it(
    words: list[str], gaps: list[str], fix: list[str]
) -> None:
    place = words[0] + "".join(gap + word for gap, word in zip(gaps, words[1:], strict=False))
    laid = laid_over(" ".join(fix), place, Span(0, len(place)))
    for sign in ("\n", "\u2028", "\t", "<br>", "**"):
        assert laid.count(sign) <= place.count(sign)
        if len(fix) >= len(words) or sign == "**":
            assert laid.count(sign) == place.count(sign)
    assert re.sub(r"\s|<br>|\*\*|>", "", laid) == "".join(fix)


def test_a_place_reads_plainly_without_markup_and_divided_words() -> None:
    assert reads_plainly("rocket-powered\nhearth")
    assert not reads_plainly("rocket** hearth")
    assert not reads_plainly("rocket hea-\nrth")

"""Texts compared line by line."""

from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.text.line_diff import line_diff

LINES = st.lists(st.sampled_from(["a", "b", "c", "", "a b"]), max_size=12)


@given(LINES, LINES)
def test_each_side_holds_its_own_differing_lines(one: list[str], two: list[str]) -> None:
    places = line_diff("\n".join(one), "\n".join(two))
    assert bool(places) == ("\n".join(one) != "\n".join(two))
    lines = [line for place in places for line in place]
    removed = sum(line.side == "-" for line in lines)
    added = sum(line.side == "+" for line in lines)
    assert len("\n".join(one).split("\n")) - removed == len("\n".join(two).split("\n")) - added


def test_a_changed_line_stands_between_its_neighbours() -> None:
    [place] = line_diff("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nX\ne\nf\ng", around=1)
    assert ["".join(line) for line in place] == [" c", "-d", "+X", " e"]


def test_texts_without_anything_in_common_take_no_time() -> None:
    one = "\n".join(str(n % 7) for n in range(50_000))
    two = "\n".join(str(n % 11) + "x" for n in range(50_000))
    [place] = line_diff(one, two)
    assert len(place) == 100_000

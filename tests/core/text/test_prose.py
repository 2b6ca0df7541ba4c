"""What is no prose is blanked; all else keeps its place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.text.prose import LEFT_OUT, prose_of, prose_passages
from unspin_gui.core.text.spans import Span


def test_what_a_line_is_not_alone_in_leaves_a_sign() -> None:
    source = "Run `a b` now.\nx = code\nThen end."
    passages = prose_passages(source, [Span(15, 23)])
    assert [(one.start, one.text) for one in passages] == [
        (0, f"Run {LEFT_OUT}     now."),
        (24, "Then end."),
    ]


@pytest.mark.parametrize(
    "left_out", ["\\cite{a}", "$x^2$", "/x/y", "@who", "_x", "=1", ".py", "#label", "::x"]
)
def test_what_is_left_out_makes_no_address_of_the_word_that_it_touches(left_out: str) -> None:
    source = f"A bosom{left_out} and {left_out}bosom."
    at = [m.start() for m in re.finditer(re.escape(left_out), source)]
    passages = prose_passages(source, [Span(one, one + len(left_out)) for one in at])
    assert prose_of(passages).replace(LEFT_OUT, " ").split() == ["A", "bosom", "and", "bosom."]


def test_two_megabytes_of_a_picture_are_no_passages() -> None:
    picture = "![](data:image/png;base64," + "iVBORw0KGgo" * 200_000 + ")"
    passages = prose_passages(f"One.\n\n{picture}\n\nTwo {picture} three.")
    assert (
        " ".join(prose_of(passages).replace(LEFT_OUT, "").split())
        == "One. ![]( ) Two ![]( ) three."
    )


def test_a_line_of_many_left_out_parts_is_read_in_linear_time() -> None:
    count = 60_000
    source = "ab " * count + "x"
    passages = prose_passages(source, [Span(at, at + 2) for at in range(0, 3 * count, 3)])
    assert sum(one.text.count(LEFT_OUT) for one in passages) == count
    assert passages[-1].text.endswith("x")


@given(st.text(alphabet="ab .\n/", max_size=60), st.lists(st.integers(0, 60), max_size=6))
def test_every_code_point_of_prose_keeps_its_place(source: str, places: list[int]) -> None:
    ends = sorted(min(place, len(source)) for place in places)
    skip = [Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)]
    out = {place for span in skip for place in range(*span)}
    for passage in prose_passages(source, skip):
        for place, sign in enumerate(passage.text, passage.start):
            assert sign in {source[place], " ", LEFT_OUT}
            assert place not in out or sign in {" ", LEFT_OUT, "\n"}

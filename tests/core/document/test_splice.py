"""The corrected text of a document is the same whether worked out anew or from another one's."""

from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.document.decision import Decision
from unspin_gui.core.document.document import Document
from unspin_gui.core.text.spans import Span

SOURCE = "one two three four five six seven"
STEPS = st.lists(
    st.tuples(st.integers(0, 32), st.integers(0, 5), st.sampled_from(["", "x", "long words"])),
    max_size=8,
)


@given(first=STEPS, second=STEPS, gone=st.lists(st.integers(0, 7), max_size=6), asks=st.booleans())
def test_steps_of_which_none_was_asked_for_its_text(
    first: list[tuple[int, int, str]],
    second: list[tuple[int, int, str]],
    gone: list[int],
    asks: bool,
) -> None:
    document = Document(SOURCE)
    assert document.corrected == SOURCE
    for steps in (first, second):
        for start, size, text in steps:
            span = Span(start, min(len(SOURCE), start + size))
            document = document.with_decisions([Decision(span, text, "edited")])
            for number in gone:
                if asks and number == 3:
                    assert document.corrected == Document(SOURCE, document.decisions).corrected
                document = document.without(document.decisions[number : number + 1])
    assert document.corrected == Document(SOURCE, document.decisions).corrected


def test_what_is_added_and_taken_away_again_leaves_the_text() -> None:
    document = Document(SOURCE)
    assert document.corrected == SOURCE
    added = document.with_decisions([Decision(Span(4, 7), "2", "edited")])
    assert added.without(added.decisions).corrected == SOURCE

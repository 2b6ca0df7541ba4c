"""What a decision teaches, and how it is written down."""

import pytest

from unspin_gui.core.document.document import Decision, Document, Lesson, Pair
from unspin_gui.core.text.spans import Span
from unspin_gui.store.review.anchoring import from_plain, recall, remember, to_plain
from unspin_gui.store.review.decision_rows import decision_of, row_of

SOURCE = "The rocket assaults went on."
PAIR = Pair("assaults", "attacks")
LESSONS = (
    None,
    Lesson(PAIR, "preference"),
    Lesson(PAIR, "known"),
    Lesson(Pair("rocket assaults", "rocket attacks")),
)


def decision(lesson: Lesson | None) -> Decision:
    return Decision(Span(11, 19), "attacks", learn=PAIR, lesson=lesson)


@pytest.mark.parametrize("lesson", LESSONS)
def test_it_is_read_as_it_was_written(lesson: Lesson | None) -> None:
    one = decision(lesson)
    assert decision_of(row_of(one)) == one
    (kept,) = remember(SOURCE, [one])
    assert recall(SOURCE, [from_plain(to_plain(kept))]) == (one,)


@pytest.mark.parametrize("learn", [["a"], ["a", "b", "never"], ["a", "b", "phrase", "c"], [1, 2]])
def test_anything_else_is_refused(learn: object) -> None:
    with pytest.raises(ValueError, match="no pair"):
        decision_of([0, 3, "A", "accepted", learn])


def test_what_a_glossary_has_already_is_a_lesson_but_no_pair_to_learn() -> None:
    document = Document(SOURCE).with_decisions([decision(Lesson(PAIR, "known"))])
    assert document.lessons == (Lesson(PAIR, "known"),)
    assert document.fixes == ()
    assert Document(SOURCE).with_decisions([decision(None)]).fixes == (PAIR,)

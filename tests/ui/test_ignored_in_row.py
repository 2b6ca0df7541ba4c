"""After several places that were ignored one by one, the rest like them is offered at once."""

from collections.abc import Sequence

import pytest

from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.session.ignored_in_row import IgnoredInRow, weak_rest


def suspect(place: int, score: float) -> Suspect:
    return Suspect(Span(place, place + 1), "a", "unfit", score, None)


def after(scores: Sequence[float | None]) -> tuple[IgnoredInRow, Document]:
    """After places that were ignored one by one; None: one that was accepted."""
    row, document = IgnoredInRow(), Document("a" * 50)
    for place, score in enumerate(scores):
        before, state = document, "accepted" if score is None else "kept"
        document = document.with_decisions([Decision(Span(place, place + 1), "b", state)])
        row.note(None if score is None else suspect(place, score), before, document)
    return row, document


@pytest.mark.parametrize(
    ("scores", "percent"),
    [
        ((0.5, 0.6), None),
        ((0.5, 0.61, 0.52), 80),
        ((0.5, 0.8, 0.52), 85),
        ((0.5, 0.97, 0.52), 90),
        ((0.5, None, 0.6, None, 0.6), 80),
        ((0.5, None, 0.6, 0.6, None), None),
        ((0.5, None, 0.6, None, None, None, 0.6), None),
        ((0.95, None, None, 0.5, None, 0.5, 0.5), 80),
    ],
)
def test_three_of_the_last_six_give_a_bound(
    scores: Sequence[float | None], percent: int | None
) -> None:
    row, document = after(scores)
    assert row.percent(document) == percent


def test_another_act_between_begins_anew() -> None:
    row, document = after((0.5, 0.5, 0.5))
    other = document.with_decisions([Decision(Span(20, 21), "b")])
    assert row.percent(other) is None
    again = other.with_decisions([Decision(Span(21, 22), "a", "kept")])
    row.note(suspect(21, 0.5), other, again)
    assert row.percent(again) is None


def test_what_is_shown_with_the_bound_itself_is_not_below_it() -> None:
    suspects = [suspect(0, 0.744), suspect(1, 0.746), suspect(2, 0.75), suspect(3, 0.97)]
    assert weak_rest(suspects, 75).suspects == (suspects[0],)
    assert len(weak_rest(suspects, 101).suspects) == 4

"""Acts are named by their effect, and each number is said once."""

from unspin_gui.core.document.document import Decision
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.session.act_labels import (
    ignoring,
    ignoring_rest,
    label_of,
    told,
    with_effect,
)

DAYS = "days and days and days"


def decisions(*texts: str) -> list[Decision]:
    return [Decision(Span(9 * k, 9 * k + 4), text) for k, text in enumerate(texts)]


def suspects(*phrases: str) -> list[Suspect]:
    return [Suspect(Span(0, len(p)), p, "unfit", 1.0, None) for p in phrases]


def test_one_wording_is_named_with_its_places() -> None:
    label = label_of(DAYS, decisions("week", "Week", "week"))
    assert with_effect(label, 3, 1) == "accept “days” → “week” (3 places, glossary +1)"
    assert with_effect(label_of(DAYS, decisions("week")), 1, 0) == "accept “days” → “week”"
    assert label_of(DAYS, decisions("")) == "delete “days”"


def test_different_ones_are_counted_once() -> None:
    assert with_effect(label_of(DAYS, decisions("a", "b")), 2, 0) == "accept fixes (2 places)"
    assert with_effect(ignoring(suspects("a", "b")), 2, 0) == "ignore here (2 places)"
    assert with_effect(ignoring(suspects("a b", "A  b")), 2, 0) == "ignore “a b” here (2 places)"


def test_all_that_scores_less_is_named_by_its_bound() -> None:
    assert with_effect(ignoring_rest(75), 9, 0) == "ignore the rest below 75 % (9 places)"
    assert with_effect(ignoring_rest(101), 9, 0) == "ignore the rest (9 places)"


def test_what_is_told_begins_like_a_sentence() -> None:
    assert told("accept “week”", "Ctrl+J") == "Accept “week” (Ctrl+J undoes it)"
    assert told("accept “week”", "") == "Accept “week”"

"""Decisions as JSON values: `[start, end, text, state, learn]`.

`learn` is null or `[phrase, fix]`, followed, if the decision teaches something else, by the `form`
and, if they differ, the phrase and fix of the lesson.
"""

from typing import Protocol

from unspin_gui.core.document.document import Decision, Form, Lesson, Pair, State
from unspin_gui.core.suspects import ASSUMPTIONS, Assumption
from unspin_gui.core.text.spans import Span


class TaughtPair(Protocol):
    """Anything with a pair and what it teaches."""

    @property
    def learn(self) -> Pair | None:
        """The plain pair."""

    @property
    def lesson(self) -> Lesson | None:
        """What the glossary learns from it, if that is not the pair itself."""


_FORMS: dict[str, Form] = {"phrase": "phrase", "preference": "preference", "known": "known"}
_STATES: dict[str, State] = {"accepted": "accepted", "edited": "edited", "kept": "kept"}


def row_of(decision: Decision) -> list[object]:
    """Convert a decision to JSON values."""
    return [*decision.span, decision.text, decision.state, learn_row(decision)]


def decision_of(row: object) -> Decision:
    """Read a decision from JSON values; raises ValueError for anything `row_of` does not write."""
    if not isinstance(row, list) or len(row) != 5:
        raise ValueError("no decision")
    start, end, text, state, learn = row
    if type(start) is not int or type(end) is not int or not isinstance(text, str):
        raise ValueError("no place or no text")
    return Decision(Span(start, end), text, state_of(state), *learn_of(learn))


def state_of(raw: object) -> State:
    """The state of a decision; raises ValueError for anything else."""
    if isinstance(raw, str) and raw in _STATES:
        return _STATES[raw]
    raise ValueError("no state")


def assumption_of(raw: object) -> Assumption:
    """The user's assumption about a document; raises ValueError for anything else."""
    for assumption in ASSUMPTIONS:
        if raw == assumption:
            return assumption
    raise ValueError("no assumption")


def learn_row(decision: TaughtPair) -> list[str] | None:
    """Convert the pair of a decision and what it teaches to JSON values."""
    pair, lesson = decision.learn, decision.lesson
    if pair is None or lesson is None:
        return list(pair) if pair else None
    return [*pair, lesson.form, *(lesson.pair if lesson.pair != pair else ())]


def learn_of(raw: object) -> tuple[Pair | None, Lesson | None]:
    """The pair and the lesson, if any; raises ValueError for anything else."""
    if raw is None:
        return None, None
    if not isinstance(raw, list) or not all(isinstance(text, str) for text in raw):
        raise ValueError("no pair")
    if len(raw) not in (2, 3, 5) or (len(raw) > 2 and raw[2] not in _FORMS):
        raise ValueError("no pair")
    pair = Pair(raw[0], raw[1])
    if len(raw) == 2:
        return pair, None
    return pair, Lesson(Pair(raw[3], raw[4]) if len(raw) == 5 else pair, _FORMS[raw[2]])

"""Decisions as JSON values: `[start, end, text, state, learn]`."""

from unspin_gui.core.document.document import Decision, Pair, State
from unspin_gui.core.text.spans import Span

_STATES: dict[str, State] = {"accepted": "accepted", "edited": "edited", "kept": "kept"}


def row_of(decision: Decision) -> list[object]:
    """Convert a decision to JSON values."""
    learn = list(decision.learn) if decision.learn else None
    return [*decision.span, decision.text, decision.state, learn]


def decision_of(row: object) -> Decision:
    """Read a decision from JSON values; raises ValueError for anything `row_of` does not write."""
    if not isinstance(row, list) or len(row) != 5:
        raise ValueError("no decision")
    start, end, text, state, learn = row
    if type(start) is not int or type(end) is not int or not isinstance(text, str):
        raise ValueError("no place or no text")
    return Decision(Span(start, end), text, state_of(state), pair_of(learn))


def state_of(raw: object) -> State:
    """The state of a decision; raises ValueError for anything else."""
    if isinstance(raw, str) and raw in _STATES:
        return _STATES[raw]
    raise ValueError("no state")


def pair_of(raw: object) -> Pair | None:
    """The pair to learn, if any; raises ValueError for anything else."""
    if raw is None:
        return None
    if isinstance(raw, list) and len(raw) == 2 and all(isinstance(text, str) for text in raw):
        return Pair(*raw)
    raise ValueError("no pair")

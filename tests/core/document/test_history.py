"""Undo reaches back to the beginning of the session, and keeps no copies of the text on the way."""

import tracemalloc
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.document.change import rewrite
from unspin_gui.core.document.document import Decision, Document, Pair
from unspin_gui.core.document.history import History, start_history
from unspin_gui.core.document.marks import open_suspects, still_open
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.suspects import ASSUMPTIONS, Assumption, Suspect
from unspin_gui.core.text.spans import Span

SOURCE = "The rocket hearth of 7 days, and the \U0001f600 husband or wife forces met."
Act = Callable[[Document], Document]

places = st.tuples(st.integers(0, len(SOURCE) - 8), st.integers(0, 8))
words = st.text("ab \U0001f600", max_size=5)


def deciding(some: list[tuple[tuple[int, int], str, bool]]) -> Act:
    def act(document: Document) -> Document:
        return document.with_decisions(
            Decision(Span(at, at + size), text, learn=Pair(f"{text}!", text) if learn else None)
            for (at, size), text, learn in some
        )

    return act


def typing(place: tuple[int, int], text: str) -> Act:
    def act(document: Document) -> Document:
        end = len(document.corrected)
        at = min(place[0], end)
        return rewrite(document, Span(at, min(at + place[1], end)), text)

    return act


def taking_back(number: int) -> Act:
    return lambda document: document.without(document.decisions[number : number + 2])


def silencing(phrase: str) -> Act:
    return lambda document: document.ignoring([phrase]).never_flagging([phrase * 2])


def teaching(phrase: str) -> Act:
    change = EntryChange(None, Entry(phrase or "x", ("y",)))
    return lambda document: document._replace(edits=(*document.edits, change))


def assuming(assumption: Assumption) -> Act:
    return lambda document: document._replace(assume=assumption)


acts = st.one_of(
    st.builds(assuming, st.sampled_from(ASSUMPTIONS)),
    st.builds(deciding, st.lists(st.tuples(places, words, st.booleans()), max_size=4)),
    st.builds(typing, places, words),
    st.builds(taking_back, st.integers(0, 5)),
    st.builds(silencing, words),
    st.builds(teaching, words),
)


def assert_known_rightly(document: Document) -> None:
    """What was carried over from an earlier Document is what would be worked out anew."""
    fresh = Document(document.source, document.decisions)
    assert document.corrected == fresh.corrected
    assert document.fixes == fresh.fixes
    for decision in document.decisions:
        assert document.place_of(decision) == fresh.place_of(decision)
        assert document.room(decision.span) == fresh.room(decision.span)
    for place in range(0, len(SOURCE), 7):
        assert document.to_corrected(Span(place, place + 3)) == fresh.to_corrected(
            Span(place, place + 3)
        )


@given(
    st.lists(st.tuples(acts, st.sampled_from([None, None, "key"])), max_size=12),
    st.data(),
)
def test_every_document_of_a_session_comes_back(
    done: list[tuple[Act, object]], data: st.DataObject
) -> None:
    history, all_of_them = start_history(Document(SOURCE)), [Document(SOURCE)]
    last: object = None
    for act, merge in done:
        document = act(history.document)
        assert_known_rightly(document)
        if merge is not None and last == merge:
            all_of_them[-1] = document
        else:
            all_of_them.append(document)
        last = merge
        history = history.push(document, "Act", merge=merge)
    at = len(all_of_them) - 1
    for back in data.draw(st.lists(st.booleans(), max_size=20)):
        history = history.undone() if back else history.redone()
        at = max(0, at - 1) if back else min(len(all_of_them) - 1, at + 1)
        assert history.document == all_of_them[at]
        assert_known_rightly(history.document)
    while history.can_undo:
        history = history.undone()
    assert history.document == Document(SOURCE)
    assert not history.is_dirty


@given(acts, acts, st.sets(st.integers(0, len(SOURCE) // 4 - 1)))
def test_suspects_are_still_open_as_if_they_were_looked_through_anew(
    first: Act, second: Act, numbers: set[int]
) -> None:
    suspects = [
        Suspect(Span(4 * n, 4 * n + 3), SOURCE[4 * n : 4 * n + 3], "known", 1.0, None)
        for n in sorted(numbers)
    ]
    before = first(Document(SOURCE))
    after = second(before)
    were_open = open_suspects(before, suspects)
    assert still_open(before, were_open, after, suspects) == open_suspects(after, suspects)
    now_open = open_suspects(after, suspects)
    assert still_open(after, now_open, before, suspects) == were_open


def reviewed(history: History, count: int) -> History:
    for number in range(count):
        span = Span(100 * number, 100 * number + 4)
        document = history.document.with_decisions([Decision(span, "fixed", learn=Pair("x", "y"))])
        assert "fixed" in document.corrected  # as a view asks for it after each act
        history = history.push(document, "Accept")
    return history


def test_a_thousand_acts_keep_no_copies_of_the_text() -> None:
    history = reviewed(start_history(Document("the text\u2019s " * 100_000)), 1)
    tracemalloc.start()
    try:
        size = tracemalloc.get_traced_memory()[0]
        history = reviewed(history, 1000)
        grown = tracemalloc.get_traced_memory()[0] - size
    finally:
        tracemalloc.stop()
    # The present text, and what a thousand decisions and steps take; not a second text.
    assert grown < 2 * len(history.document.source) + 3_000_000
    for _ in range(1001):
        history = history.undone()
    assert not history.document.decisions
    assert not history.can_undo


def test_nothing_is_learnt_at_any_step_once_another_glossary_begins() -> None:
    history = start_history(Document(SOURCE))
    for act in (
        deciding([((4, 3), "a", True)]),
        silencing("b"),
        deciding([((4, 3), "c", True), ((20, 3), "d", True)]),
        teaching("e"),
    ):
        history = history.push(act(history.document), "Act")
    corrected = [history.document.corrected]
    history = history.undone().without_learning().redone()
    for _ in range(5):
        document = history.document
        assert (document.fixes, document.never, document.edits) == ((), (), ())
        assert_known_rightly(document)
        corrected.append(document.corrected)
        history = history.undone()
    assert corrected[0] == corrected[1]
    assert history.document == Document(SOURCE)

from bisect import bisect_right

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.document.history import start_history
from unspin_gui.core.document.places import Place, line_starts, place_at
from unspin_gui.core.text.spans import Span

PAGES = (Place(0, "page", 3), Place(10, "page", 4), Place(10, "page", 5), Place(30, "page", 6))


@pytest.mark.parametrize(
    ("offset", "number"), [(0, 3), (9, 3), (10, 5), (29, 5), (30, 6), (1_000, 6)]
)
def test_a_place_reaches_to_the_next_one(offset: int, number: int) -> None:
    found = place_at(PAGES, offset)
    assert found is not None
    assert (found.kind, found.number, str(found)) == ("page", number, f"page {number}")


def test_before_the_first_place_there_is_none() -> None:
    assert place_at(PAGES[1:], 9) is None
    assert place_at((), 9) is None


@given(st.text("ab\n\r\u2028", max_size=30))
def test_without_places_the_line_is_told(text: str) -> None:
    document = Document(text)
    for offset in range(len(text) + 1):
        line = text.count("\n", 0, offset) + 1
        found = document.place_at(offset)
        assert (found.kind, found.number) == ("line", line)
        assert text[: found.start].count("\n") == line - 1
        assert found.start <= offset
    assert len(line_starts(text)) == text.count("\n") + 1


def test_before_the_first_page_the_line_is_told() -> None:
    document = Document("title\n" * 5, places=PAGES[1:])
    assert document.place_at(7) == Place(6, "line", 2)
    assert document.place_at(12).kind == "page"


@given(st.lists(st.integers(0, 40), min_size=1).map(sorted), st.integers(0, 40))
def test_the_last_place_that_has_begun_is_found(starts: list[int], offset: int) -> None:
    places = tuple(Place(start, "cue", n) for n, start in enumerate(starts, 1))
    found = place_at(places, offset)
    assert (found.number if found else 0) == bisect_right(starts, offset)


def test_decisions_and_undo_leave_the_places() -> None:
    document = Document("one two three " * 4, places=PAGES)
    assert document.place_at(12).number == 5
    changed = document.with_decisions([Decision(Span(4, 7), "2", "accepted")])
    step = start_history(document).push(changed, "fix").push(changed.ignoring(["one"]), "ignore")
    for one in (changed, step.document, step.undone().document, step.undone().undone().document):
        assert one.places == PAGES
        assert one.place_at(12).number == 5
    assert changed.without(changed.decisions).place_at(31).number == 6


def test_a_document_made_elsewhere_takes_the_places_over() -> None:
    history = start_history(Document("one two three", places=PAGES))
    recovered = Document("one two three", (Decision(Span(0, 3), "1", "accepted"),))
    pushed = history.push(recovered, "restore")
    assert pushed.document == recovered
    assert pushed.document.place_at(11) == PAGES[2]


def test_places_are_no_decision() -> None:
    document = Document("one", places=PAGES)
    assert document == document._replace(places=())
    assert not document.is_decided

"""What a glossary is worth, counted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.glossary import Entry
from unspin_gui.core.statistics import (
    Times,
    learnt_between,
    most_useful,
    never_used,
    often_rejected,
    summary,
    used,
)

COUNTS = {
    "exchange war": Times(9, 1, "2026-05-02"),
    "area unit": Times(9, 0, "2026-01-02"),
    "posse": Times(1, 4, "2026-05-01"),
    "associate": Times(0, 3),
    "hearth": Times(0, 2),
}
ENTRIES = [
    *(Entry(phrase, ("fix",)) for phrase in COUNTS),
    Entry("unheard of", ("fix",)),
    Entry("deep learning", keep=True),
    Entry("off", ("fix",), enabled=False),
]
ROWS = used(ENTRIES, lambda phrase: COUNTS.get(phrase, Times()))


def phrases(rows: object) -> list[str]:
    return [row.entry.phrase for row in rows]  # type: ignore[attr-defined]


def test_the_most_useful_are_those_accepted_most_then_the_most_reliable() -> None:
    assert phrases(most_useful(ROWS)) == ["area unit", "exchange war", "posse"]
    assert phrases(most_useful(ROWS, limit=1)) == ["area unit"]


def test_the_never_used_are_told_without_those_to_keep_or_switched_off() -> None:
    assert phrases(never_used(ROWS)) == ["unheard of"]


def test_the_often_rejected_are_told_the_worst_first() -> None:
    assert phrases(often_rejected(ROWS)) == ["associate", "posse"]


def test_a_phrase_that_is_there_twice_counts_once() -> None:
    twice = [Entry("Area Unit", ("x",)), Entry("area unit", ("are",))]
    [row] = used(twice, lambda _: Times(2))
    assert row.entry.fixes == ("are",)


def test_the_sums() -> None:
    assert summary(ROWS) == (7, 5, 19, 10)
    assert summary([]) == (0, 0, 0, 0)


WEEKS = ["2026-04-20", "2026-04-27", "2026-05-04", "2026-05-11"]


@pytest.mark.parametrize(
    ("added", "counts"),
    [
        (["2026-05-04", "2026-05-10", "2026-05-03"], (0, 1, 2)),
        (["2026-05-11", "2026-04-19", "", "soon"], (0, 0, 0)),
        (["2026-05-04T10:00:00"], (0, 0, 1)),
    ],
)
def test_what_was_learnt_is_counted_week_by_week(added: list[str], counts: tuple[int, ...]) -> None:
    entries = [Entry(f"phrase {n}", added=day) for n, day in enumerate(added)]
    assert learnt_between(entries, WEEKS) == counts
    assert learnt_between(entries, []) == learnt_between(entries, WEEKS[:1]) == ()


@given(st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1))), st.integers(1, 60))
def test_every_day_within_the_weeks_is_in_one_of_them(days: list[date], weeks: int) -> None:
    first = date(2023, 1, 2)
    starts = [first + timedelta(weeks=n) for n in range(weeks + 1)]
    entries = [Entry("x", added=day.isoformat()) for day in days]
    found = learnt_between(entries, [start.isoformat() for start in starts])
    assert len(found) == weeks
    assert sum(found) == sum(first <= day < starts[-1] for day in days)

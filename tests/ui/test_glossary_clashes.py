"""Entries that contradict each other or themselves."""

import pytest

from unspin_gui.application.glossary_conflicts import EntryConflict, find_clashes
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary


def clashes(
    *entries: Entry, others: tuple[Entry, ...] = ()
) -> dict[int, tuple[EntryConflict, ...]]:
    return find_clashes(Glossary("mine", entries, mine=True), [Glossary("team", others)])


@pytest.mark.parametrize(
    ("entry", "clash"),
    [
        (Entry("7 days", ("7 Days",)), EntryConflict("same", "7 Days")),
        (Entry("7 days", ("the last 7 days",)), EntryConflict("again", "the last 7 days")),
        (Entry("polish", ("Polish",), case="exact"), None),
        (Entry("7 days", ("17 days",)), None),
        (Entry("7 days", ("7 days more",), enabled=False), None),
        (Entry("big data", keep=True), None),
    ],
)
def test_an_entry_against_itself(entry: Entry, clash: EntryConflict | None) -> None:
    assert clashes(entry) == ({0: (clash,)} if clash else {})


def test_duplicates_name_the_other_fix() -> None:
    found = clashes(Entry("7 days", ("week",)), Entry("7 DAYS", ("month",)))
    assert found == {
        0: (EntryConflict("duplicate", other="month"),),
        1: (EntryConflict("duplicate", other="week"),),
    }


def test_a_fix_that_is_spun_itself() -> None:
    found = clashes(Entry("alpha", ("in 7 days time",)), Entry("7 days", ("week",)))
    assert found == {0: (EntryConflict("chain", "in 7 days time", "7 days"),)}


def test_a_fix_that_another_glossary_flags() -> None:
    found = clashes(Entry("alpha", ("beta",)), others=(Entry("beta", ("gamma",)),))
    assert found == {0: (EntryConflict("chain", "beta", "beta"),)}


def test_what_is_kept_or_off_is_no_chain() -> None:
    others = (Entry("beta", keep=True), Entry("beta", ("x",), enabled=False))
    assert clashes(Entry("alpha", ("beta",)), others=others) == {}


def test_clashes_are_found_in_every_portion_and_the_search_can_be_ended() -> None:
    entries = [Entry(f"phrase {k}", (f"fix {k}",)) for k in range(1300)]
    entries[1200] = Entry("late", ("holds phrase 3 and phrase 4",))
    heard: list[float] = []

    def told(share: float) -> bool:
        heard.append(share)
        return True

    found = find_clashes(Glossary("mine", entries), (), told)
    assert found == {1200: (EntryConflict("chain", "holds phrase 3 and phrase 4", "phrase 3"),)}
    assert heard == sorted(heard)
    assert len(heard) > 2
    assert find_clashes(Glossary("mine", entries), (), lambda share: share < 0.5) == {}

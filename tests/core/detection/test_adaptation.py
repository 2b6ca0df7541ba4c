"""What the user's glossary teaches the reader."""

from collections.abc import Iterable

from unspin_gui.core.detection.adaptation import taught
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.store.glossary.usage import Count, Usage


class Reader:
    """Notes what it is taught."""

    def with_learnt(self, pairs: Iterable[tuple[str, str]], kept: Iterable[str]) -> object:
        return (list(pairs), list(kept))


def test_own_fixes_and_what_was_left_alone_are_taught() -> None:
    mine = Glossary(
        "mine",
        [
            Entry("hearth", ("fire", "blaze")),
            Entry("big data", keep=True),
            Entry("x", ("y",), enabled=False),
        ],
        mine=True,
    )
    starter = Glossary("news", [Entry("navy", ("military",))])
    usage = Usage().plus([("Troops", Count(0, 2)), ("area", Count(1, 5)), ("time", Count(0, 1))])
    pairs, kept = taught(Reader(), (starter, mine), usage.left_alone)  # type: ignore[arg-type, misc]
    assert pairs == [("hearth", "fire"), ("hearth", "blaze")]
    assert kept == ["big data", "troops"]


def test_with_nothing_to_teach_the_reader_stays_the_same() -> None:
    reader = Reader()
    assert taught(reader, (Glossary("mine", mine=True),)) is reader  # type: ignore[arg-type, comparison-overlap]

"""Terms that no entry has, put together of the words of others."""

import pytest

from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.detection.near_match import near_hits
from unspin_gui.core.detection.passage_read import Read
from unspin_gui.core.glossary.compositional import CompositionalIndex
from unspin_gui.core.glossary.conditions import DocumentWords
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.glossary.match_quality import Difference
from unspin_gui.core.text.tokens import tokens

ENTRIES = (
    Entry("counterfeit consciousness", ("artificial intelligence",)),
    Entry("counterfeit organs", ("artificial organs",)),
    Entry("profound neural organization", ("deep neural network",)),
    Entry("neural organization layer", ("neural network layer",)),
    Entry("simulated neural net", ("artificial neural network",)),
    Entry("point coordination", ("feature matching",)),
    Entry("point vector", ("feature vector",)),
    Entry("cloudy point", ("cloud point",)),
    Entry("the colossal one", ("the big one",)),
    Entry("the colossal two", ("the big two",)),
)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("counterfeit neural organization", "artificial neural network"),
        ("a Counterfeit neural organizations here", "artificial neural network"),
        ("counterfeit neural network", "artificial neural network"),
        ("artificial neural network", None),
        ("simulated intelligence", None),  # only once did it stand for "artificial"
        ("point matching", None),  # "point" is in a term itself
        ("counterfeit coins", None),
        ("colossal one", None),
    ],
)
def test_a_term_is_put_together_again(text: str, fix: str | None) -> None:
    norms = [token.norm for token in tokens(text)]
    found = [one.fix for one in CompositionalIndex(ENTRIES).find(norms)]
    assert found == ([fix] if fix else [])


def test_entries_with_conditions_and_kept_ones_teach_nothing() -> None:
    silent = [Entry(e.phrase, e.fixes, only_with=("x",)) for e in ENTRIES]
    assert [*CompositionalIndex(silent).find(["counterfeit", "neural", "organization"])] == []


@pytest.mark.parametrize(("mine", "count"), [(False, 1), (True, 0)])
def test_only_shipped_glossaries_are_read_so(mine: bool, count: int) -> None:
    text = "A counterfeit neural organization learns."
    knowledge = Knowledge((Glossary("science", ENTRIES, mine=mine),))
    (hits,) = near_hits([Read(text)], DocumentWords(text), knowledge, lambda _: True)
    found = [
        (text[hit.span.start : hit.span.end], hit.fixes)
        for hit in hits
        if hit.how is Difference.WORD_BY_WORD
    ]
    assert found == [("counterfeit neural organization", ("artificial neural network",))] * count

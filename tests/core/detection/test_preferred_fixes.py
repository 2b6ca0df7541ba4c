"""A preference ranks the fixes of an odd place and weighs a little; alone it flags nothing."""

import math

import pytest

from unspin_gui.core.detection.detector import detect
from unspin_gui.core.detection.exact_match import Hit
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.detection.preferences import preferring
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.glossary.match_quality import Difference
from unspin_gui.core.noisy_channel.reader import SpanReading
from unspin_gui.core.reasons import ContextReason, Fit
from unspin_gui.core.suspects import Candidate
from unspin_gui.core.text.spans import Span

FACED = Entry("confronted", ("faced",), prefer=True)
PLACE = Span(4, 14)
WHY = ContextReason("met", Fit.BETTER)


def knowledge(*entries: Entry) -> Knowledge:
    shipped = Glossary("news", [Entry("modern months", ("recent months", "past months"))])
    return Knowledge((shipped, Glossary("mine", entries, mine=True)))


@pytest.mark.parametrize(
    ("entry", "flagged"),
    [
        (FACED, False),
        (Entry("confronted", ("faced",), only_with=("rocket hearth",), prefer=True), True),
        (Entry("confronted", ("faced",), only_with=("other words",), prefer=True), False),
    ],
)
def test_it_is_flagged_only_beside_what_it_was_learnt_with(entry: Entry, *, flagged: bool) -> None:
    found = detect("They confronted the rocket hearth.", knowledge(entry))
    assert [s.phrase for s in found] == ["confronted"] * flagged


def test_nothing_is_near_a_preference() -> None:
    assert detect("They confrontted it.", knowledge(FACED)) == ()
    assert detect("They confrontted it.", knowledge(Entry("confronted", ("faced",)))) != ()


def test_a_reading_of_its_place_offers_the_fix_first_and_is_a_little_surer() -> None:
    met = Candidate("met", 0.7, "thesaurus")
    reading = SpanReading(PLACE, math.log(0.58 / 0.42), (met,), WHY)
    known = knowledge(FACED)
    led = preferring(
        reading, {PLACE: Hit(PLACE, FACED, 1, ("faced",), Difference.NONE, 0.75)}, known
    )
    assert [c.text for c in led.candidates] == ["faced", "met"]
    assert 0.58 < 1 / (1 + math.exp(-led.logit)) < 0.7
    assert preferring(reading, {}, known) is reading


def test_another_fix_than_a_shipped_glossary_has_first_ranks_first_and_leaves_it_sure() -> None:
    wish = Entry("modern months", ("past months",), only_with=("It was",), prefer=True)
    for entry in (wish, Entry("modern months", ("past months",), prefer=True)):
        (found,) = detect("It was in modern months.", knowledge(entry))
        assert found.candidates[0].text == "past months"
        assert found.score == pytest.approx(0.97)

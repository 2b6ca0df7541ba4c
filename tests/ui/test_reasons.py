"""Why a phrase is flagged, in the language of the window."""

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtWidgets import QApplication

from unspin_gui.core.glossary.match_quality import Difference
from unspin_gui.core.reasons import ContextReason, Fit, GlossaryReason, Reason
from unspin_gui.ui.base.languages import speak
from unspin_gui.ui.session.reasons import reason_in_words

SIDES = ({"before": "nach Wort"}, {"after": "vor Wort"}, {})
REASONS: list[Reason] = [
    *(GlossaryReason("meins", "7 days", "", how, 93) for how in Difference),
    *(ContextReason("week", fit, **side) for fit, side in product(Fit, SIDES)),
    *(
        ContextReason("week", Fit.BETTER, "nach", preferred="month", by_far=far)
        for far in (False, True)
    ),
]


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    speak("de")
    yield
    speak("en")


def test_each_reason_has_words_of_its_own_in_either_language(qapp: QApplication) -> None:
    english = [reason_in_words(reason) for reason in REASONS]
    speak("de")
    german = [reason_in_words(reason) for reason in REASONS]
    speak("en")
    assert len({*english, *german}) == 2 * len(REASONS)
    for told, reason in zip(english + german, REASONS + REASONS, strict=True):
        for part in (
            getattr(reason, name, "") for name in ("layer", "best", "before", "after", "preferred")
        ):
            assert part in told, told
        assert "{" not in told


@pytest.mark.usefixtures("german")
def test_german_reasons_are_whole_sentences() -> None:
    odd = ContextReason("election", Fit.BETTER, before="presidential")
    assert reason_in_words(odd) == "Klingt seltsam nach „presidential“; „election“ passt besser"
    slip = GlossaryReason("news", "deep learning", "", Difference.MISSPELT, 94)
    told = "Ähnlich wie „deep learning“ im Glossar „news“: falsch geschrieben, zu 94 % gleich"
    assert reason_in_words(slip) == told

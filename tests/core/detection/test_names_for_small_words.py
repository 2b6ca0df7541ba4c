"""Names that stand for small words prove what a document's spinner does."""

import pytest

from unspin_gui.core.detection.detector import Finding, Pending, document_probability, settle
from unspin_gui.core.detection.knowledge import Knowledge, Options
from unspin_gui.core.noisy_channel.document_prior import DocumentPrior
from unspin_gui.core.suspects import THESAURUS, Candidate, Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import fold
from unspin_gui.core.text.word_lists import NAMES_FOR_SMALL_WORDS, NEVER_REPLACED

PHRASE = ("as well as", "and", -0.4)


class Reader:
    """A reader that says nothing of documents."""

    def document_prior(self, *_: object) -> DocumentPrior:
        return DocumentPrior(0.2, (0.0,))

    def is_english(self, _: object) -> bool:
        return True


def _finding(*places: tuple[str, str, float]) -> Finding:
    pending, at = [], 0
    for phrase, fix, logit in places:
        span = Span(at, at + len(phrase))
        at = span.end + 1
        suspect = Suspect(span, phrase, "unfit", 0.0, None, (Candidate(fix, 1.0, THESAURUS),))
        pending.append(Pending(suspect, logit))
    return Finding(pending=tuple(pending), evidence=0)  # type: ignore[arg-type]


def _told(*places: tuple[str, str, float]) -> list[str]:
    knowledge = Knowledge(reader=Reader(), options=Options())  # type: ignore[arg-type]
    return [suspect.phrase for suspect in settle([_finding(*places)], knowledge)]


def test_a_phrase_for_a_small_word_is_told_where_names_stand_for_small_words() -> None:
    names = ("World Health Organization", "who", 1.0), ("Helium", "he", 1.0)
    assert _told(PHRASE) == []
    assert _told(PHRASE, *names) == ["as well as", "World Health Organization", "Helium"]


@pytest.mark.parametrize(
    "place",
    [
        ("World Health Organization", "who", -0.1),  # fits where it stands
        ("helium", "gas", 3.0),  # another word stood there
        ("upon", "on", 3.0),  # good English for a small word
        ("iron", "he", 3.0),
    ],
)
def test_nothing_else_is_such_a_name(place: tuple[str, str, float]) -> None:
    assert PHRASE[0] not in _told(PHRASE, place, (place[0].upper(), *place[1:]))


@pytest.mark.parametrize("other", [("as well", "also", -0.4), ("upon", "on", -0.4)])
def test_other_places_stay_as_they_are(other: tuple[str, str, float]) -> None:
    assert _told(other, ("volition", "will", 2.0), ("helium", "he", 2.0)) == ["volition", "helium"]


def test_they_tell_of_the_document() -> None:
    knowledge = Knowledge(reader=Reader(), options=Options())  # type: ignore[arg-type]
    one = ("helium", "he", 1.0)
    chances = [
        document_probability([_finding(*places)], knowledge)
        for places in ((), (one,), (one, one), (one, ("volition", "will", 1.0)))
    ]
    assert chances[0] == pytest.approx(0.2)
    assert chances[0] < chances[1] == chances[2] < chances[3] < 0.7


def test_the_list_holds_folded_phrases_and_no_small_word() -> None:
    assert all(name == fold(name) for name in NAMES_FOR_SMALL_WORDS)
    assert not NAMES_FOR_SMALL_WORDS & NEVER_REPLACED

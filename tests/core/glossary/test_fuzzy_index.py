"""Near matches: complete against comparing everything, and weighed by how they differ."""

import random

import numpy as np
import pytest
from rapidfuzz import fuzz, process

from unspin_gui.core.glossary.fuzzy_index import NearIndex
from unspin_gui.core.glossary.match_quality import match_quality

LETTERS = "etaoinshrdlucmfwypvbgkqjxz"
THRESHOLD = 88


def invented_words(dice: random.Random, count: int) -> list[str]:
    """Words whose letters are as frequent as those of English."""
    weights = [26 - n for n in range(26)]
    sizes = [3, 4, 5, 6, 7, 8, 9, 10, 11]
    return ["".join(dice.choices(LETTERS, weights, k=dice.choice(sizes))) for _ in range(count)]


def slipped(dice: random.Random, phrase: str) -> str:
    """The phrase with one slip: a letter, a space or a hyphen's worth."""
    at = dice.randrange(1, len(phrase))
    return dice.choice(
        [
            phrase[:at] + phrase[at + 1 :],
            phrase[:at] + dice.choice(LETTERS) + phrase[at:],
            phrase[: at - 1] + phrase[at] + phrase[at - 1] + phrase[at + 1 :],
            phrase.replace(" ", "", 1),
            phrase[:at] + " " + phrase[at:],
            phrase + "s",
        ]
    )


def everything(run: list[str], phrases: list[str]) -> set[tuple[str, str]]:
    """The truth: each window compared with each phrase."""
    windows = {" ".join(run[at : at + size]) for at in range(len(run)) for size in range(1, 6)}
    ordered = sorted(windows)
    ratios = process.cdist(
        ordered, phrases, scorer=fuzz.ratio, score_cutoff=THRESHOLD, dtype=np.float32
    )
    rows, columns = np.nonzero(ratios >= THRESHOLD)
    return {(ordered[row], phrases[column]) for row, column in zip(rows, columns, strict=True)}


@pytest.mark.parametrize("seed", range(3))
def test_finds_nearly_all_that_comparing_everything_finds(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - data, not secrets
    vocabulary = invented_words(dice, 1500)
    phrases = sorted(
        {" ".join(dice.sample(vocabulary, dice.choice([1, 2, 2, 3, 4]))) for _ in range(600)}
    )
    phrases = [phrase for phrase in phrases if " " in phrase or len(phrase) >= 8]
    run: list[str] = []
    for phrase in dice.sample(phrases, 300):
        run += dice.choices(vocabulary, k=6) + slipped(dice, phrase).split()
    truth = everything(run, phrases)
    places = NearIndex(phrases).find([run], THRESHOLD)
    found = {(" ".join(run[p.first : p.last]), phrases[p.phrase]) for p in places}
    assert found <= truth
    covered = {
        (window, phrase)
        for window, phrase in truth
        if any(phrase == other and (window in near or near in window) for near, other in found)
    }
    assert len(truth) > 200
    assert len(covered) >= 0.99 * len(truth)


@pytest.mark.parametrize(
    "text",
    [
        "prfound learning",
        "profoundlearning",
        "pro found learning",
        "profound lerning",
        "profound learnin g",
        "profonud learning",
    ],
)
def test_finds_slips(text: str) -> None:
    run = ["we", "use", *text.split(), "here"]
    places = NearIndex(["profound learning", "big information"]).find([run], 85)
    assert [(p.phrase, " ".join(run[p.first : p.last])) for p in places] == [(0, text)]


def test_a_short_single_word_is_not_searched_for() -> None:
    assert NearIndex(["navy", "steadiness"]).find([["nayy", "steadyness"]], 80)[0].phrase == 1


def test_of_overlapping_windows_the_likest_is_given() -> None:
    run = ["the", "profound", "lerning", "of"]
    places = NearIndex(["profound learning"]).find([run], 80)
    assert [(p.first, p.last) for p in places] == [(1, 3)]


def test_places_are_counted_in_their_own_run_and_never_reach_into_the_next() -> None:
    runs = [["profound"], [], ["lerning", "and", "profonud", "learning"], ["big", "informations"]]
    places = NearIndex(["profound learning", "big information"]).find(runs, 85)
    assert [p[:4] for p in places] == [(2, 2, 4, 0), (3, 0, 2, 1)]


def test_an_index_without_phrases_finds_nothing() -> None:
    assert NearIndex([]).find([["profound", "learning"]], 85) == []


WORDS = {
    "data",
    "sets",
    "set",
    "big",
    "dates",
    "date",
    "exchange",
    "work",
    "war",
    "organization",
    "husband",
    "spouse",
}


@pytest.mark.parametrize(
    ("place", "phrase"),
    [
        ("prfound learning", "profound learning"),
        ("profoundlearning", "profound learning"),
        ("husbandor wife forces", "husband or wife forces"),
        ("character acknowledgement", "character acknowledgment"),
        ("colour data", "color data"),
        ("data sets", "data set"),
    ],
)
def test_slips_are_probably_meant(place: str, phrase: str) -> None:
    assert match_quality(place.split(), phrase.split(), WORDS.__contains__).score >= 0.8


@pytest.mark.parametrize(
    ("place", "phrase"),
    [
        ("big dates", "big data"),
        ("exchange war", "exchange work"),
        ("organization", "pc organization"),
        ("7 sets", "8 sets"),
        ("husband or spouse", "husband or husband"),
        ("advantage of the", "by advantage of the"),
        ("comply with any", "comply with on"),
    ],
)
def test_other_words_are_probably_not(place: str, phrase: str) -> None:
    assert match_quality(place.split(), phrase.split(), WORDS.__contains__).score < 0.3


def test_another_small_word_beside_long_ones_may_be_meant() -> None:
    score = match_quality(
        ["husband", "and", "wife", "forces"], ["husband", "or", "wife", "forces"], bool
    ).score
    assert 0.5 <= score < 0.7


def test_a_phrase_of_many_words_is_found_when_all_are_written_together() -> None:
    index = NearIndex(["key segment analysis tool", "profound learning"])
    (place,) = index.find([["the", "keysegmentanalysistool", "helps"]], THRESHOLD)
    assert place[:4] == (0, 1, 2, 0)

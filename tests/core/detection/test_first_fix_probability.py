"""The probability that the first fix of a suspect is what stood there."""

import math
from itertools import pairwise

import pytest

from unspin_gui.core.detection.first_fix import (
    FEATURES,
    WEIGHTS,
    first_fix_features,
    first_fix_probability,
)
from unspin_gui.core.suspects import THESAURUS, Candidate, Kind, Suspect
from unspin_gui.core.text.spans import Span


def _suspect(
    score: float, *shares: float, phrase: str = "vessel", fix: str = "ship", kind: Kind = "unfit"
) -> Suspect:
    texts = [fix, "boat", "pot"]
    candidates = tuple(
        Candidate(text, share, THESAURUS) for text, share in zip(texts, shares, strict=False)
    )
    return Suspect(Span(0, len(phrase)), phrase, kind, score, None, candidates)


def test_it_rises_with_the_score_and_with_the_share_of_the_first() -> None:
    by_score = [first_fix_probability(_suspect(p / 20, 0.6, 0.2)) for p in range(21)]
    by_share = [first_fix_probability(_suspect(0.8, p / 20, 0.05)) for p in range(1, 21)]
    for chances in (by_score, by_share):
        assert all(a <= b for a, b in pairwise(chances))
        assert chances[0] + 0.2 < chances[-1]
        assert all(0 < chance < 1 for chance in chances)


@pytest.mark.parametrize("score", [0.0, 0.3, 0.5, 0.8, 0.95, 1.0])
@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 1.0])
def test_a_fix_is_no_likelier_than_that_the_span_was_spun(score: float, share: float) -> None:
    chance = first_fix_probability(_suspect(score, share, (1 - share) / 2))
    assert chance <= max(score, 0.05)


@pytest.mark.parametrize("kind", ["known", "near"])
def test_a_glossary_knows_what_its_phrase_stands_for(kind: Kind) -> None:
    assert first_fix_probability(_suspect(0.97, 0.0, -1.0, kind=kind)) == 0.97


def test_without_candidates_nothing_is_right() -> None:
    assert first_fix_probability(_suspect(0.97)) == 0.0


def test_features() -> None:
    row = dict(zip(FEATURES, first_fix_features(_suspect(0.8, 0.6, 0.2)), strict=True))
    assert row["spun"] == pytest.approx(math.log(4))
    assert row["share"] == pytest.approx(math.log(0.6))
    assert row["margin"] == pytest.approx(math.log(3))
    assert (row["several"], row["longer"]) == (0.0, 0.0)
    row = dict(
        zip(
            FEATURES, first_fix_features(_suspect(1.0, 1.0, phrase="a b", fix="c d e")), strict=True
        )
    )
    assert (row["several"], row["longer"], row["share"]) == (1.0, 1.0, 0.0)
    assert all(map(math.isfinite, row.values()))
    assert len(WEIGHTS) == len(FEATURES)

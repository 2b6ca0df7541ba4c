"""What a document and its passages make of the spans in them."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.detection.detector import document_probability, read, settle
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.noisy_channel.document_evidence import (
    CENTRES,
    USUAL_RATE,
    DocumentEvidence,
    rate_logits,
)
from unspin_gui.core.noisy_channel.document_prior import MOST_LOWERED
from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
from unspin_gui.core.suspects import Assumption

PLAIN = (
    "The council met on Monday to talk about the new bridge over the river. Members said that "
    "the old one had been closed for a year and that people had to drive a long way round. The "
    "mayor told reporters that work would begin in the spring."
)
ODD = (
    "The council met on Monday to discourse about the fresh span over the watercourse. "
    "Constituents said that the aged one had been shut for a twelvemonth and that "
    "individuals had to motor a lengthy manner round. The city manager told newsmen that "
    "labor would commence in the leap."
)


def odds_of(rate: float, seed: int = 0) -> np.ndarray:
    """The log odds of 4,000 words of which a share was spun, as a fair judge would give them."""
    random = np.random.default_rng(seed)
    spun = random.random(4000) < rate
    signal = random.normal(np.where(spun, 1.0, -1.0), 1.0)  # log likelihood ratio: 2 * signal
    odds = 2 * signal + math.log(USUAL_RATE / (1 - USUAL_RATE))
    bins = np.clip(np.rint((odds - CENTRES[0]) / (CENTRES[1] - CENTRES[0])), 0, len(CENTRES) - 1)
    return np.bincount(bins.astype(int), minlength=len(CENTRES)).astype(float)


@pytest.mark.parametrize("rate", [0.03, 0.08, 0.2, 0.4])
def test_the_rate_is_read_off_the_words(rate: float) -> None:
    logit = rate_logits(odds_of(rate)[None], np.zeros(1))[0] + math.log(
        USUAL_RATE / (1 - USUAL_RATE)
    )
    assert 1 / (1 + math.exp(-logit)) == pytest.approx(rate, rel=0.25)


@given(st.lists(st.integers(0, 40), min_size=len(CENTRES), max_size=len(CENTRES)))
def test_a_passage_without_words_has_the_expected_rate_and_odder_words_raise_it(
    counts: list[int],
) -> None:
    odds = np.array([counts, [0, *counts[:-1]], [0] * len(counts)], float)
    odds[1, -1] += counts[-1]  # the same words, each odder by a bin
    plain, odder, nothing = rate_logits(odds, np.full(3, -1.0))
    assert odder >= plain - 1e-9
    assert nothing == pytest.approx(-1.0, abs=1e-6)


def evidence_of(reader: NoisyChannelReader, *texts: str) -> list[DocumentEvidence]:
    words = " ".join(texts).lower().replace(".", "").split()
    return [evidence for _, evidence in reader.read(texts, dict.fromkeys(words, 1))]


def test_a_spun_passage_is_told_from_its_honest_neighbours(reader: NoisyChannelReader) -> None:
    prior = reader.document_prior(evidence_of(reader, PLAIN, PLAIN, PLAIN, ODD, ODD, PLAIN, PLAIN))
    assert prior is not None
    assert min(prior.offsets[3:5]) > max(prior.offsets[0], prior.offsets[6])


def test_probability_tells_spun_from_honest(reader: NoisyChannelReader) -> None:
    spun = reader.document_prior(evidence_of(reader, ODD, ODD))
    honest = reader.document_prior(evidence_of(reader, PLAIN, PLAIN))
    assert spun is not None
    assert honest is not None
    assert spun.probability > 0.7
    assert honest.probability < 0.3


def test_what_is_assumed_of_a_document_sets_its_prior(reader: NoisyChannelReader) -> None:
    found = evidence_of(reader, PLAIN, PLAIN)
    auto, spun, honest = (reader.document_prior(found, one) for one in ("auto", "spun", "honest"))
    assert auto is not None
    assert spun is not None
    assert honest is not None
    assert spun.offsets > auto.offsets
    assert set(honest.offsets) == {-math.inf}
    assert auto.probability == spun.probability == honest.probability  # what it seems to be


def test_the_fewer_odd_words_are_left_the_less_is_expected(reader: NoisyChannelReader) -> None:
    source = evidence_of(reader, ODD, ODD, ODD)
    half, done = evidence_of(reader, PLAIN, ODD, ODD), evidence_of(reader, PLAIN, PLAIN, PLAIN)
    before, some, most = (
        reader.document_prior(source, "auto", now) for now in (source, half, done)
    )
    genuine = reader.document_prior(done)
    assert before is not None
    assert some is not None
    assert most is not None
    assert genuine is not None
    assert before.probability == some.probability == most.probability  # it was spun all the same
    assert sum(before.offsets) > sum(some.offsets) > sum(most.offsets) > sum(genuine.offsets)


def test_corrections_lower_what_is_left_by_little(reader: NoisyChannelReader) -> None:
    source = evidence_of(reader, *[ODD] * 6)
    before = reader.document_prior(source)
    assert before is not None
    for settled in range(1, 7):
        left = [*evidence_of(reader, *[PLAIN] * settled), *source[settled:]]
        after = reader.document_prior(source, corrected=left)
        assert after is not None
        drops = np.subtract(before.offsets, after.offsets)
        assert drops.max() <= MOST_LOWERED + 1e-6
        assert after.probability == before.probability
    assert drops.min() > 0.9 * MOST_LOWERED  # all is settled


def test_a_phrase_of_several_words_tells_of_its_document(reader: NoisyChannelReader) -> None:
    text = (
        "The telephone is old, {0} the battery is tired, {0} so {1} goes into a drawer. "
        "Nobody {0} nothing could save {1}. People {2} repair things are happier {0} less "
        "hungry than those {2} buy them, and {1} is a pleasure to watch them work."
    )
    spun = text.format("as well as", "information technology", "World Health Organization")
    found = [
        reader.document_prior(evidence_of(reader, one))
        for one in (spun, text.format("and", "it", "who"))
    ]
    assert found[0] is not None
    assert found[1] is not None
    assert found[0].probability > 0.5 > found[1].probability


class Doubting:
    """A second reading that believes nothing."""

    def document_logit(self, logit: float, evidence: DocumentEvidence) -> float:
        del evidence
        return logit - 1

    def offset(self, evidence: DocumentEvidence) -> float:
        return -0.01 * evidence.words


@pytest.mark.parametrize("assume", ["auto", "spun", "honest"])
def test_a_second_reading_lowers_every_passage_unless_the_user_calls_the_text_spun(
    reader: NoisyChannelReader, assume: Assumption
) -> None:
    found = evidence_of(reader, PLAIN, ODD, ODD)
    words = sum(evidence.words for evidence in found)
    once = reader.document_prior(found, assume)
    twice = reader.document_prior(found, assume, second=Doubting())
    assert once
    assert twice
    assert twice.probability < once.probability
    by = -0.01 * words if assume == "auto" else 0.0
    assert twice.offsets == pytest.approx([offset + by for offset in once.offsets])


@pytest.mark.parametrize("copies", [2, 12])
def test_a_spun_text_that_is_repeated_stays_spun(copies: int, reader: NoisyChannelReader) -> None:
    """Copied words are not the document's own, however many copies there are."""
    known = Knowledge(reader=reader)
    once, often = (read(f"{ODD}\n\n" * n, known) for n in (1, copies))
    alone, together = (document_probability(one, known) or 0 for one in (once, often))
    assert together >= alone
    words = [[suspect.phrase for suspect in settle(one, known)] for one in (once, often)]
    assert words[0]
    assert set(words[0]) <= set(words[1])
    assert len(words[1]) == copies * len(set(words[1]))

"""The second reading: what it asks, and what becomes of the answers."""

from collections.abc import Callable, Iterable, Iterator
from math import exp

import numpy as np
import pytest

from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.noisy_channel.boosted_trees import Linear
from unspin_gui.core.noisy_channel.causal_model import FULL, Effort, Excerpt, Surprise, always
from unspin_gui.core.noisy_channel.document_evidence import DocumentEvidence
from unspin_gui.core.noisy_channel.reader import SpanReading
from unspin_gui.core.noisy_channel.second_reading import (
    SHARE,
    Mix,
    SecondReading,
    mix_features,
    parse_mix,
    places,
)
from unspin_gui.core.reasons import ContextReason, Fit
from unspin_gui.core.suspects import THESAURUS, Candidate
from unspin_gui.core.text.spans import Span

TEXT = "They sat around a hearth and told old tales, while the snow fell. Nobody left."
MIX = Mix(
    Linear(np.array([1.0, -0.1, 0.5], np.float32), -0.5),
    Linear(np.array([1.0, 10.0], np.float32), -2.0),
    1.0,
    1.0,
)


class Stub:
    """Answers with fixed gains by wording, and notes what it was asked."""

    name = identity = "stub"

    def __init__(self, **gains: float) -> None:
        self.gains = gains
        self.asked: list[Excerpt] = []

    def surprises(
        self,
        excerpts: Iterable[Excerpt],
        effort: Effort = FULL,  # noqa: ARG002 - nothing costs anything here
        is_wanted: Callable[[], bool] = always,
    ) -> Iterator[list[Surprise]]:
        for excerpt in excerpts:
            if not is_wanted():
                return
            self.asked.append(excerpt)
            yield [
                Surprise(
                    -4.0,
                    np.array([self.gains.get(w.text.split()[-1], 0.0) for w in place.wordings]),
                    np.zeros(len(place.wordings)),
                )
                for place in excerpt.places
            ]


def reading(word: str, logit: float, *fixes: str, text: str = TEXT) -> SpanReading:
    start = text.index(word)
    shares = [0.5 / 2**n for n in range(len(fixes))]
    candidates = tuple(Candidate(*one, THESAURUS) for one in zip(fixes, shares, strict=True))
    why = ContextReason(fixes[0], Fit.BETTER)
    return SpanReading(Span(start, start + len(word)), logit, candidates, why)


def revised(
    model: Stub, *readings: SpanReading, text: str = TEXT
) -> tuple[tuple[SpanReading, ...], DocumentEvidence]:
    second = SecondReading(model, MIX)
    return next(iter(second.revised([text], [(readings, DocumentEvidence())])))


def test_a_candidate_is_tried_in_its_form_with_its_article_and_what_follows() -> None:
    model = Stub()
    revised(model, reading("hearth", 0.0, "fire", "inferno"))
    (place,) = model.asked[0].places
    assert TEXT[place.start : place.until] == "hearth and told old"
    assert [(TEXT[w.start : place.end], w.text) for w in place.wordings] == [
        ("hearth", "fire"),
        ("a hearth", "an inferno"),
    ]


def test_what_follows_ends_with_the_sentence() -> None:
    model = Stub()
    revised(model, reading("snow", 0.0, "rain"), reading("left", 0.0, "went"))
    ends = [TEXT[place.start : place.until] for place in model.asked[0].places]
    assert ends == ["snow fell", "left"]


def test_the_likeliest_quarter_is_asked_about() -> None:
    words = TEXT.replace(",", "").replace(".", "").split()
    readings = [reading(word, float(n), "x") for n, word in enumerate(words) if len(word) > 3]
    asked = places(TEXT, readings)
    assert len(asked) <= SHARE * len(words) + 1
    assert {readings[one.number].logit for one in asked} == {
        reading.logit for reading in readings[-len(asked) :]
    }
    assert places(TEXT, [reading("hearth", -3.0, "fire")]) == []


def test_the_log_odds_are_mixed() -> None:
    first = reading("hearth", 0.3, "fire", "stove")
    (after,), _ = revised(Stub(fire=4.0), first)
    mean = (0.5 * exp(2.0) + 0.25 * exp(0.0)) / 0.75
    assert after.logit == pytest.approx(0.3 + 0.4 + 0.5 * np.log(mean) - 0.5, abs=1e-5)
    unlikely = reading("hearth", -3.0, "fire")
    assert revised(Stub(fire=9.0), unlikely)[0] == (unlikely,)


def test_infinite_answers_count_as_the_limit() -> None:
    never = Surprise(-4.0, np.array([-np.inf, np.inf]), np.array([-np.inf, 0.0]))
    features = mix_features(reading("hearth", 0.0, "fire", "stove"), never)
    assert np.isfinite(features).all()


def test_first_candidates_change_places_and_no_others() -> None:
    fixes = ("fire", "stove", "oven", "home", "grate", "chimney", "house")
    first = reading("hearth", 0.0, *fixes)
    (after,), _ = revised(Stub(stove=3.0, chimney=50.0, fire=-9.0), first)
    assert [one.text for one in after.candidates] == [
        *("stove", "oven", "home", "grate", "fire", "chimney", "house"),
    ]
    assert [one.score for one in after.candidates] == [one.score for one in first.candidates]


def test_the_reason_names_what_the_model_prefers() -> None:
    first = reading("hearth", 0.0, "fire", "stove")
    told = {gain: revised(Stub(stove=gain), first)[0][0].reason for gain in (0.5, 2.0, 6.0)}
    assert told[0.5] == first.reason
    assert str(told[2.0]).endswith("; a language model prefers “stove”")
    assert str(told[6.0]).endswith("; a language model strongly prefers “stove”")


def test_evidence_tells_how_many_places_read_far_better() -> None:
    some = [reading("hearth", 0.0, "fire"), reading("tales", 0.0, "stories")]
    _, evidence = revised(Stub(fire=6.0, stories=2.0), *some)
    assert (evidence.asked, evidence.better) == (2, 1)
    both = evidence + evidence
    assert (both.asked, both.better) == (4, 2)
    second = SecondReading(Stub(), MIX)
    assert second.document_logit(0.5, DocumentEvidence()) == 0.5
    more = [
        second.document_logit(0.5, DocumentEvidence(asked=40, better=n)) for n in range(0, 40, 8)
    ]
    assert more == sorted(more)
    assert more[-1] > 0.5 > more[0]


def test_few_telling_places_lower_all_places_and_many_raise_none() -> None:
    second = SecondReading(Stub(), MIX)
    assert second.offset(DocumentEvidence()) == 0.0
    few, more, usual, many = (
        second.offset(DocumentEvidence(asked=100, better=n)) for n in (0, 5, 15, 60)
    )
    assert few < more - 1 < usual - 2
    assert usual == pytest.approx(0.0, abs=1e-9)
    assert many == 0.0
    assert few < second.offset(DocumentEvidence(asked=4)) < -0.1


def test_long_texts_are_read_in_excerpts_with_the_text_before() -> None:
    sentence = "The old men told tales of the sea and drank. "
    text = sentence * 60 + "They sat around a hearth."
    model = Stub(fire=8.0)
    first = [reading("men", 0.0, "people", text=text), reading("hearth", 0.0, "fire", text=text)]
    after, _ = revised(model, *first, text=text)
    assert after[1].reason.preferred == "fire"
    assert len(model.asked) == 2
    for excerpt, word in zip(model.asked, ("men", "hearth"), strict=True):
        (place,) = excerpt.places
        assert excerpt.text[place.start : place.end] == word
        assert len(excerpt.text) < 1400
    assert model.asked[1].places[0].start > 150


def test_texts_are_revised_one_by_one() -> None:
    model = Stub()
    reads = [((reading("hearth", 0.0, "fire"),), DocumentEvidence())] * 3
    found = SecondReading(model, MIX).revised([TEXT] * 3, reads)
    next(iter(found))
    assert len(model.asked) == 1


def test_damaged_weights_are_refused() -> None:
    with pytest.raises(LanguageDataError):
        parse_mix({"spun": {"weight": [1.0], "bias": 0.0}})

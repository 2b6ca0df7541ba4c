"""The second reading of a document in the background: after the first, and once only."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from unspin_gui.application import analysis_run
from unspin_gui.application.analysis_run import AnalysisMemory, AnalysisRequest, analyse
from unspin_gui.application.findings import Findings, Found
from unspin_gui.core.detection.detector import detect
from unspin_gui.core.detection.knowledge import Knowledge, Options
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.noisy_channel.boosted_trees import Linear
from unspin_gui.core.noisy_channel.causal_model import (
    FULL,
    Effort,
    Excerpt,
    Surprise,
    always,
)
from unspin_gui.core.noisy_channel.second_reading import Mix, SecondReading
from unspin_gui.core.text.passages import split_passages
from unspin_gui.core.text.spans import Span
from unspin_gui.language import load_reader

SPUN = (
    "The vast majority of the troubles that the coalition countenances in its battle against the "
    "guerrillas are of its own making, and the hearths of the town were full of companions who had "
    "sat there for quite a while in opposition to the president."
)
TEXT = "\n\n".join(SPUN.replace("town", place) for place in ("town", "city", "village", "port"))
TOP = Span(0, 1)


class Sure:
    """A model that finds every first candidate far better; notes the texts it was asked about."""

    name = identity = "sure"

    def __init__(self) -> None:
        self.texts: list[str] = []

    def surprises(
        self,
        excerpts: Iterable[Excerpt],
        effort: Effort = FULL,  # noqa: ARG002 - nothing costs anything here
        is_wanted: Callable[[], bool] = always,
    ) -> Iterator[list[Surprise]]:
        for excerpt in excerpts:
            if not is_wanted():
                return
            self.texts.append(excerpt.text)
            yield [
                Surprise(
                    -9.0, np.array([8.0, *[0.0] * 4][: len(p.wordings)]), np.zeros(len(p.wordings))
                )
                for p in excerpt.places
            ]


@pytest.fixture(scope="module")
def once() -> Knowledge:
    reader = load_reader(Path(__file__).resolve().parents[2] / "resources")
    return Knowledge(reader=reader, options=Options(min_score=0.05, assume="spun"))


@pytest.fixture
def model() -> Sure:
    return Sure()


@pytest.fixture
def twice(once: Knowledge, model: Sure) -> Knowledge:
    mix = Mix(
        Linear(np.array([1.0, -0.1, 0.5], np.float32), 0.0),
        Linear(np.array([1.0, 1.0], np.float32), 0.0),
        1.0,
        1.0,
    )
    return once._replace(second=SecondReading(model, mix))


def request(
    knowledge: Knowledge, document: Document | None = None, first: Span = TOP
) -> AnalysisRequest:
    return AnalysisRequest(document or Document(TEXT), PASSAGES, knowledge, first)


PASSAGES = split_passages(TEXT)


def run(asked: AnalysisRequest, memory: AnalysisMemory) -> list[Found]:
    return list(analyse(asked, memory, lambda: True))


def all_of(found: Iterable[Found]) -> Findings:
    findings = Findings(TEXT)
    for one in found:
        findings.take(one)
    return findings


def test_the_first_reading_comes_as_ever_and_the_second_after_it(
    once: Knowledge, twice: Knowledge
) -> None:
    found = run(request(twice), AnalysisMemory())
    first = [one for one in found if one.again is None]
    assert first == found[: len(first)]
    assert first[-1].last
    assert all_of(first).all == detect(TEXT, once)
    assert all_of(found).all == detect(TEXT, twice)
    assert all_of(found).all != detect(TEXT, once)
    shares = [one.again for one in found[len(first) :] if one.again is not None]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert all_of(found).probability != all_of(first).probability


def test_what_was_read_twice_is_told_seldom_where_telling_is_long(
    twice: Knowledge, model: Sure, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a clock on which settling takes a second, and reading no time."""
    ticks = count()
    monkeypatch.setattr(analysis_run, "time", SimpleNamespace(perf_counter=lambda: next(ticks)))
    monkeypatch.setattr(analysis_run, "_AGAIN", 1)
    found = run(request(twice), AnalysisMemory())
    again = [one for one in found if one.again is not None]
    assert len(again) == len(model.texts) == len(PASSAGES)
    assert [bool(one.suspects) for one in again[:-1]] == [True, *[False] * (len(again) - 2)]
    assert [one.last for one in again] == [True, *[False] * (len(again) - 2), True]
    assert all_of(found).all == detect(TEXT, twice)


def test_a_model_that_ends_leaves_what_was_read_once(
    twice: Knowledge, once: Knowledge, model: Sure
) -> None:
    error = LanguageDataError("it has ended")

    def fail(*_args: object) -> Iterator[list[Surprise]]:
        raise error

    assert twice.second is not None
    model.surprises = fail  # type: ignore[method-assign, assignment]
    found = run(request(twice), AnalysisMemory())
    assert [one.failure for one in found if one.again == 1.0] == [error]
    assert all_of(found).all == detect(TEXT, once)


def test_what_is_seen_is_read_again_first(twice: Knowledge, model: Sure) -> None:
    seen = PASSAGES[2].span
    run(request(twice, first=seen), AnalysisMemory())
    assert model.texts[0] == PASSAGES[2].text
    assert sorted(model.texts) == sorted(passage.text for passage in PASSAGES)


def test_nothing_is_read_a_third_time(twice: Knowledge, model: Sure) -> None:
    memory = AnalysisMemory()
    run(request(twice), memory)
    model.texts.clear()
    other = twice._replace(options=twice.options._replace(min_score=0.1))
    again = run(request(other), memory)
    assert model.texts == []
    assert all_of(again).all == detect(TEXT, other)


def test_a_decision_has_only_its_passage_read_again(twice: Knowledge, model: Sure) -> None:
    memory = AnalysisMemory()
    run(request(twice), memory)
    model.texts.clear()
    start = TEXT.index("troubles")
    document = Document(TEXT).with_decisions([Decision(Span(start, start + 8), "problems")])
    run(request(twice, document), memory)
    assert model.texts == [PASSAGES[0].text.replace("troubles", "problems")]


def test_it_ends_when_it_is_no_longer_wanted_and_goes_on_later(
    twice: Knowledge, model: Sure
) -> None:
    memory = AnalysisMemory()
    found = list(analyse(request(twice), memory, lambda: len(model.texts) < 2))
    assert len(model.texts) == 2
    assert not any(one.again == 1.0 for one in found)
    run(request(twice), memory)
    assert len(model.texts) == len(PASSAGES)


def test_another_model_reads_all_anew(twice: Knowledge, once: Knowledge, model: Sure) -> None:
    memory = AnalysisMemory()
    run(request(twice), memory)
    assert twice.second is not None
    other = twice._replace(second=replace(twice.second, model=Sure()))
    run(request(other), memory)
    assert all_of(run(request(once), memory)).all == detect(TEXT, once)

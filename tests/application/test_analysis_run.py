"""A pass over a document that looks for suspects: in batches, current, and remembered."""

from collections.abc import Callable

import pytest

from unspin_gui.application.analysis_run import AnalysisMemory, AnalysisRequest, analyse
from unspin_gui.application.findings import Findings, Found
from unspin_gui.core.detection import detector
from unspin_gui.core.detection.detector import detect
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.text.passages import Passage, split_passages
from unspin_gui.core.text.spans import Span
from unspin_gui.language import inflection

TEXT = "\n\n".join(f"Passage {n} was written in 7 days." for n in range(60))
KNOWN = Knowledge((Glossary("mine", [Entry("7 days", ("a week",))], mine=True),))
TOP = Span(0, 1)


def request(text: str = TEXT, knowledge: Knowledge = KNOWN, first: Span = TOP) -> AnalysisRequest:
    return AnalysisRequest(Document(text), split_passages(text), knowledge, first)


def run(asked: AnalysisRequest, memory: AnalysisMemory | None = None) -> list[Found]:
    return list(analyse(asked, memory or AnalysisMemory(), lambda: True))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Where the passages begin that were read in full, in their order."""
    starts: list[int] = []
    find: Callable[..., list[detector.Finding]] = detector.find

    def noting(
        batch: list[tuple[Passage, object]], words: object, knowledge: Knowledge
    ) -> list[detector.Finding]:
        if "near" in knowledge.options.sources:
            starts.extend(passage.start for passage, _ in batch)
        return find(batch, words, knowledge)

    monkeypatch.setattr(detector, "find", noting)
    return starts


def test_the_batches_together_give_what_the_whole_gives() -> None:
    found = run(request())
    assert [one.last for one in found] == [*[False] * (len(found) - 1), True]
    assert len(found) > 2
    findings = Findings(TEXT)
    for one in found:
        findings.take(one)
    assert findings.all == detect(TEXT, KNOWN)
    assert len(findings.all) == 60


def test_the_share_that_is_read_grows_to_one() -> None:
    shares = [one.share for one in run(request())]
    assert shares == sorted(set(shares))
    assert shares[0] < 0.5
    assert shares[-1] == 1


def test_what_is_in_view_is_read_first(read: list[int]) -> None:
    passages = split_passages(TEXT)
    seen = passages[40]
    run(request(first=seen.span))
    assert read[0] == seen.start
    assert sorted(read) == [passage.start for passage in passages]


def test_the_first_look_shows_what_needs_no_index_of_near_matches() -> None:
    entries = [Entry("7 days", ("a week",)), Entry("profound learning", ("deep learning",))]
    known = Knowledge((Glossary("mine", entries, mine=True),), inflection=inflection)
    text = "It took 7 days.\n\nThen came prfound learning."
    look, *_, last = run(request(text, known))
    findings = Findings(text)
    findings.take(look)
    assert [suspect.phrase for suspect in findings.all] == ["7 days"]
    assert look.share == 0
    assert not look.last
    findings.take(last)
    assert findings.all == detect(text, known)
    assert len(findings.all) == 2


def test_a_pass_that_is_out_of_date_ends_and_the_next_goes_on(read: list[int]) -> None:
    memory, asked = AnalysisMemory(), request()
    for _ in analyse(asked, memory, lambda: len(read) < 8):
        pass
    assert 8 <= len(read) < 60
    run(asked, memory)
    assert len(read) == 60


def test_only_what_was_decided_anew_is_read_again(read: list[int]) -> None:
    memory, asked = AnalysisMemory(), request()
    run(asked, memory)
    del read[:]
    start = TEXT.index("7 days")
    decided = asked.document.with_decisions([Decision(Span(start, start + 6), "a week")])
    (found,) = run(AnalysisRequest(decided, asked.passages, KNOWN, TOP), memory)
    assert read == [0]
    assert {k: len(some) for k, some in found.suspects.items()} == {0: 0}


def test_other_knowledge_makes_all_be_read_and_reported_anew(read: list[int]) -> None:
    memory, asked = AnalysisMemory(), request()
    run(asked, memory)
    del read[:]
    found = run(AnalysisRequest(asked.document, asked.passages, Knowledge(), TOP), memory)
    assert len(read) == 60
    assert not any(some for one in found for some in one.suspects.values())


def test_an_empty_text_is_settled_at_once() -> None:
    (found,) = run(request(""))
    assert found.last
    assert found.share == 1
    assert not any(found.suspects.values())

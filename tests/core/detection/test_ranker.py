"""Which fixes are offered, in what order and letter case."""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace

from unspin_gui.core.detection.detector import detect
from unspin_gui.core.detection.knowledge import Knowledge, Options
from unspin_gui.core.detection.ranker import suggest
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.suspects import Candidate, Suspect
from unspin_gui.core.text.spans import Span

GLOSSARY = Glossary("mine", [Entry("7 days", ("week", "seven days", "Week"))], mine=True)
KNOWN = Knowledge((GLOSSARY,))


class Reader:
    """A reader to which the longer fix fits better; it notes what it was asked."""

    model = SimpleNamespace(words=())

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def score_fixes(self, text: str, span: Span, fixes: Sequence[str]) -> list[float]:
        self.asked.append((text, text[span.start : span.end]))
        return [10.0 * len(fix) for fix in fixes]

    def candidates(self, text: str, span: Span, counts: Mapping[str, int]) -> tuple[Candidate, ...]:
        assert not counts
        assert text[span.start : span.end] == "navy"
        return (Candidate("fleet", 0.9, "thesaurus"),)


def texts(source: str, knowledge: Knowledge = KNOWN, **flags: int) -> list[str]:
    """The suggestions for the first suspect of a source."""
    suspect = detect(source, knowledge)[0]
    return [s.text for s in suggest(suspect, Document(source), knowledge, **flags)]


def test_in_the_order_of_the_entry_and_the_case_of_the_place_none_twice() -> None:
    assert texts("after 7 days of it") == ["week", "seven days"]
    assert texts("7 days later") == ["Week", "Seven days"]
    assert texts("IN 7 DAYS") == ["WEEK", "SEVEN DAYS"]


def test_at_most_the_limit() -> None:
    assert texts("in 7 days", limit=1) == ["week"]
    assert texts("in 7 days", limit=0) == []


def test_an_exact_entry_gives_its_fix_as_written() -> None:
    glossary = Glossary("g", [Entry("ENTER", ("Return",), case="exact")])
    assert texts("press ENTER NOW", Knowledge((glossary,))) == ["Return"]


def test_the_text_itself_is_never_offered() -> None:
    suspect = Suspect(
        Span(0, 4),
        "Navy",
        "unfit",
        0.9,
        None,
        (Candidate("navy", 0.6, "t"), Candidate("army", 0.4, "t")),
    )
    assert [s.text for s in suggest(suspect, Document("Navy ships"), KNOWN)] == ["Army"]


def test_candidates_of_other_sources_follow_each_with_its_origin() -> None:
    candidates = (
        Candidate("week", 0.0, "mine"),
        Candidate("fortnight", 0.9, "thesaurus"),
        Candidate("month", 0.1, "thesaurus"),
    )
    suspect = Suspect(
        Span(3, 9), "7 days", "known", 0.9, None, candidates, GLOSSARY.entries[0], "mine"
    )
    found = suggest(suspect, Document("in 7 days"), KNOWN)
    assert [(s.text, s.source) for s in found] == [
        ("week", "mine"),
        ("fortnight", "thesaurus"),
        ("month", "thesaurus"),
    ]
    assert all(0 <= s.score <= 1 for s in found)
    assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)


def test_the_first_candidate_is_the_first_suggestion_and_reads_best_as_corrected() -> None:
    reader = Reader()
    source = "a profound thing for 7 days here"
    at = source.index("profound")
    deep = Decision(Span(at, at + 8), "very deep")
    document = Document(source).with_decisions([deep])
    starter = Glossary("starter", GLOSSARY.entries)
    only_known = Options(sources=frozenset({"starters"}))
    knowledge = Knowledge((starter,), reader, only_known)  # type: ignore[arg-type]
    (suspect,) = detect(source, knowledge, decisions=[deep])
    assert reader.asked == [("a very deep thing for 7 days here", "7 days")]
    assert [c.text for c in suspect.candidates] == ["seven days", "week", "Week"]
    assert [s.text for s in suggest(suspect, document, knowledge)] == ["seven days", "week"]


def test_the_reader_fills_up_what_the_glossary_leaves_of_a_single_word() -> None:
    glossary = Glossary(
        "mine", [Entry("navy", ("military",)), Entry("7 days", ("week",))], mine=True
    )
    knowledge = Knowledge((glossary,), Reader())  # type: ignore[arg-type]
    source = "the navy in 7 days"
    word, phrase = detect(source, Knowledge((glossary,)))
    document = Document(source)
    assert [s.text for s in suggest(word, document, knowledge)] == ["military", "fleet"]
    assert [s.text for s in suggest(word, document, knowledge, limit=1)] == ["military"]
    assert [s.text for s in suggest(phrase, document, knowledge)] == ["week"]


def test_the_order_of_ones_own_glossary_is_ones_own_word() -> None:
    only_mine = Options(sources=frozenset({"mine"}))
    knowledge = Knowledge((GLOSSARY,), Reader(), only_mine)  # type: ignore[arg-type]
    (suspect,) = detect("in 7 days", knowledge)
    found = suggest(suspect, Document("in 7 days"), knowledge, limit=2)
    assert [s.text for s in found] == ["week", "seven days"]

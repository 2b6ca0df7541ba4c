"""What is suspected: layers, conditions, context, decisions, overlaps."""

import math
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspin_gui.core.detection.detector import (
    DocumentWords,
    detect,
    document_probability,
    find,
    hidden_hints,
    read,
    settle,
)
from unspin_gui.core.detection.knowledge import Knowledge, Options
from unspin_gui.core.detection.ranker import suggest
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.noisy_channel.document_prior import DocumentPrior
from unspin_gui.core.reasons import ContextReason, Fit, GlossaryReason
from unspin_gui.core.suspects import Candidate, Suspect
from unspin_gui.core.text.passages import split_passages
from unspin_gui.core.text.spans import Span
from unspin_gui.language import inflection

ODD = ContextReason("vessels", Fit.BETTER, before="the")
STARTER = Glossary(
    "news",
    [
        Entry("husband or wife force", ("partner force",), note="auto-blog"),
        Entry("take position", ("take place",)),
        Entry("7 days", ("week",)),
        Entry("professional-Iranian", ("pro-Iranian",)),
        Entry("profound learning", ("deep learning",)),
        Entry("illness", ("mental illness",)),
        Entry("navy", ("military",)),
    ],
)


class Reading(NamedTuple):
    span: Span
    logit: float
    candidates: tuple[Candidate, ...] = ()
    reason: ContextReason = ODD


@dataclass
class Reader:
    """A reader that dislikes given words; its document counts for `document`."""

    dislikes: Mapping[str, float] = field(default_factory=dict)
    document: float = 0.0
    probability: float = 0.5
    gain: float = 0.0
    model: SimpleNamespace = field(default_factory=lambda: SimpleNamespace(words={}))

    def read(
        self, texts: Sequence[str], counts: Mapping[str, int]
    ) -> list[tuple[tuple[Reading, ...], int]]:
        del counts
        return [
            (
                tuple(
                    Reading(Span(text.index(word), text.index(word) + len(word)), logit)
                    for word, logit in self.dislikes.items()
                    if word in text
                ),
                1,
            )
            for text in texts
        ]

    def document_prior(
        self,
        evidences: Sequence[int | None],
        assume: str = "auto",
        corrected: object = None,
        second: object = None,
    ) -> DocumentPrior | None:
        del corrected, second
        if self.document == -math.inf:
            return None
        offset = {"auto": self.document, "spun": max(self.document, 2.0), "honest": -math.inf}
        return DocumentPrior(self.probability, (offset[assume],) * len(evidences))

    def score_fixes(self, text: str, span: Span, fixes: Sequence[str]) -> list[float]:
        assert 0 <= span.start < span.end <= len(text)
        return [self.gain for _ in fixes]


def knowing(*glossaries: Glossary, reader: object = None, **options: object) -> Knowledge:
    return Knowledge(glossaries, reader, Options(**options), inflection)  # type: ignore[arg-type]


def phrases(text: str, knowledge: Knowledge, **given: object) -> list[str]:
    return [suspect.phrase for suspect in detect(text, knowledge, **given)]  # type: ignore[arg-type]


def only(text: str, knowledge: Knowledge) -> Suspect:
    (suspect,) = detect(text, knowledge)
    return suspect


def test_known_phrases_exact_and_inflected() -> None:
    text = "Husband or wife forces took position after 7 days."
    assert phrases(text, knowing(STARTER)) == ["Husband or wife forces", "took position", "7 days"]


def test_a_suspect_tells_what_it_rests_on() -> None:
    suspect = only("the husband or wife force", knowing(STARTER))
    assert suspect.kind == "known"
    assert suspect.layer == "news"
    assert suspect.entry is STARTER.entries[0]
    assert suspect.candidates[0] == Candidate("partner force", 0.0, "news")
    assert suspect.reason == GlossaryReason("news", "husband or wife force", "auto-blog")
    assert 0.9 < suspect.score <= 1


def test_a_phrase_across_a_line_break_but_not_across_a_blank_line() -> None:
    assert phrases("it was profound\nlearning here", knowing(STARTER)) == ["profound\nlearning"]
    assert phrases("it was profound\n\nlearning here", knowing(STARTER)) == []


@pytest.mark.parametrize(
    "text", ["It was prfound learning.", "it was profoundlearning", "it was pro found learning"]
)
def test_a_slip_is_near(text: str) -> None:
    suspect = only(text, knowing(STARTER))
    assert suspect.kind == "near"
    assert suspect.candidates[0].text == "deep learning"
    assert isinstance(suspect.reason, GlossaryReason)
    assert suspect.reason.phrase == "profound learning"
    assert 80 < suspect.reason.ratio < 100


def test_without_language_data_a_misspelt_word_cannot_be_told_from_another() -> None:
    bare = Knowledge((STARTER,))
    assert phrases("prfound learning, profoundlearning", bare) == ["profoundlearning"]


@pytest.mark.parametrize(
    "text",
    [
        "8 days",
        "17 days",
        "profound earnings",
        "profound leanings",
        "deep learning",
        "a mental illness",
        "illnesses",
    ],
)
def test_honest_neighbours_of_a_phrase_are_left_alone(text: str) -> None:
    known = knowing(Glossary("news", [e for e in STARTER.entries if e.phrase != "illness"]))
    assert phrases(text, known) == []


def test_a_fix_that_is_there_already_is_no_suspect() -> None:
    assert phrases("a mental illness", knowing(STARTER)) == []
    assert phrases("an illness", knowing(STARTER)) == ["illness"]


def test_a_text_is_not_near_what_a_fix_says() -> None:
    near = Entry("proteen structure", ("x",))
    text = "some proteon structures"
    assert phrases(text, knowing(Glossary("g", [near]))) == ["proteon structures"]
    assert phrases(text, knowing(Glossary("g", [near, Entry("zz", ("proteon structure",))]))) == []


def test_keep_entries_silence_layers_below_and_readings_but_not_layers_above() -> None:
    keep = Glossary("mine", [Entry("navy", keep=True), Entry("7 days", keep=True)], mine=True)
    above = Glossary("later", [Entry("navy", ("fleet",))], mine=True)
    reader = Reader({"navy": 3.0, "ships": 3.0})
    text = "the navy ships waited 7 days"
    assert phrases(text, knowing(STARTER, keep, reader=reader)) == ["ships"]
    assert phrases(text, knowing(STARTER, keep, above, reader=reader)) == ["navy", "ships"]


def test_the_later_layer_has_the_first_word_on_a_phrase() -> None:
    mine = Glossary("mine", [Entry("7 days", ("one week",))], mine=True)
    suspect = only("for 7 days", knowing(STARTER, mine))
    assert [(c.text, c.source) for c in suspect.candidates] == [
        ("one week", "mine"),
        ("week", "news"),
    ]
    assert suspect.layer == "mine"


def test_the_longest_phrase_wins() -> None:
    glossary = Glossary(
        "g", [Entry("big information", ("x",)), Entry("big information test", ("y",))]
    )
    assert phrases("a big information test", knowing(glossary)) == ["big information test"]


def test_what_is_hidden_inside_is_offered_last() -> None:
    far = Glossary("far", [Entry("information test", ("data trial", "quiz"))])
    glossary = Glossary(
        "g", [Entry("big information", ("big data",)), Entry("big information test", ("y", "z"))]
    )
    suspect = only("a big information test", knowing(far, glossary))
    assert [(c.text, c.source) for c in suspect.candidates] == [
        ("y", "g"), ("z", "g"), ("big data trial", "far"), ("big quiz", "far"),
        ("big data test", "g"),
    ]  # fmt: skip
    best = suggest(suspect, Document("a big information test"), knowing(far, glossary), limit=9)
    assert [s.text for s in best][:2] == ["y", "z"]
    assert {s.text for s in best[2:]} == {"big data trial", "big quiz", "big data test"}


def test_conditions_look_at_the_whole_document() -> None:
    entries = [
        Entry("surface region", ("surface area",), only_with=("surface area",)),
        Entry("information mining", ("data mining",), unless=("gold",)),
    ]
    known = knowing(Glossary("g", entries))
    text = "The surface region.\n\nInformation mining."
    assert phrases(text, known) == ["Information mining"]
    assert phrases(text + "\n\nA surface-area.", known) == ["surface region", "Information mining"]
    assert phrases(text + "\n\nGold! A marigold.", known) == []
    assert phrases(text + "\n\nA marigold.", known) == ["Information mining"]


def test_a_lone_starter_word_counts_as_far_as_its_fix_reads_better() -> None:
    text = "the navy came"
    mine = Glossary("mine", [Entry("navy", ("military",))], mine=True)
    assert phrases(text, knowing(STARTER, reader=Reader(gain=-4))) == []
    assert only(text, knowing(STARTER, reader=Reader(gain=4))).score > 0.9
    assert only(text, knowing(mine, reader=Reader(gain=-4))).score >= 0.9


def test_readings_need_the_documents_word() -> None:
    text = "the ships came"
    unsure = {"ships": -0.2}
    assert phrases(text, knowing(reader=Reader(unsure))) == []
    suspect = only(text, knowing(reader=Reader(unsure, document=1.0)))
    assert (suspect.kind, suspect.phrase, suspect.reason) == ("unfit", "ships", ODD)
    silent = Reader({"ships": 5.0}, document=float("-inf"))
    assert phrases(text, knowing(reader=silent, min_score=0.0)) == []


def test_known_phrases_show_that_the_document_was_spun() -> None:
    known = knowing(STARTER, reader=Reader({"ships": -0.05}, document=-0.5))
    assert phrases("the ships waited 7 days", known) == ["7 days"]
    both = "the ships waited 7 days for profound learning"
    assert phrases(both, known) == ["ships", "7 days", "profound learning"]


def test_one_known_phrase_does_not_make_an_honest_document_spun() -> None:
    text = "the ships waited 7 days for profound learning"
    known = knowing(STARTER, reader=Reader({"ships": 1.5, "waited": 1.5}, document=-3.0))
    assert phrases(text, known) == ["7 days", "profound learning"]


def test_what_a_fix_of_the_user_says_is_not_unfit() -> None:
    mine = Glossary("mine", [Entry("profound learning", ("deep learning",))], mine=True)
    known = knowing(mine, reader=Reader({"deep": 3.0, "took": 3.0}))
    assert phrases("it took deep learning", known) == ["took"]
    assert phrases("it took deep, learning", known) == ["took", "deep"]


def test_a_shipped_fix_protects_no_word_that_reads_badly_enough() -> None:
    known = knowing(STARTER, reader=Reader({"deep": 1.0, "took": 1.0}))
    assert phrases("it took deep learning", known) == ["took"]
    known = knowing(STARTER, reader=Reader({"deep": 3.0, "took": 3.0}))
    assert phrases("it took deep learning", known) == ["took", "deep"]


def test_a_shipped_fix_that_adds_only_small_words_protects_nothing() -> None:
    starter = Glossary("news", [Entry("peer at", ("look at",)), Entry("zz", ("deep learning",))])
    known = knowing(starter, reader=Reader({"look": 1.0, "deep": 1.0}))
    assert phrases("they look at deep learning", known) == ["look"]


@pytest.mark.parametrize("assume", ["auto", "spun", "honest"])
def test_what_is_assumed_of_a_document_decides_on_unfit_words(assume: str) -> None:
    text = "the ships waited 7 days"
    known = knowing(STARTER, reader=Reader({"ships": -0.5, "waited": 3.0}), assume=assume)
    found = {"auto": ["waited"], "spun": ["ships", "waited"], "honest": []}
    assert phrases(text, known) == [*found[assume], "7 days"]


def test_weaker_hints_are_counted() -> None:
    known = knowing(STARTER, reader=Reader({"ships": -0.5, "waited": 3.0, "the": -4.0}))
    findings = read("the ships waited 7 days", known)
    assert hidden_hints(findings, known) == 1


def test_the_probability_of_a_document_rises_with_known_phrases() -> None:
    reader = Reader({"ships": 1.0}, probability=0.3)
    plain, spun = (
        document_probability(read(text, knowing(STARTER, reader=reader)), knowing(reader=reader))
        for text in ("the ships waited", "the ships took position after 7 days")
    )
    assert plain == pytest.approx(0.3)
    assert spun is not None
    assert 0.3 < spun < 1
    assert document_probability(read("ships", knowing(STARTER)), knowing(STARTER)) is None


def test_places_with_the_same_words_tell_of_each_other() -> None:
    text = "The ships waited.\n\nMore Ships came."
    reader = Reader({"ships": 3.0, "Ships": -1.0, "came": -1.0})
    scores = {
        text[s.span.start : s.span.end]: s.score
        for s in detect(text, knowing(reader=reader, min_score=0.0))
    }
    assert scores["ships"] > scores["Ships"] > 0.5 > scores["came"]


def test_what_the_user_replaced_is_suspect_elsewhere_and_what_was_kept_is_not() -> None:
    text = "The ships waited.\n\nMore ships came."
    known, place = knowing(reader=Reader({"ships": -2.0}), min_score=0.0), Span(4, 9)
    (_, before), (after,), (kept,) = (
        detect(text, known, decisions=decisions)
        for decisions in ([], [Decision(place, "boats")], [Decision(place, "ships", "kept")])
    )
    assert kept.score == before.score < 0.5 < after.score
    assert after.span == before.span


@given(st.lists(st.sampled_from(["ships", "7 days", "navy", "prfound learning", "and"])))
def test_a_lower_threshold_only_adds_suspects(words: list[str]) -> None:
    reader = Reader({"ships": 0.4, "7": 3.5, "learning and": 2.6, "navy and": 0.2})
    seen: set[Span] = set()
    for least in (0.99, 0.9, 0.6, 0.5, 0.3, 0.1, 0.02, 0.0):
        known = knowing(STARTER, reader=reader, min_score=least)
        spans = {suspect.span for suspect in detect(" ".join(words), known)}
        assert seen <= spans
        seen = spans


@pytest.mark.parametrize(
    "text",
    [
        *("see www.x.org/7-days/", "https://x.org/a-7-days b", "mail 7-days@x.org", "run `7 days`"),
        *("see x.org/7-days now", "it is in /usr/7-days/x", "or C:\\7-days\\x.txt"),
    ],
)
def test_links_and_code_are_left_alone(text: str) -> None:
    assert phrases(text, knowing(STARTER, reader=Reader({"7-days": 3.0}))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("he read “The Hearth and the Sea” twice", []),
        ('he read "Rocket Hearth" twice', []),
        ("he said “the hearth was warm” twice", ["hearth"]),
        ("then Dr. Paul Hearth of Ohio spoke", []),
        ("then Dr. É. Hearth spoke to Mr. Øystein Hearth", []),
        ("then came Mr. Smith. Hearth of Ohio spoke", ["Hearth"]),
        ("then Paul Hearth of Ohio spoke", ["Hearth"]),
        ("they had a home-and-hearth look", []),
        ("they met at Hearth III in town", []),
        ("they met at Hearth I think", ["Hearth"]),
    ],
)
def test_names_after_titles_and_titles_of_works_are_left_alone(text: str, found: list[str]) -> None:
    reader = Reader({"hearth": 3.0, "Hearth": 3.0, "Rocket Hearth": 3.0})
    assert phrases(text, knowing(STARTER, reader=reader)) == found


def test_old_quotation_marks_are_no_code() -> None:
    assert phrases("``so'' 7 days, ``and'' `so' 7 days `on'", knowing(STARTER)) == ["7 days"] * 2


def test_known_wins_over_near_and_near_over_unfit() -> None:
    reader = Reader({"waited 7 days": 3.0, "prfound": 3.0})
    text = "they waited 7 days for prfound learning"
    assert [s.kind for s in detect(text, knowing(STARTER, reader=reader))] == ["known", "near"]


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ({"mine"}, ["big book"]),
        ({"starters"}, ["7 days"]),
        ({"mine", "near"}, ["big book"]),
        ({"starters", "near"}, ["7 days", "prfound learning"]),
        ({"unfit"}, ["ships"]),
        (set(), []),
    ],
)
def test_only_wanted_sources_are_looked_in(sources: set[str], expected: list[str]) -> None:
    mine = Glossary("mine", [Entry("big book", ("tome",))], mine=True)
    known = knowing(STARTER, mine, reader=Reader({"ships": 3.0}), sources=frozenset(sources))
    assert phrases("7 days of prfound learning, a big book, ships", known) == expected


def test_a_decided_span_counts_as_its_fix() -> None:
    text = "It took big position in 7 days, 7 days."
    known = knowing(STARTER)
    gone = Decision(Span(8, 12), "")
    kept = Decision(Span(24, 30), "7 days", "kept")
    assert phrases(text, known) == ["7 days", "7 days"]
    suspects = detect(text, known, decisions=(gone, kept))
    assert [(s.phrase, s.span) for s in suspects] == [("7 days", Span(32, 38))]


@given(
    st.lists(st.sampled_from(["7 days", "took position ", "x. ", "\n", "é ", "🎉 "]), max_size=12)
)
def test_suspects_are_ordered_apart_and_what_stands_there(parts: list[str]) -> None:
    text = "".join(parts)
    at = 0
    for suspect in detect(text, knowing(STARTER)):
        assert at <= suspect.span.start < suspect.span.end
        assert text[suspect.span.start : suspect.span.end] == suspect.phrase
        at = suspect.span.end


def test_the_same_suspects_in_both_unicode_compositions() -> None:
    glossary = Glossary("g", [Entry("naïve Sunlight réseau", ("naive Bayes network",))])
    text = "Le 🎉 naïve sunlight réseau ici"
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert len(detect(composed, knowing(glossary))) == 1
    assert (
        unicodedata.normalize("NFC", only(decomposed, knowing(glossary)).phrase)
        == only(composed, knowing(glossary)).phrase
    )


def test_passages_judged_one_by_one_give_what_the_whole_gives() -> None:
    text = "7 days passed.\nHusband or wife forces came.\n\nPrfound learning and 7 days."
    known, document_words = knowing(STARTER, reader=Reader({"came": 2.0})), DocumentWords(text)
    alone = [find([(passage, ())], document_words, known)[0] for passage in split_passages(text)]
    assert settle(alone, known) == detect(text, known)


def test_a_long_document_is_read_in_batches_with_the_same_result() -> None:
    text = "They waited 7 days. Husband or wife forces came.\n\n" * 600
    assert len(detect(text, knowing(STARTER))) == 1200

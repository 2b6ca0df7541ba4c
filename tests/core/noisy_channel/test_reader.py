"""Reading spun text back: what is found, what is left alone, and what the user teaches."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unspin_gui.core.noisy_channel.boosted_trees import BoostedTrees
from unspin_gui.core.noisy_channel.evidence_reader import EvidenceReader
from unspin_gui.core.noisy_channel.reader import NoisyChannelReader, SpanReading
from unspin_gui.core.noisy_channel.reranking import LIKELY, ranked
from unspin_gui.core.noisy_channel.scoring import score_spans
from unspin_gui.core.noisy_channel.sentences import read_sentences
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import tokens

SPUN = (
    "The troops came under rocket hearth near the border on Monday. The Section of Defense said "
    "that the assaults were carried out in opposition to the government, and that the husband or "
    "wife of the president had been informed by the secretary of nation."
)
HONEST = (
    "My grandmother kept bees behind the barn. Every June she would walk out in the morning, "
    "lift the lid of each hive and look at the frames one by one. She never wore gloves. When I "
    "asked her why, she said that the bees knew her, and that a careful hand was worth more than "
    "any pair of gloves. In the evening we sat on the steps, ate bread with honey and watched the "
    "light go down over the fields. I did not understand then how much work there was in one "
    "small jar, but I remember the taste, and I remember that she always gave the first one to "
    "the neighbours. Years later I bought two hives of my own. The first winter killed both of "
    "them. The second time I asked for help, and a man from the next village showed me how to "
    "keep the damp out and how to leave enough food for the cold months."
)
GERMAN = (
    "Die Regierung hat am Montag beschlossen, dass die Steuern im nächsten Jahr nicht erhöht "
    "werden. Der Minister sagte, man müsse zuerst die Ausgaben prüfen und dann neu verhandeln."
)


def counts(text: str) -> Counter[str]:
    return Counter(text.lower().replace(".", "").replace(",", "").split())


def read(reader: NoisyChannelReader, text: str) -> tuple[tuple[SpanReading, ...], float]:
    ((readings, evidence),) = reader.read([text], counts(text))
    prior = reader.document_prior([evidence])
    return readings, prior.offsets[0] if prior else -np.inf


def told(reader: NoisyChannelReader, text: str) -> dict[str, SpanReading]:
    readings, _ = read(reader, text)
    return {text[slice(*reading.span)]: reading for reading in readings}


@pytest.mark.parametrize(
    ("text", "phrase", "fix"),
    [
        ("The troops came under rocket hearth near the border.", "hearth", "fire"),
        ("The US Section of Defense said so on Monday.", "Section", "department"),
        ("They went on strike in opposition to the government.", "in opposition to", "against"),
        ("He won the presidential voting in november.", "voting", "election"),
        ("Police said two drone assaults were reported.", "assaults", "attacks"),
    ],
)
def test_what_stood_there_is_among_the_first(
    reader: NoisyChannelReader, text: str, phrase: str, fix: str
) -> None:
    found = told(reader, text)
    assert phrase in found
    assert fix in [candidate.text for candidate in found[phrase].candidates[:3]]


def test_spun_text_reads_as_spun_and_honest_text_does_not(reader: NoisyChannelReader) -> None:
    spun, more = read(reader, SPUN)
    honest, less = read(reader, HONEST)
    assert any(reading.logit + more > 0 for reading in spun)
    assert not [r for r in honest if r.logit + less > 0]
    assert more > less


@pytest.mark.parametrize(
    ("text", "phrase", "fix"),
    [
        (
            "The rebels faced a hazardous menace from the army.",
            "hazardous menace",
            "dangerous threat",
        ),
        ("They held him on felonious accusations.", "felonious accusations", "criminal charges"),
    ],
)
def test_two_spun_words_side_by_side_are_read_together(
    reader: NoisyChannelReader, text: str, phrase: str, fix: str
) -> None:
    assert told(reader, text)[phrase].candidates[0].text == fix


def test_words_with_a_comma_between_are_read_apart(reader: NoisyChannelReader) -> None:
    found = told(reader, "They named the maximum, precedence of the government.")
    assert {"maximum", "precedence"} <= set(found)


def test_the_reason_names_the_worse_neighbour_and_the_best_fix(
    reader: NoisyChannelReader,
) -> None:
    text = "He won the presidential voting in november."
    reason = told(reader, text)["voting"].reason
    assert (reason.before, reason.after, reason.best) == ("presidential", "", "election")
    assert str(reason).startswith("reads oddly after “presidential”; “election” fits")


def test_shares_of_the_candidates_add_up(reader: NoisyChannelReader) -> None:
    for reading in told(reader, SPUN).values():
        shares = [candidate.score for candidate in reading.candidates]
        assert sum(shares) == pytest.approx(1, abs=1e-3)
        assert shares == sorted(shares, reverse=True)


def test_a_batch_says_the_same_as_its_texts_one_by_one(reader: NoisyChannelReader) -> None:
    known = counts(SPUN + HONEST)
    both = reader.read([SPUN, "", HONEST, "..."], known)
    alone = [reader.read([text], known)[0] for text in (SPUN, HONEST)]
    assert [both[0][0], both[2][0]] == [readings for readings, _ in alone]
    assert [(found, evidence.words) for found, evidence in both[1::2]] == [((), 0), ((), 0)]
    assert (both[0][1] + both[2][1]).words == alone[0][1].words + alone[1][1].words


def test_words_that_nothing_can_be_said_of_count_as_well(reader: NoisyChannelReader) -> None:
    ((_, alone),) = reader.read(["Der Hund."], {})
    (_, beside) = reader.read([HONEST, "Der Hund."], {})
    assert alone.words == beside[1].words == 2


@pytest.mark.parametrize("sign", ["\u0301", "\u00ad", "\u200b"])
def test_a_word_is_read_whole_with_what_stands_in_it(reader: NoisyChannelReader, sign: str) -> None:
    text = SPUN.replace("assaults", f"as{sign}saults").replace("hearth", f"he{sign}arth{sign}")
    ends = {(token.start, token.end) for token in tokens(text)}
    starts, stops = {start for start, _ in ends}, {stop for _, stop in ends}
    for reading in read(reader, text)[0]:
        assert reading.span.start in starts
        assert reading.span.end in stops


def test_another_language_is_not_judged(reader: NoisyChannelReader) -> None:
    ((_, evidence),) = reader.read([GERMAN], counts(GERMAN))
    assert not reader.is_english(evidence)
    assert reader.document_prior([evidence]) is None
    ((_, evidence),) = reader.read([HONEST], counts(HONEST))
    assert reader.is_english(evidence)


def test_a_few_words_say_nothing_but_a_short_spun_paragraph_does(
    reader: NoisyChannelReader,
) -> None:
    assert read(reader, "Rocket hearth near the border.")[1] == -np.inf
    readings, more = read(reader, SPUN)
    assert len(SPUN.split()) < 60
    assert max(reading.logit for reading in readings) + more > 0


def test_names_numbers_and_capitals_are_left_alone(reader: NoisyChannelReader) -> None:
    text = "NATO met 27 members of the US Congress in 2020, and the WHO sent 3 doctors from K-1."
    found = told(reader, text)
    assert not {"NATO", "27", "US", "2020", "WHO", "3", "K"} & set(found)


def test_words_outside_the_vocabulary_are_left_alone(reader: NoisyChannelReader) -> None:
    found = told(reader, "The doctors were sent to Kirkuk.")
    assert "Kirkuk" not in found or found["Kirkuk"].logit < -1


PIECES = st.lists(
    st.sampled_from(
        [
            *SPUN.split(" "),
            "😀",
            "‘modern’",
            "“rocket",
            "hearth”",
            "\n",
            "don’t",
            "—",
            "e.g.",
            "x" * 50,
        ]
    ),
    max_size=40,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(PIECES)
def test_spans_are_whole_words_in_order(reader: NoisyChannelReader, pieces: list[str]) -> None:
    text = " ".join(pieces)
    readings, _ = read(reader, text)
    end = 0
    for reading in readings:
        span = reading.span
        assert end <= span.start < span.end <= len(text)
        phrase = text[span.start : span.end]
        assert phrase[0].isalnum()
        assert phrase[-1].isalnum()
        assert 1 <= len(phrase.replace("-", " ").split()) <= 4
        end = span.end


def test_a_learnt_fix_is_raised_in_other_forms(reader: NoisyChannelReader) -> None:
    text = "They inspected several gadgets in the old factory."
    span = Span(text.index("gadgets"), text.index("gadgets") + 7)
    before = [c.text for c in reader.candidates(text, span, {})]
    taught = reader.with_learnt([("gadget", "appliance")] * 3, ())
    assert before[0] != "appliances"
    assert taught.candidates(text, span, {})[0].text == "appliances"
    odds = [
        next(r.logit for phrase, r in told(one, text).items() if "gadgets" in phrase)
        for one in (reader, taught)
    ]
    assert odds[0] < odds[1]


def test_a_pair_no_thesaurus_has_can_be_learnt(reader: NoisyChannelReader) -> None:
    text = "She bought a banana and a car."
    taught = reader.with_learnt([("banana", "house")] * 5, ())
    span = Span(text.index("banana"), text.index("banana") + 6)
    assert "house" not in [c.text for c in reader.candidates(text, span, {})]
    assert taught.candidates(text, span, {})[0].text == "house"


def test_what_the_user_keeps_is_not_told(reader: NoisyChannelReader) -> None:
    assert "hearth" in told(reader, SPUN)
    assert "hearth" not in told(reader.with_learnt((), ["Hearth"]), SPUN)


def test_candidates_for_a_marked_span(reader: NoisyChannelReader) -> None:
    text = "He won the presidential voting in november."
    start = text.index("voting")
    assert reader.candidates(text, Span(start, start + 6), {})[0].text == "election"
    assert reader.candidates(text, Span(0, 3), {}) == ()
    text = "Safety is the maximum precedence of the coalition."
    both = reader.candidates(text, Span(14, 32), {})
    assert text[14:32] == "maximum precedence"
    assert "highest priority" in [candidate.text for candidate in both]
    assert reader.candidates("", Span(0, 0), {}) == ()


def test_fixes_are_scored_by_how_they_fit(reader: NoisyChannelReader) -> None:
    text = "The troops came under rocket hearth near the border."
    start = text.index("hearth")
    fire, stove, long = reader.score_fixes(
        text, Span(start, start + 6), ["fire", "stove", "a very long fix of many words"]
    )
    assert fire > stove
    assert fire > long
    assert reader.score_fixes(text, Span(start, start + 6), []) == []
    assert reader.score_fixes("", Span(0, 0), ["fire"]) == [0.0]


def test_a_fix_the_document_uses_is_likelier(reader: NoisyChannelReader) -> None:
    text = "The modern threats must be taken seriously."
    span = Span(4, 10)
    plain = {c.text: c.score for c in reader.candidates(text, span, {})}
    used = {c.text: c.score for c in reader.candidates(text, span, {"recent": 6})}
    assert used["recent"] > plain["recent"]


def test_unwanted_words_are_offered_only_where_the_text_uses_them(
    reader: NoisyChannelReader,
) -> None:
    text = "The police said two assaults were reported in the city."
    span = Span(text.index("assaults"), text.index("assaults") + 8)
    offered = reader.candidates(text, span, {})
    assert offered
    assert not {"rapes", "rape"} & {candidate.text for candidate in offered}
    channel = reader.channel
    sentences = read_sentences([text], reader.model)
    windows = channel.windows(sentences)
    used = np.zeros(reader.model.unknown + 1, np.bool_)
    rapes = reader.model.words["rapes"]
    assert not (channel.replacements(windows, sentences.ids, used).words == rapes).any()
    used[rapes] = True
    assert (channel.replacements(windows, sentences.ids, used).words == rapes).any()


def test_a_marked_word_is_looked_at_again_though_it_fits(reader: NoisyChannelReader) -> None:
    scored = score_spans([HONEST], counts(HONEST), reader.models)
    assert scored is not None
    rows = np.argsort(scored.logits)[[0, 1, -1]]
    assert scored.logits[rows[0]] < LIKELY
    trees = BoostedTrees((((1.0,),),), 0.0)
    one, several = ranked(scored, rows[:1], trees), ranked(scored, rows, trees)
    first = one.of(int(rows[0]))
    assert np.allclose(one.scores[first], several.scores[several.of(int(rows[0]))] + 1)


def test_documents_read_together_say_what_each_says_alone(reader: NoisyChannelReader) -> None:
    weigher = EvidenceReader.of(reader)
    halves = [SPUN[: SPUN.index(" The Section")], SPUN[SPUN.index("The Section") :]]
    documents = [[SPUN], [HONEST, HONEST], halves, [GERMAN, ""], [halves[0]], ["rapes " * 3 + SPUN]]
    told = [(texts, counts(" ".join(texts))) for texts in documents]
    for (texts, words), ready in zip(told, weigher.read_together(told), strict=True):
        alone = [one.sums.tolist() for one in reader.evidence(texts, words)]
        assert [one.sums.tolist() for _, one in ready.read(texts, words)] == alone
        assert list(ready.ready) == list(dict.fromkeys(texts))
    assert reader.evidence(halves[:1], told[2][1])[0].sums.tolist() != (
        reader.evidence(halves[:1], told[4][1])[0].sums.tolist()
    ), "the words of a document count, or the test proves nothing"

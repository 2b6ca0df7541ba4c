"""The detector: glossary phrases, near matches, and words that do not fit their context.

`find` examines passages one by one so that its results can be cached. `settle` combines them: it
weighs what they say about the whole document, applies the threshold, and picks a winner among
overlapping suspects.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from unspin_gui.core.detection.context_prior import prior_logit
from unspin_gui.core.detection.exact_match import Hit, known_hits, unsilenced
from unspin_gui.core.detection.exclusions import (
    TERM,
    for_small_word,
    names,
    places_in_terms,
    terms,
)
from unspin_gui.core.detection.finding import Finding, Pending
from unspin_gui.core.detection.foreign import words_of
from unspin_gui.core.detection.knowledge import WEAKEST, Knowledge
from unspin_gui.core.detection.near_match import near_hits
from unspin_gui.core.detection.nested import with_hidden
from unspin_gui.core.detection.passage_read import Read
from unspin_gui.core.detection.preferences import led, preferring
from unspin_gui.core.detection.suspect_of import glossary_suspect, unfit_suspect
from unspin_gui.core.detection.verdict import decided, document_probability, is_english
from unspin_gui.core.detection.vocabulary import ordinary_words
from unspin_gui.core.detection.winners import winners
from unspin_gui.core.document.corrected_passage import CorrectedPassage, patched
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.glossary.conditions import DocumentWords
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.batches import in_batches
from unspin_gui.core.text.passages import Passage
from unspin_gui.core.text.prose import prose_passages
from unspin_gui.core.text.spans import Span

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.document_evidence import DocumentEvidence
    from unspin_gui.core.noisy_channel.reader import SpanReading

    _Reading = tuple[tuple[SpanReading, ...], DocumentEvidence | None, DocumentEvidence | None]
    """The spans of a passage, its evidence, and that of the passage with its decisions."""

__all__ = [
    "DocumentWords",
    "Finding",
    "Pending",
    "detect",
    "document_probability",
    "find",
    "foreign",
    "hidden_hints",
    "read",
    "settle",
    "texts_of",
    "texts_read",
]

_BATCH = 8_000
"""Passages are read in batches of about this many code points."""


def detect(
    source: str,
    knowledge: Knowledge,
    *,
    decisions: Sequence[Decision] = (),
    skip: Sequence[Span] = (),
) -> tuple[Suspect, ...]:
    """Find the suspects of a whole document, ordered by place: `read`, then `settle`."""
    return settle(read(source, knowledge, decisions=decisions, skip=skip), knowledge)


def read(
    source: str,
    knowledge: Knowledge,
    *,
    decisions: Sequence[Decision] = (),
    skip: Sequence[Span] = (),
) -> list[Finding]:
    """Read each passage of a document; a decided span is read as its fix.

    `skip` lists, in order, the spans that the file format does not regard as prose.
    """
    document, whole = Document(source).with_decisions(decisions), prose_passages(source, skip)
    document_words, findings = words_of(whole, knowledge), list[Finding]()
    for passages in in_batches(whole, lambda passage: len(passage.text), _BATCH):
        batch = [(passage, document.touching(passage.span)) for passage in passages]
        findings += find(batch, document_words, knowledge)
    return findings


def find(
    batch: Sequence[tuple[Passage, Sequence[Decision]]],
    document_words: DocumentWords,
    knowledge: Knowledge,
) -> list[Finding]:
    """Find suspects in a batch of passages, each given with the decisions that reach into it."""
    texts = [patched(passage, decisions) for passage, decisions in batch]
    reads = [Read(text.text) for text in texts]
    apart = [passage.start in document_words.foreign for passage, _ in batch]
    wanted = ["" if out else read.text for read, out in zip(reads, apart, strict=True)]
    sources = texts_of([passage for passage, _ in batch], document_words)
    read_in = _readings(wanted, sources, document_words, knowledge)
    near = _near(reads, document_words, knowledge)
    found = [
        _finding(text, read, hits, reading, document_words, knowledge)
        for text, read, hits, reading in zip(texts, reads, near, read_in, strict=True)
    ]
    return [
        one._replace(span=part[0].span, foreign=out, replaced=_replaced(*part))
        for one, part, out in zip(found, batch, apart, strict=True)
    ]


def _replaced(passage: Passage, decisions: Iterable[Decision]) -> frozenset[str]:
    """The phrases of a passage that decisions replaced, folded."""
    found = set[str]()
    for decision in decisions:
        start, end = (at - passage.start for at in decision.span)
        phrase = passage.text[max(start, 0) : max(end, 0)]
        if decision.text != phrase:
            found.add(phrase.casefold())
    return frozenset(found)


def texts_of(passages: Iterable[Passage], document_words: DocumentWords) -> list[str]:
    """Return the texts of passages for the reader, empty where they are not English."""
    return ["" if one.start in document_words.foreign else one.text for one in passages]


def texts_read(
    batch: Sequence[tuple[Passage, Sequence[Decision]]], document_words: DocumentWords
) -> list[str]:
    """Return the texts that `find` gives to the reader: as corrected, and as in the source."""
    english = [one for one in batch if one[0].start not in document_words.foreign]
    texts = [patched(passage, decisions).text for passage, decisions in english]
    return list(dict.fromkeys([*texts, *(passage.text for passage, _ in english)]))


def settle(findings: Iterable[Finding], knowledge: Knowledge) -> tuple[Suspect, ...]:
    """Combine findings into the suspects of the document, ordered by place.

    Which of the overlapping suspects wins does not depend on the threshold, so lowering it only
    adds marks.
    """
    kept = tuple(findings)
    sure = [suspect for finding in kept for suspect in finding.suspects]
    pending, least = [*decided(kept, knowledge)], knowledge.options.min_score
    best = [suspect for suspect in winners(sure, pending) if suspect.score >= least]
    return with_hidden(best, [*sure, *(suspect for suspect in pending if suspect.score >= least)])


def hidden_hints(findings: Iterable[Finding], knowledge: Knowledge) -> int:
    """Count the weaker hints, down to `WEAKEST`, that the threshold hides."""
    options = knowledge.options
    weakest = options._replace(min_score=min(WEAKEST, options.min_score))
    shown = settle(findings, knowledge._replace(options=weakest))
    return sum(suspect.score < options.min_score for suspect in shown)


def foreign(findings: Iterable[Finding], knowledge: Knowledge) -> tuple[Span, ...]:
    """Return the parts that do not read as English prose, where no unfit words are sought.

    They are ordered and disjoint; whatever lies between two adjacent such passages is included.
    """
    kept = sorted(findings, key=lambda finding: finding.span)
    if knowledge.reader is None:
        return ()
    if not is_english(kept, knowledge):
        kept = [finding._replace(foreign=True) for finding in kept]
    runs = [[*run] for apart, run in groupby(kept, lambda finding: finding.foreign) if apart]
    return tuple(Span(run[0].span.start, run[-1].span.end) for run in runs)


def _readings(
    texts: Sequence[str],
    sources: Sequence[str],
    document_words: DocumentWords,
    knowledge: Knowledge,
) -> "list[_Reading]":
    """Score each text with its decisions applied, and gather document evidence.

    The evidence of the source comes first, since repairing a spun document does not make it less
    spun; that of the text with decisions follows, since it shows how much is left.
    """
    if knowledge.reader is None or "unfit" not in knowledge.options.sources:
        return [((), None, None) for _ in texts]
    decided = [n for n, text in enumerate(texts) if text != sources[n]]
    wanted = [*texts, *(sources[n] for n in decided)]
    found = [*knowledge.reader.read(wanted, document_words.counts)]
    if knowledge.second is not None:
        found = [*knowledge.second.revised(wanted, found)]
    whole: list[_Reading] = [(*one, None) for one in found[: len(texts)]]
    for n, (_, evidence) in zip(decided, found[len(texts) :], strict=True):
        whole[n] = (found[n][0], evidence, found[n][1])
    return whole


def _near(
    reads: Sequence[Read], document_words: DocumentWords, knowledge: Knowledge
) -> list[list[Hit]]:
    if "near" not in knowledge.options.sources:
        return [[] for _ in reads]
    return near_hits(reads, document_words, knowledge, ordinary_words(document_words, knowledge))


def _finding(
    text: CorrectedPassage,
    read: Read,
    near: Sequence[Hit],
    reading: "_Reading",
    document_words: DocumentWords,
    knowledge: Knowledge,
) -> Finding:
    known = known_hits(read, document_words, knowledge)
    kept = [hit for hit in known if hit.entry.keep]
    hits = unsilenced((hit for hit in [*known, *near] if not hit.entry.keep), kept)
    readings = reading[0]
    if readings:
        excluded = [*names(read.text), *(hit.span for hit in kept)]
        excluded += places_in_terms(read, readings, terms(knowledge, mine=True))
        readings = tuple(r for r in readings if not _overlaps(r.span, excluded))
        others = [r for r in readings if not for_small_word(r)]
        usual = places_in_terms(read, others, terms(knowledge, mine=False), beside=True)
        readings = tuple(
            r._replace(logit=r.logit - TERM)
            if _overlaps(r.span, usual) and not for_small_word(r)
            else r
            for r in readings
        )
    preferred = {hit.span: hit for hit in hits if hit.kind == "preferred"}
    hits = [led(hit, preferred) for hit in hits if hit.kind != "preferred"]
    readings = tuple(preferring(r, preferred, knowledge) for r in readings)
    suspects, pending = _suspects(text, hits, readings, knowledge)
    return Finding(tuple(suspects), tuple(pending), reading[1], corrected=reading[2])


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _suspects(
    text: CorrectedPassage,
    hits: Iterable[Hit],
    readings: Iterable["SpanReading"],
    knowledge: Knowledge,
) -> tuple[list[Suspect], list[Pending]]:
    """Turn the hits and readings that touch no decision into suspects of the source."""
    suspects, pending, at = list[Suspect](), list[Pending](), dict[Span, "SpanReading"]()
    for reading in readings:
        if (place := text.to_source(reading.span)) is not None:
            at[reading.span] = reading
            pending.append(Pending(unfit_suspect(reading, text.text, place), reading.logit))
    for hit in hits:
        if (place := text.to_source(hit.span)) is not None:
            same = at.get(hit.span)
            suspect = glossary_suspect(hit, text.text, place, same, knowledge)
            logit = prior_logit(hit, text.text, same, knowledge)
            if logit is None:
                suspects.append(suspect)
            else:
                pending.append(Pending(suspect, logit))
    return suspects, pending

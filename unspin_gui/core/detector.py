"""What reads as spun: glossary phrases, places like them, and words that fit badly.

`find` judges passages one by one, so that its results can be kept; `settle` puts them together:
what they say of the whole document, the threshold, and which of overlapping suspects wins.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from unspin_gui.core.conditions import DocumentFacts
from unspin_gui.core.document import Decision
from unspin_gui.core.honest import honest_places
from unspin_gui.core.knowledge import Knowledge
from unspin_gui.core.known import Hit, known_hits, unsilenced
from unspin_gui.core.near import Read, near_hits
from unspin_gui.core.ordinary import ordinary_words
from unspin_gui.core.passages import Passage, split_passages
from unspin_gui.core.patched import Patched, patched
from unspin_gui.core.spans import keep_longest
from unspin_gui.core.suspects import Candidate, Suspect
from unspin_gui.core.weighing import in_context
from unspin_gui.core.words import tokens

if TYPE_CHECKING:
    from unspin_gui.core.context import Evidence, Reading

__all__ = ["DocumentFacts", "Finding", "Unfit", "detect", "find", "settle"]

_RANKS = {"known": 0, "near": 1, "unfit": 2}
_KNOWN, _KNOWN_MOST = 0.35, 1.0
"""What each known phrase of several words says of the document, as a logit, and all together."""


class Unfit(NamedTuple):
    """A suspect that the context reader found, and its logit before the document is known."""

    suspect: Suspect
    logit: float


@dataclass(frozen=True, slots=True)
class Finding:
    """What one passage gives, whatever the rest of the document says; spans of the source.

    `suspects` are known and near ones; `evidence` is what the passage says of the document.
    """

    suspects: tuple[Suspect, ...] = ()
    readings: tuple[Unfit, ...] = ()
    evidence: "Evidence | None" = None


def detect(
    source: str, knowledge: Knowledge, *, decisions: Sequence[Decision] = ()
) -> tuple[Suspect, ...]:
    """The suspects of a whole document, ordered by place; decided spans count as their fix."""
    batch = [
        (passage, tuple(d for d in decisions if d.span.touches(passage.span)))
        for passage in split_passages(source)
    ]
    return settle(find(batch, DocumentFacts.of(source), knowledge), knowledge)


def find(
    batch: Sequence[tuple[Passage, Sequence[Decision]]], facts: DocumentFacts, knowledge: Knowledge
) -> list[Finding]:
    """One Finding for each passage, given with the decisions that reach into it."""
    texts = [patched(passage, decisions) for passage, decisions in batch]
    reads = [Read(text.text, tokens(text.text)) for text in texts]
    read_in = _readings(reads, facts, knowledge)
    near = _near(reads, facts, knowledge)
    return [
        _finding(text, read, hits, reading, facts, knowledge)
        for text, read, hits, reading in zip(texts, reads, near, read_in, strict=True)
    ]


def settle(findings: Iterable[Finding], knowledge: Knowledge) -> tuple[Suspect, ...]:
    """The suspects of the document that these findings make up, ordered by place."""
    kept = tuple(findings)
    found = [suspect for finding in kept for suspect in finding.suspects]
    found += _unfit(kept, knowledge)
    likely = (suspect for suspect in found if suspect.score >= knowledge.options.min_score)
    return keep_longest(likely, span=lambda s: s.span, rank=lambda s: _RANKS[s.kind])


def _unfit(findings: Sequence[Finding], knowledge: Knowledge) -> Iterator[Suspect]:
    evidence = [finding.evidence for finding in findings if finding.evidence is not None]
    if knowledge.reader is None or not evidence:
        return
    total = evidence[0]
    for more in evidence[1:]:
        total = total + more
    document = _lifted(knowledge.reader.document_logit(total), findings)
    for finding in findings:
        for unfit in finding.readings:
            yield replace(unfit.suspect, score=_sigmoid(unfit.logit + document))


def _lifted(document: float, findings: Iterable[Finding]) -> float:
    """The document's logit, raised where known phrases show that the document was spun.

    Silence (minus infinity) stays: that is about what can be judged, not about spinning.
    """
    known = {
        suspect.entry.phrase
        for finding in findings
        for suspect in finding.suspects
        if suspect.entry is not None and suspect.kind == "known" and " " in suspect.phrase
    }
    return (
        max(document, min(_KNOWN_MOST, _KNOWN * len(known))) if document > -math.inf else document
    )


def _sigmoid(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, logit))))


def _readings(
    reads: Sequence[Read], facts: DocumentFacts, knowledge: Knowledge
) -> list[tuple[tuple["Reading", ...], "Evidence | None"]]:
    if knowledge.reader is None or "unfit" not in knowledge.options.sources:
        return [((), None) for _ in reads]
    return [*knowledge.reader.read([read.text for read in reads], facts.counts)]


def _near(reads: Sequence[Read], facts: DocumentFacts, knowledge: Knowledge) -> list[list[Hit]]:
    if "near" not in knowledge.options.sources:
        return [[] for _ in reads]
    return near_hits(reads, facts, knowledge, ordinary_words(facts, knowledge))


def _finding(
    text: Patched,
    read: Read,
    near: Sequence[Hit],
    reading: tuple[tuple["Reading", ...], "Evidence | None"],
    facts: DocumentFacts,
    knowledge: Knowledge,
) -> Finding:
    known = known_hits(read.text, read.tokens, facts, knowledge)
    kept = [hit for hit in known if hit.entry.keep]
    hits = unsilenced((hit for hit in [*known, *near] if not hit.entry.keep), kept)
    honest = [hit.span for hit in kept] + honest_places(read, reading[0], knowledge)
    readings = [r for r in reading[0] if not any(span.overlaps(r.span) for span in honest)]
    at = {r.span: r for r in readings}
    suspects = (_suspect(text, hit, at.get(hit.span), knowledge) for hit in hits)
    unfit = (_unfit_suspect(text, r) for r in readings)
    return Finding(
        tuple(s for s in suspects if s is not None),
        tuple(u for u in unfit if u is not None),
        reading[1],
    )


def _suspect(
    text: Patched, hit: Hit, reading: "Reading | None", knowledge: Knowledge
) -> Suspect | None:
    """A hit as a suspect of the source; None where it touches a decision."""
    span = text.to_source(hit.span)
    if span is None:
        return None
    names = [glossary.name for glossary in knowledge.glossaries]
    layer = names[hit.layer]
    fixes = [(fix, names[one.layer]) for one in (hit, *hit.others) for fix in one.fixes]
    offered = [Candidate(fix, -float(n), name) for n, (fix, name) in enumerate(fixes)]
    return Suspect(
        span,
        text.text[hit.span.start : hit.span.end],
        hit.kind,
        in_context(hit, text.text, reading, knowledge),
        _reason(hit, layer),
        (*offered, *(reading.candidates if reading else ())),
        hit.entry,
        layer,
    )


def _unfit_suspect(text: Patched, reading: "Reading") -> Unfit | None:
    span = text.to_source(reading.span)
    if span is None:
        return None
    phrase = text.text[reading.span.start : reading.span.end]
    suspect = Suspect(span, phrase, "unfit", 0.0, reading.reason, reading.candidates)
    return Unfit(suspect, reading.logit)


def _reason(hit: Hit, layer: str) -> str:
    """Why a glossary entry speaks of this place, in one line for the user."""
    where = f"glossary “{layer}”"
    if hit.kind == "near":
        where = f"{hit.how}: “{hit.entry.phrase}” in {where}"
    elif hit.how:
        where = f"a form of “{hit.entry.phrase}” in {where}"
    else:
        where = f"in {where}"
    return f"{where} ({hit.entry.note})" if hit.entry.note else where

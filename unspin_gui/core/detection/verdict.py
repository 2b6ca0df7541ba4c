"""The verdict of the whole document, on itself and on the suspects that only it can decide."""

import math
import operator
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from typing import TYPE_CHECKING

from unspin_gui.core.detection.finding import Finding
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.tokens import fold
from unspin_gui.core.text.word_lists import NAMES_FOR_SMALL_WORDS, NEVER_REPLACED

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.document_prior import DocumentPrior

_KNOWN, _KNOWN_MOST, _LIFTED_TO = 0.3, 1.5, 0.3
"""Log odds that each known phrase of several words adds to the document's, and the limits of their
sum.
"""
_NAMED, _NAMES, _NAMED_SMALL = 1.0, 2, 0.5
"""What each of the different names that replaced function words adds to the document's log odds,
how many of them count, and what each adds to the log odds of other replaced function words.

One such name occurs in 25 of 56 spun texts and in 3 of 432 genuine ones, two in none of the latter.
"""
_LEAST = -1.5
"""The document can lower the log odds of a glossary's word no further than this."""
_EQUAL, _REPLACED = 0.8, 2.0
"""The share by which a place approaches the likeliest place with the same words, since a spinner
replaces a word in many places; and the log odds of words that the user has replaced elsewhere.
"""
_SURE = 1e-9
"""Probabilities are kept at least this far from 0 and 1."""


def is_english(findings: Iterable[Finding], knowledge: Knowledge) -> bool:
    """Whether the document reads as English; True if there is too little text."""
    evidences = [finding.evidence for finding in findings if finding.evidence is not None]
    return (
        not evidences
        or knowledge.reader is None
        or knowledge.reader.is_english(reduce(operator.add, evidences))
    )


def document_probability(findings: Iterable[Finding], knowledge: Knowledge) -> float | None:
    """Return the probability, 0..1, that the document was spun; None if the text is too short."""
    kept = tuple(findings)
    prior = _prior(kept, knowledge)
    if prior is None:
        return None
    share = min(max(prior.probability, _SURE), 1 - _SURE)
    return _sigmoid(math.log(share / (1 - share)) + _lift(kept) + _NAMED * _names(kept))


def decided(findings: Sequence[Finding], knowledge: Knowledge) -> Iterator[Suspect]:
    """Yield the suspects that depend on the whole document, with their scores."""
    prior, lift = _prior(findings, knowledge), _lift(findings)
    likeliest, names = _likeliest(findings), _names(findings)
    for n, finding in enumerate(findings):
        offset = prior.offsets[n] if prior and not finding.foreign else -math.inf
        if offset > -math.inf:
            offset = max(offset, min(_LIFTED_TO, offset + lift))
        for suspect, logit in finding.pending:
            about, odds = offset, logit
            if suspect.entry is None:
                most = likeliest.get(suspect.phrase.casefold(), logit)
                odds += _EQUAL * (most - logit)
                if names and " " in suspect.phrase and _best(suspect) in NEVER_REPLACED:
                    odds += _NAMED_SMALL * names
            else:
                about = max(offset, _LEAST)
            if about > -math.inf:
                yield suspect._replace(score=_sigmoid(odds + about))


def _likeliest(findings: Iterable[Finding]) -> dict[str, float]:
    """For the words of each unfit place, folded, the greatest log odds of a place with them."""
    found = dict[str, float]()
    kept = [finding for finding in findings if not finding.foreign]
    replaced = frozenset[str]().union(*(finding.replaced for finding in kept))
    for suspect, logit in (pending for finding in kept for pending in finding.pending):
        words = suspect.phrase.casefold()
        least = max(logit, _REPLACED) if words in replaced else logit
        found[words] = max(found.get(words, least), least)
    return found


def _prior(findings: Sequence[Finding], knowledge: Knowledge) -> "DocumentPrior | None":
    """Return the document's prior for the spans in each passage; None if nothing can be said."""
    evidences = [finding.evidence for finding in findings]
    if knowledge.reader is None or all(evidence is None for evidence in evidences):
        return None
    corrected = [finding.corrected or finding.evidence for finding in findings]
    inputs = evidences, knowledge.options.assume, corrected, knowledge.second
    return knowledge.reader.document_prior(*inputs)


def _lift(findings: Iterable[Finding]) -> float:
    """Return what all known phrases of several words add to the document's log odds."""
    known = {
        suspect.entry.phrase
        for finding in findings
        for suspect in finding.suspects
        if suspect.entry is not None
        and suspect.kind == "known"
        and " " in suspect.phrase
        and not suspect.entry.prefer
    }
    return min(_KNOWN_MOST, _KNOWN * len(known))


def _names(findings: Iterable[Finding]) -> int:
    """Count the different names that replaced function words in a document, up to `_NAMES`.

    "World Health Organization" for who, "helium" for he: if such a name reads badly and the
    function word well, a spinner put it there.
    """
    found = {
        phrase
        for finding in findings
        if not finding.foreign
        for suspect, logit in finding.pending
        if logit > 0
        and suspect.entry is None
        and (phrase := fold(suspect.phrase)) in NAMES_FOR_SMALL_WORDS
        and _best(suspect) in NEVER_REPLACED
    }
    return min(_NAMES, len(found))


def _best(suspect: Suspect) -> str:
    """The first candidate, folded; empty if there is none."""
    return suspect.candidates[0].text.casefold() if suspect.candidates else ""


def _sigmoid(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, logit))))

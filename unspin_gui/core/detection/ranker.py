"""Which fixes a suspect is offered, best first, as they would stand in the corrected text.

The order of what glossaries offer is settled once, when a suspect is made (`in_context`), so that
whoever takes the first of a suspect's candidates takes what is suggested first (`suggest`).
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.accept import wording_at
from unspin_gui.core.document.document import Document
from unspin_gui.core.suspects import Candidate, Suggestion, Suspect
from unspin_gui.core.text.spans import Span

_AROUND = 200
"""How many code points on either side the context of a place has."""
_ORDER = 1.0
"""What the place in an entry's list is worth against a unit of log probability in context."""
_CONTEXT = 0.3
_MINE = 20.0
"""What it counts that the user's own glossary has a fix: its order is the user's word."""
_OTHERS = 0.2
"""What is left for other sources where a glossary has a fix."""


def in_context(
    offered: Sequence[Candidate], text: str, span: Span, knowledge: Knowledge
) -> tuple[Candidate, ...]:
    """What glossaries offer for a span of `text`, ordered and scored.

    The user's own come first, in their order; others also by how they read in their place.
    """
    mine = {glossary.name for glossary in knowledge.glossaries if glossary.mine}
    fits = [0.0] * len(offered)
    if knowledge.reader is not None and any(c.source not in mine for c in offered[1:]):
        start = max(0, span.start - _AROUND)
        around = text[start : span.end + _AROUND]
        fits = knowledge.reader.score_fixes(around, span.shifted(-start), [c.text for c in offered])
    scored = [
        replace(c, score=_ORDER * c.score + (_MINE if c.source in mine else _CONTEXT * fit))
        for c, fit in zip(offered, fits, strict=True)
    ]
    return tuple(sorted(scored, key=lambda candidate: -candidate.score))


def suggest(
    suspect: Suspect, document: Document, knowledge: Knowledge, *, limit: int = 5
) -> tuple[Suggestion, ...]:
    """The ranked fixes of a suspect: at most `limit`, none twice, none equal to the text.

    The fixes of glossaries come first; what the context reader would put in the place of a
    single word follows by its score.
    """
    text, span = _place(document, suspect.span)
    layers = {glossary.name for glossary in knowledge.glossaries}
    own = [c for c in suspect.candidates if c.source in layers]
    rest = [c for c in suspect.candidates if c.source not in layers]
    is_word = len(suspect.phrase.split()) == 1
    if own and is_word and len(own) < limit and not rest and knowledge.reader is not None:
        rest = [*knowledge.reader.candidates(text, span, {})]
    share = (1 - _OTHERS if rest else 1.0) if own else 0.0
    ranked = [*_shared(own, share), *_shared(rest, 1 - share)]
    fitted = (replace(s, text=wording_at(text, suspect, s.text, at=span)) for s in ranked)
    return _distinct(fitted, suspect.phrase, limit)


def _place(document: Document, span: Span) -> tuple[str, Span]:
    """The corrected text around a span of the source, and the span in it."""
    place = document.to_corrected(span)
    start = max(0, place.start - _AROUND)
    text = document.corrected[start : place.end + _AROUND]
    return text, place.shifted(-start)


def _shared(candidates: Sequence[Candidate], share: float) -> list[Suggestion]:
    """The candidates with `share` divided among them by their scores, best first."""
    top = max((candidate.score for candidate in candidates), default=0.0)
    weights = [math.exp(max(-50.0, candidate.score - top)) for candidate in candidates]
    whole = sum(weights)
    found = [
        Suggestion(candidate.text, share * weight / whole, candidate.source)
        for candidate, weight in zip(candidates, weights, strict=True)
    ]
    return sorted(found, key=lambda suggestion: -suggestion.score)


def _distinct(suggestions: Iterable[Suggestion], phrase: str, limit: int) -> tuple[Suggestion, ...]:
    """The first `limit` of them that differ; no more of them are asked for."""
    kept: dict[str, Suggestion] = {}
    for suggestion in suggestions:
        if len(kept) >= limit:
            break
        if suggestion.text != phrase:
            kept.setdefault(suggestion.text.casefold(), suggestion)
    return tuple(kept.values())

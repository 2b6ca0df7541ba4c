"""Ranks the fixes offered for a suspect, as they would appear in the corrected text.

The order of the glossaries' fixes is fixed once, when a suspect is made (`in_context`), so that its
first candidate is always the one suggested first (`suggest`).
"""

import math
from collections.abc import Iterable, Sequence

from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.accept import wording_at
from unspin_gui.core.document.document import Document
from unspin_gui.core.suspects import Candidate, Suggestion, Suspect
from unspin_gui.core.text.spans import Span

_AROUND = 200
"""Code points of context on either side of a place."""
_ORDER = 1.0
"""Weight of a fix's position in its entry against one unit of log probability in context."""
_CONTEXT = 0.3
_MINE = 20.0
"""Bonus for a fix from the user's own glossary, whose order is the user's choice."""
_OTHERS = 0.2
"""The share left to other sources where a glossary has a fix."""


def in_context(
    offered: Sequence[Candidate], text: str, span: Span, knowledge: Knowledge
) -> tuple[Candidate, ...]:
    """Order and score the glossaries' fixes for a span of `text`.

    The user's own come first, in the user's order; the others are also ranked by how well they fit.
    """
    mine = {glossary.name for glossary in knowledge.glossaries if glossary.mine}
    fits = [0.0] * len(offered)
    if knowledge.reader is not None and any(c.source not in mine for c in offered[1:]):
        start = max(0, span.start - _AROUND)
        around = text[start : span.end + _AROUND]
        fits = knowledge.reader.score_fixes(around, span.shifted(-start), [c.text for c in offered])
    scored = [
        Candidate(
            c.text,
            _ORDER * c.score + (_MINE if c.source in mine else _CONTEXT * fit),
            c.source,
        )
        for c, fit in zip(offered, fits, strict=True)
    ]
    return tuple(sorted(scored, key=lambda candidate: -candidate.score))


def suggest(
    suspect: Suspect, document: Document, knowledge: Knowledge, *, limit: int = 5
) -> tuple[Suggestion, ...]:
    """Rank the fixes of a suspect: at most `limit`, all different, none equal to the text itself.

    The glossaries' fixes come first; the noisy-channel reader's replacements for a single word
    follow by score.
    """
    text, span = _place(document, suspect.span)
    layers = {glossary.name for glossary in knowledge.glossaries}
    own = [c for c in suspect.candidates if c.source in layers]
    rest = [c for c in suspect.candidates if c.source not in layers]
    if knowledge.reader is not None and not rest and 0 < len(own) < limit:
        is_word = len(suspect.phrase.split()) == 1
        rest = [*knowledge.reader.candidates(text, span, {})] if is_word else []
    share = (1 - _OTHERS if rest else 1.0) if own else 0.0
    ranked = [*_shared(own, share), *_shared(rest, 1 - share)]
    fitted = (
        Suggestion(wording_at(text, suspect, s.text, at=span), s.score, s.source) for s in ranked
    )
    return _distinct(fitted, suspect.phrase, limit)


def _place(document: Document, span: Span) -> tuple[str, Span]:
    """The corrected text around a span of the source, and the span's place in it."""
    place = document.to_corrected(span)
    start = max(0, place.start - _AROUND)
    text = document.corrected[start : place.end + _AROUND]
    return text, place.shifted(-start)


def _shared(candidates: Sequence[Candidate], share: float) -> list[Suggestion]:
    """Divide `share` among the candidates in proportion to their scores, best first."""
    if len(candidates) < 2:  # most entries have one fix
        return [Suggestion(c.text, share, c.source) for c in candidates]
    top = max((candidate.score for candidate in candidates), default=0.0)
    weights = [math.exp(max(-50.0, candidate.score - top)) for candidate in candidates]
    whole = sum(weights)
    found = [
        Suggestion(candidate.text, share * weight / whole, candidate.source)
        for candidate, weight in zip(candidates, weights, strict=True)
    ]
    return sorted(found, key=lambda suggestion: -suggestion.score)


def _distinct(suggestions: Iterable[Suggestion], phrase: str, limit: int) -> tuple[Suggestion, ...]:
    """The first `limit` distinct suggestions; the iterable is read no further than needed."""
    kept: dict[str, Suggestion] = {}
    for suggestion in suggestions:
        if len(kept) >= limit:
            break
        if suggestion.text != phrase:
            kept.setdefault(suggestion.text.casefold(), suggestion)
    return tuple(kept.values())

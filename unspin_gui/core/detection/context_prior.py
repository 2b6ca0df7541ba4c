"""A prior for hits of shipped glossaries that are right only in some contexts."""

from typing import TYPE_CHECKING

from unspin_gui.core.detection.exact_match import Hit
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.glossary.match_quality import Difference
from unspin_gui.core.text.tokens import fold

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.reader import SpanReading

_BASE = 0.6
_GAIN = 0.45
"""Log odds added per unit of log odds that the context gives the fix; fitted on annotated articles.
"""
_MOST = 3.0
_WORD_BY_WORD = 1.0
"""Prior log odds of a term rebuilt word by word; outweighed in a document that reads as genuine."""


def prior_logit(
    hit: Hit, text: str, reading: "SpanReading | None", knowledge: Knowledge
) -> float | None:
    """The log odds of a hit that only its context can decide, before the document is considered.

    None for all other hits: phrases of several words that have an entry, and phrases of the user's
    own glossary.
    """
    reader = knowledge.reader
    if reader is None or knowledge.glossaries[hit.layer].mine:
        return None
    if hit.how is Difference.WORD_BY_WORD:
        return _WORD_BY_WORD
    if " " in fold(hit.entry.phrase):
        return None
    gain = max(reader.score_fixes(text, hit.span, hit.fixes), default=0.0)
    logit = max(-_MOST, min(_MOST, _GAIN * gain))
    if hit.kind == "known":
        logit += _BASE
    return logit if reading is None else max(logit, reading.logit)

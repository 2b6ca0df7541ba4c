"""Hits of shipped glossaries that are genuine more often than not, so their place decides."""

from typing import TYPE_CHECKING

from unspin_gui.core.detection.exact_match import Hit
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.detection.near_match import WORD_BY_WORD
from unspin_gui.core.text.tokens import fold

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.reader import SpanReading

_BASE = 0.6
_GAIN = 0.45
"""What a unit of log odds for a fix in its place adds; fitted on annotated articles."""
_MOST = 3.0
_WORD_BY_WORD = 1.0
"""A term put together of others' words: wrong in a text that is genuine as a whole."""


def prior_logit(
    hit: Hit, text: str, reading: "SpanReading | None", knowledge: Knowledge
) -> float | None:
    """The log odds, before the document is known, of a hit that only context can tell.

    None for all other hits: phrases of several words that an entry has, and those of the user's
    own glossary.
    """
    reader = knowledge.reader
    lone = " " not in fold(hit.entry.phrase)
    if reader is None or knowledge.glossaries[hit.layer].mine:
        return None
    if hit.how == WORD_BY_WORD:
        return _WORD_BY_WORD
    if not lone:
        return None
    gain = max(reader.score_fixes(text, hit.span, hit.fixes), default=0.0)
    logit = max(-_MOST, min(_MOST, _GAIN * gain))
    if hit.kind == "known":
        logit += _BASE
    return logit if reading is None else max(logit, reading.logit)

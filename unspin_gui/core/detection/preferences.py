"""Ordinary words mended elsewhere: they rank fixes, and weigh a little, where a text is odd."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from unspin_gui.core.detection.exact_match import Hit
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.suspects import Candidate
from unspin_gui.core.text.spans import Span

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.reader import SpanReading

RAISED = 0.4
"""What a preference adds to the log odds of its place: 58 % become 67 %, never more than that."""


def preferring(
    reading: "SpanReading", preferred: Mapping[Span, Hit], knowledge: Knowledge
) -> "SpanReading":
    """A reading with the fixes first that the user prefers in its place."""
    hit = preferred.get(reading.span)
    if hit is None:
        return reading
    layer, top = knowledge.glossaries[hit.layer].name, reading.candidates[:1]
    best = top[0].score if top else 0.0
    fixes = [Candidate(fix, best + 1.0, layer) for fix in hit.fixes]
    logit = reading.logit + RAISED
    return replace(reading, logit=logit, candidates=(*fixes, *reading.candidates))


def led(hit: Hit, preferred: Mapping[Span, Hit]) -> Hit:
    """A hit that also offers what the user prefers in its place."""
    wish = preferred.get(hit.span)
    return hit if wish is None else replace(hit, others=(wish, *hit.others))

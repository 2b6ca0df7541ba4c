"""Ordinary words fixed elsewhere: where a text reads oddly they rank fixes and add evidence."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from unspin_gui.core.detection.exact_match import Hit
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.suspects import Candidate
from unspin_gui.core.text.spans import Span

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.reader import SpanReading

RAISED = 0.4
"""The most that a preference adds to the log odds of its place: 58 % become 67 %."""


def preferring(
    reading: "SpanReading", preferred: Mapping[Span, Hit], knowledge: Knowledge
) -> "SpanReading":
    """Return the reading with the fixes that the user prefers at its place put first."""
    hit = preferred.get(reading.span)
    if hit is None:
        return reading
    layer, top = knowledge.glossaries[hit.layer].name, reading.candidates[:1]
    best = top[0].score if top else 0.0
    fixes = [Candidate(fix, best + 1.0, layer) for fix in hit.fixes]
    logit = reading.logit + RAISED
    return reading._replace(logit=logit, candidates=(*fixes, *reading.candidates))


def led(hit: Hit, preferred: Mapping[Span, Hit]) -> Hit:
    """Return the hit, extended by the fixes that the user prefers at its place."""
    wish = preferred.get(hit.span)
    return hit if wish is None else hit._replace(others=(wish, *hit.others))

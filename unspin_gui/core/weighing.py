"""How probable a glossary hit is where it stands."""

import math
from typing import TYPE_CHECKING

from unspin_gui.core.knowledge import Knowledge
from unspin_gui.core.known import Hit
from unspin_gui.core.words import fold

if TYPE_CHECKING:
    from unspin_gui.core.context import Reading

_GAIN = 0.5
"""What a unit of log odds for a fix in its place adds to the logit."""
_MOST = 3.0


def in_context(hit: Hit, text: str, reading: "Reading | None", knowledge: Knowledge) -> float:
    """The probability of a hit.

    A single word of a shipped glossary is often an honest one: it counts as far as its fix
    reads better in its place. All else counts by what the entry is.
    """
    lone = " " not in fold(hit.entry.phrase)
    if knowledge.reader is None or not lone or knowledge.glossaries[hit.layer].mine:
        return hit.score
    gain = max(knowledge.reader.score_fixes(text, hit.span, hit.fixes), default=0.0)
    logit = math.log(hit.score / (1 - hit.score)) + max(-_MOST, min(_MOST, _GAIN * gain))
    if reading is not None:
        logit = max(logit, reading.logit)
    return 1 / (1 + math.exp(-logit))

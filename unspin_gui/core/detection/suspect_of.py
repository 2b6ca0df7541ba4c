"""Makes suspects of the source from glossary hits and readings, each with a reason to show."""

from typing import TYPE_CHECKING

from unspin_gui.core.detection.exact_match import Hit
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.detection.ranker import in_context
from unspin_gui.core.reasons import GlossaryReason
from unspin_gui.core.suspects import Candidate, Suspect
from unspin_gui.core.text.spans import Span

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.reader import SpanReading


def glossary_suspect(
    hit: Hit, text: str, place: Span, reading: "SpanReading | None", knowledge: Knowledge
) -> Suspect:
    """Make a suspect at `place` of the source from a hit in `text`.

    Its own entry's fixes come before those of the entries it overrides, unless the context says
    otherwise; the candidates of a reading of the same place come last.
    """
    names = [glossary.name for glossary in knowledge.glossaries]
    layer = names[hit.layer]
    fixes = [(fix, names[one.layer]) for one in (hit, *hit.others) for fix in one.fixes]
    offered = [Candidate(fix, -float(n), name) for n, (fix, name) in enumerate(fixes)]
    return Suspect(
        place,
        text[hit.span.start : hit.span.end],
        "near" if hit.kind == "near" else "known",
        hit.score,
        GlossaryReason(layer, hit.entry.phrase, hit.entry.note, hit.how, hit.ratio),
        (*in_context(offered, text, hit.span, knowledge), *(reading.candidates if reading else ())),
        hit.entry,
        layer,
    )


def unfit_suspect(reading: "SpanReading", text: str, place: Span) -> Suspect:
    """Make a suspect at `place` of the source from a reading of `text`; its score is still open."""
    phrase = text[reading.span.start : reading.span.end]
    return Suspect(place, phrase, "unfit", 0.0, reading.reason, reading.candidates)

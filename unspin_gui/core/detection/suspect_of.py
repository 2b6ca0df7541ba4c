"""Glossary hits and readings as suspects of the source, with the reason the user is told."""

from typing import TYPE_CHECKING

from unspin_gui.core.detection.exact_match import Hit
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.detection.ranker import in_context
from unspin_gui.core.suspects import Candidate, Suspect
from unspin_gui.core.text.spans import Span

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.reader import SpanReading


def glossary_suspect(
    hit: Hit, text: str, place: Span, reading: "SpanReading | None", knowledge: Knowledge
) -> Suspect:
    """A hit in `text` as a suspect at `place` of the source.

    Fixes of the entries it wins over follow its own but for what the context says; then comes
    what a reading of the same place has.
    """
    names = [glossary.name for glossary in knowledge.glossaries]
    layer = names[hit.layer]
    fixes = [(fix, names[one.layer]) for one in (hit, *hit.others) for fix in one.fixes]
    offered = [Candidate(fix, -float(n), name) for n, (fix, name) in enumerate(fixes)]
    return Suspect(
        place,
        text[hit.span.start : hit.span.end],
        hit.kind,
        hit.score,
        _reason(hit, layer),
        (*in_context(offered, text, hit.span, knowledge), *(reading.candidates if reading else ())),
        hit.entry,
        layer,
    )


def unfit_suspect(reading: "SpanReading", text: str, place: Span) -> Suspect:
    """A reading of `text` as a suspect at `place` of the source; its score is still open."""
    phrase = text[reading.span.start : reading.span.end]
    return Suspect(place, phrase, "unfit", 0.0, reading.reason, reading.candidates)


def _reason(hit: Hit, layer: str) -> str:
    """Why a glossary entry speaks of this place, in one line."""
    where = f"glossary “{layer}”"
    if hit.kind == "near":
        where = f"{hit.how}: “{hit.entry.phrase}” in {where}"
    elif hit.how:
        where = f"a form of “{hit.entry.phrase}” in {where}"
    else:
        where = f"in {where}"
    return f"{where} ({hit.entry.note})" if hit.entry.note else where

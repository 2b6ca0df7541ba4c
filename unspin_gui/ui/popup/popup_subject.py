"""Makes a suspect for a place that is not flagged: one already decided, or marked by hand."""

from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.document import Decision
from unspin_gui.core.document.marks import Mark
from unspin_gui.core.suspects import Candidate, Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.session.session import Session

_LONGEST = 120
"""From this many code points on, a wording is too long to search for fixes."""


def suspect_for(session: Session, span: Span) -> Suspect:
    """A suspect for a span of the source, with the fixes that glossaries and language offer."""
    phrase = session.source[slice(*span)]
    candidates: tuple[Candidate, ...] = ()
    if session.knowledge is not None and span.size <= _LONGEST:
        candidates = _from_glossaries(session.knowledge, phrase)
        candidates += _from_language(session, session.knowledge, span)
    return Suspect(span, phrase, "unfit", 1.0, None, candidates)


def is_learnable(phrase: str) -> bool:
    """Whether a wording can be a glossary phrase: a few words, none of them far apart."""
    return 0 < len(phrase.strip()) <= _LONGEST and "\n\n" not in phrase


def subject_of(session: Session, mark: Mark) -> Suspect:
    """The suspect of a mark; for a decided place, one for the phrase that was decided."""
    if mark.suspect is not None:
        return mark.suspect
    span = mark.span
    if mark.decision is not None:
        span = decided_span(session.source, mark.decision)
    return suspect_for(session, span)


def chosen_text(mark: Mark, suspect: Suspect) -> str | None:
    """Return the current text in place of the phrase, if that is decided."""
    decision = mark.decision
    if decision is None:
        return None
    learnt = decision.learn.fix if decision.learn else ""
    if decision.span != suspect.span and decision.text.endswith(learnt):
        return learnt
    return decision.text


def decided_span(source: str, decision: Decision) -> Span:
    """The phrase that was fixed, without the article that was changed with it."""
    if decision.learn is None:
        return decision.span if decision.text else _without_space(source, decision.span)
    phrase = decision.learn.phrase
    place = source[slice(*decision.span)]
    if phrase and place.endswith(phrase):
        return Span(decision.span.end - len(phrase), decision.span.end)
    return decision.span


def _without_space(source: str, span: Span) -> Span:
    """The words of a span; a phrase is deleted with the space beside it."""
    words = source[slice(*span)]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _from_glossaries(knowledge: Knowledge, phrase: str) -> tuple[Candidate, ...]:
    found: dict[str, Candidate] = {}
    for glossary in reversed(knowledge.glossaries):
        for fix in glossary.fixes_of(phrase):
            score = 1.0 - 0.1 * len(found)
            found.setdefault(fix.casefold(), Candidate(fix, score, glossary.name))
    return tuple(found.values())


def _from_language(session: Session, knowledge: Knowledge, span: Span) -> tuple[Candidate, ...]:
    """Return candidates for the original wording, judging by the passage as it is in the source."""
    if knowledge.reader is None:
        return ()
    passage = next((p for p in session.opinions.passages if p.span.contains(span)), None)
    if passage is None:
        return ()
    return knowledge.reader.candidates(passage.text, span.shifted(-passage.start), {})

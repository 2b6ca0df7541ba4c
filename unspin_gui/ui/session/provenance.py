"""Says where a fix comes from, in the words of the window."""

from unspin_gui.core.document.document import Decision
from unspin_gui.core.suspects import THESAURUS
from unspin_gui.ui.base.translating import tr
from unspin_gui.ui.session.session import Session


def source_in_words(source: str) -> str:
    """The source of a suggestion as shown: a glossary by its name."""
    return tr("thesaurus") if source == THESAURUS else source


def source_of(session: Session, decision: Decision) -> str:
    """Which glossary or detector offered the wording of a decision; empty if none did.

    What the document itself has taught does not count as a source.
    """
    wordings = _wordings(decision)
    phrase = decision.learn.phrase if decision.learn else session.source[slice(*decision.span)]
    for glossary in reversed(session.base.glossaries if session.base else ()):
        if not wordings.isdisjoint(map(str.casefold, glossary.fixes_of(phrase))):
            return glossary.name
    suspect = session.opinions.under(decision.span)
    offered = suspect.candidates if suspect else ()
    return next((c.source for c in offered if c.text.casefold() in wordings), "")


def _wordings(decision: Decision) -> set[str]:
    """The wording inserted: as it is there, without its article, and as it is learnt."""
    text = decision.text.casefold()
    return {text, text.partition(" ")[2], decision.learn.fix.casefold() if decision.learn else text}

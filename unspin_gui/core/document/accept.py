"""The decision that puts a fix in the place of a suspect."""

import re

from unspin_gui.core.document.document import Decision
from unspin_gui.core.document.learnt_pair import plain_pair
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.indefinite_article import article_fix
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import fit_case

_OWN_ARTICLE = re.compile(r"(?:an?|the)(?= )", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:an?|the)\s+\Z", re.IGNORECASE)


def wording_at(text: str, suspect: Suspect, fix: str, *, at: Span | None = None) -> str:
    """A fix in the letter case of a place of `text`; one for an exact entry stays as it is.

    Without `at` the text is the source, and the place the suspect's own.
    """
    exact = suspect.entry is not None and suspect.entry.case == "exact"
    return fix if exact else fit_case(fix, text, at or suspect.span)


def decision_for(source: str, suspect: Suspect, text: str, *, remember: bool = True) -> Decision:
    """Accept `text` for a suspect of `source`; "a" or "an" before it follows the new word.

    A fix with an article of its own takes the place of the article before it.

    With `remember` the pair of phrase and fix is to be learnt, without the article and without
    the letter case of its place.
    """
    learn = plain_pair(source, suspect.span, text, suspect.candidates) if remember else None
    own = _OWN_ARTICLE.match(text)
    before = _ARTICLE.search(source, max(0, suspect.span.start - 8), suspect.span.start)
    if own and before:
        head = own.group().capitalize() if before.group()[0].isupper() else own.group()
        span = Span(before.start(), suspect.span.end)
        return Decision(span, head + text[own.end() :], learn=learn)
    change = article_fix(source, suspect.span, text)
    if change is None:
        return Decision(suspect.span, text, "accepted", learn)
    article, word = change
    between = source[article.end : suspect.span.start]
    return Decision(Span(article.start, suspect.span.end), word + between + text, learn=learn)

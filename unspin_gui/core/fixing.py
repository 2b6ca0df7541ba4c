"""The decision that puts a fix in the place of a suspect."""

from unspin_gui.core.articles import article_fix
from unspin_gui.core.document import Decision
from unspin_gui.core.pairs import plain_pair
from unspin_gui.core.spans import Span
from unspin_gui.core.suspects import Suspect


def decision_for(source: str, suspect: Suspect, text: str, *, remember: bool = True) -> Decision:
    """Accept `text` for a suspect of `source`; "a" or "an" before it follows the new word.

    With `remember` the pair of phrase and fix is to be learnt, without the article and without
    the letter case of its place.
    """
    learn = plain_pair(source, suspect.span, text, suspect.candidates) if remember else None
    change = article_fix(source, suspect.span, text)
    if change is None:
        return Decision(suspect.span, text, "accepted", learn)
    article, word = change
    between = source[article.end : suspect.span.start]
    return Decision(Span(article.start, suspect.span.end), word + between + text, learn=learn)

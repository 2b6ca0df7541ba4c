"""Why a span is flagged, as values; `str` gives one plain line of English."""

from enum import Enum
from typing import NamedTuple, TypeAlias

from unspin_gui.core.glossary.match_quality import Difference


class Fit(Enum):
    """How much better than the present wording the best candidate fits its place."""

    FAR_BETTER = "fits far better"
    BETTER = "fits better"
    POSSIBLE = "may have been the original"


class GlossaryReason(NamedTuple):
    """A glossary entry applies: one of glossary `layer`, with this `phrase` and `note`.

    `difference` says how the text differs from the phrase, NONE for the phrase itself; `ratio` is
    their similarity in percent, or 0 if it was not measured.
    """

    layer: str
    phrase: str
    note: str = ""
    difference: Difference = Difference.NONE
    ratio: int = 0

    def __str__(self) -> str:
        where = f"glossary “{self.layer}”"
        if self.difference is Difference.NONE:
            where = f"in {where}"
        elif self.difference is Difference.FORM:
            where = f"a form of “{self.phrase}” in {where}"
        else:
            alike = f"{self.ratio} % similar, " if self.ratio else ""
            where = f"{alike}{self.difference.value}: “{self.phrase}” in {where}"
        return f"{where} ({self.note})" if self.note else where


class ContextReason(NamedTuple):
    """The span does not go with the words around it; the candidate `best` fits better.

    Of the two neighbours, the one that fits worse is named: the word `before` or the word `after`
    it; neither is if the span is between punctuation marks. If a language model has read the place
    as well, `preferred` is the candidate that it prefers to the present wording, and `by_far` says
    whether it does so strongly.
    """

    best: str
    fit: Fit
    before: str = ""
    after: str = ""
    preferred: str = ""
    by_far: bool = False

    def __str__(self) -> str:
        place = "here"
        if self.before:
            place = f"after “{self.before}”"
        elif self.after:
            place = f"before “{self.after}”"
        message = f"reads oddly {place}; “{self.best}” {self.fit.value}"
        if not self.preferred:
            return message
        prefers = "strongly prefers" if self.by_far else "prefers"
        return f"{message}; a language model {prefers} “{self.preferred}”"


Reason: TypeAlias = GlossaryReason | ContextReason

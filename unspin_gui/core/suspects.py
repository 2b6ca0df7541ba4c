"""Opinions about the text: what looks spun, and what the original wording may have been."""

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from unspin_gui.core.glossary.entry import Entry
from unspin_gui.core.text.spans import Span

if TYPE_CHECKING:
    from unspin_gui.core.reasons import Reason

Kind = Literal["known", "near", "unfit"]
THESAURUS = "thesaurus"
"""The source of candidates that are in no glossary."""
Assumption = Literal["auto", "spun", "honest"]
"""What is assumed about a document: nothing, that it was spun, or that it was not."""
ASSUMPTIONS: tuple[Assumption, ...] = get_args(Assumption)


class Candidate(NamedTuple):
    """A possible fix before ranking.

    `text` is inflected for its place, and in lower case unless it is a name; `score` is comparable
    only within one suspect; `source` names its origin as it is shown to the user (THESAURUS, or the
    name of the glossary layer).
    """

    text: str
    score: float
    source: str


class Suggestion(NamedTuple):
    """A ranked fix as the popup shows it: in the letter case in which it would be inserted.

    `score` is 0..1, comparable within one suspect.
    """

    text: str
    score: float
    source: str


class Suspect(NamedTuple):
    """A span of the source that the detector flags.

    `phrase` is the text of the span; `kind` says how it was found (known: a glossary phrase, exact
    or inflected; near: similar to one; unfit: it does not fit its context); `score` is the
    probability, 0..1, that the span was spun; `reason` says why, None where the user marked it;
    `entry` and `layer` are the glossary entry and its glossary, where there is one.
    """

    span: Span
    phrase: str
    kind: Kind
    score: float
    reason: "Reason | None"
    candidates: tuple[Candidate, ...] = ()
    entry: Entry | None = None
    layer: str = ""

    @property
    def reason_in_english(self) -> str:
        """The reason in one plain line, empty if there is none."""
        return "" if self.reason is None else str(self.reason)

"""A decision of the user, and what it teaches."""

from typing import Literal, NamedTuple

from unspin_gui.core.text.spans import Span

State = Literal["accepted", "edited", "kept"]
Form = Literal["phrase", "preference", "known"]


class Pair(NamedTuple):
    """A spun phrase and its fix, to be learnt by the user's glossary."""

    phrase: str
    fix: str


class Lesson(NamedTuple):
    """What the user's glossary is to learn.

    As a `phrase` the pair counts wherever it occurs; as a `preference`, as for ordinary words, in
    its context only; `known` says that another glossary already has it.
    """

    pair: Pair
    form: Form = "phrase"


class Decision(NamedTuple):
    """The user's decision on a span of the source.

    `text` replaces the span in the corrected text. `state` is accepted (a fix chosen or typed in
    the popup), edited (typed in the corrected text) or kept (fine as it is; `text` then equals the
    source). `learn` is the plain pair of phrase and fix, if the
    glossary is to learn; `lesson` what it is to learn of that: without one, the pair itself.
    """

    span: Span
    text: str
    state: State = "accepted"
    learn: Pair | None = None
    lesson: Lesson | None = None

    @property
    def teaches(self) -> Lesson | None:
        """What the glossary is to learn, if anything."""
        return (self.lesson or Lesson(self.learn)) if self.learn else None

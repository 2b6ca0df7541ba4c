"""The interface of a causal language model, which reads a text from left to right.

It takes in far more of a text than a `LanguageModel` of word trigrams does, and is far slower, so
it is asked only about a few places, many of them at once.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import inf
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Floats


class Wording(NamedTuple):
    """A wording for the text from `start` (of the place or of its article) to the place's end.

    `lead` is its log probability before the model is asked.
    """

    start: int
    text: str
    lead: float = 0.0


class Place(NamedTuple):
    """A place in a text, and the wordings that may replace it.

    The text from the place's `end` to `until` is what follows it.
    """

    start: int
    end: int
    until: int
    wordings: Sequence[Wording]


class Excerpt(NamedTuple):
    """A part of a text that is read at once, with the places that are asked about, in order."""

    text: str
    places: Sequence[Place]


class Surprise(NamedTuple):
    """What the model says about a place; all figures are natural logarithms of probabilities.

    `own` is that of the present wording, given the text before it. For each alternative, `gain` is
    how much likelier it is than the present wording, and `after` how much likelier it makes what
    follows; minus infinity if that was not computed because the alternative itself is unlikely.
    """

    own: float
    gain: "Floats"
    after: "Floats"


class Effort(NamedTuple):
    """How much is read: at each place at most `most` wordings, the likeliest by their first tokens.

    Apart from the likeliest, those are skipped whose beginning is less likely than that of the
    present wording by more than -`least`.
    """

    most: int
    least: float


FULL = Effort(sys.maxsize, -inf)


def always() -> bool:
    """Return True: an answer is always wanted."""
    return True


class CausalModel(Protocol):
    """A causal language model that scores wordings in their places, in batches."""

    @property
    def name(self) -> str:
        """The name by which results refer to the model."""

    @property
    def identity(self) -> str:
        """An identifier of the model and of how its weights are stored, whatever its file name."""

    def surprises(
        self,
        excerpts: Iterable[Excerpt],
        effort: Effort = FULL,
        is_wanted: Callable[[], bool] = always,
    ) -> Iterator[list[Surprise]]:
        """Yield what the model says about the places of each excerpt, in order, once it is known.

        Ends early, within a moment, once `is_wanted` returns False.

        Raises:
            LanguageDataError: the model is no longer available.
        """

    def close(self) -> None:
        """Release the model's resources; it is not asked again."""

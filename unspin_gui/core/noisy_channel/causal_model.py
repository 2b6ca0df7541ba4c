"""The interface of a causal language model, which reads a text from left to right.

It knows far more of a text than a `LanguageModel` of word triples does, and is far slower, so it is
asked about a few places only, many of them at once.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import inf
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Floats


class Wording(NamedTuple):
    """A wording for the text from `start` (the place's own, or its article's) to the place's end.

    `lead` is how likely it is thought to be before the model is asked, as a logarithm.
    """

    start: int
    text: str
    lead: float = 0.0


class Place(NamedTuple):
    """A place in a text, and what might stand there instead.

    The text from the place's `end` to `until` counts as what follows.
    """

    start: int
    end: int
    until: int
    wordings: Sequence[Wording]


class Excerpt(NamedTuple):
    """As much of a text as is read at a time, with the places that are asked about, in order."""

    text: str
    places: Sequence[Place]


class Surprise(NamedTuple):
    """What the model says of a place; all are natural logarithms of probabilities.

    `own` is that of what stands there, after the text before it. For each wording, `gain` is by how
    much it is likelier than that, and `after` by how much it makes likelier what follows: minus
    infinity where that was not read, as the wording is unlikely itself.
    """

    own: float
    gain: "Floats"
    after: "Floats"


class Effort(NamedTuple):
    """How much is read: at each place at most `most` wordings, the likeliest by their first tokens.

    Of these, ones that begin less likely than what stands there by more than -`least` are not, but
    for the likeliest.
    """

    most: int
    least: float


FULL = Effort(sys.maxsize, -inf)


def always() -> bool:
    """Say that an answer is wanted."""
    return True


class CausalModel(Protocol):
    """A causal language model that scores wordings in their places, in batches."""

    @property
    def name(self) -> str:
        """What to call it where results name their readers."""

    @property
    def identity(self) -> str:
        """Which model it is, and how its weights are stored, whatever its file is called."""

    def surprises(
        self,
        excerpts: Iterable[Excerpt],
        effort: Effort = FULL,
        is_wanted: Callable[[], bool] = always,
    ) -> Iterator[list[Surprise]]:
        """What the model says of each place of each excerpt, in order, as soon as it is known.

        Ends early, within a moment, once `is_wanted` returns False.

        Raises:
            LanguageDataError: it can no longer be asked.
        """

    def close(self) -> None:
        """Give up what it needs to read; it is not asked again."""

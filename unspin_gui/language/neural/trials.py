"""Alternative wordings for places in a text, as tokens."""

from math import inf
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.language.neural.byte_pairs import Piece

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Floats


class TokenText(NamedTuple):
    """The tokens of an excerpt after the one that begins every text, and its pieces.

    For each piece, `first` is the number of tokens before it.
    """

    tokens: list[int]
    pieces: list[Piece]
    first: list[int]


class Trial(NamedTuple):
    """A wording in its place: its tokens, after the first `after` of the text.

    The first `own` of them belong to the wording, the others to what follows.
    """

    after: int
    tokens: list[int]
    own: int

    def sums(self, logs: "Floats") -> tuple[float, float]:
        """Return the log probabilities of the wording and of what follows."""
        return float(logs[: self.own].sum()), float(logs[self.own :].sum())


class TrialPair(NamedTuple):
    """The present wording in the text, and an alternative."""

    now: Trial
    new: Trial


def begun_only(trial: Trial) -> Trial:
    """Return a trial of only its first token, which decides whether to continue."""
    return trial._replace(tokens=trial.tokens[:1])


def difference(
    pair: TrialPair, now: "Floats", begun: "Floats", rest: "Floats | None"
) -> tuple[float, float]:
    """Return how much likelier a wording is, and what follows it (only if that was read)."""
    own, after = pair.now.sums(now)
    if rest is None:
        return float(begun[0]) - own, -inf
    new, then = pair.new.sums(np.concatenate([begun, rest]))
    return new - own, then - after

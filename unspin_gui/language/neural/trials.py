"""Wordings tried in place of what stands in a text, as tokens."""

from math import inf
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.language.neural.byte_pairs import Piece

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Floats


class TokenText(NamedTuple):
    """The tokens of an excerpt after the one that begins every text, and its pieces.

    `first` is for each piece the number of tokens before it.
    """

    tokens: list[int]
    pieces: list[Piece]
    first: list[int]


class Trial(NamedTuple):
    """A wording in place: its tokens, after the first `after` of the text.

    The first `own` of them are the wording's, the others are of what follows.
    """

    after: int
    tokens: list[int]
    own: int

    def sums(self, logs: "Floats") -> tuple[float, float]:
        """The log probability of the wording, and of what follows."""
        return float(logs[: self.own].sum()), float(logs[self.own :].sum())


class TrialPair(NamedTuple):
    """What stands in the text, and a wording instead of it."""

    now: Trial
    new: Trial


def begun_only(trial: Trial) -> Trial:
    """A trial of no more than its first token, which says whether to read on."""
    return trial._replace(tokens=trial.tokens[:1])


def difference(
    pair: TrialPair, now: "Floats", begun: "Floats", rest: "Floats | None"
) -> tuple[float, float]:
    """By how much a wording is likelier, and what follows it; that only if it was read on."""
    own, after = pair.now.sums(now)
    if rest is None:
        return float(begun[0]) - own, -inf
    new, then = pair.new.sums(np.concatenate([begun, rest]))
    return new - own, then - after

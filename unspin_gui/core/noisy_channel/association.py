"""How much likelier a word is after another than elsewhere, which reveals odd neighbours.

This is pointwise mutual information, the association score of Church and Hanks (1990), with
probabilities from the language model instead of counts.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel.language_model import MOST_WORDS, Phrases, Places

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.language_model import LanguageModel


class Association(NamedTuple):
    """The association of two neighbouring words.

    `gain` is the log of how much likelier the second word is after the first than elsewhere, `rate`
    the log of the frequency of the two in this order in running text; both are natural logarithms.
    """

    gain: float
    rate: float


def associations(
    pairs: Sequence[tuple[str, str]], model: "LanguageModel"
) -> list[Association | None]:
    """The associations of pairs of lower-case words; None if the model lacks one of the words."""
    if not pairs:
        return []
    ids = model.encode([word for pair in pairs for word in pair]).reshape(-1, 2)
    count, unknown = len(ids), model.unknown
    outside = np.full((2 * count, 2), unknown, np.int64)
    left = outside.copy()
    left[:count, 1] = ids[:, 0]
    words = np.full((2 * count, MOST_WORDS), -1, np.int64)
    words[:, 0] = np.tile(ids[:, 1], 2)
    phrases = Phrases(np.arange(2 * count), words, np.ones(2 * count, np.int64))
    fit = model.fit(Places(left, outside), phrases)
    gains = fit[:count] - fit[count:]
    rates = model.unigram[ids].sum(axis=1) + gains
    known = (ids != unknown).all(axis=1)
    return [
        Association(float(gain), float(rate)) if is_known else None
        for gain, rate, is_known in zip(gains, rates, known, strict=True)
    ]

"""The likeliest single words that each word may have replaced, whatever its context.

They are the channel's candidates for the word by itself, scored by every feature that does not
depend on the place. Each word is looked up once; a screening meets the same few thousand words over
and over again.
"""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel.candidate_features import first_of_each, merits_alone, once

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.arrays import Floats, Ints
    from unspin_gui.core.noisy_channel.channel import Channel
    from unspin_gui.core.noisy_channel.language_model import LanguageModel

MOST = 8
"""The most substitutes for each word, the best by themselves."""
_TOGETHER = 1000
"""The number of words that are looked up together."""


class Substitutes:
    """The substitutes of words; `weights` are those of `CANDIDATE_FEATURES`.

    `per_gain` is the weight of one unit of log probability in place.
    """

    def __init__(self, model: "LanguageModel", channel: "Channel", weights: "Floats") -> None:
        self._model, self._channel, self._weights = model, channel, weights
        self.per_gain = float(weights[0])
        words = model.unknown + 1
        self._known = np.zeros(words, np.bool_)
        self._many = np.zeros(words, np.uint8)
        self._words = np.zeros((words, MOST), np.int32)
        self._merits = np.zeros((words, MOST), np.float16)

    def count(self, ids: "Ints") -> "Ints":
        """How many substitutes each word has."""
        new = np.unique(ids[~self._known[ids]])
        for start in range(0, len(new), _TOGETHER):
            self._look_up(new[start : start + _TOGETHER])
        return self._many[ids].astype(np.int64)

    def of(self, ids: "Ints") -> "Offered":
        """The substitutes of words that were counted."""
        many = self._many[ids].astype(np.int64)
        owner = np.repeat(np.arange(len(ids)), many)
        place = np.arange(len(owner)) - np.repeat(np.cumsum(many) - many, many)
        at = ids[owner], place
        return Offered(owner, self._words[at].astype(np.int64), self._merits[at].astype(np.float32))

    def _look_up(self, new: "Ints") -> None:
        self._known[new] = True
        usual = self._channel.common[new] | (new == self._model.unknown)
        windows = self._channel.single(new, np.flatnonzero(~usual))
        options = self._channel.replacements(windows, new)
        options = options.only(options.size == 1)
        owner = windows.first[options.owner]
        merit = merits_alone(new[owner], options, self._model, self._channel.common, self._weights)
        order = np.argsort(owner, kind="stable")
        owner, merit, words = owner[order], merit[order], options.words[order]
        keep = once(owner, words, merit)
        keep = keep[first_of_each(owner[keep], merit[keep], MOST)]
        owner, merit, words = owner[keep], merit[keep], words[keep]
        place = np.arange(len(owner)) - np.searchsorted(owner, owner)
        self._words[new[owner], place] = words[:, 0]
        self._merits[new[owner], place] = merit
        self._many[new] = np.bincount(owner, minlength=len(new))


class Offered(NamedTuple):
    """Substitutes: the row of the word that each replaces, its word number, and its own score."""

    owner: "Ints"
    words: "Ints"
    merit: "Floats"

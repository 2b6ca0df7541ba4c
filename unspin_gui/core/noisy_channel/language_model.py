"""The interface of a language model, which scores how well wordings fit in their places."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from unspin_gui.core.noisy_channel.arrays import Floats, Ints, Small, Words

MOST_WORDS = 4
"""The most words in a span and in a candidate."""


class Places(NamedTuple):
    """Places in running text: the words on both sides, as word numbers.

    `left` and `right` are (places, 2): the two words before, in reading order, and the two words
    after.
    """

    left: Ints
    right: Ints


class Phrases(NamedTuple):
    """Wordings to be scored: `words` is (n, 4), used up to `size` words; `place` says where."""

    place: Ints
    words: Words
    size: Ints | Small


class LanguageModel(Protocol):
    """A language model that scores wordings in their places, in batches.

    Words are numbers below `unknown`, which stands for every word that the model does not have; of
    words from `outside` on it knows only the frequency, not the contexts. Logarithms are natural.
    """

    @property
    def words(self) -> Mapping[str, int]:
        """The number of each known lower-case word."""

    @property
    def names(self) -> Mapping[int, str]:
        """The word of each number; that of `unknown` is empty."""

    @property
    def unknown(self) -> int:
        """The number of any other word."""

    @property
    def outside(self) -> int:
        """The number of the first word whose contexts the model does not know."""

    @property
    def unigram(self) -> Floats:
        """The log probability of each word by itself."""

    def encode(self, words: Sequence[str]) -> Ints:
        """The numbers of lower-case words."""

    def along(self, ids: Ints) -> Floats:
        """Return the log probability of each word of running text after the two before it."""

    def fit(self, places: Places, phrases: Phrases) -> Floats:
        """Return the log probability of each wording in its place and of the two words after it.

        Words after it that the model does not know are left out.
        """

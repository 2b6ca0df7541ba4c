"""What a language model must offer, and how well candidates fit in their places."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from unspin_gui.core.noisy_channel.arrays import Floats, Ints

MOST_WORDS = 4
"""Words of the longest span and of the longest candidate."""


class Places(NamedTuple):
    """Places in running text: what stands on both sides, as word numbers.

    `left` and `right` are (places, 2): the two words before, in reading order, and the two
    words after.
    """

    left: Ints
    right: Ints


class Phrases(NamedTuple):
    """Wordings to be tried: `words` is (n, 4), used up to `size` words; `place` says where."""

    place: Ints
    words: Ints
    size: Ints


class LanguageModel(Protocol):
    """A language model that scores wordings in their places, in batches.

    Words are numbers below `unknown`, which stands for every word of which nothing is known;
    from `outside` on the model knows how frequent they are, but no context. Logarithms are natural.
    """

    @property
    def words(self) -> dict[str, int]:
        """The number of each known lower-case word."""

    @property
    def names(self) -> Sequence[str]:
        """The word of each number; the last, of `unknown`, is empty."""

    @property
    def unknown(self) -> int:
        """The number of any other word."""

    @property
    def outside(self) -> int:
        """The number of the first word whose contexts the model does not know."""

    @property
    def unigram(self) -> Floats:
        """Log probability of each word by itself."""

    def encode(self, words: Sequence[str]) -> Ints:
        """The numbers of lower-case words."""

    def fit(self, places: Places, phrases: Phrases) -> Floats:
        """Log probability of each wording in its place and of the two words after it.

        Words after it that the model does not know count nothing.
        """

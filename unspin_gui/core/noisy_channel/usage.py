"""How often the documents that texts come from use each word.

Texts of several documents can be scored together: every query about a word names the document.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Floats, Ints, Words

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.language_model import LanguageModel

USUAL_SIZE = 600
"""Words of the longest documents, roughly, that the weights were trained on."""


@dataclass(frozen=True, slots=True, eq=False)
class WordUsage:
    """How often each document uses each word of a model, damped in long documents.

    `table` is (documents, words), where no document has the unknown word; `document` is the row of
    each text.
    """

    table: Floats
    document: Ints

    @classmethod
    def counted(
        cls, counts: Sequence[Mapping[str, int]], document: Ints, model: "LanguageModel"
    ) -> "WordUsage":
        """Create it from the lower-case words of each document, and the document of each text."""
        table = np.zeros((len(counts), model.unknown + 1), np.float32)
        for row, one in zip(table, counts, strict=True):
            np.add.at(row, model.encode(list(one)), np.fromiter(one.values(), np.float32))
            row[model.unknown] = 0
            # Counts grow with the document, but the weights know only documents of usual size.
            longer = max(1.0, sum(one.values()) / USUAL_SIZE)
            np.divide(row, np.float32(np.sqrt(longer)), out=row)
        return cls(table, document)

    def of(self, words: Words | Ints, document: Ints) -> Floats:
        """Return how often the given document uses each word; undefined for a word below 0."""
        if len(self.table) == 1:
            one: Floats = self.table[0].take(words)
            return one
        found: Floats = self.table.ravel().take(document * self.table.shape[1] + words)
        return found

    def rarest(self, words: Words | Ints, document: Ints) -> Floats:
        """Return how often the given document uses the rarest word of each wording.

        Wordings are (n, 4), -1 beyond their ends.
        """
        result = self.of(words[:, 0], document)
        for column in words.T[1:]:
            more = np.flatnonzero(column >= 0)
            here = self.of(column.take(more), document.take(more))
            result[more] = np.minimum(result.take(more), here)
        return result

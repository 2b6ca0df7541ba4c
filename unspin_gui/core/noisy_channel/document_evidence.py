"""What a passage tells about the document it is from: whether it is English, genuine or spun."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Bools, Floats
from unspin_gui.core.noisy_channel.features import USUAL_SIZE
from unspin_gui.core.noisy_channel.sentences import CAPITAL, DIGIT, LOWER, UPPER
from unspin_gui.core.text.word_lists import COMMONEST

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.features import Spans
    from unspin_gui.core.noisy_channel.sentences import Sentences


_GENRE_WORDS: dict[str, frozenset[str]] = {
    "first person": frozenset({"i", "me", "my", "we", "our", "us", "i'm", "i'd", "i'll", "myself"}),
    "second person": frozenset({"you", "your", "yours", "you're", "you'll"}),
    "third person": frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"}),
    "old": frozenset(
        "upon shall hath doth thou thee thy thine ye unto nay whilst hither thither thence hence "  # noqa: SIM905
        "ought o ere oft behold lo verily whom whence nor mr mrs lady lord sir".split()
    ),
    "small talk": frozenset("oh yes no well what why how don't can't won't that's it's".split()),  # noqa: SIM905
}
_SHAPES = ("capitalised", "all capitals", "with digits", "sentences", "unknown lower")
_LEVELS = (-2.0, -1.0, 0.0, 1.0, 2.0)
"""Spans are counted whose log odds exceed these."""
_COUNTS = ("words", "known", "common", "spans")
_MEANS = (*(f"over {level:g}" for level in _LEVELS), "logit")
GENRE_FEATURES = (*_GENRE_WORDS, *_SHAPES, "known", "common")
"""Those of the features that tell the genre, spun or not."""
DOCUMENT_FEATURES = (*_MEANS, *GENRE_FEATURES, "size")
"""Names of the figures of a document: means over single words, shares of words, log of the size."""
_ENDS = np.cumsum([len(_COUNTS), len(_MEANS), len(_GENRE_WORDS) + len(_SHAPES)])


@dataclass(frozen=True, slots=True, eq=False)
class DocumentEvidence:
    """Sums over a passage; those of the passages of a document add up.

    Numbers of words, of words known to the language model, of common words and of spans of one
    word; then sums of what `DOCUMENT_FEATURES` names.
    """

    sums: Floats = field(default_factory=lambda: np.zeros(_ENDS[-1]))

    def __add__(self, other: "DocumentEvidence") -> "DocumentEvidence":
        return DocumentEvidence(self.sums + other.sums)

    @property
    def words(self) -> float:
        """How many words there are."""
        return float(self.sums[0])

    def share(self, name: str) -> float:
        """The share of words that are "known" to the language model, or "common" ones."""
        return float(self.sums[_COUNTS.index(name)]) / max(self.words, 1.0)

    def features(self) -> Floats:
        """A row of `DOCUMENT_FEATURES`."""
        counts, odds, marks = np.split(self.sums, _ENDS[:-1])
        ends = (
            self.share("known"),
            self.share("common"),
            np.log(np.clip(self.words, 50, USUAL_SIZE)),
        )
        rows = odds / (max(counts[3], 1.0) + 5), marks / (max(self.words, 1.0) + 20), ends
        return np.concatenate(rows).astype(np.float32)


def gather(
    sentences: "Sentences", spans: "Spans", logits: Floats, texts: int
) -> list[DocumentEvidence]:
    """The evidence of each of a batch of texts."""
    if not len(sentences.ids):
        return [DocumentEvidence() for _ in range(texts)]
    word = sentences.is_word
    common = np.fromiter((w in COMMONEST for w in sentences.words), np.bool_, len(sentences.words))
    known = word & (sentences.ids < sentences.ids[0])
    single = spans.size == 1
    odds, text = logits[single], sentences.text[spans.first[single]]
    columns = [*(odds > level for level in _LEVELS), np.clip(odds, -6, 3)]
    table = [
        *(np.bincount(sentences.text[mask], minlength=texts) for mask in (word, known, common)),
        np.bincount(text, minlength=texts),
        *(np.bincount(text, column, texts) for column in columns),
        *(np.bincount(sentences.text[mask], minlength=texts) for mask in _genre_marks(sentences)),
    ]
    return [DocumentEvidence(row) for row in np.array(table, np.float64).T]


def _genre_marks(sentences: "Sentences") -> list[Bools]:
    """Which tokens bear each mark of a genre."""
    words, shape = sentences.words, sentences.shape
    unknown = sentences.is_word & (sentences.ids == sentences.ids[0])
    return [
        *(
            np.fromiter((w in mark for w in words), np.bool_, len(words))
            for mark in _GENRE_WORDS.values()
        ),
        (shape == CAPITAL) & ~sentences.first,
        shape == UPPER,
        shape == DIGIT,
        sentences.first,
        unknown & (shape == LOWER),
    ]

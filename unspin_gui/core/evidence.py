"""What a passage tells about the document it is from: whether it is English, honest or spun."""

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from unspin_gui.core.features import Spans
    from unspin_gui.core.sentences import Sentences

    Floats = NDArray[np.float32]

_COMMON = frozenset(
    ["the", "of", "and", "to", "a", "in", "is", "that", "for", "it", "was", "on", "with", "as"]
    + ["be", "at", "by", "this", "have", "from", "or", "are", "an", "not", "but", "they", "his"]
    + ["which", "you", "we", "he", "she", "i", "has", "had", "were", "been", "will", "can"]
    + ["their", "its", "would", "there", "what", "your", "if", "when", "about", "who"]
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Sums over a passage; those of the passages of a document add up.

    Numbers of `words`, of words `known` to the language model, of `common` words and of
    `sentences`; number of `spans`, how many of them are `likely` (p > .3) and `sure` (p > .5), sums
    over them of `logit`, and of the association with their `left` and `right` neighbours.
    """

    words: float = 0.0
    known: float = 0.0
    common: float = 0.0
    sentences: float = 0.0
    spans: float = 0.0
    likely: float = 0.0
    sure: float = 0.0
    logit: float = 0.0
    left: float = 0.0
    right: float = 0.0

    def __add__(self, other: "Evidence") -> "Evidence":
        return Evidence(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


def gather(
    sentences: "Sentences", spans: "Spans", logits: "Floats", rows: "Floats", texts: int
) -> list[Evidence]:
    """The evidence of each of a batch of texts."""
    from unspin_gui.core.features import SPAN_FEATURES  # noqa: PLC0415

    word = sentences.is_word
    text = sentences.text[spans.first]
    common = np.fromiter((w in _COMMON for w in sentences.words), np.bool_, len(sentences.words))
    known = word & (sentences.ids < sentences.ids.max(initial=0))
    single = spans.size == 1
    column = {name: rows[:, SPAN_FEATURES.index(name)] for name in ("left", "right")}

    def tokens(which: "NDArray[np.bool_]") -> "Floats":
        return np.bincount(sentences.text[which], minlength=texts)

    def sums(value: "Floats") -> "Floats":
        return np.bincount(text[single], value[single], texts)

    table = [
        tokens(word), tokens(known), tokens(word & common), tokens(sentences.first),
        sums(np.ones(len(text), np.float32)), sums(logits > np.log(3 / 7)), sums(logits > 0),
        sums(np.clip(logits, -6, 3)), sums(column["left"]), sums(column["right"]),
    ]  # fmt: skip
    return [Evidence(*map(float, row)) for row in np.array(table, np.float64).T]

"""What a passage tells about the document it is from: whether it is English, honest or spun."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from unspin_gui.core.features import SPAN_FEATURES, USUAL_SIZE
from unspin_gui.core.sentences import CAPITAL, DIGIT, LOWER, UPPER

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from unspin_gui.core.features import Spans
    from unspin_gui.core.sentences import Sentences

    Bools = NDArray[np.bool_]
    Floats = NDArray[np.float32]

_COMMON = frozenset(
    "the of and to a in is that for it was on with as be at by this have from or are an not but "  # noqa: SIM905
    "they his which you we he she i has had were been will can their its would there what your "
    "if when about who".split()
)
_MARKS: dict[str, frozenset[str]] = {
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
_SUMMED = (
    "left",
    "right",
    "fit",
    "frequency",
    "share",
    "best gain",
    "together",
    "around",
    "text",
    "around share",
)
FACTS = (
    *(f"over {level:g}" for level in _LEVELS),
    *("logit", *_SUMMED, *_MARKS, *_SHAPES, "known", "common", "size"),
)
_PER_SPAN = len(_LEVELS) + 1 + len(_SUMMED)
"""What `Evidence.facts` tells: means over the single words, shares of words, log of the size."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Sums over a passage; those of the passages of a document add up.

    Numbers of `words`, of words `known` to the language model, of `common` words, and of `spans`
    of one word; over these `sums` of what `FACTS` names, and `marks` of the kind of prose.
    """

    words: float = 0.0
    known: float = 0.0
    common: float = 0.0
    spans: float = 0.0
    sums: tuple[float, ...] = (0.0,) * _PER_SPAN
    marks: tuple[float, ...] = (0.0,) * (len(FACTS) - 3 - _PER_SPAN)

    def __add__(self, other: "Evidence") -> "Evidence":
        return Evidence(
            self.words + other.words,
            self.known + other.known,
            self.common + other.common,
            self.spans + other.spans,
            tuple(a + b for a, b in zip(self.sums, other.sums, strict=True)),
            tuple(a + b for a, b in zip(self.marks, other.marks, strict=True)),
        )

    def facts(self) -> "Floats":
        """A row of `FACTS`."""
        words, spans = max(self.words, 1.0), max(self.spans, 1.0)
        means = [value / (spans + 5) for value in self.sums]
        row = [
            *means,
            *(value / (words + 20) for value in self.marks),
            self.known / words,
            self.common / words,
            float(np.log(np.clip(words, 50, USUAL_SIZE))),
        ]
        return np.array(row, np.float32)


def gather(
    sentences: "Sentences", spans: "Spans", logits: "Floats", rows: "Floats", texts: int
) -> list[Evidence]:
    """The evidence of each of a batch of texts."""
    word = sentences.is_word
    common = np.fromiter((w in _COMMON for w in sentences.words), np.bool_, len(sentences.words))
    known = word & (sentences.ids < sentences.ids[0])
    single = spans.size == 1
    text = sentences.text[spans.first[single]]
    odds = logits[single]
    columns = [odds > level for level in _LEVELS]
    columns.append(np.clip(odds, -6, 3))
    columns += [np.clip(rows[single, SPAN_FEATURES.index(name)], -20, 20) for name in _SUMMED]
    table = [np.bincount(sentences.text[mask], minlength=texts) for mask in (word, known, common)]
    table.append(np.bincount(text, minlength=texts))
    table += [np.bincount(text, column, texts) for column in columns]
    table += [np.bincount(sentences.text[mask], minlength=texts) for mask in _marks(sentences)]
    return [
        Evidence(
            row[0],
            row[1],
            row[2],
            row[3],
            tuple(row[4 : 4 + _PER_SPAN]),
            tuple(row[4 + _PER_SPAN :]),
        )
        for row in np.array(table, np.float64).T.tolist()
    ]


def _marks(sentences: "Sentences") -> "list[Bools]":
    """Which tokens bear each mark of a kind of prose."""
    words, shape = sentences.words, sentences.shape
    unknown = sentences.is_word & (sentences.ids == sentences.ids[0])
    return [
        *(
            np.fromiter((w in mark for w in words), np.bool_, len(words))
            for mark in _MARKS.values()
        ),
        (shape == CAPITAL) & ~sentences.first,
        shape == UPPER,
        shape == DIGIT,
        sentences.first,
        unknown & (shape == LOWER),
    ]

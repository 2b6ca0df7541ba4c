"""What a passage reveals about its document: whether it is English, genuine or spun.

Spinning affects whole documents, so all of a document's spans together are a prior for each.
Evidence is kept as sums, which add up over passages read one by one.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Bools, Doubles, Floats, Ints
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
        "ought o ere oft behold lo verily whom whence nor mr mrs lady lord sir hitherto whereof "
        "therein thereof thereto herewith hereby wherein wherefore heretofore whereby".split()
    ),
    "small talk": frozenset("oh yes no well what why how don't can't won't that's it's".split()),  # noqa: SIM905
}
_SHAPES = ("capitalised", "all capitals", "with digits", "sentences", "unknown lower")
_LEVELS = (-2.0, -1.0, 0.0, 1.0, 2.0, 3.0)
"""For each of these log odds, a feature gives the share of single words that exceed it."""
_LOWEST, _STEP, _BINS = -6.0, 0.5, 25
"""Log odds are counted in bins of this width, from this value on; outliers in the end bins."""
CENTRES = (_LOWEST + _STEP * np.arange(_BINS)).astype(np.float64)
"""The log odds that each bin represents."""
_COUNTS = ("words", "known", "common", "small")
_MEANS = (*(f"over {level:g}" for level in _LEVELS), "logit", "small", "rate")
DOCUMENT_FEATURES = (
    *(*_MEANS, *_GENRE_WORDS, *_SHAPES),
    *("rarity", "known", "common", "size", "short"),
)
"""The names of a document's features: means over words, shares of words, logs of size."""
_ENDS = np.cumsum([len(_COUNTS), _BINS, len(_GENRE_WORDS) + len(_SHAPES) + 1])
USUAL_RATE = 0.17
"""The share of spun words that the log odds of spans presuppose; estimates start from it."""
_SURE_GAIN = 4.0
"""A function word this much likelier (log probability) must have been the original."""
_HELD, _ROUNDS = 12.0, 30
"""How many words the expected rate counts for, and the rounds until a rate hardly changes."""


@dataclass(frozen=True, slots=True, eq=False)
class DocumentEvidence:
    """Sums over a passage; those of a document's passages add up.

    The numbers of words, of words known to the language model, of common words, and of spans that
    almost certainly replaced a function word; the number of spans with log odds in each bin (see
    `CENTRES`), single words and likely longer spans; and the number of words that indicate the
    genre. A second reading was `asked` about some places and found a far `better` candidate at some
    of them.
    """

    sums: Doubles = field(default_factory=lambda: np.zeros(_ENDS[-1]))
    asked: int = 0
    better: int = 0

    def __add__(self, other: "DocumentEvidence") -> "DocumentEvidence":
        asked, better = self.asked + other.asked, self.better + other.better
        return DocumentEvidence(self.sums + other.sums, asked, better)

    def read_again(self, asked: int, better: int) -> "DocumentEvidence":
        """Return the evidence with the result of a second reading."""
        return DocumentEvidence(self.sums, asked, better)

    @property
    def words(self) -> float:
        """The number of words."""
        return float(self.sums[0])

    @property
    def odds(self) -> Doubles:
        """The number of spans in each bin of log odds."""
        odds: Doubles = self.sums[_ENDS[0] : _ENDS[1]]
        return odds

    def share(self, name: str) -> float:
        """The share of words that are "known" to the language model, or "common"."""
        return float(self.sums[_COUNTS.index(name)]) / max(self.words, 1.0)

    def features(self) -> Floats:
        """Return a row of `DOCUMENT_FEATURES`."""
        _, odds, marks = np.split(self.sums, _ENDS[:-1])
        spans = odds.sum() + 5
        means = [odds[level <= CENTRES].sum() / spans for level in _LEVELS]
        means += [(odds * CENTRES).sum() / spans, np.log1p(self.sums[3])]
        means.append(rate_logits(odds[None], np.zeros(1))[0])
        ends = (
            *(self.share("known"), self.share("common")),
            np.log(np.clip(self.words, 50, 5000)),
            np.log(np.clip(self.words, 10, 150)),
        )
        return np.concatenate([means, marks / (max(self.words, 1.0) + 20), ends]).astype(np.float32)


def rate_logits(odds: Doubles, expected: Doubles) -> Doubles:
    """Return how far the share of spun words is from `USUAL_RATE`, in log odds; (n,).

    Each row of `odds` counts words by their log odds (bins of `CENTRES`). The likeliest share is
    found by expectation maximisation, as Saerens, Latinne and Decaestecker (2002) adjust a
    classifier to new prior probabilities; the `expected` share weighs as much as `_HELD` words.
    """
    usual = np.log(USUAL_RATE / (1 - USUAL_RATE))
    start = 1 / (1 + np.exp(-(expected + usual)))
    rate, size = start, odds.sum(axis=1)
    for _ in range(_ROUNDS):
        # E step: the expected number of spun words if `rate` of them are. M step: the rate that
        # follows; the expected share acts as `_HELD` words seen before (a beta prior).
        shift = np.log(rate / (1 - rate)) - usual
        spun = (odds / (1 + np.exp(-(CENTRES[None] + shift[:, None])))).sum(axis=1)
        rate = np.clip((spun + _HELD * start) / (size + _HELD), 1e-4, 0.9)
    result: Doubles = np.log(rate / (1 - rate)) - usual
    return result


def bins_of(logits: Floats) -> Ints:
    """Return the bin of `CENTRES` in which each of these log odds is counted."""
    bins: Ints = np.clip(np.rint((logits - _LOWEST) / _STEP), 0, _BINS - 1).astype(np.int64)
    return bins


def gather(
    sentences: "Sentences",
    spans: "Spans",
    logits: Floats,
    small_gain: Floats,
    unigram: Floats,
    texts: int,
) -> list[DocumentEvidence]:
    """Return the evidence of each text of a batch.

    `logits` are the log odds of its spans, `small_gain` the gain of the best function word in their
    places, `unigram` the log probabilities of words by themselves.
    """
    if not len(sentences.ids):
        return [DocumentEvidence() for _ in range(texts)]
    word = sentences.is_word
    common = np.fromiter((w in COMMONEST for w in sentences.words), np.bool_, len(sentences.words))
    rarity = -np.bincount(sentences.text, np.where(word, unigram[sentences.ids], 0), texts) / 10
    known = word & (sentences.ids < sentences.ids[0])
    text = sentences.text[spans.first]
    small = (small_gain > _SURE_GAIN) & (logits > 0)
    rows = np.append(np.flatnonzero(spans.size == 1), _likely_longer(spans, logits))
    odds = np.bincount(text[rows] * _BINS + bins_of(logits[rows]), minlength=texts * _BINS)
    table = np.column_stack(
        [
            *(np.bincount(sentences.text[mask], minlength=texts) for mask in (word, known, common)),
            np.bincount(text[small], minlength=texts),
            odds.reshape(texts, _BINS),
            *(np.bincount(sentences.text[m], minlength=texts) for m in _genre_marks(sentences)),
            rarity,
        ]
    )
    return [DocumentEvidence(row) for row in table.astype(np.float64)]


def _likely_longer(spans: "Spans", logits: Floats) -> Ints:
    """Return the spans of several words that are more likely spun than not and than any inside.

    They do not overlap. If a spinner puts "World Health Organization" for "who", no single word
    reveals it.
    """
    rows = np.flatnonzero(logits > 0)
    taken, found = set[int](), list[int]()
    for row in rows[np.argsort(-logits[rows], kind="stable")].tolist():
        here = range(int(spans.first[row]), int(spans.first[row] + spans.size[row]))
        if taken.isdisjoint(here):
            taken.update(here)
            if len(here) > 1:
                found.append(row)
    return np.array(found, np.int64)


def _genre_marks(sentences: "Sentences") -> list[Bools]:
    """Return, for each mark of a genre, which tokens have it."""
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

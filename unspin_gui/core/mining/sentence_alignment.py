"""Aligns the sentences of two versions of a text, in order and then across it.

Sentences are aligned as translators' tools do (Gale and Church 1993): monotone dynamic programming
over one-to-one, one-to-two and two-to-one pairs and skips. The score is similarity of wording
instead of length, since both texts are in one language. Sentences left over are then paired out of
order where they are very similar.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from unspin_gui.core.glossary.fuzzy_index import indel_similarity
from unspin_gui.core.text.passages import split_passages
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.stems import stems
from unspin_gui.core.text.tokens import is_word, tokens
from unspin_gui.core.text.word_lists import ABBREVIATIONS

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[^\Wa-z_])")
_ABBREVIATION = re.compile(
    rf"(?:^|[^\w.])(?:{'|'.join(sorted(ABBREVIATIONS))}|no|e\.g|i\.e|\w)\.\Z", re.IGNORECASE
)
_LEAST = 0.25
"""Sentences less similar than this are unrelated."""
_CROSSING = 0.45
"""Sentences out of order must be at least this similar."""
_BAND = 80
"""How many sentences one text may run ahead of the other, in proportion to their lengths."""
_MOST_CROSSING = 400
_NOTHING = 0.12
"""Sentences whose word order is less similar than this are not similar at all."""
_PART = 0.2
"""A part of a split sentence must be at least this similar to the whole."""
_WHOLE = 0.9
_NOTHING_YET: tuple[float, None] = (0.0, None)
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])-\n(?=[a-z])")


class Sentence(NamedTuple):
    """The stems of a sentence, each as one code point, and their weights: rare ones weigh most."""

    words: str
    weights: dict[str, float]
    total: float


class SentencePair(NamedTuple):
    """Sentences of the spun text and their counterparts in the original; similarity 0..1."""

    spun: str
    original: str
    similarity: float


class _Found(NamedTuple):
    similarity: float
    spun: Span
    original: Span


def split_sentences(text: str) -> tuple[str, ...]:
    """Split a text into sentences, in order; the lines of a wrapped paragraph are joined."""
    found: list[str] = []
    for passage in split_passages(text):
        line, start = _BROKEN_WORD.sub("-", passage.text).replace("\n", " "), 0
        for match in _END.finditer(line):
            if not _ABBREVIATION.search(line, start, match.end()):
                found.append(line[start : match.end()].strip())
                start = match.end()
        found.append(line[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def align(spun: str, original: str) -> tuple[SentencePair, ...]:
    """Align the sentences of two texts; the pairs are ordered by place in the spun text."""
    ours, theirs = split_sentences(spun), split_sentences(original)
    left, right = _weighed(ours, theirs)
    if not left or not right:
        return ()
    found = _in_order(left, right)
    found += _across(left, right, found)
    return tuple(
        SentencePair(" ".join(ours[slice(*f.spun)]), " ".join(theirs[slice(*f.original)]), alike)
        for f in sorted(found, key=lambda f: f.spun)
        for alike in (f.similarity,)
    )


def _weighed(ours: Sequence[str], theirs: Sequence[str]) -> tuple[list[Sentence], list[Sentence]]:
    """Return both texts' sentences with weighted words: rare ones count, common ones hardly do."""
    signs: dict[str, str] = {}
    rows = {text: _row(text, signs) for text in {*ours, *theirs}}
    counts = Counter(sign for text in (*ours, *theirs) for sign in set(rows[text]))
    total = len(ours) + len(theirs)
    weight = {sign: log(1 + total / count) for sign, count in counts.items()}

    def weighed(text: str) -> Sentence:
        return _sentence(rows[text], {sign: weight[sign] for sign in rows[text]})

    return [weighed(text) for text in ours], [weighed(text) for text in theirs]


def _row(text: str, signs: dict[str, str]) -> str:
    """The stems of a sentence's words, one code point each; new stems are added to `signs`."""
    found = (stems(token.norm)[-1] for token in tokens(text) if is_word(token.norm))
    return "".join(signs.setdefault(stem, chr(0xF0000 + len(signs) % 0x1FFFF)) for stem in found)


def _sentence(words: str, weights: dict[str, float]) -> Sentence:
    return Sentence(words, weights, sum(weights.values()))


def _joined(one: Sentence, other: Sentence) -> Sentence:
    return _sentence(one.words + other.words, one.weights | other.weights)


def _alike(one: Sentence, other: Sentence) -> float:
    """Similarity: half by the weight of the words in common, half by the order of the words."""
    order = indel_similarity(one.words, other.words)
    if order < _NOTHING:
        return 0.0
    shared = sum(one.weights[word] for word in one.weights.keys() & other.weights.keys())
    return 0.5 * order + shared / (one.total + other.total)


_Table = dict[tuple[int, int], tuple[float, _Found | None]]


class _Grid:
    """Cached similarities of both texts' sentences, alone and joined to the one before."""

    def __init__(self, left: Sequence[Sentence], right: Sequence[Sentence]) -> None:
        self.left, self.right = left, right
        self._joined = [
            [_joined(one, other) for one, other in pairwise(side)] for side in (left, right)
        ]
        self._alone: dict[tuple[int, int], float] = {}

    def alone(self, i: int, j: int) -> float:
        """The similarity of sentence i of the one text and sentence j of the other."""
        if (i, j) not in self._alone:
            self._alone[i, j] = _alike(self.left[i], self.right[j])
        return self._alone[i, j]

    def endings(self, i: int, j: int) -> Iterator[_Found]:
        """Yield the pairs that end before sentences i and j, with their similarities."""
        alike = self.alone(i - 1, j - 1)
        if alike > _LEAST:
            yield _Found(alike, Span(i - 1, i), Span(j - 1, j))
        if alike < _PART or alike > _WHOLE:
            return
        if j > 1 and self.alone(i - 1, j - 2) > _PART:
            both = _alike(self.left[i - 1], self._joined[1][j - 2])
            if both > max(alike, _LEAST):
                yield _Found(both, Span(i - 1, i), Span(j - 2, j))
        if i > 1 and self.alone(i - 2, j - 1) > _PART:
            both = _alike(self._joined[0][i - 2], self.right[j - 1])
            if both > max(alike, _LEAST):
                yield _Found(both, Span(i - 2, i), Span(j - 1, j))

    def worth(self, pair: _Found) -> float:
        """What a pair adds to the score of a path: similarity times the number of words."""
        words = sum(
            len(one.words)
            for side, span in ((self.left, pair.spun), (self.right, pair.original))
            for one in side[span.start : span.end]
        )
        return (pair.similarity - _LEAST) * words


def _in_order(left: Sequence[Sentence], right: Sequence[Sentence]) -> list[_Found]:
    """The pairs on the best monotone path."""
    grid = _Grid(left, right)
    best: _Table = {}
    for i in range(len(left) + 1):
        for j in _band(i, len(left), len(right)):
            skipped = max(best.get(at, _NOTHING_YET)[0] for at in ((i - 1, j), (i, j - 1)))
            way: tuple[float, _Found | None] = (skipped, None)
            for pair in grid.endings(i, j) if i and j else ():
                before = best.get((pair.spun.start, pair.original.start))
                if before and before[0] + grid.worth(pair) > way[0]:
                    way = (before[0] + grid.worth(pair), pair)
            best[i, j] = way
    return _traced(best, len(left), len(right))


def _traced(
    best: dict[tuple[int, int], tuple[float, _Found | None]], i: int, j: int
) -> list[_Found]:
    """Trace back the pairs on the path that ends at (i, j)."""
    found: list[_Found] = []
    while i or j:
        worth, pair = best[i, j]
        if pair is not None:
            found.append(pair)
            i, j = pair.spun.start, pair.original.start
        elif (i - 1, j) in best and best[i - 1, j][0] == worth:
            i -= 1
        else:
            j -= 1
    return found


def _band(i: int, rows: int, columns: int) -> range:
    middle = round(i * columns / max(1, rows))
    reach = _BAND + columns // max(1, rows)
    return range(max(0, middle - reach), min(columns, middle + reach) + 1)


def _across(
    left: Sequence[Sentence], right: Sequence[Sentence], found: Sequence[_Found]
) -> list[_Found]:
    """Pair the remaining sentences that are very similar, most similar first."""
    taken_left = {i for pair in found for i in range(*pair.spun)}
    taken_right = {j for pair in found for j in range(*pair.original)}
    rows = [i for i in range(len(left)) if i not in taken_left][:_MOST_CROSSING]
    columns = [j for j in range(len(right)) if j not in taken_right][:_MOST_CROSSING]
    pairs = ((_alike(left[i], right[j]), i, j) for i in rows for j in columns)
    more: list[_Found] = []
    for alike, i, j in sorted((p for p in pairs if p[0] >= _CROSSING), reverse=True):
        if i not in taken_left and j not in taken_right:
            more.append(_Found(alike, Span(i, i + 1), Span(j, j + 1)))
            taken_left.add(i)
            taken_right.add(j)
    return more

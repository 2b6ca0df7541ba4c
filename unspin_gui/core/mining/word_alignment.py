"""Aligns the words of two sentences to show which phrases were replaced.

A global alignment (Needleman and Wunsch 1970): equal and similar words are anchors, and whatever
lies between two anchors is an edit. Content words preferably correspond to content words, function
words to function words.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from unspin_gui.core.glossary.fuzzy_index import indel_similarity
from unspin_gui.core.text.stems import stems
from unspin_gui.core.text.tokens import POSSESSIVE, Token, is_word
from unspin_gui.core.text.word_lists import FUNCTION_WORDS, INDEFINITE_ARTICLES

_LIKE = 0.8
_LONG_ENOUGH = 5
_ANCHOR = 0.3
"""A pair of tokens that scores more than this is an anchor."""
_NEVER = -9.0


class AlignmentStep(NamedTuple):
    """A token of each sentence (-1: none) as aligned, and whether the two are an anchor."""

    spun: int
    original: int
    anchor: bool


def is_wordlike(norm: str) -> bool:
    """Whether a folded token is a word or a possessive ending."""
    return is_word(norm) or norm == POSSESSIVE


def align_words(spun: Sequence[Token], original: Sequence[Token]) -> list[AlignmentStep]:
    """Find the best alignment of two sequences of tokens."""
    table, rows, columns = _table(spun, original), len(spun), len(original)
    path: list[AlignmentStep] = []
    i, j = rows, columns
    while i or j:
        if i and (not j or table[i][j] == table[i - 1][j] + _gap(spun[i - 1].norm)):
            i -= 1
            path.append(AlignmentStep(i, -1, anchor=False))
        elif j and (not i or table[i][j] == table[i][j - 1] + _gap(original[j - 1].norm)):
            j -= 1
            path.append(AlignmentStep(-1, j, anchor=False))
        else:
            i, j = i - 1, j - 1
            score = _score(spun[i].norm, original[j].norm)
            path.append(AlignmentStep(i, j, score > _ANCHOR))
    return path[::-1]


def _table(spun: Sequence[Token], original: Sequence[Token]) -> list[list[float]]:
    gaps = [_gap(token.norm) for token in original]
    row = [0.0]
    for gap in gaps:
        row.append(row[-1] + gap)
    table = [row]
    for token in spun:
        above, gap = row, _gap(token.norm)
        row = [above[0] + gap]
        for j, other in enumerate(original):
            both = above[j] + _score(token.norm, other.norm)
            row.append(max(both, above[j + 1] + gap, row[j] + gaps[j]))
        table.append(row)
    return table


def _gap(norm: str) -> float:
    if not is_word(norm):
        return -0.2
    return -0.35 if norm in FUNCTION_WORDS else -0.6


@lru_cache(maxsize=200_000)
def _score(one: str, other: str) -> float:
    """The score for aligning these two tokens."""
    if one == other:
        return _equal(one)
    if not (is_word(one) and is_word(other)):
        return 0.4 if not is_word(one) and not is_word(other) else _NEVER
    if one in INDEFINITE_ARTICLES and other in INDEFINITE_ARTICLES:
        return _equal(one)
    small = (one in FUNCTION_WORDS, other in FUNCTION_WORDS)
    if any(small):
        return -0.3 if all(small) else -0.9
    if one[0].isdigit() != other[0].isdigit():
        return -1.1
    return _replacement_score(one, other)


def _equal(norm: str) -> float:
    if not is_word(norm):
        return 0.8
    return 1.2 if norm in FUNCTION_WORDS else 3.0


def _replacement_score(one: str, other: str) -> float:
    """The score of two different content words: same stem, similar spelling, or neither."""
    if set(stems(one)) & set(stems(other)):
        return 2.4
    shorter = min(len(one), len(other))
    if shorter >= _LONG_ENOUGH and indel_similarity(one, other) >= _LIKE:
        return 1.6
    return 0.0

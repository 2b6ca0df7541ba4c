"""Judges near matches by how the text differs from the phrase.

A misspelt, joined, split or hyphenated phrase is nearly always intended; another ordinary word in
place of one of its words nearly always means something else.
"""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.stems import stems


class Difference(Enum):
    """How a place in a text differs from a glossary phrase; the values say so in English."""

    NONE = ""
    FORM = "a form of it"
    APART = "joined or split"
    VARIANT = "spelt differently"
    MISSPELT = "misspelt"
    JUMBLED = "misspelt and joined"
    INFLECTED = "in another form"
    LOOSE = "with another function word"
    OTHER = "with another word"
    NEVER = "with another number"
    WORD_BY_WORD = "spun word by word"


class MatchQuality(NamedTuple):
    """The probability, 0..1, that a near match is the phrase, and how it differs."""

    score: float
    how: Difference


APART = MatchQuality(0.93, Difference.APART)
VARIANT = MatchQuality(0.92, Difference.VARIANT)
MISSPELT = MatchQuality(0.9, Difference.MISSPELT)
JUMBLED = MatchQuality(0.8, Difference.JUMBLED)
INFLECTED = MatchQuality(0.85, Difference.INFLECTED)
LOOSE = MatchQuality(0.55, Difference.LOOSE)
OTHER = MatchQuality(0.15, Difference.OTHER)
NEVER = MatchQuality(0.0, Difference.NEVER)

_SMALL, _LONG = 3, 5
"""The most letters of a function word, and the fewest letters of a word that carries meaning."""
_VARIANTS = pattern(r"is(?=ation|e|ing|or)|yse|our|re\Z|lling|lled|dgement|ogue|aeo?|oe")
_PLAIN = {"is": "iz", "yse": "yze", "our": "or", "re": "er", "lling": "ling", "lled": "led"}
_PLAIN |= {"dgement": "dgment", "ogue": "og", "ae": "e", "aeo": "eo", "oe": "e"}


def match_quality(
    place: Sequence[str], phrase: Sequence[str], is_word: Callable[[str], bool]
) -> MatchQuality:
    """Score a place that is similar but not equal to a phrase; both are folded words.

    `is_word` says whether a folded word is an ordinary English one.
    """
    if "".join(place) == "".join(phrase):
        return APART
    ours, theirs = _differing(place, phrase)
    other = LOOSE if _is_loose(ours, theirs, set(place) & set(phrase)) else OTHER
    if len(ours) == len(theirs):
        pairs = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
        return min((_quality_of_pair(*pair, other, is_word) for pair in pairs), default=APART)
    return _quality_of_uneven(ours, theirs, other, is_word)


def _differing(place: Sequence[str], phrase: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words between the common prefix and the common suffix of both."""
    ours, theirs = list(place), list(phrase)
    while ours and theirs and ours[0] == theirs[0]:
        del ours[0], theirs[0]
    while ours and theirs and ours[-1] == theirs[-1]:
        del ours[-1], theirs[-1]
    return ours, theirs


def _is_loose(ours: list[str], theirs: list[str], shared: set[str]) -> bool:
    """Whether only minor words differ while two or more longer ones agree."""
    small = all(len(word) <= _SMALL for word in ours + theirs)
    return small and sum(len(word) >= _LONG for word in shared) > 1


def _quality_of_pair(
    ours: str, theirs: str, other: MatchQuality, is_word: Callable[[str], bool]
) -> MatchQuality:
    """Judge a single word of the text that replaces one of the phrase."""
    if not (ours.isalpha() and theirs.isalpha()):
        return NEVER
    if set(stems(ours)) & set(stems(theirs)):
        return INFLECTED
    if _plain(ours) == _plain(theirs):
        return VARIANT
    return MISSPELT if not is_word(ours) and _alike(ours, theirs) else other


def _quality_of_uneven(
    ours: list[str], theirs: list[str], other: MatchQuality, is_word: Callable[[str], bool]
) -> MatchQuality:
    """Judge a different number of words: some joined or split, added or missing."""
    if not all(word.isalpha() for word in ours + theirs):
        return NEVER
    odd = bool(theirs) and not all(is_word(word) for word in ours)
    return JUMBLED if odd and _alike("".join(ours), "".join(theirs)) else other


def _plain(word: str) -> str:
    return _VARIANTS.sub(lambda match: _PLAIN[match.group()], word)


def _alike(ours: str, theirs: str) -> bool:
    """Whether one may be a slip for the other: same first or last letters, few edits apart."""
    if abs(len(ours) - len(theirs)) > 2:
        return False
    return ours[0] == theirs[0] or ours[-2:] == theirs[-2:]

"""How good a near match is: how the text differs from the phrase decides.

Misspelt, joined, split and hyphenated phrases are nearly always meant; another ordinary word
in the place of one of the phrase's words nearly always means something else.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from unspin_gui.core.text.stems import stems


class MatchQuality(NamedTuple):
    """How probably a near match is the phrase, 0..1, and in plain words how it differs."""

    score: float
    how: str


APART = MatchQuality(0.93, "written together or apart")
VARIANT = MatchQuality(0.92, "spelt in another way")
MISSPELT = MatchQuality(0.9, "misspelt")
JUMBLED = MatchQuality(0.8, "misspelt and joined")
INFLECTED = MatchQuality(0.85, "in another form")
LOOSE = MatchQuality(0.55, "with another small word")
OTHER = MatchQuality(0.15, "with another word")
NEVER = MatchQuality(0.0, "with another number")

_SMALL, _LONG = 3, 5
"""Letters that a small word has at most, and a word that means something at least."""
_VARIANTS = re.compile(r"is(?=ation|e|ing|or)|yse|our|re\Z|lling|lled|dgement|ogue|aeo?|oe")
_PLAIN = {"is": "iz", "yse": "yze", "our": "or", "re": "er", "lling": "ling", "lled": "led"}
_PLAIN |= {"dgement": "dgment", "ogue": "og", "ae": "e", "aeo": "eo", "oe": "e"}


def match_quality(
    place: Sequence[str], phrase: Sequence[str], is_word: Callable[[str], bool]
) -> MatchQuality:
    """What a place that is like a phrase, but not it, is worth; both folded words.

    `is_word` tells whether a folded word is an ordinary one of the language.
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
    """The words between the common start and the common end of both."""
    ours, theirs = list(place), list(phrase)
    while ours and theirs and ours[0] == theirs[0]:
        del ours[0], theirs[0]
    while ours and theirs and ours[-1] == theirs[-1]:
        del ours[-1], theirs[-1]
    return ours, theirs


def _is_loose(ours: list[str], theirs: list[str], shared: set[str]) -> bool:
    """Whether only small words differ while two or more longer ones are the same."""
    small = all(len(word) <= _SMALL for word in ours + theirs)
    return small and sum(len(word) >= _LONG for word in shared) > 1


def _quality_of_pair(
    ours: str, theirs: str, other: MatchQuality, is_word: Callable[[str], bool]
) -> MatchQuality:
    """One word of the text that stands where the phrase has another."""
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
    """Another number of words: some joined or split, or words more or less."""
    if not all(word.isalpha() for word in ours + theirs):
        return NEVER
    odd = bool(theirs) and not all(is_word(word) for word in ours)
    return JUMBLED if odd and _alike("".join(ours), "".join(theirs)) else other


def _plain(word: str) -> str:
    return _VARIANTS.sub(lambda match: _PLAIN[match.group()], word)


def _alike(ours: str, theirs: str) -> bool:
    """Whether one may be a slip for the other: the same first or last letters, few apart."""
    if abs(len(ours) - len(theirs)) > 2:
        return False
    return ours[0] == theirs[0] or ours[-2:] == theirs[-2:]

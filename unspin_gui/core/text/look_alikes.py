"""Finds words with letters that merely look Latin: foreign, full-width or mathematical ones."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from unspin_gui.core.text.confusables import STYLED, as_latin
from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span

Kind = Literal["direction", "zero-width", "look-alike"]


class Invisible(NamedTuple):
    """A deceptive place; `repair` is the text that should replace it."""

    span: Span
    name: str
    kind: Kind
    repair: str


_SUSPICIOUS = pattern(f"[\u02bc\u0251\u0261\u0269\u0370-\u03ff\u0400-\u052f\u0530-\u058f{STYLED}]")
_WORD = pattern(r"[^\W_]+")
_LATIN = pattern("[A-Za-z]")
_STYLED = pattern(f"[{STYLED}]")
_EAST_ASIAN = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_APOSTROPHE = "\u02bc"
_SURE = 3
"""This many mathematical letters in one word are not a formula."""


def look_alikes(text: str) -> Iterator[Invisible]:
    """Find the words that contain such letters, each with its repair."""
    if not _SUSPICIOUS.search(text):
        return
    styled = list[re.Match[str]]()
    for match in _WORD.finditer(text):
        word = match[0]
        if not _SUSPICIOUS.search(word):
            continue
        if _is_all_styled(word):
            styled.append(match)
            continue
        latin = _repaired(word)
        changed = [i for i, letter in enumerate(word) if latin[i] != letter]
        if changed and all(_is_disguise(word, i) for i in changed):
            yield _as_found(match, latin, changed)
    for match in _no_formulas(text, styled):
        yield _as_found(match, as_latin(match[0]), range(len(match[0])))


def _as_found(match: re.Match[str], latin: str, changed: "list[int] | range") -> Invisible:
    names = dict.fromkeys(unicodedata.name(match[0][i], "?").lower() for i in changed)
    return Invisible(Span(*match.span()), ", ".join(names), "look-alike", latin)


def _repaired(word: str) -> str:
    """The word in Latin letters, with letters used as apostrophes replaced by apostrophes."""
    parts = list(as_latin(word))
    for place in (i for i, sign in enumerate(word) if sign == _APOSTROPHE):
        if _is_within_latin(word, place):
            parts[place] = "’"
    return "".join(parts)


def _is_disguise(word: str, at: int) -> bool:
    """Whether a letter is a disguise; Greek only inside a word, as at its ends it is a symbol."""
    if _STYLED.match(word[at]):
        return bool(_LATIN.search(word)) and not re.search(_EAST_ASIAN, word)
    if word[at] >= "\u0400":
        return True
    return _is_within_latin(word, at)


def _is_within_latin(word: str, at: int) -> bool:
    return bool(_LATIN.match(word[at - 1 : at]) and _LATIN.match(word[at + 1 : at + 2]))


def _is_all_styled(word: str) -> bool:
    return all(_STYLED.match(sign) for sign in word) and as_latin(word) != word


def _no_formulas(text: str, words: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Of words in mathematical letters, skip lone variables: keep those next to a longer one."""
    rows: list[list[re.Match[str]]] = [words[:1]] if words else []
    for before, after in pairwise(words):
        if after.start() - before.end() <= 2:
            rows[-1].append(after)
        else:
            rows.append([after])
    for row in rows:
        start = text.rfind("\n", 0, row[0].start()) + 1
        end = text.find("\n", row[-1].end())
        line = text[start : end if end >= 0 else len(text)]
        if any(len(word[0]) >= _SURE for word in row) and not re.search(_EAST_ASIAN, line):
            yield from row

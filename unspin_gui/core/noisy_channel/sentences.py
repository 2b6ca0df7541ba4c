"""Splits texts into the words and sentences that a language model reads."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Bools, Ints
from unspin_gui.core.text.tokens import cleaned
from unspin_gui.core.text.word_lists import ABBREVIATIONS

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.language_model import LanguageModel


_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
"""Characters inside a word besides its letters: combining and invisible ones."""
_LETTERS = rf"[^\W_]+(?:[{_INSIDE}]+[^\W_]*)*"
_TOKEN = re.compile(rf"({_LETTERS}(?:['’]{_LETTERS})*)|([.!?…]+|[:;]|\n\s*\n)|([,()\[\]\"“”–—/|*])")
_LINK = re.compile(r"[\s-]+")

LOWER, CAPITAL, UPPER, DIGIT = range(4)
"""Shapes of words: lower case, capitalised, all capitals ("K" too), with a digit."""


class Sentences(NamedTuple):
    """The words of several texts in sequence, with markers at the ends of sentences.

    Every sentence is `unknown <s> words... </s> unknown`. For each token: its number in `ids`, the
    `text` it belongs to, `start` and `end` in that (-1 for markers), its `shape`, whether only a
    space or a hyphen separates it from the next (`joined`), and whether it begins its sentence
    (`first`).
    """

    ids: Ints
    text: Ints
    start: Ints
    end: Ints
    shape: Ints
    joined: Bools
    first: Bools
    words: Sequence[str]

    @property
    def is_word(self) -> Bools:
        """Which tokens are words of the texts."""
        return self.start >= 0


class _Row(NamedTuple):
    word: str
    text: int
    start: int
    end: int
    shape: int = 0
    joined: bool = False
    first: bool = False


def read_sentences(texts: Sequence[str], model: "LanguageModel") -> Sentences:
    """The words of all texts, in sequence."""
    rows: list[_Row] = []
    for number, text in enumerate(texts):
        for sentence in _split(text):
            rows += _rows(sentence, text, number)
    words = [row.word for row in rows]
    columns = np.array([row[1:5] for row in rows], np.int64).reshape(-1, 4).T
    flags = np.array([row[5:] for row in rows], np.bool_).reshape(-1, 2).T
    return Sentences(
        model.encode(words),
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        flags[0],
        flags[1],
        words,
    )


def _split(text: str) -> list[list[re.Match[str]]]:
    """The words of each sentence."""
    sentences: list[list[re.Match[str]]] = [[]]
    for match in _TOKEN.finditer(text):
        if match[1]:
            sentences[-1].append(match)
        elif match[2] and sentences[-1] and not _abbreviates(match, sentences[-1][-1], text):
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _abbreviates(mark: re.Match[str], word: re.Match[str], text: str) -> bool:
    """Whether a full stop ends an abbreviation or an initial, or is inside a word."""
    if mark[2] != ".":
        return False
    inside = text[mark.end() : mark.end() + 1].isalnum()
    if word[1].lower() == "no":  # "No. 5"
        return text[mark.end() :].lstrip()[:1].isdigit()
    return inside or word[1].lower() in ABBREVIATIONS or (len(word[1]) == 1 and word[1] != "I")


def _rows(sentence: list[re.Match[str]], text: str, number: int) -> list[_Row]:
    rows = [_Row("", number, -1, -1), _Row("<s>", number, -1, -1)]
    for at, match in enumerate(sentence):
        after = sentence[at + 1].start() if at + 1 < len(sentence) else match.end()
        joined = _LINK.fullmatch(text, match.end(), after) is not None
        word = (match[1] if match[1].isascii() else cleaned(match[1])).lower()
        shape = _shape(match[1])
        rows.append(_Row(word, number, match.start(), match.end(), shape, joined, at == 0))
    rows.append(_Row("</s>", number, -1, -1))
    rows.append(_Row("", number, -1, -1))
    return rows


def _shape(word: str) -> int:
    if any(letter.isdigit() for letter in word):
        return DIGIT
    if word.isupper() and word not in {"A", "I"}:
        return UPPER
    return CAPITAL if word[0].isupper() else LOWER

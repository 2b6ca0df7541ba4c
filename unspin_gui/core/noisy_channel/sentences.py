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
    `text` it belongs to, its `start` and `end` there (-1 for markers), its `shape`, whether only a
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


class _Columns:
    """The columns of `Sentences`, as they grow."""

    def __init__(self) -> None:
        self.words = list[str]()
        self.text, self.start, self.end, self.shape = (list[int]() for _ in range(4))
        self.joined, self.first = list[bool](), list[bool]()

    def add(self, sentence: list[re.Match[str]], text: str, number: int) -> None:
        """Add a sentence of a text, with the markers around it."""
        forms = [match[1] for match in sentence]
        starts = [match.start() for match in sentence]
        ends = [match.end() for match in sentence]
        gaps = [text[a:b] for a, b in zip(ends, (*starts[1:], ends[-1]), strict=True)]
        plain = ((form if form.isascii() else cleaned(form)).lower() for form in forms)
        self.words += ("", "<s>", *plain, "</s>", "")
        self.text += [number] * (len(forms) + 4)
        self.start += (-1, -1, *starts, -1, -1)
        self.end += (-1, -1, *ends, -1, -1)
        self.shape += (LOWER, LOWER, *map(_shape, forms), LOWER, LOWER)
        links = (gap == " " or _LINK.fullmatch(gap) is not None for gap in gaps)
        self.joined += (False, False, *links, False, False)
        self.first += (False, False, True, *[False] * (len(forms) + 1))


def read_sentences(texts: Sequence[str], model: "LanguageModel") -> Sentences:
    """The words of all texts, in sequence."""
    columns = _Columns()
    for number, text in enumerate(texts):
        for sentence in _split(text):
            columns.add(sentence, text, number)
    return Sentences(
        model.encode(columns.words),
        np.array(columns.text, np.int64),
        np.array(columns.start, np.int64),
        np.array(columns.end, np.int64),
        np.array(columns.shape, np.int64),
        np.array(columns.joined, np.bool_),
        np.array(columns.first, np.bool_),
        columns.words,
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


def _shape(word: str) -> int:
    if word.islower() and word.isalpha():  # most are
        return LOWER
    if any(letter.isdigit() for letter in word):
        return DIGIT
    if word.isupper() and word not in {"A", "I"}:
        return UPPER
    return CAPITAL if word[0].isupper() else LOWER

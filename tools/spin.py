"""A spinner: replaces words of genuine prose from the thesaurus, and records the originals.

Several styles are drawn at random, since spinners differ: in how much they change, which lists they
use, whether they prefer similar or frequent words, and whether they repeat themselves.
"""

from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

import numpy as np

from unspin_gui.core.noisy_channel.reader import NoisyChannelReader
from unspin_gui.core.noisy_channel.sentences import CAPITAL, LOWER, Sentences, read_sentences
from unspin_gui.core.noisy_channel.windows import Replacements, Windows
from unspin_gui.core.text.letter_case import match_case

KINDS = 7
"""The bits of `thesaurus_graph` that a style weighs."""


class Spun(NamedTuple):
    """A replaced place in the spun text, and the wordings that restore it."""

    start: int
    end: int
    originals: tuple[str, ...]


@dataclass
class Style:
    """The habits of one spinner."""

    rate: float
    near: float
    frequent: float
    kinds: tuple[float, ...]
    breadth: int
    faithful: float
    capitals: bool
    phrases: float
    salt: int
    memory: dict[tuple[int, int], int] = field(default_factory=dict)


def draw_style(random: Random) -> Style:
    """A random spinner."""
    wordnet, moby = random.choice([(1, 0), (0.3, 1), (1, 1), (1, 0.3)])
    other = random.choice([0.0, 0.2, 0.6])
    return Style(
        rate=random.choice([0.05, 0.08, 0.12, 0.2, 0.3, 0.45, 0.6]),
        near=random.uniform(0, 8),
        frequent=random.uniform(0.0, 0.5),
        kinds=(0.5 * moby, wordnet, 0.7 * wordnet, other, other * 0.5, 1.0, 0.3),
        breadth=random.choice([1, 2, 4, 8]),
        faithful=random.choice([0.5, 0.9, 1.0]),
        capitals=random.random() < 0.4,
        phrases=random.choice([0.1, 0.4, 0.8]),
        salt=random.randrange(1 << 30),
    )


def spin(
    text: str, reader: NoisyChannelReader, style: Style, random: Random
) -> tuple[str, list[Spun]]:
    """The spun text and its replaced places."""
    sentences = read_sentences([text], reader.model)
    windows = reader.channel.windows(sentences)
    options = reader.channel.replacements(windows, sentences.ids)
    chosen = _choose(sentences, windows, options, style, random, reader)
    out, spun, at, length = [], [], 0, 0
    for first, last, new in chosen:
        start, end = int(sentences.start[first]), int(sentences.end[last])
        old = text[start:end]
        cased = match_case(new, old)
        out += [text[at:start], cased]
        length += start - at
        spun.append(Spun(length, length + len(cased), (old.lower(),)))
        length += len(cased)
        at = end
    return "".join([*out, text[at:]]), spun


def _choose(
    sentences: Sentences,
    windows: Windows,
    options: Replacements,
    style: Style,
    random: Random,
    reader: NoisyChannelReader,
) -> list[tuple[int, int, str]]:
    """The first and last token and the new wording of each place to change, in order."""
    weight = _weights(options, windows, style, reader)
    bounds = np.searchsorted(options.owner, np.arange(len(windows.first) + 1))
    taken: set[int] = set()
    chosen = []
    order = sorted(
        range(len(windows.first)),
        key=lambda n: (-windows.size[n] * (random.random() < style.phrases), random.random()),
    )
    wanted = style.rate * float(sentences.is_word.sum()) * 0.6
    for n in order:
        first, size = int(windows.first[n]), int(windows.size[n])
        here = range(first, first + size)
        if len(taken) > wanted:
            break
        if not taken.isdisjoint(here) or not _may(sentences, first, size, style):
            continue
        lo, hi = bounds[n], bounds[n + 1]
        row = _pick(weight[lo:hi], (int(windows.key[n]), int(windows.tag[n])), style, random)
        if row is not None:
            words = [reader.model.names[word] for word in options.words[lo + row] if word >= 0]
            chosen.append((first, first + size - 1, " ".join(words)))
            taken.update(here)
    return sorted(chosen)


def _weights(
    options: Replacements, windows: Windows, style: Style, reader: NoisyChannelReader
) -> np.ndarray:
    """Return how strongly the style prefers each candidate."""
    listed = np.zeros(len(options.owner))
    for bit in range(KINDS):
        listed = np.maximum(listed, style.kinds[bit] * ((options.kind >> bit) & 1))
    words = options.words
    usual = np.where(words >= 0, reader.model.unigram[words], 0).sum(axis=1) / options.size
    weight = listed * np.exp(style.near * options.near + style.frequent * (usual + 12))
    weight *= np.where(options.alike, 1, 0.02) * np.where(options.size > 1, style.phrases, 1)
    # each spinner's own dictionary: a fixed handful of a word's neighbours
    keys = windows.key[options.owner] * 2654435761 + options.key.astype(np.int64) * 40503
    mix = (keys + style.salt) % 1009
    return weight * np.exp(-(mix / 1009.0) * 6 / style.breadth)


def _may(sentences: Sentences, first: int, size: int, style: Style) -> bool:
    shapes = sentences.shape[first : first + size]
    start = bool(sentences.first[first])
    named = (shapes[1:] if start else shapes) >= CAPITAL
    return bool((shapes == LOWER).all()) or not named.any() or style.capitals


def _pick(weight: np.ndarray, key: tuple[int, int], style: Style, random: Random) -> int | None:
    if not len(weight) or weight.max() <= 0:
        return None
    known = style.memory.get(key)
    if known is not None and known < len(weight) and random.random() < style.faithful:
        return known
    row = random.choices(range(len(weight)), weights=weight.tolist())[0]
    style.memory[key] = row
    return row

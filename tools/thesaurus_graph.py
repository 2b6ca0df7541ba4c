"""The graph of words that may replace one another, and the forms of words, as arrays.

A node is a *key*: a word (numbered as in the language model) or a phrase of two to four such
words (numbered after the words). All is in dictionary form; `build` gives

    th.phrases  (phrases, 4) words of each phrase, -1 beyond its end
    th.start    where each key's neighbours begin       th.to     the neighbours, ascending
    th.kind     by which lists they are linked (bits)   th.near   how alike both are, 0..255
    th.degree   number of neighbours before the weakest were dropped
    fm.start    where each word's readings begin        fm.lemma, fm.tag   the readings
    fm.form     (words, 9) number of each word's form for a tag, -1 where there is none
    ex.names    words outside the language model that may have been put for its own, ended by NUL
    ex.zipf     how frequent each of these is: 25 times the log, base 10, of its number in 10^9

Words outside the model are numbered after its own and before the phrases. They stand for other
words; none is offered in the place of another.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import lemminflect
import numpy as np
from numpy.typing import NDArray

MOBY, SYNONYM, SIMILAR, RELATED, GENERIC, SEEN, BACK, FIRST = (1 << n for n in range(8))
"""Kinds of links, as bits. BACK: listed under the neighbour only; FIRST: in the first sense."""
LONGEST = 4
MOST, MOST_OUTSIDE = 250, 50
"""The most neighbours kept of a key, and of a word outside the language model."""
LEAST_ZIPF = 1.0
"""Forms of words are taken in that are at least so frequent (log of the number in 10^9)."""
TAGS = ("", "NNS", "VB", "VBZ", "VBD", "VBN", "VBG", "JJR", "JJS")
_KINDS = {"NOUN": ("NNS",), "VERB": ("VB", "VBZ", "VBD", "VBN", "VBG"), "ADJ": ("JJR", "JJS")}


class Link(NamedTuple):
    """Two phrases, the first listing the second, and by which list (bits).

    Ends that are `inflected` are reduced to their base form.
    """

    head: str
    other: str
    kind: int
    inflected: bool = False


def build(
    links: Sequence[Link],
    words: Mapping[str, int],
    usual: NDArray[np.float32],
    zipf: Callable[[str], float],
) -> dict[str, NDArray[np.generic]]:
    """All arrays of the thesaurus, for the words of a language model.

    `usual` are the log probabilities of these words, `zipf` returns the frequency of any word.
    """
    outside = _outside(links, words, zipf)
    known = len(words)
    numbers = {**words, **{word: known + n for n, word in enumerate(outside)}}
    forms = _forms(numbers)
    edges, phrases = _edges(links, numbers, forms, known)
    usual = np.concatenate([
        usual[:known],
        np.zeros(len(outside), np.float32),  # these are no one's neighbours
        np.array([usual[[*phrase]].sum() for phrase in phrases], np.float32),
    ])  # fmt: skip
    result = _neighbours(edges, known, len(numbers), usual)
    table = np.full((len(phrases), LONGEST), -1, np.int32)
    for row, phrase in enumerate(phrases):
        table[row, : len(phrase)] = phrase
    names = "".join(f"{word}\0" for word in outside).encode()
    extra = {
        "ex.names": np.frombuffer(names, np.uint8),
        "ex.zipf": np.array([round(25 * zipf(word)) for word in outside], np.uint8),
    }
    return {"th.phrases": table, **result, **forms, **extra}


def _outside(
    links: Iterable[Link], words: Mapping[str, int], zipf: Callable[[str], float]
) -> list[str]:
    """Words of the links that the model does not know, and forms of its words and of these."""
    ends = {end for link in links for end in (link.head, link.other)}
    found = {end for end in ends if end.isalpha() and end.isascii() and end.islower()}
    found = {end for end in found if len(end) > 2 and end not in words}
    shapes = {
        shape
        for word in sorted({*words, *found})
        if word.isalpha()
        for _, spellings in _shapes(word)
        for shape in spellings
    }
    found |= {s for s in shapes if s not in words and s.isalpha() and zipf(s) >= LEAST_ZIPF}
    return sorted(found)


def _edges(
    links: Iterable[Link],
    words: Mapping[str, int],
    forms: Mapping[str, NDArray[np.generic]],
    known: int,
) -> tuple[dict[tuple[int, int], int], list[tuple[int, ...]]]:
    """The links as numbers, in both directions, and the phrases that were numbered."""
    lemmas = {}
    kept: dict[tuple[tuple[int, ...], tuple[int, ...]], int] = defaultdict(int)
    start, lemma = forms["fm.start"], forms["fm.lemma"]
    for link in links:
        ends = []
        for text in (link.head, link.other):
            if text not in lemmas:
                parts = text.lower().replace("-", " ").split()
                numbers = tuple(words.get(part, -1) for part in parts[: LONGEST + 1])
                good = 0 < len(numbers) <= LONGEST and min(numbers) >= 0
                good = good and (len(numbers) == 1 or max(numbers) < known)
                lemmas[text] = numbers if good else ()
            ends.append(lemmas[text])
        one, two = ends
        if one and two and link.inflected and len(one) == len(two) == 1:
            one, two = _base(one, start, lemma), _base(two, start, lemma)
        if one and two and one != two:
            kept[one, two] |= link.kind
            kept[two, one] |= BACK
    for one, two in list(kept):
        kept[one, two] |= kept[two, one] & ~(BACK | FIRST)
    phrases = sorted({end for pair in kept for end in pair if len(end) > 1})
    number = {phrase: len(words) + row for row, phrase in enumerate(phrases)}
    key = lambda end: number[end] if len(end) > 1 else end[0]  # noqa: E731
    return {(key(one), key(two)): kind for (one, two), kind in kept.items()}, phrases


def _base(
    word: tuple[int, ...], start: NDArray[np.generic], lemma: NDArray[np.generic]
) -> tuple[int, ...]:
    """The dictionary form of a single word."""
    first = int(start[word[0]])
    return (int(lemma[first]),) if first < int(start[word[0] + 1]) else word


def _neighbours(
    edges: Mapping[tuple[int, int], int],
    known: int,
    words: int,
    usual: NDArray[np.float32],
) -> dict[str, NDArray[np.generic]]:
    """The edges as rows of neighbours, at most `MOST` a key: the nearest and most usual ones.

    Spinners replace usual words with rarer ones. `usual` are the log probabilities of all keys;
    those from `known` up to `words` are words outside the model, which no edge leads to.
    """
    ends = np.array(list(edges), np.int64)
    kinds = np.fromiter(edges.values(), np.uint8, len(edges))
    order = np.lexsort((ends[:, 1], ends[:, 0]))
    ends, kinds = ends[order], kinds[order]
    keys = len(usual)
    degree = np.bincount(ends[:, 0], minlength=keys)
    near = _cosines(ends, degree)
    listed = 40 * ((kinds & (SYNONYM | SEEN)) > 0) + 10 * ((kinds & (SIMILAR | MOBY)) > 0)
    weight = listed + 25 * np.log(near + 4) + 10 * usual[ends[:, 1]]
    outside = (ends >= known) & (ends < words)
    ends, kinds, near, weight = (a[~outside[:, 1]] for a in (ends, kinds, near, weight))
    count = np.bincount(ends[:, 0], minlength=keys)
    best = np.lexsort((ends[:, 1], -weight, ends[:, 0]))
    rank = np.arange(len(ends)) - np.repeat(np.cumsum(count) - count, count)
    most = np.where(outside[~outside[:, 1], 0], MOST_OUTSIDE, MOST)
    keep = np.sort(best[rank < most[best]])
    start = np.concatenate([[0], np.cumsum(np.bincount(ends[keep, 0], minlength=keys))])
    return {
        "th.start": start.astype(np.uint32),
        "th.to": ends[keep, 1].astype(np.uint32),
        "th.kind": kinds[keep],
        "th.near": near[keep].astype(np.uint8),
        "th.degree": np.minimum(degree, 65535).astype(np.uint16),
    }


def _cosines(ends: NDArray[np.int64], degree: NDArray[np.int64]) -> NDArray[np.int64]:
    """The cosine of the neighbour sets of both ends of each edge, 0..255; hubs weigh less."""
    square = 1 / np.log(2 + degree) ** 2
    start = np.concatenate([[0], np.cumsum(degree)])
    to = ends[:, 1]
    length = np.sqrt(np.maximum(np.bincount(ends[:, 0], square[to], len(degree)), 1e-9))
    shared = np.zeros(len(degree))
    near = np.zeros(len(ends))
    for key in np.flatnonzero(degree):
        here = slice(start[key], start[key + 1])
        others = to[here]
        shared[others] = square[others]
        count = degree[others]
        offset = np.cumsum(count) - count
        at = np.arange(count.sum()) + np.repeat(start[others] - offset, count)
        near[here] = np.add.reduceat(shared[to[at]], offset) / (length[key] * length[others])
        shared[others] = 0
    return np.rint(near * 255).astype(np.int64)


def _forms(words: Mapping[str, int]) -> dict[str, NDArray[np.generic]]:
    """The readings of each word as a form of another, and the forms of each word."""
    form = np.full((len(words), len(TAGS)), -1, np.int32)
    readings: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for word, number in words.items():
        for tag, spellings in _shapes(word) if word.isalpha() else ():
            known = [words[other] for other in spellings if other in words]
            if known and known[0] != number:
                form[number, TAGS.index(tag)] = known[0]
            for other in known:
                if other != number or tag not in {"VB", "NNS"}:
                    readings[other].append((number, TAGS.index(tag)))
    rows = [(n, *reading) for n in sorted(readings) for reading in sorted(set(readings[n]))]
    count = np.bincount([row[0] for row in rows], minlength=len(words))
    return {
        "fm.start": np.concatenate([[0], np.cumsum(count)]).astype(np.uint32),
        "fm.lemma": np.array([row[1] for row in rows], np.uint32),
        "fm.tag": np.array([row[2] for row in rows], np.uint8),
        "fm.form": form,
    }


def _shapes(word: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The tags and spellings of the forms of a word in dictionary form; nothing for other words."""
    found = lemminflect.getAllLemmas(word)
    for kind, tags in _KINDS.items():
        if word in found.get(kind, ()):
            shapes = lemminflect.getAllInflections(word, upos=kind)
            for tag in tags:
                yield tag, shapes.get(tag, ())[: 1 if kind == "NOUN" else None]

"""What a spinner may have replaced: the thesaurus read backwards.

A window of one to four words is looked up in its dictionary forms; each neighbour in the
thesaurus, put into the window's form, is a candidate for what stood there.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unspin_gui.core.context_model import MOST_WORDS
from unspin_gui.core.sentences import DIGIT, UPPER

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from unspin_gui.core.context_model import ContextModel
    from unspin_gui.core.sentences import Sentences

    Array = NDArray[np.generic]
    Ints = NDArray[np.int64]

_PRIME = np.uint64(0x9E3779B97F4A7C15)
_VB, _VBG = 2, 6
"""Tags from VB to VBG are the verb's: the first word of a phrase takes them, else the last."""
_COMMON = frozenset(
    ["a", "an", "the", "of", "to", "and", "in", "is", "it", "that", "for", "on", "was", "with"]
    + ["as", "at", "by", "he", "she", "they", "we", "you", "i", "his", "her", "its", "their"]
    + ["be", "are", "were", "been", "am", "or", "but", "not", "from", "this", "these", "those"]
    + ["has", "have", "had", "do", "does", "did", "will", "would", "who", "which", "what", "my"]
    + ["your", "our", "me", "him", "them", "us", "if", "so", "no", "one", "there", "than", "when"]
    + ["all", "can", "could", "may", "might", "must", "shall", "should", "being", "having", "how"]
)
"""Words that are no span by themselves."""


class Windows(NamedTuple):
    """Windows of the text read as dictionary forms; a row for every reading.

    `first` token and `size` of each window, thesaurus `key`, and the `tag` that leads from the
    key's form to the window's.
    """

    first: "Ints"
    size: "Ints"
    key: "Ints"
    tag: "Ints"


class Replacements(NamedTuple):
    """Candidates for windows: `owner` is the window's row; `words` (n, 4) as word numbers.

    `kind` the lists that link the two (bits), `near` 0..1 how alike their neighbours are,
    `alike` whether the form could be matched, `degree` and `own_degree` how many neighbours
    candidate and window have.
    """

    owner: "Ints"
    words: "Ints"
    size: "Ints"
    key: "Ints"
    kind: "Ints"
    near: "Array"
    alike: "Array"
    degree: "Ints"
    own_degree: "Ints"


def expand(count: "Ints") -> "tuple[Ints, Ints]":
    """For counts [2, 1]: owners [0, 0, 1] and their running numbers [0, 1, 0]."""
    owner = np.repeat(np.arange(len(count)), count)
    return owner, np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)


class Channel:
    """The thesaurus with the forms of words, over the vocabulary of a language model.

    `arrays` are those of `tools/thesaurus_graph.py`.
    """

    def __init__(self, arrays: "Mapping[str, Array]", vocabulary: Mapping[str, int]) -> None:
        self._phrases = arrays["th.phrases"]
        self._start = arrays["th.start"].astype(np.int64)
        self._to, self._kind, self._near = (arrays[f"th.{n}"] for n in ("to", "kind", "near"))
        self._degree = arrays["th.degree"].astype(np.int64)
        self._form_start = np.append(arrays["fm.start"].astype(np.int64), arrays["fm.start"][-1:])
        self._lemma, self._tag = arrays["fm.lemma"], arrays["fm.tag"]
        self._form = arrays["fm.form"]
        self._words = len(vocabulary)
        codes = _code(self._phrases.astype(np.int64))
        self._order = np.argsort(codes)
        self._codes = codes[self._order]
        self._common = np.zeros(self._words + 1, np.bool_)
        self._common[[vocabulary[word] for word in _COMMON if word in vocabulary]] = True
        self._common[self._words] = True

    def with_learnt(self, pairs: "Iterable[tuple[str, str]]", model: "ContextModel") -> "Channel":
        """A channel that also knows the pairs (spun phrase, fix)."""
        return self

    def windows(self, sentences: "Sentences") -> Windows:
        """Every window that has neighbours, in every reading."""
        usable = sentences.is_word & (sentences.shape != DIGIT) & (sentences.shape != UPPER)
        singles = np.flatnonzero(usable & ~self._common[sentences.ids])
        found = [self._single(sentences.ids, singles)]
        run = usable
        for size in range(2, MOST_WORDS + 1):
            joined = np.zeros(len(run), np.bool_)
            joined[: 1 - size] = sentences.joined[size - 2 : -1]
            step = np.zeros(len(run), np.bool_)
            step[: 1 - size] = usable[size - 1 :]
            run = run & joined & step
            found.append(self._longer(sentences.ids, np.flatnonzero(run), size))
        return Windows(*(np.concatenate(column) for column in zip(*found, strict=True)))

    def _readings(self, ids: "Ints") -> "tuple[Ints, Ints, Ints]":
        """Owner, lemma and tag of every reading of words as inflected forms."""
        known = np.minimum(ids, self._words)
        start = self._form_start[known]
        owner, step = expand(self._form_start[known + 1] - start)
        at = start[owner] + step
        return owner, self._lemma[at].astype(np.int64), self._tag[at].astype(np.int64)

    def _single(self, ids: "Ints", first: "Ints") -> Windows:
        owner, lemma, tag = self._readings(ids[first])
        key = np.concatenate([ids[first], lemma])
        rows = np.concatenate([first, first[owner]])
        tags = np.concatenate([np.zeros(len(first), np.int64), tag])
        keep = self._degree[np.minimum(key, self._words - 1)] > 0
        return Windows(rows[keep], np.ones(keep.sum(), np.int64), key[keep], tags[keep])

    def _longer(self, ids: "Ints", first: "Ints", size: int) -> Windows:
        base = np.full((len(first), MOST_WORDS), -1, np.int64)
        for n in range(size):
            base[:, n] = ids[first + n]
        variants, rows, tags = [base], [first], [np.zeros(len(first), np.int64)]
        for column in (0, size - 1):
            owner, lemma, tag = self._readings(base[:, column])
            verb = (tag >= _VB) & (tag <= _VBG)
            keep = verb if column == 0 else ~verb
            changed = base[owner[keep]]
            changed[:, column] = lemma[keep]
            variants.append(changed)
            rows.append(first[owner[keep]])
            tags.append(tag[keep])
        codes = _code(np.concatenate(variants))
        found = np.minimum(self._codes.searchsorted(codes), len(self._codes) - 1)
        hit = self._codes[found] == codes
        key = self._words + self._order[found[hit]]
        sizes = np.full(len(key), size, np.int64)
        return Windows(np.concatenate(rows)[hit], sizes, key, np.concatenate(tags)[hit])

    def replacements(self, windows: Windows, ids: "Ints") -> Replacements:
        """All neighbours of all windows, in the window's form; what stands there left out."""
        start = self._start[windows.key]
        owner, step = expand(self._start[windows.key + 1] - start)
        at = start[owner] + step
        key = self._to[at].astype(np.int64)
        words, size, alike = self._inflected(key, windows.tag[owner])
        verb = (windows.tag[owner] > _VB) & (windows.tag[owner] <= _VBG)
        keep = (alike | ~verb) & ~_stands(words, windows, owner, ids)
        owner, at, key = owner[keep], at[keep], key[keep]
        return Replacements(
            owner,
            words[keep],
            size[keep],
            key,
            self._kind[at].astype(np.int64),
            self._near[at].astype(np.float32) / np.float32(255),
            alike[keep],
            self._degree[key],
            self._degree[windows.key[owner]],
        )

    def _inflected(self, key: "Ints", tag: "Ints") -> "tuple[Ints, Ints, Array]":
        """The words of keys in the form of a tag, their number, and whether there is one."""
        words = np.full((len(key), MOST_WORDS), -1, np.int64)
        single = key < self._words
        words[single, 0] = key[single]
        words[~single] = self._phrases[key[~single] - self._words]
        size = (words >= 0).sum(axis=1)
        column = np.where((tag >= _VB) & (tag <= _VBG), 0, size - 1)
        rows = np.arange(len(key))
        form = self._form[words[rows, column], tag]
        changed = (tag > 0) & (form >= 0)
        words[rows[changed], column[changed]] = form[changed]
        return words, size, changed | (tag == 0) | (tag == _VB)


def _stands(words: "Ints", windows: Windows, owner: "Ints", ids: "Ints") -> "Array":
    """Whether a candidate is what stands in the text."""
    there = np.full((len(windows.first), MOST_WORDS), -1, np.int64)
    for n in range(MOST_WORDS):
        rows = windows.size > n
        there[rows, n] = ids[windows.first[rows] + n]
    same: Array = (there[owner] == words).all(axis=1)
    return same


def _code(words: "Ints") -> "NDArray[np.uint64]":
    """One number for up to four words."""
    code = np.zeros(len(words), np.uint64)
    for column in words.T:
        code = code * _PRIME + (column + 1).astype(np.uint64)
        code ^= code >> np.uint64(29)
    return code

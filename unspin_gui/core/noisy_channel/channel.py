"""What a spinner may have replaced: the thesaurus read backwards.

A window of one to four words is looked up by its dictionary forms; each neighbour in the thesaurus,
inflected like the window, is a candidate for the original wording. As in spelling correction by a
noisy channel (Kernighan, Church and Gale 1990), candidates come from the channel and their fit from
the language model; but no corpus of spun text is large enough to estimate how often each word is
replaced by another, so features of the thesaurus link stand in for that probability.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from copy import copy
from typing import TYPE_CHECKING

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Array, Bools, Floats, Ints, Small, Words
from unspin_gui.core.noisy_channel.language_model import MOST_WORDS
from unspin_gui.core.noisy_channel.sentences import DIGIT, UPPER
from unspin_gui.core.noisy_channel.windows import (
    Replacements,
    Rows,
    Windows,
    expand,
    parts_of_speech,
    some,
    stacked,
    stands,
)
from unspin_gui.core.text.word_lists import NEVER_REPLACED

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from unspin_gui.core.noisy_channel.language_model import LanguageModel
    from unspin_gui.core.noisy_channel.sentences import Sentences


_PRIME = np.uint64(0x9E3779B97F4A7C15)
SEEN = 32
"""Bit of `kind`: observed in texts or made by the user, not listed in a thesaurus."""
_SYNONYM = 2
"""Bit of `kind`: listed as a synonym by WordNet."""
_VB, _VBG = 2, 6
"""Tags from VB to VBG are verb forms, which inflect the first word of a phrase; others the last."""
FORMS = 7
"""The first tags: those of nouns and verbs."""
_AGREES = -3.0
"""Forms in which the present word fits less well than this (log probability) are not tried."""


class Channel:
    """The thesaurus and the inflected forms of words, over the vocabulary of a language model.

    `arrays` are those of `tools/thesaurus_graph.py`; `unwanted` words, in dictionary form, are
    offered only in texts that use them; `twins` are words in their other spelling, which is never
    offered. For every word, `kinds` says whether it may be a noun, a verb or a comparable adjective
    (bits), and `common` whether it is never a span by itself.
    """

    def __init__(
        self,
        arrays: "Mapping[str, Array]",
        vocabulary: Mapping[str, int],
        unwanted: Iterable[str] = (),
        twins: Mapping[int, int] | None = None,
    ) -> None:
        self._phrases: NDArray[np.int32] = np.asarray(arrays["th.phrases"], np.int32)
        self._start: NDArray[np.uint32] = np.asarray(arrays["th.start"], np.uint32)
        self._to: NDArray[np.uint32] = np.asarray(arrays["th.to"], np.uint32)
        self._kind: NDArray[np.uint8] = np.asarray(arrays["th.kind"], np.uint8)
        self._near: NDArray[np.uint8] = np.asarray(arrays["th.near"], np.uint8)
        self._degree: NDArray[np.uint16] = np.asarray(arrays["th.degree"], np.uint16)
        self._log_degree: Floats = np.log1p(self._degree.astype(np.int64)).astype(np.float32)
        starts: Ints = np.asarray(arrays["fm.start"], np.int64)
        self._form_start = np.append(starts, starts[-1:])
        self._lemma: NDArray[np.uint32] = np.asarray(arrays["fm.lemma"], np.uint32)
        self._tag: NDArray[np.uint8] = np.asarray(arrays["fm.tag"], np.uint8)
        self._form: NDArray[np.int32] = np.asarray(arrays["fm.form"], np.int32)
        self._words = len(vocabulary)
        codes = _code(self._phrases.astype(np.int64))
        self._order = np.argsort(codes)
        self._codes = codes[self._order]
        self._common = np.zeros(self._words + 1, np.bool_)
        self._common[[vocabulary[word] for word in NEVER_REPLACED if word in vocabulary]] = True
        self._common[self._words] = True
        self.common = self._common.copy()
        self.common[self._words] = False
        self.kinds = parts_of_speech(self._form)
        self._unwanted = np.zeros(self._words + 1, np.bool_)
        for word in unwanted:
            if word in vocabulary:
                self._unwanted[vocabulary[word]] = True
                forms = self._form[vocabulary[word]]
                self._unwanted[forms[forms >= 0]] = True
        self._twins = np.full(self._words + 1, -2, np.int64)
        self._twins[list(twins or ())] = list((twins or {}).values())
        self._open = self._degree > 0
        self._learnt_from = self._learnt_to = np.zeros(0, np.int64)
        self._learnt_count = np.zeros(0, np.float32)

    def with_learnt(self, pairs: Iterable[tuple[str, str]], model: "LanguageModel") -> "Channel":
        """Return a channel that also knows the pairs (spun phrase, fix), in all their forms."""
        counts: Counter[tuple[int, int]] = Counter()
        for spun, fix in pairs:
            ends = self._keys(spun, model), self._keys(fix, model)
            both = {(a, b) for a, tag in ends[0] for b, other in ends[1] if tag == other and a != b}
            counts.update(both)
        changed, rows = copy(self), sorted(counts)
        ends_ = np.array(rows, np.int64).reshape(-1, 2)
        changed._learnt_from, changed._learnt_to = ends_[:, 0], ends_[:, 1]  # noqa: SLF001
        changed._learnt_count = np.array([counts[row] for row in rows], np.float32)  # noqa: SLF001
        changed._open = self._degree > 0  # noqa: SLF001
        changed._open[ends_[:, 0]] = True  # noqa: SLF001
        return changed

    def _keys(self, phrase: str, model: "LanguageModel") -> list[tuple[int, int]]:
        """Return the keys of which a phrase may be a form, each with the tag of that form."""
        ids = model.encode(phrase.lower().replace("-", " ").split())
        if not 0 < len(ids) <= MOST_WORDS or (ids == model.unknown).any():
            return []
        if len(ids) > 1:
            found = self._longer(ids, np.zeros(1, np.int64), len(ids))
            return list(zip(found.key.tolist(), found.tag.tolist(), strict=True))
        own, (_, lemma, tag) = (int(ids[0]), 0), self._readings(ids)
        return [own, *zip(lemma.tolist(), tag.tolist(), strict=True)]

    def windows(self, sentences: "Sentences") -> Windows:
        """Return every window that has neighbours, in every reading."""
        usable = sentences.is_word & (sentences.shape != DIGIT) & (sentences.shape != UPPER)
        singles = np.flatnonzero(usable & ~self._common[sentences.ids])
        found = [self.single(sentences.ids, singles)]
        run = usable
        for size in range(2, MOST_WORDS + 1):
            joined = np.zeros(len(run), np.bool_)
            joined[: 1 - size] = sentences.joined[size - 2 : -1]
            step = np.zeros(len(run), np.bool_)
            step[: 1 - size] = usable[size - 1 :]
            run = run & joined & step
            found.append(self._longer(sentences.ids, np.flatnonzero(run), size))
        return Windows(*(np.concatenate(column) for column in zip(*found, strict=True)))

    def _readings(self, ids: Ints) -> tuple[Ints, Ints, Ints]:
        """Return the owner, lemma and tag of every reading of words as inflected forms."""
        known = np.minimum(ids, self._words)
        start = self._form_start[known]
        owner, step = expand(self._form_start[known + 1] - start)
        at = start[owner] + step
        return owner, self._lemma[at].astype(np.int64), self._tag[at].astype(np.int64)

    def single(self, ids: Ints, first: Ints) -> Windows:
        """Return the windows of the single words at `first`, in every reading."""
        owner, lemma, tag = self._readings(ids[first])
        key = np.concatenate([ids[first], lemma])
        rows = np.concatenate([first, first[owner]])
        tags = np.concatenate([np.zeros(len(first), np.int64), tag])
        keep = self._open[np.minimum(key, self._words - 1)]
        return Windows(rows[keep], np.ones(keep.sum(), np.int64), key[keep], tags[keep])

    def _longer(self, ids: Ints, first: Ints, size: int) -> Windows:
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

    def replacements(
        self,
        windows: Windows,
        ids: Ints,
        used: Bools | None = None,
        document: Ints | None = None,
        agreement: Floats | None = None,
    ) -> Replacements:
        """Return all neighbours of windows, inflected like these, except the present wording.

        `used` marks the words of each document, (documents, words), and `document` is that of each
        window. Given `agreement`, how much better the window's own word fits in the form of each
        tag (windows, `FORMS`), there are also near neighbours in the forms that fit, and the
        window's own word in its other forms.
        """
        rows = self._neighbours(windows)
        tables = [rows]
        if agreement is not None:
            tables += self._in_other_forms(rows, windows, agreement), self.forms_of(windows)
        owner, key, tag, kind, near, learnt = stacked(*tables)
        words, size, alike = self._inflected(key, tag)
        verb = (tag > _VB) & (tag <= _VBG)
        keep = (alike | ~verb) & ~stands(words, windows, owner, ids)
        unwanted = self._unwanted if used is None else self._unwanted & ~used
        twin = np.where(windows.size > 1, -2, self._twins.take(ids.take(windows.first)))
        keep &= twin.take(owner) != words[:, 0]
        row = 0 if document is None else unwanted.shape[-1] * document.take(owner)
        for column in words.T:
            keep &= ~unwanted.take(row + column)  # -1 indexes the last column, which is never used
        left = np.flatnonzero(keep)
        owner, key, tag = (column.take(left) for column in (owner, key, tag))
        words = words.take(left, axis=0)
        degrees = self._log_degree.take(key), self._log_degree.take(windows.key.take(owner))
        ends = np.searchsorted(left, np.cumsum([len(one.owner) for one in tables]))
        table = np.repeat(np.arange(len(tables)), np.diff(ends, prepend=0))
        agrees, other = np.zeros(len(owner), np.float32), np.flatnonzero(table == 1)
        if agreement is not None:
            agrees[other] = agreement[owner[other], tag[other]]
        return Replacements(
            *(
                owner,
                words,
                size.take(left),
                key.astype(np.int32),
                kind.take(left),
                near.take(left),
            ),
            *(alike.take(left) & (table == 0), *degrees, learnt.take(left)),
            *(table > 0, table > 1, agrees),
        )

    def _neighbours(self, windows: Windows) -> Rows:
        """Return the neighbours of windows, and learnt fixes, to be inflected like the window."""
        start, end = (self._start.take(windows.key + n).astype(np.int64) for n in (0, 1))
        owner, step = expand(end - start)
        at = start.take(owner) + step
        more, row = self._learnt(windows.key)
        owner, key = np.append(owner, more), np.append(self._to.take(at), self._learnt_to[row])
        kind = np.append(self._kind.take(at), np.full(len(row), SEEN, np.uint8))
        near = np.append(self._near.take(at), np.full(len(row), 128, np.uint8)).astype(np.float32)
        near *= np.float32(1 / 255)
        learnt = np.append(np.zeros(len(at), np.float32), np.log1p(self._learnt_count[row]))
        return Rows(owner, key.astype(np.int64), windows.tag.take(owner), kind, near, learnt)

    def _in_other_forms(self, rows: Rows, windows: Windows, agreement: Floats) -> Rows:
        """Return the near neighbours of windows in dictionary form, in the other forms that fit."""
        plain = (rows.tag == 0) & (windows.size[rows.owner] == 1) & (rows.key < self._words)
        near = np.flatnonzero(plain & (rows.kind & _SYNONYM > 0))
        fits = agreement[rows.owner[near]] > _AGREES
        row, tag = np.nonzero(fits & (self._form[rows.key[near]][:, :FORMS] >= 0))
        return some(rows, near[row])._replace(tag=tag)

    def form(self, key: Ints, tag: Ints) -> Ints:
        """Return the word number of each `key` in the form of a tag; -1 where there is none."""
        return np.where(tag > 0, self._form[key, tag], key)

    def forms_of(self, windows: Windows) -> Rows:
        """Return the words of windows in their other forms, the dictionary form included."""
        single = np.flatnonzero(windows.size == 1)
        has = self._form[windows.key[single]][:, :FORMS] >= 0
        has[:, 0] = windows.tag[single] > 0
        row, tag = np.nonzero(has)
        owner = single[row]
        nothing = np.zeros(len(owner), np.uint8)
        near, learnt = np.ones(len(owner), np.float32), np.zeros(len(owner), np.float32)
        return Rows(owner, windows.key[owner], tag, nothing, near, learnt)

    def _learnt(self, key: Ints) -> tuple[Ints, Ints]:
        """Return the windows with learnt pairs, and the rows of these pairs."""
        first = self._learnt_from.searchsorted(key)
        owner, step = expand(self._learnt_from.searchsorted(key, side="right") - first)
        return owner, first[owner] + step

    def _inflected(self, key: Ints, tag: Ints) -> tuple[Words, Small, Bools]:
        """Return the words of keys in the form of a tag, their number, and if that form exists."""
        words, size = np.full((len(key), MOST_WORDS), -1, np.int32), np.ones(len(key), np.int8)
        words[:, 0] = key
        longer = np.flatnonzero(key >= self._words)
        phrases = self._phrases.take(key.take(longer) - self._words, axis=0)
        words[longer] = phrases
        size[longer] = sum((column >= 0).astype(np.int8) for column in phrases.T)
        first = (tag >= _VB) & (tag <= _VBG)
        at = np.arange(len(key)) * MOST_WORDS + np.where(first, 0, size - 1)
        plain, flat = self._form.shape[1] * words.ravel().take(at), words.reshape(-1)
        form = self._form.ravel().take(plain + tag)
        changed = (tag > 0) & (form >= 0)
        rows = np.flatnonzero(changed)
        flat[at.take(rows)] = form.take(rows)
        return words, size, changed | (tag == 0) | (tag == _VB)


def _code(words: Ints) -> "NDArray[np.uint64]":
    """A hash of up to four words."""
    code = np.zeros(len(words), np.uint64)
    for column in words.T:
        code = code * _PRIME + (column + 1).astype(np.uint64)
        code ^= code >> np.uint64(29)
    return code

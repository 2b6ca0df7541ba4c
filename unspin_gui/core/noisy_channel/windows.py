"""Windows of a text, and what they may have replaced, as tables with arrays as columns."""

from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Array, Bools, Bytes, Floats, Ints, Small, Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

Table = TypeVar("Table", bound=tuple[Array, ...])


def some(table: Table, rows: Ints | Bools) -> Table:
    """Return some rows of a named tuple of columns."""
    at = np.flatnonzero(rows) if rows.dtype == np.bool_ else rows
    return type(table)(*(column.take(at, axis=0) for column in table))


class Windows(NamedTuple):
    """Windows of the text in dictionary form; one row for each reading.

    A row has the `first` token and the `size` of the window, the thesaurus `key`, and the `tag` of
    the form that the key has in the window.
    """

    first: Ints
    size: Ints
    key: Ints
    tag: Ints


class Replacements(NamedTuple):
    """Candidates for windows: `owner` is the window's row; `words` (n, 4) are word numbers.

    `kind` are the thesaurus lists that link the two (bits), `near`, 0..1, is the similarity of
    their neighbours, `alike` says whether the form could be matched, `degree` and `own_degree` are
    the numbers of neighbours of candidate and window (log of one more), `learnt` is how often the
    user made the change (log). `other_form`: the candidate has another form than the window, needed
    where a spinner left a dictionary form, and the window's own word fits better in that form by
    `agreement` (log probability); `same_word`: it is the window's word in another form.
    """

    owner: Ints
    words: Words
    size: Small
    key: "NDArray[np.int32]"
    kind: Bytes
    near: Floats
    alike: Bools
    degree: Floats
    own_degree: Floats
    learnt: Floats
    other_form: Bools
    same_word: Bools
    agreement: Floats

    def only(self, rows: Ints | Bools) -> "Replacements":
        """Select some of them, by row numbers or a mask."""
        return some(self, rows)


class Rows(NamedTuple):
    """Keys that windows (rows `owner`) may have replaced, and the tags of the forms they take."""

    owner: Ints
    key: Ints
    tag: Ints
    kind: Bytes
    near: Floats
    learnt: Floats


def expand(count: Ints) -> tuple[Ints, Ints]:
    """Return owners and running numbers: for counts [2, 1], [0, 0, 1] and [0, 1, 0]."""
    owner = np.repeat(np.arange(len(count)), count)
    return owner, np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)


def stacked(*tables: Rows) -> Rows:
    """Return the rows of several tables, one after another."""
    return Rows(*(np.concatenate(column) for column in zip(*tables, strict=True)))


def stands(words: Words, windows: Windows, owner: Ints, ids: Ints) -> Bools:
    """Whether a candidate equals the present wording."""
    same = np.ones(len(owner), np.bool_)
    for n, column in enumerate(words.T):
        at = np.minimum(windows.first + n, len(ids) - 1)
        there = np.where(windows.size > n, ids.take(at), -1)
        same &= there.take(owner) == column
    return same


def parts_of_speech(form: "NDArray[np.int32]") -> Ints:
    """Return which parts of speech each word may be, as bits: noun 1, verb 2, adjective 4."""
    kinds = np.zeros(len(form) + 1, np.int64)
    for bit, tags in enumerate(((1,), (3, 4, 5, 6), (7, 8))):
        for tag in tags:
            has = form[:, tag] >= 0
            kinds[:-1][has] |= 1 << bit
            kinds[form[has, tag]] |= 1 << bit
    return kinds

"""Windows of a text, and what may have stood in them: tables whose columns are arrays."""

from typing import NamedTuple, TypeVar

import numpy as np

from unspin_gui.core.noisy_channel.arrays import Array, Bools, Floats, Ints

Table = TypeVar("Table", bound=tuple[Array, ...])


def some(table: Table, rows: Ints | Bools) -> Table:
    """Some rows of a named tuple of columns."""
    return type(table)(*(column[rows] for column in table))


class Windows(NamedTuple):
    """Windows of the text read as dictionary forms; a row for every reading.

    `first` token and `size` of each window, thesaurus `key`, and the `tag` that leads from the
    key's form to the window's.
    """

    first: Ints
    size: Ints
    key: Ints
    tag: Ints


class Replacements(NamedTuple):
    """Candidates for windows: `owner` is the window's row; `words` (n, 4) as word numbers.

    `kind` the lists that link the two (bits), `near` 0..1 how alike their neighbours are,
    `alike` whether the form could be matched, `degree` and `own_degree` how many neighbours
    candidate and window have, `learnt` how often the user made the change (log). `other_form`:
    it is put into another form than the window's, as a spinner that leaves dictionary forms makes
    necessary; `same_word`: it is the window's word in another form.
    """

    owner: Ints
    words: Ints
    size: Ints
    key: Ints
    kind: Ints
    near: Floats
    alike: Bools
    degree: Ints
    own_degree: Ints
    learnt: Floats
    other_form: Bools
    same_word: Bools

    def only(self, rows: Ints | Bools) -> "Replacements":
        """Some of them: by row numbers or a mask."""
        return some(self, rows)


def expand(count: Ints) -> tuple[Ints, Ints]:
    """For counts [2, 1]: owners [0, 0, 1] and their running numbers [0, 1, 0]."""
    owner = np.repeat(np.arange(len(count)), count)
    return owner, np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)

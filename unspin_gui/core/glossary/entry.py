"""A glossary entry, and a match of its phrase in a text."""

from typing import Literal, NamedTuple

Case = Literal["smart", "exact"]


class Entry(NamedTuple):
    """A spun phrase and its fixes, best first; or, with `keep`, a phrase never to flag.

    `case` is smart (any letter case; the fix takes that of its place) or exact. The entry is silent
    where the document contains a phrase of `unless`, or where it contains none of `only_with` (if
    there are any). With `prefer` the phrase is an ordinary one: its fixes rank first where the
    context reader flags it anyway, and the entry itself flags it only where the document contains a
    phrase of `only_with`. `added` is a date, `source` says where the entry comes from, and `line`
    is its line in its file (0 if it has none).
    """

    phrase: str
    fixes: tuple[str, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ()
    case: Case = "smart"
    added: str = ""
    source: str = ""
    unless: tuple[str, ...] = ()
    only_with: tuple[str, ...] = ()
    keep: bool = False
    enabled: bool = True
    prefer: bool = False
    line: int = 0


class Match(NamedTuple):
    """A match of an entry's phrase at tokens `[first, last)`, exact or inflected.

    `fixes` are the entry's and those of earlier entries that differ only in their fixes; `place` is
    the text of the match, folded, with words divided at a line end rejoined.
    """

    entry: Entry
    first: int
    last: int
    exact: bool
    fixes: tuple[str, ...]
    place: str

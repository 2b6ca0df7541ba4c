"""An entry of a glossary, and where its phrase stands in a text."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Case = Literal["smart", "exact"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A spun phrase and its fixes, best first; or, with `keep`, a phrase never to flag.

    `case` is smart (any letter case; the fix takes that of its place) or exact. `unless` and
    `only_with` are phrases of the document: one of them silences the entry, or one of them is
    needed for it. `added` is a date, `source` says where the entry comes from, `line` is its
    line in its file (0 where it has none).
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
    line: int = 0


class Match(NamedTuple):
    """An entry whose phrase stands at tokens `[first, last)`, exactly or inflected.

    `fixes` are the entry's and those of earlier entries that say the same but for their fixes;
    `place` is what stands there, folded, a word divided at a line end in one piece.
    """

    entry: Entry
    first: int
    last: int
    exact: bool
    fixes: tuple[str, ...]
    place: str

"""How the file of a text was read, so that the text can be put back into it after a crash."""

from itertools import chain, groupby, repeat
from typing import NamedTuple


class Origin(NamedTuple):
    """What a journal records about the file besides its path.

    `kind` is its format (empty for a text without a file); `opened` is the file that was opened (a
    review contains another one); `encoding` is the one it was read in, empty if it is not
    text-based. `ends` are its line ends in order, `bom` its byte order mark; `replace` says that
    damaged bytes were accepted, `as_text` that data were read as prose.
    """

    kind: str = ""
    opened: str = ""
    encoding: str = ""
    bom: bool = False
    ends: tuple[str, ...] = ()
    replace: bool = False
    as_text: bool = False


NOWHERE = Origin()
"""The origin of a text that was never in a file."""


def to_plain(origin: Origin) -> dict[str, object]:
    """Convert to JSON values, with runs of equal line ends counted."""
    runs = [[end, len(list(some))] for end, some in groupby(origin.ends)]
    return {**origin._asdict(), "ends": runs}


def from_plain(raw: object) -> Origin:
    """Read an origin from JSON values; NOWHERE for anything else, as in older journals."""
    if not isinstance(raw, dict) or raw.keys() != NOWHERE._asdict().keys():
        return NOWHERE
    try:
        ends = tuple(chain.from_iterable(repeat(str(end), int(n)) for end, n in raw["ends"]))
    except (TypeError, ValueError):
        return NOWHERE
    made = Origin(**{**raw, "ends": ends})
    same = all(type(one) is type(two) for one, two in zip(made, NOWHERE, strict=True))
    return made if same else NOWHERE

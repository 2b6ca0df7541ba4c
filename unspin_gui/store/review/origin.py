"""How the file of a text was read, so that the text can go back to it after a crash."""

from itertools import chain, groupby, repeat
from typing import NamedTuple


class Origin(NamedTuple):
    """What a journal tells of the file besides its path.

    `kind` is its format (empty for a text of no file), `opened` the file that was opened (a review
    holds another one), `encoding` that in which it was read, empty where it is not made of text.
    `ends` are its line ends in order, `bom` its byte order mark; `replace` tells that damaged bytes
    were let pass, `as_text` that data were read as prose.
    """

    kind: str = ""
    opened: str = ""
    encoding: str = ""
    bom: bool = False
    ends: tuple[str, ...] = ()
    replace: bool = False
    as_text: bool = False


NOWHERE = Origin()
"""Of a text that never was in a file."""


def to_plain(origin: Origin) -> dict[str, object]:
    """As JSON values, equal line ends in a row counted."""
    runs = [[end, len(list(some))] for end, some in groupby(origin.ends)]
    return {**origin._asdict(), "ends": runs}


def from_plain(raw: object) -> Origin:
    """The origin of JSON values; NOWHERE for anything else, as in journals of older versions."""
    if not isinstance(raw, dict) or raw.keys() != NOWHERE._asdict().keys():
        return NOWHERE
    try:
        ends = tuple(chain.from_iterable(repeat(str(end), int(n)) for end, n in raw["ends"]))
    except (TypeError, ValueError):
        return NOWHERE
    made = Origin(**{**raw, "ends": ends})
    same = all(type(one) is type(two) for one, two in zip(made, NOWHERE, strict=True))
    return made if same else NOWHERE

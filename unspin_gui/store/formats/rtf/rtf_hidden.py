r"""Removes from rich text what a word processor does not show: hidden text, tracked deletions.

Both are character properties, which a group passes on to nested groups and which end with it (Rich
Text Format Specification 1.9.1): `\v`, `\deleted`; `\v0`, `\deleted0` and `\plain` end them.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

_CONCERNED = re.compile(rb"\\(?:v|deleted)(?![a-z0])")
_PIECE = re.compile(
    rb"\\bin(?P<size>\d{1,10}) ?|\\(?P<word>[a-z]{1,32})(?P<value>-?\d{1,10})? ?"
    rb"|(?P<sign>\\'[0-9a-fA-F]{2}|\\[^a-z'*])|(?P<star>\\\*)|\\.|(?P<brace>[{}])|(?P<text>[^\\{}]+)",
    re.DOTALL,
)
_SHOWN = frozenset(
    b"par line tab emdash endash emspace enspace qmspace bullet lquote rquote ldblquote rdblquote"
    b" u sect page column softline zwj zwnj zwbo zwnbo".split()
)
"""Control words that represent characters."""


_APART = frozenset((rb"\*", b"stylesheet", b"xe", b"tc", b"tcn", b"info", b"listtable"))
"""The beginnings of groups that are not part of the text."""


class _State(NamedTuple):
    hidden: bool = False
    deleted: bool = False
    apart: bool = False  # from the text, as styles and entries of an index are


class ShownRtf(NamedTuple):
    """Rich text without what is not shown, and how many passages were hidden and deleted."""

    data: bytes
    hidden: int
    deleted: int


def shown_part(data: bytes) -> ShownRtf:
    """Return the rich text without what is not shown."""
    if not _CONCERNED.search(data):
        return ShownRtf(data, 0, 0)
    reader, kept, at = _Reader(), list[bytes](), 0
    while piece := _PIECE.match(data, at):
        start, at = at, piece.end() + int(piece["size"] or 0)
        if reader.shows(piece):
            kept.append(data[start:at])
    return ShownRtf(b"".join([*kept, data[at:]]), reader.hidden, reader.deleted)


@dataclass(slots=True)
class _Reader:
    """The state at a place, and in the groups around it."""

    state: _State = field(default_factory=_State)
    around: list[_State] = field(default_factory=list)
    hidden: int = 0
    deleted: int = 0
    is_within: bool = False  # a passage that is not shown, and has been counted

    def shows(self, piece: re.Match[bytes]) -> bool:
        """Process the next piece; returns whether it is kept."""
        if piece["brace"] == b"{":
            self.around.append(self.state)
        elif piece["brace"]:
            self.state = self.around.pop() if self.around else _State()
        elif word := piece["word"] or piece["star"]:
            self.state = _after(self.state, word, piece["value"])
        text = (piece["text"] or b"").strip()
        if not (self.state.hidden or self.state.deleted):
            self.is_within &= not text
            return True
        if text and not (self.is_within or self.state.apart):
            self.hidden += self.state.hidden
            self.deleted += not self.state.hidden
            self.is_within = True
        return not (piece["text"] or piece["sign"] or piece["word"] in _SHOWN)


def _after(state: _State, word: bytes, value: bytes | None) -> _State:
    """Return the state after a control word."""
    if word in _APART:
        return state._replace(apart=True)
    if word == b"plain":
        return _State(apart=state.apart)
    if word == b"v":
        return state._replace(hidden=value != b"0")
    if word == b"deleted":
        return state._replace(deleted=value != b"0")
    return state

"""What a paragraph is in its document: a heading, an item of a list, a cell of a table."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

RoleKind = Literal["text", "heading", "item", "cell"]


class Role(NamedTuple):
    """The role of the paragraph that begins at `start`, in code points of the text.

    `level` is that of a heading, or how deep an item is nested, from 1. Ordinary paragraphs of
    documents whose paragraphs are known are "text".
    """

    start: int
    kind: RoleKind
    level: int = 1


def role_within(roles: Sequence[Role], start: int, end: int) -> Role | None:
    """The first role from `start` to before `end` or at it; `roles` are ordered by start."""
    place = bisect_left(roles, start, key=role_start)
    return roles[place] if place < len(roles) and roles[place].start <= end else None


def role_start(role: Role) -> int:
    """Where the paragraph of a role begins."""
    return role.start

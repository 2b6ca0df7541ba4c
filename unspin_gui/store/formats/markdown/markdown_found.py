"""The parts found in a Markdown text."""

from dataclasses import dataclass, field

from unspin_gui.core.document.roles import Role
from unspin_gui.core.text.spans import Span


@dataclass(slots=True)
class Blocks:
    """`code`: anything but text, mostly whole lines; `inline`: each inline text, in pieces.

    `roles` are those of lines: headings, the first lines of items, rows of tables.
    """

    code: list[Span] = field(default_factory=list)
    inline: list[list[Span]] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)

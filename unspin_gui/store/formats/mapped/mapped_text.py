"""Displayed text, mapped to the source it was read from character by character."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from unspin_gui.core.document.places import Place
from unspin_gui.core.document.roles import Role
from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.opened import BREAK
from unspin_gui.store.formats.raised import with_raised


class Glyphs(NamedTuple):
    """Displayed characters from `start` on, with their source.

    Either one source character each (`exact`), or `text` as a whole for `[raw, raw_end)`.
    """

    start: int
    text: str
    raw: int
    raw_end: int
    exact: bool


@dataclass(slots=True)
class MappedText:
    """What was read: `glyphs` ordered by place in both the text and the source.

    `skip` and `raised` are spans of the text, in order: what is skipped, and superscripts.
    """

    source: str
    glyphs: list[Glyphs] = field(default_factory=list)
    skip: list[Span] = field(default_factory=list)
    raised: list[Span] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    size: int = 0

    @property
    def text(self) -> str:
        """The displayed text."""
        text = "".join(glyphs.text for glyphs in self.glyphs)
        return with_raised(text, self.raised) if self.raised else text

    def at(self, place: int) -> int:
        """The index of the glyphs that contain the character at `place`."""
        return bisect_right(self.glyphs, place, key=lambda glyphs: glyphs.start) - 1

    def add(self, text: str, raw: int, raw_end: int, *, exact: bool) -> None:
        """Append displayed characters."""
        self.glyphs.append(Glyphs(self.size, text, raw, raw_end, exact))
        self.size += len(text)


@dataclass(slots=True)
class Flow:
    """Fills paragraphs: white space is collapsed and counts only between text.

    `pending` is white space that counts only if text follows; `new_block` says that a paragraph has
    ended, or with `goes_on` a part of it. With `lines`, the lines of the source
    become places of the text.
    """

    page: MappedText
    lines: bool = False
    pending: tuple[int, int] | None = None
    new_block: bool = False
    goes_on: bool = False
    after_blank: bool = True
    _line: tuple[int, int] = (0, 1)

    @property
    def next_start(self) -> int:
        """Return where text added now would be displayed."""
        is_apart = self.pending is not None or (self.new_block and self.page.size > 0)
        return self.page.size + is_apart

    def end_block(self) -> None:
        """End the paragraph, if any has begun."""
        self.pending = None
        self.new_block, self.goes_on = True, False

    def end_part(self) -> None:
        """End a part of the paragraph, which continues elsewhere in the source, on a new line."""
        self.pending = None
        self.new_block, self.goes_on = True, self.goes_on or not self.new_block

    def line_break(self, raw: int, raw_end: int) -> None:
        """Add a line break within the paragraph."""
        self.pending = None
        self._start_block(raw)
        self.page.add(BREAK, raw, raw_end, exact=False)
        self.after_blank = True

    def blank(self, raw: int, raw_end: int) -> None:
        """Note white space."""
        if not self.after_blank and self.pending is None:
            self.pending = (raw, raw_end)

    def give(self, text: str, raw: int, raw_end: int, *, exact: bool) -> None:
        """Add text, preceded by what separates it from the text before."""
        self._start_block(raw)
        if self.pending is not None and not self.after_blank:
            start, end = self.pending
            self.page.add(" ", start, end, exact=self.page.source[start:end] == " ")
        self.pending = None
        self.after_blank = False
        if self.lines:
            self._count_lines(raw)
        self.page.add(text, raw, raw_end, exact=exact)

    def _count_lines(self, raw: int) -> None:
        places, (at, line) = self.page.places, self._line
        more = self.page.source.count("\n", at, raw)
        self._line = (raw, line + more)
        if more or not places:
            places.append(Place(self.page.size, "line", line + more))

    def _start_block(self, raw: int) -> None:
        """Put a paragraph end between what has been displayed and what follows."""
        if self.new_block and self.page.size:
            self.page.add(BREAK if self.goes_on else "\n", raw, raw, exact=False)
        if self.new_block:
            self.after_blank = True
        self.new_block = False

"""Splits Markdown into blocks as CommonMark does: lines of code, and lines of inline text.

Quotes, lists, fences, indented code, HTML blocks and tables are recognised by line;
`markdown_inline` handles what is inside a paragraph.
"""

import re
from dataclasses import dataclass, field

from unspin_gui.core.document.roles import Role, RoleKind
from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.markdown.markdown_found import Blocks
from unspin_gui.store.formats.markdown.markdown_html import HTML_BLOCKS

_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,}).*$")
_HEADING = re.compile(r"#{1,6}(?=[ \t]|$)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]+\]:(?=[ \t]|$)")
_DELIMITERS = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_DEEPEST = 100
"""Containers within one another, in the last of which all is text, as for markdown-it."""
_CELL = re.compile(r"(?:\\.|[^|\\])+")


def blocks_of(source: str, start: int = 0) -> Blocks:
    """Find the blocks of a Markdown text from the start of a line on."""
    reader = _Reader(source)
    at = start
    while at <= len(source):
        end = source.find("\n", at)
        end = len(source) if end < 0 else end
        reader.line(at, end)
        at = end + 1
    reader.end_text()
    return reader.blocks


@dataclass(slots=True)
class _Reader:
    """Goes through the lines, keeping track of the open containers and the open block.

    A container is 0 for a quote, or the number of columns that the lines of a list item are
    indented.
    """

    source: str
    blocks: Blocks = field(default_factory=Blocks)
    containers: list[int] = field(default_factory=list)
    text: list[Span] = field(default_factory=list)
    columns: int = 0  # of the table being read
    fence: str = ""
    html: "tuple[re.Pattern[str] | None, bool] | None" = None
    start: int = 0
    end: int = 0
    at: int = 0
    column: int = 0
    in_container: bool = False  # a quote or an item has just begun, in which another may begin

    def line(self, start: int, end: int) -> None:
        """Read one line."""
        self.start = self.at = start
        self.end, self.column = end, 0
        matched = self._continued()
        whole = matched == len(self.containers)
        if whole and self.fence:
            self._in_fence()
        elif whole and self.html is not None and not (self.html[0] is None and self._is_blank()):
            self._in_html()
        else:
            self._new_block(matched)

    def end_text(self) -> None:
        """Add the inline text gathered to the rest."""
        if self.text:
            self.blocks.inline.append(self.text)
        self.text, self.columns = [], 0

    # ---- position in the line --------------------------------------------------------------

    def _rest(self) -> str:
        return self.source[self.at : self.end]

    def _is_blank(self) -> bool:
        return not self._rest().strip()

    def _indent(self) -> int:
        """The columns of white space from here."""
        column = self.column
        for sign in self.source[self.at : self.end]:
            if sign == " ":
                column += 1
            elif sign == "\t":
                column += 4 - column % 4
            else:
                break
        return column - self.column

    def _skip(self, columns: int) -> None:
        """Skip columns of white space, perhaps only part of a tab."""
        wanted = self.column + columns
        while self.column < wanted and self.at < self.end and self.source[self.at] in " \t":
            width = 1 if self.source[self.at] == " " else 4 - self.column % 4
            if self.column + width > wanted:
                break
            self.column += width
            self.at += 1
        self.column = max(self.column, wanted)

    def _move(self, signs: int) -> None:
        self.at += signs
        self.column += signs

    def _continued(self) -> int:
        """The number of open containers that the line continues."""
        for number, needed in enumerate(self.containers):
            indent = self._indent()
            if needed:
                if not self._is_blank() and indent < needed:
                    return number
                self._skip(min(indent, needed))
            elif indent <= 3 and self._rest().lstrip().startswith(">"):
                self._quote(indent)
            else:
                return number
        return len(self.containers)

    def _quote(self, indent: int) -> None:
        self._skip(indent)
        self._move(1)
        if self._indent():
            self._skip(1)

    # ---- blocks ---------------------------------------------------------------------------

    def _close(self, matched: int) -> None:
        """Close the containers from a number on, and the block open in them."""
        if matched < len(self.containers):
            del self.containers[matched:]
        self.end_text()
        self.fence, self.html = "", None

    def _code_line(self) -> None:
        self.blocks.code.append(Span(self.start, self.end))

    def _in_fence(self) -> None:
        self._code_line()
        rest = self._rest().strip()
        if self._indent() <= 3 and rest.startswith(self.fence) and not rest.strip(self.fence[0]):
            self.fence = ""

    def _in_html(self) -> None:
        assert self.html is not None  # noqa: S101 - tells the type checker
        ending, is_code = self.html
        if is_code:
            self._code_line()
        else:
            self.text.append(Span(self.at, self.end))
        if ending is not None and ending.search(self.source, self.at, self.end):
            self.end_text()
            self.html = None

    def _new_block(self, matched: int) -> None:
        """Read a line that does not continue code or HTML."""
        if self.html is not None or self.fence:
            self._close(matched)
        goes_on = bool(self.text) and not self.columns
        while not self._is_blank():
            indent, whole = self._indent(), matched >= len(self.containers)
            is_deepest = len(self.containers) >= _DEEPEST
            if indent >= 4:
                self._indented(matched, lazy=goes_on)
            elif is_deepest or not self._starts(matched, indent, goes_on=goes_on and whole):
                if not goes_on and not whole:
                    self._close(matched)
                self._paragraph()
            elif self.in_container:
                matched, goes_on = len(self.containers), False
                continue
            return
        self._blank(matched)

    def _blank(self, matched: int) -> None:
        quotes = [n for n, needed in enumerate(self.containers) if n >= matched and not needed]
        if quotes:
            self._close(quotes[0])
        self.end_text()

    def _indented(self, matched: int, *, lazy: bool) -> None:
        if lazy:
            self._skip(self._indent())
            self._paragraph()
        else:
            self._close(matched)
            self._code_line()

    def _starts(self, matched: int, indent: int, *, goes_on: bool) -> bool:
        """Whether a block other than a paragraph begins here; if so, it is consumed."""
        rest = self._rest().lstrip(" \t")
        self.in_container = False
        if rest[0] == ">":
            self._close(matched)
            self._quote(indent)
            self.containers.append(0)
            self.in_container = True
        elif heading := _HEADING.match(rest):
            self._close(matched)
            self._skip(indent)
            self.blocks.inline.append([Span(self.at + heading.end(), self.end)])
            self._mark("heading", heading.end())
        elif fence := _FENCE.match(rest):
            self._close(matched)
            self.fence = fence[1] or fence[2]
            self._code_line()
        elif goes_on and _UNDERLINE.match(rest) and not self._is_table_head(rest):
            self._mark("heading", 1 if rest[0] == "=" else 2, self.text[0].start)
            self.end_text()
        elif _RULE.match(rest):
            self._close(matched)
        elif note := _FOOTNOTE.match(rest):
            self._close(matched)
            self._skip(indent)
            self.blocks.code.append(Span(self.at, self.at + note.end()))
            self._move(note.end())
            self.containers.append(4)
            self.in_container = True
        elif self._item(matched, indent, rest, interrupts=goes_on):
            self.in_container = True
        else:
            return self._starts_html(matched, rest, interrupts=goes_on or bool(self.text))
        return True

    def _item(self, matched: int, indent: int, rest: str, *, interrupts: bool) -> bool:
        marker = _ITEM.match(rest)
        if marker is None:
            return False
        is_empty = not rest[marker.end() :].strip()
        if interrupts and (is_empty or marker[1] not in {None, "1"}):
            return False
        self._close(matched)
        began = self.column
        self._skip(indent)
        if marker[1]:
            self.blocks.code.append(Span(self.at, self.at + marker.end()))
        self._move(marker.end())
        gap = self._indent()
        gap = 1 if is_empty or gap > 4 else gap
        self._skip(gap)
        self.containers.append(self.column - began if not is_empty else indent + marker.end() + 1)
        self._mark("item", sum(map(bool, self.containers)))
        return True

    def _starts_html(self, matched: int, rest: str, *, interrupts: bool) -> bool:
        if rest[0] != "<":
            return False
        kinds = HTML_BLOCKS[:-1] if interrupts else HTML_BLOCKS
        found = next(((end, code) for begin, end, code in kinds if begin.match(rest)), None)
        if found is None:
            return False
        self._close(matched)
        self.html = found
        self._in_html()
        return True

    def _paragraph(self) -> None:
        """Add a line of inline text."""
        self._skip(self._indent())
        rest = self._rest()
        if self.columns:
            self._cells(Span(self.at, self.end))
        elif self._is_table_head(rest):
            head = self.text.pop()
            columns = rest.strip().strip("|").count("|") + 1
            self.end_text()
            self.columns = columns
            self._cells(head)
            self.blocks.code.append(Span(self.at, self.end))
        else:
            self.text.append(Span(self.at, self.end))

    def _is_table_head(self, rest: str) -> bool:
        """Whether the line before is the head of a table whose columns this line defines."""
        if not self.text or not _DELIMITERS.match(rest) or not {"|", ":"} & set(rest):
            return False
        head = self.source[slice(*self.text[-1])].strip()
        return len(_CELL.findall(head.strip("|"))) == rest.strip().strip("|").count("|") + 1

    def _mark(self, kind: RoleKind, level: int, place: int | None = None) -> None:
        """Note the role of the line at a place, by default the current one."""
        start = self.start if place is None else self.source.rfind("\n", 0, place) + 1
        self.blocks.roles.append(Role(start, kind, level))

    def _cells(self, row: Span) -> None:
        self._mark("cell", 1, row.start)
        for cell in _CELL.finditer(self.source, *row):
            if cell[0].strip():
                self.blocks.inline.append([Span(*cell.span())])

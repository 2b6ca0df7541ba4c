"""The elements of a glossary file, as its reader passes them on."""

from typing import NamedTuple, TypeAlias

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.patterns import pattern

_BREAK = pattern("\r\n|[\n\r\x85\u2028\u2029]")
LARGEST = 32_000_000
"""Files larger than this many bytes are refused."""
MOST_ENTRIES = 250_000
"""Larger glossaries are refused: reading one would take over 200 MB and 8 seconds."""
TOO_MANY = Message("a glossary can have at most {0:,} entries; split this one", MOST_ENTRIES)

Value: TypeAlias = "str | list[Value] | Table"
Table: TypeAlias = "dict[str, Value]"
"""A mapping in the order of the file."""


class YamlItem(NamedTuple):
    """A top-level element: place (line and column from 0), key (None in a list) and value."""

    line: int
    column: int
    key: str | None
    value: Value


class Layout(NamedTuple):
    """Where elements can be added: shape and style of the top level, places as text offsets.

    `inside` is after the last element (or the opening bracket) of a flow collection, `end` the
    explicit end of the document or -1, `column` that of the last element.
    """

    is_mapping: bool = False
    is_flow: bool = False
    inside: int = -1
    end: int = -1
    column: int = 0
    line: int = -1


NO_LAYOUT = Layout()
"""The layout of an empty file."""


class ElementError(Exception):
    """An element that is invalid, and why; raised by whoever interprets elements."""


class YamlError(StoreError):
    """A YAML file that is refused; `text` is the offending line."""

    def __init__(self, path: object, reason: str, text: str, line: int, column: int) -> None:
        lines = _BREAK.split(text, line + 1)
        if line >= len(lines):  # the parser counts one line more at the end of the file
            line, column = len(lines) - 1, len(lines[-1])
        shown = lines[line]
        self.text = shown
        reason = Message("{0}, in: {1}", reason, shown[:80].strip()) if shown.strip() else reason
        super().__init__(path, reason, line=line + 1, column=column + 1)


def line_of(text: str, line: int) -> str:
    """A line of a file, counted from 0 as YAML does; empty after the last one."""
    lines = _BREAK.split(text, line + 1)
    return lines[line] if line < len(lines) else ""


def starts_of(text: str) -> list[int]:
    """The offset at which each line of a file starts, counting lines as YAML does."""
    return [0, *(found.end() for found in _BREAK.finditer(text))]

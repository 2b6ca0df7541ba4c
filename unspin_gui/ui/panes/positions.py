"""Converts between code points of a text and UTF-16 units of Qt; the only module that knows both.

Everywhere else a place is in code points; names that start with `utf16` exist here alone.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextLayout, QTextLine
from PySide6.QtWidgets import QPlainTextEdit

from unspin_gui.core.text.patterns import pattern
from unspin_gui.core.text.spans import Span

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat

LONG_PARAGRAPH = 32_000
"""UTF-16 units from which Qt takes longer than a key press to lay out a paragraph."""

_ASTRAL = pattern("[\U00010000-\U0010ffff]")
_UNHOLDABLE = {
    "\ufdd0": "\ufffd",
    "\ufdd1": "\ufffd",
    "\ufeff": "\u2060",
    "\u2029": "\ufffd",
    "\r": "\ufffd",
}
"""Characters that Qt would drop or turn into line ends, and substitutes of the same size."""


def shown(text: str) -> str:
    """The text in a form that a pane can hold, code point for code point."""
    # Not str.translate, which takes a second for three million letters.
    for sign, stand_in in _UNHOLDABLE.items():
        text = text.replace(sign, stand_in)
    return text


def is_flat(text: str) -> bool:
    """Whether every code point of the text is a single UTF-16 unit."""
    return text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)


class Offsets:
    """Places in one text, in both units; `flat` if the text is known to be flat."""

    def __init__(self, text: str, *, flat: bool = False) -> None:
        self._astral: list[int] = []
        if not flat and not is_flat(text):
            self._astral = [found.start() for found in _ASTRAL.finditer(text)]
        self._utf16_astral = [place + k for k, place in enumerate(self._astral)]
        self.utf16_size = len(text) + len(self._astral)

    @property
    def is_flat(self) -> bool:
        """Whether both units agree."""
        return not self._astral

    def utf16(self, place: int) -> int:
        """The UTF-16 unit at which a code point starts."""
        return place + bisect_left(self._astral, place)

    def place(self, utf16_place: int) -> int:
        """The code point at a UTF-16 unit; inside a surrogate pair, its start."""
        if not self._astral:
            return utf16_place
        low = bisect_right(self._utf16_astral, utf16_place) - 1
        if low < 0:
            return utf16_place
        return self._astral[low] + max(0, utf16_place - self._utf16_astral[low] - 1)


def block_span(block: QTextBlock, offsets: Offsets) -> Span:
    """The span of a block's text, without its line end."""
    utf16_start = block.position()
    return Span(offsets.place(utf16_start), offsets.place(utf16_start + block.length() - 1))


def range_in_block(block: QTextBlock, span: Span, offsets: Offsets) -> tuple[int, int]:
    """The part of `span` within a block: start and length, in UTF-16 units of the block."""
    utf16_block = block.position()
    utf16_start = max(0, offsets.utf16(span.start) - utf16_block)
    utf16_end = min(block.length() - 1, offsets.utf16(span.end) - utf16_block)
    return utf16_start, max(0, utf16_end - utf16_start)


class Formatted(NamedTuple):
    """A part of a block, in UTF-16 units, and its format."""

    start: int
    size: int
    format: "QTextCharFormat"


def set_formats(block: QTextBlock, parts: Sequence[Formatted]) -> None:
    """Format these parts of a block and nothing else; lay it out again only if that differs."""
    layout, ranges = block.layout(), []
    for part in parts:
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = part
        ranges.append(one)
    if layout.formats() != ranges:
        layout.setFormats(ranges)
        block.document().markContentsDirty(block.position(), block.length())


def merge_formats(block: QTextBlock, parts: Sequence[Formatted]) -> None:
    """Merge formats into those of the characters themselves, one after the other."""
    cursor = QTextCursor(block)
    cursor.beginEditBlock()
    for start, size, form in parts:
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + start + size, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(form)
    cursor.endEditBlock()


def cursor_over(document: QTextDocument, span: Span, offsets: Offsets) -> QTextCursor:
    """A cursor that selects `span`, with the caret at its end."""
    cursor = QTextCursor(document)
    utf16_last = document.characterCount() - 1
    cursor.setPosition(min(offsets.utf16(span.start), utf16_last))
    cursor.setPosition(min(offsets.utf16(span.end), utf16_last), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def replace_places(
    document: QTextDocument, patches: Sequence[tuple[Span, str]], offsets: Offsets
) -> None:
    """Replace places of a document, from the end backwards, as one edit block.

    `offsets` belong to the text before; the places are ordered.
    """
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for span, text in reversed(patches):
        cursor.setPosition(offsets.utf16(span.start))
        cursor.setPosition(offsets.utf16(span.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(shown(text))
    cursor.endEditBlock()


def selected_span(cursor: QTextCursor, offsets: Offsets) -> Span:
    """The selection of a cursor; empty, at the caret, if nothing is selected."""
    return Span(offsets.place(cursor.selectionStart()), offsets.place(cursor.selectionEnd()))


def caret_place(cursor: QTextCursor, offsets: Offsets) -> int:
    """The position of the caret."""
    return offsets.place(cursor.position())


def place_caret(pane: QPlainTextEdit, place: int, offsets: Offsets) -> None:
    """Put the caret of a pane before a code point."""
    cursor = pane.textCursor()
    cursor.setPosition(min(offsets.utf16(place), pane.document().characterCount() - 1))
    pane.setTextCursor(cursor)


def place_under(pane: QPlainTextEdit, point: QPoint, offsets: Offsets) -> int | None:
    """The code point drawn under a point of the viewport; None outside the text."""
    cursor = pane.cursorForPosition(point)
    utf16_caret = cursor.position()
    for utf16_place in (utf16_caret, utf16_caret - 1):
        if utf16_place >= 0 and _glyph_rect(pane, utf16_place).contains(point):
            return offsets.place(utf16_place)
    return None


def _glyph_rect(pane: QPlainTextEdit, utf16_place: int) -> QRect:
    cursor = QTextCursor(pane.document())
    cursor.setPosition(utf16_place)
    start = pane.cursorRect(cursor)
    if not cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
        return QRect()
    end = pane.cursorRect(cursor)
    if end.top() != start.top():
        return start.adjusted(0, 0, pane.fontMetrics().averageCharWidth(), 0)
    return start.united(end)


def rects_of(pane: QPlainTextEdit, span: Span, offsets: Offsets) -> list[QRect]:
    """The rectangles, one for each line, in which `span` is drawn in the viewport; at most 200."""
    rects: list[QRect] = []
    document = pane.document()
    utf16_end = min(offsets.utf16(span.end), document.characterCount() - 1)
    utf16_at = min(offsets.utf16(span.start), utf16_end)
    while len(rects) < 200:
        block = document.findBlock(utf16_at)
        corner = pane.blockBoundingGeometry(block).translated(pane.contentOffset()).topLeft()
        utf16_first = block.position()
        line = block.layout().lineForTextPosition(utf16_at - utf16_first)
        if not line.isValid():
            break
        drawn = _drawn(line, utf16_at - utf16_first, utf16_end - utf16_first)
        rects.append(drawn.translated(corner).toAlignedRect())
        utf16_at = utf16_first + line.textStart() + line.textLength()
        utf16_at += utf16_at == utf16_first + block.length() - 1
        if utf16_at >= utf16_end:
            break
    return rects


def _drawn(line: QTextLine, utf16_start: int, utf16_end: int) -> QRectF:
    """Where units of a paragraph are drawn in a line, in either writing direction.

    A line that breaks without a space ends where the next one begins, so its end is taken from the
    line; a caret would be in the next one.
    """
    text = line.naturalTextRect()
    utf16_ends = (utf16_start, min(utf16_end, line.textStart() + line.textLength()))
    carets = cast("list[tuple[float, int]]", [line.cursorToX(utf16) for utf16 in utf16_ends])
    left, right = sorted(x for x, _ in carets)
    if utf16_end > utf16_start:  # without the space at which the line breaks
        right = min(right, text.right())
    return QRectF(left, line.y(), max(right - left, 1), line.height())


class QtEdit(NamedTuple):
    """An edit as Qt reports it, in UTF-16 units: position, number removed, number added."""

    start: int
    removed: int
    added: int


def edit_of(document: QTextDocument, edit: QtEdit, offsets: Offsets) -> tuple[Span, str]:
    """The place in the text before (with its `offsets`) that was overwritten, and the new text."""
    utf16_end = edit.start + edit.removed
    place = Span(offsets.place(edit.start), offsets.place(min(utf16_end, offsets.utf16_size)))
    return place, _text_between(document, edit.start, edit.start + edit.added)


def halves(document: QTextDocument, edit: QtEdit, new: str, offsets: Offsets) -> bool:
    """Whether an edit splits a surrogate pair of the text before, or inserts half of one.

    Such a half is missing from `new`, the text read from the edit, as Python text cannot hold it.
    """
    utf16_end = min(edit.start + edit.removed, offsets.utf16_size)
    through = any(offsets.utf16(offsets.place(at)) != at for at in (edit.start, utf16_end))
    utf16_last = min(edit.start + edit.added, document.characterCount() - 1)
    return through or Offsets(new).utf16_size != utf16_last - edit.start


def take_back(document: QTextDocument, edit: QtEdit, text: str, offsets: Offsets) -> None:
    """Restore the whole characters of the old `text` that an edit split."""
    start, end = offsets.place(edit.start), offsets.place(edit.start + edit.removed)
    utf16_tail = offsets.utf16(end + 1) - (edit.start + edit.removed)
    cursor = QTextCursor(document)
    cursor.setPosition(offsets.utf16(start))
    utf16_end = min(edit.start + edit.added + utf16_tail, document.characterCount() - 1)
    cursor.setPosition(utf16_end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(shown(text[start : end + 1]))


def held(document: QTextDocument, span: Span, offsets: Offsets) -> str:
    """The pane's text at a span, with line ends as newlines."""
    return _text_between(document, offsets.utf16(span.start), offsets.utf16(span.end))


def has_size_of(document: QTextDocument, offsets: Offsets) -> bool:
    """Whether a pane's text is as long as the one with these offsets."""
    return document.characterCount() - 1 == offsets.utf16_size


def units_before(text: str, place: int) -> int:
    """The number of UTF-16 units before a code point."""
    return Offsets(text).utf16(place)


def _text_between(document: QTextDocument, utf16_start: int, utf16_end: int) -> str:
    cursor = QTextCursor(document)
    utf16_last = document.characterCount() - 1
    cursor.setPosition(min(utf16_start, utf16_last))
    cursor.setPosition(min(utf16_end, utf16_last), QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace("\u2029", "\n")


def block_at(document: QTextDocument, place: int, offsets: Offsets) -> QTextBlock:
    """The block that contains a code point."""
    return document.findBlock(min(offsets.utf16(place), document.characterCount() - 1))


def move_lines(block: QTextBlock, down: float, right: float = 0) -> None:
    """Move all lines of a block by these distances in pixels."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        line.setPosition(line.position() + QPointF(right, down))

"""Tells assistive tools where marks are, as an underline that belongs to the text itself.

Qt reports to them the format of characters but not what is painted over them, and PySide6 gives no
way to say more: the attributes of `QAccessibleTextInterface` are not bound. So the characters of
marks are underlined while such a tool is listening; the mark painted over them hides that.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QTextBlock, QTextCharFormat, QTextDocument

from unspin_gui.ui.panes.positions import Formatted, merge_formats

_NONE = QTextCharFormat.UnderlineStyle.NoUnderline
_MARKED = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
_Run = tuple[int, int]


class ToldMarks(QObject):
    """Updates the underline of paragraphs shortly after their marks were painted."""

    def __init__(self, document: QTextDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._wanted: dict[int, list[_Run]] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.tell)

    def note(self, block: QTextBlock, marks: Sequence[Formatted]) -> None:
        """Remember the marks of a paragraph; does nothing while no tool is listening."""
        if QAccessible.isActive():
            runs = [(mark.start, mark.start + mark.size) for mark in marks]
            self._wanted[block.blockNumber()] = runs
            self._soon.start()

    @Slot()
    def tell(self) -> None:
        """Underline the noted marks that are not underlined yet (also called by Qt)."""
        wanted, self._wanted = self._wanted, {}
        for number, runs in wanted.items():
            block = self._document.findBlockByNumber(number)
            if block.isValid() and _underlined(block) != _joined(runs):
                _underline(block, runs)


def _underlined(block: QTextBlock) -> list[_Run]:
    """Return where the characters of a paragraph are underlined, relative to its start."""
    parts = [part for part in block.textFormats() if part.format.underlineStyle() != _NONE]
    return _joined((part.start, part.start + part.length) for part in parts)


def _joined(runs: Iterable[_Run]) -> list[_Run]:
    """The runs in order, those that touch as one."""
    found: list[_Run] = []
    for start, end in sorted(runs):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _underline(block: QTextBlock, runs: Sequence[_Run]) -> None:
    """Underline these parts of a paragraph and no others."""
    places = [(0, block.length() - 1, _NONE), *((a, b - a, _MARKED) for a, b in runs)]
    parts = []
    for start, size, style in places:
        form = QTextCharFormat()
        form.setUnderlineStyle(style)
        parts.append(Formatted(start, size, form))
    merge_formats(block, parts)

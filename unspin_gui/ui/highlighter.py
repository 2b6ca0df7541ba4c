"""Paints the marks of one pane. It finds nothing itself: it asks the session."""

from collections.abc import Iterable

from PySide6.QtGui import QSyntaxHighlighter, QTextDocument

from unspin_gui.core.marks import Mark, MarkState
from unspin_gui.core.spans import Span
from unspin_gui.core.suspects import Kind
from unspin_gui.ui.positions import block_span, blocks_touching, range_in_block
from unspin_gui.ui.session import Session
from unspin_gui.ui.sides import Side
from unspin_gui.ui.theme import Theme


class Highlighter(QSyntaxHighlighter):
    """Underlines and tints the marks of every block, by state and kind."""

    def __init__(self, document: QTextDocument, session: Session, side: Side, theme: Theme) -> None:
        super().__init__(document)
        self._session = session
        self._side = side
        self._theme = theme
        self.show_marks = True
        self.show_kept = False

    def highlightBlock(self, text: str) -> None:
        """Paint one block (called by Qt)."""
        if not self.show_marks or not text:
            return
        block, offsets = self.currentBlock(), self._side.offsets
        here = block_span(block, offsets)
        for mark in self._session.marks(self._side.to_source(here)):
            if mark.state == "kept" and not self.show_kept:
                continue
            place = self._side.from_source(mark.span)
            start, size = range_in_block(block, place, offsets)
            if size:
                self.setFormat(start, size, self._theme.mark_format(*_look(mark)))

    def repaint(self, spans: Iterable[Span]) -> None:
        """Paint the blocks anew that hold these spans of the source."""
        done: set[int] = set()
        for span in spans:
            place = self._side.from_source(span)
            for block in blocks_touching(self.document(), place, self._side.offsets):
                if block.blockNumber() not in done:
                    done.add(block.blockNumber())
                    self.rehighlightBlock(block)


def _look(mark: Mark) -> tuple[MarkState, Kind | None, float]:
    if mark.suspect is None:
        return mark.state, None, 1.0
    return mark.state, mark.suspect.kind, mark.suspect.score

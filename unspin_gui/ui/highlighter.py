"""Paints the marks of one pane. It finds nothing itself: it asks the session."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QSyntaxHighlighter, QTextDocument

from unspin_gui.core.marks import Mark, MarkState
from unspin_gui.core.spans import Span
from unspin_gui.core.suspects import Kind
from unspin_gui.ui.positions import block_span, blocks_touching, range_in_block
from unspin_gui.ui.session import Session
from unspin_gui.ui.sides import Side
from unspin_gui.ui.theme import Theme

_TURN = 0.006
"""Seconds that blocks off screen are painted for until events are let through again."""


class Highlighter(QSyntaxHighlighter):
    """Underlines and tints the marks of every block, by state and kind.

    `visible` tells which span of the source is on screen.
    """

    def __init__(
        self,
        document: QTextDocument,
        session: Session,
        side: Side,
        theme: Theme,
        visible: Callable[[], Span],
    ) -> None:
        super().__init__(document)
        self._visible = visible
        self._stale: list[Span] = []
        self._patching = False
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._on_turn)
        self._session = session
        self._side = side
        self._theme = theme
        self.show_marks = True
        self.show_kept = False

    def highlightBlock(self, text: str) -> None:
        """Paint one block (called by Qt)."""
        if not self.show_marks or not text or not self._session.has_marks or self._patching:
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
        """Paint the blocks anew that hold these spans of the source, those on screen first.

        What takes longer than a moment is painted after the events that wait.
        """
        self._stale += spans
        self._on_turn()

    @contextmanager
    def patching(self) -> Iterator[None]:
        """While the text is patched in many places, nothing is painted: `repaint` follows."""
        self._patching = True
        try:
            yield
        finally:
            self._patching = False

    def forget(self) -> None:
        """Another source begins: what was still to be painted is no more."""
        self._stale = []

    @Slot()
    def _on_turn(self) -> None:
        seen, end = self._visible(), time.perf_counter() + _TURN
        first = [span for span in self._stale if span.touches(seen)]
        later = [span for span in self._stale if not span.touches(seen)]
        later.reverse()
        done: set[int] = set()
        for span in first:
            self._paint(span, done)
        while later and time.perf_counter() < end:
            self._paint(later.pop(), done)
        later.reverse()
        self._stale = later
        if later:
            self._turn.start()

    def _paint(self, span: Span, done: set[int]) -> None:
        place = self._side.from_source(span)
        for block in blocks_touching(self.document(), place, self._side.offsets):
            if block.blockNumber() not in done:
                done.add(block.blockNumber())
                self.rehighlightBlock(block)


def _look(mark: Mark) -> tuple[MarkState, Kind | None, float]:
    if mark.suspect is None:
        return mark.state, None, 1.0
    return mark.state, mark.suspect.kind, mark.suspect.score

"""Paints the marks of one pane. It asks the session for them and finds nothing itself.

Only the paragraphs on screen are painted, once for each state of the marks, so that the cost does
not grow with the text. A very long paragraph is painted after a pause, because Qt lays it out again
each time.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QFont, QTextBlock, QTextDocument

from unspin_gui.core.document.marks import Mark, MarkState
from unspin_gui.core.suspects import Kind
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.positions import (
    LONG_PARAGRAPH,
    Formatted,
    block_span,
    range_in_block,
    set_formats,
)
from unspin_gui.ui.panes.sides import PaneSide
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.theme import Theme

if TYPE_CHECKING:
    from unspin_gui.ui.panes.told_marks import ToldMarks

_PAUSE = 400
"""Milliseconds without changes to the marks before very long paragraphs are painted."""
_MANY = 200
"""More changed places than this are not checked one by one."""


class Highlighter(QObject):
    """Underlines and tints the marks in every paragraph on screen, by state and kind.

    `visible` yields these paragraphs of `document`. Each records the round in which it was
    painted; a new round makes all others stale until they come on screen.
    """

    def __init__(
        self,
        session: Session,
        side: PaneSide,
        theme: Theme,
        visible: Callable[[], Iterator[QTextBlock]],
        document: QTextDocument,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._side = side
        self._theme = theme
        self._visible = visible
        self._document = document
        self._round = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._on_pause)
        self.show_marks = True
        self.show_kept = False

    @cached_property
    def _told(self) -> "ToldMarks":
        """Created with the first paragraph that is not empty."""
        from unspin_gui.ui.panes.told_marks import ToldMarks  # noqa: PLC0415 - not needed to start

        return ToldMarks(self._document, self)

    def repaint(self, spans: Sequence[Span]) -> None:
        """Repaint these places of the source, whose marks have changed."""
        if len(spans) > _MANY:
            self.repaint_all()
            return
        self._pause.stop()
        before, self._round = self._round, self._round + 1
        visible = list(self._visible())
        for block in visible:
            here = self._side.to_source(block_span(block, self._side.offsets))
            if block.userState() == before and not any(span.touches(here) for span in spans):
                block.setUserState(self._round)
        self._complete(visible)

    def repaint_all(self) -> None:
        """Repaint everything."""
        self._pause.stop()
        self._round += 1
        self.complete()

    def complete(self) -> None:
        """Paint whatever has come on screen and has not been painted yet."""
        self._complete(self._visible())

    def _complete(self, visible: Iterable[QTextBlock]) -> None:
        for block in visible:
            if block.userState() == self._round:
                continue
            if block.length() <= LONG_PARAGRAPH:
                self._paint(block)
            elif not self._pause.isActive():
                self._pause.start()

    @Slot()
    def _on_pause(self) -> None:
        for block in self._visible():
            if block.userState() != self._round:
                self._paint(block)

    def _paint(self, block: QTextBlock) -> None:
        block.setUserState(self._round)
        formats = list(self._formats(block))
        set_formats(block, [*self._weight(block), *formats])
        if block.length() > 1:
            self._told.note(block, formats)

    def _weight(self, block: QTextBlock) -> Iterator[Formatted]:
        """Headings are bold, whether marks are shown or not."""
        role = self._side.role_of(block_span(block, self._side.offsets))
        if role is not None and role.kind == "heading":
            from PySide6.QtGui import QTextCharFormat  # noqa: PLC0415 - as above

            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.Bold)
            yield Formatted(0, block.length() - 1, bold)

    def _formats(self, block: QTextBlock) -> Iterator[Formatted]:
        session, offsets = self._session, self._side.offsets
        if not self.show_marks or not (session.decisions or session.opinions):
            return
        for mark in session.marks(self._side.to_source(block_span(block, offsets))):
            if mark.state == "kept" and not self.show_kept:
                continue
            place = self._side.from_source(mark.span)
            start, size = range_in_block(block, place, offsets)
            if size:
                yield Formatted(start, size, self._theme.mark_format(*_look(mark)))


def _look(mark: Mark) -> tuple[MarkState, Kind | None, float]:
    if mark.suspect is None:
        return mark.state, None, 1.0
    return mark.state, mark.suspect.kind, mark.suspect.score

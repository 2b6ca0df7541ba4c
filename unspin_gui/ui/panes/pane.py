"""A pane: one text of the session with its marks."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from unspin_gui.core.document.change import Change
from unspin_gui.core.document.marks import Mark
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.boxes import paint_box
from unspin_gui.ui.panes.highlighter import Highlighter
from unspin_gui.ui.panes.invisible_marks import paint_invisibles
from unspin_gui.ui.panes.pane_events import MenuWish, Pointed
from unspin_gui.ui.panes.positions import (
    block_span,
    caret_place,
    has_size_of,
    held,
    place_caret,
    place_under,
    rects_of,
    selected_span,
    shown,
)
from unspin_gui.ui.panes.sides import PaneSide
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.theme import Theme
from unspin_gui.ui.widgets.viewport import know_viewport


class Pane(QPlainTextEdit):
    """Shows one side of the session; a projection that stores no text of its own.

    Signals:
        mark_clicked(Mark): the left button was released on a mark, without a drag.
        menu_wanted(MenuWish): the context menu was requested.
        pointed(Pointed): the pointer was moved over the text.
        zoomed(int): the wheel was turned with Ctrl held; steps, up positive.
        painting(): what is on screen is about to be painted.
        reshaped(): the text was laid out for another width, or more or less of it is on screen.
    """

    mark_clicked = Signal(object)
    menu_wanted = Signal(object)
    pointed = Signal(object)
    zoomed = Signal(int)
    painting = Signal()
    reshaped = Signal()

    def __init__(
        self, session: Session, side: PaneSide, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.side = side
        self.theme = theme
        self.click_needs_ctrl = False
        self.lit: Span | None = None
        self._pressed_at: QPoint | None = None
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setCursorWidth(2)
        self.document().setDocumentMargin(18)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setMouseTracking(True)
        self.highlighter = Highlighter(
            session, side, theme, self.visible_blocks, self.document(), self
        )
        session.document_changed.connect(self._on_document_changed)
        session.suspects_found.connect(self._on_suspects_found)
        session.current_changed.connect(know_viewport(self).update)
        theme.changed.connect(self._on_theme_changed)

    @Slot(object)
    def _on_document_changed(self, change: Change) -> None:
        if change.how == "opened":
            self.setPlainText(shown(self.side.text))
            return
        self.patch(change)
        before, after = change.before, change.after
        if (before.ignored, before.never) == (after.ignored, after.never):
            self.highlighter.repaint(change.spans)
        else:
            self.highlighter.repaint_all()

    def patch(self, change: Change) -> None:
        """Update the pane's text to the session's (the source never changes)."""

    @Slot(object)
    def _on_suspects_found(self, spans: Sequence[Span]) -> None:
        self.highlighter.repaint(spans)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.highlighter.repaint_all()
        self.viewport().update()

    @property
    def caret(self) -> int:
        """The place of the caret, in code points of this side."""
        return caret_place(self.textCursor(), self.side.offsets)

    @property
    def selection(self) -> Span:
        """The selected span, in code points of this side."""
        return selected_span(self.textCursor(), self.side.offsets)

    def visible_blocks(self) -> Iterator[QTextBlock]:
        """The paragraphs on screen, from the top."""
        block, room = self.firstVisibleBlock(), self.viewport().height() - self.contentOffset().y()
        while block.isValid() and room > 0:
            yield block
            room -= self.blockBoundingRect(block).height()
            block = block.next()

    def visible_source(self) -> Span:
        """The span of the source behind the paragraphs that are on screen."""
        return self._source_of(list(self.visible_blocks()))

    def _source_of(self, blocks: Sequence[QTextBlock]) -> Span:
        """The span of the source behind paragraphs that follow each other."""
        if not blocks:
            return Span(0, 0)
        first, last = (block_span(blocks[k], self.side.offsets) for k in (0, -1))
        return self.side.to_source(Span(first.start, last.end))

    def block_top(self, block: QTextBlock) -> float:
        """Return where a block is drawn, in pixels from the top of the viewport."""
        return self.blockBoundingGeometry(block).translated(self.contentOffset()).top()

    def rects(self, span: Span) -> list[QRect]:
        """The rectangles, one for each line, in which a span of the source is drawn."""
        return rects_of(self, self.side.from_source(span), self.side.offsets)

    def put_caret(self, place: int) -> None:
        """Put the caret before a code point of this side, scrolling no further than needed."""
        place_caret(self, place, self.side.offsets)

    def reveal(self, span: Span) -> None:
        """Scroll a span of the source into view, with the caret at its end."""
        self.put_caret(self.side.from_source(span).end)
        rects, line = self.rects(span), self.fontMetrics().lineSpacing()
        comfortable = self.viewport().rect().adjusted(0, line, 0, -4 * line)
        if rects and not comfortable.contains(rects[0]):
            self.centerCursor()
        self.ensureCursorVisible()

    def light(self, span: Span | None) -> None:
        """Highlight the place of a span of the source, instead of the previous one."""
        if span != self.lit:
            self.lit = span
            self.viewport().update()

    def show_hits(self, spans: Sequence[Span], current: int = -1) -> None:
        """Show the matches of a search (code points of this side); `current` stands out."""
        from unspin_gui.ui.panes.hit_marks import mark_hits  # noqa: PLC0415 - not needed to start

        mark_hits(self, self.side.offsets, spans, current)

    def mark_at(self, point: QPoint) -> Mark | None:
        """The mark drawn under a point of the viewport."""
        place = place_under(self, point, self.side.offsets)
        return None if place is None else self.mark_on(Span(place, place + 1))

    def mark_on(self, span: Span) -> Mark | None:
        """The mark that contains a span of this side (empty: the caret, at either border too)."""
        for mark in self.session.marks(self.side.to_source(span)):
            here = self.side.from_source(mark.span)
            if here.overlaps(span) or (not span.size and here.start <= span.start <= here.end):
                return mark
        return None

    # ---- input --------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's actions (called by Qt)."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if any(map(event.matches, (keys.Undo, keys.Redo))):
                event.ignore()
                return False
            if self.needs(event):
                event.accept()
                return True
        return super().event(event)

    def needs(self, event: QKeyEvent) -> bool:  # noqa: ARG002
        """Whether the text needs a key even if the window has an action for it."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click started (called by Qt)."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wanted = Qt.KeyboardModifier.ControlModifier if self.click_needs_ctrl else None
        left = event.button() == Qt.MouseButton.LeftButton
        fits = plain == wanted if wanted else not plain
        self._pressed_at = event.position().toPoint() if left and fits else None
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word on double click, as usual (called by Qt)."""
        self._pressed_at = None
        super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the suggestions when a mark is clicked (called by Qt)."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        point = event.position().toPoint()
        is_click = pressed is not None and (point - pressed).manhattanLength() <= 4
        if is_click and not self.textCursor().hasSelection():
            self._ask_for(point)

    def click(self, point: QPoint) -> None:
        """Handle a click there that a widget above the pane intercepted."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setTextCursor(self.cursorForPosition(point))
        if not self.click_needs_ctrl:
            self._ask_for(point)

    def click_again(self, point: QPoint) -> None:
        """Select the word there, for a double click whose second half was intercepted."""
        cursor = self.cursorForPosition(point)
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setTextCursor(cursor)

    def _ask_for(self, point: QPoint) -> None:
        mark = self.mark_at(point)
        if mark is not None:
            self.mark_clicked.emit(mark)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show with the pointer's shape that a mark can be clicked (called by Qt)."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            on_mark = self.mark_at(event.position().toPoint()) is not None
            shape = Qt.CursorShape.PointingHandCursor if on_mark else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
        self.pointed.emit(Pointed(event.position().toPoint(), bool(event.buttons())))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom both panes with Ctrl and the wheel (called by Qt)."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text with its marks, the current and lit ones boxed (called by Qt)."""
        self.highlighter.complete()
        self.painting.emit()
        super().paintEvent(event)
        blocks = list(self.visible_blocks())
        paint_invisibles(self, blocks, self.side.offsets, self.theme.colour("suspected"))
        if self.highlighter.show_marks:
            for span, filled in ((self.session.current, False), (self.lit, True)):
                # Asking for rectangles far away would lay out everything up to there.
                if span is not None and span.touches(self._source_of(blocks)):
                    paint_box(self.viewport(), self.rects(span), filled=filled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Report the new size (called by Qt)."""
        super().resizeEvent(event)
        self.reshaped.emit()

    def set_text_font(self, font: QFont) -> None:
        """Use a font, with tab stops of four spaces."""
        self.setFont(font)
        self.setTabStopDistance(4 * self.fontMetrics().horizontalAdvance(" "))
        self.reshaped.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Let the window show its menu, at the pointer or at the caret (called by Qt)."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        here = self.mark_on(Span(self.caret, self.caret)) if by_key else self.mark_at(event.pos())
        self.menu_wanted.emit(MenuWish(here, event.globalPos()))

    def held_between(self, start: int, end: int) -> str:
        """The widget's text between two code points of the session's text."""
        return held(self.document(), Span(start, end), self.side.offsets)

    def holds_session_size(self) -> bool:
        """Whether the widget's text is as long as the session's."""
        return has_size_of(self.document(), self.side.offsets)

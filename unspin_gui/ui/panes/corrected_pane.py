"""The right pane: the corrected text. Typing in it makes decisions on the source."""

from PySide6.QtCore import QMimeData, Qt, Slot
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QWidget

from unspin_gui.core.document.change import Change
from unspin_gui.core.text.spans import Span, shared_ends
from unspin_gui.ui.base.clipboard import plain_text
from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.panes.positions import (
    Offsets,
    QtEdit,
    caret_place,
    edit_of,
    halves,
    replace_places,
    shown,
    take_back,
)
from unspin_gui.ui.panes.sides import CorrectedSide
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.theme import Theme


class CorrectedPane(Pane):
    """Editable. Qt applies an edit, the pane reports it to the session, which notifies all views.

    Pane and session are compared at the place of each change, so that no edit is reported to a
    session that already has it, or applied to a pane that already shows it.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, CorrectedSide(session), theme, parent)
        self.setObjectName("correctedPane")
        self.setAccessibleName(self.tr("Corrected text"))
        self._edits: list[QtEdit] = []
        self.document().contentsChange.connect(self._on_contents_change)
        self.document().contentsChanged.connect(self._on_contents_changed)

    def tell_way_out(self, key: str) -> None:
        """Tell assistive tools how the keyboard leaves this text, where Tab is a character."""
        message = self.tr("Tab types a tab; {0} moves on to the list").format(key) if key else ""
        self.setAccessibleDescription("" if self.tabChangesFocus() else message)

    def patch(self, change: Change) -> None:
        """Replace the places that changed (called by the pane)."""
        if self._shows(change):
            return
        replace_places(self.document(), change.patches, Offsets(change.before.corrected))

    def _shows(self, change: Change) -> bool:
        """Whether the edit came from this pane, which then already has the new text."""
        if not change.patches or not self.holds_session_size():
            return not change.patches
        # Outside the patches old and new text are equal: the parts between them tell which of the
        # two is shown.
        text = change.after.corrected
        start = change.patches[0].span.start
        end = len(text) - (len(change.before.corrected) - change.patches[-1].span.end)
        return self.held_between(start, end) == shown(text[start:end])

    @Slot(int, int, int)
    def _on_contents_change(self, *edit: int) -> None:
        # Emitted before Qt has laid the text out; the session is notified afterwards.
        self._edits.append(QtEdit(*edit))

    @Slot()
    def _on_contents_changed(self) -> None:
        while self._edits:
            self._tell(self._edits.pop(0))

    def _tell(self, edit: QtEdit) -> None:
        place, new = edit_of(self.document(), edit, self.side.offsets)
        if self.holds_session_size() and self._same_size_and_text(place, new):
            return
        if halves(self.document(), edit, new, self.side.offsets):
            # Python text cannot hold half a character: the edit is repeated beside the whole one.
            take_back(self.document(), edit, self.side.text, self.side.offsets)
        old = shown(self.side.text[place.start : place.end])
        head, tail = shared_ends(old, new)
        place = Span(place.start + head, place.end - tail)
        new = new[head : len(new) - tail]
        typing = len(new) + place.size == 1 and "\n" not in new
        if not new and not place.size:
            return
        self.session.rewrite(place, new, typing=typing)

    def _same_size_and_text(self, place: Span, new: str) -> bool:
        text = self.side.text
        return shown(text[place.start : place.start + len(new)]) == new

    def needs(self, event: QKeyEvent) -> bool:
        """Ctrl+Backspace deletes a word, except that after the current suspect it ignores that."""
        if not event.matches(QKeySequence.StandardKey.DeleteStartOfWord):
            return super().needs(event)
        current = self.session.current
        if current is None or self.textCursor().hasSelection():
            return True
        is_open = any(m.span == current and m.suspect for m in self.session.marks(current))
        return not is_open or self.caret != self.side.from_source(current).end

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Make Shift+Enter start a paragraph like Enter (called by Qt)."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            plain = event.modifiers() & ~(
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            )
            if not plain:
                self.insertPlainText("\n")
                self.ensureCursorVisible()
                return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keep characters whole during input (called by Qt)."""
        text = event.commitString()
        event.setCommitString(text, event.replacementStart(), event.replacementLength())
        if text and not self.textCursor().hasSelection():
            self.put_caret(self.caret)
        super().inputMethodEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Accept text but not files, which the window opens (called by Qt)."""
        files = any(url.isLocalFile() for url in source.urls())
        return source.hasText() and not files

    def dropEvent(self, event: QDropEvent) -> None:
        """Drag words within the text without touching what lies between (called by Qt)."""
        moved = event.proposedAction() == Qt.DropAction.MoveAction
        if not moved or event.source() not in (self, self.viewport()):
            super().dropEvent(event)
            return
        cursor = self.cursorForPosition(event.position().toPoint())
        self.move_selection(caret_place(cursor, self.side.offsets))
        event.acceptProposedAction()
        # Qt shows where a drop would go until it learns that the drag is over.
        self.dragLeaveEvent(QDragLeaveEvent())

    def move_selection(self, place: int) -> None:
        """Move the selection to before another code point, as one undo step."""
        moved = self.selection
        text = self.side.text[slice(*moved)]
        if moved.size and not moved.start <= place <= moved.end:
            edits = ((moved, ""), (Span(place, place), text))
            self.session.rewrite_all(edits, self.tr("move words"))
            self.put_caret(place if place < moved.start else place - moved.size)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text (called by Qt)."""
        if source.hasText():
            self.insertPlainText(plain_text(source).replace("\r\n", "\n").replace("\r", "\n"))
            self.ensureCursorVisible()

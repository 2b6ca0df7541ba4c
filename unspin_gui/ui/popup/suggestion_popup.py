"""The popup for a mark: suggestions, and everything that can be done about the place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QListWidgetItem, QMenu, QPlainTextEdit, QWidget

from unspin_gui.core.document.marks import Mark
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.display_text import escaped
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.popup.popup_body import PopupBody
from unspin_gui.ui.popup.popup_foot import foot_of
from unspin_gui.ui.popup.popup_frame import PopupFrame
from unspin_gui.ui.popup.popup_keys import (
    ACTS_OF_ACTIONS,
    WHILE_TYPING,
    Act,
    act_of,
    number_of,
)
from unspin_gui.ui.popup.popup_parts import ActionButton
from unspin_gui.ui.popup.popup_subject import suspect_for
from unspin_gui.ui.session.provenance import source_in_words
from unspin_gui.ui.session.review_loop import ReviewLoop
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.labels import announce
from unspin_gui.ui.widgets.theme import Theme


class SuggestionPopup(PopupFrame):
    """One popup for the whole window, opened on one mark after another.

    While the review continues by keys, it opens on the next mark after each act.
    """

    def __init__(self, session: Session, review: ReviewLoop, theme: Theme, parent: QWidget) -> None:
        super().__init__(PopupBody(session, theme), theme, parent)
        self.setObjectName("suggestionPopup")
        self.setAccessibleName(self.tr("Suggestions"))
        self.session = session
        self.review = review
        self._spoken = False
        self._opened: tuple[Mark, QRect, QPlainTextEdit] | None = None
        self._document = session.document
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._on_again)
        self.list, self.own, self.more = self.body.list, self.body.own, self.body.more
        self._connect()

    def _connect(self) -> None:
        self.list.itemClicked.connect(self._on_clicked)
        self.more.clicked.connect(self._on_more)
        self.body.rows.chosen.connect(self._on_chosen)
        self.body.rest_row.clicked.connect(self._keep_rest)
        self.session.document_changed.connect(self._on_document_changed)
        self.session.suspects_found.connect(self._on_suspects_found)
        self._acts: dict[str, Callable[[], None]] = {
            "accept": self._accept_wording,
            "identical": lambda: self.accept(self.body.wording, identical=True),
            "advance": lambda: self.accept(self.body.wording, advance=True),
            "next": lambda: self.review.next(by_keys=True),
            "previous": lambda: self.review.previous(by_keys=True),
            "close": self.leave,
            "back": lambda: self.list.setFocus(Qt.FocusReason.BacktabFocusReason),
            "here": lambda: self._settle(lambda s: self.review.keep([s])),
            "document": lambda: self._settle(lambda s: self.review.ignore([s.phrase])),
            "never": lambda: self._settle(lambda s: self.review.never(s.phrase)),
            "rest": self._keep_offered,
            "weak": self._keep_rest,
            "entry": self._edit_entry,
            "cite": lambda: self.review.cite(self.body.suspect, self.body.wording),
            "restore": self._restore,
            "undo": lambda: self._step("actionUndo"),
            "redo": lambda: self._step("actionRedo"),
            "more": self._show_more,
            "empty": self.own.empty,
        }

    # ---- opening ------------------------------------------------------------------------

    def open_at(
        self,
        mark: Mark,
        anchor: QRect,
        pane: QPlainTextEdit,
        *,
        new: bool = False,
        more: bool = False,
    ) -> None:
        """Open beside `anchor`, the rectangle of the phrase on the screen.

        `new` is for words that the user marks as spun: then the own wording has the focus.
        With `more` there are suggestions for all digits.
        """
        self.hide()
        self._opened, self._document = (mark, anchor, pane), self.session.document
        first = self.own.field if new else self.list
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        self.body.show_mark(mark, remember=self.review.remember, new=new, more=more)
        self.body.show_foot(foot_of(self.review, self._window))
        self._place(anchor, pane)
        self.show()
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        self._hold(pane)
        if self.review.by_keys and not self._spoken:
            announce(self, self.body.foot.text())
        self._spoken = self.review.by_keys

    def open_new(self, span: Span, anchor: QRect, pane: QPlainTextEdit) -> None:
        """Open for words of the source that the user marks as spun."""
        suspect = suspect_for(self.session, span)
        self.open_at(Mark(span, "suspected", suspect=suspect), anchor, pane, new=True)

    @Slot()
    def leave(self) -> None:
        """Close for good: the review by keys is over (also called by Qt)."""
        if self.review.by_keys:
            announce(self._window, self.tr("The review by keys has ended"))
        self._spoken = False
        self.close()
        self.review.end()

    def moved(self) -> None:
        """Open where the phrase is now, since the pane was moved or resized."""
        if not self.review.by_keys:
            self.leave()
        elif not self.own.text:
            self._again.start()

    @Slot()
    def _on_again(self) -> None:
        if self.isVisible() and self.body.mark is not None:
            focused = self.focusWidget()
            self.review.popup_wanted.emit(self.body.mark)
            if focused is not None:
                focused.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_suspects_found(self) -> None:
        """Update the counts, since the text may still be being read."""
        if self.isVisible():
            self.body.show_foot(foot_of(self.review, self._window))

    @Slot()
    def _on_document_changed(self) -> None:
        """Leave, unless the popup has just been opened on the next place."""
        if self.isVisible() and self.session.document is not self._document:
            self.leave()

    # ---- acts ---------------------------------------------------------------------------

    def accept(self, text: str, *, identical: bool = False, advance: bool = False) -> None:
        """Close, replace the phrase with `text`, and perhaps move on to the next place.

        An empty text deletes the phrase, but only after the own wording was emptied. After moving
        on, the review continues by keys.
        """
        suspect = self.body.suspect
        if suspect is None or not (text or self.own.is_emptied):
            return
        self.close()
        self.review.by_keys = self.review.by_keys or advance
        if text == self.body.chosen:
            self._go_on()
            return
        remember = self.own.learning if text else False
        self.review.accept(suspect, text, remember=remember, identical=identical)

    def _go_on(self) -> None:
        if self.review.by_keys:
            self.review.next()

    def _accept_wording(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, ActionButton):
            focused.click()
        else:
            self.accept(self.body.wording)

    def _settle(self, act: Callable[[Suspect], None]) -> None:
        suspect = self.body.suspect
        self.close()
        if suspect is not None:
            act(suspect)

    def _keep_offered(self) -> None:
        if self.review.offer is not None:
            self._keep_rest()

    @Slot()
    def _keep_rest(self) -> None:
        rest = self.review.weak
        if rest.suspects:
            self.close()
            self.review.keep_rest(rest)

    def _step(self, name: str) -> None:
        """Undo or redo; if the review is by keys, open the popup where that leads."""
        action = self._window.findChild(QAction, name)
        if action is not None:
            self.close()
            action.trigger()

    def _edit_entry(self) -> None:
        self.leave()
        if self.body.suspect is not None:
            self.review.edit_entry(self.body.suspect.phrase)

    def _restore(self) -> None:
        mark = self.body.mark
        if mark is not None and mark.decision is not None:
            self.close()
            self.review.restore([mark.decision])

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.accept(item.text())

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self._acts[name]()

    def _show_more(self) -> None:
        if self.body.rest and self._opened is not None:
            row = self.list.currentRow()
            self.open_at(*self._opened, more=True)
            self.list.setCurrentRow(row)

    @Slot()
    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("moreSuggestions")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for suggestion in self.body.rest:
            text = f"{escaped(suggestion.text)}\t{source_in_words(suggestion.source)}".replace(
                "&", "&&"
            )
            menu.addAction(text).setData(suggestion.text)
        menu.triggered.connect(self._on_more_chosen)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @Slot(QAction)
    def _on_more_chosen(self, action: QAction) -> None:
        self.accept(str(action.data()))

    # ---- keys ---------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Receive keys as keys rather than as shortcuts (called by Qt)."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means (called by Qt)."""
        typing = self.own.field.hasFocus()
        act = self._act_of_action(event, typing=typing)
        act = act or act_of(event, typing=typing, decided=self.body.decided)
        event.accept()
        if act is None:
            super().keyPressEvent(event)
        elif act == "pick":
            item = self.list.item(number_of(event))
            self.accept(item.text() if item else "")
        elif act == "type":
            self._write(event)
        elif act == "elsewhere":
            self._hand_over(event)
        else:
            self._acts[act]()

    def _act_of_action(self, event: QKeyEvent, *, typing: bool) -> Act | None:
        """Return the act that a window action's key means here, if it has a meaning of its own."""
        action = self._action_of(event)
        acts = WHILE_TYPING if typing else ACTS_OF_ACTIONS
        return acts.get(action.objectName()) if action is not None else None

    def _action_of(self, event: QKeyEvent) -> QAction | None:
        key = QKeySequence(event.keyCombination())
        actions = self._window.findChildren(QAction)
        return next((a for a in actions if a.isEnabled() and key in a.shortcuts()), None)

    def _write(self, event: QKeyEvent) -> None:
        """Begin the own wording with this key."""
        self.own.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
        QApplication.sendEvent(self.own.field, again)

    def _hand_over(self, event: QKeyEvent) -> None:
        """Close, and let the window have its key."""
        action = self._action_of(event)
        if action is not None:
            self.leave()
            action.trigger()

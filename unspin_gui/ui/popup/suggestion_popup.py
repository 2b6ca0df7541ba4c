"""The popup for a mark: what may have stood there, and everything that can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRect, QSize, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListWidgetItem,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from unspin_gui.core.document.marks import Mark
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.display_text import escaped
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.popup.popup_body import PopupBody
from unspin_gui.ui.popup.popup_keys import ACTS_OF_ACTIONS, Act, act_of, number_of
from unspin_gui.ui.popup.popup_parts import ActionRow
from unspin_gui.ui.popup.popup_place import place_beside, room_beside
from unspin_gui.ui.popup.popup_subject import suspect_for
from unspin_gui.ui.session.review_loop import ReviewLoop
from unspin_gui.ui.session.session import Session
from unspin_gui.ui.widgets.theme import Theme


class SuggestionPopup(QFrame):
    """One popup for the whole window, opened on one mark after another."""

    def __init__(self, session: Session, review: ReviewLoop, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._window = parent
        self.setObjectName("suggestionPopup")
        self.setAccessibleName(self.tr("Suggestions"))
        self.session = session
        self.review = review
        self.theme = theme
        self._pane: QPlainTextEdit | None = None
        self._open_for = QElapsedTimer()
        self.body = PopupBody(session, theme)
        self.list, self.own, self.more = self.body.list, self.body.own, self.body.more
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.body)
        self._connect()

    def _connect(self) -> None:
        self.list.itemClicked.connect(self._on_clicked)
        self.more.clicked.connect(self._on_more)
        self.body.rows.chosen.connect(self._on_chosen)
        self.session.document_changed.connect(self.close)
        QApplication.instance().applicationStateChanged.connect(self._on_state)  # type: ignore[union-attr]
        self._acts: dict[str, Callable[[], None]] = {
            "accept": self._accept_wording,
            "identical": lambda: self.accept(self.body.wording, identical=True),
            "advance": lambda: self.accept(self.body.wording, advance=True),
            "next": lambda: self.review.next(popup=True),
            "previous": lambda: self.review.previous(popup=True),
            "close": self._leave,
            "back": lambda: self.list.setFocus(Qt.FocusReason.BacktabFocusReason),
            "here": self._ignore_here,
            "document": lambda: self._settle(lambda s: self.review.ignore([s.phrase])),
            "never": lambda: self._settle(lambda s: self.review.never(s.phrase)),
            "entry": lambda: self._settle(lambda s: self.review.edit_entry(s.phrase)),
            "restore": self._restore,
        }

    # ---- opening ------------------------------------------------------------------------

    def open_at(
        self, mark: Mark, anchor: QRect, pane: QPlainTextEdit, *, new: bool = False
    ) -> None:
        """Open beside `anchor`, the rectangle of the phrase on the screen.

        `new` is for words that the user marks as spun: then the own wording has the focus.
        """
        self.hide()
        self._pane = pane
        self.body.show_mark(mark, remember=self.review.remember, new=new)
        self._place(anchor, pane)
        self.show()
        first = self.own.field if new else self.list
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        self._open_for.start()
        pane.verticalScrollBar().valueChanged.connect(self.close)
        pane.selectionChanged.connect(self.close)
        pane.installEventFilter(self)

    def open_new(self, span: Span, anchor: QRect, pane: QPlainTextEdit) -> None:
        """Open for words of the source that the user marks as spun."""
        suspect = suspect_for(self.session, span)
        self.open_at(Mark(span, "suspected", suspect=suspect), anchor, pane, new=True)

    def _place(self, anchor: QRect, pane: QWidget) -> None:
        screen, width = pane.screen().availableGeometry(), self.body.wanted_width()
        self.body.fit(room_beside(width, anchor, screen))
        size = QSize(width, self.body.wanted_height())
        self.setGeometry(place_beside(size, anchor, screen))

    # ---- acts ---------------------------------------------------------------------------

    def accept(self, text: str, *, identical: bool = False, advance: bool = False) -> None:
        """Close, replace the phrase by `text`, and perhaps go on to the next mark."""
        suspect = self.body.suspect
        if suspect is None or not text:
            return
        self.close()
        if text == self.body.chosen:
            if advance:
                self.review.next(popup=True)
            return
        remember = self.own.learning
        self.review.accept(
            *(suspect, text), remember=remember, identical=identical, advance=advance, popup=advance
        )

    def _accept_wording(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, ActionRow):
            focused.click()
        else:
            self.accept(self.body.wording)

    def _settle(self, act: Callable[[Suspect], None]) -> None:
        suspect = self.body.suspect
        self.close()
        if suspect is not None:
            act(suspect)

    def _ignore_here(self) -> None:
        self._settle(lambda suspect: self.review.keep([suspect]))

    def _restore(self) -> None:
        mark = self.body.mark
        self.close()
        if mark is not None and mark.decision is not None:
            self.review.restore([mark.decision])

    def _leave(self) -> None:
        self.close()

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.accept(item.text())

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self._acts[name]()

    @Slot()
    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("moreSuggestions")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for suggestion in self.body.rest:
            text = f"{escaped(suggestion.text)}\t{suggestion.source}".replace("&", "&&")
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
        """Do what a key stands for (called by Qt)."""
        typing = self.own.field.hasFocus()
        act = self._act_of_action(event) or act_of(event, typing=typing, decided=self.body.decided)
        event.accept()
        if act is None:
            super().keyPressEvent(event)
        elif act == "pick":
            item = self.list.item(number_of(event))
            self.accept(item.text() if item else "")
        elif act in ("type", "elsewhere"):
            self._hand_over(event, act)
        else:
            self._acts[act]()

    def _act_of_action(self, event: QKeyEvent) -> Act | None:
        """The act that a window action with this key stands for here, if it differs."""
        action = self._action_of(event)
        return ACTS_OF_ACTIONS.get(action.objectName()) if action is not None else None

    def _action_of(self, event: QKeyEvent) -> QAction | None:
        key = QKeySequence(event.keyCombination())
        actions = self._window.findChildren(QAction)
        return next((a for a in actions if a.isEnabled() and key in a.shortcuts()), None)

    def _hand_over(self, event: QKeyEvent, act: Act) -> None:
        """Close, and pass the key on to the editor or the window."""
        self.close()
        if act == "elsewhere":
            action = self._action_of(event)
            if action is not None:
                action.trigger()
            return
        editor = self._window.findChild(QPlainTextEdit, "correctedPane")
        if editor is not None:
            editor.setFocus(Qt.FocusReason.PopupFocusReason)
            again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
            QApplication.sendEvent(editor, again)

    # ---- closing ------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        """Release the pane and return the keyboard to the window (called by Qt)."""
        super().hideEvent(event)
        if QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive:
            # Not every platform returns it by itself.
            self._window.activateWindow()
        if self._pane is not None:
            self._pane.verticalScrollBar().valueChanged.disconnect(self.close)
            self._pane.selectionChanged.disconnect(self.close)
            self._pane.removeEventFilter(self)
            self._pane = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when the pane is resized (called by Qt)."""
        if watched is self._pane and event.type() == QEvent.Type.Resize:
            self.close()
        return super().eventFilter(watched, event)

    @Slot(Qt.ApplicationState)
    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click outside, and pass the click on to where it was made (called by Qt)."""
        if self.rect().contains(event.position().toPoint()):
            super().mousePressEvent(event)
            return
        mark, again = self.body.mark, self._open_for.elapsed() < QApplication.doubleClickInterval()
        self.close()
        place = self._window.mapFromGlobal(event.globalPosition().toPoint())
        under = self._window.childAt(place)
        pane = under.parentWidget() if under is not None else None
        if not isinstance(pane, Pane) or event.button() != Qt.MouseButton.LeftButton:
            return
        point = pane.viewport().mapFrom(self._window, place)
        if again and mark is not None and pane.mark_at(point) == mark:
            pane.click_again(point)
        else:
            pane.click(point)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Close when the wheel is turned outside (called by Qt)."""
        if self.rect().contains(event.position().toPoint()):
            event.accept()
        else:
            self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a plain background with a thin border (called by Qt)."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.theme.colour("raised"))
        painter.setPen(self.theme.colour("outline"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

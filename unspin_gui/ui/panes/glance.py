"""Describes a mark when the pointer rests on it, and highlights its counterpart."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Slot
from PySide6.QtWidgets import QApplication, QToolTip

from unspin_gui.core.document.marks import Mark
from unspin_gui.ui.panes.pane import Pane
from unspin_gui.ui.panes.pane_events import Pointed
from unspin_gui.ui.session.session import Session

DELAY = 500
"""Milliseconds for which the pointer must rest."""
_STAYS = 60_000
_ENDING = frozenset(
    {
        QEvent.Type.Leave,
        QEvent.Type.Wheel,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.KeyPress,
        QEvent.Type.FocusOut,
        QEvent.Type.Hide,
    }
)


class Glance(QObject):
    """Describes the mark under the pointer in a tool tip; needs no click and takes no focus."""

    def __init__(
        self, session: Session, panes: Sequence[Pane], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._panes = {pane.viewport(): pane for pane in panes}
        self._pane: Pane | None = None
        self._at = QPoint()
        self.mark: Mark | None = None
        self._rest = QTimer(self, singleShot=True, interval=DELAY)
        self._rest.timeout.connect(self._on_rested)
        self._is_watching = False
        for pane in panes:
            pane.pointed.connect(self._on_pointed)
            pane.verticalScrollBar().valueChanged.connect(self.end)
        session.document_changed.connect(self.end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """End as soon as anything else happens in a pane (called by Qt)."""
        if event.type() in _ENDING:
            self.end()
        return False

    @Slot(object)
    def _on_pointed(self, pointed: Pointed) -> None:
        pane = self.sender()
        self._pane, self._at = pane if isinstance(pane, Pane) else None, pointed.at
        if pointed.is_pressed or (self.mark is not None and not self._is_on(self.mark)):
            self.end()
        if self.mark is None and not pointed.is_pressed:
            self._watch()
            self._rest.start()

    def _watch(self) -> None:
        """Watch for events that end it; only while needed, since it slows down key presses."""
        if not self._is_watching:
            self._is_watching = True
            for viewport, pane in self._panes.items():
                viewport.installEventFilter(self)
                pane.installEventFilter(self)

    def _is_on(self, mark: Mark) -> bool:
        pane = self._pane
        return pane is not None and any(r.contains(self._at) for r in pane.rects(mark.span))

    @Slot()
    def end(self) -> None:
        """Hide the tool tip and the highlight."""
        self._rest.stop()
        if self._is_watching:
            self._is_watching = False
            for viewport, pane in self._panes.items():
                viewport.removeEventFilter(self)
                pane.removeEventFilter(self)
        if self.mark is not None:
            self.mark = None
            QToolTip.hideText()
            for pane in self._panes.values():
                pane.light(None)

    @Slot()
    def _on_rested(self) -> None:
        pane = self._pane
        if pane is None or QApplication.activePopupWidget() or not pane.highlighter.show_marks:
            return
        mark = pane.mark_at(self._at)
        if mark is None or (mark.state == "kept" and not pane.highlighter.show_kept):
            return
        from unspin_gui.ui.panes.glance_text import glance_of  # noqa: PLC0415 - not needed to start

        text = glance_of(self._session, mark)
        self.mark = mark
        for other in self._panes.values():
            other.light(None if other is pane else mark.span)
        at = pane.viewport().mapToGlobal(self._at)
        QToolTip.showText(at, text, pane.viewport(), pane.viewport().rect(), _STAYS)

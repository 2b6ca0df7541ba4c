"""Searches a pane and replaces in the corrected one, at the find bar's request."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance, Slot

from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.find_bar import FindBar
from unspin_gui.ui.panes.search import Hits, replacement, search
from unspin_gui.ui.session.act_labels import with_effect
from unspin_gui.ui.widgets.labels import announce

_PAUSE = 120


class HasText(Protocol):
    """One side of the session."""

    @property
    def text(self) -> str:
        """The text of this side."""


class Searchable(Protocol):
    """What searching needs of a pane; places are code points of its side."""

    @property
    def side(self) -> HasText:
        """The text to be searched."""

    @property
    def caret(self) -> int:
        """The place of the caret."""

    @property
    def selection(self) -> Span:
        """The selected span."""

    def show_hits(self, spans: Sequence[Span], current: int = -1) -> None:
        """Show the matches; reveal and select the current one."""

    def setFocus(self) -> None:
        """Take the focus."""


class Rewriter(Protocol):
    """What replacing needs of the session; places are code points of the corrected text."""

    document_changed: SignalInstance

    def rewrite(self, place: Span, text: str) -> None:
        """Overwrite one place."""

    def rewrite_all(self, edits: Sequence[tuple[Span, str]], label: str) -> None:
        """Overwrite several ordered, disjoint places as one undo step."""


class Finder(QObject):
    """Moves between the matches in a pane, and replaces in the corrected text."""

    def __init__(self, session: Rewriter, corrected: Searchable, bar: FindBar) -> None:
        super().__init__(bar)
        self._session = session
        self._corrected = corrected
        self._bar = bar
        self._pane = corrected
        self._hits = Hits()
        self._current = -1
        self._from = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._on_pause)
        bar.query_changed.connect(self._on_query_changed)
        bar.next_wanted.connect(self.find_next)
        bar.previous_wanted.connect(self.find_previous)
        bar.replace_wanted.connect(self.replace_one)
        bar.replace_all_wanted.connect(self.replace_all)
        bar.close_wanted.connect(self.close)
        session.document_changed.connect(self._on_document_changed)

    # ---- opening and closing ------------------------------------------------------------------

    def open_for(self, pane: Searchable, *, replace: bool = False) -> None:
        """Search in `pane` from the caret on; `replace` searches the corrected text."""
        self._leave()
        self._pane = self._corrected if replace else pane
        selection = self._pane.selection
        self._from = selection.start
        selected = self._pane.side.text[slice(*selection)]
        one_line = "\n" not in selected and len(selected) < 200
        self._bar.open_with(selected if one_line else "", replace=replace)
        self._look()

    @Slot()
    def close(self) -> None:
        """Close the bar and return the focus to the pane."""
        self._leave()
        self._bar.hide()
        self._pane.setFocus()

    def _leave(self) -> None:
        self._pause.stop()
        self._hits, self._current = Hits(), -1
        self._pane.show_hits(())

    # ---- searching ----------------------------------------------------------------------------

    @Slot()
    def find_next(self) -> None:
        """Go to the next match, after the last one to the first."""
        self._step(1)

    @Slot()
    def find_previous(self) -> None:
        """Go to the previous match, before the first one to the last."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self._bar.isHidden():
            self.open_for(self._pane)
            return
        if self._pause.isActive():
            self._on_pause()
        if self._hits.spans:
            at = self._current if self._current >= 0 else -1 if by > 0 else 0
            self._show((at + by) % len(self._hits.spans))
            announce(self._bar, self._bar.count.text())

    def _look(self) -> None:
        """Search again; the first match at or after the start becomes the current one."""
        self._pause.stop()
        self._hits = search(self._pane.side.text, self._bar.query)
        starts = [span.start for span in self._hits.spans]
        at = bisect_left(starts, self._from)
        self._show(at % len(starts) if starts else -1)

    def _show(self, current: int) -> None:
        self._current = current
        if current >= 0:
            self._from = self._hits.spans[current].start
        self._pane.show_hits(self._hits.spans, current)
        self._bar.show_hits(self._hits, current)

    @Slot()
    def _on_query_changed(self) -> None:
        self._look()

    @Slot(object)
    def _on_document_changed(self, _change: object) -> None:
        if not self._bar.isHidden():
            self._pause.start()

    @Slot()
    def _on_pause(self) -> None:
        """Search again after the text has changed, without scrolling."""
        self._pause.stop()
        here = self._pane.caret
        self._hits = search(self._pane.side.text, self._bar.query)
        starts = [span.start for span in self._hits.spans]
        self._from = here
        self._current = bisect_left(starts, here) - 1
        self._pane.show_hits(self._hits.spans)
        self._bar.show_hits(self._hits, self._current)

    # ---- replacing ----------------------------------------------------------------------------

    @Slot()
    def replace_one(self) -> None:
        """Replace the current match and go to the next; if the text has changed, show it first."""
        if self._pause.isActive():
            self._look()
            return
        if self._pane is not self._corrected or self._current < 0:
            self._step(1)
            return
        span = self._hits.spans[self._current]
        new = replacement(self._pane.side.text, self._bar.query, span, self._bar.new.text())
        self._session.rewrite(span, new)
        self._from = span.start + len(new)
        self._look()

    @Slot()
    def replace_all(self) -> None:
        """Replace every match as one undo step."""
        self._look()
        if self._pane is not self._corrected or not self._hits.spans:
            return
        text, query, new = self._pane.side.text, self._bar.query, self._bar.new.text()
        cut = self._hits.cut
        edits = [(span, replacement(text, query, span, new)) for span in self._hits.spans]
        label = self.tr("replace “{0}”").format(query.text)
        self._session.rewrite_all(edits, with_effect(label, len(edits), 0))
        self._look()
        count = len(edits)
        more = self.tr("%Ln replaced; there are more", "", count)
        self._bar.count.setText(more if cut else self.tr("%Ln replaced", "", count))
        announce(self._bar, self._bar.count.text())

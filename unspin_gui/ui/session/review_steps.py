"""The steps of the review: the current mark, and where to go next."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from unspin_gui.core.document.change import Change
from unspin_gui.core.document.marks import Mark
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import fold
from unspin_gui.ui.base.wording import quoted
from unspin_gui.ui.session.act_labels import replacing
from unspin_gui.ui.session.session import Session


def _everything(_suspect: Suspect) -> bool:
    return True


def _never() -> bool:
    return False


class ReviewSteps(QObject):
    """Moves from mark to mark. It holds no facts; the session does.

    `place` is where the caret was last put, in the source; moving on starts there unless a mark is
    current. `by_keys` is set while the review continues in the popup: each action leads to the next
    place and opens its suggestions. `expects_more` says whether more may be found without any
    action of the user.

    Signals:
        revealed(Span): both panes should show this span of the source.
        popup_wanted(Mark): the popup should open on this mark.
        popup_done(): the popup should close.
        told(str): one line for the status bar and for screen readers.
    """

    revealed = Signal(object)
    popup_wanted = Signal(object)
    popup_done = Signal()
    told = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.filter: Callable[[Suspect], bool] = _everything
        self.place = Span(0, 0)
        self.by_keys = False
        self.expects_more: Callable[[], bool] = _never

    # ---- where we are -------------------------------------------------------------------

    @property
    def suspects(self) -> list[Suspect]:
        """The open suspects that pass the list's filter, ordered by place."""
        return [suspect for suspect in self.session.suspects if self.filter(suspect)]

    @property
    def current(self) -> Mark | None:
        """The current mark, if it still exists."""
        span = self.session.current
        if span is None:
            return None
        return next((m for m in self.session.marks(span) if m.span == span), None)

    @property
    def suspect(self) -> Suspect | None:
        """The current suspect, if it is still open."""
        return self.current.suspect if self.current else None

    def reveal(self, span: Span) -> None:
        """Make a mark current and show it in both panes."""
        self.session.make_current(span)
        self.revealed.emit(span)

    def show_popup(self, span: Span, *, by_keys: bool = False) -> None:
        """Reveal a mark and open the popup on it; `by_keys` begins the review in the popup."""
        self.reveal(span)
        if self.current is None:
            self.end()
            return
        self.by_keys = self.by_keys or by_keys
        self.popup_wanted.emit(self.current)

    def end(self) -> None:
        """End the review in the popup."""
        self.by_keys = False
        self.popup_done.emit()

    def follow(self, place: Span, mark: Mark | None) -> None:
        """Make the open mark at `place`, where the caret was put in the source, the current one.

        The current mark stays current while the caret is on it or at its border. No mark becomes
        current when the caret is just after it, where words are typed and deleted.
        """
        self.place = place
        current = self.session.current
        if current is None or not current.touches(place):
            ahead = mark is not None and mark.suspect and place.start < mark.span.end
            self.session.make_current(mark.span if mark and ahead else None)

    def show_change(self, change: Change) -> None:
        """Show what an undo or redo changed; a mark there becomes the current one."""
        span = next(iter(change.spans), None) or self._flagged_otherwise(change)
        if span is not None:
            marks = self.session.marks(span)
            shown = next((m.span for m in marks if m.span.overlaps(span)), None)
            self.session.make_current(shown)
            self.revealed.emit(shown or span)
            if self.by_keys:
                self.show_popup(shown or span)

    def _flagged_otherwise(self, change: Change) -> Span | None:
        """Return the first place whose phrase has since been ignored or flagged again."""
        before, after = change.before, change.after
        silent = {*before.ignored, *before.never} ^ {*after.ignored, *after.never}
        some = (s.span for s in self.session.opinions.all if silent and fold(s.phrase) in silent)
        return next(some, None)

    # ---- going on -----------------------------------------------------------------------

    def next(self, *, by_keys: bool = False) -> None:
        """Go to the next open suspect, from the last one to the first."""
        self.by_keys = self.by_keys or by_keys
        self.go_to(self.after(self.session.current))

    def previous(self, *, by_keys: bool = False) -> None:
        """Go to the previous open suspect, from the first one to the last."""
        self.by_keys = self.by_keys or by_keys
        suspects = self.suspects
        here = self.session.current or self.place
        k = bisect_left([s.span.start for s in suspects], here.start) - 1
        if suspects and k < 0:
            self.told.emit(self.tr("Continued from the end"))
        self.go_to(suspects[k] if suspects else None)

    def next_of_any_state(self) -> None:
        """Go to the next mark in any state."""
        places = self._places()
        if places:
            current = self.session.current
            k = bisect_right(places, current) if current else bisect_left(places, self.place)
            self.reveal(places[k % len(places)])
        else:
            self.told.emit(self.tr("No marks in this text"))

    def previous_of_any_state(self) -> None:
        """Go to the previous mark in any state."""
        places = self._places()
        if places:
            self.reveal(places[bisect_left(places, self.session.current or self.place) - 1])
        else:
            self.told.emit(self.tr("No marks in this text"))

    def _places(self) -> list[Span]:
        decided = {decision.span for decision in self.session.decisions}
        return sorted(decided | {suspect.span for suspect in self.session.suspects})

    def after(self, here: Span | None) -> Suspect | None:
        """The next open suspect after a mark or the caret; after the last one, the first."""
        suspects = self.suspects
        starts = [s.span.start for s in suspects]
        k = bisect_right(starts, here.start) if here else bisect_left(starts, self.place.start)
        if suspects and k == len(suspects):
            self.told.emit(self.tr("Continued from the beginning"))
        return suspects[k % len(suspects)] if suspects else None

    def go_to(self, suspect: Suspect | None, *, done: str = "") -> None:
        """Show a suspect and report it, after what was just `done`."""
        if suspect is None:
            self.end()
            there = self.nothing_left()
        else:
            show = self.show_popup if self.by_keys else self.reveal
            show(suspect.span)
            there = self._in_words(suspect)
        self.told.emit(" · ".join(filter(None, (done, there))))

    def nothing_left(self) -> str:
        """Return that no place is open, or none yet."""
        if self.expects_more():
            return self.tr("Nothing more has been found yet; the text is still being read")
        return self.tr("Nothing left to review")

    def _in_words(self, suspect: Suspect) -> str:
        from unspin_gui.ui.session.reasons import reason_in_words  # noqa: PLC0415 - not needed to start

        best = self.session.suggestions(suspect, 1)
        phrase = replacing(suspect.phrase, best[0].text) if best else quoted(suspect.phrase)
        return f"{phrase}: {reason_in_words(suspect.reason)}" if suspect.reason else phrase

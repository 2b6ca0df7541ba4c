"""The review loop: the current mark, what is done with it, and where to go next."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from unspin_gui.core.detection.lessons import Learning
from unspin_gui.core.document.change import Change
from unspin_gui.core.document.document import Decision
from unspin_gui.core.document.marks import Mark
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import fold
from unspin_gui.ui.session.act_labels import accepting, told
from unspin_gui.ui.session.session import Session

_LONGEST_PHRASE = 120
"""Longer texts are not phrases that a glossary could find again."""


def _everything(_suspect: Suspect) -> bool:
    return True


class ReviewLoop(QObject):
    """Serves actions, popup and list. It holds no facts; the session does.

    `place` is where the caret was last put, in the source; moving on starts there unless a mark is
    current. `undo_key` is the key that undoes an action, in the system's notation.

    Signals:
        revealed(Span): both panes should show this span of the source.
        popup_wanted(Mark): the popup should open on this mark.
        popup_done(): the popup should close.
        entry_wanted(str): the glossary entry for this phrase should be edited.
        told(str): one line for the status bar and for screen readers.
    """

    revealed = Signal(object)
    popup_wanted = Signal(object)
    popup_done = Signal()
    entry_wanted = Signal(str)
    told = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.filter: Callable[[Suspect], bool] = _everything
        self.place = Span(0, 0)
        self.remember = True
        self.goes_on = False
        self.undo_key = ""

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

    def show_popup(self, span: Span) -> None:
        """Reveal a mark and open the popup on it."""
        self.reveal(span)
        if self.current is not None:
            self.popup_wanted.emit(self.current)

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

    def _flagged_otherwise(self, change: Change) -> Span | None:
        """The first place whose phrase has since been ignored or flagged again."""
        before, after = change.before, change.after
        silent = {*before.ignored, *before.never} ^ {*after.ignored, *after.never}
        some = (s.span for s in self.session.opinions.all if silent and fold(s.phrase) in silent)
        return next(some, None)

    # ---- going on -----------------------------------------------------------------------

    def next(self, *, popup: bool = False) -> None:
        """Go to the next open suspect, from the last one to the first."""
        self._go(self._after(self.session.current), popup=popup)

    def previous(self, *, popup: bool = False) -> None:
        """Go to the previous open suspect, from the first one to the last."""
        suspects = self.suspects
        here = self.session.current or self.place
        k = bisect_left([s.span.start for s in suspects], here.start) - 1
        if suspects and k < 0:
            self.told.emit(self.tr("Continued from the end"))
        self._go(suspects[k] if suspects else None, popup=popup)

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

    def _after(self, here: Span | None) -> Suspect | None:
        """The next open suspect after a mark or the caret; after the last one, the first."""
        suspects = self.suspects
        starts = [s.span.start for s in suspects]
        k = bisect_right(starts, here.start) if here else bisect_left(starts, self.place.start)
        if suspects and k == len(suspects):
            self.told.emit(self.tr("Continued from the beginning"))
        return suspects[k % len(suspects)] if suspects else None

    def _go(self, suspect: Suspect | None, *, popup: bool, done: str = "") -> None:
        """Show a suspect and report it, after what was just `done`."""
        if suspect is None:
            self.popup_done.emit()
            there = self.tr("Nothing left to review")
        else:
            show = self.show_popup if popup else self.reveal
            show(suspect.span)
            there = f"“{suspect.phrase}”: {suspect.reason}"
        self.told.emit(" · ".join(filter(None, (done, there))))

    # ---- acts ---------------------------------------------------------------------------

    def accept(
        self,
        suspect: Suspect,
        text: str,
        *,
        remember: Learning | None = None,
        identical: bool = False,
        advance: bool = False,
        popup: bool = False,
    ) -> None:
        """Replace a suspect, or all with its phrase, by `text`; then perhaps go on.

        With `popup` the suggestions for the next suspect open.
        """
        session = self.session
        if session.source[slice(*suspect.span)] != suspect.phrase:
            self.told.emit(self.tr("The text has changed; nothing was replaced"))
            return
        some = session.identical(suspect) if identical else ()
        learn = self.remember if remember is None else remember
        wishes = [(s, self._wording(s, text, suspect)) for s in some or (suspect,)]
        session.decide(session.fixes(wishes, remember=learn), accepting(text))
        self._done(suspect.span, advance=advance or self.goes_on, popup=popup)

    def _wording(self, here: Suspect, text: str, first: Suspect) -> str:
        """The text for one place: its own suggestion that equals `text`, in its letter case."""
        if here is not first:
            same = [s.text for s in self.session.suggestions(here, 20)]
            return next((t for t in same if t.casefold() == text.casefold()), text)
        return text

    def accept_best(self, *, advance: bool = True) -> None:
        """Accept the first suggestion for the current suspect and go on."""
        suspect = self.suspect
        if suspect is None:
            self.next()
            return
        best = self.session.suggestions(suspect, 1)
        if best:
            self.accept(suspect, best[0].text, advance=advance)
        else:
            self.show_popup(suspect.span)

    def accept_best_identical(self) -> None:
        """Accept the first suggestion for the current suspect wherever its phrase occurs."""
        suspect = self.suspect
        best = self.session.suggestions(suspect, 1) if suspect else ()
        if suspect and best:
            self.accept(suspect, best[0].text, identical=True, advance=True)
        else:
            self.accept_best()

    def keep(self, suspects: Sequence[Suspect], *, advance: bool = False) -> None:
        """Keep these places as they are."""
        self.session.keep(suspects)
        if suspects:
            self._done(suspects[-1].span, advance=advance)

    def ignore(self, phrases: Iterable[str], *, advance: bool = False) -> None:
        """Do not flag these phrases in this document."""
        self.session.ignore(phrases)
        self._done(self.session.current, advance=advance)

    def never(self, phrase: str, *, advance: bool = False) -> None:
        """Teach the glossary never to flag this phrase."""
        if len(phrase) > _LONGEST_PHRASE:
            self.told.emit(self.tr("This is too long for a glossary entry; nothing was changed"))
            return
        self.session.never_flag(phrase)
        self._done(self.session.current, advance=advance)

    def restore(self, decisions: Sequence[Decision]) -> None:
        """Restore the source in these places."""
        self.session.restore(decisions)
        if decisions:
            self._done(decisions[0].span, advance=False)

    def edit_entry(self, phrase: str) -> None:
        """Open the glossary entry of a phrase."""
        self.entry_wanted.emit(phrase)

    def tell_act(self, label: str) -> None:
        """Report an action that was just done, and how to undo it."""
        self.told.emit(told(label, self.undo_key))

    def _done(self, span: Span | None, *, advance: bool, popup: bool = False) -> None:
        """Report the last action, and show its place or the next."""
        label = self.session.history.undo_label
        if advance:
            self._go(self._after(span), popup=popup, done=told(label, self.undo_key))
            return
        self.tell_act(label)
        if span is not None:
            self.reveal(span)

"""The review loop: what is done with the current mark."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from unspin_gui.core.detection.lessons import Learning
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import fold
from unspin_gui.ui.base import clipboard
from unspin_gui.ui.session.act_labels import accepting, ignoring_rest, told
from unspin_gui.ui.session.ignored_in_row import USUAL, IgnoredInRow, WeakRest, weak_rest
from unspin_gui.ui.session.review_steps import ReviewSteps
from unspin_gui.ui.session.session import Session

_LONGEST_PHRASE = 120
"""Longer texts are not phrases that a glossary could find again."""


class ReviewLoop(ReviewSteps):
    """Serves actions, popup and list.

    `undo_key` is the key that undoes an action, in the system's notation.

    Signals:
        entry_wanted(str): the glossary entry for this phrase should be edited.
        rest_offered(WeakRest): these places may be ignored with those just ignored.
    """

    entry_wanted = Signal(str)
    rest_offered = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.remember = True
        self.goes_on = False
        self.undo_key = ""
        self.ignored = IgnoredInRow()

    def accept(
        self,
        suspect: Suspect,
        text: str,
        *,
        remember: Learning | None = None,
        identical: bool = False,
        advance: bool = False,
    ) -> None:
        """Replace a suspect, or all with its phrase, with `text`; then perhaps move on."""
        session = self.session
        if session.source[slice(*suspect.span)] != suspect.phrase:
            self.told.emit(self.tr("The text has changed; nothing was replaced"))
            return
        some = session.identical(suspect) if identical else ()
        learn = self.remember if remember is None else remember
        wishes = [(s, self._wording(s, text, suspect)) for s in some or (suspect,)]
        before = session.document
        session.decide(session.fixes(wishes, remember=learn), accepting(suspect.phrase, text))
        self.ignored.note(None, before, session.document)
        self._done(suspect.span, advance=advance or self.goes_on)

    def _wording(self, here: Suspect, text: str, first: Suspect) -> str:
        """The text for one place: its own suggestion that equals `text`, in its letter case."""
        if here is not first:
            same = [s.text for s in self.session.suggestions(here, 20)]
            return next((t for t in same if t.casefold() == text.casefold()), text)
        return text

    def accept_best(self, *, advance: bool = True) -> None:
        """Accept the first suggestion for the current suspect and move on."""
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
        before = self.session.document
        self.session.keep(suspects)
        self._note(suspects, before)
        if suspects:
            self._done(suspects[-1].span, advance=advance)

    def keep_rest(self, rest: WeakRest) -> None:
        """Keep all these places as they are, as one undo step, whatever is open afterwards."""
        if rest.suspects:
            self.session.keep(rest.suspects, ignoring_rest(rest.percent))
            self._done(self.session.current, advance=False)

    def ignore(self, phrases: Iterable[str], *, advance: bool = False) -> None:
        """Do not flag these phrases in this document."""
        silent, before = {fold(phrase) for phrase in phrases}, self.session.document
        gone = [s for s in self.session.suspects if fold(s.phrase) in silent]
        self.session.ignore(phrases)
        self._note(gone if len(silent) == 1 else (), before)
        self._done(self.session.current, advance=advance)

    def _note(self, ignored: Sequence[Suspect], before: Document) -> None:
        for suspect in ignored[:1]:
            self.ignored.note(suspect, before, self.session.document)

    @property
    def weak(self) -> WeakRest:
        """Return the places that may be ignored at once: those offered, or those that score low."""
        return self.offer or weak_rest(self.suspects, USUAL)

    @property
    def offer(self) -> WeakRest | None:
        """The places that may be ignored with those just ignored one after another."""
        percent = self.ignored.percent(self.session.document)
        rest = weak_rest(self.suspects, percent) if percent else None
        return rest if rest and len(rest.suspects) > 1 else None

    def never(self, phrase: str, *, advance: bool = False) -> None:
        """Teach the glossary never to flag this phrase."""
        if len(phrase) > _LONGEST_PHRASE:
            self.told.emit(self.tr("This is too long for a glossary entry; nothing was changed"))
            return
        self.session.never_flag(phrase)
        self._done(self.session.current, advance=advance)

    def restore(self, decisions: Sequence[Decision]) -> None:
        """Restore the source in these places, and stay there."""
        self.session.restore(decisions)
        if decisions:
            self.tell_act(self.session.history.undo_label)
            show = self.show_popup if self.by_keys else self.reveal
            show(decisions[0].span)

    def cite(self, suspect: Suspect | None, expected: str = "") -> None:
        """Copy a line that cites a place; `expected` is by default the best suggestion."""
        if suspect is None:
            return
        if not expected:
            best = self.session.suggestions(suspect, 1)
            expected = best[0].text if best else ""
        line = self.session.document.place_at(suspect.span.start).cites(suspect.phrase, expected)
        clipboard.put(line)
        self.told.emit(self.tr("Copied: {0}").format(line))

    def edit_entry(self, phrase: str) -> None:
        """Open the glossary entry of a phrase."""
        self.entry_wanted.emit(phrase)

    def tell_act(self, label: str) -> None:
        """Report an action that was just done, and how to undo it."""
        self.told.emit(told(label, self.undo_key))

    def _done(self, span: Span | None, *, advance: bool) -> None:
        """Report the last action, and show its place or the next."""
        label, offer = self.session.history.undo_label, self.offer
        if offer is not None and not self.by_keys:
            self.rest_offered.emit(offer)
        if advance or self.by_keys:
            self.go_to(self.after(span), done=told(label, self.undo_key))
            return
        self.tell_act(label)
        if span is not None:
            self.reveal(span)

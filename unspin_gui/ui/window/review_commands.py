"""The actions of the Review menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot

from unspin_gui.core.document.marks import Mark
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.base.feedback import Feedback
from unspin_gui.ui.panes.editor_area import EditorArea
from unspin_gui.ui.session.ignored_in_row import ALL, WeakRest, weak_rest
from unspin_gui.ui.session.services import Services
from unspin_gui.ui.suspects.progress import Progress
from unspin_gui.ui.widgets.message_bar import Choice
from unspin_gui.ui.window.status_bar import progress_text


class ReviewCommands(QObject):
    """Accept, ignore, restore and continue, for the current suspect or for many.

    Signals: selection_wanted(Span): the user wants to type a replacement for this span.
    """

    selection_wanted = Signal(object)

    def __init__(
        self, services: Services, feedback: Feedback, editors: EditorArea, progress: Progress
    ) -> None:
        super().__init__(feedback.over)
        self._feedback = feedback
        self._editors = editors
        self._progress = progress
        self._session = services.session
        self._review = services.review
        self._session.document_changed.connect(self._on_document_changed)
        self._review.rest_offered.connect(self._on_rest_offered)

    def table(self) -> dict[str, Callable[[], object]]:
        """The actions by name."""
        review = self._review
        return {
            "actionNextSuspect": partial(review.next, by_keys=True),
            "actionPreviousSuspect": partial(review.previous, by_keys=True),
            "actionNextMark": review.next_of_any_state,
            "actionPreviousMark": review.previous_of_any_state,
            "actionShowSuggestions": self._show_suggestions,
            "actionAcceptBest": review.accept_best,
            "actionAcceptAllIdentical": review.accept_best_identical,
            "actionAcceptAll": self._accept_all,
            "actionIgnoreHere": self._ignore_here,
            "actionIgnoreInDocument": self._ignore_in_document,
            "actionNeverFlag": self._never_flag,
            "actionIgnoreWeak": self._ignore_weak,
            "actionIgnoreRemaining": self._ignore_remaining,
            "actionRestore": self._restore,
            "actionMarkAsSpun": self._mark_as_spun,
            "actionCopyCitation": lambda: self._review.cite(self._suspect()),
            "actionAnalyse": self._session.analyse,
            "actionShowWeaker": self._show_weaker,
            "actionTextIsSpun": self._assume_spun,
            "actionCancelWork": self._session.cancel_analysis,
            "actionAnnounceProgress": self._announce_progress,
        }

    def _show_suggestions(self) -> None:
        pane = self._editors.focused
        mark = pane.mark_on(Span(pane.caret, pane.caret)) or self._review.current
        if mark is not None:
            self._review.show_popup(mark.span, by_keys=True)
        else:
            self._review.next(by_keys=True)

    def _suspect(self) -> Suspect | None:
        """The current suspect; if there is none, the review moves to the next one."""
        suspect = self._review.suspect
        if suspect is None:
            self._review.next()
        return suspect

    def _ignore_here(self) -> None:
        suspect = self._suspect()
        if suspect is not None:
            self._review.keep((suspect,), advance=True)

    def _ignore_in_document(self) -> None:
        suspect = self._suspect()
        if suspect is not None:
            self._review.ignore((suspect.phrase,), advance=True)

    def _never_flag(self) -> None:
        suspect = self._suspect()
        if suspect is not None:
            self._review.never(suspect.phrase, advance=True)

    def _accept_all(self) -> None:
        from unspin_gui.ui.batch.batch_dialog import BatchDialog  # noqa: PLC0415 - not needed to start

        dialog = BatchDialog(self._session, self._review, self._feedback.over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _ignore_weak(self) -> None:
        rest = self._review.weak
        nothing = self.tr("No open place scores below {0} %").format(rest.percent)
        self._ignore_rest(rest, nothing)

    def _ignore_remaining(self) -> None:
        rest = weak_rest(self._review.suspects, ALL)
        self._ignore_rest(rest, self._review.nothing_left())

    def _ignore_rest(self, rest: WeakRest, nothing: str) -> None:
        if not rest.suspects:
            self._feedback.tell(nothing)
            return
        self._review.keep_rest(rest)
        text = self.tr("%Ln places are ignored.", "", len(rest.suspects))
        undo = Choice(self.tr("Undo"), self._session.undo)
        self._feedback.messages.info(text, undo, key="ignored")

    @Slot(object)
    def _on_rest_offered(self, rest: WeakRest) -> None:
        """Offer to ignore similar places at once, after several were ignored one by one."""
        text = self.tr(
            "Several places in a row were ignored; %Ln more score below {0} %.",
            "",
            len(rest.suspects),
        ).format(rest.percent)
        choice = Choice(self.tr("Ignore them too"), partial(self._ignore_rest, rest, ""))
        self._feedback.messages.info(text, choice, key="rest")

    @Slot()
    def _on_document_changed(self) -> None:
        """Remove the messages whose buttons no longer concern the last action."""
        for key in ("ignored", "rest"):
            self._feedback.messages.dismiss(key)

    def _show_weaker(self) -> None:
        self._session.show_weaker(shown=not self._session.shows_weaker)

    def _assume_spun(self) -> None:
        is_spun = self._session.document.assume == "spun"
        self._session.assume("auto" if is_spun else "spun")
        self._review.tell_act(self._session.history.undo_label)

    def _restore(self) -> None:
        mark = self._review.current
        if mark is not None and mark.decision is not None:
            self._review.restore((mark.decision,))
        else:
            self._feedback.tell(self.tr("Nothing was changed here"))

    def _mark_as_spun(self) -> None:
        pane = self._editors.focused
        span = pane.side.to_source(pane.selection)
        phrase = self._session.source[slice(*span)]
        stripped = phrase.strip()
        if not stripped:
            self._feedback.tell(self.tr("Select the spun words first"))
            return
        start = span.start + phrase.index(stripped)
        self.selection_wanted.emit(Span(start, start + len(stripped)))

    def _announce_progress(self) -> None:
        self._progress.count()
        self._feedback.tell(progress_text(self._progress))


def context_names(mark: Mark | None, *, editable: bool) -> tuple[str, ...]:
    """The actions of the menu under the pointer, an empty name for a line between them.

    The commands for the mark itself are above them.
    """
    on_mark: tuple[str, ...] = ()
    if mark is not None and mark.suspect is not None:
        on_mark = (
            *("actionAcceptAllIdentical", ""),
            *("actionIgnoreHere", "actionIgnoreInDocument", "actionNeverFlag", ""),
            *("actionCopyCitation", ""),
        )
    elif mark is not None:
        on_mark = ("actionRestore", "")
    edit = ("actionUndo", "actionRedo", "", "actionCut") if editable else ()
    paste = ("actionPaste",) if editable else ()
    return (*on_mark, *edit, "actionCopy", *paste, "actionSelectAll", "", "actionMarkAsSpun")

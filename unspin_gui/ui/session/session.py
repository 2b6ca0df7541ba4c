"""The single owner of document, knowledge and history; every action of the user goes through it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from unspin_gui.application.findings import Findings, Found
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.detection.lessons import Learning, Wish, with_lessons
from unspin_gui.core.document.accept import decision_for
from unspin_gui.core.document.change import Change, How, change_between
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.document.history import History, start_history
from unspin_gui.core.document.places import Place
from unspin_gui.core.document.roles import Role
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.suspects import Assumption, Suspect
from unspin_gui.core.text.passages import Passage
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.session import review_acts
from unspin_gui.ui.session.act_labels import with_effect
from unspin_gui.ui.session.session_facts import SessionFacts

if TYPE_CHECKING:
    from unspin_gui.application.analysis_run import AnalysisMemory

_TYPING_PAUSE = 1000


class Resumed(NamedTuple):
    """What is known about a text that is opened: its history, and what was read ahead.

    `findings` is everything found so far, which `memory` has in the form that the analysis needs;
    `is_back` says that it was open before in this window.
    """

    history: History | None = None
    memory: "AnalysisMemory | None" = None
    findings: Findings | None = None
    is_back: bool = False


class Session(SessionFacts):
    """The current state, and the only way to change it.

    Signals:
        document_changed(Change): after every action, undo, redo and opening.
        suspects_found(tuple[Span, ...]): these places of the source have new marks.
        state_changed(): progress, dirty flags, undo labels or the knowledge have changed.
        current_changed(): another mark is current.
        knowledge_changed(): glossaries, language model or options have changed.
    """

    document_changed = Signal(object)
    suspects_found = Signal(object)
    state_changed = Signal()
    current_changed = Signal()
    knowledge_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reading.found.connect(self._on_found)
        self.reading.due.connect(self.analyse)
        self.reading.failed.connect(self.state_changed)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._pause.timeout.connect(self._on_pause)

    # ---- acts ---------------------------------------------------------------------------

    def open(  # noqa: PLR0913 - what is known of a source
        self,
        source: str,
        earlier: Document | None = None,
        *,
        skip: Sequence[Span] = (),
        passages: tuple[Passage, ...] | None = None,
        places: tuple[Place, ...] = (),
        roles: tuple[Role, ...] = (),
        resumed: Resumed | None = None,
    ) -> None:
        """Start with another source, or with `earlier` decisions on it.

        `skip` lists, in order, the spans of the source that are not examined (code, addresses);
        `passages` are those of the source, if known; `places` are its pages, cues or chapters,
        `roles` the roles of its paragraphs; `resumed` is what else is known about it.
        """
        before = self.document
        self.reading.start_over()
        self.current = None
        self.opinions = Findings(source, skip, passages)
        self._learnt.shows_weaker = False
        self.history = start_history((earlier or Document(source)).with_places(places, roles))
        if resumed is not None:
            self.history = resumed.history or self.history
            if resumed.memory is not None and resumed.findings is not None:
                self.reading.adopt(resumed.memory)
                self.opinions = resumed.findings
        self._learn()
        self.document_changed.emit(Change(before, self.document, how="opened"))
        self.analyse()

    def take_back(self, document: Document, label: str) -> None:
        """Return to an earlier Document of the same source, as one undo step."""
        self._act(review_acts.Act(document, label))

    def fix(self, suspect: Suspect, text: str, *, remember: Learning = True) -> Decision:
        """The decision that replaces a suspect by `text`, with its article."""
        return self.fixes([(suspect, text)], remember=remember)[0]

    def fixes(self, wishes: Iterable[Wish], *, remember: Learning = True) -> list[Decision]:
        """The decisions for many places at once."""
        some, known, learns = list(wishes), self.knowledge or Knowledge(), bool(remember)
        source, room = self.source, self.document.room
        made = [decision_for(source, s, t, remember=learns, room=room(s.span)) for s, t in some]
        return with_lessons(source, made, (s for s, _ in some), known, remember)

    def decide(self, decisions: Decision | Iterable[Decision], label: str = "") -> None:
        """Take one decision, or several as one step; older ones they overlap are dropped."""
        new = (decisions,) if isinstance(decisions, Decision) else tuple(decisions)
        if new:
            self._decide(review_acts.decide(self.document, new, label), len(new))

    def accept(self, suspect: Suspect, text: str, *, remember: Learning = True) -> None:
        """Accept a fix for a suspect."""
        self.decide(self.fix(suspect, text, remember=remember))

    def keep(self, suspects: Sequence[Suspect], label: str = "") -> None:
        """Keep these places as they are."""
        if suspects:
            self._decide(review_acts.keep(self.document, suspects, label), len(suspects))

    def ignore(self, phrases: Iterable[str]) -> None:
        """Do not flag these phrases in this document."""
        self._act(review_acts.ignore(self.document, tuple(phrases)))

    def never_flag(self, phrase: str) -> None:
        """Teach the glossary never to flag this phrase."""
        self._act(review_acts.never_flag(self.document, phrase))

    def flag_again(self, phrases: Sequence[str], kept: Sequence[Decision] = ()) -> None:
        """Stop ignoring phrases, in this document or by the glossary, and keeping places.

        Where the glossary says never to flag a phrase, that entry is removed.
        """
        edits = self._learnt.unkeeping(phrases)
        self._act(review_acts.flag_again(self.document, phrases, kept, edits))

    def assume(self, assumption: Assumption) -> None:
        """Assume something about the whole document."""
        self._act(review_acts.assume(self.document, assumption))

    def show_weaker(self, *, shown: bool) -> None:
        """Also mark what is below the threshold of the preferences; a view, not an action."""
        self._learnt.shows_weaker = shown
        self._learn()
        self.analyse()

    def restore(self, decisions: Sequence[Decision]) -> None:
        """Remove decisions: the source is restored there."""
        self._act(review_acts.restore(self.document, decisions))

    def rewrite(self, place: Span, text: str, *, typing: bool = False) -> None:
        """Overwrite `place` of the corrected text with `text`."""
        act = review_acts.type_over if typing else review_acts.overwrite
        self._act(act(self.document, place, text))
        self._pause.start()

    def rewrite_all(self, edits: Sequence[tuple[Span, str]], label: str) -> None:
        """Overwrite several places of the corrected text, as one undo step."""
        self._act(review_acts.overwrite_all(self.document, edits, label))

    def edit_glossary(self, changes: Iterable[EntryChange], label: str) -> None:
        """Change entries of the user's glossary; undoable like any other action."""
        self._act(review_acts.edit_glossary(self.document, changes, label))

    def carry(self, changes: tuple[EntryChange, ...], *, at_once: bool = False) -> None:
        """Apply what other documents have taught, from the next opening on or `at_once`."""
        self._learnt.carried = changes
        if at_once:
            self._learn()
            self.analyse()

    def unlearn(self) -> None:
        """Drop what was taught to the previous glossary when another one is chosen."""
        self.history = self.history.without_learning()
        self.carry(())
        self._learn()
        self.state_changed.emit()

    def undo(self) -> None:
        """Undo the last action."""
        self._move(self.history.undone(), "undone")

    def redo(self) -> None:
        """Redo the action undone last."""
        self._move(self.history.redone(), "redone")

    def mark_saved(self) -> None:
        """Note that the corrected text is on disk as it is."""
        self.history = self.history.mark_saved()
        self.state_changed.emit()

    def make_current(self, span: Span | None) -> None:
        """Make another mark current (None: no mark)."""
        if span != self.current:
            self.current = span
            self.current_changed.emit()
            if spans := self.opinions.leave(span):
                self.suspects_found.emit(spans)
                self.state_changed.emit()

    # ---- knowledge and analysis ---------------------------------------------------------

    def know(self, base: Knowledge) -> None:
        """Use other glossaries, another language model or other options."""
        self._learnt.base = base
        self.reading.start_over()
        self._learn()
        self.analyse()

    def analyse(self) -> None:
        """Look for suspects again, off the GUI thread."""
        if self.knowledge is not None:
            self.reading.begin(self.document, self.opinions.passages, self.knowledge, self.visible)
            self.state_changed.emit()

    def cancel_analysis(self) -> None:
        """Cancel the current analysis, keeping what was found."""
        self.reading.cancel()
        self.state_changed.emit()

    def close(self) -> None:
        """End the worker."""
        self.reading.close()

    def _decide(self, act: review_acts.Act, places: int) -> None:
        """Perform an action, with a label that names its places and what the glossary gains."""
        gained = len(self._learnt.changes(act.document)) - len(self.own_changes)
        self._act(act._replace(label=with_effect(act.label, places, gained)))

    def _act(self, act: review_acts.Act) -> None:
        if act.document != self.document:
            how: How = "typed" if act.merge is not None else "done"
            self._move(self.history.push(act.document, act.label, merge=act.merge), how)

    def _move(self, history: History, how: How) -> None:
        before, self.history = self.document, history
        if self.document is before:
            return
        self._learn()
        if self.knowledge is not None:
            self.reading.put_off(how)
        self.document_changed.emit(change_between(before, self.document, how))
        self.state_changed.emit()

    def _learn(self) -> None:
        if self._learnt.follow(self.document):
            self.knowledge_changed.emit()

    @Slot()
    def _on_pause(self) -> None:
        self.history = self.history.closed()

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        if found.knowledge is not self.knowledge or found.document.source is not self.source:
            return
        spans = self.opinions.take(found, self.current)
        self.reading.note(found, self.document)
        self.suspects_found.emit(spans)
        self.state_changed.emit()

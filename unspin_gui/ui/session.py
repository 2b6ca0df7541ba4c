"""The one owner of document, knowledge and history; every act of the user goes through it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from unspin_gui.core.change import Change, How, change_between, rewrite
from unspin_gui.core.document import Decision, Document
from unspin_gui.core.fixing import decision_for
from unspin_gui.core.glossary import Glossary
from unspin_gui.core.history import History, start_history
from unspin_gui.core.knowledge import Knowledge, Options
from unspin_gui.core.learning import EntryChange, without_learning
from unspin_gui.core.marks import Mark
from unspin_gui.core.passages import Passage
from unspin_gui.core.ranker import suggest
from unspin_gui.core.spans import Span
from unspin_gui.core.suspects import Suggestion, Suspect
from unspin_gui.ui.act_labels import (
    flagging_again,
    ignoring,
    ignoring_phrases,
    label_of,
    never_flagging,
    restoring,
    with_effect,
)
from unspin_gui.ui.analysis import Found
from unspin_gui.ui.learnt import Learnt
from unspin_gui.ui.opinions import Opinions
from unspin_gui.ui.rereading import Rereading

_TYPING_PAUSE = 1000


class Session(QObject):
    """What is true at this moment, and the only way to change it.

    Signals:
        document_changed(Change): after every act, undo, redo and opening.
        suspects_found(tuple[Span, ...]): these places of the source have new marks.
        state_changed(): progress, dirty flags, labels of undo or the knowledge changed.
        current_changed(): another mark is the current one.
        knowledge_changed(): glossaries, language model or options are different.
    """

    document_changed = Signal(object)
    suspects_found = Signal(object)
    state_changed = Signal()
    current_changed = Signal()
    knowledge_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history: History = start_history(Document(""))
        self._learnt = Learnt()
        self._opinions = Opinions("")
        self.current: Span | None = None
        self.visible = Span(0, 0)
        self._reading = Rereading(self)
        self._reading.found.connect(self._on_found)
        self._reading.due.connect(self.analyse)
        self._reading.failed.connect(self.state_changed)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._pause.timeout.connect(self._on_pause)

    # ---- what is true -------------------------------------------------------------------

    @property
    def document(self) -> Document:
        """The facts."""
        return self.history.document

    @property
    def source(self) -> str:
        """The text as opened."""
        return self.document.source

    @property
    def corrected(self) -> str:
        """The text to be saved."""
        return self.document.corrected

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The user's decisions, ordered by place."""
        return self.document.decisions

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The pieces of the source that are judged one by one."""
        return self._opinions.passages

    @property
    def all_suspects(self) -> tuple[Suspect, ...]:
        """Every suspect that was found, settled or not, ordered by place."""
        return self._opinions.all

    @property
    def suspects(self) -> tuple[Suspect, ...]:
        """The open suspects, ordered by place."""
        return self._opinions.open(self.document)

    @property
    def ignored(self) -> tuple[Suspect, ...]:
        """The suspects that are silent because their phrase is ignored in this document."""
        return self._opinions.ignored(self.document)

    @property
    def base(self) -> Knowledge | None:
        """Glossaries, language and options as loaded; None until they are."""
        return self._learnt.base

    @property
    def knowledge(self) -> Knowledge | None:
        """What detection rests on: the base with what this session has learnt."""
        return self._learnt.knowledge

    @property
    def glossary(self) -> Glossary:
        """The user's glossary with what this session has learnt."""
        return self._learnt.glossary(self.document)

    @property
    def entry_changes(self) -> tuple[EntryChange, ...]:
        """What the document changes in the user's glossary."""
        return self._learnt.changes(self.document)

    @property
    def analysing(self) -> bool:
        """Whether suspects are looked for, or are about to be after the last act."""
        return self._reading.is_active

    @property
    def share(self) -> float:
        """How much of the text is read, 0..1."""
        return self._reading.share

    @property
    def has_marks(self) -> bool:
        """Whether any place of the source may be marked."""
        return bool(self.decisions) or not self._opinions.is_empty

    @property
    def is_foreign(self) -> bool:
        """Whether the source does not read as English, as far as it is known."""
        return self._opinions.foreign

    def marks(self, span: Span) -> tuple[Mark, ...]:
        """The marks that reach into a span of the source, ordered by place."""
        return self._opinions.marks(self.document, span)

    def identical(self, suspect: Suspect) -> tuple[Suspect, ...]:
        """The open suspects with the same phrase, this one among them."""
        return self._opinions.identical(self.document, suspect.phrase)

    def suggestions(self, suspect: Suspect, limit: int = 5) -> tuple[Suggestion, ...]:
        """The ranked fixes of a suspect, best first."""
        if self.knowledge is None:
            return ()
        return suggest(suspect, self.document, self.knowledge, limit=limit)

    # ---- acts ---------------------------------------------------------------------------

    def open(
        self,
        source: str,
        earlier: Document | None = None,
        *,
        skip: Sequence[Span] = (),
        passages: tuple[Passage, ...] | None = None,
    ) -> None:
        """Begin with another source, or with what was decided on it `earlier`.

        `skip` are spans of the source that are not judged (code, addresses), ordered; `passages`
        those of the source where they are known.
        """
        before = self.document
        self._reading.cancel()
        self.current = None
        self._opinions = Opinions(source, skip, passages)
        self.history = start_history(earlier or Document(source))
        self._learn()
        self.document_changed.emit(Change(before, self.document, how="opened"))
        self.analyse()

    def take_back(self, document: Document, label: str) -> None:
        """Take a Document of the same source as it was at another time, as one act."""
        self._act(document, label)

    def fix(self, suspect: Suspect, text: str, *, remember: bool = True) -> Decision:
        """The decision that puts `text` in the place of a suspect, its article with it."""
        return decision_for(self.source, suspect, text, remember=remember)

    def decide(self, decisions: Decision | Iterable[Decision], label: str = "") -> None:
        """Take one decision, or several as one act; older ones they overlap give way."""
        new = (decisions,) if isinstance(decisions, Decision) else tuple(decisions)
        if new:
            document, known = self.document.with_decisions(new), len(self.entry_changes)
            gained = len(self._learnt.changes(document)) - known
            self._act(document, with_effect(label or label_of(new), len(new), gained))

    def accept(self, suspect: Suspect, text: str, *, remember: bool = True) -> None:
        """Put a fix in the place of a suspect."""
        self.decide(self.fix(suspect, text, remember=remember))

    def keep(self, suspects: Sequence[Suspect]) -> None:
        """These places are fine as they are."""
        self.decide(
            [Decision(s.span, self.source[slice(*s.span)], "kept") for s in suspects],
            ignoring(suspects),
        )

    def ignore(self, phrases: Iterable[str]) -> None:
        """Do not flag these phrases in this document."""
        new = tuple(phrases)
        self._act(self.document.ignoring(new), ignoring_phrases(new))

    def never_flag(self, phrase: str) -> None:
        """Teach the glossary never to flag this phrase."""
        self._act(self.document.never_flagging((phrase,)), never_flagging(phrase))

    def flag_again(self, phrases: Sequence[str], kept: Sequence[Decision] = ()) -> None:
        """Take back that phrases are ignored in this document or never flagged, and kept places.

        Where the glossary says never to flag a phrase it is taught that it was wrong.
        """
        document = self.document.without(kept).flagging(phrases)
        edits = (*document.edits, *self._learnt.unkeeping(phrases))
        places = [self.source[slice(*decision.span)] for decision in kept]
        self._act(replace(document, edits=edits), flagging_again([*phrases, *places]))

    def restore(self, decisions: Sequence[Decision]) -> None:
        """Take decisions back: the source stands there again."""
        self._act(self.document.without(decisions), restoring(self.document, decisions))

    def rewrite(self, place: Span, text: str, *, typing: bool = False) -> None:
        """`place` of the corrected text was overwritten with `text`."""
        start = self.document.to_source(place).start
        document = rewrite(self.document, place, text)
        if typing:
            paragraph = self.source.rfind("\n", 0, start)
            self._act(document, self.tr("typing"), merge=("typing", paragraph))
        else:
            self._act(document, self.tr("edit"))
        self._pause.start()

    def rewrite_all(self, edits: Sequence[tuple[Span, str]], label: str) -> None:
        """Several places of the corrected text were overwritten, as one act."""
        document = self.document
        for place, text in sorted(edits, reverse=True):
            document = rewrite(document, place, text)
        self._act(document, label)

    def edit_glossary(self, changes: Iterable[EntryChange], label: str) -> None:
        """Change entries of the user's glossary; undoable like any other act."""
        edits = (*self.document.edits, *changes)
        self._act(replace(self.document, edits=edits), label)

    def unlearn(self) -> None:
        """Another glossary begins: what was taught to the one before is no wish for it."""
        self.history = self.history.mapped(without_learning)
        self._learn()
        self.state_changed.emit()

    def undo(self) -> None:
        """Take the last act back."""
        self._move(self.history.undone(), "undone")

    def redo(self) -> None:
        """Do the act again that was taken back last."""
        self._move(self.history.redone(), "redone")

    def mark_saved(self) -> None:
        """The corrected text is on disk as it stands."""
        self.history = self.history.mark_saved()
        self.state_changed.emit()

    def make_current(self, span: Span | None) -> None:
        """Another mark is the current one (None: no mark is)."""
        if span != self.current:
            self.current = span
            self.current_changed.emit()

    # ---- knowledge and analysis ---------------------------------------------------------

    def know(self, base: Knowledge) -> None:
        """Take other glossaries, another language model or other options."""
        self._learnt.base = base
        self._learn()
        self.analyse()

    def set_options(self, options: Options) -> None:
        """Detect with other switches and thresholds."""
        if self.base is not None:
            self.know(replace(self.base, options=options))

    def analyse(self) -> None:
        """Look for suspects anew, off the GUI thread."""
        if self.knowledge is not None:
            self._reading.begin(self.document, self.passages, self.knowledge, self.visible)
            self.state_changed.emit()

    def cancel_analysis(self) -> None:
        """End the present analysis; what was found stays."""
        self._reading.cancel()
        self.state_changed.emit()

    def close(self) -> None:
        """End the worker."""
        self._reading.close()

    def _act(self, document: Document, label: str, *, merge: object = None) -> None:
        if document != self.document:
            how: How = "typed" if merge is not None else "done"
            self._move(self.history.push(document, label, merge=merge), how)

    def _move(self, history: History, how: How) -> None:
        before, self.history = self.document, history
        if self.document is before:
            return
        self._learn()
        if self.knowledge is not None:
            self._reading.put_off(how)
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
        spans = self._opinions.take(found)
        self._reading.note(found, self.document)
        self.suspects_found.emit(spans)
        self.state_changed.emit()

"""The one owner of document, knowledge and history; every act of the user goes through it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from unspin_gui.core.articles import article_fix
from unspin_gui.core.change import Change, change_between, rewrite
from unspin_gui.core.document import Decision, Document, Pair
from unspin_gui.core.glossary import Glossary
from unspin_gui.core.history import History, start_history
from unspin_gui.core.knowledge import Knowledge, Options
from unspin_gui.core.learning import EntryChange, changes_for, with_changes
from unspin_gui.core.marks import Mark, covered_suspects, ignored_suspects, marks_in, open_suspects
from unspin_gui.core.passages import Passage, passages_touching, split_passages
from unspin_gui.core.ranker import suggest
from unspin_gui.core.spans import Span
from unspin_gui.core.suspects import Suggestion, Suspect
from unspin_gui.core.words import fold
from unspin_gui.ui.analysis import Analysis, Found

_TYPING_PAUSE = 1000
_IDLE = 250


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
        self.knowledge: Knowledge | None = None
        self.base: Knowledge | None = None
        self._rests_on: tuple[Knowledge, tuple[EntryChange, ...]] | None = None
        self._changes: tuple[object, object, tuple[EntryChange, ...]] = (None, None, ())
        self.passages: tuple[Passage, ...] = ()
        self.share = 1.0
        self.analysing = False
        self.current: Span | None = None
        self.visible = Span(0, 0)
        self._found: dict[int, tuple[Suspect, ...]] = {}
        self._open: tuple[object, tuple[Suspect, ...]] = (None, ())
        self._analysis = Analysis(self)
        self._analysis.found.connect(self._on_found)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._pause.timeout.connect(self._on_pause)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        self._idle.timeout.connect(self.analyse)

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
    def all_suspects(self) -> tuple[Suspect, ...]:
        """Every suspect that was found, settled or not, ordered by place."""
        return tuple(s for k in sorted(self._found) for s in self._found[k])

    @property
    def suspects(self) -> tuple[Suspect, ...]:
        """The open suspects, ordered by place."""
        if self._open[0] is not self.document:
            self._open = (self.document, open_suspects(self.document, self.all_suspects))
        return self._open[1]

    @property
    def ignored(self) -> tuple[Suspect, ...]:
        """The suspects that are silent because their phrase is ignored in this document."""
        return ignored_suspects(self.document, self.all_suspects)

    @property
    def glossary(self) -> Glossary:
        """The user's glossary with what this session has learnt."""
        return with_changes(self._mine, self.entry_changes)

    @property
    def entry_changes(self) -> tuple[EntryChange, ...]:
        """What the document changes in the user's glossary."""
        document = self.document
        if self._changes[0] is not document or self._changes[1] is not self.base:
            made = changes_for(self._mine, document.fixes, document.never, document.edits)
            self._changes = (document, self.base, made)
        return self._changes[2]

    @property
    def _mine(self) -> Glossary:
        """The user's glossary as it was when the document was opened."""
        mine = [g for g in self.base.glossaries if g.mine] if self.base else []
        return mine[-1] if mine else Glossary("my glossary", mine=True)

    @property
    def is_waiting(self) -> bool:
        """Whether an analysis is due after the last act."""
        return self._idle.isActive()

    @property
    def resolved(self) -> int:
        """How many suspects the user has settled."""
        return len(self.decisions) + len(self.ignored)

    def marks(self, span: Span) -> tuple[Mark, ...]:
        """The marks that reach into a span of the source, ordered by place."""
        inside = passages_touching(self.passages, span)
        suspects = [s for k in inside for s in self._found.get(k, ())]
        return marks_in(self.document, open_suspects(self.document, suspects), span)

    def identical(self, suspect: Suspect) -> tuple[Suspect, ...]:
        """The open suspects with the same phrase, this one among them."""
        phrase = fold(suspect.phrase)
        return tuple(s for s in self.suspects if fold(s.phrase) == phrase)

    def suggestions(self, suspect: Suspect, limit: int = 5) -> tuple[Suggestion, ...]:
        """The ranked fixes of a suspect, best first."""
        if self.knowledge is None:
            return ()
        return suggest(suspect, self.document, self.knowledge, limit=limit)

    # ---- acts ---------------------------------------------------------------------------

    def open(self, source: str, earlier: Document | None = None) -> None:
        """Begin with another source, or with what was decided on it `earlier`."""
        before = self.document
        self._analysis.cancel()
        self._found = {}
        self.current = None
        self.passages = split_passages(source)
        self.history = start_history(earlier or Document(source))
        self._learn()
        self.document_changed.emit(Change(before, self.document, opened=True))
        self.analyse()

    def take_back(self, document: Document, label: str) -> None:
        """Take a Document of the same source as it was at another time, as one act."""
        self._act(document, label)

    def fix(self, suspect: Suspect, text: str, *, remember: bool = True) -> Decision:
        """The decision that puts `text` in the place of a suspect, its article with it."""
        learn = Pair(suspect.phrase, text) if remember else None
        change = article_fix(self.source, suspect.span, text)
        if change is None:
            return Decision(suspect.span, text, "accepted", learn)
        article, word = change
        between = self.source[article.end : suspect.span.start]
        return Decision(Span(article.start, suspect.span.end), word + between + text, learn=learn)

    def decide(self, decisions: Decision | Iterable[Decision], label: str = "") -> None:
        """Take one decision, or several as one act; older ones they overlap give way."""
        new = (decisions,) if isinstance(decisions, Decision) else tuple(decisions)
        if new:
            document = self.document.with_decisions(new)
            self._act(document, self._with_effect(label or _label_of(new), new, document))

    def _with_effect(self, label: str, new: Sequence[Decision], document: Document) -> str:
        """A label that says in how many places, and how many entries the glossary gains."""
        learnt = changes_for(self._mine, document.fixes, document.never, document.edits)
        gained = len(learnt) - len(self.entry_changes)
        parts = [f"{len(new)} places"] if len(new) > 1 else []
        parts += [f"glossary +{gained}"] if gained > 0 else []
        return f"{label} ({', '.join(parts)})" if parts else label

    def accept(self, suspect: Suspect, text: str, *, remember: bool = True) -> None:
        """Put a fix in the place of a suspect."""
        self.decide(self.fix(suspect, text, remember=remember))

    def keep(self, suspects: Sequence[Suspect]) -> None:
        """These places are fine as they are."""
        self.decide(
            [Decision(s.span, self.source[slice(*s.span)], "kept") for s in suspects],
            f"ignore {_named(suspects)} here",
        )

    def ignore(self, phrases: Iterable[str]) -> None:
        """Do not flag these phrases in this document."""
        new = tuple(dict.fromkeys([*self.document.ignored, *map(fold, phrases)]))
        label = "ignore " + ", ".join(f"“{p}”" for p in new[-1:]) + " in this document"
        self._act(replace(self.document, ignored=new), label)

    def never_flag(self, phrase: str) -> None:
        """Teach the glossary never to flag this phrase."""
        new = tuple(dict.fromkeys([*self.document.never, fold(phrase)]))
        self._act(replace(self.document, never=new), f"never flag “{phrase}”")

    def unignore(self, phrase: str) -> None:
        """Flag a phrase again that is ignored in this document or never flagged."""
        folded = fold(phrase)
        document = replace(
            self.document,
            ignored=tuple(p for p in self.document.ignored if p != folded),
            never=tuple(p for p in self.document.never if p != folded),
        )
        self._act(document, f"flag “{phrase}” again")

    def restore(self, decisions: Sequence[Decision]) -> None:
        """Take decisions back: the source stands there again."""
        label = f"restore “{self.source[slice(*decisions[0].span)]}”" if decisions else ""
        self._act(self.document.without(decisions), label)

    def rewrite(self, place: Span, text: str, *, typing: bool = False) -> None:
        """`place` of the corrected text was overwritten with `text`."""
        merge = ("typing", self.document.to_source(place).start // 1000) if typing else None
        document = rewrite(self.document, place, text)
        self._act(document, "typing" if typing else "edit", merge=merge)
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

    def undo(self) -> None:
        """Take the last act back."""
        label = self.history.undo_label
        self._move(self.history.undone(), f"undo {label}")

    def redo(self) -> None:
        """Do the act again that was taken back last."""
        label = self.history.redo_label
        self._move(self.history.redone(), f"redo {label}")

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
        self.base = base
        self._learn()
        self.analyse()

    def set_options(self, options: Options) -> None:
        """Detect with other switches and thresholds."""
        if self.base is not None:
            self.know(replace(self.base, options=options))

    def analyse(self) -> None:
        """Look for suspects anew, off the GUI thread."""
        self._idle.stop()
        if self.knowledge is None:
            return
        self.analysing = True
        self._analysis.request(self.document, self.passages, self.knowledge, self.visible)
        self.state_changed.emit()

    def cancel_analysis(self) -> None:
        """End the present analysis; what was found stays."""
        self._analysis.cancel()
        self.analysing = False
        self.state_changed.emit()

    def close(self) -> None:
        """End the worker."""
        self._idle.stop()
        self._analysis.close()

    def _act(self, document: Document, label: str, *, merge: object = None) -> None:
        if document != self.document:
            self._move(self.history.push(document, label, merge=merge), label)

    def _move(self, history: History, label: str) -> None:
        before, self.history = self.document, history
        if self.document is before:
            return
        self._learn()
        self.document_changed.emit(change_between(before, self.document, label))
        self.state_changed.emit()
        self._idle.start()

    def _learn(self) -> None:
        """Put what the document teaches on top of the glossaries, as a layer of its own."""
        if self.base is None:
            return
        rests_on = (self.base, self.entry_changes)
        if rests_on != self._rests_on:
            self._rests_on = rests_on
            others = tuple(g for g in self.base.glossaries if not g.mine)
            self.knowledge = replace(self.base, glossaries=(*others, self.glossary))
            self.knowledge_changed.emit()

    @Slot()
    def _on_pause(self) -> None:
        self.history = self.history.closed()

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        if found.knowledge is not self.knowledge or found.document.source is not self.source:
            return
        for k, suspects in found.suspects.items():
            covered = covered_suspects(found.document, self._found.get(k, ()), suspects)
            self._found[k] = tuple(sorted((*suspects, *covered), key=lambda s: s.span))
        self._open = (None, ())
        self.share = found.share
        if found.last and found.document is self.document:
            self.analysing = False
        spans = tuple(self.passages[k].span for k in found.suspects)
        self.suspects_found.emit(spans)
        self.state_changed.emit()


def _label_of(decisions: Sequence[Decision]) -> str:
    first = decisions[0]
    verb = "accept" if first.state == "accepted" else "keep"
    same = len({decision.text.casefold() for decision in decisions}) == 1
    return f"{verb} “{first.text}”" if same else f"{verb} {len(decisions)} fixes"


def _named(suspects: Sequence[Suspect]) -> str:
    return f"“{suspects[0].phrase}”" if len(suspects) == 1 else f"{len(suspects)} places"

"""The current state of a session, without the ways to change it."""

from PySide6.QtCore import QObject

from unspin_gui.application.findings import Findings
from unspin_gui.application.session_glossary import Learnt
from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.document.history import History, start_history
from unspin_gui.core.document.marks import Mark
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.glossary.glossary import Glossary
from unspin_gui.core.suspects import Suggestion, Suspect
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.session.scheduler import AnalysisScheduler


class SessionFacts(QObject):
    """Document, knowledge and findings, read-only.

    `opinions` are the findings so far, `reading` is the progress of the analysis; `current` is the
    span of the current mark, `visible` what is on screen.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history: History = start_history(Document(""))
        self._learnt = Learnt()
        self.opinions = Findings("")
        self.current: Span | None = None
        self.visible = Span(0, 0)
        self.reading = AnalysisScheduler(self)

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
    def suspects(self) -> tuple[Suspect, ...]:
        """The open suspects, ordered by place."""
        return self.opinions.open(self.document)

    @property
    def ignored(self) -> tuple[Suspect, ...]:
        """The suspects not shown because their phrase is ignored in this document."""
        return self.opinions.ignored(self.document)

    @property
    def seen(self) -> Span:
        """What the user is looking at: the current mark, or else what is on screen."""
        if self.current is not None and self.current.overlaps(self.visible):
            return self.current
        return self.visible if self.visible.start else Span(0, 0)

    @property
    def base(self) -> Knowledge | None:
        """Glossaries, language and options as loaded; None until they are."""
        return self._learnt.base

    @property
    def knowledge(self) -> Knowledge | None:
        """What detection uses: the base together with what this session has learnt."""
        return self._learnt.knowledge

    @property
    def knowledge_elsewhere(self) -> Knowledge | None:
        """What detection uses in other documents: without the assumptions about this one."""
        known, base = self.knowledge, self.base
        if known is None or base is None or known.options == base.options:
            return known
        return known._replace(options=base.options)

    @property
    def glossary(self) -> Glossary:
        """The user's glossary together with what this session has learnt."""
        return self._learnt.glossary(self.document)

    @property
    def entry_changes(self) -> tuple[EntryChange, ...]:
        """The unsaved changes to the glossary: those carried, and those of the document."""
        return (*self._learnt.carried_changes, *self.own_changes)

    @property
    def own_changes(self) -> tuple[EntryChange, ...]:
        """What the document alone changes in the user's glossary."""
        return self._learnt.changes(self.document)

    @property
    def has_carried(self) -> bool:
        """Whether other documents have taught something that is not saved yet."""
        return bool(self._learnt.carried_changes)

    @property
    def journalled(self) -> Document:
        """The document as it must survive a crash: with changes carried from other documents."""
        carried = self._learnt.carried_changes
        document = self.document
        return document._replace(edits=(*carried, *document.edits)) if carried else document

    @property
    def document_probability(self) -> float | None:
        """How likely the whole document was spun, 0..1; None if that is not known (yet)."""
        return self.opinions.probability

    @property
    def shows_weaker(self) -> bool:
        """Whether weaker hints are marked as well, until another text is opened."""
        return self._learnt.shows_weaker

    @property
    def analysing(self) -> bool:
        """Whether suspects are being searched for, or will be after the last action."""
        return self.reading.is_active

    def marks(self, span: Span) -> tuple[Mark, ...]:
        """The marks that reach into a span of the source, ordered by place."""
        return self.opinions.marks(self.document, span)

    def identical(self, suspect: Suspect) -> tuple[Suspect, ...]:
        """The open suspects with the same phrase, including this one."""
        return self.opinions.identical(self.document, suspect.phrase)

    def suggestions(self, suspect: Suspect, limit: int = 5) -> tuple[Suggestion, ...]:
        """The ranked fixes of a suspect, best first."""
        from unspin_gui.core.detection.ranker import suggest  # noqa: PLC0415 - not needed to start

        known = self.knowledge
        return suggest(suspect, self.document, known, limit=limit) if known else ()

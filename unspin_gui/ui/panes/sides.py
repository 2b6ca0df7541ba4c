"""The two sides of the window: maps places of the source to each pane and back."""

from collections.abc import Sequence
from typing import Protocol

from unspin_gui.core.document.change import differing
from unspin_gui.core.document.document import Decision, Document
from unspin_gui.core.document.roles import Role, role_within
from unspin_gui.core.text.spans import Span
from unspin_gui.ui.panes.positions import Offsets, is_flat
from unspin_gui.ui.session.session import Session


class PaneSide(Protocol):
    """One text of the session, and the mapping between its places and those of the source."""

    @property
    def text(self) -> str:
        """The text of this side."""

    def role_of(self, paragraph: Span) -> Role | None:
        """The role in the document of a paragraph of this side, if known."""

    @property
    def offsets(self) -> Offsets:
        """Its places, in both units."""

    def from_source(self, span: Span) -> Span:
        """The place on this side of a span of the source."""

    def to_source(self, span: Span) -> Span:
        """The span of the source behind a place on this side."""


class SourceSide:
    """The text as opened."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: tuple[str, Offsets] = ("", Offsets(""))

    @property
    def text(self) -> str:
        """The source."""
        return self._session.source

    def role_of(self, paragraph: Span) -> Role | None:
        """The role in the document of a paragraph of the source."""
        roles = self._session.document.roles
        return role_within(roles, *paragraph) if roles else None

    @property
    def offsets(self) -> Offsets:
        """The places of the source."""
        if self._known[0] is not self.text:
            self._known = (self.text, Offsets(self.text))
        return self._known[1]

    def from_source(self, span: Span) -> Span:
        """The same place."""
        return span

    def to_source(self, span: Span) -> Span:
        """The same place."""
        return span


class CorrectedSide:
    """The text to be saved."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._source = SourceSide(session)
        self._known: tuple[Document | None, Offsets] = (None, Offsets(""))

    @property
    def text(self) -> str:
        """The corrected text."""
        return self._session.corrected

    def role_of(self, paragraph: Span) -> Role | None:
        """The role that a paragraph of the corrected text has in the source."""
        roles = self._session.document.roles
        return role_within(roles, *self.to_source(paragraph)) if roles else None

    @property
    def offsets(self) -> Offsets:
        """The places of the corrected text."""
        document = self._session.document
        if self._known[0] is not document:
            # Scanning a large text at every key press would take longer than everything else.
            flat = self._source.offsets.is_flat and self._adds_flat_text(document)
            self._known = (document, Offsets(self.text, flat=flat))
        return self._known[1]

    def _adds_flat_text(self, document: Document) -> bool:
        """Whether the decisions' texts have one UTF-16 unit for each code point."""
        known, offsets = self._known
        decisions: Sequence[Decision] = document.decisions
        if known is not None and known.source is document.source and offsets.is_flat:
            decisions = differing(known, document)[1]
        return all(is_flat(decision.text) for decision in decisions)

    def from_source(self, span: Span) -> Span:
        """The place in the corrected text of a span of the source."""
        decision = self._session.document.at(span)
        if decision is not None and decision.span == span:
            return self._session.document.place_of(decision)
        return self._session.document.to_corrected(span)

    def to_source(self, span: Span) -> Span:
        """The span of the source behind a place in the corrected text."""
        return self._session.document.to_source(span)

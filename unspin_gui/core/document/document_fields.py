"""The fields of a Document, apart from what is computed of them."""

from typing import NamedTuple

from unspin_gui.core.document.decision import Decision
from unspin_gui.core.document.places import Place
from unspin_gui.core.document.roles import Role
from unspin_gui.core.glossary.changes import EntryChange
from unspin_gui.core.suspects import Assumption

_DECIDED = -2
"""Where the fields end that make two Documents equal: what comes after them is no decision."""


class DocumentFields(NamedTuple):
    """The source and what the user has decided about it.

    `decisions` are ordered by place and never overlap. `ignored` holds folded phrases that are not
    flagged in this document, `never` the phrases that the glossary is told never to flag, `edits`
    the changes the user has meanwhile made to entries of the user's glossary; `assume` is what the
    user says about the document as a whole. `places` are the pages, cues or chapters of the source,
    ordered, `roles` what its paragraphs are; both come from its file and are not decisions.
    """

    source: str
    decisions: tuple[Decision, ...] = ()
    ignored: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    edits: tuple[EntryChange, ...] = ()
    assume: Assumption = "auto"
    places: tuple[Place, ...] = ()
    roles: tuple[Role, ...] = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DocumentFields) and self[:_DECIDED] == other[:_DECIDED]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:_DECIDED])

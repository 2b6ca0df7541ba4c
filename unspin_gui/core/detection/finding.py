"""The result for one passage, independent of the rest of the document."""

from typing import TYPE_CHECKING, NamedTuple

from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.spans import Span

if TYPE_CHECKING:
    from unspin_gui.core.noisy_channel.document_evidence import DocumentEvidence

_NOWHERE = Span(0, 0)


class Pending(NamedTuple):
    """A suspect that its context decides, with its log odds before the document is considered."""

    suspect: Suspect
    logit: float


class Finding(NamedTuple):
    """The result for one passage, independent of the rest of the document; spans are the source's.

    `suspects` are known and near matches; `pending` are unfit words and single words of shipped
    glossaries, which await the document's verdict. `evidence` is what the passage says about the
    document, `corrected` the same with its decisions applied (None without any); `replaced` are the
    phrases of the source that the user replaced, folded. `span` is the passage itself, and
    `foreign` is set where it does not read as English.
    """

    suspects: tuple[Suspect, ...] = ()
    pending: tuple[Pending, ...] = ()
    evidence: "DocumentEvidence | None" = None
    span: Span = _NOWHERE
    foreign: bool = False
    corrected: "DocumentEvidence | None" = None
    replaced: frozenset[str] = frozenset()

"""The review of a file that is not open: all of it but the text."""

import hashlib
from dataclasses import dataclass, replace

from unspin_gui.core.document.document import Document
from unspin_gui.core.document.history import History


@dataclass(frozen=True, slots=True)
class KeptReview:
    """A history without its text, which `token` identifies; a thousand need little memory."""

    token: str
    history: History

    @classmethod
    def of(cls, history: History) -> "KeptReview":
        """Create it from a history."""
        closed = history.closed()
        bare = closed._replace(document=_bare(closed.document), saved=_bare(closed.saved))
        return cls(_token_of(history.document.source), bare)

    def is_of(self, source: str) -> bool:
        """Whether this is the text that the review was about."""
        return _token_of(source) == self.token

    def resumed(self, source: str) -> History | None:
        """The history on this text; None if it is not the text that the review was about."""
        if not self.is_of(source):
            return None
        document = self.history.document._replace(source=source)
        saved = self.history.saved._replace(source=source)
        return self.history._replace(document=document, saved=saved)

    def saved(self) -> "KeptReview":
        """Return the review with its corrected text marked as saved."""
        return replace(self, history=self.history.mark_saved())

    @property
    def is_unsaved(self) -> bool:
        """Whether its decisions differ from those that are in the corrected file."""
        return self.history.document.decisions != self.history.saved.decisions


def _bare(document: Document) -> Document:
    return document._replace(source="")


def _token_of(source: str) -> str:
    return hashlib.sha256(source.encode(errors="surrogatepass")).hexdigest()

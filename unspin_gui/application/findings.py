"""What the analysis has found so far, and which of it is still open."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from unspin_gui.core.detection.knowledge import Knowledge
from unspin_gui.core.document.document import Document
from unspin_gui.core.document.marks import (
    Mark,
    covered_suspects,
    ignored_suspects,
    marks_in,
    open_suspects,
    outside_skipped,
    still_open,
)
from unspin_gui.core.errors import LanguageDataError
from unspin_gui.core.suspects import Suspect
from unspin_gui.core.text.passages import Passage, passages_touching
from unspin_gui.core.text.prose import prose_passages
from unspin_gui.core.text.spans import Span
from unspin_gui.core.text.tokens import fold


class Found(NamedTuple):
    """The result of a batch: the suspects of the passages that changed, by passage number.

    `share` says how much of the document has been read, 0..1. With `last` everything is settled:
    `foreign` then has the parts that do not read as English, `probability` is how likely the
    document was spun (0..1, None if that cannot be determined), and `hidden` counts the weaker
    hints below the threshold. `again` is the share that has been read a second time, None during
    the first reading; the second one begins once the first is settled; `failure` says why it had to
    end. `knowledge` is the object that the result is based on: once that is no longer current, the
    result is void.
    """

    document: Document
    knowledge: Knowledge
    suspects: Mapping[int, tuple[Suspect, ...]]
    share: float
    last: bool
    foreign: tuple[Span, ...] = ()
    probability: float | None = None
    hidden: int = 0
    again: float | None = None
    failure: LanguageDataError | None = None


class Findings:
    """The suspects of one source, by passage. Never saved, never undone.

    `foreign` has the parts that do not read as English; `probability` and `hidden` are those of the
    last pass over the whole, once the text was `judged`.
    """

    def __init__(
        self, source: str, skip: Sequence[Span] = (), passages: tuple[Passage, ...] | None = None
    ) -> None:
        self.passages = prose_passages(source, skip) if passages is None else passages
        self._skip = skip
        self._found: dict[int, tuple[Suspect, ...]] = {}
        self._held: dict[int, tuple[Document, tuple[Suspect, ...]]] = {}
        self.foreign: tuple[Span, ...] = ()
        self.probability: float | None = None
        self.hidden = 0
        self.judged = False
        self._all: tuple[Suspect, ...] | None = ()
        self._open: tuple[Document | None, tuple[Suspect, ...]] = (None, ())

    def take(self, found: Found, here: Span | None = None) -> tuple[Span, ...]:
        """Add the result of a batch; returns the places in the source whose marks changed.

        A second reading changes nothing in the passage `here`, where the user is, until `leave`.
        """
        changed = []
        for k, some in found.suspects.items():
            self._held.pop(k, None)
            if found.again is not None and here and self.passages[k].span.touches(here):
                self._held[k] = found.document, some
            elif self._put(k, found.document, some):
                changed.append(self.passages[k].span)
        if found.last:
            self.foreign = found.foreign
            self.judged = True
            self.probability, self.hidden = found.probability, found.hidden
        return tuple(changed)

    def leave(self, here: Span | None) -> tuple[Span, ...]:
        """Apply what a second reading changed, except in the passage where the user is now."""
        free = [k for k in self._held if not (here and self.passages[k].span.touches(here))]
        changed = [k for k in free if self._put(k, *self._held.pop(k))]
        return tuple(self.passages[k].span for k in changed)

    def _put(self, k: int, document: Document, some: Sequence[Suspect]) -> bool:
        """Replace the suspects of a passage; returns whether they differ from the old ones."""
        suspects = outside_skipped(some, self._skip)
        before = self._found.get(k, ())
        covered = covered_suspects(document, before, suspects)
        self._found[k] = tuple(sorted((*suspects, *covered), key=lambda s: s.span))
        self._all, self._open = None, (None, ())
        return self._found[k] != before

    def __bool__(self) -> bool:
        """Whether anything has been found yet."""
        return bool(self._found)

    @property
    def all(self) -> tuple[Suspect, ...]:
        """Every suspect, settled or not, ordered by place."""
        if self._all is None:
            found = self._found
            self._all = tuple(suspect for k in sorted(found) for suspect in found[k])
        return self._all

    def under(self, span: Span) -> Suspect | None:
        """The first suspect that reaches into a span of the source, settled or not."""
        inside = passages_touching(self.passages, span)
        found = (s for k in inside for s in self._found.get(k, ()))
        return next((s for s in found if s.span.overlaps(span)), None)

    def open(self, document: Document) -> tuple[Suspect, ...]:
        """The suspects that neither a decision nor an ignored phrase covers."""
        known, were_open = self._open
        if known is None:
            self._open = (document, open_suspects(document, self.all))
        elif known is not document:
            self._open = (document, still_open(known, were_open, document, self.all))
        return self._open[1]

    def ignored(self, document: Document) -> tuple[Suspect, ...]:
        """The suspects not shown because their phrase is ignored in the document."""
        return ignored_suspects(document, self.all)

    def marks(self, document: Document, span: Span) -> tuple[Mark, ...]:
        """The marks that reach into a span of the source, ordered by place."""
        inside = passages_touching(self.passages, span)
        suspects = [s for k in inside for s in self._found.get(k, ())]
        return marks_in(document, open_suspects(document, suspects), span)

    def identical(self, document: Document, phrase: str) -> tuple[Suspect, ...]:
        """The open suspects with this phrase, in any letter case."""
        folded = _folded(phrase)
        return tuple(s for s in self.open(document) if _folded(s.phrase) == folded)


@lru_cache(maxsize=20_000)
def _folded(phrase: str) -> str:
    """`fold`, cached: it is applied to the same phrases after every change."""
    return fold(phrase)

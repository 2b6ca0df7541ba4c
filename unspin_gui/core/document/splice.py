"""The corrected text of a document that differs from another one by a few decisions."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from unspin_gui.core.document.decision import Decision
from unspin_gui.core.text.spans import Span


class Spliced(Protocol):
    """A document, as far as its corrected text is concerned."""

    @property
    def decisions(self) -> Sequence[Decision]:
        """Its decisions, in order."""

    @property
    def corrected(self) -> str:
        """Its corrected text."""

    def grown_before(self, number: int) -> int:
        """By how many code points the decisions before this one lengthen the text."""

    def text_of(self, span: Span, head: int, tail: int) -> str:
        """The corrected text of a span that contains the decisions `head` to `tail`."""


class Splice(NamedTuple):
    """How a document arose from another: its decisions `head` to `tail` were replaced by `new`.

    The corrected text of the one before is known.
    """

    before: Spliced
    head: int
    tail: int
    new: int

    def then(self, head: int, tail: int, new: int) -> "Splice":
        """Both steps as one, if decisions of the resulting document are replaced in turn."""
        first, last = min(self.head, head), max(self.head + self.new, tail)
        before = last - self.new + self.tail - self.head
        return Splice(self.before, first, before, last - (tail - head) + new - first)

    def corrected(self, after: Spliced) -> str:
        """The corrected text of the resulting document, from that of the one before."""
        before, head, tail = self.before, self.head, self.tail
        touched = (*before.decisions[head:tail], *after.decisions[head : head + self.new])
        if not touched:  # the second step removed what the first one added
            return before.corrected
        start = min(d.span.start for d in touched)
        end = max(d.span.end for d in touched)
        text, at = before.corrected, before.grown_before(head)
        grown = before.grown_before(tail)
        middle = after.text_of(Span(start, end), head, head + self.new)
        return "".join((text[: start + at], middle, text[end + grown :]))

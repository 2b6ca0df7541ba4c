"""Splices edits of the displayed text into its source; everything unedited stays as it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.edits import Operation, operations
from unspin_gui.store.formats.mapped.mapped_text import Glyphs, MappedText
from unspin_gui.store.formats.opened import BREAK, Edit
from unspin_gui.store.formats.raised import without_raised

_RUN = re.compile(r"[ \t\n\r\f]+")
_REASON = "two lines that {0} keeps apart cannot be joined; undo that or save as plain text"


def comparable(text: str) -> str:
    """The text as a source can hold it: white space collapsed, superscripts as plain digits."""
    lines = (_RUN.sub(" ", line).strip(" ") for line in without_raised(text).split("\n"))
    shown = "\n".join(line for line in lines if line)
    return re.sub(rf" ?{BREAK} ?", BREAK, shown)


@dataclass(slots=True)
class Splicer:
    """Writes edits into a source; the methods without underscore are what a format decides.

    `path` is for messages.
    """

    path: object
    page: MappedText

    called = "this format"

    def encoded(self, text: str, raw: int) -> str:
        """New text as it is written at a place of the source; raises StoreError if it cannot be."""
        raise NotImplementedError

    def closed(self, kept: str) -> str:
        """Source that precedes new text, changed if it would swallow that text."""
        return kept

    def blanks(self, start: int, end: int) -> Iterator[Span]:  # noqa: ARG002
        """Yield white space in a part of the source that is not displayed, but could become so."""
        return iter(())

    def joint(self, index: int) -> tuple[int, int]:  # noqa: ARG002
        """Return what to cut to remove the paragraph end with this index; raises StoreError."""
        raise StoreError(self.path, Message(_REASON, self.called))

    def empty_point(self) -> int:
        """Where the first text of a source without any goes."""
        return len(self.page.source)

    def spliced(self, edits: Sequence[Edit]) -> str:
        """The source with ordered edits made; raises StoreError if one is impossible."""
        source, parts, at = self.page.source, list[str](), 0
        for operation in self._joined(operations(self.page.text, edits)):
            for start, end, new in self._splices(operation, edits[operation.edit]):
                parts += [self.closed(source[at:start]), new]
                at = max(at, end)
        return "".join([*parts, source[at:]])

    def _joined(self, found: Iterable[Operation]) -> Iterator[Operation]:
        """Yield operations, merging those that change parts of the text of one source token."""
        text = self.page.text
        last: Operation | None = None
        for operation in found:
            if last is not None and self._share_a_sign(last, operation):
                new = last.text + text[last.end : operation.start] + operation.text
                last = Operation(last.start, operation.end, new, last.edit)
                continue
            if last is not None:
                yield last
            last = operation
        if last is not None:
            yield last

    def _share_a_sign(self, first: Operation, second: Operation) -> bool:
        return self._is_inside(second.start) and self._glyphs_at(second.start).start < first.end

    def _splices(self, operation: Operation, edit: Edit) -> list[tuple[int, int, str]]:
        """Source spans and their replacements; new wording replaces the first character."""
        cut = [self._raw(*place) for place in self._touched(operation)]
        if not cut and self._is_inside(operation.start):
            glyphs = self._glyphs_at(operation.start)
            cut = [(glyphs.raw, glyphs.raw_end)]
        if not cut:
            raw = self._insertion_point(operation, edit)
            return [(raw, raw, self.encoded(operation.text, raw))]
        first_raw = cut[0][0]
        new = self._kept_before(operation.start) + self.encoded(operation.text, first_raw)
        pieces = [(start, end, new if i == 0 else "") for i, (start, end) in enumerate(cut)]
        if after := self._kept_after(operation.end):
            start, end, text = pieces[-1]
            pieces[-1] = (start, end, text + after)
        return sorted([*pieces, *((*span, "") for span in self._uncounted(operation))])

    def _glyphs_at(self, place: int) -> Glyphs:
        return self.page.glyphs[self.page.at(place)]

    def _uncounted(self, operation: Operation) -> Iterator[Span]:
        """Find white space that becomes visible if the space or break beside it is removed."""
        page = self.page
        first, last = page.at(operation.start), page.at(operation.end - 1)
        for index in range(first, last + 1):
            glyphs = page.glyphs[index]
            if glyphs.text in {" ", BREAK} and index + 1 < len(page.glyphs):
                yield from self.blanks(glyphs.raw_end, page.glyphs[index + 1].raw)
            if glyphs.text == BREAK and index:
                yield from self.blanks(page.glyphs[index - 1].raw_end, glyphs.raw)

    def _touched(self, operation: Operation) -> Iterator[tuple[int, int, int]]:
        """Yield, for each run of glyphs touched, its index and the part touched."""
        at = operation.start
        while at < operation.end:
            index = self.page.at(at)
            glyphs = self.page.glyphs[index]
            end = min(operation.end, glyphs.start + len(glyphs.text))
            yield index, at - glyphs.start, end - glyphs.start
            at = end

    def _raw(self, index: int, start: int, end: int) -> tuple[int, int]:
        glyphs = self.page.glyphs[index]
        if glyphs.raw == glyphs.raw_end:
            return self.joint(index)
        if glyphs.exact:
            return glyphs.raw + start, glyphs.raw + end
        return glyphs.raw, glyphs.raw_end

    def _is_inside(self, place: int) -> bool:
        """Whether the place is within a source token that is displayed as several characters."""
        glyphs = self._glyphs_at(place) if place < self.page.size else None
        return glyphs is not None and not glyphs.exact and place > glyphs.start

    def _kept_before(self, place: int) -> str:
        """What remains of a source token displayed as several characters that is cut in two."""
        if not self._is_inside(place):
            return ""
        glyphs = self._glyphs_at(place)
        return self.encoded(glyphs.text[: place - glyphs.start], glyphs.raw)

    def _kept_after(self, place: int) -> str:
        if not self._is_inside(place):
            return ""
        glyphs = self._glyphs_at(place)
        return self.encoded(glyphs.text[place - glyphs.start :], glyphs.raw)

    def _insertion_point(self, operation: Operation, edit: Edit) -> int:
        """Where to put new text: beside a character of the edited words if there is one."""
        page, place = self.page, operation.start
        left = self._glyphs_at(place - 1) if place else None
        right = self._glyphs_at(place) if place < page.size else None
        prefers_right = place == edit.span.start and edit.span.size > 0
        if left is not None and right is not None and left.text in {" ", BREAK}:
            # White space between them, now collapsed, would become visible before new text.
            prefers_right |= any(self.blanks(left.raw_end, right.raw))
        if left is not None and left.raw < left.raw_end and not (prefers_right and right):
            return left.raw + place - left.start if left.exact else left.raw_end
        if right is not None and (right.raw < right.raw_end or left is None):
            return right.raw + place - right.start if right.exact else right.raw
        return left.raw_end if left is not None else self.empty_point()

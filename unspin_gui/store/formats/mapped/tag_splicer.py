"""Writes corrections between tags, in HTML and XML alike."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from unspin_gui.core.errors import StoreError
from unspin_gui.core.text.messages import Message
from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.mapped.splicer import Splicer

_RUN = re.compile(r"[ \t\n\r\f]+")
_ID = re.compile(r"\s(?:xml:)?id\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)


class SourceToken(Protocol):
    """A piece of the source: "text", or anything else."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102


def is_in_cdata(raw: int, sections: Sequence[Span]) -> bool:
    """Whether a place in the source is in the content of a CDATA section, its end included."""
    before = bisect_right(sections, raw, key=lambda section: section.start) - 1
    return before >= 0 and raw <= sections[before].end


def in_cdata(text: str) -> str:
    """Return text as written in a CDATA section, which it might otherwise end."""
    return text.replace("]", "]]]><![CDATA[")


class TagSplicer(Splicer):
    """What HTML and XML have in common: `paragraphs` are the names of elements that can be split.

    They are alternatives of a regular expression.
    """

    paragraphs = "p"

    def tokens(self, source: str) -> Iterable[SourceToken]:
        """The text and the markup in a part of the source."""
        raise NotImplementedError

    def blanks(self, start: int, end: int) -> Iterator[Span]:
        """White space between tags."""
        source = self.page.source
        for token in self.tokens(source[start:end]):
            span = Span(start + token.start, start + token.end)
            if token.kind == "text" and _RUN.fullmatch(source, *span):
                yield span

    def joint(self, index: int) -> tuple[int, int]:
        """The tags between two paragraphs or items of a list."""
        glyphs, page = self.page.glyphs[index], self.page
        before = page.glyphs[index - 1].raw_end
        pattern = rf"\s*</({self.paragraphs})\s*>\s*<\1(?:\s[^<>]*)?>\s*"
        if re.compile(pattern, re.IGNORECASE).fullmatch(page.source, before, glyphs.raw):
            return before, glyphs.raw
        reason = f"paragraphs of {self.called} cannot be joined here"
        raise StoreError(self.path, Message("{0}; undo that or save as plain text", reason))

    def split(self, new: str, raw: int) -> str:
        """Encoded text with its line ends turned into ends of paragraphs; raises StoreError."""
        source = self.page.source
        pattern = rf"<({self.paragraphs})((?:\s[^<>]*)?)>[^<]*\Z"
        start = max(0, source.rfind("<", 0, raw))
        match = re.compile(pattern, re.IGNORECASE).search(source, start, raw)
        if match is None or match[2].endswith("/"):
            reason = f"this paragraph of {self.called} cannot be split"
            raise StoreError(self.path, Message("{0}; undo that or save as plain text", reason))
        name, rest = match[1], _ID.sub("", match[2])
        return new.replace("\n", f"</{name}>\n<{name}{rest}>")

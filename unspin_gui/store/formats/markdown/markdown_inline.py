"""Anything but prose within a paragraph of Markdown: code, addresses, labels, tags, templates."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.markdown.markdown_html import ATTRIBUTES

_TITLE = r"(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))"
_DEFINITION = re.compile(
    r"[ \t]*\[((?:\\.|[^\[\]\\^])(?:\\.|[^\[\]\\])*)\]:[ \t]*\n?[ \t]*(<[^<>\n]*>|[^\s<]\S*)"
    rf"(?:(?:[ \t]+|[ \t]*\n[ \t]*){_TITLE})?[ \t]*(?=\n|\Z)"
)
_URL_LIKE = re.compile(r"[/.#<:]")
_TOKEN = re.compile(
    r"(?P<escaped>\\[!-/:-@\[-`{-~])"
    r"|(?P<signs>`+|~+)"
    r"|(?P<whole>"
    r"<[\w.!#$%&'*+/=?^`{|}~-]+@\w[\w.-]*>|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>"
    rf"|<[A-Za-z][\w-]*{ATTRIBUTES}\s*/?>|</[A-Za-z][\w-]*\s*>"
    r"|!\[\[[^\[\]\n]+\]\]|\[\[[^\[\]|\n]+\]\]"
    r"|\{--[^{}]*?--\}|\{~~[^{}]*?~>|\{>>[^{}]*?<<\}"
    r"|\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{[#.:=][^{}\n]*\}"
    r"|\[\^[^\[\]\n]+\]|\[![A-Z]+\]"
    r"|\$\$[^$]+\$\$|\$(?![\s\d$])(?:[^$\n\\]|\\.)*(?<!\s)\$(?!\d)"
    r"|(?<![\w:]):[a-z0-9_+-]+:(?![\w:])"
    r"|(?<=[\[;\s-])@[\w:./-]*\w"
    r"|&(?:\#\w{1,8}|[A-Za-z]\w{1,30});"
    r")"
    r"|(?P<wiki>\[\[[^\[\]|\n]+\|)(?=[^\[\]\n]+\]\])"
    r"|(?P<until><!--|<\?)"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
)
_TARGET = re.compile(
    r"\(\s*(?:<[^<>\n]*>|(?:\\.|[^\s()<>\\]|\((?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))*\))*)"
    rf"(?:\s+{_TITLE})?\s*\)"
)
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
_LABEL = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]")
_RAW = re.compile(
    r"<(code|kbd|samp|tt|var|pre|script|style|svg|math|template|textarea)(?=[\s>])", re.IGNORECASE
)
"""Elements whose text is not prose."""
_STRUCK = re.compile(r"<(/?)(del|s|strike)(?=[\s>])", re.IGNORECASE)
_STRIKE = 2
"""Tildes on each side of struck-out text; a single one also marks a subscript."""
_ENDS = {"<!--": "-->", "<?": "?>"}
_BLANKS = re.compile(r"\s+")


def normal(label: str) -> str:
    """A label normalised for comparison."""
    return _BLANKS.sub(" ", label.strip()).casefold()


@dataclass(slots=True)
class InlineText:
    """The text of a paragraph without the marks of the containers around it."""

    pieces: Sequence[Span]
    text: str
    starts: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, source: str, pieces: Sequence[Span]) -> "InlineText":
        """Join pieces of a source."""
        made = cls(pieces, "\n".join(source[piece.start : piece.end] for piece in pieces))
        at = 0
        for piece in pieces:
            made.starts.append(at)
            at += piece.size + 1
        return made

    def in_source(self, span: Span) -> Iterator[Span]:
        """Map a span of the text to the source, line by line."""
        first = bisect_right(self.starts, span.start) - 1
        for number in range(first, len(self.pieces)):
            piece, start = self.pieces[number], self.starts[number]
            if start >= span.end:
                return
            yield Span(
                piece.start + max(0, span.start - start),
                min(piece.end, piece.start + span.end - start),
            )

    def definitions(self) -> Iterator[tuple[str, Span]]:
        """The labels defined here, each with the span of its whole definition."""
        at, only = 0, True
        while at < len(self.text):
            match = _DEFINITION.match(self.text, at)
            if match and (only or _URL_LIKE.search(match[2])):
                yield normal(match[1]), Span(*match.span())
                at = match.end() + 1
                continue
            only = False
            end = self.text.find("\n", at)
            at = len(self.text) if end < 0 else end + 1


class StruckTag(NamedTuple):
    """A tag of an element whose text is struck out, which may end in another paragraph."""

    span: Span
    name: str
    ends: bool


class Unjudged(NamedTuple):
    """The spans of an inline text that are not prose, and its tags around struck text."""

    spans: list[Span]
    struck: list[StruckTag]


def unjudged_in(inline: InlineText, labels: frozenset[str]) -> Unjudged:
    """Return what is not prose in an inline text; `labels` are those that are defined."""
    defined = [span for _, span in inline.definitions()]
    reader = _InlineReader(inline.text, labels)
    return Unjudged([*defined, *reader.read()], reader.struck)


class _InlineReader:
    def __init__(self, text: str, labels: frozenset[str]) -> None:
        self.text = text
        self.labels = labels
        self.found: list[Span] = []
        self.struck: list[StruckTag] = []
        self.strikes: list[int] = []  # where text may begin that is struck out
        self.lower = text.lower()
        self.opened: list[int] = []
        self.without_end: set[str] = set()
        self.runs: dict[int, list[int]] = defaultdict(list)
        for run in re.finditer("`+", text):
            self.runs[len(run[0])].append(run.start())

    def read(self) -> list[Span]:
        """Read the text once, from left to right."""
        at = 0
        while match := _TOKEN.search(self.text, at):
            at = match.end()
            if match["signs"]:
                at = self._code(match) if match[0][0] == "`" else self._tildes(*match.span())
            elif match["whole"]:
                at = self._whole(match)
            elif match["wiki"]:
                self._take(*match.span())
                closing = self.text.index("]]", at)
                self._take(closing, closing + 2)
            elif match["until"]:
                at = self._until(match.start(), _ENDS[match["until"]])
            elif match["open"]:
                self.opened.append(match.end())
            elif match["close"]:
                at = self._close(match.start())
        return self.found

    def _take(self, start: int, end: int) -> int:
        self.found.append(Span(start, end))
        return end

    def _code(self, match: re.Match[str]) -> int:
        same = self.runs[len(match[0])]
        nearest = bisect_right(same, match.start())
        if nearest == len(same):
            return match.end()
        return self._take(match.start(), same[nearest] + len(match[0]))

    def _tildes(self, start: int, end: int) -> int:
        """Begin or end struck-out text; its tildes touch the text."""
        if end - start == _STRIKE:
            if self.strikes and not self.text[start - 1].isspace():
                self._take(self.strikes.pop(), end)
            elif not self.text[end : end + 1].isspace():
                self.strikes.append(start)
        return end

    def _whole(self, match: re.Match[str]) -> int:
        if tag := _STRUCK.match(match[0]):
            self.struck.append(StruckTag(Span(*match.span()), tag[2].lower(), bool(tag[1])))
        raw = _RAW.match(match[0])
        end = self._take(*match.span())
        if raw is None or match[0].endswith("/>"):
            return end
        return max(end, self._until(match.start(), f"</{raw[1].lower()}>"))

    def _until(self, start: int, ending: str) -> int:
        """Skip to an ending, if there is one; returns where to continue."""
        end = self.lower.find(ending, start) if ending not in self.without_end else -1
        if end < 0:
            self.without_end.add(ending)
            return start + 1
        return self._take(start, end + len(ending))

    def _close(self, at: int) -> int:
        """Close a bracket: what follows decides what the text inside is."""
        if not self.opened:
            return at + 1
        start = self.opened.pop()
        after = at + 1
        if target := _TARGET.match(self.text, after):
            end = self._take(after, target.end())
        elif label := _LABEL.match(self.text, after):
            if not label[1].strip():
                self._label(start, at)
            end = self._take(after, label.end())
        else:
            self._label(start, at)
            end = after
        attributes = _ATTRIBUTES.match(self.text, end)
        return self._take(end, attributes.end()) if attributes else end

    def _label(self, start: int, end: int) -> None:
        """Skip the text between brackets if it is a label that the document defines."""
        if normal(self.text[start:end]) in self.labels:
            self._take(start, end)

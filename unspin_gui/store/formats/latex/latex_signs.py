"""The symbols of LaTeX: characters, accents, white space and formulas, as they are typeset."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from unspin_gui.core.text.spans import Span
from unspin_gui.store.formats.latex.latex_commands import ACCENTS, FORMULAS, KEY_LIKE
from unspin_gui.store.formats.latex.latex_source import SIGN, LatexSource
from unspin_gui.store.formats.mapped.mapped_text import Flow, MappedText

_RAW = re.compile(r"[ \t\n]+|[^ \t\n]+(?: [^ \t\n]+)*")
_BREAK = re.compile(r"\*?[ \t]*(?:\[[^\]\n]{0,200}\])?")
_ACCENTED = re.compile(
    r"[ \t]*(?:\{\s*(?:\\([ij])|([^\W\d_]))\s*\}|\\([ij])(?![A-Za-z])|([^\W\d_]))"
)
_TOUCHING = re.compile(r"(?:%[^\n]*\n[ \t]*)*(?:[^\W_]|\\[A-Za-z])")
_SPACES = {
    **dict.fromkeys((" ", ";", ":", "\n", "\t"), " "),
    ",": "\u202f",
    "!": "",
    "/": "",
    "-": "\u00ad",
}
"""White space of various widths, and the hyphen that is shown only at the end of a line."""


@dataclass(slots=True)
class LatexPage(MappedText):
    """A source that has been read; `written` are the spans of the source shown literally."""

    written: list[Span] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


class SignReader:
    """Reads everything but commands, which `command` reads; positions are those of the source."""

    def __init__(self, source: str) -> None:
        self.page = LatexPage(source)
        self.flow = Flow(self.page, lines=True)
        self.latex = LatexSource(source)
        self.closing: dict[int, Callable[[int], None]] = {}
        self.passed: dict[int, int] = {}  # where to read on after a brace
        self.end = len(source)
        self.notes = self.tables = 0
        self.after_comment = False
        self.takers: dict[str, Callable[[re.Match[str]], int]] = {
            "command": self.command,
            "symbol": self._symbol,
            "math": self._math,
            "open": self._open,
            "close": self._close,
            "cell": self._cell,
            "space": self._space,
        }

    def read(self, start: int, end: int) -> None:
        """Read a part of the source."""
        self.end, source = end, self.page.source
        while start < end:
            match = SIGN.match(source, start, end)
            assert match is not None  # noqa: S101 - the last alternative is any character
            kind = match.lastgroup or ""
            kind = "command" if kind == "name" else kind
            start = max(match.end(), self._take(kind, match))
            self.after_comment = kind == "comment"

    def _take(self, kind: str, match: re.Match[str]) -> int:
        if taker := self.takers.get(kind):
            return taker(match)
        if kind == "tie":
            self.give("\u00a0", match.start(), match.end())
        elif kind == "dash":
            self.give("–" if len(match[0]) == 2 else "—", match.start(), match.end())
        elif kind == "quote":
            self.give("“" if match[0] == "``" else "”", match.start(), match.end())
        elif kind != "comment":
            self.flow.give(match[0], *match.span(), exact=True)
        return match.end()

    def command(self, match: re.Match[str]) -> int:
        """Read a command; returns where to read on."""
        raise NotImplementedError

    # ---- what is shown -----------------------------------------------------------------------

    def give(self, text: str, start: int, end: int) -> None:
        """Show text that represents a part of the source."""
        self.flow.give(text, start, end, exact=False)

    def end_block(self) -> None:
        """End the paragraph, except within notes."""
        if self.notes:
            self.flow.blank(self.page.size, self.page.size)
        else:
            self.flow.end_block()

    def as_written(self, start: int, end: int) -> int:
        """Show a part of the source literally, and exclude it from the examination."""
        first = self.flow.next_start
        for match in _RAW.finditer(self.page.source, start, end):
            if match[0].isspace():
                self.flow.blank(*match.span())
            else:
                self.flow.give(match[0], *match.span(), exact=True)
        self.page.skip.append(Span(first, self.page.size))
        self.page.written.append(Span(start, end))
        return end

    def set_apart(self, sign: str, raw: int) -> None:
        """Show a character that is not in the source, and across which no phrase extends."""
        self.flow.give(sign, raw, raw, exact=False)
        self.page.skip.append(Span(self.page.size - len(sign), self.page.size))

    def leave_out(self, what: str, end: int) -> int:
        """Count a part that is not shown."""
        self.page.left_out[what] += 1
        self.end_block()
        return min(end, self.end)

    # ---- signs -------------------------------------------------------------------------------

    def _space(self, match: re.Match[str]) -> int:
        lines = match[0].count("\n") + self.after_comment
        if lines > 1:
            self.end_block()
        else:
            self.flow.blank(*match.span())
        return match.end()

    def _cell(self, match: re.Match[str]) -> int:
        if self.tables:
            self.end_block()
        else:
            self.flow.give("&", *match.span(), exact=True)
        return match.end()

    def _open(self, match: re.Match[str]) -> int:
        """Read a brace, or a further argument of an unknown command."""
        start = match.start()
        end = self.latex.partner.get(start)
        if end is None or self.page.source[start - 1 : start] != "}":
            return match.end()
        self.flow.blank(start, start)
        if end < self.end and KEY_LIKE.fullmatch(self.page.source, start + 1, end):
            return self.as_written(start, end + 1)
        self.end_apart(end)
        return match.end()

    def end_apart(self, close: int) -> None:
        """Separate what ends with a brace from a word that touches it, perhaps after comments."""
        if _TOUCHING.match(self.page.source, close + 1):
            self.closing[close] = lambda end: self.flow.blank(end, end)

    def _close(self, match: re.Match[str]) -> int:
        if close := self.closing.pop(match.start(), None):
            close(match.end())
        return self.passed.pop(match.start(), match.end())

    def _math(self, match: re.Match[str]) -> int:
        start, end = match.end(), self.latex.formula_end(match.end())
        if match[0] == "$$":
            close = self.latex.find("$$", start, self.end)
            return start if close < 0 else self.leave_out(FORMULAS, close + 2)
        if end < 0 or end >= self.end:
            return self.as_written(*match.span())
        return self.as_written(match.start(), end + 1)

    def _symbol(self, match: re.Match[str]) -> int:
        sign, start, end = match[0][1:], match.start(), match.end()
        if sign == "\\":
            return self._line_break(start, end)
        if sign and sign in "[(":
            return self._bracketed(start, "]" if sign == "[" else ")")
        if sign in ACCENTS:
            return self.accent(sign, start, end)
        shown = _SPACES.get(sign, sign)
        if shown == " ":
            self.flow.blank(start, end)
        elif shown:
            self.give(shown, start, end)
        return end

    def _line_break(self, start: int, end: int) -> int:
        option = _BREAK.match(self.page.source, end, self.end)
        end = option.end() if option else end
        if self.tables or self.notes:
            self.end_block()
        else:
            self.flow.line_break(start, end)
        return end

    def _bracketed(self, start: int, sign: str) -> int:
        end = self.latex.find(f"\\{sign}", start + 2, self.end)
        if end < 0:
            return self.as_written(start, start + 2)
        if sign == "]":
            return self.leave_out(FORMULAS, end + 2)
        return self.as_written(start, end + 2)

    def accent(self, sign: str, start: int, end: int) -> int:
        """Show the letter after an accent command with its accent."""
        letter = _ACCENTED.match(self.page.source, end, self.end)
        if letter is None:
            group = self.latex.group(end)  # an accent on nothing: the accent itself, as in \~{}
            empty = group is not None and group[1] == group[0] + 1
            end = group[1] + 1 if group and empty else end
            self.give(sign, start, end)
            return end
        plain = next(each for each in letter.groups() if each)
        plain = unicodedata.normalize("NFC", plain + ACCENTS[sign])
        self.give(plain, start, letter.end())
        return letter.end()
